"""Los dos servidores de las pruebas: el del kit y Voilà de fábrica."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from servidor import objetivo as o


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[o.Objetivo]:
    """El servidor del kit, con 4 lugares y ronda de limpieza cada segundo."""
    datos, puerto = tmp_path_factory.mktemp("kit"), o.puerto_libre()
    orden = o.orden_del_kit(puerto, datos, lugares=4, ocioso=4, ronda=1)
    with o.corriendo(orden, puerto, datos):
        yield o.Objetivo(puerto, o.KIT, o.CLAVE)


@pytest.fixture(scope="session")
def voila_de_fabrica(tmp_path_factory: pytest.TempPathFactory) -> Iterator[o.Objetivo]:
    """Voilà sin configurar, sirviendo una carpeta como la que alguien tendría."""
    datos, puerto = tmp_path_factory.mktemp("voila"), o.puerto_libre()
    carpeta: Path = datos / "cuadernos"
    shutil.copytree(o.AQUI / "cuadernos", carpeta)
    (carpeta / "dibujo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (carpeta / "foto.png").write_bytes(b"\x89PNG")
    (carpeta / "datos.csv").write_text("a,b\n")
    with o.corriendo(o.orden_de_voila(puerto, carpeta), puerto, datos):
        yield o.Objetivo(puerto, o.VOILA)
