"""La dirección de este computador en su red."""

import ipaddress
import socket
from collections.abc import Iterator

import psutil

from mesa_territorial.dominio.reglas import ReglaRota

# Reservada para documentación: preguntar por qué ruta se llegaría a ella no manda ni un paquete.
_LEJOS = ("198.51.100.1", 9)


def direcciones() -> list[str]:
    """Las direcciones IPv4 con que otros aparatos pueden llegar; primero la ruta por defecto."""
    propias = list(_de_las_tarjetas())
    principal = _de_la_ruta()
    return sorted(propias, key=lambda d: d != principal)


def elegir_direccion(pedida: str = "") -> str:
    """La dirección pedida, o la que se usa para salir a la red.

    Levanta ``ReglaRota`` si el computador no está en ninguna red o la pedida no es suya.
    """
    propias = direcciones()
    if pedida:
        if pedida in (*propias, "127.0.0.1"):
            return pedida
        raise ReglaRota(
            f"Este computador no tiene la dirección {pedida}. Las suyas: "
            f"{', '.join(propias) or 'ninguna'}."
        )
    if not propias:
        raise ReglaRota(
            "Este computador no está en ninguna red. Conéctelo al wifi o al cable de la sala y "
            "vuelva a correr la orden."
        )
    return propias[0]


def puerto_libre(direccion: str, desde: int, cuantos: int = 20) -> int:
    """El primer puerto libre en esa dirección y en este computador, desde el pedido.

    Levanta ``ReglaRota`` si no hay ninguno en los ``cuantos`` que siguen.
    """
    for puerto in range(desde, min(desde + cuantos, 65536)):
        if all(_esta_libre(d, puerto) for d in {direccion, "127.0.0.1"}):
            return puerto
    raise ReglaRota(
        f"No hay un puerto libre entre {desde} y {desde + cuantos - 1}. Elija otro con --puerto."
    )


def _esta_libre(direccion: str, puerto: int) -> bool:
    with socket.socket() as enchufe:
        # Como lo abrirá el servidor: un puerto recién soltado también sirve.
        enchufe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            enchufe.bind((direccion, puerto))
        except OSError:
            return False
        return True


def _de_la_ruta() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as enchufe:
        try:
            enchufe.connect(_LEJOS)
        except OSError:
            return ""
        return str(enchufe.getsockname()[0])


def _de_las_tarjetas() -> Iterator[str]:
    encendidas = {n for n, estado in psutil.net_if_stats().items() if estado.isup}
    for nombre, suyas in psutil.net_if_addrs().items():
        for una in suyas:
            if nombre in encendidas and una.family == socket.AF_INET:
                direccion = ipaddress.ip_address(una.address)
                if not (direccion.is_loopback or direccion.is_link_local):
                    yield una.address
