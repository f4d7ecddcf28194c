"""Un Hub para todas las pruebas del despliegue, con las Mesas en PostgreSQL y su gente adentro."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from almacen.servidor_postgresql import servidor
from despliegue.hub_en_marcha import Hub, PersonaDelHub, instalar_proxy


@pytest.fixture(scope="session")
def proxy() -> None:
    instalar_proxy()


@pytest.fixture(scope="session")
def hub(proxy: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """El Hub con la entrada por códigos, sobre PostgreSQL."""
    with servidor() as base, Hub(tmp_path_factory.mktemp("hub"), base).corriendo() as hub:
        yield hub


@pytest.fixture(scope="session")
def gente(hub: Hub) -> dict[str, PersonaDelHub]:
    """Ana y Beto (taller1), Ciro (taller2) y Tere, tutora de taller1, ya adentro."""
    codigos = hub.codigos("ana", "beto", "ciro", "tere")
    personas = {nombre: PersonaDelHub(hub, nombre) for nombre in codigos}
    with ThreadPoolExecutor(len(personas)) as hilos:
        list(hilos.map(lambda p: p.entrar(codigos[p.nombre]), personas.values()))
    # Ciro no abre su espacio: sólo hace falta como alguien de afuera que tiene cuenta.
    with ThreadPoolExecutor(3) as hilos:
        list(hilos.map(lambda n: personas[n].abrir(), ("ana", "beto", "tere")))
    return personas
