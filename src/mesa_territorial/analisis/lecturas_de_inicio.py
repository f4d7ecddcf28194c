"""Lo que el mapa enseña cuando todavía está casi vacío."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa

_SIN_ACTORES = Lectura(
    "sin_actores",
    "Todavía no hay actores. Empiece por quien convoca: ¿qué institución llamó a formar la Mesa?",
    (),
    Tono.DATO,
    "Después agregue a quien vive el problema, a quien decide y a quien tiene recursos.",
)
_NADA_ELEGIDO = Lectura(
    "nada_elegido",
    "El filtro no deja ningún actor. Quite alguna condición para ver la red.",
    (),
    Tono.DATO,
    "Las medidas se calculan sólo con los actores que se ven.",
)
_CON_QUIEN = (
    "Un mapa empieza a decir algo con las relaciones: agregue a los actores con que se coordina "
    "y únalos."
)
_QUE_PREGUNTAR = (
    "Pregunte por un tipo de relación a la vez: ¿con quién se coordina?, ¿de quién recibe "
    "información?, ¿quién le financia?"
)


def leer_inicio(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Qué hacer cuando no hay actores, hay uno o nadie está unido."""
    if not mesa.actores:
        yield _SIN_ACTORES
    elif len(mesa.actores) == 1:
        frase = (
            f"En el mapa hay un solo actor: {nombrar(mesa, mesa.actores)}. ¿Con quién trata hoy?"
        )
        yield Lectura("un_actor", frase, tuple(mesa.actores), Tono.DATO, _CON_QUIEN)
    elif not analisis.ids:
        yield _NADA_ELEGIDO
    elif not analisis.resumen.enlaces:
        yield _sin_enlaces(mesa, analisis)


def _sin_enlaces(mesa: Mesa, analisis: AnalisisRed) -> Lectura:
    anotadas = any(r.momento == analisis.momento for r in mesa.relaciones.values())
    frase = f"Hay {contar(len(analisis.ids), 'un actor', 'actores')} y ninguna relación " + (
        "de las que se están mirando."
        if anotadas
        else "anotada. Empiece por unir a quienes ya trabajan en conjunto."
    )
    return Lectura("sin_enlaces", frase, analisis.ids, Tono.DATO, _QUE_PREGUNTAR)
