"""Lo que se cuenta en una sesión, sólo en números: presencia, palabra, compromisos, liderazgos."""

from dataclasses import dataclass
from typing import Any

from mesa_territorial.dominio.fechas import exigir_fecha
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.secciones import exigir_largo

GRUPOS = ("mujeres", "hombres", "otra")
"""Mujeres, hombres, y otra o no declara."""
CONTADOS = ("asistentes", "minutos", "turnos", "compromisos", "liderazgos")
LARGO_NOMBRE, LARGO_NOTA = 120, 2_000
MAXIMO = 100_000


@dataclass(frozen=True, slots=True)
class Conteo:
    """Algo contado por grupo: personas, minutos, turnos, compromisos o liderazgos."""

    mujeres: float
    hombres: float
    otra: float = 0

    @property
    def total(self) -> float:
        """Todo lo contado, también lo de quienes se declaran de otra manera o no declaran."""
        return self.mujeres + self.hombres + self.otra


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistroDeSesion:
    """Los números de una sesión; lo que no se contó queda vacío, que no es lo mismo que cero.

    ``otra`` reúne a quienes se declaran de otra manera o no declaran; en compromisos y liderazgos,
    también los compartidos. Los minutos son de palabra.
    """

    id: str
    nombre: str
    fecha: str = ""
    asistentes_mujeres: int | None = None
    asistentes_hombres: int | None = None
    asistentes_otra: int | None = None
    minutos_mujeres: float | None = None
    minutos_hombres: float | None = None
    minutos_otra: float | None = None
    turnos_mujeres: int | None = None
    turnos_hombres: int | None = None
    turnos_otra: int | None = None
    compromisos_mujeres: int | None = None
    compromisos_hombres: int | None = None
    compromisos_otra: int | None = None
    liderazgos_mujeres: int | None = None
    liderazgos_hombres: int | None = None
    liderazgos_otra: int | None = None
    nota: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "La sesión necesita un nombre, como «Sesión 1».")
        exigir_largo(LARGO_NOMBRE, nombre=self.nombre)
        exigir_largo(LARGO_NOTA, nota=self.nota)
        exigir_fecha(self.fecha)
        for que in CONTADOS:
            _exigir_cuentas(que, [getattr(self, f"{que}_{grupo}") for grupo in GRUPOS])

    def contado(self, que: str) -> Conteo | None:
        """Lo contado de ``CONTADOS``; ``None`` si falta el número de mujeres o el de hombres.

        Con uno solo, la parte de las mujeres sería siempre 100 % o 0 %, y engañaría.
        """
        mujeres, hombres, otra = (getattr(self, f"{que}_{grupo}") for grupo in GRUPOS)
        if mujeres is None or hombres is None:
            return None
        return Conteo(mujeres, hombres, otra or 0)


def _exigir_cuentas(que: str, numeros: list[Any]) -> None:
    for numero in numeros:
        exigir(
            numero is None or 0 <= numero <= MAXIMO,
            f"{que.capitalize()}: una cuenta va de 0 a 100.000; llegó «{numero}».",
        )
