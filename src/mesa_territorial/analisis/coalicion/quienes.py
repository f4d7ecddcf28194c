"""Quién es quién en el mapa, mirado desde las condiciones y los tipos de Mesa."""

from collections.abc import Iterable

from mesa_territorial.analisis.lecturas_de_presencia import ESTAN
from mesa_territorial.dominio.actores import (
    Actor,
    Nivel,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.mesa import Mesa

DEL_LUGAR = frozenset({Nivel.CAMPAMENTO, Nivel.BARRIO, Nivel.UNIDAD_VECINAL, Nivel.COMUNA})
CAPITAL_SOCIAL_ALTO = 3
_TERCEROS = frozenset({Sector.SOCIEDAD_CIVIL, Sector.ACADEMIA, Sector.ORGANISMO_INTERNACIONAL})
# Sin estrategia de género anotada, sólo se lee lo que el nombre de cada organización declara.
_DECLARAN = ("mujer", "dirigenta", "cuidador", "de cuidado", "jefas de hogar")


def ids_de(actores: Iterable[Actor]) -> tuple[str, ...]:
    """Los ids de los actores, en su orden."""
    return tuple(a.id for a in actores)


def quienes_estan(actores: Iterable[Actor]) -> list[Actor]:
    """Los que integran, se comprometieron o asesoran."""
    return [a for a in actores if a.estado in ESTAN]


def de_sector(mesa: Mesa, sector: Sector, *niveles: Nivel) -> list[Actor]:
    """Los actores de un sector y, si se dan, de alguno de esos niveles."""
    suyos = (a for a in mesa.actores.values() if a.sector is sector)
    return [a for a in suyos if not niveles or a.nivel in niveles]


def organizaciones_cercanas(mesa: Mesa) -> list[Actor]:
    """Las de la sociedad civil que actúan del campamento a la comuna."""
    return de_sector(mesa, Sector.SOCIEDAD_CIVIL, *DEL_LUGAR)


def lideradas_por_mujeres(mesa: Mesa) -> list[Actor]:
    """Las que el equipo anotó así en la estrategia de género (tema 06)."""
    anotadas = mesa.genero.representaciones
    suyas = {i for i, r in anotadas.items() if r.es_liderada_por_mujeres}
    return [a for a in mesa.actores.values() if a.id in suyas]


def de_mujeres_o_de_cuidados(mesa: Mesa) -> list[Actor]:
    """Las de la sociedad civil o servicios que lo dicen en su nombre."""
    return [
        a
        for a in mesa.actores.values()
        if any(palabra in nombre_comparable(a.nombre) for palabra in _DECLARAN)
    ]


def terceros(mesa: Mesa) -> list[Actor]:
    """Quienes están en la Mesa, no son Estado ni empresa y tienen capital social alto."""
    return [
        a
        for a in quienes_estan(mesa.actores.values())
        if a.sector in _TERCEROS and (a.capital_social or 0) >= CAPITAL_SOCIAL_ALTO
    ]


def vinculados_con(mesa: Mesa, id_actor: str) -> list[Actor]:
    """Los actores con que tiene una relación que no es de conflicto, hoy."""
    suyas = (r for r in de_hoy(mesa) if id_actor in (r.de, r.hacia))
    ids = {r.hacia if r.de == id_actor else r.de for r in suyas if not _es_pugna(r)}
    return [a for a in mesa.actores.values() if a.id in ids]


def en_pugna(mesa: Mesa) -> tuple[str, ...]:
    """Los ids de quienes participan en un conflicto anotado, hoy."""
    pugnas = (r for r in de_hoy(mesa) if _es_pugna(r))
    return tuple(dict.fromkeys(i for r in pugnas for i in (r.de, r.hacia)))


def de_hoy(mesa: Mesa) -> list[Relacion]:
    """Las relaciones del último momento de la Mesa."""
    ultimo = mesa.momentos_en_orden[-1].id
    return [r for r in mesa.relaciones.values() if r.momento == ultimo]


def _es_pugna(relacion: Relacion) -> bool:
    return relacion.tipo is TipoRelacion.CONFLICTO
