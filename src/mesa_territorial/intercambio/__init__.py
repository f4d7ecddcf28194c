"""Entrar y salir con archivos: planillas, redes, dibujos, formularios y el paquete .mesa."""

from mesa_territorial.intercambio.aplicar import aplicar
from mesa_territorial.intercambio.grafos import exportar_gexf, exportar_graphml
from mesa_territorial.intercambio.kobo import exportar_xlsform
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import Celda, Hoja, Libro, corregir_celda, letra_de_columna
from mesa_territorial.intercambio.paquete import Paquete, desempaquetar, empaquetar
from mesa_territorial.intercambio.plantilla import plantilla
from mesa_territorial.intercambio.reconocimiento import (
    FORMAS,
    Forma,
    reconocer,
    sugerir_columnas,
    sugerir_encabezado,
)
from mesa_territorial.intercambio.respuestas_kobo import (
    RespuestaKobo,
    RespuestasKobo,
    abrir_planilla,
    leer_kobo,
    promediar_kobo,
)
from mesa_territorial.intercambio.revisar import revisar
from mesa_territorial.intercambio.revision import (
    Cuentas,
    FilaRevisada,
    Parecido,
    Problema,
    Propuesta,
    Revision,
    Supuestos,
)
from mesa_territorial.intercambio.salida_csv import exportar_csv
from mesa_territorial.intercambio.salida_svg import exportar_svg
from mesa_territorial.intercambio.salida_xlsx import exportar_xlsx

__all__ = [
    "FORMAS",
    "Celda",
    "Cuentas",
    "FilaRevisada",
    "Forma",
    "Hoja",
    "Libro",
    "Paquete",
    "Parecido",
    "Problema",
    "Propuesta",
    "RespuestaKobo",
    "RespuestasKobo",
    "Revision",
    "Supuestos",
    "abrir_planilla",
    "aplicar",
    "corregir_celda",
    "desempaquetar",
    "empaquetar",
    "exportar_csv",
    "exportar_gexf",
    "exportar_graphml",
    "exportar_svg",
    "exportar_xlsform",
    "exportar_xlsx",
    "leer_archivo",
    "leer_kobo",
    "letra_de_columna",
    "plantilla",
    "promediar_kobo",
    "reconocer",
    "revisar",
    "sugerir_columnas",
    "sugerir_encabezado",
]
