"""Lo que se carga una vez, en el proceso tibio, para que ninguna página lo espere."""

import importlib
import pkgutil
import sys

# Se importan tarde en el uso normal: la primera página que los pida no tiene por qué pagarlos.
BIBLIOTECAS = (
    "altair",
    "numpy",
    "networkx",
    "pandas",
    "openpyxl",
    "xlsxwriter",
    "segno",
    "sqlalchemy.dialects.sqlite",
    "alembic.command",
    "tornado.queues",
    "tornado.locks",
    "faulthandler",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
)
PAQUETES = (
    "mesa_territorial_widgets.cuaderno",
    "mesa_territorial_widgets.componentes",
    "mesa_territorial_widgets.contexto",
    "mesa_territorial_widgets.temas",
    "mesa_territorial_widgets.apps",
    "mesa_territorial.analisis",
    "mesa_territorial.almacen",
    "mesa_territorial.formacion",
    "mesa_territorial.graficos",
    "mesa_territorial.intercambio",
)


def calentar() -> list[str]:
    """Importa todo lo que una página puede usar; devuelve lo que no se pudo."""
    fallas = [nombre for nombre in BIBLIOTECAS if not _importar(nombre)]
    for paquete in (*PAQUETES, "mesa_territorial_widgets.precalentado"):
        fallas += _importar_entero(paquete)
    ensayo = sys.modules.get("mesa_territorial_widgets.precalentado")
    if ensayo is not None:
        ensayo.precalentar()
    return fallas


def _importar_entero(paquete: str) -> list[str]:
    if not _importar(paquete):
        return [paquete]
    carpeta = getattr(sys.modules[paquete], "__path__", ())
    partes = [
        f"{paquete}.{p.name}" for p in pkgutil.iter_modules(carpeta) if p.name != "migraciones"
    ]
    return [parte for parte in partes if not _importar(parte)]


def _importar(nombre: str) -> bool:
    try:
        importlib.import_module(nombre)
    except ImportError:
        return False
    return True
