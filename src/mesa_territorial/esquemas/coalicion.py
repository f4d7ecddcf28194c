"""Cómo se pregunta lo de la sección «coalicion»: condiciones, observaciones y tipo de Mesa."""

from collections.abc import Mapping
from dataclasses import replace

from mesa_territorial.esquemas.coalicion_palabras import (
    ALCANCES,
    ESTADOS_DE_ELEMENTO,
    LUGARES_DE_LA_COMUNIDAD,
    NOMBRES_DE_ELEMENTO,
    PREGUNTAS,
    RESPUESTAS,
    TAREAS,
    TIPOS,
)
from mesa_territorial.esquemas.esquema import Campo, Esquema

_LO_QUE_SE_MIRA: Mapping[str, tuple[str, str]] = {
    "dominio": (
        "Dominio de acción en un territorio",
        "Firme: todos dirían los mismos límites y el mismo asunto, y está escrito.",
    ),
    "diversidad": (
        "Diversidad de actores",
        "Firme: están los cuatro sectores, los niveles que deciden y quien piensa distinto.",
    ),
    "recursos": (
        "Recursos materiales y simbólicos",
        "Firme: cada actor sabe qué pone él y qué ponen los demás, y ya lo ha puesto.",
    ),
    "objetivos": (
        "Objetivos convergentes",
        "Firme: hay un objetivo escrito que cada cual reconoce como propio.",
    ),
    "vision": (
        "Visión de mediano y largo plazo",
        "Firme: la Mesa dice qué quiere en cinco o diez años y lo usa para decidir.",
    ),
}


_ESTADO = Campo(clave="", nombre="Estado", clase="opcion", opciones=ESTADOS_DE_ELEMENTO)
_HECHO = Campo(clave="", nombre="El hecho que lo muestra", clase="largo", en_tabla=False)


def _de_un_elemento(elemento: str) -> tuple[Campo, Campo]:
    grupo, ayuda = _LO_QUE_SE_MIRA[elemento]
    corto = NOMBRES_DE_ELEMENTO[elemento]
    return (
        replace(_ESTADO, clave=elemento, corto=corto, grupo=grupo, ayuda=ayuda),
        replace(_HECHO, clave=f"hecho_{elemento}", grupo=grupo),
    )


CONDICIONES = Esquema(
    seccion="coalicion",
    coleccion="condiciones",
    uno="una condición",
    varios="Condiciones",
    fijas=PREGUNTAS,
    campos=(
        Campo(
            clave="respuesta",
            nombre="Respuesta",
            clase="opcion",
            opciones=RESPUESTAS,
            ayuda="«No sabemos» también es una respuesta: dice a quién hay que preguntarle.",
        ),
        Campo(
            clave="evidencia",
            nombre="El hecho que lo muestra",
            clase="largo",
            ayuda="Algo que otra persona pueda comprobar: un acta, una carta, una asamblea.",
            en_tabla=False,
        ),
        Campo(clave="pendiente", nombre="Lo que falta hacer", clase="largo"),
        Campo(clave="a_cargo", nombre="Quién lo tiene a cargo", corto="A cargo", clase="actor"),
        Campo(clave="revisar", nombre="Cuándo se vuelve a mirar", corto="Revisar", clase="fecha"),
    ),
)
OBSERVACIONES = Esquema(
    seccion="coalicion",
    coleccion="observaciones",
    uno="una observación",
    varios="Observaciones de la coalición",
    titulo="ocasion",
    agregar="Agregar una observación",
    prefijo="o",
    vacio="Todavía no hay observaciones. Anote cómo está hoy cada elemento, aunque no haya nada: "
    "sin ese punto de partida no habrá con qué comparar.",
    campos=(
        Campo(
            clave="fecha",
            nombre="Fecha",
            clase="fecha",
            obligatorio=True,
            ayuda="El día en que la coalición estaba así; puede ser anterior a hoy.",
        ),
        Campo(
            clave="ocasion",
            nombre="En qué ocasión",
            corto="Ocasión",
            obligatorio=True,
            largo=200,
            ayuda="Por ejemplo: antes de convocar, sesión 3, cambio de autoridad.",
        ),
        *(campo for e in _LO_QUE_SE_MIRA for campo in _de_un_elemento(e)),
    ),
)
FORMA = Esquema(
    seccion="coalicion",
    uno="el tipo de Mesa",
    varios="Tipo de Mesa",
    campos=(
        Campo(
            clave="convoca",
            nombre="Quién convoca",
            clase="actor",
            grupo="Para aconsejar un tipo",
            ayuda="A quien los demás le contestan. Si no está en la lista, agréguelo más abajo, en "
            "«Actores del mapa».",
        ),
        Campo(
            clave="alcance",
            nombre="Hasta dónde llega el problema",
            clase="opcion",
            opciones=ALCANCES,
            grupo="Para aconsejar un tipo",
        ),
        Campo(
            clave="lugar_de_la_comunidad",
            nombre="Qué lugar tendrá la comunidad",
            clase="opcion",
            opciones=LUGARES_DE_LA_COMUNIDAD,
            grupo="Para aconsejar un tipo",
        ),
        Campo(
            clave="tarea",
            nombre="Qué se espera hacer",
            clase="opcion",
            opciones=TAREAS,
            grupo="Para aconsejar un tipo",
        ),
        Campo(
            clave="tipo",
            nombre="El tipo que decidió el equipo",
            clase="opcion",
            opciones=TIPOS,
            grupo="Lo que decidió el equipo",
            ayuda="Puede ser distinto del aconsejado: lo que importa es la razón.",
        ),
        Campo(
            clave="razon",
            nombre="Por qué lo decidió",
            clase="largo",
            grupo="Lo que decidió el equipo",
            ayuda="Con palabras del equipo; es lo que leerá quien llegue después.",
        ),
        Campo(
            clave="decidido_por",
            nombre="Quiénes lo decidieron",
            grupo="Lo que decidió el equipo",
            ayuda="Equipos y organizaciones, no personas.",
        ),
        Campo(
            clave="fecha_de_decision",
            nombre="Cuándo",
            clase="fecha",
            grupo="Lo que decidió el equipo",
        ),
    ),
)
ESQUEMAS: tuple[Esquema, ...] = (CONDICIONES, OBSERVACIONES, FORMA)
