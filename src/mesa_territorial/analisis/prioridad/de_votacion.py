"""De una votación cerrada a evaluadores: sólo sus promedios que se pueden mostrar."""

from collections.abc import Mapping
from math import floor
from typing import Any

from mesa_territorial.analisis.consenso import Acuerdo
from mesa_territorial.analisis.consenso_adopcion import huella
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import LARGO_DE_EVALUADOR
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.textos import SECTORES

Ficha = dict[str, Any]


def evaluadores_de(
    mesa: Mesa, votacion: Votacion, conteo: Conteo, *, por_sector: bool = False
) -> tuple[Ficha, ...]:
    """Los evaluadores que salen de la última ronda de una votación de actores ya cerrada.

    Uno por la votación entera o, ``por_sector``, uno por cada sector que se puede mostrar. Llevan
    la media a un decimal, sólo de lo que tiene cinco votos o más: nunca lo que votó cada quien.
    Sus ids salen de la votación: traerla dos veces no duplica. Levanta ``ReglaRota`` si todavía
    no se cierra, si no es de actores o si nada se puede mostrar.
    """
    exigir(votacion.tipo is TipoConsulta.ACTORES, "Sólo se traen las votaciones sobre actores.")
    exigir(votacion.esta_cerrada, "Cierre la votación antes de traerla: así no cambia más.")
    fichas = _por_sector(mesa, votacion, conteo) if por_sector else _entera(mesa, votacion, conteo)
    buenas = tuple(f for f in fichas if f["evaluaciones"])
    exigir(
        bool(buenas), "Esa votación no tiene actores con cinco votos o más que se puedan mostrar."
    )
    return buenas


def _entera(mesa: Mesa, votacion: Votacion, conteo: Conteo) -> list[Ficha]:
    notas = {i: _notas(x.acuerdos) for i, x in conteo.lecturas.items() if i in mesa.actores}
    return [_ficha(votacion, conteo, ("", ""), conteo.votantes, notas)]


def _por_sector(mesa: Mesa, votacion: Votacion, conteo: Conteo) -> list[Ficha]:
    de_cada: dict[str, dict[str, Mapping[str, float]]] = {}
    personas: dict[str, int] = {}
    for id_actor, lectura in conteo.lecturas.items():
        for sector, acuerdos in lectura.por_sector.items():
            if id_actor in mesa.actores and acuerdos:
                de_cada.setdefault(sector, {})[id_actor] = _notas(acuerdos)
                personas[sector] = max(personas.get(sector, 1), *(a.votos for a in acuerdos))
    return [
        _ficha(
            votacion,
            conteo,
            (sector, SECTORES.get(sector, "Sin decir su sector")),
            personas[sector],
            notas,
        )
        for sector, notas in de_cada.items()
    ]


def _notas(acuerdos: tuple[Acuerdo, ...]) -> dict[str, float]:
    medias = [floor(a.media * 10 + 0.5 + 1e-9) / 10 for a in acuerdos]
    return dict(zip(("interes", "influencia"), medias, strict=False)) if len(medias) == 2 else {}


def _ficha(
    votacion: Votacion,
    conteo: Conteo,
    sector: tuple[str, str],
    personas: int,
    notas: Mapping[str, Mapping[str, float]],
) -> Ficha:
    clave, nombre = sector
    apellido = f" · {nombre}" if nombre else ""
    titulo = f"Votación «{votacion.titulo}»"
    return {
        "id": f"{votacion.id}-{clave or 'todos'}",
        "nombre": titulo[: LARGO_DE_EVALUADOR - len(apellido)] + apellido,
        "origen": "votacion",
        "personas": max(1, personas),
        "fuente": (
            f"Ronda {len(votacion.rondas)} de la votación {votacion.codigo}; promedios de lo que "
            f"tiene cinco votos o más; huella {huella(len(votacion.rondas), conteo)}."
        ),
        "evaluaciones": {i: dict(suyas) for i, suyas in notas.items() if suyas},
    }
