"""Cómo se pregunta lo de la sección «genero»: medidas, representación, condiciones y sesiones."""

from mesa_territorial.esquemas.esquema import Campo, Clase, Esquema
from mesa_territorial.esquemas.genero_catalogos import (
    CONDUCCIONES,
    CONTADOS,
    CONTESTACIONES,
    CUIDADOS,
    ESTADOS_DE_MEDIDA,
    ETAPAS,
    GEN,
    GRUPOS,
    LONGWE,
    LUGARES,
    PALABRA,
    SIN_DUDA,
)

LONGWE_AYUDA = (
    "Qué mueve: bienestar cubre una necesidad; acceso, llegar a un recurso; concientización, ver "
    "que la brecha no es natural; participación, estar donde se decide; control, decidir."
)
_AYUDAS = {
    "asistentes": "Sólo números. Lo que no se contó se deja vacío: vacío no es cero.",
    "minutos": "El cronómetro de palabra los suma solo; también se pueden escribir.",
    "turnos": "Cada vez que alguien toma la palabra es un turno.",
    "compromisos": "De los acuerdos de esa sesión, cuántos quedaron a cargo de cada grupo. "
    "Los compartidos van en la tercera casilla.",
    "liderazgos": "Vocerías, moderación, coordinación de grupos. Los compartidos, en la tercera.",
}

MEDIDAS = Esquema(
    seccion="genero",
    coleccion="medidas",
    uno="una medida",
    varios="Medidas de género",
    titulo="medida",
    agregar="Agregar medida",
    prefijo="md",
    vacio=(
        "Todavía no hay medidas. Responda el diagnóstico y tome las que le propone, o escriba la "
        "primera: ¿qué cambiaría para que vengan y hablen quienes hoy no están?"
    ),
    campos=(
        Campo(
            clave="medida", nombre="Medida", obligatorio=True, largo=300,
            ayuda="Algo que se pueda comprobar: qué se hará, no qué se espera sentir.",
        ),
        Campo(clave="etapa", nombre="Etapa", clase="opcion", opciones=ETAPAS, obligatorio=True),
        Campo(
            clave="responsable", nombre="Organización responsable", corto="Responsable",
            clase="actor", ayuda="Una organización del mapa.",
        ),
        Campo(
            clave="rol", nombre="Rol responsable", largo=300,
            ayuda="Si no es una organización: secretaría técnica, moderación. No escriba "
            "nombres de personas.",
        ),
        Campo(clave="fecha", nombre="Fecha", clase="fecha", ayuda="Para cuándo."),
        Campo(
            clave="estado", nombre="Estado", clase="opcion", opciones=ESTADOS_DE_MEDIDA,
            obligatorio=True,
        ),
        Campo(
            clave="longwe", nombre="Nivel de Longwe", corto="Longwe", clase="opcion",
            opciones=LONGWE, ayuda=LONGWE_AYUDA,
        ),
        Campo(
            clave="evidencia", nombre="Cómo se sabe", clase="largo", largo=2_000, en_tabla=False,
            ayuda="El acta, la lista, la fotografía del acuerdo: sin esto, una medida cumplida no "
            "acredita resultados.",
        ),
    ),
)  # fmt: skip

REPRESENTACIONES = Esquema(
    seccion="genero",
    coleccion="representaciones",
    uno="una organización",
    varios="Quién representa a quién",
    por_actor=True,
    vacio="Todavía no hay actores en el mapa. Agréguelos en el tema 3 y vuelva.",
    campos=(
        Campo(
            clave="conduccion", nombre="Quiénes la lideran", corto="Lideran", clase="opcion",
            opciones=CONDUCCIONES, ayuda="De la organización, no de una persona.",
        ),
        Campo(
            clave="de_mujeres", nombre="Es de mujeres o de cuidados", clase="sino",
            ayuda="Organización de mujeres, olla común, jardín comunitario, red de cuidados.",
        ),
        Campo(
            clave="voceria", nombre="Quiénes hablan por ella en la Mesa", corto="Hablan",
            clase="opcion", opciones=CONDUCCIONES,
        ),
        Campo(
            clave="representa_a", nombre="A quiénes representa", largo=300,
            ayuda="Cuántas familias o personas, de dónde, y cómo les consulta.",
        ),
    ),
)  # fmt: skip


def _campos_contados() -> tuple[Campo, ...]:
    return tuple(_contado(que, grupo) for que in CONTADOS for grupo in GRUPOS)


def _contado(que: str, grupo: str) -> Campo:
    titulo = CONTADOS[que]
    clase: Clase = "numero" if que == "minutos" else "entero"
    return Campo(
        clave=f"{que}_{grupo}",
        nombre=f"{titulo}: {GRUPOS[grupo].lower()}",
        corto=f"{titulo.split()[0]} {GRUPOS[grupo][0] if grupo != 'otra' else 'O/ND'}",
        clase=clase,
        minimo=0,
        maximo=100_000,
        decimales=1 if que == "minutos" else 0,
        grupo=titulo,
        ayuda=_AYUDAS[que] if grupo == "mujeres" else "",
        en_tabla=que in ("asistentes", "minutos", "turnos") and grupo != "otra",
    )


SESIONES = Esquema(
    seccion="genero",
    coleccion="sesiones",
    uno="una sesión",
    varios="Registro de sesiones",
    titulo="nombre",
    agregar="Agregar sesión",
    prefijo="se",
    vacio=(
        "Todavía no hay sesiones registradas. Agregue la próxima y lleve abierto el cronómetro de "
        "palabra: al cerrar tendrá presencia y voz, sin el nombre de nadie."
    ),
    campos=(
        Campo(clave="nombre", nombre="Sesión", obligatorio=True, largo=120),
        Campo(clave="fecha", nombre="Fecha", clase="fecha"),
        *_campos_contados(),
        Campo(
            clave="nota", nombre="Nota", clase="largo", largo=2_000, en_tabla=False,
            ayuda="Qué pasó con la palabra. No escriba nombres de personas.",
        ),
    ),
)  # fmt: skip

RESPUESTAS = Esquema(
    seccion="genero",
    coleccion="respuestas",
    uno="una respuesta",
    varios="Diagnóstico de género",
    campos=(
        Campo(clave="respuesta", nombre="Respuesta", clase="opcion", opciones=CONTESTACIONES),
        Campo(clave="evidencia", nombre="Cómo se sabe", clase="largo", largo=2_000),
    ),
)  # fmt: skip

ESTRATEGIA = Esquema(
    seccion="genero",
    varios="Condiciones para participar",
    campos=(
        Campo(
            clave="horario", nombre="Día, hora y modalidad", largo=300, grupo="Horario",
            ayuda="Por ejemplo: segundo jueves, 18:30, en la sede; quién lo propuso.",
        ),
        Campo(
            clave="horario_acordado", nombre="¿Se acordó con quienes cuidan?", clase="opcion",
            opciones=SIN_DUDA, grupo="Horario",
        ),
        Campo(
            clave="cuidados", nombre="Para que quien cuida pueda venir", clase="opciones",
            opciones=CUIDADOS, grupo="Cuidados",
        ),
        Campo(clave="lugar", nombre="Dónde se reúne", largo=300, grupo="Lugar"),
        Campo(
            clave="lugar_tiene", nombre="Ese lugar", clase="opciones", opciones=LUGARES,
            grupo="Lugar",
        ),
        Campo(
            clave="palabra", nombre="Reglas de palabra acordadas", clase="opciones",
            opciones=PALABRA, grupo="Palabra",
            ayuda="Marque sólo las que la Mesa acordó y cumple.",
        ),
        Campo(
            clave="gen", nombre="Marcador GEN del proyecto", clase="opcion", opciones=GEN,
            grupo="Lo que el proyecto se propone",
            ayuda="Lo declara quien financia o ejecuta. Dice lo planificado; no califica "
            "resultados.",
        ),
        Campo(
            clave="gen_razon", nombre="Por qué ese marcador, y dónde consta", clase="largo",
            largo=2_000, grupo="Lo que el proyecto se propone",
        ),
    ),
)  # fmt: skip

ESQUEMAS: tuple[Esquema, ...] = (ESTRATEGIA, RESPUESTAS, MEDIDAS, REPRESENTACIONES, SESIONES)
