"""De los votos de la urna a su lectura: qué escala tiene cada consulta y qué mide cada nota."""

from collections.abc import Mapping

from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_cuantiles import POR_DEFECTO
from mesa_territorial.analisis.consenso_orden import (
    gana_todos_los_duelos,
    mediana_de_lugares,
    puntos_de_borda,
)
from mesa_territorial.analisis.consenso_ronda import Regla, Voto
from mesa_territorial.dominio import votacion_votos as urna
from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.textos import numero

DIMENSIONES: Mapping[TipoConsulta, tuple[str, ...]] = {
    TipoConsulta.ACTORES: ("Interés", "Influencia"),
    TipoConsulta.PUNTOS: ("Puntos",),
    TipoConsulta.RANKING: ("Lugar",),
    TipoConsulta.ACUERDO: ("Acuerdo",),
    TipoConsulta.PESOS: ("Peso",),
}


def regla_de(votacion: Votacion, metodo: str = POR_DEFECTO) -> Regla:
    """Con qué escala y método se mide esa votación."""
    escalas = {
        TipoConsulta.PUNTOS: (0.0, float(votacion.puntos)),
        TipoConsulta.RANKING: (1.0, float(max(2, len(votacion.opciones)))),
    }
    por_notas = (float(NOTA_MINIMA), float(NOTA_MAXIMA))
    return Regla(escala=escalas.get(votacion.tipo, por_notas), metodo=metodo)


def conteo_de(votacion: Votacion, metodo: str = POR_DEFECTO) -> Conteo:
    """Un conteo vacío para una ronda de esa votación."""
    return Conteo([o.id for o in votacion.opciones], regla_de(votacion, metodo))


def a_voto(tipo: TipoConsulta, voto: urna.Voto) -> Voto:
    """El voto de la urna, con sus notas en el orden de ``DIMENSIONES``."""
    notas: tuple[float | None, ...] = (voto.valor,)
    if tipo is TipoConsulta.ACTORES:
        notas = (voto.interes, voto.influencia)
    return Voto(voto.ficha, voto.opcion, notas, voto.sector or "")


def leer_orden(votacion: Votacion, conteo: Conteo) -> list[tuple[str, str]]:
    """Las opciones de la más a la menos preferida, con la frase que lo explica.

    En un ranking mandan los puntos de Borda y se dice la mediana de lugares (Dwork y otros 2001);
    en lo demás, la media. Sólo con los votos que se pueden mostrar; vacío en el tablero.
    """
    if votacion.tipo is TipoConsulta.ACTORES:
        return []
    if votacion.tipo is TipoConsulta.RANKING:
        return _orden_de_ranking(conteo)
    medias = {c: x.medias[0] for c, x in conteo.lecturas.items() if x.medias}
    return [(c, "") for c in sorted(medias, key=lambda c: (-medias[c], c))]


def _orden_de_ranking(conteo: Conteo) -> list[tuple[str, str]]:
    papeletas = conteo.papeletas()
    if len(papeletas) < conteo.regla.minimo_de_votos:
        return []
    puntos, lugares = puntos_de_borda(papeletas), mediana_de_lugares(papeletas)
    vence = gana_todos_los_duelos(papeletas)
    return [
        (
            cosa,
            f"{numero(puntos[cosa], 1)} puntos de Borda; mediana de lugares "
            f"{numero(lugares[cosa], 1)}" + ("; vence a cada otra de a dos" * (cosa == vence)),
        )
        for cosa in sorted(puntos, key=lambda c: (-puntos[c], lugares[c], c))
    ]
