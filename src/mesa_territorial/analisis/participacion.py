"""Presencia y voz: quiénes están, quiénes hablan y quiénes quedan a cargo. Sólo cuentas agregadas.

Estar no es participar: por eso la presencia y la voz se miden aparte y nunca se promedian. Con
menos de diez personas se muestra la cuenta y no el porcentaje; sobre cero no hay razón. El rango
40/60 («ningún sexo pasa del 60 %») es el de la ley 21.356. Que hablar menos importa, y que la
regla de decisión lo cambia: C. Karpowitz, T. Mendelberg y L. Shaker (APSR 106(3), 2012).
"""

from dataclasses import dataclass
from math import ceil

from mesa_territorial.dominio.reglas import exigir

PISO, TECHO = 0.40, 0.60
POCAS = 10
_CASI = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuenta:
    """Algo contado (personas, minutos, turnos, compromisos) de las mujeres y en total.

    El total incluye a quienes se declaran de otra manera o no declaran: nadie está obligado.
    """

    mujeres: float
    total: float

    def __post_init__(self) -> None:
        exigir(0 <= self.mujeres <= self.total, "Las mujeres no pueden ser más que el total.")

    @property
    def parte(self) -> float | None:
        """La parte de las mujeres, de 0 a 1; ``None`` si no hay nada que contar."""
        return self.mujeres / self.total if self.total else None

    @property
    def se_muestra_en_porcentaje(self) -> bool:
        """Si son suficientes para que un porcentaje no engañe."""
        return self.total >= POCAS


def esta_en_rango(asistencia: Cuenta) -> bool | None:
    """Si la parte de las mujeres va de 40 % a 60 %, bordes incluidos; ``None`` sin asistentes."""
    parte = asistencia.parte
    return None if parte is None else PISO - _CASI <= parte <= TECHO + _CASI


def minimo_para_el_piso(personas: int) -> int:
    """Cuántas mujeres hacen falta para que sean al menos 40 % de ``personas``."""
    return ceil(PISO * personas - _CASI * max(1, personas))


def indice_de_voz(hablado: Cuenta, asistencia: Cuenta) -> float | None:
    """La parte de lo hablado (minutos o turnos) sobre la parte de la asistencia.

    1 es hablar en proporción a la presencia; ``None`` si no asistieron mujeres o nadie habló.
    """
    habla, esta = hablado.parte, asistencia.parte
    return habla / esta if habla is not None and esta else None


def por_persona(hablado: float, personas: float) -> float | None:
    """Cuánto habló en promedio cada una; ``None`` si no había nadie."""
    return hablado / personas if personas else None
