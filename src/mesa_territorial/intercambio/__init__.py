"""Entrar y salir con archivos: planillas, redes, dibujos, formularios y el paquete .mesa."""

from mesa_territorial.intercambio.aplicar import aplicar
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import Celda, Hoja, Libro, corregir_celda, letra_de_columna
from mesa_territorial.intercambio.reconocimiento import (
    FORMAS,
    Forma,
    reconocer,
    sugerir_columnas,
    sugerir_encabezado,
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

__all__ = [
    "FORMAS",
    "Celda",
    "Cuentas",
    "FilaRevisada",
    "Forma",
    "Hoja",
    "Libro",
    "Parecido",
    "Problema",
    "Propuesta",
    "Revision",
    "Supuestos",
    "aplicar",
    "corregir_celda",
    "leer_archivo",
    "letra_de_columna",
    "reconocer",
    "revisar",
    "sugerir_columnas",
    "sugerir_encabezado",
]
