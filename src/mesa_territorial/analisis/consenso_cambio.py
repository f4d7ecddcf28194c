"""De una ronda a la siguiente: hacia dónde se movió cada cosa y si las opiniones se juntaron."""

from dataclasses import dataclass
from typing import NamedTuple

from mesa_territorial.analisis.consenso import media
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_frases import consenso_de
from mesa_territorial.analisis.consenso_ronda import LecturaDeCosa
from mesa_territorial.textos import numero


class Lugar(NamedTuple):
    """Dónde quedó una cosa en una ronda: sus medias, su consenso y su distancia típica."""

    medias: tuple[float, ...]
    consenso: float
    distancia: float


@dataclass(frozen=True, slots=True)
class Paso:
    """De una ronda a la siguiente, para una cosa que se ve en ambas."""

    cosa: str
    antes: Lugar
    despues: Lugar

    @property
    def se_acercaron(self) -> bool:
        """Si las opiniones se juntaron."""
        return self.despues.distancia < self.antes.distancia - 1e-9


def comparar_rondas(primera: Conteo, segunda: Conteo) -> tuple[Paso, ...]:
    """Cómo se movió cada cosa entre dos rondas; sólo las que se pueden mostrar en ambas."""
    pasos = []
    for cosa, antes in primera.lecturas.items():
        despues = segunda.lecturas.get(cosa)
        if despues and not (antes.esta_oculta or despues.esta_oculta):
            pasos.append(Paso(cosa, _lugar(antes), _lugar(despues)))
    return tuple(pasos)


def _lugar(lectura: LecturaDeCosa) -> Lugar:
    return Lugar(lectura.medias, consenso_de(lectura), lectura.distancia)


def leer_cambio(pasos: tuple[Paso, ...]) -> str:
    """Una frase sobre lo que pasó entre las dos rondas; vacía si no hay qué comparar."""
    if not pasos:
        return ""
    juntos = sum(p.se_acercaron for p in pasos)
    antes = media([p.antes.consenso for p in pasos])
    despues = media([p.despues.consenso for p in pasos])
    return (
        f"Entre las dos rondas las opiniones se acercaron en {numero(juntos)} de "
        f"{numero(len(pasos))}; el consenso pasó de {numero(antes, 2)} a {numero(despues, 2)}."
    )
