"""Las palabras de la votación: qué se pregunta según lo que se consulta y en qué va la ronda."""

from collections.abc import Mapping
from typing import Any

from mesa_territorial.dominio.votacion import TipoConsulta

ACUERDO = (
    "Muy en desacuerdo",
    "En desacuerdo",
    "Ni de acuerdo ni en desacuerdo",
    "De acuerdo",
    "Muy de acuerdo",
)
PESOS = ("No importa", "Importa poco", "Importa algo", "Importa", "Importa mucho")
# Cada pregunta: el campo del formulario, su texto y sus cinco respuestas, de 1 a 5.
PREGUNTAS: Mapping[TipoConsulta, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    TipoConsulta.ACTORES: (
        (
            "i",
            "Influencia: ¿cuánto puede cambiar lo que pase aquí?",
            ("Casi nada", "Poco", "Algo", "Bastante", "Mucho"),
        ),
        (
            "t",
            "Interés: ¿cuánto le importa lo que pase aquí?",
            ("Casi nada", "Poco", "Algo", "Bastante", "Mucho"),
        ),
    ),
    TipoConsulta.ACUERDO: (("v", "¿Qué tan de acuerdo está?", ACUERDO),),
    TipoConsulta.PESOS: (("v", "¿Cuánto debe pesar al decidir?", PESOS),),
    TipoConsulta.PUNTOS: (),
    TipoConsulta.RANKING: (),
}
MOMENTOS: Mapping[str, Any] = {
    "espera": "Todavía no comienza. Deje esta página abierta: avisará sola.",
    "abierta": "",
    "revelada": "La ronda terminó: mire los resultados con el grupo.",
    "conversando": "Es el momento de conversar. Deje esta página abierta: puede haber otra ronda.",
    "cerrada": "La votación terminó. Gracias por participar.",
}
