"""Las mismas pruebas contra SQLite y contra un PostgreSQL real, uno por proceso de pruebas."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from almacen.servidor_postgresql import servidor

from mesa_territorial.almacen import Almacen

_turno = count(1)


class Reloj:
    """Un reloj que avanza un segundo cada vez que se mira, y cuando se le pide."""

    def __init__(self) -> None:
        self.ahora = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.ahora += timedelta(seconds=1)
        return self.ahora

    def adelantar(self, **cuanto: float) -> None:
        self.ahora += timedelta(**cuanto)


@pytest.fixture
def reloj() -> Reloj:
    return Reloj()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with servidor() as url:
        yield url


@pytest.fixture(scope="session")
def molde(postgresql: str) -> str:
    """Una base ya migrada, para copiarla en cada prueba."""
    url = _base_nueva(postgresql, "molde", "template0")
    Almacen.abrir(url).cerrar()
    return url


def _base_nueva(servidor: str, nombre: str, molde: str) -> str:
    motor = sa.create_engine(
        servidor.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with motor.connect() as conexion:
        conexion.exec_driver_sql(f"CREATE DATABASE {nombre} TEMPLATE {molde}")
    motor.dispose()
    return servidor.replace("/postgres?", f"/{nombre}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def donde(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Dónde abrir un almacén nuevo y vacío, en cada una de las dos bases."""
    if request.param == "sqlite":
        return str(tmp_path / "mesas.sqlite")
    request.getfixturevalue("molde")
    return _base_nueva(request.getfixturevalue("postgresql"), f"prueba_{next(_turno)}", "molde")


@pytest.fixture
def abrir(donde: str, reloj: Reloj) -> Iterator[Callable[[], Almacen]]:
    """Abre almacenes sobre la misma base, como dos personas en dos ventanas."""
    abiertos: list[Almacen] = []

    def _abrir() -> Almacen:
        abiertos.append(Almacen.abrir(donde, reloj=reloj))
        return abiertos[-1]

    yield _abrir
    for almacen in abiertos:
        almacen.cerrar()


@pytest.fixture
def almacen(abrir: Callable[[], Almacen]) -> Almacen:
    return abrir()


@pytest.fixture
def en_sqlite(tmp_path: Path, reloj: Reloj) -> Iterator[Almacen]:
    """Un almacén en archivo, para lo que es propio de los archivos."""
    with Almacen.abrir(tmp_path / "mesas.sqlite", reloj=reloj) as almacen:
        yield almacen
