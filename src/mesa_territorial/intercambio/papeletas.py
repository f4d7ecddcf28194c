"""Votar en papel: la planilla en que se digitan las papeletas.

Una fila por papeleta y opción, en el mismo orden del papel: quien digita baja sin saltarse nada.
"""

from collections.abc import Mapping

from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible

PAPELETAS = 30
FILAS_MAXIMAS = 4_500
NUMERO, SECTOR, OPCION = "Papeleta", "Sector", "Opción"
COLUMNAS_DE_NOTA: Mapping[TipoConsulta, tuple[tuple[str, str], ...]] = {
    TipoConsulta.ACTORES: (("Interés", "interes"), ("Influencia", "influencia")),
    TipoConsulta.PUNTOS: (("Puntos", "valor"),),
    TipoConsulta.RANKING: (("Lugar", "valor"),),
    TipoConsulta.ACUERDO: (("Acuerdo", "valor"),),
    TipoConsulta.PESOS: (("Peso", "valor"),),
}
REMEDIOS: Mapping[TipoConsulta, str] = {
    TipoConsulta.ACTORES: "escriba un número de 1 a 5 (puede ser 3,5), o deje la celda vacía",
    TipoConsulta.PUNTOS: "escriba cuántos puntos le dio, sin decimales, o deje la celda vacía",
    TipoConsulta.RANKING: "escriba el lugar que le dio (1 es el primero), o deje la celda vacía",
    TipoConsulta.ACUERDO: "escriba 1, 2, 3, 4 o 5, o deje la celda vacía",
    TipoConsulta.PESOS: "escriba 1, 2, 3, 4 o 5, o deje la celda vacía",
}


def planilla_de_papeletas(votacion: Votacion, cuantas: int = PAPELETAS) -> bytes:
    """El libro xlsx para digitar hasta ``cuantas`` papeletas de esa votación."""
    caben = max(1, min(cuantas, FILAS_MAXIMAS // len(votacion.opciones)))
    notas = COLUMNAS_DE_NOTA[votacion.tipo]
    columnas = ("papeleta", "sector", "nombre", *(campo for _, campo in notas))
    titulos = dict(zip(columnas, (NUMERO, SECTOR, OPCION), strict=False))
    titulos |= {campo: titulo for titulo, campo in notas}
    filas = (
        (n, None, texto_posible(o.nombre)) for n in range(1, caben + 1) for o in votacion.opciones
    )
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Papeletas", columnas, titulos, filas)
        libro.agregar_textos("Instrucciones (ignorar)", _instrucciones(votacion, caben))
    return libro.contenido


def _instrucciones(votacion: Votacion, caben: int) -> list[tuple[str, str]]:
    return [
        ("Votación", votacion.titulo),
        ("Cómo se llena", "Numere las papeletas de papel y digite cada una en sus filas."),
        ("Sector", "Basta en la primera fila de cada papeleta. Si no lo dijo, déjelo vacío."),
        ("Lo que no contestó", "Deje la celda vacía. No invente una nota."),
        ("Notas", f"En cada fila {REMEDIOS[votacion.tipo]}."),
        ("Cuántas", f"Hay lugar para {caben}. Para más, copie filas y siga la numeración."),
        (
            "Traerla de vuelta",
            "Guárdela y elíjala en «Traer papeletas». Repetirla no duplica nada.",
        ),
    ]
