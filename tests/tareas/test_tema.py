"""Empezar un tema: se escriben sus archivos, quedan válidos y se sabe qué falta."""

import importlib.util
import os
import subprocess
import sys
import tomllib

import nbformat
import pytest
from coherencia.arbol import RAIZ, versionados

_ficha = importlib.util.spec_from_file_location("tarea_de_tema", RAIZ / "tareas" / "tema.py")
tarea = importlib.util.module_from_spec(_ficha)
_ficha.loader.exec_module(tarea)

CLAVE = "13_rendicion_de_cuentas"
# Las que recorren todos los temas; las demás no miran el recién empezado.
REVISAN_TEMAS = (
    "tests/temas/test_rendicion_de_cuentas.py",
    *(f"tests/coherencia/test_{n}.py" for n in ("guia", "libro", "cuadernos", "palabras")),
    *(f"tests/formacion/test_{n}.py" for n in ("temas", "bancos", "ejercicios", "recorrido")),
)
SUYOS = ("tests/temas", "widgets/mesa_territorial_widgets/temas")
ESCRITO = '+++\ntitulo = "Mapa de actores"\n+++\n\n## Para qué\n'
PENDIENTE = '+++\ntitulo = "Priorización"\ngana = "Al terminar, su equipo…"\n+++\n'


@pytest.fixture
def raiz(tmp_path):
    """Un kit con un tema escrito y otro en preparación."""
    (tmp_path / "guia").mkdir()
    (tmp_path / "guia" / "03_mapa_de_actores.md").write_text(ESCRITO, encoding="utf-8")
    (tmp_path / "guia" / "04_priorizacion.md").write_text(PENDIENTE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "clave",
    [
        "",
        "rendicion",
        "3_rendicion",
        "13_Rendicion",
        "13_rendición",
        "13-rendicion",
        "13_",
        "13_rendicion_",
        "13_a__b",
        "13_9x",
        "13_class",
        "13_" + "x" * 80,
        "../13_x",
        "13_x\n",
        "13_x y",
    ],
)
def test_un_nombre_malo_se_rechaza_con_un_ejemplo_y_no_escribe_nada(raiz, clave):
    antes = sorted(raiz.rglob("*"))

    with pytest.raises(tarea.NombreMalo, match=r"no sirve como nombre .* 13_rendicion_de_cuentas"):
        tarea.escribir_tema(clave, "", raiz)

    assert sorted(raiz.rglob("*")) == antes


@pytest.mark.parametrize(
    ("clave", "frase"),
    [
        ("03_otro", "El número 03 ya es de «03_mapa_de_actores»"),
        ("13_mapa_de_actores", "Ya hay un tema «03_mapa_de_actores»"),
        ("03_mapa_de_actores", "ya está escrito"),
    ],
)
def test_un_tema_tomado_se_dice_de_quien_es(raiz, clave, frase):
    with pytest.raises(tarea.NombreMalo, match=frase):
        tarea.escribir_tema(clave, "", raiz)


def test_un_titulo_que_rompe_la_portada_se_rechaza(raiz):
    with pytest.raises(tarea.NombreMalo, match="sin comillas"):
        tarea.escribir_tema(CLAVE, 'Un "título"', raiz)


def test_se_escriben_los_siete_archivos_con_su_titulo(raiz):
    escritos = tarea.escribir_tema(CLAVE, "Rendición de cuentas", raiz)

    assert sorted(a.relative_to(raiz).as_posix() for a in escritos) == [
        f"exercises/{CLAVE}.toml",
        f"guia/{CLAVE}.md",
        f"guia/recorridos/{CLAVE}.toml",
        f"guia/tutoria/{CLAVE}.md",
        f"notebooks/{CLAVE}.ipynb",
        "tests/temas/test_rendicion_de_cuentas.py",
        "widgets/mesa_territorial_widgets/temas/rendicion_de_cuentas.py",
    ]
    assert 'titulo = "Rendición de cuentas"' in (raiz / f"guia/{CLAVE}.md").read_text("utf-8")


def test_los_archivos_se_pueden_leer(raiz):
    for archivo in tarea.escribir_tema(CLAVE, "", raiz):
        texto = archivo.read_text(encoding="utf-8")
        if archivo.suffix == ".toml":
            tomllib.loads(texto)
        elif archivo.suffix == ".ipynb":
            nbformat.validate(nbformat.reads(texto, as_version=4))
        elif archivo.suffix == ".py":
            compile(texto, str(archivo), "exec")
        assert "$" not in texto


def test_un_tema_en_preparacion_se_completa_sin_tocar_su_portada(raiz):
    escritos = tarea.escribir_tema("04_priorizacion", "", raiz)

    assert len(escritos) == 6
    assert (raiz / "guia/04_priorizacion.md").read_text("utf-8") == PENDIENTE
    assert "# Priorización: para quien" in (raiz / "guia/tutoria/04_priorizacion.md").read_text(
        "utf-8"
    )


def test_correrla_dos_veces_no_pisa_lo_escrito(raiz):
    tarea.escribir_tema(CLAVE, "", raiz)
    banco = raiz / f"exercises/{CLAVE}.toml"
    banco.write_text("# mío\n", encoding="utf-8")

    assert tarea.escribir_tema(CLAVE, "", raiz) == []
    assert banco.read_text(encoding="utf-8") == "# mío\n"


def test_se_dice_lo_que_le_falta_a_cada_tema(raiz):
    tarea.escribir_tema(CLAVE, "", raiz)

    assert list(tarea.decir_que_falta(raiz))[-1] == (
        f"{CLAVE}: falta la lectura, la ficha de tutoría, los pasos de Explorar, los ejercicios."
    )


def test_al_tema_03_no_le_falta_nada():
    assert not [f for f in tarea.decir_que_falta() if f.startswith("03_")]


def _correr(copia, *orden):
    rutas = os.pathsep.join(str(copia / r) for r in ("src", "widgets"))
    entorno = {**os.environ, "PYTHONPATH": rutas, "MESAS_BD": str(copia / "x.sqlite")}
    return subprocess.run(
        [sys.executable, *orden],
        cwd=copia,
        env=entorno,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.completa
@pytest.mark.timeout(400)
def test_un_tema_recien_empezado_no_rompe_ninguna_comprobacion(tmp_path):
    for archivo in versionados():
        destino = tmp_path / archivo.relative_to(RAIZ)
        destino.parent.mkdir(parents=True, exist_ok=True)
        destino.write_bytes(archivo.read_bytes())
    estatico = "widgets/mesa_territorial_widgets/estatico"
    (tmp_path / estatico).symlink_to(RAIZ / estatico)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)

    hecho = _correr(tmp_path, "tareas/tema.py", CLAVE, "Rendición de cuentas")
    estilo = _correr(tmp_path, "-m", "ruff", "check", *SUYOS)
    forma = _correr(tmp_path, "-m", "ruff", "format", "--check", *SUYOS)
    probado = _correr(
        *(tmp_path, "-m", "pytest", "-q", "-m", "not completa", "-k", "not nucleo", "-x"),
        *REVISAN_TEMAS,
    )

    assert "Se escribió:" in hecho.stdout, hecho.stderr
    assert (estilo.returncode, forma.returncode) == (0, 0), estilo.stdout + forma.stdout
    assert probado.returncode == 0, probado.stdout[-3_000:]


@pytest.mark.parametrize("clave", ["Rendición", "03_otro"])
def test_desde_la_orden_un_nombre_malo_da_una_frase_y_no_una_traza(clave):
    hecho = _correr(RAIZ, "tareas/tema.py", clave)

    assert hecho.returncode == 1
    assert hecho.stderr.startswith(("«Rendición» no sirve", "El número 03 ya es"))
    assert "Traceback" not in hecho.stderr
