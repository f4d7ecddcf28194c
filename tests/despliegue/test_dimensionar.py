"""La tabla de escala dice lo que calcula su guion."""

import re
import sys

import pytest
from coherencia.arbol import RAIZ

sys.path.insert(0, str(RAIZ / "despliegue"))

import dimensionar
from dimensionar import Dimension, numero

ESCALA = (RAIZ / "guia" / "desarrollo" / "escala.md").read_text(encoding="utf-8")
LEEME = (RAIZ / "despliegue" / "LEEME.md").read_text(encoding="utf-8")


def test_la_tabla_de_la_guia_es_la_del_guion(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["dimensionar.py"])

    dimensionar.main()

    assert capsys.readouterr().out in ESCALA


@pytest.mark.parametrize(
    ("que", "valor"),
    [
        ("JupyterHub", dimensionar.HUB_MIB),
        ("El proxy (configurable-http-proxy)", dimensionar.PROXY_MIB),
        ("El servidor de una persona, sin páginas", dimensionar.SERVIDOR_MIB),
        ("Cada página abierta en él", dimensionar.PAGINA_MIB),
    ],
)
def test_lo_medido_en_la_guia_es_la_constante_del_guion(que, valor):
    assert f"| {que} | {valor} MiB |" in ESCALA


def test_mas_personas_nunca_piden_menos():
    crecientes = [Dimension(n, n) for n in (1, 30, 200, 2_000, 10_000)]

    for pedir in ("memoria_taller", "memoria_hub", "nucleos", "maquinas", "conexiones"):
        valores = [getattr(d, pedir) for d in crecientes]
        assert valores == sorted(valores), pedir


def test_donde_manda_el_procesador_se_cuentan_maquinas_por_nucleos(monkeypatch):
    monkeypatch.setattr(dimensionar, "EDICION_MS", 4_000)

    cargada = Dimension(100, 100)

    assert cargada.nucleos > 50
    assert cargada.maquinas >= cargada.nucleos / dimensionar.NODO_NUCLEOS


def test_los_numeros_van_a_la_chilena():
    assert (numero(1234.5, 1), numero(10_000)) == ("1.234,5", "10.000")


@pytest.mark.parametrize("texto", [ESCALA, LEEME], ids=["escala", "leeme"])
def test_todo_archivo_que_se_nombra_existe(texto):
    nombrados = set(re.findall(r"`((?:despliegue|bench|tests|guia)/[\w./-]+)`", texto))

    assert [n for n in nombrados if not (RAIZ / n.split()[0]).exists()] == []


def test_el_leeme_explica_cada_variable_que_se_lee():
    fuentes = [RAIZ / "despliegue" / "jupyterhub_config.py"]
    fuentes += (RAIZ / "despliegue" / "mesa_en_el_hub").glob("*.py")
    codigo = "".join(f.read_text(encoding="utf-8") for f in fuentes)
    leidas = set(re.findall(r'"((?:MESA|MESAS|HUB|OIDC|LTI|PROXY)_[A-Z]+)"', codigo))
    del_kit = {"MESA_ROL", "MESA_ACOMPANA", "LTI_ESQUEMA", "MESA_ESPACIO"}

    assert [v for v in sorted(leidas - del_kit) if f"`{v}`" not in LEEME] == []
