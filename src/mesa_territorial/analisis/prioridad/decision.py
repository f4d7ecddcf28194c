"""Los actores priorizados: lo que decidieron las personas, con el orden calculado al lado."""

from dataclasses import dataclass

from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import DecisionDeActor
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad, Trato
from mesa_territorial.esquemas.prioridad import TRATOS

_FILA: tuple[Trato | None, ...] = (
    Trato.PRIMERO, Trato.DESPUES, None, Trato.INFORMAR, Trato.ESPERAR
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorizado:
    """Un actor en la fila de la Mesa.

    ``orden`` es su puesto en la fila (desde 1). ``decision`` y ``razon`` son las que anotó el
    grupo (``None`` y vacía si no ha decidido), con ``quien`` decidió y la ``fecha``. ``calculado``
    es su lugar en la suma ponderada, que no decide nada; ``None`` si le faltan notas.
    """

    id: str
    orden: int
    decision: Trato | None
    razon: str
    quien: str
    fecha: str
    calculado: float | None
    motivo: str

    @property
    def esta_decidido(self) -> bool:
        """Si el grupo ya decidió qué hacer con él."""
        return self.decision is not None

    @property
    def se_convoca(self) -> bool:
        """Si el grupo decidió convocarlo, ahora o más adelante."""
        return self.decision in (Trato.PRIMERO, Trato.DESPUES)

    @property
    def frase(self) -> str:
        """La decisión con su razón, o que no se ha decidido."""
        if self.decision is None:
            return "Todavía sin decisión del grupo."
        razon = self.razon.strip() or "sin razón escrita"
        return f"{TRATOS[self.decision]}: {razon}"


def actores_priorizados(mesa: Mesa) -> tuple[Priorizado, ...]:
    """Todos los actores de la Mesa, en fila: manda la decisión; el cálculo sólo desempata.

    Primero «convocar en primer lugar», luego «más adelante», los que no tienen decisión,
    «mantener informado» y «no convocar por ahora». Dentro de cada uno, por el lugar que les dio
    el grupo; después, por la suma ponderada y, al final, por su orden en el mapa.
    """
    suma = ordenar_por(mesa, MetodoDePrioridad.SUMA)
    sin_decidir = DecisionDeActor(id="")

    def llave(id_actor: str) -> tuple[int, float, float]:
        decision = mesa.prioridad.decisiones.get(id_actor, sin_decidir)
        puesto = float("inf") if decision.lugar is None else float(decision.lugar)
        return _FILA.index(decision.trato), puesto, suma.lugares.get(id_actor, float("inf"))

    fila = sorted(mesa.actores, key=llave)
    return tuple(
        _priorizado(mesa, i, orden, (suma.lugares.get(i), suma.motivos.get(i, "")))
        for orden, i in enumerate(fila, start=1)
    )


def _priorizado(
    mesa: Mesa, id_actor: str, orden: int, calculo: tuple[float | None, str]
) -> Priorizado:
    regla = mesa.prioridad
    decision = regla.decisiones.get(id_actor, DecisionDeActor(id=id_actor))
    decidida = decision.trato is not None
    return Priorizado(
        id=id_actor,
        orden=orden,
        decision=decision.trato,
        razon=decision.razon,
        quien=(decision.quien or regla.quien) if decidida else "",
        fecha=(decision.fecha or regla.fecha) if decidida else "",
        calculado=calculo[0],
        motivo=calculo[1],
    )
