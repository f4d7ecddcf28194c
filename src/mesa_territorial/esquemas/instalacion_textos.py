"""Cómo se leen los códigos de la instalación, y qué implica cada regla de decisión."""

from collections.abc import Mapping

REGLAS: Mapping[str, str] = {
    "consenso": "Consenso: nadie se opone",
    "unanimidad": "Unanimidad: todos a favor",
    "mayoria_calificada": "Mayoría calificada",
    "mayoria_simple": "Mayoría simple",
}
SIN_ACUERDO: Mapping[str, str] = {
    "vuelve": "Se trata otra vez en la sesión siguiente",
    "comite": "El Comité prepara otra propuesta",
    "calificada": "Se vota por mayoría calificada",
    "disenso": "Se avanza y el disenso queda en el acta",
    "no_avanza": "No se avanza en ese punto",
}
ROLES: Mapping[str, str] = {
    "preside": "Preside",
    "secretaria": "Secretaría y fe de lo acordado",
    "modera": "Modera y da la palabra",
    "sigue": "Sigue los compromisos",
    "voceria": "Vocería",
    "enlace": "Enlace con la comunidad",
    "genero": "Vela por la estrategia de género",
    "otro": "Otro",
}
ASUNTOS: Mapping[str, str] = {
    "palabra": "La palabra",
    "asistencia": "La asistencia",
    "representacion": "La representación",
    "cuidado": "Los cuidados",
    "informacion": "La información",
    "trato": "El trato",
    "cambio": "Cómo se cambian las reglas",
    "otro": "Otro asunto",
}
INSTANCIAS: Mapping[str, str] = {"mesa": "Mesa", "comite": "Comité de Coordinación"}
MODALIDADES: Mapping[str, str] = {
    "presencial": "Presencial",
    "remota": "A distancia",
    "mixta": "Mixta",
}
ASISTENCIAS: Mapping[str, str] = {
    "asiste": "Asiste",
    "se_excusa": "Se excusa",
    "no_asiste": "No asiste",
}
CALIDADES: Mapping[str, str] = {"titular": "Titular", "subrogante": "Subrogante"}
INTERESES: Mapping[str, str] = {
    "ninguno": "Declara no tener",
    "posible": "Podría tener",
    "tiene": "Tiene",
}
RESGUARDOS: Mapping[str, str] = {
    "informa": "Informa antes de opinar",
    "se_abstiene": "Se abstiene de decidir",
    "no_participa": "No participa del punto",
    "no_recibe": "No recibe recursos de esa decisión",
}
PUBLICIDAD: Mapping[str, str] = {
    "publica": "El acta es pública",
    "resumen": "Se publica un resumen",
    "integrantes": "Sólo para quienes integran la Mesa",
}
REGLAS_SUGERIDAS: tuple[tuple[str, str, str], ...] = (
    (
        "palabra",
        "Cada punto empieza con una ronda en que todas y todos pueden hablar dos minutos.",
        "Nadie tiene que pelear por el primer turno.",
    ),
    (
        "palabra",
        "Nadie toma la palabra por segunda vez si queda alguien que no la ha pedido una primera.",
        "Se comprueba con la lista de turnos.",
    ),
    (
        "palabra",
        "Quien modera no opina sobre el punto; si quiere opinar, entrega la moderación.",
        "Separa dirigir de convencer.",
    ),
    (
        "asistencia",
        "La citación y los documentos llegan al menos siete días antes.",
        "Quien tiene que consultar a su institución alcanza a hacerlo.",
    ),
    (
        "representacion",
        "Cada integrante nombra titular y subrogante que pueden comprometer a su institución.",
        "Evita que cada sesión empiece de cero.",
    ),
    (
        "representacion",
        "Entre titular y subrogante, cada integrante incluye al menos una mujer.",
        "El piloto promovió integrar mujeres desde cada organización (informe PNUD–FOSIS 2020).",
    ),
    (
        "cuidado",
        "La hora y el lugar se acuerdan con quienes cuidan, y hay cuidado infantil en la sesión.",
        "Lo que no se acuerda lo paga quien cuida.",
    ),
    (
        "informacion",
        "El acta circula en cinco días y se corrige en los cinco siguientes.",
        "Lo que no se corrige a tiempo queda aprobado en la sesión siguiente.",
    ),
    (
        "trato",
        "Las diferencias se dicen en la sesión y sobre el asunto, no sobre quien lo plantea.",
        "Un disenso escrito vale más que uno comentado a la salida.",
    ),
    (
        "cambio",
        "Estas reglas se cambian en una sesión citada para eso, por mayoría calificada.",
        "Nadie cambia las reglas cuando va perdiendo.",
    ),
)
"""Asunto, regla y por qué: propuestas de este kit, para agregar con un toque y corregir."""
