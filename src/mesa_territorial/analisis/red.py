"""El análisis de la red de una Mesa: todas las medidas, el resumen y los avisos, de una vez."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mesa_territorial.analisis.avisos import avisar
from mesa_territorial.analisis.cortes import buscar_cortes, componentes
from mesa_territorial.analisis.grafo import Grafo, elegir, grafo_de_mesa
from mesa_territorial.analisis.grupos import ei_por_actor, medir_ei
from mesa_territorial.analisis.lugar import de_algunos, por_id, valores_de_lugar
from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.papeles import PAPELES, medir_papeles
from mesa_territorial.analisis.red_json import medidas_a_json, resumen_a_json
from mesa_territorial.analisis.resumen import Resumen, resumir
from mesa_territorial.dominio.mesa import Mesa

Valores = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalisisRed:
    """Lo que dicen las relaciones de una Mesa en un momento.

    ``valores`` va de medida a id de actor a valor; un actor sin valor en una medida no aparece en
    ella. ``tipos`` son los tipos de relación que contaron.
    """

    momento: str
    tipos: tuple[str, ...]
    ids: tuple[str, ...]
    valores: Valores
    resumen: Resumen
    avisos: tuple[str, ...]

    def primeros(self, medida: str, cuantos: int = 5) -> tuple[str, ...]:
        """Los ids con más valor (en la restricción, con menos); los empates, por id."""
        return MEDIDAS[medida].primeros(self.valores[medida], cuantos)

    def a_json(self) -> dict[str, Any]:
        """El análisis en tipos JSON, con la explicación de cada medida, para la pantalla."""
        return {
            "momento": self.momento,
            "tipos": list(self.tipos),
            "ids": list(self.ids),
            "resumen": resumen_a_json(self.resumen),
            "medidas": medidas_a_json(self.valores, self.resumen),
            "avisos": list(self.avisos),
        }


def analizar(
    mesa: Mesa,
    *,
    momento: str | None = None,
    tipos: Collection[str] | None = None,
    ids: Collection[str] | None = None,
) -> AnalisisRed:
    """Analiza la red simple no dirigida de la Mesa.

    Sin ``momento`` mira el último; sin ``tipos`` cuentan todas las relaciones menos el conflicto;
    sin ``ids``, todos los actores. Levanta ``ReglaRota`` si el momento o un tipo no existe.
    """
    seleccion = elegir(mesa, momento, tipos, ids)
    grafo = grafo_de_mesa(mesa, seleccion)
    sectores = [mesa.actores[i].sector for i in grafo.ids]
    niveles = [mesa.actores[i].nivel for i in grafo.ids]
    cortes, partes = buscar_cortes(grafo), componentes(grafo)
    return AnalisisRed(
        momento=seleccion.momento,
        tipos=tuple(sorted(seleccion.tipos)),
        ids=grafo.ids,
        valores={
            **valores_de_lugar(grafo, cortes),
            **_valores_de_grupo(grafo, sectores, niveles),
        },
        resumen=resumir(grafo, partes, cortes, medir_ei(grafo, sectores), medir_ei(grafo, niveles)),
        avisos=avisar(mesa, seleccion, grafo, len(partes)),
    )


def _valores_de_grupo(
    grafo: Grafo, sectores: Sequence[str], niveles: Sequence[str | None]
) -> Valores:
    circulos = [frozenset(otros) for otros in grafo.vecinos]
    papeles = medir_papeles(circulos, circulos, sectores)
    return {
        "ei_sector": de_algunos(grafo, ei_por_actor(grafo, sectores)),
        "ei_nivel": de_algunos(grafo, ei_por_actor(grafo, niveles)),
        **{papel: por_id(grafo, (suyos[papel] for suyos in papeles)) for papel in PAPELES},
    }
