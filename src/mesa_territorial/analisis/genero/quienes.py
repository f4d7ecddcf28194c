"""Qué organizaciones conducen mujeres, de cuáles no se sabe y con quién se relacionan."""

from dataclasses import dataclass

from mesa_territorial.dominio.actores import Actor, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa

INFLUENCIA_ALTA = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quienes:
    """Ids de actores: ``lideradas`` por mujeres, ``por_saber`` (nadie lo averiguó) y ``otras``."""

    lideradas: tuple[str, ...]
    por_saber: tuple[str, ...]
    otras: tuple[str, ...]


def quienes(mesa: Mesa) -> Quienes:
    """Reparte a los actores según lo anotado de su conducción."""
    notas = mesa.genero.representaciones
    saben = {i for i, r in notas.items() if r.se_sabe and i in mesa.actores}
    lideradas = {i for i in saben if notas[i].es_liderada_por_mujeres}
    return Quienes(
        lideradas=tuple(i for i in mesa.actores if i in lideradas),
        por_saber=tuple(i for i in mesa.actores if i not in saben),
        otras=tuple(i for i in mesa.actores if i in saben - lideradas),
    )


def comunitarias(mesa: Mesa, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Las de la sociedad civil, que es donde primero hay que averiguar."""
    return tuple(i for i in ids if mesa.actores[i].sector is Sector.SOCIEDAD_CIVIL)


def vecinos(mesa: Mesa, momento: str) -> dict[str, set[str]]:
    """Con quién se relaciona cada actor en un momento, sin contar los conflictos."""
    unidos: dict[str, set[str]] = {i: set() for i in mesa.actores}
    for r in mesa.relaciones.values():
        if r.momento == momento and r.tipo is not TipoRelacion.CONFLICTO:
            unidos[r.de].add(r.hacia)
            unidos[r.hacia].add(r.de)
    return unidos


def decide(actor: Actor) -> bool:
    """Si tiene influencia alta (4 o 5)."""
    return (actor.influencia or 0) >= INFLUENCIA_ALTA
