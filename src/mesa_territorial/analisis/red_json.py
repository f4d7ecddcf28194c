"""El análisis en tipos JSON, para mandarlo a la pantalla."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mesa_territorial.analisis.grupos import EI, EIPorGrupo
from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.resumen import Resumen

_DECIMALES = 6


def medidas_a_json(
    valores: Mapping[str, Mapping[str, float]], resumen: Resumen
) -> dict[str, dict[str, Any]]:
    """Por medida: su explicación, sus avisos en esta red y el valor de cada actor."""
    tamano = resumen.nodos, len(resumen.componentes)
    return {
        clave: {
            **asdict(MEDIDAS[clave]),
            "avisos": list(MEDIDAS[clave].avisos(*tamano)),
            "valores": {id_: round(valor, _DECIMALES) for id_, valor in suyos.items()},
        }
        for clave, suyos in valores.items()
    }


def resumen_a_json(resumen: Resumen) -> dict[str, Any]:
    """El resumen con listas y diccionarios; un E-I sin enlaces es ``None``."""
    return {
        "nodos": resumen.nodos,
        "enlaces": resumen.enlaces,
        "densidad": round(resumen.densidad, _DECIMALES),
        "componentes": [list(parte) for parte in resumen.componentes],
        "aislados": list(resumen.aislados),
        "puntos_de_corte": list(resumen.puntos_de_corte),
        "puentes": [list(puente) for puente in resumen.puentes],
        "ei_sector": _ei_por_grupo(resumen.ei_sector),
        "ei_nivel": _ei_por_grupo(resumen.ei_nivel),
    }


def _ei_por_grupo(ei: EIPorGrupo) -> dict[str, Any]:
    return {
        **_ei(ei.red),
        "grupos": {
            grupo: {**_ei(suyo), "indice_dos_veces": _redondo(suyo.indice_dos_veces)}
            for grupo, suyo in ei.grupos.items()
        },
        "sin_grupo": ei.sin_grupo,
    }


def _ei(ei: EI) -> dict[str, Any]:
    return {
        "externos": ei.externos,
        "internos": ei.internos,
        "indice": _redondo(ei.indice),
    }


def _redondo(valor: float | None) -> float | None:
    return None if valor is None else round(valor, _DECIMALES)
