"""Los rótulos y ayudas de cada sección de la Mesa, por clave («escala.problemas»)."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from mesa_territorial.dominio.mesa import SECCIONES
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.esquema import Campo, Esquema, decir, fecha_larga

__all__ = ["Campo", "Esquema", "decir", "esquema_de", "esquemas", "fecha_larga"]


@cache
def esquemas() -> Mapping[str, Esquema]:
    """Todos los esquemas, por su clave."""
    de_cada_una = (import_module(f"{__name__}.{nombre}").ESQUEMAS for nombre in SECCIONES)
    return {e.clave: e for suyos in de_cada_una for e in suyos}


def esquema_de(seccion: str, coleccion: str = "") -> Esquema:
    """El esquema de una colección o de la sección; levanta ``ReglaRota`` si no existe."""
    clave = f"{seccion}.{coleccion}" if coleccion else seccion
    exigir(clave in esquemas(), f"Esta Mesa no guarda «{clave}».")
    return esquemas()[clave]
