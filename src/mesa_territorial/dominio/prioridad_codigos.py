"""Lo que se elige de una lista al priorizar (tema 04)."""

from enum import StrEnum


class OrigenDeEvaluacion(StrEnum):
    """De dónde salió lo que dice un evaluador."""

    ESCRITA = "escrita"
    IMPORTADA = "importada"
    VOTACION = "votacion"
    MAPA = "mapa"
    ILUSTRATIVA = "ilustrativa"


class MetodoDePrioridad(StrEnum):
    """Con qué se ordena a los actores; cada uno mira otra cosa."""

    PODER_INTERES = "poder_interes"
    SALIENCIA = "saliencia"
    SUMA = "suma"
    BORDA = "borda"
    MEDIANA_DE_LUGARES = "mediana_de_lugares"
    TORRES = "torres"


class MetodoDeCuantil(StrEnum):
    """Cómo se corta la mitad central de las notas: el recorrido cambia con el método."""

    LINEAL = "lineal"
    WEIBULL = "weibull"
    MEDIANA_INSESGADA = "mediana_insesgada"
    HAZEN = "hazen"


class Trato(StrEnum):
    """Lo que el equipo decide hacer con un actor, de lo más próximo a lo más lejano."""

    PRIMERO = "primero"
    DESPUES = "despues"
    INFORMAR = "informar"
    ESPERAR = "esperar"
