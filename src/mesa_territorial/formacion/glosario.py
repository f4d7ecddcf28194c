"""El glosario del kit, leído de ``guia/glosario.md``: un concepto, una palabra."""

import re
from dataclasses import dataclass
from functools import cache

from mesa_territorial import contenido
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota

_APARTE = re.compile(r"\s*[(/].*")
_NO_ALFANUMERICO = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termino:
    """Una fila del glosario; ``identificador`` es su nombre en el código, o vacío."""

    ancla: str
    termino: str
    identificador: str
    definicion: str
    donde: str


def anclar(titulo: str) -> str:
    """El ancla de un título: minúsculas, sin tildes y con guiones.

    >>> anclar("¿Quién falta?")
    'quien-falta'
    """
    return _NO_ALFANUMERICO.sub("-", nombre_comparable(titulo)).strip("-")


@cache
def leer_glosario() -> dict[str, Termino]:
    """Los términos por ancla; levanta ``ReglaRota`` si una fila no tiene cuatro celdas."""
    texto = contenido.ruta("guia", "glosario.md").read_text(encoding="utf-8")
    filas = [linea for linea in texto.splitlines() if linea.startswith("| ")]
    terminos = [_a_termino(fila) for fila in filas[1:]]
    return {t.ancla: t for t in terminos}


def _a_termino(fila: str) -> Termino:
    celdas = [celda.strip() for celda in fila.strip().strip("|").split("|")]
    if len(celdas) != 4:
        raise ReglaRota(f"Cada fila del glosario lleva cuatro celdas; ésta no: «{fila}».")
    termino, identificador, definicion, donde = celdas
    return Termino(
        ancla=anclar(_APARTE.sub("", termino)),
        termino=termino,
        identificador=identificador.strip("`"),
        definicion=definicion,
        donde=donde,
    )


def buscar_termino(ancla: str) -> Termino:
    """El término de esa ancla; levanta ``ReglaRota`` si no está en el glosario."""
    try:
        return leer_glosario()[ancla]
    except KeyError:
        raise ReglaRota(
            f"El término «{ancla}» no está en guia/glosario.md. Agréguelo o corrija el enlace."
        ) from None
