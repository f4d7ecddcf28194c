"""Lo que el arnés le pide a cada cliente: abrir, editar y cerrar, comprobando lo recibido."""

from typing import Protocol

from competencia import referencia
from competencia.clientes.red import exigir

NOMBRES = tuple(a["actor"] for a in referencia.actores().values())
EDITADO = "A02"
VALORES = (3.5, 4.5)


class Sesion(Protocol):
    """Una persona con la página abierta en un contendor."""

    async def abrir(self) -> None:
        """Deja la página interactiva; levanta ``Rechazo`` si falta el gráfico o la tabla."""

    async def editar(self) -> None:
        """Cambia la influencia de SERVIU y espera el gráfico y la tabla nuevos."""

    async def cerrar(self) -> None:
        """Se va como se iría el navegador."""


class Alternancia:
    """El valor que toca en cada edición: sube y baja para que siempre haya un cambio."""

    def __init__(self) -> None:
        self._cuenta = 0

    def siguiente(self) -> float:
        """El próximo valor de influencia."""
        self._cuenta += 1
        return VALORES[self._cuenta % 2]


def exigir_actores(texto: str | bytes, que: str) -> None:
    """Levanta ``Rechazo`` si ahí no están los 28 actores."""
    faltan = [n for n in NOMBRES if (n.encode() if isinstance(texto, bytes) else n) not in texto]
    exigir(not faltan, f"{que}: faltan {len(faltan)} actores de {len(NOMBRES)}")
