"""Las órdenes propias de la convocatoria: cambiar un estado con su fecha, y escribir cartas."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from mesa_territorial.dominio.actores import Estado, Sector
from mesa_territorial.dominio.convocatoria import (
    CambioDeEstado,
    Convocatoria,
    Invitacion,
    PlantillaDeCarta,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.ordenes.construccion import Datos, Orden, enumerar
from mesa_territorial.ordenes.de_fichas import DE_FICHAS
from mesa_territorial.textos import ESTADOS, SECTORES


def _cambiar_estado(mesa: Mesa, datos: Datos) -> Orden:
    """``actor``, ``estado``, ``fecha`` (AAAA-MM-DD), ``id`` del cambio y, si se quiere, ``nota``.

    Cambia el estado en el mapa y deja el cambio con su fecha, de una vez.
    """
    actor, estado = mesa.actor(datos["actor"]), _estado(datos["estado"])
    dichos = {c: str(datos.get(c, "")) for c in ("id", "fecha", "nota")}
    antes, despues = ESTADOS[actor.estado].lower(), ESTADOS[estado].lower()

    def transicion(m: Mesa) -> Mesa:
        de = m.actor(actor.id).estado
        if de is estado:
            return m
        cambio = CambioDeEstado(actor=actor.id, de=de, a=estado, **dichos)
        return _con(m.con_cambio_de_actor(actor.id, estado=estado), cambios={cambio.id: cambio})

    return f"{actor.nombre}: convocatoria {antes} → {despues}", transicion


def _estado(codigo: Any) -> Estado:
    try:
        return Estado(codigo)
    except ValueError:
        raise ReglaRota(f"No hay un estado de convocatoria llamado «{codigo}».") from None


def _con(mesa: Mesa, **nuevas: Mapping[str, Any]) -> Mesa:
    """La Mesa con fichas nuevas, o cambiadas, en las colecciones de su convocatoria."""
    seccion: Convocatoria = mesa.convocatoria
    fundidas: dict[str, Any] = {
        c: {**getattr(seccion, c), **fichas} for c, fichas in nuevas.items()
    }
    return mesa.con(convocatoria=replace(seccion, **fundidas))


def _escribir_carta(mesa: Mesa, datos: Datos) -> Orden:
    """``actor`` y el ``texto`` de su carta; vacío, vuelve al de la plantilla."""
    actor, texto = mesa.actor(datos["actor"]), str(datos["texto"])

    def transicion(m: Mesa) -> Mesa:
        antes = m.convocatoria.invitaciones.get(actor.id) or Invitacion(id=actor.id)
        return _con(m, invitaciones={actor.id: replace(antes, carta=texto)})

    hizo = "Corrigió" if texto.strip() else "Volvió a la plantilla en"
    return f"{hizo} la carta a {actor.nombre}", transicion


def _escribir_plantilla(_: Mesa, datos: Datos) -> Orden:
    """``sector`` y el ``texto`` de su plantilla; vacío, vuelve a la del kit."""
    exigir(datos["sector"] in SECTORES, f"No hay un sector llamado «{datos['sector']}».")
    sector, texto = Sector(datos["sector"]), str(datos["texto"])
    plantilla = PlantillaDeCarta(id=sector, texto=texto)
    hizo = "Cambió" if texto.strip() else "Volvió a la del kit"
    frase = f"{hizo} la plantilla de carta del sector {SECTORES[sector].lower()}"
    return frase, lambda m: _con(m, plantillas={str(sector): plantilla})


def _proponer_invitaciones(mesa: Mesa, datos: Datos) -> Orden:
    """``fichas``: por id de actor, los campos que se proponen; nunca pisa lo ya escrito."""
    fichas = {str(i): dict(campos) for i, campos in datos["fichas"].items()}
    exigir(bool(fichas), "No queda nada que proponer: todas las invitaciones ya están escritas.")
    nombres = enumerar([mesa.actor(i).nombre for i in fichas])

    def transicion(m: Mesa) -> Mesa:
        for id_actor, campos in fichas.items():
            m = _completar(m, id_actor, campos)
        return m

    return f"Propuso un borrador de invitación a {nombres}", transicion


def _completar(mesa: Mesa, id_actor: str, campos: dict[str, Any]) -> Mesa:
    antes = mesa.convocatoria.invitaciones.get(id_actor) or Invitacion(id=id_actor)
    faltan = {c: v for c, v in campos.items() if v and not getattr(antes, c)}
    if not faltan:
        return mesa
    datos = {"seccion": "convocatoria", "coleccion": "invitaciones", "id": id_actor}
    return DE_FICHAS["poner_ficha"](mesa, {**datos, "campos": faltan})[1](mesa)


DE_CONVOCATORIA: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "cambiar_estado": _cambiar_estado,
    "escribir_carta": _escribir_carta,
    "escribir_plantilla": _escribir_plantilla,
    "proponer_invitaciones": _proponer_invitaciones,
}
