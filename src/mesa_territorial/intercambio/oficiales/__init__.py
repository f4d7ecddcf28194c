"""Los archivos oficiales tal como se bajan: Censo, pobreza comunal, SINIM y catastro."""

from mesa_territorial.intercambio.oficiales.aplicar import Eleccion, importar_oficial
from mesa_territorial.intercambio.oficiales.archivo import ArchivoOficial, Campamento, Candidato
from mesa_territorial.intercambio.oficiales.lectura import leer_oficial

__all__ = [
    "ArchivoOficial",
    "Campamento",
    "Candidato",
    "Eleccion",
    "importar_oficial",
    "leer_oficial",
]
