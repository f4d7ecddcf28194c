"""El comando ``mesa``."""

from mesa_territorial.consola.apertura import servir
from mesa_territorial.consola.castellano import Consola, Grupo, Orden
from mesa_territorial.consola.diagnostico import diagnostico
from mesa_territorial.consola.exportacion import exportar
from mesa_territorial.consola.guia import guia
from mesa_territorial.consola.importacion import importar
from mesa_territorial.consola.respaldo import respaldar, restaurar
from mesa_territorial.consola.taller import taller
from mesa_territorial.consola.votar import votar

_AYUDA = {"help_option_names": ["--ayuda", "--help"]}

app = Consola(
    cls=Grupo,
    help="Mesa Territorial: el kit en su computador.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_AYUDA,
)
for orden in (servir, taller, votar, importar, exportar, guia, respaldar, restaurar, diagnostico):
    app.command(cls=Orden, context_settings=_AYUDA)(orden)
