"""El tema 01: qué es una Mesa, si hay condiciones para una y de qué tipo conviene."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ipywidgets import DOMWidget

from mesa_territorial.dominio.actores import CAPITALES
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion import CONDICIONES, FORMA, OBSERVACIONES
from mesa_territorial_widgets.componentes import coalicion_en_pantalla as dice
from mesa_territorial_widgets.componentes.entrega import Hacer
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Razones
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.componentes.tipos_en_pantalla import bloques_de_los_tipos
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar

CLAVE = "01_que_es_una_mesa"
_LA_HOJA = "Una página: si hay condiciones, qué falta y qué tipo se decidió."
_EL_RESPALDO = "El respaldo completo: cada condición y cada observación con su hecho."
_BAJADA = (
    "Cada columna es una observación; cuanto más oscuro, más firme. No se promedian: un elemento "
    "no compensa a otro."
)
_SIN_OBSERVACIONES = (
    "Todavía no hay observaciones: agregue la primera en «Coalición», aunque no haya nada que "
    "mostrar. Será el punto de partida."
)
# Lo que estas lecturas miran de cada actor: moverlo en el mapa no las rehace.
_DEL_ACTOR = ("id", "nombre", "sector", "nivel", "estado", "influencia", "comite", *CAPITALES)
_COLUMNAS = (
    Columna("elemento", "Elemento"),
    Columna("fecha", "Fecha"),
    Columna("ocasion", "Ocasión"),
    Columna("estado", "Estado"),
    Columna("hecho", "El hecho que lo muestra"),
)


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _para_mirar)


def _para_mirar(pizarra: Pizarra) -> Sequence[DOMWidget]:
    from mesa_territorial_widgets.componentes.al_dia import AlDia
    from mesa_territorial_widgets.componentes.mapa import Mapa

    AlDia(pizarra)
    vistas = [
        Pieza("mapa", "Mapa", Mapa(pizarra)),
        Pieza("condiciones", "Condiciones", _condiciones(pizarra)),
        Pieza("dice", "Lo que dice", _razones(pizarra)),
        Pieza("tiempo", "En el tiempo", _lamina(pizarra)),
        Pieza("razones", "A favor y en contra", _tipos(pizarra)),
    ]
    return (Tablero({"lienzo": vistas}, recuerdo=f"explorar-{CLAVE}"),)


def aplicar(contexto: Contexto) -> DOMWidget:
    """La herramienta sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(contexto, CLAVE, _armar, rotulo_lado="Lo que dice sobre esta Mesa")


def _armar(pizarra: Pizarra) -> Zonas:
    from mesa_territorial_widgets.componentes.tabla import Tabla

    grafico = Tiempo(lambda: _lamina(pizarra), titulo="Dibujando la coalición")
    llevar = Tiempo(lambda: _entrega(pizarra), titulo="Preparando la hoja")
    return {
        "lienzo": [
            Pieza("condiciones", "Condiciones", _condiciones(pizarra)),
            Pieza("coalicion", "Coalición", _observaciones(pizarra)),
            Pieza("tiempo", "En el tiempo", grafico),
            Pieza("tipo", "Tipo de Mesa", Formulario(pizarra, FORMA)),
            Pieza("razones", "A favor y en contra", _tipos(pizarra)),
        ],
        "lado": [Pieza("dice", "Lo que dice", _razones(pizarra))],
        "abajo": [
            Pieza("llevar", "Para llevar", llevar),
            Pieza("actores", "Actores del mapa", Tabla(pizarra)),
        ],
    }


def _lo_que_mira(mesa: Mesa) -> Any:
    """Lo que cambia estas lecturas: el mapa, el objetivo y lo que otros temas ya saben."""
    actores = [tuple(getattr(a, campo) for campo in _DEL_ACTOR) for a in mesa.actores.values()]
    de_la_mesa = (mesa.objetivo, mesa.territorio, mesa.momentos)
    temas = (mesa.coalicion, mesa.escala, mesa.genero.representaciones)
    return temas, actores, mesa.relaciones, de_la_mesa


def _condiciones(pizarra: Pizarra) -> Fichero:
    nota = (
        "Las cinco primeras son de partida: si una falta, conviene trabajar en ella antes de "
        "invitar. Las otras se construyen en el camino."
    )
    fichero = Fichero(pizarra, CONDICIONES, nota=nota)

    def poner(mesa: Mesa) -> None:
        fichero.dichos = dice.dichos_de_condiciones(mesa)

    mantener_al_dia(pizarra, poner, mira=_lo_que_mira)
    return fichero


def _observaciones(pizarra: Pizarra) -> Fichero:
    nota = "Una por fecha. Al cambiar algo no corrija la anterior: agregue otra y compare."
    fichero = Fichero(pizarra, OBSERVACIONES, nota=nota)

    def poner(mesa: Mesa) -> None:
        fichero.orden = [o.id for o in reversed(mesa.coalicion.observaciones_en_orden)]

    mantener_al_dia(pizarra, poner, mira=lambda m: m.coalicion.observaciones)
    return fichero


def _razones(pizarra: Pizarra) -> Razones:
    razones = Razones(pizarra, titulo="Lo que dice")
    mantener_al_dia(pizarra, lambda m: razones.decir(dice.bloques_de_la_mesa(m)), mira=_lo_que_mira)
    return razones


def _tipos(pizarra: Pizarra) -> Razones:
    razones = Razones(pizarra, titulo="Cada tipo, a favor y en contra")
    mantener_al_dia(pizarra, lambda m: razones.decir(bloques_de_los_tipos(m)), mira=_lo_que_mira)
    return razones


def _lamina(pizarra: Pizarra) -> Lamina:
    from mesa_territorial.graficos.coalicion import filas_de_coalicion, grafico_de_coalicion

    lamina = Lamina(
        especificacion=grafico_de_coalicion(),
        columnas=_COLUMNAS,
        titulo="La coalición en el tiempo",
        nombre="coalicion",
        ilustrativa=pizarra.valor.ilustrativa,
    )

    def poner(mesa: Mesa) -> None:
        lamina.valor = filas_de_coalicion(mesa)
        lamina.bajada = _BAJADA if lamina.valor else _SIN_OBSERVACIONES

    mantener_al_dia(pizarra, poner, mira=lambda m: m.coalicion.observaciones)
    return lamina


def _entrega(pizarra: Pizarra) -> DOMWidget:
    from mesa_territorial.intercambio.coalicion_escrito import condiciones_y_tipo, los_hechos
    from mesa_territorial_widgets.componentes.entrega import Documento, Entrega

    def documento(clave: str, titulo: str, dice: str, escribir: Callable[..., Any]) -> Documento:
        formatos = _formatos(pizarra, escribir)
        return Documento(
            clave=clave, titulo=titulo, descripcion=dice, formatos=formatos, privado=True
        )

    return Entrega(
        [
            documento("hoja", "Condiciones y tipo de Mesa", _LA_HOJA, condiciones_y_tipo),
            documento("respaldo", "Los hechos", _EL_RESPALDO, los_hechos),
        ]
    )


def _formatos(pizarra: Pizarra, escribir: Callable[[Mesa, str], Any]) -> Mapping[str, Hacer]:
    from mesa_territorial.intercambio.escritos import archivo_pdf, archivo_word

    def escrito() -> Any:
        return escribir(pizarra.valor, date.today().isoformat())  # noqa: DTZ011  día local

    return {"Word": lambda: archivo_word(escrito()), "PDF": lambda: archivo_pdf(escrito())}
