"""Lo que se entendió de un archivo oficial, antes de que la persona elija qué importar."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidato:
    """Una columna que puede ser un indicador, con su valor en cada comuna del archivo.

    ``clave`` la distingue dentro del archivo; ``codigo`` es la columna de origen, la misma de un
    año a otro. ``avisos`` son frases sobre lo que no se entendió.
    """

    clave: str
    codigo: str
    nombre: str
    unidad: str
    anio: int | None
    fuente: str
    hoja: str
    valores: Mapping[str, float]
    minimos: Mapping[str, float] = field(default_factory=dict)
    maximos: Mapping[str, float] = field(default_factory=dict)
    avisos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campamento:
    """Una fila del catastro: un punto (redondeado) y un conteo."""

    folio: str
    nombre: str
    cut: str
    hogares: int | None
    hectareas: float | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivoOficial:
    """Lo leído de un archivo: sus indicadores posibles, sus campamentos y lo que quedó fuera."""

    nombre: str
    candidatos: tuple[Candidato, ...] = ()
    campamentos: tuple[Campamento, ...] = ()
    anio_del_catastro: int | None = None
    avisos: tuple[str, ...] = ()
