"""De código a castellano: las etiquetas que se ven en pantalla, planillas e informes."""

from collections.abc import Mapping

SECTORES: Mapping[str, str] = {
    "publico": "Público",
    "privado": "Privado",
    "academia": "Academia",
    "sociedad_civil": "Sociedad civil",
    "organismo_internacional": "Organismo internacional",
}
NIVELES: Mapping[str, str] = {
    "campamento": "Campamento",
    "barrio": "Barrio",
    "unidad_vecinal": "Unidad vecinal",
    "comuna": "Comuna",
    "intercomunal": "Intercomunal",
    "region": "Región",
    "nacional": "Nacional",
}
ESTADOS: Mapping[str, str] = {
    "por_convocar": "Por convocar",
    "contactado": "Contactado",
    "reunion": "En reunión",
    "comprometido": "Comprometido",
    "integra": "Integra la Mesa",
    "asesora": "Asesora",
    "observa": "Observa",
    "pendiente": "Pendiente",
    "sin_respuesta": "Sin respuesta",
    "declina": "Declina",
}
TIPOS_DE_RELACION: Mapping[str, str] = {
    "coordinacion": "Coordinación",
    "informacion": "Información",
    "financiamiento": "Financiamiento",
    "mandato": "Mandato",
    "conflicto": "Conflicto",
}
PROCEDENCIAS: Mapping[str, str] = {
    "equipo": "Anotado por el equipo",
    "importado": "Importado de un archivo",
    "fuente": "Fuente pública",
    "ilustrativo": "Valor de ejercicio",
}
CAMPOS_DE_ACTOR: Mapping[str, str] = {
    "id": "Identificador",
    "nombre": "Nombre",
    "sector": "Sector",
    "tipo": "Tipo",
    "nivel": "Nivel",
    "estado": "Convocatoria",
    "influencia": "Influencia",
    "interes": "Interés",
    "legitimidad": "Legitimidad",
    "urgencia": "Urgencia",
    "posicion": "Posición",
    "torre": "Torre de influencia",
    "capital_politico": "Capital político",
    "capital_economico": "Capital económico",
    "capital_cultural": "Capital cultural",
    "capital_social": "Capital social",
    "comite": "Comité de Coordinación",
    "nota": "Nota",
    "x": "Lugar en el mapa, horizontal",
    "y": "Lugar en el mapa, vertical",
    "fijado": "Fijado",
    "procedencia": "Procedencia",
    "fuente": "Fuente del dato",
}
CAMPOS_DE_RELACION: Mapping[str, str] = {
    "id": "Identificador",
    "de": "De",
    "hacia": "Hacia",
    "tipo": "Tipo de relación",
    "intensidad": "Intensidad",
    "dirigida": "Dirigida",
    "momento": "Momento",
    "nota": "Nota",
    "procedencia": "Procedencia",
}


POSICIONES: Mapping[str, str] = {"-1": "Se opone", "0": "Neutral", "1": "Apoya"}

_TABLAS: Mapping[str, Mapping[str, str]] = {
    "sector": SECTORES,
    "nivel": NIVELES,
    "estado": ESTADOS,
    "tipo_relacion": TIPOS_DE_RELACION,
    "procedencia": PROCEDENCIAS,
    "posicion": POSICIONES,
}


def etiqueta_de(campo: str, valor: str) -> str:
    """Cómo se dice en pantalla el ``valor`` de un campo; si no es un código, tal cual."""
    return _TABLAS.get(campo, {}).get(valor, valor)


def numero(valor: float, decimales: int = 0) -> str:
    """``valor`` como se escribe en Chile: 1.234,5."""
    crudo = f"{valor:,.{decimales}f}"
    return crudo.translate(str.maketrans(",.", ".,"))
