"""Lo que comparten las herramientas de todos los temas: la Mesa abierta, su tablero y el caso."""

from collections.abc import Callable, Sequence

from ipywidgets import DOMWidget

from mesa_territorial.analisis.genero import tiene_lente
from mesa_territorial.casos import cargar_caso
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.lente_de_genero import lente_de_genero
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.recorrido import RecorridoGuiado
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto.contexto import Contexto, SinMesa
from mesa_territorial_widgets.contexto.historial import historial_de

Zonas = dict[str, list[Pieza]]


def trabajar(
    contexto: Contexto,
    tema: str,
    armar: Callable[[Pizarra], Zonas],
    *,
    rotulo_lado: str = "Lo que dice esta herramienta",
) -> DOMWidget:
    """El tablero del tema sobre la Mesa abierta, con su lente de género y su historial.

    Sin Mesa abierta, invita a crear una.

    ``armar`` recibe la pizarra y devuelve las piezas por zona: «lienzo» (se alternan), «lado»,
    «abajo» (se pliegan) y «sueltas».
    """
    try:
        pizarra = contexto.pizarra
    except SinMesa as falta:
        return Invitacion(frase=str(falta))
    contexto.guardado.vigilar()
    zonas = armar(pizarra)
    historial = Tiempo(lambda: historial_de(contexto), titulo="Abriendo el historial")
    abajo = zonas.setdefault("abajo", [])
    if tiene_lente(tema) and all(p.clave != "genero" for p in abajo):
        abajo.append(lente_de_genero(pizarra, tema))
    abajo.append(Pieza("historial", "Historial de cambios", historial))
    recuerdo = f"{tema}-{contexto.guardado.clave}"
    return Tablero(zonas, recuerdo=recuerdo, rotulo_lado=rotulo_lado)


def recorrer(
    contexto: Contexto, clave: str, armar: Callable[[Pizarra], Sequence[DOMWidget]]
) -> DOMWidget:
    """El recorrido guiado del tema ``clave``, donde la persona lo dejó, junto a lo que ``armar``
    pone sobre la pizarra del caso; nada de lo que se haga ahí se guarda.
    """
    recorrido = cargar_recorrido(clave)
    pizarra = Pizarra(cargar_caso(recorrido.caso), solo_lectura=True)
    donde_iba = f"recorrido_{clave[3:]}"
    iba = contexto.recordado(donde_iba, {})
    return RecorridoGuiado(
        recorrido,
        pizarra,
        tuple(armar(pizarra)),
        paso=min(int(iba.get("paso", 0)), len(recorrido.paso)),
        logrados=[str(x) for x in iba.get("logrados", [])],
        al_avanzar=lambda paso, logrados: contexto.apuntar(
            donde_iba, {"paso": paso, "logrados": logrados}
        ),
    )
