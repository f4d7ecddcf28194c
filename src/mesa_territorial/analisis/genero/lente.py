"""El lente de género: qué preguntarse y qué alertas da lo anotado, tema por tema.

``mirar_con_lente`` es una función pura de la Mesa. Recibe la clave de un tema (con o sin número) o
el nombre de una etapa, y sólo dice lo que se puede calcular con lo que el equipo escribió.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.genero.lente_de_convocatoria import (
    leer_convocatoria,
    leer_instalacion,
)
from mesa_territorial.analisis.genero.lente_de_etapas import (
    leer_cartera,
    leer_compromisos,
    leer_medidas,
    leer_seguimiento,
    leer_sesiones,
)
from mesa_territorial.analisis.genero.lente_de_temas import (
    leer_coalicion,
    leer_escala,
    leer_juego,
    leer_mapa_con_lente,
    leer_prioridad,
)
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota

_Lector = Callable[[Mesa], Iterator[Dicho]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lente:
    """Lo que el lente muestra de un tema: ``dichos`` calculados y ``preguntas`` para conversar."""

    titulo: str
    dichos: tuple[Dicho, ...]
    preguntas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vidrio:
    titulo: str
    lectores: tuple[_Lector, ...]
    preguntas: tuple[str, ...]
    etapa: str = ""


_VIDRIOS: Mapping[str, _Vidrio] = {
    "que_es_una_mesa": _Vidrio(
        titulo="La coalición con lente de género",
        lectores=(leer_coalicion,),
        preguntas=(
            "¿Quién pidió la Mesa, y qué habrían pedido las mujeres del territorio?",
            "¿Qué perdería cada organización de mujeres si la Mesa se termina?",
        ),
    ),
    "territorio_y_escala": _Vidrio(
        titulo="La escala con lente de género",
        lectores=(leer_escala,),
        preguntas=(
            "¿A quién le cambia el día cada problema: quién acarrea, espera, cuida o viaja?",
            "¿En qué nivel se decide sobre los cuidados, y está ese nivel en la Mesa?",
        ),
    ),
    "mapa_de_actores": _Vidrio(
        titulo="El mapa con lente de género",
        lectores=(leer_mapa_con_lente,),
        etapa="mapeo",
        preguntas=(
            "¿A quién le preguntó el equipo para hacer este mapa?",
            "¿Qué organización de cuidados funciona todos los días y no tiene timbre?",
        ),
    ),
    "priorizacion": _Vidrio(
        titulo="La prioridad con lente de género",
        lectores=(leer_prioridad,),
        preguntas=(
            "¿Quiénes pusieron las notas, y qué notas habrían puesto las mujeres por separado?",
            "¿Se está llamando «poca influencia» a no tener cargo?",
        ),
    ),
    "juego_de_actores": _Vidrio(
        titulo="El juego de actores con lente de género",
        lectores=(leer_juego,),
        preguntas=(
            "¿Qué objetivo defienden las organizaciones de mujeres que nadie más defiende?",
            "¿Quién habla por ellas cuando no están en la sala?",
        ),
    ),
    "convocatoria": _Vidrio(
        titulo="La convocatoria con lente de género",
        lectores=(leer_convocatoria,),
        etapa="convocatoria",
        preguntas=(
            "¿A qué hora se cuida en este territorio, y a qué hora se citó?",
            "¿La carta pide a cada organización integrar a mujeres en su representación?",
        ),
    ),
    "instalacion": _Vidrio(
        titulo="La instalación con lente de género",
        lectores=(leer_instalacion,),
        etapa="instalacion",
        preguntas=(
            "Si se decide por mayoría y las mujeres son minoría, ¿qué regla protege su palabra?",
            "¿Quién toma el acta, y quién firma?",
        ),
    ),
    "sesiones": _Vidrio(
        titulo="Las sesiones con lente de género",
        lectores=(leer_sesiones,),
        etapa="sesiones",
        preguntas=("¿Qué se propuso, quién lo propuso y a quién se le atribuyó?",),
    ),
    "compromisos": _Vidrio(
        titulo="Los compromisos con lente de género",
        lectores=(leer_compromisos,),
        etapa="compromisos",
        preguntas=("¿Quiénes quedaron con las tareas de servicio y quiénes con las decisiones?",),
    ),
    "cartera": _Vidrio(
        titulo="La cartera con lente de género",
        lectores=(leer_cartera,),
        etapa="cartera",
        preguntas=(
            "¿Qué proyecto pidieron las mujeres, y en qué lugar de la lista quedó?",
            "¿A nombre de quién quedan la vivienda, el título o el cupo?",
        ),
    ),
    "seguimiento": _Vidrio(
        titulo="El seguimiento con lente de género",
        lectores=(leer_seguimiento,),
        etapa="seguimiento",
        preguntas=("Cuando el equipo se vaya, ¿quién seguirá contando la palabra?",),
    ),
}
_OTROS_NOMBRES = {
    "mapeo": ("mapa_de_actores",),
    "convocatoria_e_instalacion": ("convocatoria", "instalacion"),
}
TEMAS_CON_LENTE = (*_VIDRIOS, *_OTROS_NOMBRES)


def tiene_lente(tema: str) -> bool:
    """Si hay lente para el tema o la etapa, con o sin su número."""
    return _sin_numero(tema) in TEMAS_CON_LENTE


def mirar_con_lente(mesa: Mesa, tema: str) -> Lente:
    """Lo que el lente dice del tema o etapa, las alertas primero.

    Acepta «03_mapa_de_actores», «mapa_de_actores» o una etapa («convocatoria»). Levanta
    ``ReglaRota`` si no hay lente para ese tema.
    """
    clave = _sin_numero(tema)
    vidrios = [_VIDRIOS[c] for c in _OTROS_NOMBRES.get(clave, (clave,)) if c in _VIDRIOS]
    if not vidrios:
        raise ReglaRota(f"Todavía no hay un lente de género para «{tema}».")
    dichos = [d for v in vidrios for d in _leer(mesa, v)]
    return Lente(
        titulo=vidrios[0].titulo if len(vidrios) == 1 else "Con lente de género",
        dichos=tuple(sorted(dichos, key=lambda d: d.tono is not Tono.ALERTA)),
        preguntas=tuple(p for v in vidrios for p in v.preguntas),
    )


def _sin_numero(tema: str) -> str:
    return tema[3:] if tema[:2].isdigit() else tema


def _leer(mesa: Mesa, vidrio: _Vidrio) -> Iterator[Dicho]:
    for leer in vidrio.lectores:
        yield from leer(mesa)
    if vidrio.etapa:
        yield from leer_medidas(mesa, vidrio.etapa)
