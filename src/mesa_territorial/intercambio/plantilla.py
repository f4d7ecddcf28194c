"""La planilla en blanco que se descarga: con instrucciones, listas y un ejemplo marcado."""

from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.planilla import EJEMPLOS
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION

_DE_ACTORES = (
    "nombre", "sector", "tipo", "nivel", "estado", "influencia", "interes", "legitimidad",
    "urgencia", "posicion", "torre", "capital_politico", "capital_economico", "capital_cultural",
    "capital_social", "comite", "nota",
)  # fmt: skip
_DE_RELACIONES = ("de", "hacia", "tipo", "intensidad", "dirigida", "nota")
_UNO, _OTRO = EJEMPLOS
_ACTORES: tuple[tuple[Celda, ...], ...] = (
    (_UNO, "Sociedad civil", "junta de vecinos", "Barrio", "Integra la Mesa", 2, 5, 4, 4, "Apoya",
     None, 1, 0, 2, 3, "Sí", "Fila de ejemplo: bórrela o déjela, no se importa"),
    (_OTRO, "Público", "municipio", "Comuna", "Contactado", 5, 3, None, None, "Neutral",
     None, 3, 2, 1, 2, "No", "Deje vacío lo que no sabe"),
)  # fmt: skip
_RELACIONES: tuple[tuple[Celda, ...], ...] = (
    (_OTRO, _UNO, "Financiamiento", 2, "Sí", "Fila de ejemplo: no se importa"),
)
_INSTRUCCIONES = (
    ("Cómo se llena", "Una fila por institución u organización en «Actores»; no anote personas."),
    ("Nombre y sector", "Son lo único obligatorio. Las columnas con lista muestran sus opciones."),
    ("Notas de 1 a 5", "Influencia, interés, legitimidad y urgencia: 1 es muy baja y 5 muy alta."),
    ("Capitales de 0 a 3", "0 nulo, 1 bajo, 2 medio y 3 alto."),
    ("Torre de influencia", "Sólo si hicieron Net-Map: cuántas fichas tiene la torre, desde 0."),
    ("Relaciones", "En «De» y «Hacia» escriba los nombres igual que en «Actores»."),
    ("Intensidad", "1 baja, 2 media, 3 alta. «Dirigida»: No, si va en los dos sentidos."),
    ("Lo que no sabe", "Deje la celda vacía. Al volver a importar, lo vacío no borra nada."),
    ("Ejemplos", "Las filas con los nombres de ejemplo que trae esta planilla no se importan."),
)  # fmt: skip


def plantilla() -> bytes:
    """El libro xlsx con las hojas Actores, Relaciones e Instrucciones."""
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Actores", _DE_ACTORES, CAMPOS_DE_ACTOR, _ACTORES)
        libro.agregar_tabla("Relaciones", _DE_RELACIONES, CAMPOS_DE_RELACION, _RELACIONES)
        libro.agregar_textos("Instrucciones (ignorar)", _INSTRUCCIONES)
    return libro.contenido
