"""Qué se sigue de cada respuesta a una condición: la consecuencia y lo que conviene hacer.

Las diez condiciones y sus consecuencias son una propuesta del kit (guia/01_que_es_una_mesa.md).
"""

from collections.abc import Mapping

CORTAS: Mapping[str, str] = {
    "problema": "un problema que necesite a varios",
    "convocante": "quien convoque",
    "comunidad": "una comunidad organizada",
    "recursos": "recursos para sostenerla",
    "tiempo": "tiempo",
    "decision": "que quien decide se siente",
    "sectores": "los cuatro sectores",
    "confianza": "confianza para conversar",
    "participacion": "que puedan participar quienes cuidan",
    "continuidad": "quien siga después",
}
"""Cada condición dentro de una frase: «falta …»."""

SIN_RESPONDER = ("Sin responder todavía.", "Respóndanla en equipo, con un hecho a la vista.")

_SI, _EN_PARTE, _NO, _NO_SABEMOS = "si", "en_parte", "no", "no_sabemos"
CONSECUENCIAS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("problema", _SI): (
        "Una Mesa tiene sentido: nadie lo resuelve por su cuenta.",
        "Escriban en una frase qué pone cada uno; será el objetivo de la invitación.",
    ),
    ("problema", _EN_PARTE): (
        "Parte del problema la resuelve una sola institución.",
        "Separen esa parte y pídanla directo; lleven a la Mesa sólo lo que necesita a varios.",
    ),
    ("problema", _NO): (
        "Si lo resuelve una institución, una Mesa sólo lo demora.",
        "Pidan la firma, la reunión o el fondo que haga falta y guarden la Mesa para otro asunto.",
    ),
    ("problema", _NO_SABEMOS): (
        "Sin saber quién tiene cada llave no se sabe a quién sentar.",
        "Hagan la lista de lo que se necesita y anoten al lado quién lo tiene.",
    ),
    ("convocante", _SI): (
        "La invitación tendrá quien la firme y quien responda por ella.",
        "Pidan por escrito el compromiso de convocar y de volver a convocar.",
    ),
    ("convocante", _EN_PARTE): (
        "Una convocatoria a medias llena la primera sesión y vacía la tercera.",
        "Busquen una segunda institución que convoque junto con la primera.",
    ),
    ("convocante", _NO): (
        "Sin quien convoque, quienes deciden no se sienten llamados.",
        "Trabajen primero con una institución a la que los demás ya le contestan.",
    ),
    ("convocante", _NO_SABEMOS): (
        "No se sabe si contestarían a su llamado.",
        "Pregunten a tres actores del mapa a quién le contestarían el teléfono.",
    ),
    ("comunidad", _SI): (
        "La Mesa tendrá con quién acordar y quien la corrija.",
        "Acuerden con la comunidad cómo elige a quienes la representan y cómo les piden cuenta.",
    ),
    ("comunidad", _EN_PARTE): (
        "Hay organizaciones, pero no hablan por todas las familias.",
        "Digan a quiénes no representan y vayan a buscarlos antes de la primera sesión.",
    ),
    ("comunidad", _NO): (
        "Una Mesa sin comunidad organizada es una reunión de servicios.",
        "Partan por formar o fortalecer el grupo motor; la Mesa viene después.",
    ),
    ("comunidad", _NO_SABEMOS): (
        "Su equipo todavía no conoce a las organizaciones del lugar.",
        "Recorran el territorio y pregunten quién organiza qué, también lo que no tiene papeles.",
    ),
    ("recursos", _SI): (
        "Alguien puede preparar, facilitar y hacer seguimiento entre sesiones.",
        "Pongan nombre a cada aporte: horas, lugar, movilización, cuidado de niños.",
    ),
    ("recursos", _EN_PARTE): (
        "Alcanza para instalar, no para sostener.",
        "Calculen un año de sesiones y pidan lo que falta antes de prometerlo.",
    ),
    ("recursos", _NO): (
        "Sin horas de alguien entre sesiones, los compromisos no se cumplen.",
        "Consigan al menos quien facilite y un lugar; con eso se puede partir en pequeño.",
    ),
    ("recursos", _NO_SABEMOS): (
        "No se sabe qué puede poner cada uno.",
        "Pregunten qué puede aportar cada actor, aunque no sea dinero.",
    ),
    ("tiempo", _SI): (
        "El plazo del problema cabe en el de la institución que convoca.",
        "Pongan las fechas de un año sobre la mesa el primer día.",
    ),
    ("tiempo", _EN_PARTE): (
        "Hay tiempo para una parte.",
        "Partan por un objetivo que quepa en el plazo y digan qué queda para después.",
    ),
    ("tiempo", _NO): (
        "Una Mesa apurada informa; no acuerda.",
        "Si hay una urgencia, formen una mesa de crisis y dejen dicho cuándo termina.",
    ),
    ("tiempo", _NO_SABEMOS): (
        "Los plazos no están claros.",
        "Averigüen cuándo cierra el programa, el presupuesto y el período de la autoridad.",
    ),
    ("decision", _SI): (
        "Lo que se acuerde se podrá firmar.",
        "Confirmen que quien asista puede comprometer a su institución.",
    ),
    ("decision", _EN_PARTE): (
        "Parte de lo que se acuerde dependerá de quien no está.",
        "Inviten primero a lo que sí puede decidir quien está, y gestionen al que falta.",
    ),
    ("decision", _NO): (
        "La Mesa conversará, pero no resolverá.",
        "Antes de instalarla, gestionen a quien decide o cambien el objetivo por uno alcanzable.",
    ),
    ("decision", _NO_SABEMOS): (
        "No se sabe quién decide o si vendría.",
        "Miren en qué nivel se decide cada problema y quién firma ahí.",
    ),
    ("sectores", _SI): (
        "Hay con qué complementarse: cada sector trae algo que los otros no tienen.",
        "Revisen también si están parejos: uno solo contra nueve casi no habla.",
    ),
    ("sectores", _EN_PARTE): (
        "Faltará una mirada, y con ella un recurso.",
        "Inviten al menos a uno del sector que falta antes de la segunda sesión.",
    ),
    ("sectores", _NO): (
        "Con un solo sector no es una alianza: es una coordinación interna.",
        "Pregunten qué ganaría cada sector ausente y quién lo conoce.",
    ),
    ("sectores", _NO_SABEMOS): (
        "No se sabe quién podría hablar desde cada sector.",
        "Abran el mapa de actores y busquen un nombre por sector.",
    ),
    ("confianza", _SI): (
        "Se puede discrepar sin que nadie se levante.",
        "Acuerden las reglas de palabra mientras la conversación es buena.",
    ),
    ("confianza", _EN_PARTE): (
        "Hay temas que todavía no se pueden tocar.",
        "Preparen esos temas por separado y busquen un tercero en quien las partes confíen.",
    ),
    ("confianza", _NO): (
        "El conflicto se instalaría junto con la Mesa.",
        "Trabajen antes con un tercero confiable, de a dos, hasta que puedan sentarse.",
    ),
    ("confianza", _NO_SABEMOS): (
        "No se sabe qué pasó antes entre ellos.",
        "Pregunten por la última vez que trabajaron en conjunto y cómo terminó.",
    ),
    ("participacion", _SI): (
        "Podrá venir quien sostiene la vida del lugar.",
        "Mantengan el horario, el lugar y el cuidado: son parte del presupuesto.",
    ),
    ("participacion", _EN_PARTE): (
        "Vendrán algunas y siempre las mismas.",
        "Pregunten a las que no vienen qué horario y qué lugar les sirve.",
    ),
    ("participacion", _NO): (
        "La Mesa hablará por quienes no pudieron estar.",
        "Cambien la hora o el lugar y consigan quién cuide antes de convocar.",
    ),
    ("participacion", _NO_SABEMOS): (
        "No se preguntó quién cuida mientras los demás se reúnen.",
        "Pregúntenlo a las organizaciones de mujeres antes de fijar el horario.",
    ),
    ("continuidad", _SI): (
        "Lo aprendido quedará en alguien.",
        "Pongan a esa institución en el Comité de Coordinación desde la instalación.",
    ),
    ("continuidad", _EN_PARTE): (
        "Seguirá mientras dure la voluntad de quien está.",
        "Acuerden qué parte queda escrita en el trabajo de cada institución.",
    ),
    ("continuidad", _NO): (
        "Al terminar el proyecto terminará la Mesa.",
        "Digan desde el principio quién la recibirá y cuándo empieza a conducirla.",
    ),
    ("continuidad", _NO_SABEMOS): (
        "Nadie ha dicho qué pasa después.",
        "Pónganlo en la tabla de la primera sesión.",
    ),
}
"""Por condición y respuesta: qué quiere decir y qué hacer."""
