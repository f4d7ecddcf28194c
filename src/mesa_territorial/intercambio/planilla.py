"""Una hoja con sus columnas ya emparejadas: entrega renglones y arma los problemas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.libro import (
    Celda,
    Fila,
    Hoja,
    esta_vacia,
    letra_de_columna,
    texto_de,
)
from mesa_territorial.intercambio.revision import Problema, Supuestos
from mesa_territorial.intercambio.valores import SIN_VALOR, Lector, ValorInvalido, leer_valor
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION

# Los nombres exactos de la plantilla: una institución de verdad puede partir con «(ejemplo)».
EJEMPLOS = ("(ejemplo) Junta de Vecinos", "(ejemplo) Municipalidad")
_LARGO_DEL_VALOR = 80


@dataclass(frozen=True, slots=True)
class Encargo:
    """Todo lo que una revisión necesita saber además de la hoja."""

    mesa: Mesa
    archivo: str
    momento: str
    crear_id: Callable[[], str]
    supuestos: Supuestos


@dataclass(frozen=True, slots=True)
class Renglon:
    """Una fila con datos: su número en la planilla y sus celdas."""

    numero: int
    celdas: Fila


@dataclass(frozen=True, slots=True)
class Planilla:
    """La hoja, el índice de su encabezado y el campo de cada columna."""

    hoja: Hoja
    fila_encabezado: int
    columnas: Mapping[int, str]

    def renglones(self) -> Iterator[Renglon]:
        """Las filas bajo el encabezado que traen algo en las columnas emparejadas."""
        for i, fila in enumerate(self.hoja.filas):
            con_datos = any(not esta_vacia(fila[c]) for c in self.columnas)
            if i > self.fila_encabezado and con_datos:
                yield Renglon(i + 1, fila)

    def es_ejemplo(self, renglon: Renglon) -> bool:
        """Si la fila es uno de los ejemplos que trae la plantilla."""
        textos = (texto_de(renglon.celdas[c]) for c in self.columnas)
        return any(texto.strip() in EJEMPLOS for texto in textos)

    def columna_de(self, campo: str) -> int | None:
        """La columna emparejada con ``campo``, si hay."""
        return next((c for c, otro in self.columnas.items() if otro == campo), None)

    def celda(self, renglon: Renglon, campo: str) -> Celda:
        """Lo que dice la fila en la columna de ``campo``; ``None`` si no hay tal columna."""
        columna = self.columna_de(campo)
        return None if columna is None else renglon.celdas[columna]

    def titulo(self, columna: int) -> str:
        """El título que la persona puso a la columna."""
        return texto_de(self.hoja.filas[self.fila_encabezado][columna])

    def problema_en(self, renglon: Renglon, columna: int, remedio: str, que: str = "") -> Problema:
        """El problema de una celda; sin ``que``, cita lo que dice."""
        valor = texto_de(renglon.celdas[columna])[:_LARGO_DEL_VALOR]
        que = que or f'dice "{valor}"'
        letra = letra_de_columna(columna)
        return Problema(renglon.numero, self.titulo(columna), letra, columna, valor, que, remedio)

    def problema(self, renglon: Renglon, campo: str, que: str, remedio: str) -> Problema:
        """El problema de un campo, aunque la hoja no tenga su columna."""
        columna = self.columna_de(campo)
        if columna is not None:
            return self.problema_en(renglon, columna, remedio, que)
        etiqueta = CAMPOS_DE_ACTOR.get(campo) or CAMPOS_DE_RELACION.get(campo, campo)
        return Problema(renglon.numero, etiqueta, "", None, "", que, remedio)

    def leer(
        self, renglon: Renglon, lectores: Mapping[str, Lector]
    ) -> tuple[dict[str, Any], list[Problema]]:
        """Los valores que trae la fila, sin los vacíos, y los problemas de sus celdas."""
        valores: dict[str, Any] = {}
        problemas: list[Problema] = []
        for columna, campo in self.columnas.items():
            try:
                valor = leer_valor(lectores, campo, renglon.celdas[columna])
            except ValorInvalido as remedio:
                problemas.append(self.problema_en(renglon, columna, str(remedio)))
                continue
            if valor is not SIN_VALOR:
                valores[campo] = valor
        return valores, problemas
