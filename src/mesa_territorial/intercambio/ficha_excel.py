"""La ficha del territorio como libro de Excel: indicadores, comunas y campamentos."""

from collections.abc import Sequence

from mesa_territorial.analisis.territorio import comunas_de_la_mesa, datos_por_comuna
from mesa_territorial.casos.division import comuna
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.ficha_escrito import comparacion_de, por_hogares
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.textos import NIVELES, PROCEDENCIAS


def libro_de_la_ficha(mesa: Mesa) -> bytes:
    """Un xlsx con los indicadores, sus valores por comuna y los campamentos.

    La hoja «Comunas» se puede volver a importar: lleva el CUT como texto.
    """
    with LibroDeSalida() as libro:
        for nombre, titulos, filas in (
            ("Indicadores", *_hoja_de_indicadores(mesa)),
            ("Comunas", *_hoja_de_comunas(mesa)),
            ("Campamentos", *_hoja_de_campamentos(mesa)),
        ):
            claves = tuple(f"c{i}" for i in range(len(titulos)))
            libro.agregar_tabla(nombre, claves, dict(zip(claves, titulos, strict=True)), filas)
    return libro.contenido


_Hoja = tuple[Sequence[str], list[list[Celda]]]


def _hoja_de_indicadores(mesa: Mesa) -> _Hoja:
    titulos = (
        "Indicador", "Valor", "Unidad", "Año", "Fuente", "De qué lugar es", "Mínimo", "Máximo",
        "Mediana de la región", "Puesto", "De cuántas", "De dónde salió", "Nota",
    )  # fmt: skip
    return titulos, [_fila_de_excel(mesa, i) for i in mesa.ficha_territorial.indicadores.values()]


def _fila_de_excel(mesa: Mesa, i: Indicador) -> list[Celda]:
    c = comparacion_de(mesa, i)
    comparado: list[Celda] = [c.mediana, c.puesto, c.n] if c else [None, None, None]
    return [
        i.nombre, i.valor, i.unidad, i.anio, i.fuente, NIVELES[i.nivel], i.minimo, i.maximo,
        *comparado, PROCEDENCIAS[i.procedencia], i.nota,
    ]  # fmt: skip


def _hoja_de_comunas(mesa: Mesa) -> _Hoja:
    propio = mesa.territorio.cut_comuna
    todos = mesa.ficha_territorial.indicadores.values()
    datos = {i.id: datos_por_comuna(i, propio) for i in todos}
    con_datos = [i for i in todos if datos[i.id]]
    cuts = sorted({cut for d in datos.values() for cut in d} | set(comunas_de_la_mesa(mesa)))
    titulos = ["CUT", "Comuna", *(f"{i.nombre} {i.anio or ''}".strip() for i in con_datos)]
    filas: list[list[Celda]] = [
        [cut, comuna(cut).nombre, *(_valor(datos[i.id].get(cut)) for i in con_datos)]
        for cut in cuts
    ]
    return titulos, filas


def _valor(dato: object) -> Celda:
    return getattr(dato, "valor", None)


def _hoja_de_campamentos(mesa: Mesa) -> _Hoja:
    titulos = ("Nombre", "CUT", "Hogares", "Hectáreas", "Año", "Fuente", "Folio", "Nota")
    filas: list[list[Celda]] = [
        [a.nombre, a.cut, a.hogares, a.hectareas, a.anio, a.fuente, a.folio, a.nota]
        for a in por_hogares(mesa)
    ]
    return titulos, filas
