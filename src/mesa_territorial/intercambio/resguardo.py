"""Lo privado del equipo se queda en casa: una copia de la Mesa sin juicios, ni en su historial.

Son privados el juego de actores entero, lo que puso cada evaluador al priorizar y lo que el equipo
respondió sobre las condiciones.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.juego import Juego
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Cambio, Documento

Ruta = tuple[str, ...]
PRIVADAS: Mapping[Ruta, Any] = {
    ("juego",): Juego(),
    ("prioridad", "evaluadores"): {},
    ("coalicion", "condiciones"): {},
}
"""Qué parte del documento es privada, y cómo queda vacía."""
FRASE = "Cambió algo privado del equipo"
LO_PRIVADO = "el juego de actores, las notas de cada evaluador y las condiciones para la Mesa"

Suceso = Mapping[str, Any]


def tiene_privado(mesa: Mesa) -> bool:
    """Si la Mesa guarda algo privado."""
    documento = a_documento(mesa)
    return sin_privado_en(documento) != documento


def sin_privado(mesa: Mesa, sucesos: Sequence[Suceso]) -> tuple[Mesa, list[Suceso]]:
    """La Mesa y su historial sin lo privado; los cambios que sólo tocaban eso pierden su frase.

    Los sucesos son dicts de tipos JSON, y siguen siendo los mismos y en el mismo orden.
    """
    return a_mesa(sin_privado_en(a_documento(mesa))), [_suceso(s) for s in sucesos]


def sin_privado_en(documento: Documento) -> Documento:
    """El documento con sus partes privadas vacías; lo que no tiene no se agrega."""
    for ruta, vacia in _vacias().items():
        documento = _vaciar(documento, ruta, vacia)
    return documento


def _vacias() -> dict[Ruta, Any]:
    return {
        ruta: msgspec.json.decode(msgspec.json.encode(vacia)) for ruta, vacia in PRIVADAS.items()
    }


def _vaciar(caja: Any, ruta: Ruta, vacia: Any) -> Any:
    if not isinstance(caja, dict) or ruta[0] not in caja:
        return caja
    dentro = _vaciar(caja[ruta[0]], ruta[1:], vacia) if ruta[1:] else vacia
    return {**caja, ruta[0]: dentro}


def _suceso(suceso: Suceso) -> Suceso:
    antes: list[Cambio] = list(suceso["parche"])
    parche = [limpio for cambio in antes if (limpio := _cambio(cambio)) is not None]
    if parche == antes:
        return suceso
    frase = suceso["frase"] if parche else FRASE
    return {**suceso, "parche": parche, "frase": frase}


def _cambio(cambio: Cambio) -> Cambio | None:
    """El cambio sin lo privado, o nada si no era otra cosa."""
    ruta = tuple(cambio["ruta"])
    for privada, vacia in _vacias().items():
        if ruta[: len(privada)] == privada and len(ruta) > len(privada):
            return None
        if privada[: len(ruta)] == ruta:
            cambio = _sin_valores(cambio, privada[len(ruta) :], vacia)
    valores = [cambio[k] for k in ("antes", "despues") if k in cambio]
    igual = len(valores) == 2 and valores[0] == valores[1]
    return None if igual else cambio


def _sin_valores(cambio: Cambio, resto: Ruta, vacia: Any) -> Cambio:
    limpio = dict(cambio)
    for k in {"antes", "despues"} & cambio.keys():
        limpio[k] = _vaciar(cambio[k], resto, vacia) if resto else vacia
    return limpio
