"""En qué va una votación y qué puede hacer quien la facilita, con sus palabras."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from mesa_territorial.dominio.votacion import EstadoRonda, TipoConsulta, Votacion

TIPOS: Mapping[TipoConsulta, tuple[str, str, str]] = {
    TipoConsulta.ACTORES: (
        "Influencia e interés de los actores",
        "Cada persona ubica a cada actor en el tablero, a ciegas.",
        "actores",
    ),
    TipoConsulta.PUNTOS: (
        "Repartir puntos",
        "Problemas o iniciativas: cada persona reparte una cantidad fija de puntos.",
        "opciones",
    ),
    TipoConsulta.RANKING: (
        "Ordenar por prioridad",
        "Problemas o iniciativas: cada persona los ordena del primero al último.",
        "opciones",
    ),
    TipoConsulta.ACUERDO: (
        "Acuerdo con una afirmación",
        "De 1 (nada de acuerdo) a 5 (muy de acuerdo). Puede poner varias.",
        "afirmacion",
    ),
    TipoConsulta.PESOS: (
        "Peso de los criterios",
        "Cuánto pesa cada criterio al decidir la escala, de 1 a 5.",
        "criterios",
    ),
}
_ESTADOS: Mapping[str, str] = {
    "preparada": "Preparada: todavía no se abre",
    EstadoRonda.ABIERTA: "Ronda {} abierta, a ciegas",
    EstadoRonda.REVELADA: "Ronda {} revelada",
    EstadoRonda.CONVERSANDO: "Ronda {} en conversación",
    "cerrada": "Votación cerrada",
}
_QUE_SIGUE: Mapping[str, str] = {
    "preparada": "Muestre el código y ábrala cuando la sala esté lista.",
    EstadoRonda.ABIERTA: "Espere a que lleguen los votos. Cada quien vota sin ver a los demás; "
    "revele cuando la cuenta deje de subir.",
    EstadoRonda.REVELADA: "Lean juntos lo que salió, sin discutir todavía quién tiene razón.",
    EstadoRonda.CONVERSANDO: "Pida razones a los extremos en lo más disputado: qué saben que los "
    "demás no ven.",
    "cerrada": "Los votos quedaron congelados. Puede adoptar el resultado en su Mesa.",
}
_CIERRE = "Al cerrar, los votos quedan congelados para siempre: no se puede volver a abrir."


class Accion(NamedTuple):
    """Un paso que se ofrece. Con ``confirma``, la pantalla lo muestra y pregunta antes."""

    orden: str
    texto: str
    principal: bool = False
    confirma: str = ""


def estado_de(votacion: Votacion) -> str:
    """«preparada», el estado de su última ronda, o «cerrada»."""
    if votacion.esta_cerrada:
        return "cerrada"
    return votacion.ronda.estado.value if votacion.ronda else "preparada"


def decir_estado(votacion: Votacion) -> str:
    """El estado en palabras: «Ronda 1 abierta, a ciegas»."""
    return _ESTADOS[estado_de(votacion)].format(len(votacion.rondas))


def decir_que_sigue(votacion: Votacion) -> str:
    """Qué conviene hacer ahora."""
    return _QUE_SIGUE[estado_de(votacion)]


def acciones_de(votacion: Votacion, votantes: int) -> list[Accion]:
    """Los pasos posibles, el principal primero."""
    estado = estado_de(votacion)
    if estado == "preparada":
        return [Accion("abrir_ronda", "Abrir la votación", principal=True)]
    if estado == EstadoRonda.ABIERTA:
        van = "Ha votado 1 persona" if votantes == 1 else f"Han votado {votantes} personas"
        confirma = f"{van}. Al revelar, nadie más puede votar en esta ronda."
        return [Accion("revelar", "Revelar", principal=True, confirma=confirma)]
    return _acciones_a_la_vista(votacion, estado) if estado != "cerrada" else []


def _acciones_a_la_vista(votacion: Votacion, estado: str) -> list[Accion]:
    primera = len(votacion.rondas) == 1
    conversada = estado == EstadoRonda.CONVERSANDO
    segunda = Accion(
        "segunda_ronda",
        "Abrir la segunda ronda",
        principal=conversada,
        confirma="La primera ronda queda congelada y todos vuelven a votar, a ciegas.",
    )
    cerrar = Accion("cerrar", "Cerrar la votación", not primera and conversada, _CIERRE)
    conversar = Accion("conversar", "Pasar a conversar", principal=True)
    return [*([] if conversada else [conversar]), *([segunda] if primera else []), cerrar]


def tipos_para_pantalla() -> list[dict[str, Any]]:
    """Los tipos de votación para el formulario: clave, nombre, ayuda y qué pide."""
    return [
        {"clave": str(t), "nombre": nombre, "ayuda": ayuda, "pide": pide}
        for t, (nombre, ayuda, pide) in TIPOS.items()
    ]
