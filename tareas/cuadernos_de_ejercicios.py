"""Vuelve a escribir y ejecutar los cuadernos de exercises/ desde sus bancos.

Se corre al cambiar un banco: .venv/bin/python tareas/cuadernos_de_ejercicios.py
"""

import nbformat
from nbclient import NotebookClient

from mesa_territorial.contenido import ruta
from mesa_territorial.formacion.cuadernos import Celda, escribir_cuaderno
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos

VISTA = "application/vnd.jupyter.widget-view+json"
NUCLEO = {"name": "python3", "display_name": "Python 3", "language": "python"}


def _celda(celda: Celda) -> nbformat.NotebookNode:
    nueva = nbformat.v4.new_code_cell if celda.es_codigo else nbformat.v4.new_markdown_cell
    metadatos = {"tags": list(celda.etiquetas)} if celda.etiquetas else {}
    return nueva(celda.fuente, id=celda.id, metadata=metadatos)


def _limpiar(celda: nbformat.NotebookNode) -> None:
    """Quita lo que cambia en cada ejecución: horas, y vistas de un núcleo que ya no existe."""
    celda.metadata.pop("execution", None)
    for salida in celda.get("outputs", ()):
        salida.get("data", {}).pop(VISTA, None)


def rehacer(clave: str) -> None:
    """Escribe exercises/<clave>.ipynb con las salidas que da hoy."""
    celdas = [_celda(c) for c in escribir_cuaderno(cargar_banco(clave))]
    cuaderno = nbformat.v4.new_notebook(cells=celdas, metadata={"kernelspec": NUCLEO})
    NotebookClient(cuaderno, timeout=120, store_widget_state=False, coalesce_streams=True).execute()
    for celda in cuaderno.cells:
        _limpiar(celda)
    cuaderno.metadata = {"kernelspec": NUCLEO, "language_info": {"name": "python"}}
    nbformat.validate(cuaderno)
    nbformat.write(cuaderno, ruta("exercises", f"{clave}.ipynb"))


if __name__ == "__main__":
    for clave in listar_bancos():
        rehacer(clave)
