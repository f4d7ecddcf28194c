"""El Chromium de las pruebas, las capturas y las mediciones."""

import shutil

NOMBRES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPCIONES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def buscar_navegador() -> str | None:
    """El Chromium de la máquina; sin él, Playwright usa el que haya bajado."""
    return next((ruta for nombre in NOMBRES if (ruta := shutil.which(nombre))), None)
