"""Las escalas y listas de género, de código a castellano.

GEN clasifica lo que un proyecto se propone; GRES, lo que resultó. No se mezclan.
Fuentes: GEN, nota de orientación del PNUD; GRES, evaluaciones de la Oficina de Evaluación
Independiente del PNUD (Zambia; empoderamiento económico juvenil); Longwe, OIT.
Moser y Harvard no se usan en ningún cálculo: están escritos DE MEMORIA y sólo abren preguntas.
"""

from collections.abc import Mapping

GEN: Mapping[str, str] = {
    "gen0": "GEN0 · no se espera que contribuya a la igualdad de género",
    "gen1": "GEN1 · contribuye de manera limitada",
    "gen2": "GEN2 · contribuye de manera significativa",
    "gen3": "GEN3 · la igualdad de género es el objetivo principal",
}
GRES: Mapping[str, str] = {
    "negativo": "Negativo",
    "ciego": "Ciego",
    "dirigido": "Dirigido",
    "responsivo": "Responsivo",
    "transformador": "Transformador",
}
GRES_DICE: Mapping[str, str] = {
    "negativo": "el resultado agravó o reforzó desigualdades y normas que limitan",
    "ciego": "no prestó atención al género",
    "dirigido": "se centró en el número de mujeres, hombres o grupos que participan",
    "responsivo": (
        "abordó necesidades diferenciadas y repartió con equidad beneficios, recursos, estatus y "
        "derechos, sin tocar las causas de raíz"
    ),
    "transformador": (
        "contribuye a cambiar normas, valores, estructuras de poder y raíces de la desigualdad"
    ),
}
LONGWE: Mapping[str, str] = {
    "bienestar": "1 · Bienestar",
    "acceso": "2 · Acceso",
    "concientizacion": "3 · Concientización",
    "participacion": "4 · Participación",
    "control": "5 · Control",
}
LONGWE_DICE: Mapping[str, str] = {
    "bienestar": "cubre una necesidad: colación, abrigo, un lugar limpio",
    "acceso": "permite llegar a un recurso: horario, movilización, información",
    "concientizacion": "hace ver que la brecha no es natural: contar juntos la palabra",
    "participacion": "pone a las mujeres donde se decide: vocerías, Comité",
    "control": "les da decisión sobre recursos y reglas: un fondo, una norma",
}
MOSER = ("necesidades prácticas", "intereses estratégicos", "triple rol")
HARVARD = ("perfil de actividades", "perfil de acceso y control", "factores que influyen")
ETAPAS: Mapping[str, str] = {
    "mapeo": "Mapeo",
    "convocatoria": "Convocatoria",
    "instalacion": "Instalación",
    "sesiones": "Sesiones",
    "compromisos": "Compromisos",
    "cartera": "Cartera de iniciativas",
    "seguimiento": "Seguimiento y traspaso",
}
CONTESTACIONES: Mapping[str, str] = {
    "si": "Sí",
    "en_parte": "En parte",
    "no": "No",
    "no_se_sabe": "No se sabe",
}
SIN_DUDA: Mapping[str, str] = {c: r for c, r in CONTESTACIONES.items() if c != "no_se_sabe"}
"""Donde dejarlo vacío ya dice que no se sabe."""
ESTADOS_DE_MEDIDA: Mapping[str, str] = {
    "pendiente": "Pendiente",
    "en_curso": "En curso",
    "parcial": "Cumplida en parte",
    "cumplida": "Cumplida",
}
CONDUCCIONES: Mapping[str, str] = {
    "mujeres": "Sobre todo mujeres",
    "paritaria": "Mujeres y hombres, o se alternan",
    "hombres": "Sobre todo hombres",
    "no_se_sabe": "No se sabe o no declara",
}
CUIDADOS: Mapping[str, str] = {
    "infantil": "Cuidado infantil en el lugar",
    "mayores": "Apoyo a quien cuida a personas mayores o enfermas",
    "con_ninos": "Se puede venir con niñas y niños",
    "reembolso": "Se paga o reembolsa el cuidado",
    "turnos": "Las organizaciones se turnan para cuidar",
    "nada": "Todavía nada",
}
LUGARES: Mapping[str, str] = {
    "cerca": "Queda cerca de quienes vienen a pie",
    "traslado": "Hay movilización o se paga",
    "acceso": "Se entra con coche de guagua o silla de ruedas",
    "seguro": "Es seguro para volver de noche",
    "a_distancia": "Se puede participar a distancia",
}
PALABRA: Mapping[str, str] = {
    "ronda": "Ronda: habla cada organización una vez antes de repetir",
    "alternada": "Se alternan mujeres y hombres en la lista de palabra",
    "tiempo_igual": "Un mismo tope de minutos por turno",
    "primero_quien_falta": "Primero quien todavía no ha hablado",
    "moderacion_rota": "La moderación rota",
    "voceria_rota": "La vocería de cada grupo se alterna",
    "sin_interrupcion": "No se interrumpe, y la moderación lo hace cumplir",
    "se_mide": "Se mide el tiempo y se muestra al cerrar",
}
GRUPOS: Mapping[str, str] = {
    "mujeres": "Mujeres",
    "hombres": "Hombres",
    "otra": "Otra / no declara",
}
CONTADOS: Mapping[str, str] = {
    "asistentes": "Asistentes",
    "minutos": "Minutos de palabra",
    "turnos": "Turnos de palabra",
    "compromisos": "Compromisos a cargo",
    "liderazgos": "Liderazgos y vocerías",
}
