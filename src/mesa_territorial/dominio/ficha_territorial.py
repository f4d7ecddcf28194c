"""La ficha del territorio: qué lugar es, qué comunas toca y qué se sabe de él (tema 02).

Nada de aquí cita actores. Los CUT son texto de cinco cifras y las coordenadas, grados decimales.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from mesa_territorial.dominio.actores import Nivel, Procedencia
from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import Seccion, exigir_claves, exigir_largo

LARGO_NOMBRE, LARGO_TEXTO = 200, 4_000
ANIOS = (1_900, 2_100)
MAXIMO_DE_COMUNAS = 346
LATITUDES, LONGITUDES = (-90.0, -17.0), (-110.0, -53.0)
"""Los grados entre los que cabe Chile, con Isla de Pascua y la Antártica."""
_CUT = re.compile(r"[0-9]{5}")
_FECHA = re.compile(r"\d{4}-\d{2}-\d{2}")


def exigir_cut(*cuts: str) -> None:
    """Exige que cada código de comuna tenga cinco cifras."""
    for cut in cuts:
        exigir(
            bool(_CUT.fullmatch(cut)),
            f"El código de la comuna (CUT) tiene cinco cifras, por ejemplo 05101; llegó «{cut}».",
        )


def _exigir_numeros(que: str, valores: Iterable[float | None]) -> None:
    for valor in valores:
        exigir(valor is None or math.isfinite(valor), f"{que}: hay un número que no sirve.")


def _exigir_punto(lat: float | None, lon: float | None) -> None:
    exigir((lat is None) == (lon is None), "Un punto lleva latitud y longitud, o ninguna.")
    exigir_rango(lat, *LATITUDES, "La latitud en Chile")
    exigir_rango(lon, *LONGITUDES, "La longitud en Chile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicador:
    """Un dato del territorio: valor, unidad, año, fuente y de qué lugar es.

    ``nivel`` es el del lugar que describe y ``cut``, su comuna (vacío: la de la Mesa). ``minimo``
    y ``maximo`` son el intervalo que publica la fuente. ``valores``, ``minimos`` y ``maximos``
    traen lo mismo para otras comunas, por CUT, y permiten comparar. ``codigo`` es la columna de
    donde se importó. Levanta ``ReglaRota`` si el valor queda fuera de su intervalo.
    """

    id: str
    nombre: str
    unidad: str = ""
    anio: int | None = None
    fuente: str = ""
    nivel: Nivel = Nivel.COMUNA
    cut: str = ""
    valor: float | None = None
    minimo: float | None = None
    maximo: float | None = None
    nota: str = ""
    procedencia: Procedencia = Procedencia.EQUIPO
    codigo: str = ""
    valores: dict[str, float] = field(default_factory=dict)
    minimos: dict[str, float] = field(default_factory=dict)
    maximos: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "El indicador necesita un nombre.")
        exigir_largo(
            LARGO_NOMBRE,
            nombre=self.nombre,
            unidad=self.unidad,
            fuente=self.fuente,
            codigo=self.codigo,
        )
        exigir_largo(LARGO_TEXTO, nota=self.nota)
        exigir_rango(self.anio, *ANIOS, "El año")
        self._exigir_intervalo()
        self._exigir_otras_comunas()

    def _exigir_intervalo(self) -> None:
        _exigir_numeros(self.nombre, (self.valor, self.minimo, self.maximo))
        bajo = -math.inf if self.minimo is None else self.minimo
        alto = math.inf if self.maximo is None else self.maximo
        centro = self.valor if self.valor is not None else min(max(bajo, 0.0), alto)
        exigir(
            bajo <= centro <= alto,
            f"«{self.nombre}»: el valor queda fuera de su intervalo. "
            "Corrija el mínimo y el máximo, o déjelos vacíos.",
        )

    def _exigir_otras_comunas(self) -> None:
        if self.cut:
            exigir_cut(self.cut)
        for por_cut in (self.valores, self.minimos, self.maximos):
            exigir(len(por_cut) <= MAXIMO_DE_COMUNAS, "Hay más comunas de las que tiene Chile.")
            exigir_cut(*por_cut)
            _exigir_numeros(self.nombre, por_cut.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asentamiento:
    """Un campamento como punto y conteo: dónde está y cuántos hogares reúne, nunca su contorno."""

    id: str
    nombre: str
    cut: str = ""
    hogares: int | None = None
    hectareas: float | None = None
    lat: float | None = None
    lon: float | None = None
    anio: int | None = None
    fuente: str = ""
    folio: str = ""
    nota: str = ""
    procedencia: Procedencia = Procedencia.EQUIPO

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "El campamento necesita un nombre.")
        exigir_largo(LARGO_NOMBRE, nombre=self.nombre, fuente=self.fuente, folio=self.folio)
        exigir_largo(LARGO_TEXTO, nota=self.nota)
        exigir_rango(self.hogares, 0, 1_000_000, "Los hogares")
        exigir_rango(self.hectareas, 0, 1_000_000, "Las hectáreas")
        exigir_rango(self.anio, *ANIOS, "El año")
        if self.cut:
            exigir_cut(self.cut)
        _exigir_punto(self.lat, self.lon)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtraComuna:
    """Otra comuna de una Mesa intercomunal; su ``id`` es el CUT y ``motivo``, por qué entra."""

    id: str
    motivo: str = ""

    def __post_init__(self) -> None:
        exigir_cut(self.id)
        exigir_largo(LARGO_TEXTO, motivo=self.motivo)


@dataclass(frozen=True, slots=True, kw_only=True)
class FichaTerritorial(Seccion):
    """La ficha del territorio con sus indicadores (tema 02).

    ``limites`` dice con palabras hasta dónde llega el lugar; ``lat`` y ``lon`` son un punto de
    referencia; ``revisada`` es la fecha en que se miró por última vez (AAAA-MM-DD).
    """

    descripcion: str = ""
    limites: str = ""
    lat: float | None = None
    lon: float | None = None
    revisada: str = ""
    comunas: dict[str, OtraComuna] = field(default_factory=dict)
    indicadores: dict[str, Indicador] = field(default_factory=dict)
    asentamientos: dict[str, Asentamiento] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exigir_claves(self.comunas, self.indicadores, self.asentamientos)
        exigir_largo(LARGO_TEXTO, descripcion=self.descripcion, limites=self.limites)
        exigir_rango(self.lat, *LATITUDES, "La latitud en Chile")
        exigir_rango(self.lon, *LONGITUDES, "La longitud en Chile")
        exigir(
            not self.revisada or bool(_FECHA.fullmatch(self.revisada)),
            f"La fecha de revisión va como 2026-03-14; llegó «{self.revisada}».",
        )

    def sin_actor(self, id_actor: str) -> Self:
        """La misma ficha: el territorio no cita actores."""
        return self
