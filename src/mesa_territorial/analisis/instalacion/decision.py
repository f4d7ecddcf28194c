"""Cómo se decide: qué implica cada regla y lo que falta acordar de ella.

Las implicancias son propuesta de este kit; lo que consta de la palabra está en ``palabra``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.instalacion.palabra import leer_palabra
from mesa_territorial.analisis.instalacion.quorum import leer_quorum
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.instalacion_codigos import ReglaDeDecision as Regla
from mesa_territorial.dominio.instalacion_codigos import SinAcuerdo
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.instalacion_textos import REGLAS


@dataclass(frozen=True, slots=True, kw_only=True)
class Implicancia:
    """Lo que una regla le hace a la palabra, cuándo conviene y qué hay que cuidar."""

    palabra: str
    conviene: str
    cuidado: str


IMPLICANCIAS: Mapping[Regla, Implicancia] = {
    Regla.CONSENSO: Implicancia(
        palabra="Nadie se opone: quien duda tiene que ser oído antes de cerrar.",
        conviene="Lo que compromete recursos o plazos de otros.",
        cuidado="Callar no es estar de acuerdo: pregunte uno por uno antes de dar por acordado.",
    ),
    Regla.UNANIMIDAD: Implicancia(
        palabra="Todos a favor: cada voz pesa lo mismo, también la de quienes son menos.",
        conviene="Pocas decisiones de fondo y grupos chicos, como el Comité.",
        cuidado="Una sola voz puede detener todo: acuerde la salida antes de usarla.",
    ),
    Regla.MAYORIA_CALIFICADA: Implicancia(
        palabra="Hay que convencer a varios: la minoría grande puede detener y la chica no.",
        conviene="Cambiar las reglas, el objetivo o el Comité.",
        cuidado="Diga el porcentaje y sobre quiénes se calcula.",
    ),
    Regla.MAYORIA_SIMPLE: Implicancia(
        palabra="Gana quien suma más: se habla para ganar, y quienes son menos hablan menos.",
        conviene="Asuntos de procedimiento: fechas, lugares, orden de la tabla.",
        cuidado="No la use para obligar a quien tiene la competencia: su firma no se vota.",
    ),
}


def leer_decision(mesa: Mesa) -> tuple[Dicho, ...]:
    """Lo que implica la regla elegida para quien habla, y lo que falta acordar de ella."""
    regla = mesa.instalacion.regla
    if regla is None:
        return (
            Dicho(
                texto="Todavía no está acordado cómo se decide.",
                tono=Tono.ALERTA,
                que_hacer="Lleve una propuesta: la regla la acuerda la sala, no el equipo.",
            ),
        )
    dichos = (_que_implica(regla), *leer_palabra(mesa, regla), *_de_la_salida(mesa, regla))
    return (*dichos, *leer_quorum(mesa))


def _que_implica(regla: Regla) -> Dicho:
    dice = IMPLICANCIAS[regla]
    return Dicho(
        texto=f"{REGLAS[regla].split(':')[0]}. {dice.palabra}",
        por_que=f"Conviene para: {dice.conviene}",
        que_hacer=dice.cuidado,
    )


def _de_la_salida(mesa: Mesa, regla: Regla) -> Iterator[Dicho]:
    salida = mesa.instalacion.sin_acuerdo
    if salida is None and regla is not Regla.MAYORIA_SIMPLE:
        yield Dicho(
            texto="Falta decir qué se hará cuando no haya acuerdo.",
            tono=Tono.ALERTA,
            que_hacer="Acuérdelo antes de necesitarlo: después, cada quien pedirá la que le sirve.",
        )
    usa = regla is Regla.MAYORIA_CALIFICADA or salida is SinAcuerdo.CALIFICADA
    if usa and mesa.instalacion.umbral is None:
        yield Dicho(
            texto="Hay decisiones por mayoría calificada y no dice de cuánto.",
            tono=Tono.ALERTA,
            que_hacer="Escriba el porcentaje; dos tercios son 67.",
        )
