"""La cuenta: qué puntaje saca cada nivel, cuánto se mueve y qué la daría vuelta.

Suma ponderada con los pesos repartidos hasta sumar 1 (Hwang y Yoon 1981; ver
``analisis.criterios``). La sensibilidad sube y baja cada peso en diez puntos porcentuales y
reescala los demás; el peso de empate es aquél en que otro nivel alcanza al primero.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.criterios import (
    Orden,
    PesoDeEmpate,
    Prueba,
    ordenar,
    pesos_de_empate,
    probar_pesos,
)
from mesa_territorial.analisis.criterios.suma import CASI, repartir
from mesa_territorial.analisis.escala.niveles import EN_ORDEN
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.escala_criterios import CriterioDeEscala

MINIMO_DE_NIVELES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rango:
    """El puntaje de un nivel, de 1 a 5, y entre qué valores queda al mover los pesos."""

    nivel: Nivel
    puntaje: float
    minimo: float
    maximo: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuenta:
    """Los niveles comparados, del mayor puntaje al menor, y lo que cambiaría el primer lugar.

    ``criterios`` y ``pesos`` van en el mismo orden; los pesos suman 1. ``incompletos`` nombra los
    criterios que le faltan a cada nivel que quedó fuera de la cuenta.
    """

    criterios: tuple[CriterioDeEscala, ...]
    pesos: tuple[float, ...]
    notas: Mapping[str, tuple[float, ...]]
    orden: Orden
    pruebas: tuple[Prueba, ...]
    empates: tuple[PesoDeEmpate, ...]
    rangos: tuple[Rango, ...]
    incompletos: Mapping[Nivel, tuple[str, ...]]

    @property
    def primeros(self) -> tuple[Nivel, ...]:
        """El nivel con mayor puntaje, o los que empatan en él, del más cercano al más amplio."""
        empatados = {Nivel(n) for n in self.orden.empatadas}
        return tuple(n for n in EN_ORDEN if n in empatados)

    @property
    def segundo(self) -> Nivel | None:
        """El mejor de los que no van primeros."""
        resto = [n for n in self.orden.orden if n not in self.orden.empatadas]
        return Nivel(resto[0]) if resto else None

    @property
    def que_lo_dan_vuelta(self) -> tuple[Prueba, ...]:
        """Las pruebas de ±10 puntos en que el primer lugar deja de ser el mismo."""
        hoy = set(self.orden.empatadas)
        return tuple(p for p in self.pruebas if set(p.orden.empatadas) != hoy)


def que_falta_para_contar(escala: Escala) -> str:
    """Lo que impide comparar niveles, en una frase; vacía si ya se puede."""
    if not _que_pesan(escala):
        return "Ningún criterio pesa más que 0: reparta los pesos antes de comparar."
    completas, incompletos = _separar(escala)
    if len(completas) >= MINIMO_DE_NIVELES:
        return ""
    if incompletos:
        return "Complete las notas de al menos dos niveles: a los que tienen alguna les faltan."
    return "Ponga notas a dos niveles o más: sin comparar no hay decisión de escala."


def contar_escala(escala: Escala) -> Cuenta | None:
    """La cuenta con los niveles que tienen todas sus notas; ``None`` si aún no se puede."""
    if que_falta_para_contar(escala):
        return None
    pesos = repartir([c.peso for c in _que_pesan(escala)])
    notas, incompletos = _separar(escala)
    orden, pruebas = ordenar(notas, pesos), probar_pesos(notas, pesos)
    return Cuenta(
        criterios=_que_pesan(escala),
        pesos=pesos,
        notas=notas,
        orden=orden,
        pruebas=pruebas,
        empates=pesos_de_empate(notas, pesos),
        rangos=tuple(_rango(Nivel(n), orden, pruebas) for n in orden.orden),
        incompletos=incompletos,
    )


def _que_pesan(escala: Escala) -> tuple[CriterioDeEscala, ...]:
    """Los criterios que entran en la cuenta; el que pesa 0 queda fuera."""
    return tuple(c for c in escala.criterios.values() if c.peso > 0)


def _separar(
    escala: Escala,
) -> tuple[dict[str, tuple[float, ...]], dict[Nivel, tuple[str, ...]]]:
    """Los niveles con todas sus notas, y qué criterios le faltan a cada uno de los demás."""
    completas: dict[str, tuple[float, ...]] = {}
    incompletos: dict[Nivel, tuple[str, ...]] = {}
    criterios = _que_pesan(escala)
    for nivel in EN_ORDEN:
        suyas = escala.niveles[nivel].notas if nivel in escala.niveles else {}
        if not any(c.id in suyas for c in criterios):
            continue
        faltan = tuple(c.nombre for c in criterios if c.id not in suyas)
        if faltan:
            incompletos[nivel] = faltan
        else:
            completas[nivel] = tuple(suyas[c.id] for c in criterios)
    return completas, incompletos


def _rango(nivel: Nivel, orden: Orden, pruebas: tuple[Prueba, ...]) -> Rango:
    todos = [orden.puntajes[nivel], *(p.orden.puntajes[nivel] for p in pruebas)]
    return Rango(nivel=nivel, puntaje=orden.puntajes[nivel], minimo=min(todos), maximo=max(todos))


def ventajas(cuenta: Cuenta, uno: Nivel, otro: Nivel) -> tuple[tuple[CriterioDeEscala, float], ...]:
    """En qué criterios gana ``uno`` a ``otro``, con los puntos que le da, de más a menos."""
    puntos = (
        (criterio, peso * (a - b))
        for criterio, peso, a, b in zip(
            cuenta.criterios, cuenta.pesos, cuenta.notas[uno], cuenta.notas[otro], strict=True
        )
    )
    return tuple(sorted((p for p in puntos if p[1] > CASI), key=lambda p: -p[1]))
