"""Un ensayo general sin público: recorre el kit una vez para que ninguna visita lo estrene.

Corre en el proceso tibio, antes de bifurcar, sobre el caso de ejemplo y una base de paso que se
borra. Deja hechas las especificaciones de los gráficos y calientes las memorias de las
bibliotecas; nada de lo que queda es de una persona.
"""

import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ipywidgets import Widget
from ipywidgets.widgets.widget import _instances

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets import apps, temas
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.contexto import crear_id

CASO = "mesa_campanilla"
_CON_OTRA_BASE = frozenset({"votacion"})
"""Abren una base además de la de las Mesas: no se ensayan, para que ninguna quede abierta."""


def precalentar() -> None:
    """Abre cada tema y cada aplicación, edita una Mesa y lo deshace todo, sin dejar rastro."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta,
        Almacen.abrir(Path(carpeta) / "mesas.sqlite") as almacen,
    ):
        contexto = Contexto(almacen, persona="ensayo")
        atender(lambda: _ensayar(contexto))
    Widget.close_all()


def _ensayar(contexto: Contexto) -> None:
    contexto.crear(cargar_caso(CASO).con(id=crear_id("m")))
    for modulo in iter_modules(temas.__path__):
        tema = import_module(f"{temas.__name__}.{modulo.name}")
        atender(lambda tema=tema: tema.explorar(contexto))
        atender(lambda tema=tema: tema.aplicar(contexto))
    for modulo in iter_modules(apps.__path__):
        if modulo.name in _CON_OTRA_BASE:
            continue
        app = getattr(import_module(f"{apps.__name__}.{modulo.name}"), modulo.name, None)
        if app is not None:
            atender(lambda app=app: app(contexto))
    _abrir_lo_cerrado()
    atender(lambda: _editar(contexto))


def _abrir_lo_cerrado() -> None:
    """Los paneles se construyen recién al abrirse: se abren todos."""
    for tiempo in [w for w in _instances.values() if isinstance(w, Tiempo)]:
        tiempo._al_abrir()


def _editar(contexto: Contexto) -> None:
    pizarra = contexto.pizarra
    actor = next(iter(pizarra.valor.actores.values()))

    def mover(mesa: Mesa) -> Mesa:
        return mesa.con_cambio_de_actor(actor.id, interes=1.5)

    pizarra.ordenar("Ensayo", mover)
    contexto.almacen.deshacer(contexto.guardado.clave, autor=contexto.firma)
    contexto.historial()
