"""El registro: las fallas van a un archivo de la persona, no a la ventana donde corre el kit."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

TAMANO = 1_000_000
COPIAS = 3
FORMATO = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def registrar_en(archivo: Path) -> None:
    """Manda todo el registro del proceso a ``archivo``, que rota al llegar a 1 MB."""
    archivo.parent.mkdir(parents=True, exist_ok=True)
    destino = RotatingFileHandler(archivo, maxBytes=TAMANO, backupCount=COPIAS, encoding="utf-8")
    archivo.chmod(0o600)
    destino.setFormatter(logging.Formatter(FORMATO))
    raiz = logging.getLogger()
    raiz.handlers = [destino]
    raiz.setLevel(logging.WARNING)
    for nombre in ("tornado.access", "tornado.application", "tornado.general", "traitlets"):
        logging.getLogger(nombre).handlers = []
        logging.getLogger(nombre).propagate = True
