"""Mesas de ejemplo y cambios cortos para las pruebas del almacén."""

from collections.abc import Callable

from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

SERVIU = Actor(id="serviu", nombre="SERVIU", sector=Sector.PUBLICO, influencia=3)
MUNI = Actor(id="muni", nombre="Municipalidad", sector=Sector.PUBLICO, nota="pendiente")
JUNTA = Actor(id="junta", nombre="Junta de vecinos", sector=Sector.SOCIEDAD_CIVIL)
VINCULO = Relacion(id="r1", de="serviu", hacia="muni", tipo=TipoRelacion.COORDINACION)


def los_aromos(clave: str = "aromos") -> Mesa:
    """Una Mesa de dos actores y una relación."""
    return Mesa(
        id=clave,
        nombre="Los Aromos",
        territorio=Territorio(cut_comuna="05101", lugar="Cerro Los Placeres"),
        actores={a.id: a for a in (SERVIU, MUNI)},
        relaciones={"r1": VINCULO},
    )


def influencia(valor: float, actor: str = "serviu") -> Callable[[Mesa], Mesa]:
    """La transición que pone esa influencia."""
    return lambda mesa: mesa.con_cambio_de_actor(actor, influencia=valor)


def nota(texto: str, actor: str = "muni") -> Callable[[Mesa], Mesa]:
    """La transición que escribe esa nota."""
    return lambda mesa: mesa.con_cambio_de_actor(actor, nota=texto)
