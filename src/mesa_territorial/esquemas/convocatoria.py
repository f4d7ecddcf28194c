"""Cómo se pregunta lo de la sección «convocatoria»."""

from mesa_territorial.esquemas.esquema import Campo, Esquema

CANALES = {
    "carta": "Carta",
    "oficio": "Oficio",
    "correo": "Correo institucional",
    "llamada": "Llamada",
    "reunion": "Reunión",
    "visita": "Visita en terreno",
}

SESION = Esquema(
    seccion="convocatoria",
    uno="la convocatoria",
    varios="Convocatoria",
    campos=(
        Campo(
            clave="convoca",
            nombre="Institución que convoca",
            clase="actor",
            grupo="Quién firma",
            ayuda="Su nombre encabeza las cartas. Debe estar en el mapa.",
        ),
        Campo(
            clave="cargo",
            nombre="Cargo de quien firma",
            grupo="Quién firma",
            ayuda="El cargo y no el nombre: «Dirección Regional».",
            largo=200,
        ),
        Campo(
            clave="sesion_fecha",
            nombre="Primera sesión",
            clase="fecha",
            grupo="A qué se invita",
        ),
        Campo(clave="sesion_hora", nombre="Hora", clase="hora", grupo="A qué se invita"),
        Campo(
            clave="sesion_lugar",
            nombre="Lugar o enlace",
            grupo="A qué se invita",
            ayuda="Prefiera un lugar al que la comunidad llegue a pie. El horario y los cuidados "
            "se anotan en la estrategia de género (tema 6) y van solos en la carta.",
            largo=200,
        ),
        Campo(
            clave="responder_hasta",
            nombre="Se pide responder hasta",
            clase="fecha",
            grupo="A qué se invita",
        ),
    ),
)

INVITACIONES = Esquema(
    seccion="convocatoria",
    coleccion="invitaciones",
    uno="una invitación",
    varios="Invitaciones",
    por_actor=True,
    vacio="Todavía no hay actores que invitar. Empiece por el mapa (tema 3): una invitación "
    "siempre es a alguien que ya está en él.",
    campos=(
        Campo(
            clave="por_que",
            nombre="Por qué importa a la Mesa",
            clase="largo",
            ayuda="Qué decide, sabe o puede mover este actor que nadie más tiene. Va en la carta.",
            largo=600,
        ),
        Campo(
            clave="ofrece",
            nombre="Qué le ofrece la Mesa",
            clase="largo",
            ayuda="Desde su interés y no desde el nuestro: qué gana con estar.",
            largo=600,
        ),
        Campo(
            clave="pide",
            nombre="Qué se le pide",
            clase="largo",
            ayuda="Algo que se pueda contestar con sí o no: quién viene, a qué, cuánto tiempo.",
            largo=600,
        ),
        Campo(
            clave="invita",
            nombre="Quién invita",
            clase="actor",
            ayuda="El actor que lo llama. La ficha propone el mejor camino desde quienes ya están.",
        ),
        Campo(
            clave="presenta",
            nombre="Quién abre la puerta",
            clase="actor",
            ayuda="Sólo si quien invita no lo conoce: el actor que los presenta.",
        ),
        Campo(clave="canal", nombre="Canal", clase="opcion", opciones=CANALES),
        Campo(clave="fecha", nombre="Fecha de la invitación", clase="fecha"),
    ),
)

GESTIONES = Esquema(
    seccion="convocatoria",
    coleccion="gestiones",
    uno="una gestión",
    varios="Gestiones",
    titulo="que",
    prefijo="g",
    agregar="Agregar una gestión",
    vacio="Todavía no hay gestiones. Anote la próxima de cada actor clave: qué hay que hacer, "
    "quién lo hace y cuándo. Con fecha, va al calendario.",
    campos=(
        Campo(clave="que", nombre="Qué hay que hacer", obligatorio=True, largo=200),
        Campo(clave="actor", nombre="Ante quién", clase="actor", obligatorio=True),
        Campo(clave="fecha", nombre="Fecha", clase="fecha"),
        Campo(
            clave="hora",
            nombre="Hora",
            clase="hora",
            ayuda="Si es una reunión. Sin hora, queda para todo el día.",
        ),
        Campo(
            clave="minutos",
            nombre="Duración (minutos)",
            clase="entero",
            minimo=5,
            maximo=720,
            en_tabla=False,
        ),
        Campo(clave="lugar", nombre="Lugar o enlace", largo=200, en_tabla=False),
        Campo(clave="canal", nombre="Canal", clase="opcion", opciones=CANALES, en_tabla=False),
        Campo(
            clave="responsable",
            nombre="Responsable (cargo o rol)",
            ayuda="El cargo y no el nombre: «Gestora territorial».",
            largo=200,
            corto="Responsable",
        ),
        Campo(
            clave="responsable_actor",
            nombre="Responsable (actor de la Mesa)",
            clase="actor",
            ayuda="Si la lleva otra institución.",
            corto="Lo lleva",
        ),
        Campo(clave="hecha", nombre="Hecha", clase="sino"),
        Campo(
            clave="resultado",
            nombre="En qué quedó",
            clase="largo",
            largo=600,
            en_tabla=False,
        ),
    ),
)

CAMBIOS = Esquema(
    seccion="convocatoria",
    coleccion="cambios",
    uno="un cambio de estado",
    varios="Cambios de estado",
    titulo="actor",
    prefijo="c",
    campos=(
        Campo(clave="actor", nombre="Actor", clase="actor", obligatorio=True),
        Campo(clave="fecha", nombre="Qué día fue", clase="fecha", obligatorio=True),
        Campo(clave="nota", nombre="Qué pasó", clase="largo", largo=600),
    ),
)

ESQUEMAS: tuple[Esquema, ...] = (SESION, INVITACIONES, GESTIONES, CAMBIOS)
