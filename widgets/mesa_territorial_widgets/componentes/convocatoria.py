"""Las piezas de la convocatoria, listas para ponerlas en un tablero o en un recorrido."""

from collections.abc import Callable
from datetime import date
from typing import Any

from mesa_territorial.analisis.convocatoria import hacer_balance, lideradas_de
from mesa_territorial.analisis.convocatoria.plan import orden_del_plan
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.convocatoria import GESTIONES, INVITACIONES, SESION
from mesa_territorial_widgets.componentes import convocatoria_dicha as dice
from mesa_territorial_widgets.componentes.cartas import Cartas
from mesa_territorial_widgets.componentes.convocatoria_entrega import para_llevar
from mesa_territorial_widgets.componentes.convocatoria_historia import mudanzas_de
from mesa_territorial_widgets.componentes.convocatoria_mirada import mirar_convocatoria
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Razones
from mesa_territorial_widgets.componentes.tablero import Pieza
from mesa_territorial_widgets.componentes.tablero_de_estados import TableroDeEstados
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

Reloj = Callable[[], date]
DIA_DEL_CASO = {"mesa_campanilla": date(2020, 11, 20)}
"""El día en que se mira cada caso: sus fechas son de ejercicio y hoy estarían todas vencidas."""
_COLUMNAS = (
    Columna("fila", "Organizaciones por"),
    Columna("hoy", "Hoy"),
    Columna("comprometidos", "Si cumplen los comprometidos"),
    Columna("invitados", "Si aceptan todos"),
)
_NOTA = (
    "Primero los que faltan, en el orden de la priorización. Lo que escriba aquí va en la carta; "
    "en «Cartas» puede pedir un borrador para corregirlo."
)


def reloj_de(pizarra: Pizarra) -> Reloj:
    """El día respecto del que algo está atrasado: hoy o, al explorar un caso, el día del caso."""
    dia = DIA_DEL_CASO.get(pizarra.valor.id) if pizarra.solo_lectura else None
    return lambda: dia or date.today()  # noqa: DTZ011 — el día que ve la persona


def piezas_de_convocatoria(
    contexto: Any, pizarra: Pizarra, *, reloj: Reloj | None = None
) -> list[Pieza]:
    """Las piezas de la convocatoria, en el orden en que se usan; ``razones`` y ``llevar`` al final.

    Claves: estados, invitaciones, gestiones, sesion, cartas, balance, razones y llevar.
    ``contexto`` puede ser ``None`` (en un recorrido): sólo sirve para saber qué estados se
    cambiaron desde el mapa. ``reloj`` da el día respecto del que algo está atrasado (ver
    ``reloj_de``).
    """
    reloj = reloj or reloj_de(pizarra)
    estados = TableroDeEstados(pizarra, reloj=reloj, mudanzas=mudanzas_de(contexto))
    balance = Tiempo(lambda: lamina_de_balance(pizarra), titulo="Sentando a todos")
    return [
        Pieza("estados", "Tablero", estados),
        Pieza("invitaciones", "Invitaciones", invitaciones_de(pizarra, reloj)),
        Pieza("gestiones", "Gestiones", _gestiones(pizarra, reloj)),
        Pieza("sesion", "Quién convoca y a qué", Formulario(pizarra, SESION)),
        Pieza("cartas", "Cartas", Cartas(pizarra, reloj=reloj)),
        Pieza("balance", "Balance", balance),
        Pieza("razones", "Lo que dice la convocatoria", razones_de_convocatoria(pizarra, reloj)),
        Pieza("llevar", "Para llevar", para_llevar(pizarra, reloj)),
    ]


def invitaciones_de(pizarra: Pizarra, reloj: Reloj | None = None) -> Fichero:
    """Las invitaciones, cada una con los caminos por los que se llega y lo que conviene mirar."""
    reloj = reloj or reloj_de(pizarra)
    fichero = Fichero(pizarra, INVITACIONES, nota=_NOTA)

    def poner(mesa: Mesa) -> None:
        orden = orden_del_plan(mesa)
        with fichero.hold_sync():
            fichero.orden = list(orden)
            fichero.dichos = dice.de_invitaciones(mesa, orden, reloj())

    mantener_al_dia(pizarra, poner, mira=mirar_convocatoria)
    return fichero


def _gestiones(pizarra: Pizarra, reloj: Reloj) -> Fichero:
    fichero = Fichero(pizarra, GESTIONES)

    def poner(mesa: Mesa) -> None:
        gestiones = mesa.convocatoria.gestiones.values()
        with fichero.hold_sync():
            fichero.orden = [g.id for g in sorted(gestiones, key=dice.lo_que_sigue_primero)]
            fichero.dichos = {g.id: dice.de_gestion(g, reloj()) for g in gestiones}

    mantener_al_dia(pizarra, poner, mira=lambda m: m.convocatoria.gestiones)
    return fichero


def razones_de_convocatoria(pizarra: Pizarra, reloj: Reloj | None = None) -> Razones:
    """Quién decide y no está convocado, en qué va, por qué camino y cómo quedaría la Mesa."""
    reloj = reloj or reloj_de(pizarra)
    razones = Razones(pizarra, titulo="Lo que dice la convocatoria")
    mantener_al_dia(
        pizarra, lambda m: razones.decir(dice.bloques(m, reloj())), mira=mirar_convocatoria
    )
    return razones


def lamina_de_balance(pizarra: Pizarra) -> Lamina:
    """El balance dibujado, con su tabla; el título es lo primero que conviene corregir."""
    from mesa_territorial.graficos.convocatoria import filas_de_balance, grafico_de_balance

    lamina = Lamina(
        especificacion=grafico_de_balance(),
        columnas=_COLUMNAS,
        bajada="Organizaciones que integrarían la Mesa. Anillo, hoy; rombo, si cumplen los "
        "comprometidos; punto lleno, si aceptan todos los invitados. No cuenta personas.",
        nombre="balance_de_la_mesa",
        ilustrativa=pizarra.valor.ilustrativa,
    )

    def poner(mesa: Mesa) -> None:
        balance = hacer_balance(mesa, lideradas_de(mesa))
        with lamina.hold_sync():
            lamina.titulo = dice.titulo_de_balance(mesa, balance)
            lamina.valor = filas_de_balance(mesa, balance)

    mantener_al_dia(pizarra, poner, mira=mirar_convocatoria)
    return lamina
