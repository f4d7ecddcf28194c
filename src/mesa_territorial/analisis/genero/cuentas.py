"""Presencia, voz y cargos de cada sesión, y cómo se dicen sin engañar.

Con menos de diez casos se dice la cuenta y no el porcentaje; sobre cero no hay razón. La razón de
liderazgo es la parte de los liderazgos sobre la parte de la asistencia, como el índice de voz.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mesa_territorial.analisis.participacion import (
    Cuenta,
    esta_en_rango,
    indice_de_voz,
    minimo_para_el_piso,
    por_persona,
)
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_sesion import Conteo, RegistroDeSesion
from mesa_territorial.textos import numero


@dataclass(frozen=True, slots=True, kw_only=True)
class CuentasDeSesion:
    """Lo que se deduce de una sesión; ``None`` donde falta el dato o se dividiría por cero.

    Los índices son partes de lo hablado (o de los liderazgos) sobre la parte de la asistencia; los
    minutos por persona van por grupo.
    """

    sesion: RegistroDeSesion
    asistencia: Cuenta | None
    minutos: Cuenta | None
    turnos: Cuenta | None
    compromisos: Cuenta | None
    liderazgos: Cuenta | None
    en_rango: bool | None
    voz_minutos: float | None
    voz_turnos: float | None
    razon_liderazgo: float | None
    minutos_por_mujer: float | None
    minutos_por_hombre: float | None

    @property
    def voz(self) -> float | None:
        """El índice de voz por minutos o, si no se midieron, por turnos."""
        return self.voz_turnos if self.voz_minutos is None else self.voz_minutos


def contar_sesion(sesion: RegistroDeSesion) -> CuentasDeSesion:
    """Las cuentas de una sesión (oráculo 15_genero_metricas)."""
    asisten, minutos = sesion.contado("asistentes"), sesion.contado("minutos")
    asistencia, hablado = _cuenta(asisten), _cuenta(minutos)
    turnos, liderazgos = _cuenta(sesion.contado("turnos")), _cuenta(sesion.contado("liderazgos"))
    return CuentasDeSesion(
        sesion=sesion,
        asistencia=asistencia,
        minutos=hablado,
        turnos=turnos,
        compromisos=_cuenta(sesion.contado("compromisos")),
        liderazgos=liderazgos,
        en_rango=None if asistencia is None else esta_en_rango(asistencia),
        voz_minutos=_indice(hablado, asistencia),
        voz_turnos=_indice(turnos, asistencia),
        razon_liderazgo=_indice(liderazgos, asistencia),
        minutos_por_mujer=_por_persona(minutos, asisten, "mujeres"),
        minutos_por_hombre=_por_persona(minutos, asisten, "hombres"),
    )


def contar_sesiones(genero: Genero) -> tuple[CuentasDeSesion, ...]:
    """Las cuentas de cada sesión, de la más antigua a la más nueva; sin fecha, al final."""
    en_orden = sorted(genero.sesiones.values(), key=lambda s: (not s.fecha, s.fecha))
    return tuple(contar_sesion(s) for s in en_orden)


def sumar(sesiones: Iterable[RegistroDeSesion], que: str) -> Cuenta | None:
    """Lo contado en todas las sesiones juntas; ``None`` si no se contó en ninguna.

    Se suman las cuentas y se divide al final: un promedio de porcentajes daría lo mismo a una
    sesión de cinco personas que a una de cincuenta.
    """
    conteos = [c for s in sesiones if (c := s.contado(que)) is not None]
    if not conteos:
        return None
    return Cuenta(mujeres=sum(c.mujeres for c in conteos), total=sum(c.total for c in conteos))


def _cuenta(conteo: Conteo | None) -> Cuenta | None:
    return None if conteo is None else Cuenta(mujeres=conteo.mujeres, total=conteo.total)


def _indice(hablado: Cuenta | None, asistencia: Cuenta | None) -> float | None:
    if hablado is None or asistencia is None:
        return None
    return indice_de_voz(hablado, asistencia)


def _por_persona(minutos: Conteo | None, asisten: Conteo | None, grupo: str) -> float | None:
    if minutos is None or asisten is None:
        return None
    return por_persona(getattr(minutos, grupo), getattr(asisten, grupo))


def decir_cuenta(cuenta: Cuenta | None) -> str:
    """«12 de 28 (43 %)»; con menos de diez, sólo «3 de 7»; sin dato, «sin contar».

    El espacio antes del signo no se corta al final de una línea.

    >>> decir_cuenta(Cuenta(mujeres=12, total=28)), decir_cuenta(Cuenta(mujeres=3, total=7))
    ('12 de 28 (43\\xa0%)', '3 de 7')
    """
    if cuenta is None:
        return "sin contar"
    if cuenta.parte is None:
        return "nada que contar"
    dicha = f"{_n(cuenta.mujeres)} de {_n(cuenta.total)}"
    if not cuenta.se_muestra_en_porcentaje:
        return dicha
    return f"{dicha} ({numero(100 * cuenta.parte)}\u00a0%)"


def decir_rango(asistencia: Cuenta | None) -> str:
    """Si la asistencia está en 40/60 y, si no, cuántas mujeres faltan para el piso."""
    if asistencia is None or asistencia.parte is None:
        return ""
    if esta_en_rango(asistencia):
        return "dentro de 40/60"
    faltan = minimo_para_el_piso(round(asistencia.total)) - asistencia.mujeres
    if faltan > 0:
        return f"fuera de 40/60: con la misma sala, harían falta {_n(faltan)} más"
    return "fuera de 40/60: las mujeres son más del 60 %"


def _n(valor: float) -> str:
    return numero(valor, 0 if float(valor).is_integer() else 1)
