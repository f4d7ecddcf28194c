"""Cómo ordena cada método y qué le falta, en palabras; con su fuente."""

from collections.abc import Mapping

from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad

NOMBRE_CORTO: Mapping[MetodoDePrioridad, str] = {
    MetodoDePrioridad.PODER_INTERES: "influencia e interés",
    MetodoDePrioridad.SALIENCIA: "saliencia",
    MetodoDePrioridad.SUMA: "suma ponderada",
    MetodoDePrioridad.BORDA: "puntos de Borda",
    MetodoDePrioridad.MEDIANA_DE_LUGARES: "mediana de lugares",
    MetodoDePrioridad.TORRES: "torres de Net-Map",
}
COMO_ORDENA: Mapping[MetodoDePrioridad, str] = {
    MetodoDePrioridad.PODER_INTERES: (
        "Cuadrantes de Mendelow (1991): primero quien tiene altas la influencia y el interés, "
        "después quien tiene alta una. Es alta la nota estrictamente mayor que el umbral; Mendelow "
        "no ordena entre «mantener satisfecho» y «mantener informado»: empatan."
    ),
    MetodoDePrioridad.SALIENCIA: (
        "Saliencia de Mitchell, Agle y Wood (1997): cuenta cuántos de tres atributos (poder, "
        "legitimidad, urgencia) son altos. Definitivo, 3; expectante, 2; latente, 1; ninguno, 0."
    ),
    MetodoDePrioridad.SUMA: (
        "Suma ponderada (Hwang y Yoon 1981): el promedio de las notas con los pesos del equipo, "
        "de 1 a 5. A quien le falta una nota que pesa no se le inventa."
    ),
    MetodoDePrioridad.BORDA: (
        "Borda (1781): cada evaluador da a un actor tantos puntos como actores deja atrás en su "
        "propio orden; los empates se reparten."
    ),
    MetodoDePrioridad.MEDIANA_DE_LUGARES: (
        "Mediana de lugares (Dwork y otros 2001): el lugar del medio entre los evaluadores; un "
        "evaluador extremo no la mueve."
    ),
    MetodoDePrioridad.TORRES: (
        "Torres de Net-Map (Schiffer): la altura de la torre de influencia que el grupo armó con "
        "fichas, desde 0."
    ),
}
QUE_FALTA: Mapping[MetodoDePrioridad, str] = {
    MetodoDePrioridad.PODER_INTERES: "Nadie tiene todavía influencia e interés.",
    MetodoDePrioridad.SALIENCIA: "Nadie tiene todavía influencia, legitimidad y urgencia.",
    MetodoDePrioridad.SUMA: "Nadie tiene todavía todas las notas que pesan.",
    MetodoDePrioridad.BORDA: "Se necesitan dos evaluadores que ordenen al menos a dos actores.",
    MetodoDePrioridad.MEDIANA_DE_LUGARES: (
        "Se necesitan dos evaluadores que ordenen al menos a dos actores."
    ),
    MetodoDePrioridad.TORRES: (
        "Nadie tiene torre. Se anota en la ficha del actor, en «Torre de influencia»."
    ),
}
