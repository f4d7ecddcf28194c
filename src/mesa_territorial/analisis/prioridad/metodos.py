"""Las maneras de ordenar a los actores, cada una con su porqué por actor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.prioridad.clases import es_alto
from mesa_territorial.analisis.prioridad.clases_de_actor import cuadrante_de, saliencia_de
from mesa_territorial.analisis.prioridad.lugares import (
    borda,
    lugares,
    mediana_de_lugares,
)
from mesa_territorial.analisis.prioridad.metodos_dichos import COMO_ORDENA, QUE_FALTA
from mesa_territorial.analisis.prioridad.notas import (
    NOMBRES,
    Juicio,
    notas_de,
    pesos_justos,
    sumar,
)
from mesa_territorial.dominio.actores import NOTA_MAXIMA
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluador
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad
from mesa_territorial.textos import numero

MINIMO_DE_EVALUADORES = 2
_ALTOS_DE_SALIENCIA = {"ninguno": 0, "latente": 1, "expectante": 2, "definitivo": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Orden:
    """A quién pone antes un método: ``lugares`` y ``motivos`` por id, y quiénes quedan sin lugar.

    ``frase`` dice cómo ordena; ``falta``, por qué no se puede (vacía si se puede).
    """

    metodo: MetodoDePrioridad
    lugares: Mapping[str, float]
    motivos: Mapping[str, str]
    sin_lugar: tuple[str, ...]
    frase: str
    falta: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Los actores del primero al último; los empatados, en el orden del mapa."""
        return tuple(sorted(self.lugares, key=self.lugares.__getitem__))


_Puntos = Mapping[str, tuple[float, str]]


def ordenar_por(mesa: Mesa, metodo: MetodoDePrioridad) -> Orden:
    """El orden de los actores de la Mesa según ``metodo``."""
    puntos = _METODOS[metodo](mesa)
    return Orden(
        metodo=metodo,
        lugares=lugares({i: p for i, (p, _) in puntos.items()}),
        motivos={i: motivo for i, (_, motivo) in puntos.items()},
        sin_lugar=tuple(i for i in mesa.actores if i not in puntos),
        frase=COMO_ORDENA[metodo],
        falta="" if puntos else QUE_FALTA[metodo],
    )


def _poder_interes(mesa: Mesa) -> _Puntos:
    umbral, puntos = mesa.prioridad.umbral, {}
    for id_actor, juicio in notas_de(mesa).items():
        clase = cuadrante_de(juicio, umbral)
        if clase:
            altos = sum(es_alto(juicio[c].valor, umbral) for c in ("influencia", "interes"))
            puntos[id_actor] = (
                float(altos),
                f"{clase.nombre}: {_dichas(juicio, ('influencia', 'interes'))}",
            )
    return puntos


def _saliencia(mesa: Mesa) -> _Puntos:
    puntos = {}
    for id_actor, juicio in notas_de(mesa).items():
        clase = saliencia_de(juicio, mesa.prioridad.umbral)
        if clase:
            dichas = _dichas(juicio, ("influencia", "legitimidad", "urgencia"))
            altos = float(_ALTOS_DE_SALIENCIA[clase.grupo])
            puntos[id_actor] = (altos, f"{clase.nombre}: {dichas}")
    return puntos


def _dichas(juicio: Juicio, campos: tuple[str, ...]) -> str:
    return ", ".join(f"{NOMBRES[c]} {_decir(juicio[c].valor)}" for c in campos)


def _decir(valor: float) -> str:
    """El número con los decimales que hagan falta, dos a lo más: «3», «3,5», «2,25»."""
    return numero(valor, next((d for d in (0, 1) if round(valor, d) == round(valor, 9)), 2))


def _suma(mesa: Mesa) -> _Puntos:
    pesos, puntos = pesos_justos(mesa.prioridad.pesos), {}
    for id_actor, juicio in notas_de(mesa).items():
        total = sumar({c: n.valor for c, n in juicio.items()}, pesos)
        if total is not None:
            motivo = f"{numero(total, 2)} de {NOTA_MAXIMA}: {_dichas(juicio, tuple(pesos))}"
            puntos[id_actor] = (total, motivo)
    return puntos


def puntajes_de(evaluador: Evaluador, pesos: Mapping[str, float]) -> dict[str, float]:
    """La suma ponderada que ese evaluador le da a cada actor.

    De los atributos que pesan se usan los que ese evaluador calificó; sus pesos se reparten de
    nuevo entre ellos. El actor al que le falta uno queda fuera de su orden.
    """
    dadas = {
        i: {c: n for c in pesos if (n := getattr(e, c)) is not None}
        for i, e in evaluador.evaluaciones.items()
    }
    usados = {c: p for c, p in pesos.items() if any(c in notas for notas in dadas.values())}
    if not usados:
        return {}
    justos = pesos_justos(usados)
    sumas = {i: sumar(notas, justos) for i, notas in dadas.items()}
    return {i: s for i, s in sumas.items() if s is not None}


def _de_evaluadores(mesa: Mesa) -> list[dict[str, float]]:
    pesos = pesos_justos(mesa.prioridad.pesos)
    ordenes = [puntajes_de(e, pesos) for e in mesa.prioridad.que_cuentan]
    buenos = [o for o in ordenes if len(o) >= 2]
    return buenos if len(buenos) >= MINIMO_DE_EVALUADORES else []


def _borda(mesa: Mesa) -> _Puntos:
    ordenes = _de_evaluadores(mesa)
    puntos = borda(ordenes)
    maximo = numero(len(ordenes) * (len(puntos) - 1))
    return {i: (p, f"{_decir(p)} puntos de Borda de {maximo} posibles") for i, p in puntos.items()}


def _mediana_de_lugares(mesa: Mesa) -> _Puntos:
    ordenes = _de_evaluadores(mesa)
    entre = contar(len(ordenes), "un evaluador", "evaluadores")
    return {
        i: (-m, f"lugar {_decir(m)} en la mediana de {entre}")
        for i, m in mediana_de_lugares(ordenes).items()
    }


def _torres(mesa: Mesa) -> _Puntos:
    return {
        i: (float(a.torre), f"torre de {contar(a.torre, 'una ficha', 'fichas', 'ninguna ficha')}")
        for i, a in mesa.actores.items()
        if a.torre is not None
    }


_METODOS: Mapping[MetodoDePrioridad, Callable[[Mesa], _Puntos]] = {
    MetodoDePrioridad.PODER_INTERES: _poder_interes,
    MetodoDePrioridad.SALIENCIA: _saliencia,
    MetodoDePrioridad.SUMA: _suma,
    MetodoDePrioridad.BORDA: _borda,
    MetodoDePrioridad.MEDIANA_DE_LUGARES: _mediana_de_lugares,
    MetodoDePrioridad.TORRES: _torres,
}
