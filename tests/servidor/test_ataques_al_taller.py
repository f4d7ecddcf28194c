"""Dos participantes hostiles, y quien ni siquiera entró: el taller resiste toda la batería."""

from collections.abc import Iterator

import pytest
from servidor.ataques import ATAQUES
from servidor.ataques_a_la_pagina import dejar_la_cookie_al_alcance
from servidor.ataques_al_nucleo import llenar_el_computador
from servidor.ataques_al_taller import ATAQUES_AL_TALLER, colarse_en_la_fila
from servidor.sala_de_prueba import Taller, en_taller

# La de un computador propio entra con la llave en la dirección; un taller tiene la suya.
COMUNES = [a for a in ATAQUES if a is not dejar_la_cookie_al_alcance]
# Las que llenan la sala van al final: quien se queda esperando conserva un rato su turno.
AL_FINAL = (colarse_en_la_fila, llenar_el_computador)
EN_ORDEN = sorted([*ATAQUES_AL_TALLER, *COMUNES], key=lambda a: a in AL_FINAL)


@pytest.fixture(scope="module")
def taller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taller]:
    """Un taller con 4 lugares y ronda de limpieza cada segundo."""
    with en_taller(tmp_path_factory.mktemp("taller"), lugares=4, ocioso=3, ronda=1) as uno:
        yield uno


@pytest.mark.parametrize("ataque", EN_ORDEN, ids=lambda a: a.__name__)
def test_el_taller_resiste(ataque, taller: Taller) -> None:
    assert not ataque(taller), ataque.__doc__
