"""La lente de escala: objetivo × competencia × quién está sentado.

La usan el mapa, la priorización, la convocatoria y la instalación. Es pura: sale de la Mesa.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.dominio.actores import Estado, Nivel
from mesa_territorial.dominio.escala import CAMPOS_DE_PAPEL, ProblemaDelTerritorio
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.competencias import competencias
from mesa_territorial.textos import ESTADOS

SENTADOS = frozenset({Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA})
EN_CONVERSACION = frozenset({Estado.CONTACTADO, Estado.REUNION})


class Papel(StrEnum):
    """Lo que alguien puede tener en sus manos de un problema."""

    COMPETENCIA = "competencia"
    RECURSO = "recurso"
    PAGO = "pago"


class Asiento(StrEnum):
    """Si quien tiene la llave está en la Mesa."""

    SENTADO = "sentado"
    EN_CAMINO = "en_camino"
    FUERA = "fuera"
    SIN_MAPA = "sin_mapa"


CAMPOS: Mapping[Papel, tuple[str, str]] = {p: CAMPOS_DE_PAPEL[p] for p in Papel}
QUE_TIENE: Mapping[Papel, str] = {
    Papel.COMPETENCIA: "tiene la competencia",
    Papel.RECURSO: "tiene el recurso crítico",
    Papel.PAGO: "pone el dinero",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Llave:
    """Lo que un actor (``actor``, o vacío si no está en el mapa) tiene de un ``problema``.

    ``nivel`` es donde actúa; ``central``, si el objetivo de la Mesa depende de ese problema.
    """

    problema: str
    titulo: str
    papel: Papel
    actor: str
    nombre: str
    nivel: Nivel | None
    asiento: Asiento
    central: bool

    @property
    def destraba(self) -> bool:
        """Si sin ella el problema no se resuelve: competencia o recurso."""
        return self.papel is not Papel.PAGO

    @property
    def frase(self) -> str:
        """«Tiene la competencia en «Tenencia del suelo»: de eso depende el objetivo.»"""
        tiene = QUE_TIENE[self.papel].capitalize()
        depende = ": de eso depende el objetivo." if self.central else "."
        return f"{tiene} en «{self.titulo}»{depende}"


@dataclass(frozen=True, slots=True)
class Lente:
    """Todas las llaves anotadas, en el orden de los problemas, los centrales primero."""

    llaves: tuple[Llave, ...]

    def de_actor(self, id_actor: str) -> tuple[Llave, ...]:
        """Las llaves que tiene un actor."""
        return tuple(x for x in self.llaves if x.actor == id_actor)

    def frases_de(self, id_actor: str) -> tuple[str, ...]:
        """Lo que el actor tiene en sus manos, en frases."""
        return tuple(x.frase for x in self.de_actor(id_actor))

    @property
    def ausentes(self) -> tuple[Llave, ...]:
        """Las llaves que destraban y cuyo dueño no está en la Mesa."""
        return tuple(x for x in self.llaves if x.destraba and x.asiento is not Asiento.SENTADO)

    @property
    def indispensables(self) -> tuple[str, ...]:
        """Los actores del mapa con competencia o recurso en un problema central, sin repetir."""
        ids = (x.actor for x in self.llaves if x.destraba and x.central and x.actor)
        return tuple(dict.fromkeys(ids))


def mirar_escala(mesa: Mesa) -> Lente:
    """Las llaves de los problemas de la Mesa; vacía si no hay problemas anotados."""
    return Lente(tuple(llave for p in problemas_en_orden(mesa) for llave in _llaves_de(mesa, p)))


def problemas_en_orden(mesa: Mesa) -> tuple[ProblemaDelTerritorio, ...]:
    """Los problemas, los centrales primero; sin ninguno marcado, valen todos por centrales."""
    return tuple(sorted(mesa.escala.problemas.values(), key=lambda p: not p.central))


def centrales(mesa: Mesa) -> tuple[ProblemaDelTerritorio, ...]:
    """Los problemas de los que depende el objetivo: los marcados o, si no hay, todos."""
    problemas = tuple(mesa.escala.problemas.values())
    return tuple(p for p in problemas if p.central) or problemas


def nivel_de_decision(mesa: Mesa, problema: ProblemaDelTerritorio) -> Nivel | None:
    """Dónde se resuelve: lo anotado, el nivel del competente o el del catálogo, en ese orden."""
    if problema.nivel_decide is not None:
        return problema.nivel_decide
    competente = mesa.actores.get(problema.competente)
    if competente is not None and competente.nivel is not None:
        return competente.nivel
    del_catalogo = competencias().get(problema.competencia)
    return del_catalogo.nivel if del_catalogo else None


def _llaves_de(mesa: Mesa, problema: ProblemaDelTerritorio) -> Iterator[Llave]:
    for papel, (campo, campo_fuera) in CAMPOS.items():
        actor = mesa.actores.get(getattr(problema, campo))
        nombre = actor.nombre if actor else getattr(problema, campo_fuera).strip()
        if nombre:
            yield Llave(
                problema=problema.id,
                titulo=problema.nombre,
                papel=papel,
                actor=actor.id if actor else "",
                nombre=nombre,
                nivel=actor.nivel if actor else _nivel_de_fuera(mesa, problema, papel),
                asiento=asiento_de(actor.estado) if actor else Asiento.SIN_MAPA,
                central=problema in centrales(mesa),
            )


def _nivel_de_fuera(mesa: Mesa, problema: ProblemaDelTerritorio, papel: Papel) -> Nivel | None:
    """De quien no está en el mapa sólo se sabe el nivel si tiene la competencia."""
    return nivel_de_decision(mesa, problema) if papel is Papel.COMPETENCIA else None


def asiento_de(estado: Estado) -> Asiento:
    """Si ese estado de convocatoria vale por estar en la Mesa."""
    if estado in SENTADOS:
        return Asiento.SENTADO
    return Asiento.EN_CAMINO if estado in EN_CONVERSACION else Asiento.FUERA


def decir_estado(estado: Estado) -> str:
    """El estado de convocatoria dentro de una frase: «integra la Mesa», «sin respuesta»."""
    rotulo = ESTADOS[estado]
    return rotulo[0].lower() + rotulo[1:]
