"""Cómo se pregunta lo de la sección «escala»: problemas, criterios y la decisión del equipo."""

from mesa_territorial.dominio.escala_criterios import PESO_MAXIMO
from mesa_territorial.esquemas.competencias import competencias
from mesa_territorial.esquemas.esquema import Campo, Esquema
from mesa_territorial.textos import NIVELES, PROCEDENCIAS

_QUIEN_DECIDE, _RECURSO, _PAGO = "Quién decide", "El recurso que lo traba", "Quién paga"
_FUERA = "Sólo si no está en el mapa: escriba su nombre y agréguela después con un toque."

PROBLEMAS = Esquema(
    seccion="escala",
    coleccion="problemas",
    uno="un problema",
    varios="Problemas del territorio",
    titulo="nombre",
    agregar="Agregar un problema",
    prefijo="p",
    vacio=(
        "Todavía no hay problemas. Empiece por el que más pesa: ¿qué quiere mover la Mesa, y en "
        "qué escritorio se decide?"
    ),
    campos=(
        Campo(clave="nombre", nombre="Problema", obligatorio=True, largo=200),
        Campo(
            clave="central",
            nombre="El objetivo depende de él",
            clase="sino",
            corto="Central",
            ayuda="Si no se resuelve, el objetivo de la Mesa no se cumple.",
        ),
        Campo(clave="nivel_vive", nombre="Dónde se vive", clase="opcion", opciones=NIVELES),
        Campo(
            clave="nivel_decide",
            nombre="Dónde se decide",
            clase="opcion",
            opciones=NIVELES,
            ayuda="Vacío, se toma el nivel de quien tiene la competencia.",
        ),
        Campo(
            clave="competencia",
            nombre="Competencia",
            clase="opcion",
            opciones={c.clave: c.rotulo for c in competencias().values()},
            grupo=_QUIEN_DECIDE,
            en_tabla=False,
            ayuda="Qué hay que poder decidir, según el catálogo. Abajo se lee la norma que la da.",
        ),
        Campo(
            clave="competente",
            nombre="Quién tiene la competencia",
            clase="actor",
            corto="Competencia",
            grupo=_QUIEN_DECIDE,
        ),
        Campo(
            clave="competente_fuera",
            nombre="Quién, si no está en el mapa",
            grupo=_QUIEN_DECIDE,
            en_tabla=False,
            ayuda=_FUERA,
        ),
        Campo(
            clave="recurso",
            nombre="Qué recurso",
            grupo=_RECURSO,
            en_tabla=False,
            ayuda="Suelo, subsidio, permiso, agua, presupuesto: lo que hoy lo tiene detenido.",
        ),
        Campo(
            clave="recurso_de",
            nombre="Quién lo tiene",
            clase="actor",
            corto="Recurso",
            grupo=_RECURSO,
        ),
        Campo(
            clave="recurso_fuera",
            nombre="Quién lo tiene, si no está en el mapa",
            grupo=_RECURSO,
            en_tabla=False,
            ayuda=_FUERA,
        ),
        Campo(clave="paga", nombre="Quién paga", clase="actor", corto="Pago", grupo=_PAGO),
        Campo(
            clave="paga_fuera",
            nombre="Quién paga, si no está en el mapa",
            grupo=_PAGO,
            en_tabla=False,
            ayuda=_FUERA,
        ),
        Campo(clave="nota", nombre="Nota", clase="largo", en_tabla=False),
        Campo(
            clave="procedencia",
            nombre="De dónde salió",
            clase="opcion",
            opciones=PROCEDENCIAS,
            obligatorio=True,
            en_tabla=False,
        ),
    ),
)
CRITERIOS = Esquema(
    seccion="escala",
    coleccion="criterios",
    uno="un criterio",
    varios="Criterios de escala",
    titulo="nombre",
    agregar="Agregar un criterio",
    prefijo="c",
    vacio="Sin criterios no hay cómo comparar niveles: agregue al menos uno y dele un peso.",
    campos=(
        Campo(clave="nombre", nombre="Criterio", obligatorio=True, largo=200),
        Campo(
            clave="peso",
            nombre="Peso",
            clase="numero",
            obligatorio=True,
            minimo=0,
            maximo=PESO_MAXIMO,
            decimales=1,
            ayuda="De 0 a 100. Si no suman 100, se reparten en proporción.",
        ),
        Campo(
            clave="pregunta",
            nombre="Qué se pregunta a cada nivel",
            clase="largo",
            ayuda="Una nota alta quiere decir que ese nivel conviene más.",
        ),
    ),
)
DECISION = Esquema(
    seccion="escala",
    uno="la decisión de escala",
    varios="Decisión de escala",
    campos=(
        Campo(
            clave="nivel_objetivo",
            nombre="Nivel en que se ancla el objetivo",
            clase="opcion",
            opciones=NIVELES,
        ),
        Campo(clave="nivel_mesa", nombre="Nivel de la Mesa", clase="opcion", opciones=NIVELES),
        Campo(
            clave="niveles_comite",
            nombre="Niveles que deben estar en el Comité de Coordinación",
            clase="opciones",
            opciones=NIVELES,
        ),
        Campo(
            clave="razon",
            nombre="Por qué",
            clase="largo",
            ayuda="Con sus palabras. Si se aparta de lo aconsejado, diga qué pesó más.",
        ),
        Campo(clave="fecha", nombre="Fecha de la decisión", clase="fecha"),
        Campo(
            clave="quienes",
            nombre="Quiénes decidieron",
            ayuda="Instituciones u organizaciones, no personas.",
        ),
    ),
)
ESQUEMAS: tuple[Esquema, ...] = (PROBLEMAS, CRITERIOS, DECISION)
