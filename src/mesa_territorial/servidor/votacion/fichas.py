"""El testigo anónimo: qué aparato vota, sin saber de quién es.

Va en una cookie firmada y HttpOnly, no en la memoria de la página: así sirve también sin
JavaScript, ningún guion la lee y nadie se fabrica testigos por su cuenta. A la urna llega otra
cosa: una huella distinta por votación, que no permite seguir a un aparato de una a otra.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

COOKIE = "mesa-aparato"
DIAS = 31


def leer_secreto_de(urna: Path) -> bytes:
    """El secreto que firma los testigos, en un archivo junto a la urna; se crea la primera vez.

    Se conserva para que un celular siga siendo el mismo aunque el servidor vuelva a partir.
    """
    archivo = urna.with_suffix(".secreto")
    if not archivo.is_file():
        _crear(archivo)
    return archivo.read_bytes()


def _crear(archivo: Path) -> None:
    # Aparece entero o no aparece, y si dos procesos parten a la vez gana uno solo.
    propio = archivo.with_name(f".{archivo.name}.{secrets.token_hex(4)}")
    descriptor = os.open(propio, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as salida:
        salida.write(secrets.token_bytes(32))
        salida.flush()
        os.fsync(salida.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(propio, archivo)
    propio.unlink()


def inventar_aparato() -> str:
    """Un testigo nuevo, al azar."""
    return secrets.token_hex(16)


def ficha_de(secreto: bytes, aparato: str, votacion: str) -> str:
    """La ficha de un aparato en una votación: 24 cifras hexadecimales, siempre las mismas."""
    de_que = f"{aparato}\0{votacion}".encode()
    return hmac.new(secreto, de_que, hashlib.sha256).hexdigest()[:24]
