"""La lámina: un gráfico con su tabla gemela. La especificación viaja una vez; después, filas."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import traitlets as t

from mesa_territorial_widgets.componentes.base import Componente


class Columna(NamedTuple):
    """Una columna de la tabla gemela."""

    campo: str
    titulo: str
    decimales: int = 0


class Lamina(Componente):
    """``valor`` son las filas que se ven; asignarle otras actualiza el gráfico y la tabla."""

    modulo = "lamina"
    modulo_de_cuaderno = "lamina_completa"
    especificacion = t.Dict().tag(sync=True)
    filas = t.List().tag(sync=True)
    columnas = t.List().tag(sync=True)
    titulo = t.Unicode().tag(sync=True)
    bajada = t.Unicode().tag(sync=True)
    nombre = t.Unicode("grafico").tag(sync=True)
    ilustrativa = t.Bool(False).tag(sync=True)

    def __init__(self, *, columnas: Sequence[Columna], **rasgos: Any) -> None:
        super().__init__(columnas=[c._asdict() for c in columnas], **rasgos)

    @property
    def valor(self) -> list[dict[str, Any]]:
        """Las filas del gráfico."""
        return list(self.filas)

    @valor.setter
    def valor(self, filas: list[dict[str, Any]]) -> None:
        self.filas = filas
