"""Archivos que suben y bajan por la pantalla, en base64."""

import base64
import binascii

from mesa_territorial.dominio.reglas import ReglaRota, exigir


def para_bajar(nombre: str, contenido: bytes) -> dict[str, str]:
    """Un archivo en la forma que baja la pantalla: nombre, tipo y contenido en base64."""
    codigo = base64.b64encode(contenido).decode("ascii")
    return {"nombre": nombre, "tipo": "application/octet-stream", "base64": codigo}


def desde_base64(codigo: str, *, megas: int) -> bytes:
    """El contenido de un archivo que subió la pantalla.

    Levanta ``ReglaRota`` si pesa más de ``megas`` MB o si llegó incompleto.
    """
    cabe = len(codigo) <= megas * 1024 * 1024 * 4 // 3 + 8
    exigir(cabe, f"El archivo pesa más de {megas} MB. Deje sólo lo necesario y vuelva a elegirlo.")
    try:
        return base64.b64decode(codigo, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ReglaRota("El archivo llegó incompleto. Vuelva a elegirlo.") from error
