"""En qué clase cae cada actor: cuadrante, saliencia y CLIP, que sólo orienta."""

from mesa_territorial.analisis.prioridad.clases import CLIP_ORIENTA
from mesa_territorial.analisis.prioridad.clases_de_actor import clases_de
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.prioridad_orden import EN_EL_CUADRO, decir_cuantos
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro

_COLUMNAS = ("Actor", "Influencia e interés", "Saliencia", "CLIP (orientativo)")


def decir_clases(mesa: Mesa) -> list[Bloque]:
    """El cuadrante, la saliencia y la categoría CLIP (orientativa) de cada actor con notas."""
    suma = ordenar_por(mesa, MetodoDePrioridad.SUMA).lugares
    clases = sorted(clases_de(mesa).items(), key=lambda par: suma.get(par[0], len(mesa.actores)))
    if not clases:
        return []
    filas = tuple((mesa.actor(i).nombre, *c) for i, c in clases[:EN_EL_CUADRO])
    cuadro = Cuadro(columnas=_COLUMNAS, filas=filas)
    nota = f"{_nota(mesa.prioridad.umbral)} {decir_cuantos(len(clases))}"
    return [Bloque(titulo="En qué clase cae cada uno", cuadro=cuadro, nota=nota)]


def _nota(umbral: float) -> str:
    return (
        f"Es alta la nota estrictamente mayor que {numero(umbral, 1)}. {CLIP_ORIENTA} Los nombres "
        "de clase son de sus autores: no los lleve a un acta."
    )
