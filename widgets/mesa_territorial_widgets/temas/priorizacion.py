"""El tema 04: la priorización, guiada sobre Campanilla y después sobre la Mesa del equipo.

El tablero sigue el método: evaluar, conversar lo disputado, ordenar y decidir.
"""

from collections.abc import Callable, Sequence

from ipywidgets import DOMWidget

from mesa_territorial.analisis.prioridad import actores_priorizados
from mesa_territorial.analisis.prioridad.notas import notas_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import esquema_de
from mesa_territorial.esquemas.prioridad import ORIGENES
from mesa_territorial_widgets.componentes.cuadricula import Cuadricula
from mesa_territorial_widgets.componentes.decidir_varios import DecidirVarios
from mesa_territorial_widgets.componentes.evaluaciones import Evaluaciones
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.notas_de_evaluadores import (
    contar_notas,
    notas_por_atributo,
)
from mesa_territorial_widgets.componentes.pila import Pila
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.prioridad_acuerdo import decir_acuerdo
from mesa_territorial_widgets.componentes.prioridad_clases import decir_clases
from mesa_territorial_widgets.componentes.prioridad_firmeza import decir_firmeza
from mesa_territorial_widgets.componentes.prioridad_orden import decir_metodos
from mesa_territorial_widgets.componentes.prioridad_para_llevar import entrega_de_prioridad
from mesa_territorial_widgets.componentes.prioridad_resumen import (
    decir_resumen,
    dichos_de_decisiones,
)
from mesa_territorial_widgets.componentes.razones import Bloque, Razones
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar
from mesa_territorial_widgets.contexto.votaciones_cerradas import VotacionesCerradas

CLAVE = "04_priorizacion"
_SIN_ACTORES = (
    "Todavía no hay actores que priorizar. Dibuje el mapa (tema 3) y vuelva: aquí estarán los "
    "mismos actores."
)
_SIN_ACUERDO = (
    "Se necesitan al menos dos evaluadores con notas. Agréguelos en «Evaluar» y aquí se verá en "
    "qué no coinciden."
)


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _para_recorrer)


def _para_recorrer(pizarra: Pizarra) -> Sequence[DOMWidget]:
    vistas = [
        Pieza("cuadricula", "Influencia e interés", _cuadricula(pizarra)),
        Pieza("acuerdo", "Acuerdo", _razones(pizarra, "Cuánto coinciden", decir_acuerdo)),
        Pieza("orden", "Orden", _orden(pizarra)),
        Pieza("decisiones", "Decisiones", _decisiones(pizarra)),
    ]
    return (Tablero({"lienzo": vistas}, recuerdo=f"{CLAVE}-explorar"),)


def aplicar(contexto: Contexto) -> DOMWidget:
    """El tablero de trabajo sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(
        contexto,
        CLAVE,
        lambda pizarra: _zonas(pizarra, VotacionesCerradas(contexto)),
        rotulo_lado="Lo que dice la priorización",
    )


def _zonas(pizarra: Pizarra, votaciones: VotacionesCerradas) -> Zonas:
    evaluar = Pila(
        [
            _evaluadores(pizarra),
            notas_por_atributo(pizarra),
            Evaluaciones(pizarra, votaciones),
        ]
    )
    acuerdo = _razones(pizarra, "Cuánto coinciden", decir_acuerdo, vacio=_SIN_ACUERDO)
    lado = Pila([_razones(pizarra, "Cómo va", decir_resumen), entrega_de_prioridad(pizarra)])
    ordenar = Pila([Formulario(pizarra, esquema_de("prioridad")), _orden(pizarra)])
    return {
        "lienzo": [
            Pieza("evaluar", "Evaluar", evaluar),
            Pieza("conversar", "Conversar", acuerdo),
            Pieza("cuadricula", "Influencia e interés", _cuadricula(pizarra)),
            Pieza("ordenar", "Ordenar", ordenar),
            Pieza("decidir", "Decidir", Pila([DecidirVarios(pizarra), _decisiones(pizarra)])),
        ],
        "lado": [Pieza("lado", "Lo que dice la priorización", lado)],
    }


def _evaluadores(pizarra: Pizarra) -> Fichero:
    evaluadores = Fichero(pizarra, esquema_de("prioridad", "evaluadores"))

    def poner(mesa: Mesa) -> None:
        evaluadores.calculados = {
            e.id: {"origen": ORIGENES[e.origen], "notas": contar_notas(e)}
            for e in mesa.prioridad.evaluadores.values()
        }

    mantener_al_dia(pizarra, poner, mira=_lo_que_mira)
    return evaluadores


def _razones(
    pizarra: Pizarra,
    titulo: str,
    decir: Callable[[Mesa], list[Bloque]],
    *,
    vacio: str = _SIN_ACTORES,
) -> Razones:
    razones = Razones(pizarra, titulo=titulo, vacio=vacio)
    mantener_al_dia(pizarra, lambda mesa: razones.decir(decir(mesa)), mira=_lo_que_mira)
    return razones


def _lo_que_mira(mesa: Mesa) -> object:
    """Lo que cambia la priorización: mover un nodo en el mapa no obliga a rehacerla."""
    return mesa.prioridad, [
        (a.id, a.nombre, a.influencia, a.interes, a.legitimidad, a.urgencia, a.torre)
        for a in mesa.actores.values()
    ]


def _orden(pizarra: Pizarra) -> Razones:
    return _razones(
        pizarra,
        "El orden, puesto a prueba",
        lambda mesa: [*decir_metodos(mesa), *decir_firmeza(mesa), *decir_clases(mesa)],
    )


def _cuadricula(pizarra: Pizarra) -> Cuadricula:
    """La cuadrícula del mapa; el fantasma es lo que dice la mediana de los evaluadores."""
    cuadricula = Cuadricula(pizarra, rotulo_anteriores="Ver la mediana de los evaluadores")

    def poner(mesa: Mesa) -> None:
        cuadricula.anteriores = {
            i: [juicio["influencia"].valor, juicio["interes"].valor]
            for i, juicio in notas_de(mesa).items()
            if all(c in juicio and juicio[c].evaluadores for c in ("influencia", "interes"))
        }

    mantener_al_dia(pizarra, poner, mira=_lo_que_mira)
    return cuadricula


def _decisiones(pizarra: Pizarra) -> Fichero:
    decisiones = Fichero(
        pizarra,
        esquema_de("prioridad", "decisiones"),
        nota="La decisión es de personas: se anota con su razón, y no cambia si cambia el puntaje.",
    )

    def poner(mesa: Mesa) -> None:
        # Al decidir, la ficha no se mueve bajo la mano: la fila se rehace si cambian los actores.
        if set(decisiones.orden) != set(mesa.actores):
            decisiones.orden = [p.id for p in actores_priorizados(mesa)]
        decisiones.dichos = {i: list(d) for i, d in dichos_de_decisiones(mesa).items()}

    mantener_al_dia(pizarra, poner, mira=_lo_que_mira)
    return decisiones
