"""Los componentes se prueban sin núcleo: sus mensajes no van a ninguna parte."""

import comm
import pytest


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Si otra prueba cargó ipykernel, los canales buscarían un núcleo que aquí no hay."""
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)
