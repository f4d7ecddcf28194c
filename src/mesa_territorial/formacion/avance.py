"""De las respuestas al avance: qué está dominado, qué vuelve y por dónde seguir.

Las respuestas sólo se agregan; aquí se leen todas. Un ítem se reconoce por su id y su versión:
si el ejercicio cambió, lo respondido antes queda, pero el ítem vuelve.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from mesa_territorial.formacion.ejercicios import Banco, Objetivo
from mesa_territorial.formacion.items import Abierta, ItemDeBanco
from mesa_territorial.formacion.respuestas import Respuesta

PARTE_PARA_DOMINAR = 0.75
"""«3 de 4 a la primera»: la idea de M de N de Kolibri."""


class Estado(StrEnum):
    """En qué quedó un ítem la última vez que se practicó."""

    PENDIENTE = "pendiente"
    EN_CURSO = "en_curso"
    A_LA_PRIMERA = "a_la_primera"
    LOGRADO = "logrado"
    RENDIDO = "rendido"
    CAMBIO = "cambio"


TERMINADOS = frozenset({Estado.A_LA_PRIMERA, Estado.LOGRADO, Estado.RENDIDO})
VUELVEN = frozenset({Estado.RENDIDO, Estado.LOGRADO, Estado.CAMBIO})


@dataclass(frozen=True, slots=True, kw_only=True)
class AvanceDeObjetivo:
    """Cuántos ítems de un objetivo salieron a la primera, de cuántos que se juzgan."""

    objetivo: Objetivo
    a_la_primera: int
    de: int

    @property
    def esta_dominado(self) -> bool:
        """Si salieron a la primera tres de cada cuatro, redondeando hacia arriba."""
        return self.de > 0 and self.a_la_primera >= ceil(self.de * PARTE_PARA_DOMINAR)

    @property
    def frase(self) -> str:
        """«3 de 4 a la primera»."""
        return f"{self.a_la_primera} de {self.de} a la primera"


@dataclass(frozen=True, slots=True, kw_only=True)
class Avance:
    """El avance en un banco.

    ``estados`` va por id de ítem; ``vuelven`` son los que conviene practicar otra vez, primero
    los rendidos; ``siguiente`` es el primero sin terminar, o None si no queda ninguno.
    """

    estados: Mapping[str, Estado]
    objetivos: tuple[AvanceDeObjetivo, ...]
    vuelven: tuple[str, ...]
    siguiente: str | None

    @property
    def terminados(self) -> int:
        """Cuántos ítems se terminaron, también los rendidos."""
        return sum(e in TERMINADOS for e in self.estados.values())

    @property
    def esta_completo(self) -> bool:
        """Si no queda ítem sin terminar."""
        return self.siguiente is None


def medir_avance(banco: Banco, respuestas: Iterable[Respuesta]) -> Avance:
    """El avance en ``banco`` según ``respuestas``, en cualquier orden.

    Las de ítems que el banco ya no trae se ignoran: siguen guardadas, pero no cuentan.
    """
    por_item: dict[str, list[Respuesta]] = defaultdict(list)
    for una in sorted(respuestas, key=lambda r: r.cuando):
        por_item[una.item].append(una)
    estados = {i.id: _estado(i, por_item[i.id]) for i in banco.items}
    return Avance(
        estados=estados,
        objetivos=tuple(_medir_objetivo(banco, o, estados) for o in banco.objetivos),
        vuelven=_que_vuelve(banco, estados),
        siguiente=next((i for i, e in estados.items() if e not in TERMINADOS), None),
    )


def elegir_vuelta(item: ItemDeBanco, respuestas: Iterable[Respuesta]) -> Sequence[Respuesta]:
    """Las respuestas de la última vuelta a la versión vigente del ítem, en el orden dado.

    Una vuelta parte en el último primer intento: cuando un ítem vuelve, se cuenta de nuevo.
    """
    vigentes = [r for r in respuestas if r.version_contenido == str(item.version)]
    inicios = [n for n, r in enumerate(vigentes) if r.intento == 1]
    return vigentes[inicios[-1] if inicios else 0 :]


def sirve(respuesta: Respuesta) -> bool:
    """Si termina el ítem: acertó, o no se juzga y ya se miró con la rúbrica."""
    if respuesta.correcta is None:
        return respuesta.puntaje is not None
    return respuesta.correcta


def _estado(item: ItemDeBanco, respuestas: Sequence[Respuesta]) -> Estado:
    vuelta = elegir_vuelta(item, respuestas)
    if not vuelta:
        return Estado.CAMBIO if respuestas else Estado.PENDIENTE
    if any(r.rendida for r in vuelta):
        return Estado.RENDIDO
    lograda = next((r for r in vuelta if sirve(r)), None)
    if lograda is None:
        return Estado.EN_CURSO
    limpia = len(vuelta) == 1 and lograda.intento == 1 and not lograda.pistas
    return Estado.A_LA_PRIMERA if limpia else Estado.LOGRADO


def _medir_objetivo(
    banco: Banco, objetivo: Objetivo, estados: Mapping[str, Estado]
) -> AvanceDeObjetivo:
    juzgados = [i for i in banco.items_de(objetivo.id) if not isinstance(i, Abierta)]
    return AvanceDeObjetivo(
        objetivo=objetivo,
        a_la_primera=sum(estados[i.id] is Estado.A_LA_PRIMERA for i in juzgados),
        de=len(juzgados),
    )


def _que_vuelve(banco: Banco, estados: Mapping[str, Estado]) -> tuple[str, ...]:
    orden = {Estado.RENDIDO: 0, Estado.CAMBIO: 1, Estado.LOGRADO: 2}
    vuelven = [i.id for i in banco.items if estados[i.id] in VUELVEN and not isinstance(i, Abierta)]
    return tuple(sorted(vuelven, key=lambda i: orden[estados[i]]))
