"""Zips que dependen sólo de su contenido: la misma Mesa da siempre los mismos bytes."""

import io
import zipfile
from collections.abc import Mapping

_FECHA = (1980, 1, 1, 0, 0, 0)


def atar(partes: Mapping[str, bytes]) -> bytes:
    """Un zip con las partes en el orden dado y fecha fija."""
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as salida:
        for nombre, contenido in partes.items():
            parte = zipfile.ZipInfo(nombre, _FECHA)
            parte.compress_type = zipfile.ZIP_DEFLATED
            parte.external_attr = 0o644 << 16
            salida.writestr(parte, contenido)
    return memoria.getvalue()
