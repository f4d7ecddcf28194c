"""El recorrido guiado de «explorar»: una pregunta a la vez junto al caso vivo.

Se escribe en ``guia/recorridos/NN_nombre.toml``. Un paso pide elegir actores en el mapa, escoger
una opción o hacer algo (cambiar de momento, de medida); siempre se puede saltar.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import msgspec

from mesa_territorial import contenido
from mesa_territorial.dominio.reglas import ReglaRota

Tarea = Literal["elegir", "opcion", "hacer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opcion:
    """Una respuesta posible, con lo que se le dice a quien la escoge."""

    texto: str
    dice: str
    acierta: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paso:
    """Un paso: ``preparar`` es lo que se deja a la vista; ``espera``, lo que la persona debe hacer.

    En «elegir», ``acepta`` son los ids que hay que elegir, todos y sólo ellos, y ``si_elige`` lo
    que se dice a quien elige otro. En «hacer», ``espera`` son valores de la pizarra.
    """

    id: str
    titulo: str
    texto: tuple[str, ...]
    pide: str
    tarea: Tarea
    al_lograr: str
    pista: str = ""
    seccion: str = ""
    preparar: Mapping[str, Any] = field(default_factory=dict)
    espera: Mapping[str, Any] = field(default_factory=dict)
    acepta: tuple[str, ...] = ()
    si_elige: Mapping[str, str] = field(default_factory=dict)
    opciones: tuple[Opcion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorrido:
    """El caso que se mira y sus pasos, en orden."""

    caso: str
    aviso: str
    cierre: str
    paso: tuple[Paso, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Si el paso quedó logrado y lo que se le dice a la persona."""

    logrado: bool
    mensaje: str


@cache
def cargar_recorrido(clave: str) -> Recorrido:
    """El recorrido de un tema; levanta ``ReglaRota`` si no existe o está mal escrito."""
    archivo = contenido.ruta("guia", "recorridos", f"{clave}.toml")
    try:
        return msgspec.convert(tomllib.loads(archivo.read_text(encoding="utf-8")), Recorrido)
    except FileNotFoundError as error:
        raise ReglaRota(f"El tema «{clave}» todavía no tiene recorrido.") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReglaRota(f"No se puede leer guia/recorridos/{clave}.toml: {error}.") from error


def revisar_paso(paso: Paso, respuesta: Any) -> Revision:
    """Mira la respuesta a un paso: ids elegidos, número de opción o estado de la pizarra."""
    return _REVISIONES[paso.tarea](paso, respuesta)


def _revisar_eleccion(paso: Paso, elegidos: Any) -> Revision:
    ids = set(elegidos) if isinstance(elegidos, Sequence) else set()
    if not ids:
        return Revision(False, "Todavía no ha elegido a nadie. Toque un actor del mapa.")
    if ids == set(paso.acepta):
        return Revision(True, paso.al_lograr)
    for otro in sorted(ids - set(paso.acepta)):
        if otro in paso.si_elige:
            return Revision(False, paso.si_elige[otro])
    if ids < set(paso.acepta):
        return Revision(False, "Va bien, pero falta alguien. Sume con Mayúsculas y otro toque.")
    return Revision(False, paso.si_elige.get("*", "No es por ahí. Mire la pista."))


def _revisar_opcion(paso: Paso, numero: Any) -> Revision:
    if type(numero) is not int or not 0 <= numero < len(paso.opciones):
        return Revision(False, "Escoja una de las respuestas.")
    opcion = paso.opciones[numero]
    return Revision(opcion.acierta, opcion.dice)


def _revisar_accion(paso: Paso, estado: Any) -> Revision:
    visto = estado if isinstance(estado, Mapping) else {}
    logrado = all(visto.get(clave) == valor for clave, valor in paso.espera.items())
    return Revision(logrado, paso.al_lograr if logrado else paso.pista)


_REVISIONES = {
    "elegir": _revisar_eleccion,
    "opcion": _revisar_opcion,
    "hacer": _revisar_accion,
}
