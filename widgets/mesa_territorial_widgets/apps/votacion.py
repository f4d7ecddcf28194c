"""La aplicación de votación: la pantalla de quien facilita y la del proyector."""

from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.contexto import Contexto, SinMesa
from mesa_territorial_widgets.contexto.votaciones import SalaDeVotaciones, es_de_taller, pedido

PROYECTOR = "proyector"
EN_EL_TALLER = (
    "Para votar falta una Mesa. En «Conducir el taller», bajo cada mesa formada, está «Votar con "
    "este grupo»; o abra una Mesa propia."
)


def votacion(contexto: Contexto) -> DOMWidget:
    """La votación de la Mesa abierta; con ``?vista=proyector``, la que se muestra a la sala."""
    try:
        sala = SalaDeVotaciones.abrir(contexto)
    except SinMesa as falta:
        return Invitacion(frase=EN_EL_TALLER if es_de_taller() else str(falta))
    vista = _proyector(sala) if pedido("vista") == PROYECTOR else _facilita(contexto, sala)
    sala.vigilar(vista.mirar)
    contexto.guardado.vigilar()
    return vista


def _proyector(sala: SalaDeVotaciones) -> DOMWidget:
    from mesa_territorial_widgets.componentes.votacion_vivo import Proyector

    return Proyector(sala, clave=pedido("votacion"))


def _facilita(contexto: Contexto, sala: SalaDeVotaciones) -> DOMWidget:
    from mesa_territorial_widgets.componentes.votacion import Votacion

    return Votacion(sala, contexto.pizarra, clave=pedido("votacion"))
