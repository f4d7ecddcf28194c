"""La dispersión de un actor en el tablero: hacia dónde y cuánto se abren las opiniones."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, exp, fsum, sqrt

from mesa_territorial.analisis.consenso import media
from mesa_territorial.dominio.reglas import exigir

Punto = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elipse:
    """La elipse de covarianza de un conjunto de puntos (x, y), en sus mismas unidades.

    ``mayor`` y ``menor`` son los semiejes: ``nivel`` desviaciones típicas a lo largo de cada eje
    principal. ``angulo`` va en grados desde el eje x hacia el y, de −90 (sin incluir) a 90.
    """

    x: float
    y: float
    mayor: float
    menor: float
    angulo: float
    nivel: float

    @property
    def proporcion_si_fuera_normal(self) -> float:
        """Qué parte de las opiniones quedaría dentro si siguieran una normal: 0,39 con nivel 1.

        1 − e^(−nivel²/2). B. Wang, W. Shi y Z. Miao (2015), «Confidence analysis of standard
        deviational ellipse…», PLoS ONE 10(3), e0118537.
        """
        return 1 - exp(-(self.nivel**2) / 2)


def covarianzas(puntos: Sequence[Punto]) -> tuple[float, float, float]:
    """Varianza de x, varianza de y y covarianza, de una muestra (n − 1)."""
    cx, cy = media([p[0] for p in puntos]), media([p[1] for p in puntos])
    resto = max(1, len(puntos) - 1)
    return (
        fsum((x - cx) ** 2 for x, _ in puntos) / resto,
        fsum((y - cy) ** 2 for _, y in puntos) / resto,
        fsum((x - cx) * (y - cy) for x, y in puntos) / resto,
    )


def elipse_de(puntos: Sequence[Punto], *, nivel: float = 1.0) -> Elipse:
    """La elipse de ``nivel`` desviaciones típicas de ``puntos``.

    Semiejes: nivel·√λ, con λ los valores propios de la matriz de covarianza; el mayor apunta
    según su vector propio. R. S. Yuill (1971), «The standard deviational ellipse», Geografiska
    Annaler B 53(1), 28–39. Levanta ``ReglaRota`` si no hay puntos o el nivel no es positivo.
    """
    exigir(nivel > 0, "El nivel de la elipse es mayor que cero.")
    vx, vy, cov = covarianzas(puntos)
    medio, brazo = (vx + vy) / 2, sqrt(((vx - vy) / 2) ** 2 + cov**2)
    giro = degrees(atan2(2 * cov, vx - vy)) / 2
    return Elipse(
        x=media([p[0] for p in puntos]),
        y=media([p[1] for p in puntos]),
        mayor=nivel * sqrt(max(0.0, medio + brazo)),
        menor=nivel * sqrt(max(0.0, medio - brazo)),
        # −90 y 90 son la misma recta; si es un círculo, cualquier giro da lo mismo.
        angulo=0.0 if brazo <= 1e-12 else 90.0 if giro <= -90 else giro,
        nivel=nivel,
    )


def distancia_tipica(puntos: Sequence[Punto]) -> float:
    """Cuánto se apartan las opiniones de su centro, en un solo número: √(σx² + σy²).

    R. Bachi (1963), «Standard distance measures and related methods for spatial analysis», Papers
    of the Regional Science Association 10, 83–132. No depende de cómo se giren los ejes.
    """
    vx, vy, _ = covarianzas(puntos)
    return sqrt(vx + vy)
