"""``mesa diagnostico``: cada pieza, con ✔ o ✘ y qué hacer."""

import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typer

from mesa_territorial import contenido
from mesa_territorial.consola.ensayo import abrir_una_pagina
from mesa_territorial.consola.estante import almacen_abierto
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.ajustes import PUERTO, Ajustes, base_por_defecto, carpeta_de_datos
from mesa_territorial.servidor.estaticos import Estaticos
from mesa_territorial.servidor.nucleos.jardinero import se_puede_bifurcar
from mesa_territorial.textos import numero

PIEZAS = ("mesa-territorial", "voila", "jupyter-server", "ipykernel", "ipywidgets", "anywidget")
MINIMO_LIBRE = 500_000_000
NECESARIOS = ("pagina.js", "mesa.css", "pizarra.js")


@dataclass(frozen=True)
class Hallazgo:
    """Lo que se comprobó: si está bien y la frase que lo dice."""

    bien: bool
    frase: str


def diagnostico() -> None:
    """Revisa el kit y dice qué está mal."""
    hallazgos = [h for revisar in _REVISIONES for h in _a_salvo(revisar)]
    malos = sum(not h.bien for h in hallazgos)
    typer.echo("")
    if malos:
        typer.echo(f"✘ Hay {malos} por arreglar.")
        raise typer.Exit(1)
    typer.echo("✔ Todo en orden: puede abrir el kit con «mesa servir».")


def _a_salvo(revisar: Callable[[], Iterator[Hallazgo]]) -> list[Hallazgo]:
    try:
        hallazgos = list(revisar())
    except ReglaRota as regla:
        hallazgos = [Hallazgo(False, str(regla))]
    except Exception as falla:
        nombre = revisar.__name__.removeprefix("_").replace("_", " ")
        hallazgos = [Hallazgo(False, f"No se pudo {nombre} ({type(falla).__name__}: {falla}).")]
    for hallazgo in hallazgos:
        typer.echo(f"{'✔' if hallazgo.bien else '✘'} {hallazgo.frase}")
    return hallazgos


def _revisar_versiones() -> Iterator[Hallazgo]:
    propia = sys.version_info
    frase = f"Python {propia.major}.{propia.minor}.{propia.micro}"
    yield Hallazgo(propia >= (3, 11), frase + ("" if propia >= (3, 11) else ": se necesita 3.11"))
    yield Hallazgo(True, "Versiones: " + ", ".join(f"{p} {version(p)}" for p in PIEZAS))


def _revisar_disco() -> Iterator[Hallazgo]:
    carpeta = carpeta_de_datos()
    existente = next(c for c in (carpeta, *carpeta.parents) if c.exists())
    libre = shutil.disk_usage(existente).free
    falta = "" if libre >= MINIMO_LIBRE else ": queda poco, borre algo antes de seguir"
    yield Hallazgo(not falta, f"Espacio libre: {numero(libre / 1e9, 1)} GB{falta}")


def _revisar_las_mesas() -> Iterator[Hallazgo]:
    base = base_por_defecto()
    if "://" not in base and not Path(base).exists():
        yield Hallazgo(True, f"Todavía no hay Mesas guardadas; quedarán en {base}")
        return
    with almacen_abierto() as almacen:
        salud = almacen.revisar()
    for frase in salud.frases:
        yield Hallazgo(salud.integra and salud.al_dia, frase)


def _revisar_el_contenido() -> Iterator[Hallazgo]:
    for carpeta in contenido.CARPETAS:
        esta = contenido.ruta(carpeta).is_dir()
        if not esta:
            yield Hallazgo(False, f"Falta la carpeta {carpeta}: vuelva a instalar el kit.")
    cuadernos = len(list(contenido.ruta("notebooks").glob("*.ipynb")))
    yield Hallazgo(cuadernos > 0, f"Contenido: {cuadernos} cuadernos")


def _revisar_la_pantalla() -> Iterator[Hallazgo]:
    huellas = Estaticos(Ajustes().estaticos).huellas()
    faltan = [n for n in NECESARIOS if n not in huellas]
    frase = f"Pantalla compilada: {len(huellas)} archivos"
    if faltan:
        frase = f"Falta compilar la pantalla ({', '.join(faltan)}): vuelva a instalar el kit."
    yield Hallazgo(not faltan, frase)


def _revisar_el_puerto() -> Iterator[Hallazgo]:
    with socket.socket() as enchufe:
        libre = enchufe.connect_ex(("127.0.0.1", PUERTO)) != 0
    uso = "está libre" if libre else "está en uso; el kit tomará otro"
    yield Hallazgo(True, f"El puerto {PUERTO} {uso}")


def _revisar_los_nucleos() -> Iterator[Hallazgo]:
    if se_puede_bifurcar():
        yield Hallazgo(True, "Núcleos: brotan de un proceso tibio, cada página parte al instante")
    else:
        yield Hallazgo(True, "Núcleos: parten de a uno, con uno de repuesto (así es en Windows)")


def _abrir_una_pagina_de_prueba() -> Iterator[Hallazgo]:
    falla = abrir_una_pagina()
    yield Hallazgo(not falla, falla or "El kit abre sus páginas y el navegador lo puede alcanzar")


_REVISIONES = (
    _revisar_versiones,
    _revisar_disco,
    _revisar_las_mesas,
    _revisar_el_contenido,
    _revisar_la_pantalla,
    _revisar_el_puerto,
    _revisar_los_nucleos,
    _abrir_una_pagina_de_prueba,
)
