"""La sala: quién está, cuánta memoria ocupa cada página y cuántas caben."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mesa_territorial.almacen.padron import Padron, Participante
from mesa_territorial.servidor.acceso.porteria import Porteria
from mesa_territorial.servidor.cupo import Cupo, Tenencia
from mesa_territorial.servidor.memoria import (
    MAXIMO,
    MIB,
    MINIMO,
    lugares_que_caben,
    medir,
    memoria_disponible,
)
from mesa_territorial.servidor.sala import CONECTADA, QUIETA, Sala

AHORA = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


class NucleosDeMentira(dict[str, str]):
    """Núcleos con dueña y proceso, sin procesos."""

    jardinero = None

    def __init__(self) -> None:
        super().__init__()
        self.cupo = Cupo(4, por_persona=3)
        self.uso: dict[str, datetime] = {}

    def duenio(self, nucleo: str) -> str:
        return self.get(nucleo, "")

    def ocupados(self) -> int:
        return len(self)

    def get_kernel(self, nucleo: str) -> Any:
        proceso = SimpleNamespace(pid=1000 + int(nucleo[1:]))
        return SimpleNamespace(provisioner=proceso, last_activity=self.uso.get(nucleo, AHORA))


class Taller:
    """Una sala con dos personas y un reloj que se mueve a mano."""

    def __init__(self, base: Path) -> None:
        self.ahora = AHORA
        self.padron = Padron.abrir(base)
        porteria = Porteria(self.padron, b"s" * 32, reloj=lambda: datetime.now(UTC))
        porteria.abrir("Cerro Alto")
        self.rosa: Participante = porteria.entrar(porteria.codigo, "Rosa", "ip")
        self.juan: Participante = porteria.entrar(porteria.codigo, "Juan", "ip")
        self.nucleos = NucleosDeMentira()
        self.sala = Sala(
            self.nucleos,  # type: ignore[arg-type]
            porteria,
            reloj=lambda: self.ahora,
            segundos=self._segundos,
        )

    def _segundos(self) -> float:
        return self.ahora.timestamp()

    def abrir(self, nucleo: str, persona: Participante, direccion: str = "/") -> None:
        self.nucleos[nucleo] = persona.id
        self.sala.abrio(nucleo, persona.id, direccion)

    def de(self, persona: Participante) -> dict[str, Any]:
        return next(p for p in self.sala.estado()["personas"] if p["id"] == persona.id)


@pytest.fixture
def taller(tmp_path: Path) -> Any:
    uno = Taller(tmp_path / "mesas.sqlite")
    yield uno
    uno.padron.cerrar_base()


def test_se_sabe_quien_esta_en_que_pagina_y_desde_cuando(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa, "/tema/03_mapa_de_actores?mesa=x")

    rosa, juan = taller.de(taller.rosa), taller.de(taller.juan)

    assert (rosa["nombre"], rosa["rol"], rosa["conectada"]) == ("Rosa", "participante", True)
    assert rosa["paginas"][0]["direccion"] == "/tema/03_mapa_de_actores?mesa=x"
    assert rosa["paginas"][0]["desde"] == AHORA
    assert (juan["conectada"], juan["paginas"], juan["vista"]) == (False, [], None)


def test_sin_latido_se_da_por_desconectada_y_con_latido_vuelve(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa)

    taller.ahora += timedelta(seconds=CONECTADA + 1)
    callada = taller.de(taller.rosa)["conectada"]
    taller.sala.latio("n1")

    assert not callada
    assert taller.de(taller.rosa)["conectada"]
    assert taller.de(taller.rosa)["vista"] == taller.ahora


def test_una_pagina_cerrada_desaparece(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa)

    del taller.nucleos["n1"]

    assert taller.de(taller.rosa)["paginas"] == []


def test_las_medidas_ajustan_el_tope(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa)
    taller.abrir("n2", taller.juan)

    taller.sala.anotar_medidas({1001: 40 * MIB, 1002: 60 * MIB}, 512 * MIB + 10 * 50 * MIB)

    estado = taller.sala.estado()
    assert estado["memoria"]["paginas"] == 100 * MIB
    assert estado["memoria"]["por_pagina"] == 50 * MIB
    assert estado["cupo"] == {"lugares": 10, "ocupados": 2}


def test_el_tope_dado_a_mano_no_cambia(tmp_path: Path, taller: Taller) -> None:
    sala = Sala(
        taller.nucleos,  # type: ignore[arg-type]
        taller.sala._porteria,
        lugares_fijos=7,
        reloj=lambda: AHORA,
    )

    sala.anotar_medidas({}, 100_000 * MIB)

    assert sala.estado()["cupo"]["lugares"] == 7


def test_al_cambiar_de_tema_se_sabe_que_pagina_se_deja(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa, "/")
    taller.abrir("n2", taller.rosa, "/tema/03_mapa_de_actores")
    taller.abrir("n3", taller.juan, "/tema/04_priorizacion")
    deja = taller.sala.nucleo_que_deja

    assert deja(taller.rosa.id, "https://x:1/tema/03_mapa_de_actores", "/app/mi_mesa") == "n2"
    assert deja(taller.rosa.id, "", "/") == "n1"
    assert deja(taller.rosa.id, "https://x:1/tema/04_priorizacion", "/app/otra") == ""


def test_lo_quieto_cede_su_lugar_solo_si_hay_fila(taller: Taller) -> None:
    taller.abrir("n1", taller.rosa)
    taller.abrir("n2", taller.juan)
    taller.nucleos.uso = {"n1": AHORA - timedelta(seconds=QUIETA + 5), "n2": AHORA}

    sin_fila = taller.sala.quietas()
    taller.nucleos.cupo.latir("otra", Tenencia(), 4)

    assert sin_fila == []
    assert taller.sala.quietas() == ["n1"]


def test_quien_espera_se_ve_con_su_nombre(taller: Taller) -> None:
    taller.nucleos.cupo.latir(taller.juan.id, Tenencia(), 4)

    assert taller.sala.estado()["esperando"] == [{"id": taller.juan.id, "nombre": "Juan"}]


@pytest.mark.parametrize(
    ("disponible", "por_pagina", "abiertas", "caben"),
    [
        (2560 * MIB, 50 * MIB, 4, 36),
        (100 * MIB, 50 * MIB, 0, MINIMO),
        (100 * MIB, 50 * MIB, 9, 9),
        (900_000 * MIB, 50 * MIB, 0, MAXIMO),
    ],
    ids=["reparte lo que queda", "nunca cero", "nadie sale", "con límite"],
)
def test_cuantas_caben(disponible: int, por_pagina: int, abiertas: int, caben: int) -> None:
    assert lugares_que_caben(disponible, por_pagina, abiertas) == caben


def test_se_mide_de_verdad() -> None:
    import os

    medidas = medir([os.getpid(), 2**22 + 5])

    assert list(medidas) == [os.getpid()]
    assert 5 * MIB < medidas[os.getpid()] < 5_000 * MIB
    assert memoria_disponible() > 0
