"""En qué clase cae cada actor: cuadrante, saliencia y CLIP, que sólo orienta."""

from mesa_territorial.analisis.prioridad.clases import clip, es_alto
from mesa_territorial.analisis.prioridad.metodos import cuadrante_de, saliencia_de
from mesa_territorial.analisis.prioridad.notas import Juicio, notas_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro

CLIP_ORIENTA = (
    "CLIP (Chevalier y Buckles) sólo orienta: su tabla de categorías se escribió de memoria y no "
    "se pudo contrastar con la publicación. No la cite."
)


def decir_clases(mesa: Mesa) -> list[Bloque]:
    """El cuadrante, la saliencia y la categoría CLIP (orientativa) de cada actor con notas."""
    umbral = mesa.prioridad.umbral
    filas = [
        (mesa.actor(i).nombre, *clases)
        for i, juicio in notas_de(mesa).items()
        if any(clases := _clases(juicio, umbral))
    ]
    if not filas:
        return []
    return [
        Bloque(
            titulo="En qué clase cae cada uno",
            cuadro=Cuadro(
                columnas=("Actor", "Influencia e interés", "Saliencia", "CLIP (orientativo)"),
                filas=tuple(filas),
            ),
            nota=f"Es alta la nota estrictamente mayor que {numero(umbral, 1)}. {CLIP_ORIENTA} "
            "Los nombres de clase son de sus autores: no los lleve a un acta.",
        )
    ]


def _clases(juicio: Juicio, umbral: float) -> tuple[str, str, str]:
    cuadrante, saliencia = cuadrante_de(juicio, umbral), saliencia_de(juicio, umbral)
    altos = {c: es_alto(n.valor, umbral) for c, n in juicio.items()}
    orientativa = ""
    if {"influencia", "interes", "legitimidad"} <= altos.keys():
        orientativa = clip(
            poder=altos["influencia"], interes=altos["interes"], legitimidad=altos["legitimidad"]
        ).nombre
    return (
        cuadrante.nombre if cuadrante else "",
        saliencia.nombre if saliencia else "",
        orientativa,
    )
