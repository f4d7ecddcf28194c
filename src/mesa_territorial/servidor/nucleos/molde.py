"""El molde: una página ya corrida, sin persona, de la que brotan los núcleos de sus visitas."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mesa_territorial.servidor.nucleos.vista import VISTA

Salida = dict[str, Any]


def derivar(semilla: str, modelo: str) -> str:
    """El identificador de un modelo en el brote de esa semilla: 32 cifras hexadecimales."""
    return hashlib.blake2s(f"{semilla}:{modelo}".encode(), digest_size=16).hexdigest()


def traducir(salidas: Sequence[Salida], semilla: str) -> list[Salida]:
    """Las salidas del molde con los identificadores que tendrán en el brote."""
    return [_traducir(salida, semilla) for salida in salidas]


def _traducir(salida: Salida, semilla: str) -> Salida:
    datos: Mapping[str, Any] = salida["data"]
    if VISTA not in datos:
        return salida
    vista = {**datos[VISTA], "model_id": derivar(semilla, datos[VISTA]["model_id"])}
    return {**salida, "data": {**datos, VISTA: vista}}


def correr(preparado: Any, cuaderno: Path) -> list[list[Salida]]:
    """Corre las celdas de código y devuelve las salidas de cada una; ``RuntimeError`` si fallan."""
    import nbformat

    celdas = [c for c in nbformat.read(cuaderno, as_version=4).cells if c.cell_type == "code"]
    return [_correr(preparado, celda.source) for celda in celdas]


def _correr(preparado: Any, fuente: str) -> list[Salida]:
    preparado.muda.salidas.clear()
    resultado = preparado.shell.run_cell(fuente, store_history=False)
    if not resultado.success:
        raise RuntimeError(f"La celda «{fuente[:60]}» falló")
    return list(preparado.muda.salidas)


def renombrar_modelos(semilla: str) -> None:
    """Da a cada modelo de este proceso el identificador que le toca: dos brotes no comparten."""
    import comm
    from ipywidgets.widgets.widget import _instances

    canales = comm.get_comm_manager().comms
    for viejo, canal in list(canales.items()):
        nuevo = derivar(semilla, viejo)
        canal.comm_id, canal.topic = nuevo, f"comm-{nuevo}".encode()
        canales[nuevo] = canales.pop(viejo)
        if viejo in _instances:
            _instances[nuevo] = _instances.pop(viejo)
            _instances[nuevo]._model_id = nuevo
