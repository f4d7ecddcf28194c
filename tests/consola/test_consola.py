"""El comando ``mesa`` habla castellano y hace lo que dice, con código de salida."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mesa_territorial import contenido
from mesa_territorial.consola import app

INGLES = re.compile(r"\b(usage|options?|commands?|show|exit|try|default|required|help)\b")


@pytest.fixture
def mesa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Corre ``mesa …`` con datos propios; devuelve el código y todo lo que dijo."""
    monkeypatch.setenv("MESAS_BD", str(tmp_path / "mesas.sqlite"))
    monkeypatch.chdir(tmp_path)

    def correr(*palabras: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as salida:
            app(list(palabras))
        dicho = capsys.readouterr()
        return int(salida.value.code or 0), dicho.out + dicho.err

    return correr


def _campanilla() -> str:
    return str(contenido.ruta("datos_ejemplo", "casos", "mesa_campanilla", "actores.csv"))


def _crear(mesa, nombre: str = "Cerro") -> None:
    codigo, dicho = mesa("importar", _campanilla(), "--nombre", nombre, "--comuna", "Valparaíso")
    assert codigo == 0, dicho


@pytest.mark.parametrize(
    "palabras",
    [
        ("--ayuda",),
        ("servir", "--ayuda"),
        ("taller", "--ayuda"),
        ("importar", "--ayuda"),
        ("exportar", "--ayuda"),
        ("respaldar", "--ayuda"),
        ("restaurar", "--ayuda"),
        ("diagnostico", "--ayuda"),
        (),
        ("sirvir",),
        ("exportar",),
        ("servir", "--puerto", "x"),
        ("servir", "--nada"),
    ],
    ids=" ".join,
)
def test_ni_la_ayuda_ni_los_errores_hablan_ingles(mesa, palabras: tuple[str, ...]) -> None:
    codigo, dicho = mesa(*palabras)

    assert codigo == (0 if "--ayuda" in palabras else 2)
    assert not INGLES.search(dicho.lower().replace("--help", ""))


def test_una_planilla_entra_como_mesa_nueva_y_sale_igual(mesa, tmp_path: Path) -> None:
    _crear(mesa)

    _, exportada = mesa("exportar", "cerro", "--formato", "xlsx")
    codigo, dicho = mesa("importar", "Cerro.xlsx", "--mesa", "Cerro")

    assert (tmp_path / "Cerro.xlsx").stat().st_size > 1000, exportada
    assert codigo == 0
    assert "34 iguales, 0 con error" in dicho


@pytest.mark.parametrize("formato", ["mesa", "csv", "graphml", "gexf", "svg", "xlsform"])
def test_una_mesa_sale_en_cada_formato(mesa, formato: str, tmp_path: Path) -> None:
    _crear(mesa)

    codigo, dicho = mesa("exportar", "Cerro", "--formato", formato, "--salida", "copia")

    assert codigo == 0, dicho
    assert (tmp_path / "copia").stat().st_size > 100


def test_un_archivo_mesa_se_trae_aparte_si_ya_estaba(mesa) -> None:
    _crear(mesa)
    mesa("exportar", "Cerro")

    codigo, dicho = mesa("importar", "Cerro.mesa")

    assert codigo == 0
    assert "«Cerro (traída)»" in dicho


def test_una_planilla_con_errores_no_entra_a_medias(mesa, tmp_path: Path) -> None:
    mala = tmp_path / "mala.csv"
    mala.write_text("Nombre;Sector;Influencia\nSERVIU;público;alta\n", encoding="utf-8")

    codigo, dicho = mesa("importar", "mala.csv", "--nombre", "X", "--comuna", "05101")

    assert codigo == 1
    assert "Fila 2, columna Influencia" in dicho
    assert "No se importó nada" in dicho


def test_lo_que_no_existe_se_dice_con_lo_que_hay(mesa) -> None:
    _crear(mesa)

    codigo, dicho = mesa("exportar", "Otra")

    assert codigo == 1
    assert "No hay una Mesa «Otra»" in dicho
    assert "«Cerro»" in dicho


def test_un_respaldo_vuelve(mesa, tmp_path: Path) -> None:
    _crear(mesa)
    mesa("respaldar", "copia.sqlite")
    _crear(mesa, "Después")

    codigo, _ = mesa("restaurar", "copia.sqlite", "--si")
    _, dicho = mesa("exportar", "Después")

    assert codigo == 0
    assert "No hay una Mesa «Después»" in dicho


def test_restaurar_algo_que_no_es_un_respaldo_no_toca_nada(mesa, tmp_path: Path) -> None:
    _crear(mesa)
    (tmp_path / "basura.sqlite").write_bytes(b"no soy una base" * 100)

    codigo, _ = mesa("restaurar", "basura.sqlite", "--si")
    sigue, _ = mesa("exportar", "Cerro", "--formato", "svg")

    assert (codigo, sigue) == (1, 0)


def test_el_diagnostico_abre_una_pagina_y_dice_que_todo_esta_en_orden(tmp_path: Path) -> None:
    entorno = {"MESAS_BD": str(tmp_path / "m.sqlite"), "HOME": str(tmp_path), "PATH": "/usr/bin"}
    orden = [str(Path(sys.executable).with_name("mesa")), "diagnostico"]

    salida = subprocess.run(orden, capture_output=True, text=True, env=entorno, check=False)

    assert salida.returncode == 0, salida.stdout
    assert "✔ El kit abre sus páginas" in salida.stdout


@pytest.mark.parametrize(("formato", "empieza"), [("pdf", b"%PDF"), ("word", b"PK")])
def test_la_guia_sale_entera_en_un_archivo(mesa, tmp_path, formato, empieza):
    codigo, dicho = mesa("guia", "--formato", formato, "--salida", str(tmp_path))

    (archivo,) = tmp_path.glob("La_guía*")
    assert codigo == 0 and archivo.name in dicho
    assert archivo.read_bytes().startswith(empieza)
