import importlib.util
import sqlite3
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "bench_matar.py"


@pytest.fixture
def arnes():
    receta = importlib.util.spec_from_file_location("bench_matar", BENCH)
    modulo = importlib.util.module_from_spec(receta)
    receta.loader.exec_module(modulo)
    return modulo


def test_matar_a_quien_escribe_no_pierde_nada_confirmado(arnes, tmp_path):
    visto = arnes.matar(rondas=4, escritores=3, semilla=1, carpeta=tmp_path)

    assert visto.muertes == 12
    assert visto.confirmadas > 12
    assert visto.esta_bien, visto


@pytest.mark.completa
def test_matar_a_cien_no_pierde_nada_confirmado(arnes, tmp_path):
    visto = arnes.matar(rondas=25, escritores=4, semilla=2, carpeta=tmp_path)

    assert visto.esta_bien, visto


def test_el_arnes_se_da_cuenta_si_algo_confirmado_no_esta(arnes, tmp_path, monkeypatch):
    guardadas = arnes._guardadas
    monkeypatch.setattr(arnes, "_guardadas", lambda base: set(sorted(guardadas(base))[1:]))

    visto = arnes.matar(rondas=1, escritores=1, semilla=3, carpeta=tmp_path)

    assert not visto.esta_bien


def test_el_arnes_se_da_cuenta_si_la_fila_no_calza_con_la_bitacora(arnes, tmp_path):
    arnes._preparar(tmp_path / "mesas.sqlite")
    with sqlite3.connect(tmp_path / "mesas.sqlite") as base:
        base.execute("UPDATE mesa SET version = version + 1 WHERE clave = 'una'")

    assert arnes._roturas(tmp_path / "mesas.sqlite") == ["La bitácora de «una» tiene saltos."]
