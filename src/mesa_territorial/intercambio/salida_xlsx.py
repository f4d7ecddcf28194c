"""La Mesa en un libro xlsx que se puede volver a importar, sin ninguna fórmula viva."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from mesa_territorial import fichas
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.libro import MAX_LETRAS_POR_CELDA, Celda
from mesa_territorial.intercambio.tablas import (
    COLUMNAS_DE_ACTORES,
    COLUMNAS_DE_RELACIONES,
    LISTAS_DE_ACTOR,
    LISTAS_DE_RELACION,
    NO,
    POSICIONES,
    SI,
    filas_de_actores,
    filas_de_relaciones,
    texto_posible,
    titulos,
)
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION, NIVELES

# Una fecha fija: dos exportaciones de la misma Mesa son el mismo archivo.
_FECHA = datetime(2000, 1, 1)  # noqa: DTZ001  los metadatos de xlsx no llevan zona
_ANCHOS = {"nombre": 44, "nota": 50, "fuente": 30, "tipo": 24, "de": 40, "hacia": 40, "estado": 18}
_ANCHO = 14
_FILAS_CON_LISTA = 1_000
_SI_NO = ("comite", "fijado", "dirigida")


def exportar_xlsx(mesa: Mesa) -> bytes:
    """El libro con las hojas Actores, Relaciones y una portada que la importación se salta."""
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Actores", COLUMNAS_DE_ACTORES, CAMPOS_DE_ACTOR, filas_de_actores(mesa))
        libro.agregar_tabla(
            "Relaciones", COLUMNAS_DE_RELACIONES, CAMPOS_DE_RELACION, filas_de_relaciones(mesa)
        )
        libro.agregar_textos("Mesa (ignorar)", _portada(mesa))
    return libro.contenido


def _portada(mesa: Mesa) -> list[list[str]]:
    ilustrativa = [["Datos", "Ilustrativos: son de ejercicio"]] if mesa.ilustrativa else []
    return [
        ["Mesa", mesa.nombre],
        ["Comuna (CUT)", mesa.territorio.cut_comuna],
        ["Lugar", mesa.territorio.lugar],
        ["Nivel", NIVELES[mesa.territorio.nivel]],
        ["Objetivo", mesa.objetivo],
        *ilustrativa,
        ["Actores", str(len(mesa.actores))],
        ["Relaciones", str(len(mesa.relaciones))],
        ["Para volver a importar", "Corrija las hojas Actores y Relaciones y elija este archivo."],
    ]


class LibroDeSalida:
    """Un libro xlsx en memoria donde todo texto es texto; al salir del ``with`` está listo."""

    def __init__(self) -> None:
        import xlsxwriter

        self._memoria = io.BytesIO()
        opciones = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._libro: Any = xlsxwriter.Workbook(self._memoria, opciones)
        self._libro.set_properties({"created": _FECHA, "author": "Mesa Territorial"})
        self._titulo = self._libro.add_format(
            {"bold": True, "bg_color": fichas.color("acento_suave"), "text_wrap": True}
        )
        self._parrafo = self._libro.add_format({"text_wrap": True, "valign": "top"})

    def __enter__(self) -> "LibroDeSalida":
        return self

    def __exit__(self, *_: object) -> None:
        self._libro.close()
        self.contenido = self._memoria.getvalue()

    def agregar_tabla(
        self,
        nombre: str,
        columnas: tuple[str, ...],
        etiquetas: Mapping[str, str],
        filas: Iterable[Sequence[Celda]],
    ) -> None:
        """Una hoja con encabezado fijo y listas desplegables donde hay opciones."""
        hoja = self._libro.add_worksheet(nombre)
        for i, titulo in enumerate(titulos(columnas, etiquetas)):
            hoja.write_string(0, i, titulo, self._titulo)
            hoja.set_column(i, i, _ANCHOS.get(columnas[i], _ANCHO))
        for numero, fila in enumerate(filas, start=1):
            for i, celda in enumerate(fila):
                escribir(hoja, numero, i, celda)
        hoja.freeze_panes(1, 1)
        self._poner_listas(hoja, columnas)

    def _poner_listas(self, hoja: Any, columnas: tuple[str, ...]) -> None:
        listas = LISTAS_DE_RELACION if "hacia" in columnas else LISTAS_DE_ACTOR
        for i, campo in enumerate(columnas):
            opciones = list(listas.get(campo, {}).values())
            opciones = opciones or ([SI, NO] if campo in _SI_NO else [])
            opciones = opciones or (list(POSICIONES.values()) if campo == "posicion" else [])
            if opciones:
                regla = {"validate": "list", "source": opciones, "error_type": "warning"}
                hoja.data_validation(1, i, _FILAS_CON_LISTA, i, regla)

    def agregar_textos(self, nombre: str, filas: Sequence[Sequence[str]]) -> None:
        """Una hoja de dos columnas de texto corrido."""
        hoja = self._libro.add_worksheet(nombre)
        hoja.set_column(0, 0, 26, self._parrafo)
        hoja.set_column(1, 1, 90, self._parrafo)
        for numero, fila in enumerate(filas):
            for i, texto in enumerate(fila):
                escribir(hoja, numero, i, texto_posible(texto))


def escribir(hoja: Any, fila: int, columna: int, celda: Celda) -> None:
    """Escribe un número o un texto; un texto que parece fórmula queda como texto."""
    if celda is None:
        return
    if isinstance(celda, int | float):
        hoja.write_number(fila, columna, celda)
        return
    texto = celda[:MAX_LETRAS_POR_CELDA]
    if texto.startswith("<r>") and texto.endswith("</r>"):
        # xlsxwriter toma este texto por XML ya hecho: se le entrega hecho de verdad.
        texto = f'<r><t xml:space="preserve">{escape(texto)}</t></r>'
    hoja.write_string(fila, columna, texto)
