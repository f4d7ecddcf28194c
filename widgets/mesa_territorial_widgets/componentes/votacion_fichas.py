"""Las fichas de una votación que viajan a la pantalla: su estado, su código QR y su cuenta."""

from typing import Any

from mesa_territorial.analisis.consenso_adopcion import Par, Propuesta
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_frases import consenso_de, nivel_de_consenso
from mesa_territorial.analisis.escala.votacion import PesoVotado
from mesa_territorial.analisis.frases import contar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.votacion_guion import (
    TIPOS,
    acciones_de,
    decir_estado,
    decir_que_sigue,
    estado_de,
)
from mesa_territorial_widgets.componentes.votacion_sala import RondasVivas

Ficha = dict[str, Any]
ADOPTABLES = frozenset({TipoConsulta.ACTORES, TipoConsulta.PESOS})


def ficha_de(votacion: Votacion) -> Ficha:
    """Un renglón de la lista de votaciones."""
    ronda = votacion.rondas[0] if votacion.rondas else None
    return {
        "id": votacion.id,
        "titulo": votacion.titulo,
        "tipo": TIPOS[votacion.tipo][0],
        "estado": decir_estado(votacion),
        "cuando": f"{ronda.abierta.astimezone():%d-%m-%Y %H:%M}" if ronda else "",
    }


def ficha_de_actual(vivas: RondasVivas, direccion: str, *, conduce: bool) -> Ficha:
    """La votación que se está mirando, con los pasos que se le ofrecen a quien conduce."""
    votacion = vivas.votacion
    acciones = acciones_de(votacion, vivas.conteo.votantes) if conduce else []
    vistas = [r.numero for r in votacion.rondas if r.esta_a_la_vista]
    return {
        "id": votacion.id,
        "titulo": votacion.titulo,
        "tipo": str(votacion.tipo),
        "pregunta": votacion.ayuda,
        "codigo": votacion.codigo,
        "direccion": direccion,
        "qr": modulos_de_qr(direccion),
        "estado": estado_de(votacion),
        "estado_dicho": decir_estado(votacion),
        "que_sigue": decir_que_sigue(votacion),
        "ronda": vivas.ronda,
        "acciones": [a._asdict() for a in acciones],
        "a_la_vista": vivas.esta_a_la_vista,
        "adoptable": vistas[-1] if vistas and conduce and votacion.tipo in ADOPTABLES else 0,
        "papel": bool(conduce and votacion.rondas and votacion.rondas[-1].cerrada is None),
        "ilustrativa": votacion.ilustrativa,
    }


def modulos_de_qr(direccion: str) -> list[str]:
    """El código QR de una dirección: una fila de unos y ceros por renglón; vacío si no hay."""
    if not direccion:
        return []
    import segno

    matriz = segno.make(direccion, error="m", micro=False).matrix
    return ["".join("1" if modulo else "0" for modulo in fila) for fila in matriz]


def ficha_de_conteo(conteo: Conteo) -> Ficha:
    """Cuántos han votado, y dicho en una frase que nombra a quienes ya terminaron."""
    votantes, completos = conteo.votantes, conteo.completos
    dicho = contar(votantes, "1 persona ha votado", "personas han votado", "Todavía nadie vota")
    if votantes and len(conteo.cosas) > 1:
        terminaron = contar(completos, "1 respondió todo", "respondieron todo", "ninguna todo aún")
        dicho = f"{dicho}; {terminaron}"
    return {
        "votantes": votantes,
        "votos": conteo.votos,
        "completos": completos,
        "dicho": f"{dicho}.",
    }


def ficha_de_propuesta(mesa: Mesa, conteo: Conteo, propuesta: Propuesta) -> Ficha:
    """Lo que cambiaría de un actor, con cuántos votos y qué consenso lo respaldan."""
    lectura = conteo.lecturas[propuesta.id]
    consenso = consenso_de(lectura)
    return {
        "id": propuesta.id,
        "nombre": mesa.actor(propuesta.id).nombre,
        "antes": _decir_par(propuesta.antes),
        "despues": _decir_par(propuesta.despues),
        "votos": lectura.votos,
        "consenso": f"{numero(consenso, 2)} {nivel_de_consenso(consenso)}",
        "igual": propuesta.es_igual,
    }


def ficha_de_peso(conteo: Conteo, propuesta: PesoVotado) -> Ficha:
    """Lo que cambiaría el peso de un criterio de escala; se lleva con los demás o no se lleva."""
    lectura = conteo.lecturas[propuesta.opcion]
    consenso = consenso_de(lectura)
    return {
        "id": propuesta.criterio,
        "nombre": propuesta.nombre,
        "antes": f"pesa {numero(propuesta.antes, 1)}",
        "despues": f"pesa {numero(propuesta.despues, 1)}",
        "votos": lectura.votos,
        "consenso": f"{numero(consenso, 2)} {nivel_de_consenso(consenso)}",
        "igual": propuesta.antes == propuesta.despues,
        "junta": True,
    }


def _decir_par(par: Par) -> str:
    interes, influencia = ("sin valor" if x is None else numero(x, 1) for x in par)
    return f"interés {interes}, influencia {influencia}"
