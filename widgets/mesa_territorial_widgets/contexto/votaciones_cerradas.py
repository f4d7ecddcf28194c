"""Las votaciones cerradas de la Mesa abierta, vueltas evaluadores de la priorización."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mesa_territorial.almacen.urna import lugar_de_la_urna
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.prioridad.de_votacion import evaluadores_de
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial_widgets.componentes.votacion_sala import RondasVivas
from mesa_territorial_widgets.contexto import entorno
from mesa_territorial_widgets.contexto.contexto import Contexto
from mesa_territorial_widgets.contexto.votaciones import SalaDeVotaciones


class VotacionesCerradas:
    """Cumple el protocolo ``componentes.evaluaciones.Votaciones`` sobre un contexto."""

    def __init__(self, contexto: Contexto) -> None:
        self._contexto = contexto
        self._abierta: SalaDeVotaciones | None = None

    def _sala(self) -> SalaDeVotaciones | None:
        """La sala de la Mesa, si alguna vez se votó en este servidor."""
        if self._abierta is None and Path(lugar_de_la_urna(entorno.donde_se_guarda())).exists():
            self._abierta = SalaDeVotaciones.abrir(self._contexto)
        return self._abierta

    def _cerradas(self) -> list[Votacion]:
        sala = self._sala()
        todas = sala.listar() if sala else ()
        return [v for v in todas if v.esta_cerrada and v.tipo is TipoConsulta.ACTORES]

    def listar_cerradas(self) -> Sequence[dict[str, str]]:
        """Las que se pueden traer, de la más nueva a la más antigua."""
        return [
            {"clave": v.id, "titulo": v.titulo, "detalle": _detalle(v)} for v in self._cerradas()
        ]

    def evaluadores_de(self, clave: str, *, por_sector: bool) -> Sequence[dict[str, Any]]:
        """Los evaluadores de esa votación; levanta ``ReglaRota`` si ya no está o no se puede."""
        sala = self._sala()
        elegida = next((v for v in self._cerradas() if v.id == clave), None)
        exigir(sala is not None and elegida is not None, "Esa votación ya no está. Mire de nuevo.")
        assert sala is not None and elegida is not None
        rondas = RondasVivas(sala, elegida)
        fichas = evaluadores_de(
            self._contexto.pizarra.valor, rondas.votacion, rondas.conteo, por_sector=por_sector
        )
        if not fichas:
            raise ReglaRota("Esa votación no tiene nada que se pueda mostrar.")
        return fichas


def _detalle(votacion: Votacion) -> str:
    rondas = contar(len(votacion.rondas), "una ronda", "rondas")
    actores = contar(len(votacion.opciones), "un actor", "actores")
    return f"{actores}, {rondas}, código {votacion.codigo}"
