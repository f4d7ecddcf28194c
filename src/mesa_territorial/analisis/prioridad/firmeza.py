"""Si el orden es firme: qué pasa al mover cada peso y al dejar fuera a un evaluador por vez."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.criterios.suma import (
    PesoDeEmpate,
    pesos_de_empate,
    probar_pesos,
)
from mesa_territorial.analisis.prioridad.lugares import lugares
from mesa_territorial.analisis.prioridad.notas import NOMBRES, notas_de, pesos_justos, sumar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

Lugares = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Escenario:
    """Una prueba: ``que`` se cambió, dicho para la persona, y los lugares que resultan."""

    que: str
    lugares: Lugares


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmeza:
    """Un actor en todas las pruebas: su lugar, el mejor y el peor.

    ``entra`` dice si está entre los primeros ``corte`` hoy; ``sale_con`` son las pruebas en que
    eso cambia.
    """

    id: str
    lugar: float
    mejor: float
    peor: float
    entra: bool
    sale_con: tuple[str, ...]

    @property
    def es_firme(self) -> bool:
        """Si ninguna prueba lo saca de los primeros ni lo mete."""
        return not self.sale_con


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustez:
    """La suma ponderada puesta a prueba: los ``escenarios`` y cómo le fue a cada actor.

    ``corte`` es cuántos primeros se miran. ``empate`` es el menor cambio de peso con que el
    primero que quedó fuera alcanza al último que entró (``None`` si no hay cambio que lo haga).
    """

    corte: int
    escenarios: tuple[Escenario, ...]
    actores: tuple[Firmeza, ...]
    frontera: tuple[str, str] | None
    empate: PesoDeEmpate | None
    criterios: tuple[str, ...]

    @property
    def en_duda(self) -> tuple[Firmeza, ...]:
        """Los que entran o salen de los primeros según la prueba."""
        return tuple(f for f in self.actores if not f.es_firme)

    @property
    def firmes(self) -> tuple[Firmeza, ...]:
        """Los que están entre los primeros en todas las pruebas."""
        return tuple(f for f in self.actores if f.entra and f.es_firme)


def entre_los_primeros(corte: int) -> str:
    """Dónde se está cuando se entra en el corte.

    >>> entre_los_primeros(1), entre_los_primeros(6)
    ('en el primer lugar', 'entre los 6 primeros')
    """
    return "en el primer lugar" if corte == 1 else f"entre los {numero(corte)} primeros"


def probar_orden(mesa: Mesa) -> Robustez:
    """Prueba la suma ponderada: cada peso ±10 puntos y sin cada evaluador, uno por vez.

    Al mover un peso los demás se reescalan en proporción. Sólo se prueba a quienes tienen hoy
    todas las notas que pesan.
    """
    notas, pesos = _notas_completas(mesa)
    hoy = _lugares_con(notas, pesos)
    corte = min(mesa.prioridad.corte, len(hoy))
    escenarios = (*_al_mover_pesos(notas, pesos), *_sin_cada_uno(mesa, pesos, set(hoy)))
    orden = sorted(hoy, key=hoy.__getitem__)
    dentro = [i for i in orden if hoy[i] <= corte]
    fuera = [i for i in orden if hoy[i] > corte]
    frontera = (dentro[-1], fuera[0]) if dentro and fuera else None
    return Robustez(
        corte=corte,
        escenarios=escenarios,
        actores=tuple(_firmeza(i, hoy, escenarios, corte) for i in orden),
        frontera=frontera,
        empate=_empate(notas, pesos, frontera),
        criterios=tuple(pesos),
    )


def _notas_completas(mesa: Mesa) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    pesos = pesos_justos(mesa.prioridad.pesos)
    notas = {
        i: {c: n.valor for c, n in juicio.items() if c in pesos}
        for i, juicio in notas_de(mesa).items()
    }
    return {i: suyas for i, suyas in notas.items() if len(suyas) == len(pesos)}, pesos


def _lugares_con(notas: Mapping[str, Mapping[str, float]], pesos: Mapping[str, float]) -> Lugares:
    sumas = {i: sumar(suyas, pesos) for i, suyas in notas.items()}
    return lugares({i: s for i, s in sumas.items() if s is not None})


def _al_mover_pesos(
    notas: Mapping[str, Mapping[str, float]], pesos: Mapping[str, float]
) -> Iterator[Escenario]:
    if not notas or len(pesos) < 2:
        return
    en_lista = {i: [suyas[c] for c in pesos] for i, suyas in notas.items()}
    campos = tuple(pesos)
    for prueba in probar_pesos(en_lista, list(pesos.values())):
        campo, nuevo = campos[prueba.criterio], prueba.pesos[prueba.criterio]
        que = (
            f"con {NOMBRES[campo]} en {numero(100 * nuevo)} % (hoy {numero(100 * pesos[campo])} %)"
        )
        redondos = {i: round(p, 9) for i, p in prueba.orden.puntajes.items()}
        yield Escenario(que=que, lugares=lugares(redondos))


def _sin_cada_uno(mesa: Mesa, pesos: Mapping[str, float], quienes: set[str]) -> Iterator[Escenario]:
    evaluadores = mesa.prioridad.que_cuentan
    if len(evaluadores) < 2:
        return
    for fuera in evaluadores:
        resto = [e for e in evaluadores if e is not fuera]
        notas = {
            i: {c: n.valor for c, n in juicio.items() if c in pesos}
            for i, juicio in notas_de(mesa, resto).items()
            if i in quienes
        }
        yield Escenario(que=f"sin «{fuera.nombre}»", lugares=_lugares_con(notas, pesos))


def _firmeza(id_actor: str, hoy: Lugares, escenarios: tuple[Escenario, ...], corte: int) -> Firmeza:
    entra = hoy[id_actor] <= corte
    # Quien queda sin notas en una prueba sale de los primeros: su lugar es el último.
    otros = [(e.que, e.lugares.get(id_actor, float(len(hoy)))) for e in escenarios]
    todos = [hoy[id_actor], *(lugar for _, lugar in otros)]
    return Firmeza(
        id=id_actor,
        lugar=hoy[id_actor],
        mejor=min(todos),
        peor=max(todos),
        entra=entra,
        sale_con=tuple(que for que, lugar in otros if (lugar <= corte) != entra),
    )


def _empate(
    notas: Mapping[str, Mapping[str, float]],
    pesos: Mapping[str, float],
    frontera: tuple[str, str] | None,
) -> PesoDeEmpate | None:
    if frontera is None or len(pesos) < 2:
        return None
    dos = {i: [notas[i][c] for c in pesos] for i in frontera}
    return next(iter(pesos_de_empate(dos, list(pesos.values()))), None)
