"""El tema 05: el juego de actores, guiado sobre Campanilla y después sobre la Mesa del equipo."""

from collections.abc import Sequence

from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.juego_laminas import (
    lamina_de_convergencias,
    lamina_del_plano,
    matriz_de_distancias,
)
from mesa_territorial_widgets.componentes.juego_matrices import (
    matriz_de_influencias,
    matriz_de_posiciones,
)
from mesa_territorial_widgets.componentes.juego_vivo import (
    PRIVADO,
    JuegoVivo,
    cifras_del_juego,
    razones_del_juego,
    veredictos_del_juego,
)
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar

CLAVE = "05_juego_de_actores"


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el juego de Campanilla; nada de lo que se haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _armar_recorrido)


def aplicar(contexto: Contexto) -> DOMWidget:
    """El tablero del juego sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(contexto, CLAVE[3:], _armar)


def _armar_recorrido(pizarra: Pizarra) -> Sequence[DOMWidget]:
    lienzo = _matrices_y_lectura(JuegoVivo(pizarra))
    return (Tablero({"lienzo": lienzo}, recuerdo=f"recorrido-{CLAVE}"),)


def _armar(pizarra: Pizarra) -> Zonas:
    # Explorar no necesita nada de esto: se importa al aplicar.
    from mesa_territorial_widgets.componentes.juego_entrega import entrega_del_juego

    vivo = JuegoVivo(pizarra)
    abajo = [
        Pieza("entrega", "Lo que se lleva a la oficina", entrega_del_juego(pizarra)),
        Pieza("cifras", "Las cifras", cifras_del_juego(vivo)),
        Pieza("distancias", "Distancias netas", matriz_de_distancias(vivo)),
    ]
    lado = [Pieza("breve", "En breve", veredictos_del_juego(vivo))]
    return {"lienzo": [*_preparar(vivo), *_matrices_y_lectura(vivo)], "lado": lado, "abajo": abajo}


def _matrices_y_lectura(vivo: JuegoVivo) -> list[Pieza]:
    return [
        Pieza("influencias", "Influencias", matriz_de_influencias(vivo.pizarra)),
        Pieza("posiciones", "Posiciones", matriz_de_posiciones(vivo.pizarra)),
        Pieza("plano", "Plano", lamina_del_plano(vivo)),
        Pieza("convergencias", "Quiénes coinciden", lamina_de_convergencias(vivo)),
        Pieza("razones", "Lo que dice", razones_del_juego(vivo)),
    ]


def _preparar(vivo: JuegoVivo) -> list[Pieza]:
    from mesa_territorial.esquemas.juego import CARNES, OBJETIVOS, SECCION
    from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario

    carnes = Fichero(vivo.pizarra, CARNES)
    vivo.avisar_a(lambda mesa, _: setattr(carnes, "orden", list(mesa.juego.actores)))
    return [
        Pieza("quienes", "Quiénes entran", Formulario(vivo.pizarra, SECCION, nota=PRIVADO)),
        Pieza("carnes", "Carnés", carnes),
        Pieza("objetivos", "Objetivos", Fichero(vivo.pizarra, OBJETIVOS)),
    ]
