"""La regla de decisión y la palabra: lo que se sabe de ellas y lo que se midió en la sala.

Fuente: Karpowitz, Mendelberg y Shaker (2012), «Gender Inequality in Deliberative Participation»,
American Political Science Review: un experimento con 94 grupos.
"""

from collections.abc import Iterator

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.genero.cuentas import contar_sesion
from mesa_territorial.analisis.instalacion.sala import contado_en_la_sala, sesion_de_instalacion
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.instalacion_codigos import ReglaDeDecision as Regla
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

FUENTE = (
    "Un experimento con 94 grupos (Karpowitz, Mendelberg y Shaker, 2012) encontró que la brecha de "
    "palabra desaparece con unanimidad y pocas mujeres, o con mayoría y muchas. Fue en otro país: "
    "sirve para saber dónde mirar, no para predecir su sala."
)
_POR_MAYORIA = (Regla.MAYORIA_SIMPLE, Regla.MAYORIA_CALIFICADA)


_SIN_CONTAR = Dicho(
    texto="No se sabe cuántas mujeres habrá en la sala.",
    por_que=FUENTE,
    que_hacer="Cuéntelas en la sesión y anótelo en el tema 6, con la misma fecha.",
)


def leer_palabra(mesa: Mesa, regla: Regla) -> Iterator[Dicho]:
    """Cuántas mujeres hay en la sala, qué esperar con esta regla y qué se midió."""
    contado = contado_en_la_sala(mesa)
    if contado is None or not contado.total:
        yield _SIN_CONTAR
        return
    cuenta = f"{numero(contado.mujeres)} de {numero(contado.total)}"
    if contado.mujeres >= contado.hombres:
        yield Dicho(texto=f"Las mujeres son {cuenta} en la sala.", tono=Tono.FORTALEZA)
    else:
        en_minoria = _y_por_mayoria if regla in _POR_MAYORIA else _y_por_acuerdo
        yield en_minoria(cuenta)
    yield from _lo_medido(mesa)


def _y_por_acuerdo(cuenta: str) -> Dicho:
    return Dicho(
        texto=f"Las mujeres son {cuenta}, y con esta regla su acuerdo hace falta.",
        tono=Tono.FORTALEZA,
        por_que=FUENTE,
        que_hacer="Aun así, mida quién habla: la regla ayuda, no reemplaza a quien modera.",
    )


def _y_por_mayoria(cuenta: str) -> Dicho:
    return Dicho(
        texto=f"Las mujeres son {cuenta} y se decide por mayoría: es cuando menos se las oye.",
        tono=Tono.ALERTA,
        por_que=FUENTE,
        que_hacer=(
            "Tres caminos: decidir lo de fondo por consenso o unanimidad, empezar cada punto con "
            "una ronda, o emparejar la sala antes de votar."
        ),
    )


def _lo_medido(mesa: Mesa) -> Iterator[Dicho]:
    """Lo que de verdad hablaron, si se contaron los turnos: manda sobre cualquier experimento."""
    sesion = sesion_de_instalacion(mesa)
    cuentas = contar_sesion(sesion) if sesion else None
    if cuentas is None or cuentas.turnos is None or cuentas.asistencia is None:
        return
    voz = cuentas.voz_turnos
    tomaron = f"{numero(cuentas.turnos.mujeres)} de {numero(cuentas.turnos.total)} turnos"
    menos = voz is not None and voz < 1
    yield Dicho(
        texto=f"En la sesión, las mujeres tomaron {tomaron}.",
        tono=Tono.ALERTA if menos else Tono.FORTALEZA,
        por_que=f"Índice de voz {numero(voz or 0, 2)}: 1 es hablar en proporción a la presencia.",
        que_hacer="Lo medido en su sala manda: pruebe una regla de palabra y vuelva a contar."
        if menos
        else "",
    )
