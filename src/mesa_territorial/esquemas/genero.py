"""Cómo se pregunta lo de la sección «genero»: medidas, representación, condiciones, respuestas."""

from dataclasses import replace

from mesa_territorial.esquemas.esquema import Campo, Esquema
from mesa_territorial.esquemas.genero_catalogos import (
    CONDUCCIONES,
    CONTESTACIONES,
    CUIDADOS,
    ESTADOS_DE_MEDIDA,
    ETAPAS,
    GEN,
    LONGWE,
    LUGARES,
    PALABRA,
    SIN_DUDA,
)
from mesa_territorial.esquemas.genero_sesiones import SESIONES

LONGWE_AYUDA = (
    "Qué mueve: bienestar cubre una necesidad; acceso, llegar a un recurso; concientización, ver "
    "que la brecha no es natural; participación, estar donde se decide; control, decidir."
)
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
            clave="de_mujeres", nombre="Es de mujeres o de cuidados", clase="sino", en_tabla=False,
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
            ayuda="Lo declara quien financia o ejecuta. Dice lo planificado; no califica "
            "resultados.",
        ),
        Campo(
            clave="gen_razon", nombre="Por qué ese marcador, y dónde consta", clase="largo",
            largo=2_000,
        ),
    ),
)  # fmt: skip

CONDICIONES = replace(ESTRATEGIA, campos=ESTRATEGIA.campos[:-2])
PLANIFICADO = replace(
    ESTRATEGIA, campos=ESTRATEGIA.campos[-2:], varios="Lo que el proyecto se propone"
)
"""La misma sección preguntada en dos partes: lo que se ofrece para participar, y el marcador."""

ESQUEMAS: tuple[Esquema, ...] = (ESTRATEGIA, RESPUESTAS, MEDIDAS, REPRESENTACIONES, SESIONES)
