"""Lo común a toda la suite: Hypothesis sin cronómetro y con los mismos ejemplos cada vez.

``pytest --hypothesis-profile=azar`` busca ejemplos nuevos.
"""

from hypothesis import HealthCheck, settings

# Cuánto demora un ejemplo depende de la máquina: eso se mide en bench/, aquí no.
_SIN_RELOJ = {"deadline": None, "suppress_health_check": (HealthCheck.too_slow,)}

settings.register_profile("kit", derandomize=True, max_examples=60, **_SIN_RELOJ)
settings.register_profile("azar", max_examples=300, **_SIN_RELOJ)
settings.load_profile("kit")
