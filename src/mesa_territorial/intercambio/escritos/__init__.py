"""Documentos de Word y PDF: un ``Escrito`` dice qué lleva y dos funciones lo escriben.

>>> escrito = Escrito(titulo="Acta", bloques=(Titulo("Acuerdos"), Parrafo("Se acuerda…")))
>>> escribir_pdf(escrito)[:4]
b'%PDF'
"""

from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.intercambio.escritos.modelo import (
    Aviso,
    Bloque,
    Campos,
    Dibujo,
    Escrito,
    Firma,
    Firmas,
    Imagen,
    Lista,
    Papel,
    Parrafo,
    Portada,
    Salto,
    Tabla,
    Titulo,
)
from mesa_territorial.intercambio.escritos.salida import (
    archivo_pdf,
    archivo_word,
    escribir_docx,
    escribir_pdf,
    escrito_de_mesa,
)
from mesa_territorial.intercambio.escritos.texto import Texto, Trozo, cursiva, enlazado, negrita

__all__ = [
    "Aviso",
    "Bloque",
    "Campos",
    "Dibujo",
    "Escrito",
    "Firma",
    "Firmas",
    "Imagen",
    "Lista",
    "Papel",
    "Parrafo",
    "Portada",
    "Salto",
    "Tabla",
    "Texto",
    "Titulo",
    "Trozo",
    "archivo_pdf",
    "archivo_word",
    "cursiva",
    "enlazado",
    "escribir_docx",
    "escribir_pdf",
    "escrito_de_mesa",
    "fecha_larga",
    "negrita",
]
