"""En qué clase cae cada actor: cuadrante, saliencia y CLIP, que sólo orienta."""

from mesa_territorial.analisis.prioridad.clases import CLIP_ORIENTA
from mesa_territorial.analisis.prioridad.clases_de_actor import clases_de
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import MetodoDePrioridad
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.prioridad_orden import EN_EL_CUADRO, decir_cuantos
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro


def decir_clases(mesa: Mesa) -> list[Bloque]:
    """El cuadrante, la saliencia y la categoría CLIP (orientativa) de cada actor con notas."""
    suma = ordenar_por(mesa, MetodoDePrioridad.SUMA).lugares
    clases = sorted(clases_de(mesa).items(), key=lambda par: suma.get(par[0], len(mesa.actores)))
    if not clases:
        return []
    return [
        Bloque(
            titulo="En qué clase cae cada uno",
            cuadro=Cuadro(
                columnas=("Actor", "Influencia e interés", "Saliencia", "CLIP (orientativo)"),
                filas=tuple((mesa.actor(i).nombre, *c) for i, c in clases[:EN_EL_CUADRO]),
            ),
            nota=f"Es alta la nota estrictamente mayor que {numero(mesa.prioridad.umbral, 1)}. "
            f"{CLIP_ORIENTA} Los nombres de clase son de sus autores: no los lleve a un acta. "
            f"{decir_cuantos(len(clases))}",
        )
    ]
