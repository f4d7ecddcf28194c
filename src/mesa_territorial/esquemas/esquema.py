"""Cómo se llama y se pregunta cada dato de una sección: de aquí salen formularios, planillas,
frases del historial y documentos, para que todos digan lo mismo.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.textos import numero

Clase = Literal[
    "texto", "largo", "numero", "entero", "opcion", "opciones", "sino", "fecha", "hora", "actor",
    "actores",
]  # fmt: skip
_SIN_DATO: tuple[Any, ...] = (None, "", (), [])


@dataclass(frozen=True, slots=True, kw_only=True)
class Campo:
    """Un dato: ``clave`` es el nombre del campo en el documento y ``nombre`` lo que se lee.

    «opcion» elige un código de ``opciones`` (código → rótulo) y «opciones», varios; «actor» y
    «actores» citan ids del mapa; «fecha» es AAAA-MM-DD y «hora», HH:MM. ``minimo`` y ``maximo``
    acotan los números y ``decimales`` dice cómo se muestran. ``grupo`` junta campos bajo un
    título; ``en_tabla`` los lleva a la vista de tabla. Un ``calculado`` se muestra y no se edita.
    """

    clave: str
    nombre: str
    clase: Clase = "texto"
    ayuda: str = ""
    opciones: Mapping[str, str] = field(default_factory=dict)
    obligatorio: bool = False
    minimo: float | None = None
    maximo: float | None = None
    decimales: int = 0
    largo: int = 0
    grupo: str = ""
    corto: str = ""
    en_tabla: bool = True
    calculado: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Esquema:
    """Los campos de una colección de fichas (``coleccion``) o, si va vacía, de la sección misma.

    ``uno`` y ``varios`` nombran la ficha («un problema», «Problemas»); ``titulo`` es la clave del
    campo que la encabeza; ``vacio`` enseña qué hacer cuando no hay ninguna; ``prefijo`` empieza
    los ids nuevos. Con ``por_actor`` hay una ficha por actor del mapa, bajo el id del actor; con
    ``fijas`` (id → título) hay una por cada una de ellas, siempre las mismas y en ese orden.
    """

    seccion: str
    campos: tuple[Campo, ...]
    coleccion: str = ""
    uno: str = "una ficha"
    varios: str = "Fichas"
    titulo: str = ""
    vacio: str = ""
    agregar: str = "Agregar"
    prefijo: str = "f"
    por_actor: bool = False
    fijas: Mapping[str, str] = field(default_factory=dict)

    @property
    def clave(self) -> str:
        """«escala.problemas», o «instalacion» si es la sección misma."""
        return f"{self.seccion}.{self.coleccion}" if self.coleccion else self.seccion

    def campo(self, clave: str) -> Campo | None:
        """El campo con esa clave, si el esquema lo nombra."""
        return next((c for c in self.campos if c.clave == clave), None)

    def para_pantalla(self) -> dict[str, Any]:
        """El esquema como dict de tipos JSON."""
        return asdict(self) | {"campos": [asdict(c) for c in self.campos]}


def decir(campo: Campo, valor: Any, actores: Mapping[str, str]) -> str:
    """Un valor como se lee: «3,5», «sí», «Comuna», «(vacío)»; ``actores`` da nombre a cada id."""
    if valor in _SIN_DATO:
        return "(vacío)"
    if campo.clase in ("opciones", "actores"):
        return ", ".join(_decir_uno(campo, v, actores) for v in valor)
    return _decir_uno(campo, valor, actores)


def _decir_uno(campo: Campo, valor: Any, actores: Mapping[str, str]) -> str:
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, int | float):
        return numero(valor, 0 if float(valor).is_integer() else max(1, campo.decimales))
    if campo.clase in ("actor", "actores"):
        return actores.get(valor, "un actor que ya no está")
    return campo.opciones.get(valor, str(valor))


def fecha_larga(fecha: str) -> str:
    """«14 de marzo de 2026» de «2026-03-14»; levanta ``ReglaRota`` si no es una fecha."""
    from datetime import date

    try:
        dia = date.fromisoformat(fecha)
    except ValueError as error:
        raise ReglaRota(f"«{fecha}» no es una fecha; escríbala como 14-03-2026.") from error
    return f"{dia.day} de {_MESES[dia.month - 1]} de {dia.year}"


_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
