"""Las palabras con que la gente nombra las columnas de sus planillas, en forma comparable."""

from collections.abc import Mapping

from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION

_COLUMNAS_DE_ACTOR = {
    "id": "id; codigo; actor id; id actor; clave",
    "nombre": "actor; actores; institucion; organizacion; nombre del actor; nombre institucion; "
    "nombre de la institucion; nombre organizacion; nombre de la organizacion; entidad; organismo; "
    "institucion u organizacion; institucion/organizacion; razon social; servicio; label; name",
    "sector": "sector al que pertenece; tipo de sector; ambito; sector del actor",
    "tipo": "tipo de actor; tipo de institucion; tipo de organizacion; categoria; clase; rubro",
    "nivel": "escala; nivel territorial; escala territorial; alcance; cobertura; nivel de accion",
    "estado": "estado; estado de convocatoria; estado convocatoria; situacion; respuesta; "
    "estado de la convocatoria; participacion en la mesa",
    "influencia": "poder; nivel de poder; nivel de influencia; grado de influencia; incidencia; "
    "capacidad de influencia; poder de decision; peso",
    "interes": "nivel de interes; grado de interes; interes en la mesa; interes en el proyecto",
    "legitimidad": "nivel de legitimidad; reconocimiento; grado de legitimidad",
    "urgencia": "nivel de urgencia; apremio; grado de urgencia",
    "posicion": "postura; actitud; posicion frente a la mesa; apoyo; disposicion; meta; "
    "posicion frente al proyecto; a favor o en contra",
    "torre": "altura torre; altura de la torre; torre; torre de poder; fichas; numero de fichas; "
    "altura; torre net-map; influencia net-map; influencia (torre)",
    "capital_politico": "politico; c. politico; capital pol.",
    "capital_economico": "economico; c. economico; capital econ.",
    "capital_cultural": "cultural; c. cultural; capital cult.",
    "capital_social": "social; c. social; capital soc.",
    "comite": "comite; integra comite; en el comite; comite coordinador; "
    "comite coordinacion propuesto",
    "nota": "notas; observacion; observaciones; comentario; comentarios; detalle; descripcion",
    "x": "x; posicion x; coordenada x",
    "y": "y; posicion y; coordenada y",
    "fijado": "fijo; fijada; anclado",
    "procedencia": "origen del dato; procedencia del dato; origen dato; origen nombre",
    "fuente": "fuente; fuentes; referencia",
}
_COLUMNAS_DE_RELACION = {
    "id": "id; codigo; relacion id; id relacion",
    "de": "de; desde; origen; actor origen; actor 1; actor a; emisor; source; from; quien; "
    "institucion origen; nodo origen; actor de origen",
    "hacia": "a; hacia; destino; actor destino; actor 2; actor b; receptor; target; to; con; "
    "con quien; a quien; institucion destino; nodo destino; actor de destino",
    "tipo": "tipo; relacion; vinculo; tipo de vinculo; clase de relacion; tipo relacion; lazo; "
    "color de la flecha; flecha",
    "intensidad": "fuerza; peso; nivel; grado; fortaleza; valor; weight; frecuencia",
    "dirigida": "sentido; direccion; es dirigida; direccionada",
    "momento": "momento; etapa; corte; periodo; fecha de corte",
    "nota": "notas; observacion; observaciones; comentario; comentarios; detalle; descripcion",
    "procedencia": "origen del dato; procedencia del dato; origen dato",
}


def _partir(tabla: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {clave: tuple(nombre_comparable(p) for p in v.split("; ")) for clave, v in tabla.items()}


def con_etiquetas(
    tabla: Mapping[str, str], etiquetas: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Las palabras comparables de cada clave: su etiqueta, la clave misma y sus sinónimos."""
    partes = _partir(tabla)
    return {
        clave: (nombre_comparable(etiqueta), clave.replace("_", " "), *partes.get(clave, ()))
        for clave, etiqueta in etiquetas.items()
    }


COLUMNAS_DE_ACTOR = con_etiquetas(_COLUMNAS_DE_ACTOR, CAMPOS_DE_ACTOR)
COLUMNAS_DE_RELACION = con_etiquetas(_COLUMNAS_DE_RELACION, CAMPOS_DE_RELACION)
