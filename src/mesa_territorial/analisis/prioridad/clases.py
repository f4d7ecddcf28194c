"""Tres maneras publicadas de ordenar a los actores por lo que tienen y lo que les va en ello.

Ninguna dice qué hacer con nadie: orientan la conversación. «Alto» es siempre estrictamente mayor
que el umbral (la regla de empate es nuestra): quien queda en el medio se trata como bajo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mesa_territorial.dominio.reglas import exigir

NOTA_MINIMA, NOTA_MAXIMA, UMBRAL = 1, 5, 3
CLIP_ORIENTA = (
    "CLIP (Chevalier y Buckles) sólo orienta: su tabla de categorías se escribió de memoria y no "
    "se pudo contrastar con la publicación. No la cite."
)


@dataclass(frozen=True, slots=True)
class Clase:
    """Una clase con su ``clave`` de máquina y su ``nombre`` en pantalla; ``grupo`` la reúne."""

    clave: str
    nombre: str
    grupo: str = ""


def es_alto(nota: float, umbral: float = UMBRAL) -> bool:
    """Si una nota de 1 a 5 pasa del umbral; en el umbral mismo es baja."""
    exigir(NOTA_MINIMA <= nota <= NOTA_MAXIMA, f"La nota {nota} debe ir de 1 a 5.")
    return nota > umbral


_CUADRANTES: Mapping[tuple[bool, bool], Clase] = MappingProxyType(
    {
        (True, True): Clase("clave", "actor clave", "gestionar de cerca / involucrar"),
        (True, False): Clase("satisfecho", "mantener satisfecho", "mantener satisfecho"),
        (False, True): Clase("informado", "mantener informado", "mantener informado"),
        (False, False): Clase("monitorear", "monitorear", "esfuerzo mínimo"),
    }
)
_SALIENCIA: Mapping[tuple[bool, bool, bool], Clase] = MappingProxyType(
    {
        (False, False, False): Clase("ninguna", "no es parte interesada", "ninguno"),
        (True, False, False): Clase("latente", "latente (durmiente)", "latente"),
        (False, True, False): Clase("discrecional", "discrecional", "latente"),
        (False, False, True): Clase("exigente", "exigente", "latente"),
        (True, True, False): Clase("dominante", "dominante", "expectante"),
        (True, False, True): Clase("peligroso", "peligroso", "expectante"),
        (False, True, True): Clase("dependiente", "dependiente", "expectante"),
        (True, True, True): Clase("definitivo", "definitivo", "definitivo"),
    }
)
_CLIP: Mapping[tuple[bool, bool, bool], Clase] = MappingProxyType(
    {
        (True, True, True): Clase("PIL", "dominante"),
        (True, True, False): Clase("PI", "fuerte"),
        (True, False, True): Clase("PL", "influyente"),
        (True, False, False): Clase("P", "inactivo"),
        (False, True, True): Clase("IL", "vulnerable"),
        (False, False, True): Clase("L", "respetado"),
        (False, True, False): Clase("I", "marginado"),
        (False, False, False): Clase("-", "otro"),
    }
)


def cuadrante(influencia: float, interes: float, umbral: float = UMBRAL) -> Clase:
    """El cuadrante de A. L. Mendelow (1991) de dos notas de 1 a 5; ``ReglaRota`` si se salen."""
    return _CUADRANTES[es_alto(influencia, umbral), es_alto(interes, umbral)]


def saliencia(*, poder: bool, legitimidad: bool, urgencia: bool) -> Clase:
    """La clase de R. K. Mitchell, B. R. Agle y D. J. Wood (AMR 22(4), 1997): siete y ninguna."""
    return _SALIENCIA[poder, legitimidad, urgencia]


def clip(*, poder: bool, interes: bool, legitimidad: bool) -> Clase:
    """La categoría CLIP de J. Chevalier y D. Buckles (SAS2), sólo como orientación.

    La tabla no se pudo contrastar con su publicación: la pantalla debe decir que es orientativa.
    """
    return _CLIP[poder, interes, legitimidad]
