"""Planillas como las que llegan de verdad."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

ENCABEZADO = ("Institución", "Sector", "Nivel", "Influencia", "Interés", "Convocatoria")
FILAS = (
    ("FOSIS Valparaíso", "público", "región", 4, 5, "integra"),
    ("SERVIU de Valparaíso", "público", "región", 5, "alto", "integra"),  # fila 5: «alto»
    ("Municipalidad de Valparaíso", "municipal", "comuna", 5, 3, "pendiente"),
    ("Junta de Vecinos Los Aromos", "organización comunitaria", "barrio", 3, 4, "integra"),
    ("Comité de Vivienda Esperanza", "marciano", "campamento", 3, 5, "integra"),  # sector
    ("Universidad del Puerto", "academia", "comuna", 2, 4, "contactado"),
    ("Constructora del Cerro", "privado", "comuna", 9, 2, "por convocar"),  # 9 no cabe
    ("Fundación Techo Común", "sociedad civil", "región", 2, 5, "integra"),
)


def con_tres_errores(carpeta: Path) -> Path:
    """Un xlsx con título arriba, encabezado en la fila 3 y tres errores en tres filas."""
    libro = Workbook()
    hoja = libro.active
    assert hoja is not None
    hoja.title = "Actores"
    hoja.append(["Catastro de actores, campamento Los Aromos"])
    hoja.append([])
    hoja.append(ENCABEZADO)
    for fila in FILAS:
        hoja.append(fila)
    bulto = BytesIO()
    libro.save(bulto)
    archivo = carpeta / "actores_los_aromos.xlsx"
    archivo.write_bytes(bulto.getvalue())
    return archivo
