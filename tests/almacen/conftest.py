"""Las mismas pruebas contra SQLite y contra un PostgreSQL real, uno por proceso de pruebas."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from almacen.servidor_postgresql import servidor

from mesa_territorial.almacen import Almacen
from mesa_territorial.almacen.tablas import META


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
def migrada(postgresql: str) -> str:
    """La base de PostgreSQL de este proceso, con sus tablas."""
    Almacen.abrir(postgresql).cerrar()
    return postgresql


def _vaciar(url: str) -> None:
    # Como réplica no rigen los disparadores que protegen la bitácora: sólo aquí, entre pruebas.
    motor = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with motor.begin() as conexion:
        conexion.exec_driver_sql("SET LOCAL session_replication_role = replica")
        conexion.exec_driver_sql(f"TRUNCATE {', '.join(META.tables)}")
    motor.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def donde(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Dónde abrir un almacén vacío, en cada una de las dos bases."""
    if request.param == "sqlite":
        return str(tmp_path / "mesas.sqlite")
    url: str = request.getfixturevalue("migrada")
    _vaciar(url)
    return url


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
