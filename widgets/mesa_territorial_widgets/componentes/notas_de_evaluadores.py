"""La matriz de actores por evaluadores, una por atributo."""

from collections.abc import Callable

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.prioridad.notas import notas_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluador
from mesa_territorial.esquemas.prioridad import ATRIBUTOS, PREGUNTAS
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.matriz import Matriz, Resumen, Rotulo, VistaDeMatriz
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero

_VACIO = (
    "Para poner notas se necesitan actores (tema 3) y al menos un evaluador: agréguelo más arriba."
)
_LEYENDA = {1: "nada", 2: "poco", 3: "algo", 4: "bastante", 5: "muchísimo"}


def notas_por_atributo(pizarra: Pizarra) -> Tablero:
    """Cuatro matrices que se alternan: influencia, interés, legitimidad y urgencia."""
    piezas = [Pieza(a, nombre, _matriz(pizarra, a)) for a, nombre in ATRIBUTOS.items()]
    return Tablero({"lienzo": piezas}, recuerdo="notas-de-evaluadores")


def contar_notas(evaluador: Evaluador) -> str:
    """Cuántas notas puso y de cuántos actores: «12 actores, 48 notas»."""
    dadas = [getattr(e, c) for e in evaluador.evaluaciones.values() for c in ATRIBUTOS]
    actores = contar(len(evaluador.evaluaciones), "un actor", "actores", "ningún actor")
    return f"{actores}, {contar(sum(n is not None for n in dadas), 'una nota', 'notas')}"


def _matriz(pizarra: Pizarra, atributo: str) -> Matriz:
    return Matriz(
        pizarra,
        _mirar(atributo),
        titulo=f"Notas de {ATRIBUTOS[atributo].lower()}",
        bajada=f"{PREGUNTAS[atributo]} De 1 a 5; lo que no se sabe se deja vacío.",
        orden="evaluar",
        datos={"atributo": atributo},
        minimo=1,
        maximo=5,
        paso=0.5,
        pregunta=f"{ATRIBUTOS[atributo]} de {{fila}}, según {{columna}}",
        leyenda=_LEYENDA,
        filas_de="actores",
        columnas_de="evaluadores",
        vacio=_VACIO,
        hojas=("Evaluaciones",),
    )


def _mirar(atributo: str) -> Callable[[Mesa], VistaDeMatriz]:
    def mirar(mesa: Mesa) -> VistaDeMatriz:
        evaluadores = mesa.prioridad.evaluadores.values()
        return VistaDeMatriz(
            filas=[
                Rotulo(id=a.id, nombre=a.nombre, sector=a.sector) for a in mesa.actores.values()
            ],
            columnas=[Rotulo(id=e.id, nombre=e.nombre, ayuda=e.fuente) for e in evaluadores],
            valores=_valores(mesa, atributo),
            resumen_filas=[
                Resumen("Mediana", _medianas(mesa, atributo)),
                Resumen("En el mapa", _del_mapa(mesa, atributo)),
            ],
        )

    return mirar


def _valores(mesa: Mesa, atributo: str) -> dict[str, dict[str, float | None]]:
    valores: dict[str, dict[str, float | None]] = {}
    for evaluador in mesa.prioridad.evaluadores.values():
        for id_actor, evaluacion in evaluador.evaluaciones.items():
            valores.setdefault(id_actor, {})[evaluador.id] = getattr(evaluacion, atributo)
    return valores


def _medianas(mesa: Mesa, atributo: str) -> dict[str, str]:
    notas = {i: j[atributo] for i, j in notas_de(mesa).items() if atributo in j}
    return {i: _dicha(n.valor) for i, n in notas.items() if n.evaluadores}


def _del_mapa(mesa: Mesa, atributo: str) -> dict[str, str]:
    notas = {a.id: getattr(a, atributo) for a in mesa.actores.values()}
    return {i: _dicha(n) for i, n in notas.items() if n is not None}


def _dicha(nota: float) -> str:
    return numero(nota, 0 if float(nota).is_integer() else 1)
