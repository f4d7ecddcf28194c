"""Cómo se pregunta lo de la priorización: quién evalúa, con qué reglas y qué se decide."""

from mesa_territorial.dominio.prioridad import (
    CORTE_MAXIMO,
    LARGO_DE_EVALUADOR,
    LARGO_DE_RAZON,
    PERSONAS_MAXIMAS,
    PESO_MAXIMO,
)
from mesa_territorial.esquemas.esquema import Campo, Esquema

METODOS = {
    "poder_interes": "Influencia e interés (cuadrantes)",
    "saliencia": "Saliencia (poder, legitimidad y urgencia)",
    "suma": "Suma ponderada",
    "borda": "Puntos de Borda entre evaluadores",
    "mediana_de_lugares": "Mediana de lugares entre evaluadores",
    "torres": "Torres de Net-Map",
}
CUANTILES = {
    "lineal": "Lineal (CUARTIL.INC de Excel, tipo 7 de R)",
    "weibull": "De Weibull (CUARTIL.EXC de Excel, SPSS, tipo 6 de R)",
    "mediana_insesgada": "De mediana insesgada (tipo 8 de R)",
    "hazen": "De Hazen (tipo 5 de R)",
}
ORIGENES = {
    "escrita": "Escrita aquí",
    "importada": "Importada de una planilla",
    "votacion": "De una votación cerrada",
    "mapa": "Copiada del mapa",
    "ilustrativa": "Valor de ejercicio",
}
TRATOS = {
    "primero": "Convocar en primer lugar",
    "despues": "Convocar más adelante",
    "informar": "Mantener informado",
    "esperar": "No convocar por ahora",
}
ATRIBUTOS = {
    "influencia": "Influencia",
    "interes": "Interés",
    "legitimidad": "Legitimidad",
    "urgencia": "Urgencia",
}
PREGUNTAS = {
    "influencia": "¿Puede hacer que esto pase, o detenerlo?",
    "interes": "¿Cuánto le importa el objetivo, por lo que hace sin que se lo pidan?",
    "legitimidad": "¿Se reconoce su derecho a opinar y pedir en este asunto?",
    "urgencia": "¿Su necesidad no puede esperar?",
}

_EVALUADORES = Esquema(
    seccion="prioridad",
    coleccion="evaluadores",
    uno="un evaluador",
    varios="Evaluadores",
    titulo="nombre",
    agregar="Agregar un evaluador",
    prefijo="e",
    vacio=(
        "Todavía no hay evaluadores. Agregue a cada grupo que va a poner notas por separado: "
        "«Equipo FOSIS», «Dirigencia del campamento», «Sector privado». Un rol o un grupo, nunca "
        "una persona."
    ),
    campos=(
        Campo(
            clave="nombre", nombre="Rol o grupo", obligatorio=True, largo=LARGO_DE_EVALUADOR,
            ayuda="Por ejemplo, «Equipo FOSIS». No escriba nombres de personas.",
        ),
        Campo(
            clave="personas", nombre="Personas detrás", clase="entero", minimo=1,
            maximo=PERSONAS_MAXIMAS, corto="Personas",
            ayuda="Cuántas respondieron juntas. Se dice, pero no pesa: cada evaluador vale uno.",
        ),
        Campo(
            clave="cuenta", nombre="Cuenta en el orden", clase="sino", corto="Cuenta",
            ayuda="Si dice que no, sus notas se guardan y no se usan.",
        ),
        Campo(
            clave="origen", nombre="De dónde salió", clase="opcion", opciones=ORIGENES,
            calculado=True,
        ),
        Campo(clave="notas", nombre="Lo que puso", corto="Puso", calculado=True),
        Campo(
            clave="fuente", nombre="Detalle", clase="largo", largo=LARGO_DE_RAZON, en_tabla=False,
            ayuda="Cuándo y cómo evaluó, o de qué archivo o votación viene.",
        ),
    ),
)  # fmt: skip

_DECISIONES = Esquema(
    seccion="prioridad",
    coleccion="decisiones",
    uno="una decisión",
    varios="Decisiones",
    por_actor=True,
    vacio="Primero agregue actores al mapa (tema 3): aquí se decide sobre cada uno.",
    campos=(
        Campo(
            clave="trato", nombre="Decisión", clase="opcion", opciones=TRATOS,
            ayuda="La toma el grupo; el orden calculado sólo ayuda a conversarla.",
        ),
        Campo(
            clave="razon", nombre="Razón", clase="largo", largo=LARGO_DE_RAZON,
            ayuda="Un hecho que otra persona pueda comprobar, no un puntaje.",
        ),
        Campo(
            clave="lugar", nombre="Lugar acordado", clase="entero", minimo=1,
            maximo=CORTE_MAXIMO, corto="Lugar",
            ayuda="1 es el primero. Déjelo vacío si no importa.",
        ),
        Campo(
            clave="quien", nombre="Quién decidió", largo=LARGO_DE_EVALUADOR,
            ayuda="El grupo o la instancia. Vacío: lo que diga «Quién decide» en las reglas.",
        ),
        Campo(
            clave="fecha", nombre="Fecha", clase="fecha",
            ayuda="Vacía: la fecha de las reglas.",
        ),
    ),
)  # fmt: skip


def _peso(atributo: str) -> Campo:
    return Campo(
        clave=f"peso_{atributo}",
        nombre=f"Peso: {ATRIBUTOS[atributo].lower()}",
        clase="numero",
        obligatorio=True,
        minimo=0,
        maximo=PESO_MAXIMO,
        grupo="Pesos de la suma",
        ayuda=PREGUNTAS[atributo],
    )


_REGLAS = Esquema(
    seccion="prioridad",
    varios="Reglas de la priorización",
    campos=(
        *(_peso(atributo) for atributo in ATRIBUTOS),
        Campo(
            clave="umbral", nombre="Es alta una nota mayor que", clase="numero", minimo=1,
            obligatorio=True,
            maximo=5, decimales=1, grupo="Cortes",
            ayuda="Estrictamente mayor: con 3, el 3 justo es bajo. La cuadrícula usa siempre 3.",
        ),
        Campo(
            clave="corte", nombre="Cuántos se convocan primero", clase="entero", minimo=1,
            obligatorio=True,
            maximo=CORTE_MAXIMO, grupo="Cortes",
            ayuda="Con este número se prueba si el orden es firme.",
        ),
        Campo(
            clave="metodo_uno", nombre="Comparar", clase="opcion", opciones=METODOS,
            obligatorio=True,
            grupo="Dos maneras de ordenar",
        ),
        Campo(
            clave="metodo_dos", nombre="Con", clase="opcion", opciones=METODOS,
            obligatorio=True,
            grupo="Dos maneras de ordenar",
        ),
        Campo(
            clave="cuantil", nombre="Método del cuantil", clase="opcion", opciones=CUANTILES,
            obligatorio=True,
            grupo="Acuerdo entre evaluadores",
            ayuda="El recorrido intercuartil cambia con el método: por eso se dice cuál se usa.",
        ),
        Campo(
            clave="quien", nombre="Quién decide", largo=LARGO_DE_EVALUADOR, grupo="La decisión",
            ayuda="El grupo o la instancia que decide, no una persona.",
        ),
        Campo(clave="fecha", nombre="Fecha de la decisión", clase="fecha", grupo="La decisión"),
    ),
)  # fmt: skip

ESQUEMAS: tuple[Esquema, ...] = (_REGLAS, _EVALUADORES, _DECISIONES)
