"""Un almacén de verdad, en una carpeta de paso."""

import pytest

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.contexto import Contexto

SERVIU = Actor(id="s", nombre="SERVIU", sector=Sector.PUBLICO)
MESA = Mesa(id="m1", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101")).con_actor(
    SERVIU
)


@pytest.fixture
def base(tmp_path):
    """Dónde está la base de datos."""
    return tmp_path / "mesas.sqlite"


@pytest.fixture
def abrir(base):
    """Abre un contexto sobre la misma base: ``abrir("ana")`` firma como Ana."""
    abiertos = []

    def _abrir(persona="ana", pedida=None):
        almacen = Almacen.abrir(base)
        abiertos.append(almacen)
        contexto = Contexto(almacen, persona=persona, pedida=pedida)
        contexto.nombrar_autor(persona.title())
        return contexto

    yield _abrir
    for almacen in abiertos:
        almacen.cerrar()


@pytest.fixture
def ana(abrir):
    """Ana, con la Mesa «Los Aromos» recién creada."""
    contexto = abrir("ana")
    contexto.crear(MESA)
    return contexto


@pytest.fixture
def beto(ana, abrir):
    """Beto, mirando la misma Mesa que Ana."""
    return abrir("beto", pedida="m1")
