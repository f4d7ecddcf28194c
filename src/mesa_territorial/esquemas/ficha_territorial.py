"""Cómo se pregunta lo de la sección «ficha_territorial»."""

from mesa_territorial.dominio.ficha_territorial import ANIOS, LATITUDES, LONGITUDES
from mesa_territorial.esquemas.esquema import Campo, Esquema
from mesa_territorial.textos import NIVELES, PROCEDENCIAS

_LUGARES = {codigo: nombre for codigo, nombre in NIVELES.items() if codigo != "nacional"}
_NOMBRE = "El nombre corto del dato, como lo diría en una reunión."
_FUENTE = "Institución y documento: «INE, Censo 2024». Si lo contó la comunidad, dígalo así."

LUGAR = Esquema(
    seccion="ficha_territorial",
    varios="Ficha del territorio",
    campos=(
        Campo(
            clave="descripcion",
            nombre="Cómo es el lugar",
            clase="largo",
            ayuda="Desde cuándo existe, quiénes viven ahí, qué tiene y qué le falta.",
        ),
        Campo(
            clave="limites",
            nombre="Hasta dónde llega",
            clase="largo",
            ayuda="Con palabras que su gente reconozca: «de la quebrada al camino La Pólvora».",
        ),
        Campo(
            clave="lat",
            nombre="Latitud de un punto del lugar",
            clase="numero",
            minimo=LATITUDES[0],
            maximo=LATITUDES[1],
            decimales=4,
            ayuda="En grados, con signo: −33,0511. Ponga una sede o un paradero, no una casa.",
        ),
        Campo(
            clave="lon",
            nombre="Longitud de ese punto",
            clase="numero",
            minimo=LONGITUDES[0],
            maximo=LONGITUDES[1],
            decimales=4,
            ayuda="En grados, con signo: −71,6411.",
        ),
        Campo(
            clave="revisada",
            nombre="Última revisión de esta ficha",
            clase="fecha",
            ayuda="Una ficha sin fecha envejece sin avisar.",
        ),
    ),
)
COMUNAS = Esquema(
    seccion="ficha_territorial",
    coleccion="comunas",
    uno="una comuna",
    varios="Otras comunas de la Mesa",
    titulo="id",
    prefijo="",
    campos=(
        Campo(clave="id", nombre="Comuna (CUT)", calculado=True),
        Campo(clave="motivo", nombre="Por qué entra", clase="largo"),
    ),
)
INDICADORES = Esquema(
    seccion="ficha_territorial",
    coleccion="indicadores",
    uno="un indicador",
    varios="Indicadores",
    titulo="nombre",
    prefijo="in",
    agregar="Escribir un indicador",
    vacio="Todavía no hay indicadores. Escriba el primero que su equipo ya usa, con su fuente y su "
    "año, o importe un archivo oficial: Censo, pobreza comunal, SINIM o catastro de campamentos.",
    campos=(
        Campo(clave="nombre", nombre="Indicador", obligatorio=True, ayuda=_NOMBRE),
        Campo(clave="valor", nombre="Valor", clase="numero", decimales=1),
        Campo(
            clave="unidad",
            nombre="Unidad",
            ayuda="Qué se cuenta: hogares, personas, % de las personas, millones de pesos.",
        ),
        Campo(
            clave="anio",
            nombre="Año",
            clase="entero",
            minimo=ANIOS[0],
            maximo=ANIOS[1],
            ayuda="El año del dato, no el del informe.",
        ),
        Campo(clave="fuente", nombre="Fuente", ayuda=_FUENTE),
        Campo(
            clave="nivel",
            nombre="De qué lugar es",
            clase="opcion",
            opciones=_LUGARES,
            obligatorio=True,
            ayuda="Un dato de la comuna no describe al campamento.",
        ),
        Campo(
            clave="minimo",
            nombre="Mínimo del intervalo",
            clase="numero",
            decimales=1,
            en_tabla=False,
            ayuda="Sólo si la fuente lo publica, como las estimaciones de pobreza comunal.",
        ),
        Campo(
            clave="maximo",
            nombre="Máximo del intervalo",
            clase="numero",
            decimales=1,
            en_tabla=False,
        ),
        Campo(clave="nota", nombre="Nota", clase="largo", en_tabla=False),
        Campo(
            clave="procedencia",
            nombre="De dónde salió",
            clase="opcion",
            opciones=PROCEDENCIAS,
            calculado=True,
            en_tabla=False,
        ),
    ),
)
ASENTAMIENTOS = Esquema(
    seccion="ficha_territorial",
    coleccion="asentamientos",
    uno="un campamento",
    varios="Campamentos",
    titulo="nombre",
    prefijo="as",
    agregar="Anotar un campamento",
    vacio="Todavía no hay campamentos anotados. Importe el catastro del MINVU, o anote los que su "
    "equipo conoce: el nombre y los hogares bastan.",
    campos=(
        Campo(clave="nombre", nombre="Campamento", obligatorio=True),
        Campo(clave="hogares", nombre="Hogares", clase="entero", minimo=0, maximo=1_000_000),
        Campo(
            clave="hectareas",
            nombre="Hectáreas",
            clase="numero",
            minimo=0,
            maximo=1_000_000,
            decimales=2,
        ),
        Campo(clave="anio", nombre="Año", clase="entero", minimo=ANIOS[0], maximo=ANIOS[1]),
        Campo(clave="fuente", nombre="Fuente", ayuda=_FUENTE),
        Campo(clave="nota", nombre="Nota", clase="largo", en_tabla=False),
    ),
)
ESQUEMAS: tuple[Esquema, ...] = (LUGAR, COMUNAS, INDICADORES, ASENTAMIENTOS)
