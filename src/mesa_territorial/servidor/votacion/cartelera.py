"""La cartelera: en qué va cada votación, leído de la urna a lo más dos veces por segundo."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.analisis.consenso import MINIMO_DE_VOTOS
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import EstadoRonda, Ronda, Votacion

VIGENCIA = 0.4
"""Segundos que vale lo leído."""
EN_ESPERA = "espera"
RECORDADAS = 500


@dataclass(frozen=True)
class Anuncio:
    """Lo que un celular puede saber de una votación."""

    votacion: Votacion
    resultado: dict[str, Any] | None

    @property
    def ronda(self) -> int:
        """El número de la ronda en curso; 0 si todavía no se abre."""
        return self.votacion.ronda.numero if self.votacion.ronda else 0

    @property
    def estado(self) -> str:
        """«espera» o el estado de la ronda en curso."""
        if self.votacion.esta_cerrada:
            return EstadoRonda.CERRADA.value
        return self.votacion.ronda.estado.value if self.votacion.ronda else EN_ESPERA

    @property
    def clave(self) -> str:
        """Lo que distingue a esta votación de otra que use después su mismo código."""
        return hashlib.sha256(self.votacion.id.encode()).hexdigest()[:12]

    @cached_property
    def cuerpo(self) -> bytes:
        """El anuncio como JSON."""
        return msgspec.json.encode(
            {
                "clave": self.clave,
                "ronda": self.ronda,
                "estado": self.estado,
                "resultado": self.resultado,
            }
        )

    @cached_property
    def huella(self) -> str:
        """Lo que cambia cuando cambia el anuncio, para responder «sigue igual»."""
        return f'"{hashlib.sha256(self.cuerpo).hexdigest()[:16]}"'


class Cartelera:
    """Los anuncios vigentes, por código. ``reloj`` da segundos que nunca retroceden."""

    def __init__(self, urna: Urna, reloj: Callable[[], float]) -> None:
        self._urna = urna
        self._reloj = reloj
        self._anuncios: dict[str, tuple[float, Anuncio]] = {}
        self._resultados: dict[tuple[str, int], tuple[int, dict[str, Any] | None]] = {}

    def buscar(self, codigo: str) -> Anuncio | None:
        """El anuncio de la votación con ese código; ``None`` si no existe."""
        leido, anuncio = self._anuncios.get(codigo, (-VIGENCIA, None))
        if anuncio is not None and self._reloj() - leido < VIGENCIA:
            return anuncio
        try:
            votacion = self._urna.votacion_de_codigo(codigo)
        except ReglaRota:
            return None
        anuncio = Anuncio(votacion, self._resultado(votacion))
        if len(self._anuncios) > RECORDADAS:
            self._anuncios.clear()
            self._resultados.clear()
        self._anuncios[codigo] = (self._reloj(), anuncio)
        return anuncio

    def _resultado(self, votacion: Votacion) -> dict[str, Any] | None:
        """Los promedios de la última ronda a la vista; nada antes de revelar."""
        a_la_vista = [r for r in votacion.rondas if r.esta_a_la_vista]
        return self._promedios(votacion, a_la_vista[-1]) if a_la_vista else None

    def _promedios(self, votacion: Votacion, ronda: Ronda) -> dict[str, Any] | None:
        clave, marca = (votacion.id, ronda.numero), self._urna.marca(votacion.id)
        previa, resultado = self._resultados.get(clave, (-1, None))
        if marca != previa and (previa < 0 or ronda.cerrada is None):
            resultado = self._calcular(votacion.id, ronda.numero)
            self._resultados[clave] = (marca, resultado)
        return resultado

    def _calcular(self, clave: str, ronda: int) -> dict[str, Any]:
        opciones = {}
        for opcion, ejes in self._urna.promedios(clave, ronda).items():
            visibles = [round(m, 1) if n >= MINIMO_DE_VOTOS else None for n, m in ejes]
            if any(m is not None for m in visibles):
                opciones[opcion] = visibles
        return {"ronda": ronda, "minimo": MINIMO_DE_VOTOS, "opciones": opciones}
