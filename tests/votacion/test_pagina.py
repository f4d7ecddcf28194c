"""La página del celular: liviana, y con un guion que un teléfono de seis años entiende."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import requests
from votacion.sala import Celular

from mesa_territorial.dominio.votacion import TipoConsulta
from mesa_territorial.servidor.votacion.hoja import GUIONES, Hoja

RAIZ = Path(__file__).resolve().parents[2]
CELULAR = RAIZ / "src/mesa_territorial/servidor/votacion/celular"
ESBUILD = RAIZ / "widgets/js/node_modules/.bin/esbuild"
PESO_MAXIMO = 30 * 1024
# Lo que un navegador de 2017 no trae y un compilador de sintaxis no delata.
POSTERIORES = re.compile(
    r"\.(flat|flatMap|fromEntries|matchAll|replaceAll|at|allSettled|finally|hasOwn|toSorted"
    r"|replaceChildren|trimEnd|trimStart)\(|structuredClone|globalThis|queueMicrotask"
    r"|AbortController|ResizeObserver|\bfetch\(|BigInt|import\s*\(|\bexport\b"
)
MARCAS = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function")


@pytest.mark.parametrize("tipo", TipoConsulta)
def test_la_pagina_entera_pesa_menos_de_30_kb_con_28_actores(sala, tipo):
    pedida = Celular(sala, sala.votacion(tipo, 28)).abierta

    assert pedida.status_code == 200
    assert len(pedida.content) <= PESO_MAXIMO
    assert "src=" not in pedida.text and "http" not in re.sub("http-equiv", "", pedida.text)


def test_viaja_comprimida_en_menos_de_12_kb(sala):
    v = sala.votacion(TipoConsulta.ACTORES, 28)
    crudo = requests.get(sala.direccion(v), stream=True, timeout=10)

    assert crudo.headers["Content-Encoding"] == "gzip"
    assert len(crudo.raw.read()) <= 12 * 1024


def _traducir(guion: str, meta: str) -> str:
    orden = [str(ESBUILD), "--loader=js", f"--target={meta}", "--minify-whitespace"]
    corrida = subprocess.run(orden, input=guion, capture_output=True, text=True, check=True)
    return corrida.stdout


@pytest.mark.skipif(not (ESBUILD.exists() and shutil.which("node")), reason="sin esbuild")
def test_el_guion_no_usa_sintaxis_posterior_a_2017():
    guion = Hoja().guion

    # Si hubiera algo que rebajar, las dos traducciones serían distintas.
    assert _traducir(guion, "es2017") == _traducir(guion, "esnext")
    assert _traducir("a?.b", "es2017") != _traducir("a?.b", "esnext")


@pytest.mark.parametrize("cual", GUIONES)
def test_el_guion_no_usa_funciones_posteriores_ni_interpreta_marcas(cual):
    codigo = (CELULAR / f"{cual}.js").read_text(encoding="utf-8")

    assert POSTERIORES.findall(codigo) == []
    assert MARCAS.findall(codigo) == []
    assert len(codigo.splitlines()) < 200


def test_las_listas_cazan_lo_que_deben():
    assert POSTERIORES.search("x.replaceAll(a, b)") and POSTERIORES.search("fetch(u)")
    assert MARCAS.search("n.innerHTML = x")


def test_la_politica_permite_exactamente_lo_que_va_en_la_pagina(sala):
    pedida = Celular(sala, sala.votacion()).abierta
    hoja = Hoja()

    assert pedida.headers["Content-Security-Policy"] == hoja.politica
    assert hoja.guion in pedida.text and hoja.estilo in pedida.text
    assert " style=" not in pedida.text and " onclick" not in pedida.text
