"""Las piezas de la instalación, listas para ponerlas en un tablero o en un recorrido."""

from collections.abc import Callable
from datetime import UTC, datetime

from mesa_territorial.analisis.instalacion import integrantes
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.instalacion import INSTALACION
from mesa_territorial.esquemas.instalacion_fichas import (
    ACUERDOS,
    COMPROMISOS,
    DECLARACIONES,
    JUEGO,
    PUNTOS,
    QUIENES,
    SESIONES,
)
from mesa_territorial_widgets.componentes import instalacion_dicha as dice
from mesa_territorial_widgets.componentes.constitucion import Constitucion
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.pila import Pila
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Bloque, Razones
from mesa_territorial_widgets.componentes.tablero import Pieza
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

_PARA_ACORDAR = (
    "Lleve aquí una propuesta y deje que la acuerde la sala. Lo que implica cada regla se lee más "
    "abajo."
)
_SIN_INTEGRANTES = "Marque en el mapa a quienes integran la Mesa y aquí se dirá qué falta declarar."
_DE_PERSONAS = (
    "Una ficha por actor que integra la Mesa. Los nombres de las personas no se escriben aquí: van "
    "a mano en la hoja de firmas."
)


def piezas_de_instalacion(pizarra: Pizarra) -> list[Pieza]:
    """Las piezas en el orden en que se usan: constitucion, regla, quienes y acta."""
    return [
        Pieza("constitucion", "La Mesa y su Comité", _constitucion(pizarra)),
        Pieza("regla", "Regla, roles y calendario", _regla(pizarra)),
        Pieza("quienes", "Asistencia y probidad", _quienes(pizarra)),
        Pieza("acta", "El acta", _acta(pizarra)),
    ]


def _constitucion(pizarra: Pizarra) -> Pila:
    return Pila([Constitucion(pizarra), razones_del_comite(pizarra)])


def _regla(pizarra: Pizarra) -> Pila:
    return Pila(
        [
            Formulario(pizarra, INSTALACION, nota=_PARA_ACORDAR),
            razones_de_decision(pizarra),
            Fichero(pizarra, QUIENES),
            _reglas(pizarra),
            Fichero(pizarra, SESIONES),
        ]
    )


def _reglas(pizarra: Pizarra) -> Fichero:
    fichero = Fichero(pizarra, JUEGO)

    def poner(mesa: Mesa) -> None:
        fichero.sugerencias = [dict(s) for s in dice.reglas_sugeridas(mesa)]

    mantener_al_dia(pizarra, poner, mira=lambda m: m.instalacion.reglas)
    return fichero


def _quienes(pizarra: Pizarra) -> Pila:
    probidad = _razones(pizarra, "Lo que dice de la probidad", dice.bloques_de_probidad)
    return Pila([probidad, _declaraciones(pizarra)])


def _declaraciones(pizarra: Pizarra) -> Fichero:
    fichero = Fichero(pizarra, DECLARACIONES, nota=_DE_PERSONAS)

    def poner(mesa: Mesa) -> None:
        with fichero.hold_sync():
            fichero.orden = [a.id for a in integrantes(mesa)]
            fichero.dichos = dice.dichos_de_declaraciones(mesa)

    mantener_al_dia(pizarra, poner, mira=lambda m: (m.actores, m.instalacion.declaraciones))
    return fichero


def _acta(pizarra: Pizarra) -> Pila:
    return Pila(
        [
            faltas_del_acta(pizarra),
            Fichero(pizarra, PUNTOS),
            Fichero(pizarra, ACUERDOS),
            Fichero(pizarra, COMPROMISOS),
            para_llevar(pizarra),
        ]
    )


def faltas_del_acta(pizarra: Pizarra) -> Razones:
    """Lo que le falta al acta, siempre al día."""
    return _razones(pizarra, "Antes de firmar", dice.bloques_de_faltas)


def razones_del_comite(pizarra: Pizarra) -> Razones:
    """Lo que se ve del Comité, en palabras."""
    return _razones(pizarra, "Lo que dice del Comité", dice.bloques_del_comite)


def razones_de_decision(pizarra: Pizarra) -> Razones:
    """Lo que implica la regla de decisión, en palabras."""
    return _razones(pizarra, "Lo que dice de la regla", dice.bloques_de_decision)


def _razones(
    pizarra: Pizarra, titulo: str, bloques: Callable[[Mesa], tuple[Bloque, ...]]
) -> Razones:
    razones = Razones(pizarra, titulo=titulo, vacio=_SIN_INTEGRANTES)
    mantener_al_dia(
        pizarra,
        lambda m: razones.decir(bloques(m)),
        mira=lambda m: (m.actores, m.relaciones, m.instalacion, m.escala, m.genero, m.objetivo),
    )
    return razones


def para_llevar(pizarra: Pizarra) -> Entrega:
    """El acta en Word y PDF, y las sesiones en un calendario."""
    return Entrega(
        [
            Documento(
                clave="acta",
                titulo="Acta de constitución",
                descripcion="Word para corregir, PDF para firmar. Si algo lo impide, sale como "
                "borrador y dice qué falta.",
                formatos={"Word": lambda: _en_word(pizarra), "PDF": lambda: _en_pdf(pizarra)},
            ),
            Documento(
                clave="sesiones",
                titulo="Calendario de sesiones",
                descripcion="Las sesiones con fecha, para importarlas en su agenda.",
                formatos={"Archivo .ics": lambda: _calendario(pizarra.valor)},
            ),
        ]
    )


def _en_word(pizarra: Pizarra) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.acta_de_constitucion import acta_en_word

    return acta_en_word(pizarra.valor)


def _en_pdf(pizarra: Pizarra) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.acta_de_constitucion import acta_en_pdf

    return acta_en_pdf(pizarra.valor)


def _calendario(mesa: Mesa) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.calendario import escribir_calendario
    from mesa_territorial.intercambio.citas_de_sesiones import citas_de_sesiones

    contenido = escribir_calendario(mesa.nombre, citas_de_sesiones(mesa), datetime.now(UTC))
    return f"{nombre_de_archivo(mesa.nombre)}_sesiones.ics", contenido
