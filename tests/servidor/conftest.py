"""Los servidores de las pruebas (el del kit y Voilà de fábrica)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from servidor import objetivo as o
from servidor.servido import Servido


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


@pytest.fixture(scope="module")
def servido(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servido]:
    """Un servidor propio de estas pruebas."""
    servidor = Servido(tmp_path_factory.mktemp("navegador"))
    servidor.levantar()
    yield servidor
    servidor.matar()


@pytest.fixture
def pagina(navegador, servido):
    """Una pestaña que anota peticiones ajenas y errores de consola."""
    contexto = navegador.new_context(viewport={"width": 1280, "height": 800})
    hoja = contexto.new_page()
    hoja.ajenas, hoja.fallas = [], []
    propia = f"127.0.0.1:{servido.puerto}"
    hoja.on("request", lambda r: propia in r.url or hoja.ajenas.append(r.url))
    hoja.on("pageerror", lambda e: hoja.fallas.append(str(e)))
    hoja.on("console", lambda m: m.type == "error" and hoja.fallas.append(m.text))
    yield hoja
    contexto.close()
