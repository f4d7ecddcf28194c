"""La clase de cada actor de la Mesa, con las notas que valen para él."""

from mesa_territorial.analisis.prioridad.clases import (
    Clase,
    clip,
    cuadrante,
    es_alto,
    saliencia,
)
from mesa_territorial.analisis.prioridad.notas import Juicio, notas_de
from mesa_territorial.dominio.mesa import Mesa


def cuadrante_de(juicio: Juicio, umbral: float) -> Clase | None:
    """El cuadrante de un actor; ``None`` si falta su influencia o su interés."""
    if "influencia" not in juicio or "interes" not in juicio:
        return None
    return cuadrante(juicio["influencia"].valor, juicio["interes"].valor, umbral)


def saliencia_de(juicio: Juicio, umbral: float) -> Clase | None:
    """La clase de saliencia de un actor; ``None`` si falta influencia, legitimidad o urgencia."""
    if any(c not in juicio for c in ("influencia", "legitimidad", "urgencia")):
        return None
    return saliencia(
        poder=es_alto(juicio["influencia"].valor, umbral),
        legitimidad=es_alto(juicio["legitimidad"].valor, umbral),
        urgencia=es_alto(juicio["urgencia"].valor, umbral),
    )


def clip_de(juicio: Juicio, umbral: float) -> Clase | None:
    """La categoría CLIP, sólo orientativa; ``None`` si falta influencia, interés o legitimidad."""
    if any(c not in juicio for c in ("influencia", "interes", "legitimidad")):
        return None
    return clip(
        poder=es_alto(juicio["influencia"].valor, umbral),
        interes=es_alto(juicio["interes"].valor, umbral),
        legitimidad=es_alto(juicio["legitimidad"].valor, umbral),
    )


def clases_de(mesa: Mesa) -> dict[str, tuple[str, str, str]]:
    """El cuadrante, la saliencia y el CLIP de cada actor que tenga alguno; vacío el que falte."""
    umbral = mesa.prioridad.umbral
    todas = {
        i: (cuadrante_de(j, umbral), saliencia_de(j, umbral), clip_de(j, umbral))
        for i, j in notas_de(mesa).items()
    }
    nombres = {i: tuple(c.nombre if c else "" for c in clases) for i, clases in todas.items()}
    return {i: (a, b, c) for i, (a, b, c) in nombres.items() if a or b or c}
