"""Lo que el mapa enseña cuando todavía está casi vacío."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa


def leer_inicio(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Qué hacer cuando no hay actores, hay uno o nadie está unido."""
    if not mesa.actores:
        yield Lectura(
            "sin_actores",
            "Todavía no hay actores. Empiece por quien convoca: ¿qué institución llamó a formar "
            "la Mesa?",
            (),
            Tono.DATO,
            "Después agregue a quien vive el problema, a quien decide y a quien tiene recursos.",
        )
    elif len(mesa.actores) == 1:
        yield Lectura(
            "un_actor",
            f"En el mapa hay un solo actor: {nombrar(mesa, mesa.actores)}. ¿Con quién trata hoy?",
            tuple(mesa.actores),
            Tono.DATO,
            "Un mapa empieza a decir algo con las relaciones: agregue a los actores con que se "
            "coordina y únalos.",
        )
    elif not analisis.resumen.enlaces:
        yield _sin_enlaces(mesa, analisis)


def _sin_enlaces(mesa: Mesa, analisis: AnalisisRed) -> Lectura:
    if not analisis.ids:
        return Lectura(
            "nada_elegido",
            "El filtro no deja ningún actor. Quite alguna condición para ver la red.",
            (),
            Tono.DATO,
            "Las medidas se calculan sólo con los actores que se ven.",
        )
    anotadas = any(r.momento == analisis.momento for r in mesa.relaciones.values())
    cuantos = contar(len(analisis.ids), "un actor", "actores")
    return Lectura(
        "sin_enlaces",
        f"Hay {cuantos} y ninguna relación que una a dos de ellos. Empiece por quienes ya "
        "trabajan en conjunto."
        if not anotadas
        else f"Hay {cuantos} y ninguna relación de las que se están mirando.",
        analisis.ids,
        Tono.DATO,
        "Pregunte por un tipo de relación a la vez: ¿con quién se coordina?, ¿de quién recibe "
        "información?, ¿quién le financia?",
    )
