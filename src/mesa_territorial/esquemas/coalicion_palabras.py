"""Los códigos de la sección «coalicion» en castellano: preguntas, respuestas, estados y tipos."""

from collections.abc import Mapping

PREGUNTAS: Mapping[str, str] = {
    "problema": "¿Hay un problema que necesita a varios?",
    "convocante": "¿Hay una institución que convoca y a la que le responden?",
    "comunidad": "¿Hay una comunidad organizada, con quien la represente?",
    "recursos": "¿Hay recursos para sostenerla?",
    "tiempo": "¿Alcanza el tiempo?",
    "decision": "¿Quien decide está dispuesto a sentarse?",
    "sectores": "¿Hay actores de los cuatro sectores?",
    "confianza": "¿Se puede conversar?",
    "participacion": "¿Pueden participar quienes cuidan y las organizaciones de mujeres?",
    "continuidad": "¿Alguien seguirá cuando el proyecto termine?",
}
"""Las diez condiciones, en el orden en que se preguntan: las cinco primeras son de partida."""
RESPUESTAS: Mapping[str, str] = {
    "si": "Sí",
    "en_parte": "En parte",
    "no": "No",
    "no_sabemos": "No sabemos",
}
ESTADOS_DE_ELEMENTO: Mapping[str, str] = {
    "no_hay": "No hay",
    "asoma": "Asoma",
    "en_curso": "En curso",
    "firme": "Firme",
}
NOMBRES_DE_ELEMENTO: Mapping[str, str] = {
    "dominio": "Territorio",
    "diversidad": "Diversidad",
    "recursos": "Recursos",
    "objetivos": "Objetivos",
    "vision": "Visión",
}
ALCANCES: Mapping[str, str] = {
    "parte": "Una parte de la comuna (campamento, barrio)",
    "comuna": "Toda una comuna",
    "comunas": "Varias comunas vecinas",
    "region": "Toda la región",
}
LUGARES_DE_LA_COMUNIDAD: Mapping[str, str] = {
    "integra": "Se sienta y decide con los demás",
    "consultada": "Se le consulta, y deciden otros",
    "beneficiaria": "Recibe lo que otros acuerdan",
}
TAREAS: Mapping[str, str] = {
    "iniciativa": "Una iniciativa acotada (una obra, un taller)",
    "cartera": "Una cartera de varias iniciativas",
    "proceso": "Un proceso largo, que se irá ajustando",
}
TIPOS: Mapping[str, str] = {
    "convenio": "Convenio tripartito",
    "territorial": "Mesa territorial",
    "comunal": "Mesa comunal",
    "intercomunal": "Mesa intercomunal",
    "regional": "Mesa regional",
}
