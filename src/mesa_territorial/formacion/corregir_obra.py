"""Corrección de lo que se construye: un trozo de mapa y un texto con rúbrica."""

from typing import Annotated, Any

import msgspec

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.bocetos import Boceto, a_mesa
from mesa_territorial.formacion.items import Abierta, Armar
from mesa_territorial.formacion.reglas_de_armado import Regla
from mesa_territorial.formacion.rubrica import leer_rubrica
from mesa_territorial.formacion.veredictos import (
    Correccion,
    Detalle,
    ilegible,
    leer,
    sin_respuesta,
)

LARGO_TEXTO = 8_000


class Escrito(msgspec.Struct, frozen=True):
    """Un texto y el nivel (0 a 3) en que la persona se pone en cada criterio."""

    texto: Annotated[str, msgspec.Meta(max_length=LARGO_TEXTO)] = ""
    niveles: dict[str, int] = {}


def corregir_armar(item: Armar, respuesta: Any) -> Correccion:
    """Arma la Mesa (base más lo agregado) y pasa cada regla."""
    agregado = leer(respuesta, Boceto)
    if agregado is None:
        return ilegible(item)
    if agregado.actores and not item.agrega_actores:
        return sin_respuesta(item, "En este ejercicio sólo se agregan relaciones.")
    try:
        mesa = a_mesa(item.base.mas(agregado))
    except ReglaRota as regla:
        return sin_respuesta(item, str(regla))
    return _juzgar_mesa(item, mesa)


def _juzgar_mesa(item: Armar, mesa: Mesa) -> Correccion:
    detalles = [_pasar(regla, mesa) for regla in item.reglas]
    incumplidas = [r for r, d in zip(item.reglas, detalles, strict=True) if not d.bien]
    buenas = len(item.reglas) - len(incumplidas)
    return Correccion(
        acierto=not incumplidas,
        puntaje=round(buenas / len(item.reglas), 4),
        mensaje=item.si_falla if incumplidas else item.si_acierta,
        detalles=tuple(detalles),
        falta=tuple(d.mensaje for d in detalles if not d.bien),
        proximo_paso=incumplidas[0].paso if incumplidas else "",
        seccion=item.seccion,
    )


def _pasar(regla: Regla, mesa: Mesa) -> Detalle:
    cumple, nombres = regla.revisar(mesa)
    texto = regla.bien if cumple else regla.falta
    mensaje = texto.replace("{detalle}", ", ".join(nombres))
    return Detalle(id=regla.id, texto=mensaje, bien=cumple, mensaje=mensaje)


def corregir_abierta(item: Abierta, respuesta: Any) -> Correccion:
    """Pide la rúbrica cuando hay texto y, con ella puesta, dice lo fuerte y el próximo paso."""
    escrito = leer(respuesta, Escrito)
    if escrito is None:
        return ilegible(item)
    palabras = len(escrito.texto.split())
    if palabras < item.minimo_palabras:
        return sin_respuesta(
            item,
            f"Va bien. Para mirarlo hacen falta {item.minimo_palabras} palabras; lleva {palabras}.",
            es_borrador=True,
        )
    return _con_rubrica(item, escrito)


def _con_rubrica(item: Abierta, escrito: Escrito) -> Correccion:
    lectura = leer_rubrica(item.rubrica, escrito.niveles)
    if not lectura.completa:
        return sin_respuesta(
            item,
            "Su texto está guardado. Ahora mírelo con la rúbrica: elija un nivel por criterio.",
            es_borrador=True,
        )
    textos = {c.id: c for c in item.rubrica.criterios}
    detalles = tuple(
        Detalle(id=i, texto=c.texto, bien=None, mensaje=c.niveles[escrito.niveles[i]])
        for i, c in textos.items()
    )
    return Correccion(
        acierto=None,
        puntaje=round(lectura.puntaje, 4),
        mensaje=item.si_acierta if lectura.puntaje >= 2 / 3 else item.si_falla,
        detalles=detalles,
        falta=(f"Lo más débil: {lectura.debil}.",) if lectura.debil else (),
        proximo_paso=lectura.proximo_paso,
        seccion=item.seccion,
    )
