"""Dónde están los archivos de contenido: guía, cuadernos, ejercicios y datos de ejemplo."""

from functools import cache
from pathlib import Path

CARPETAS = ("guia", "notebooks", "exercises", "datos_ejemplo")


@cache
def raiz() -> Path:
    """La carpeta que contiene ``guia/``, ``notebooks/``, ``exercises/`` y ``datos_ejemplo/``.

    En una instalación es ``_contenido`` dentro del paquete; en el repositorio, su raíz.
    """
    paquete = Path(__file__).resolve().parent
    instalada = paquete / "_contenido"
    return instalada if instalada.is_dir() else paquete.parents[1]


def ruta(*partes: str) -> Path:
    """La ruta de un archivo de contenido, por ejemplo ``ruta("guia", "glosario.md")``."""
    return raiz().joinpath(*partes)
