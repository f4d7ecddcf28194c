"""Lo común a toda la suite: un solo Chromium, y Hypothesis sin cronómetro y repetible.

``pytest --hypothesis-profile=azar`` busca ejemplos nuevos.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from cromo import OPCIONES, buscar_navegador
from hypothesis import HealthCheck, settings

# Cuánto demora un ejemplo depende de la máquina: eso se mide en bench/, aquí no.
_SIN_RELOJ = {"deadline": None, "suppress_health_check": (HealthCheck.too_slow,)}

settings.register_profile("kit", derandomize=True, max_examples=60, **_SIN_RELOJ)
settings.register_profile("azar", max_examples=300, **_SIN_RELOJ)
settings.load_profile("kit")


@pytest.fixture(scope="session")
def navegador() -> Iterator[Any]:
    """Un Chromium para todas las pruebas: Playwright no admite dos en un mismo proceso."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        uno = playwright.chromium.launch(executable_path=buscar_navegador(), args=list(OPCIONES))
        yield uno
        uno.close()
