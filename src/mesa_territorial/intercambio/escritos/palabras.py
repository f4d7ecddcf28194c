"""Lo que se repite en todo escrito: qué Mesa, de dónde, de cuándo y si es de ejercicio."""

from collections.abc import Mapping

from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.intercambio.escritos.modelo import Aviso, Bloque, Escrito, Portada, Titulo

EJERCICIO = "Valores de ejercicio"
DE_EJERCICIO = (
    "Los puntajes, las relaciones y los actores que lo dicen son valores de ejercicio: sirven para "
    "practicar y no describen a instituciones reales."
)
INDICE = "Índice"
RAYA = "_" * 32
TONOS: Mapping[str, str] = {
    "dato": "Dato",
    "alerta": "Atención",
    "error": "Falta",
    "fortaleza": "Fortaleza",
    "ejercicio": EJERCICIO,
}
COLORES: Mapping[str, tuple[str, str]] = {
    "dato": ("acento", "acento_suave"),
    "alerta": ("aviso", "aviso_suave"),
    "error": ("error", "error_suave"),
    "fortaleza": ("exito", "exito_suave"),
    "ejercicio": ("aviso", "aviso_suave"),
}
"""Por tono, el nombre del color de la raya y el del fondo, en las fichas de diseño."""


def titulo_de(aviso: Aviso) -> str:
    """El título del recuadro: el suyo, o la palabra de su tono."""
    return aviso.titulo or TONOS[aviso.tono]


def datos_de(escrito: Escrito) -> tuple[str, ...]:
    """Lo que va bajo el título: territorio, fecha y versión, los que haya."""
    fecha = fecha_larga(escrito.fecha) if escrito.fecha else ""
    version = f"Versión {escrito.version}" if escrito.version else ""
    return tuple(dato for dato in (escrito.territorio, fecha, version) if dato)


def pie_de(escrito: Escrito) -> str:
    """Lo que va a la izquierda del pie de cada hoja."""
    return " · ".join(p for p in (escrito.mesa, escrito.titulo) if p)


def cabecera_de(escrito: Escrito) -> str:
    """Lo que va arriba de cada hoja: si es de ejercicio y si es reservado."""
    ejercicio = EJERCICIO if escrito.ilustrativa else ""
    return " · ".join(p for p in (ejercicio, escrito.reservado) if p)


def al_indice(escrito: Escrito) -> tuple[Titulo, ...]:
    """Los títulos que van al índice, con ancla; vacío si el escrito no lleva."""
    niveles = (1, 2) if escrito.indice else ()
    return tuple(b for b in con_anclas(escrito) if isinstance(b, Titulo) and b.nivel in niveles)


def con_anclas(escrito: Escrito) -> tuple[Bloque, ...]:
    """Los bloques del escrito; todo título queda con un ancla propia."""
    return tuple(
        Titulo(b.texto, b.nivel, b.ancla or f"titulo-{numero}") if isinstance(b, Titulo) else b
        for numero, b in enumerate(escrito.bloques)
    )


def lleva_hoja(escrito: Escrito) -> bool:
    """Si empieza con una hoja entera: la pide, o lleva índice y el título va antes de él."""
    return escrito.portada is Portada.HOJA or (escrito.indice and escrito.portada is Portada.FRANJA)


def lleva_franja(escrito: Escrito) -> bool:
    """Si la primera hoja del cuerpo empieza con la franja del título."""
    return escrito.portada is Portada.FRANJA and not escrito.indice
