"""Las fichas de la instalación: roles, reglas, sesiones, tabla, acuerdos y declaraciones."""

from mesa_territorial.dominio.instalacion_fichas import LARGO_FRASE, LARGO_TEXTO
from mesa_territorial.esquemas.esquema import Campo, Esquema
from mesa_territorial.esquemas.instalacion_textos import (
    ASISTENCIAS,
    ASUNTOS,
    CALIDADES,
    INSTANCIAS,
    INTERESES,
    MODALIDADES,
    REGLAS,
    RESGUARDOS,
    ROLES,
)

_VOTOS = "Si se votó"

QUIENES = Esquema(
    seccion="instalacion",
    coleccion="roles",
    uno="un rol",
    varios="Roles",
    titulo="rol",
    agregar="Agregar un rol",
    prefijo="r",
    vacio=(
        "Todavía no hay roles. Empiece por tres: quién preside, quién modera y quién deja "
        "escrito lo acordado. Son actores; el nombre de la persona va a mano en el acta."
    ),
    campos=(
        Campo(clave="rol", nombre="Rol", clase="opcion", opciones=ROLES, obligatorio=True),
        Campo(clave="actor", nombre="Titular", clase="actor"),
        Campo(clave="subrogante", nombre="Subrogante", clase="actor"),
        Campo(clave="tarea", nombre="Qué hace", largo=LARGO_FRASE),
    ),
)

JUEGO = Esquema(
    seccion="instalacion",
    coleccion="reglas",
    uno="una regla",
    varios="Reglas del juego",
    titulo="texto",
    agregar="Agregar una regla",
    prefijo="g",
    vacio=(
        "Todavía no hay reglas. Pocas y que se puedan comprobar: agregue una de las propuestas y "
        "cámbiele lo que no sirva."
    ),
    campos=(
        Campo(clave="texto", nombre="Regla", clase="largo", obligatorio=True, largo=LARGO_FRASE),
        Campo(clave="asunto", nombre="De qué trata", clase="opcion", opciones=ASUNTOS),
    ),
)

SESIONES = Esquema(
    seccion="instalacion",
    coleccion="sesiones",
    uno="una sesión",
    varios="Calendario",
    titulo="asunto",
    agregar="Agregar una sesión",
    prefijo="s",
    vacio=(
        "Todavía no hay calendario. Ponga fecha a todas las sesiones desde el primer día, y a las "
        "del Comité también."
    ),
    campos=(
        Campo(clave="asunto", nombre="Para qué", obligatorio=True, largo=LARGO_FRASE),
        Campo(clave="instancia", nombre="Quién sesiona", clase="opcion", opciones=INSTANCIAS),
        Campo(clave="fecha", nombre="Fecha", clase="fecha"),
        Campo(clave="hora", nombre="Hora", clase="hora"),
        Campo(
            clave="minutos",
            nombre="Duración, en minutos",
            clase="entero",
            minimo=1,
            maximo=1440,
            corto="Minutos",
        ),
        Campo(clave="modalidad", nombre="Modalidad", clase="opcion", opciones=MODALIDADES),
        Campo(clave="lugar", nombre="Lugar o enlace", largo=LARGO_FRASE),
    ),
)

PUNTOS = Esquema(
    seccion="instalacion",
    coleccion="tabla",
    uno="un punto",
    varios="Tabla",
    titulo="asunto",
    agregar="Agregar un punto",
    prefijo="t",
    vacio="Todavía no hay tabla. ¿Qué va a tratar la sesión de instalación, y en qué orden?",
    campos=(
        Campo(clave="asunto", nombre="Punto", obligatorio=True, largo=LARGO_FRASE),
        Campo(
            clave="sintesis",
            nombre="Síntesis de lo conversado",
            clase="largo",
            largo=LARGO_TEXTO,
            en_tabla=False,
            ayuda="Se llena en la sesión o después; dos o tres frases bastan.",
        ),
    ),
)

ACUERDOS = Esquema(
    seccion="instalacion",
    coleccion="acuerdos",
    uno="un acuerdo",
    varios="Acuerdos",
    titulo="texto",
    agregar="Agregar un acuerdo",
    prefijo="a",
    vacio="Todavía no hay acuerdos. Constituir la Mesa y su objetivo suele ser el primero.",
    campos=(
        Campo(clave="texto", nombre="Acuerdo", clase="largo", obligatorio=True, largo=LARGO_TEXTO),
        Campo(clave="regla", nombre="Cómo se tomó", clase="opcion", opciones=REGLAS),
        Campo(clave="a_favor", nombre="A favor", clase="entero", minimo=0, grupo=_VOTOS),
        Campo(clave="en_contra", nombre="En contra", clase="entero", minimo=0, grupo=_VOTOS),
        Campo(clave="se_abstienen", nombre="Se abstienen", clase="entero", minimo=0, grupo=_VOTOS),
        Campo(
            clave="disenso",
            nombre="Disensos",
            clase="largo",
            largo=LARGO_TEXTO,
            en_tabla=False,
            ayuda="Quién pensó distinto y por qué, con las palabras que esa organización acepte.",
        ),
    ),
)

COMPROMISOS = Esquema(
    seccion="instalacion",
    coleccion="compromisos",
    uno="un compromiso",
    varios="Primeros compromisos",
    titulo="tarea",
    agregar="Agregar un compromiso",
    prefijo="c",
    vacio="Todavía no hay compromisos. Uno por actor que preside o coordina es un buen comienzo.",
    campos=(
        Campo(clave="tarea", nombre="Tarea", obligatorio=True, largo=LARGO_FRASE),
        Campo(clave="responsable", nombre="Responsable", clase="actor"),
        Campo(
            clave="cargo",
            nombre="Cargo que responde",
            largo=LARGO_FRASE,
            ayuda="El cargo, no el nombre de la persona.",
        ),
        Campo(clave="plazo", nombre="Plazo", clase="fecha"),
        Campo(clave="verificador", nombre="Medio de verificación", largo=LARGO_FRASE),
    ),
)

DECLARACIONES = Esquema(
    seccion="instalacion",
    coleccion="declaraciones",
    uno="una declaración",
    varios="Asistencia y declaraciones",
    por_actor=True,
    vacio="Nadie integra todavía la Mesa: marque en el mapa quiénes la integran.",
    campos=(
        Campo(clave="asistencia", nombre="Asistencia", clase="opcion", opciones=ASISTENCIAS),
        Campo(clave="calidad", nombre="En calidad de", clase="opcion", opciones=CALIDADES),
        Campo(
            clave="interes",
            nombre="Conflicto de intereses",
            clase="opcion",
            opciones=INTERESES,
            ayuda="Vacío es que no ha declarado, y no es lo mismo que no tener.",
        ),
        Campo(
            clave="detalle",
            nombre="De qué se trata",
            largo=LARGO_FRASE,
            en_tabla=False,
            ayuda="Un hecho: ejecuta, financia, recibe o arrienda. Sin nombres de personas.",
        ),
        Campo(clave="resguardo", nombre="Resguardo", clase="opcion", opciones=RESGUARDOS),
        Campo(clave="acepta_reserva", nombre="Acepta la reserva", clase="sino"),
    ),
)
