import sqlite3
import subprocess
import sys

import pytest
from almacen.mesas import influencia, los_aromos

from mesa_territorial.almacen import Almacen, FallaDeAlmacen, motor
from mesa_territorial.dominio.reglas import ReglaRota


def test_un_archivo_que_no_es_una_base_se_rechaza_sin_tocarlo(tmp_path):
    planilla = tmp_path / "actores.csv"
    planilla.write_text("Nombre;Sector\n")

    with pytest.raises(ReglaRota, match="no es una base de Mesas"):
        Almacen.abrir(planilla)

    assert planilla.read_text() == "Nombre;Sector\n"


def test_la_base_de_otro_programa_se_rechaza_sin_tocarla(tmp_path):
    ajena = tmp_path / "ajena.sqlite"
    with sqlite3.connect(ajena) as base:
        base.execute("CREATE TABLE cosas (x)")

    with pytest.raises(ReglaRota, match="otro programa"):
        Almacen.abrir(ajena)

    with sqlite3.connect(ajena) as base:
        assert base.execute("SELECT name FROM sqlite_master").fetchall() == [("cosas",)]


def test_una_base_mas_nueva_que_el_programa_se_explica(en_sqlite, tmp_path):
    en_sqlite.cerrar()
    with sqlite3.connect(tmp_path / "mesas.sqlite") as base:
        base.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(ReglaRota, match="más nueva"):
        Almacen.abrir(tmp_path / "mesas.sqlite")


def test_un_archivo_truncado_se_rechaza(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")
    en_sqlite.cerrar()
    archivo = tmp_path / "mesas.sqlite"
    archivo.write_bytes(archivo.read_bytes()[:6000])

    with pytest.raises(FallaDeAlmacen, match="dañado"):
        Almacen.abrir(archivo)


def test_una_carpeta_imposible_se_dice(tmp_path):
    (tmp_path / "archivo").write_text("x")

    with pytest.raises(ReglaRota, match="No se pudo abrir"):
        Almacen.abrir(tmp_path / "archivo" / "mesas.sqlite")


def test_una_direccion_que_no_es_de_las_nuestras_se_dice():
    with pytest.raises(ReglaRota, match="SQLite o en una base PostgreSQL"):
        Almacen.abrir("mysql://x@y/z")


def test_un_postgresql_apagado_se_dice(tmp_path):
    with pytest.raises(FallaDeAlmacen, match="No hay conexión"):
        Almacen.abrir(f"postgresql://mesa@/postgres?host={tmp_path}")


def test_una_base_ocupada_lo_dice_y_no_guarda_a_medias(tmp_path, monkeypatch):
    monkeypatch.setattr(motor, "_PRAGMAS", ("busy_timeout=50", *motor._PRAGMAS[1:]))
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        almacen.crear(los_aromos(), autor="ana")
        with sqlite3.connect(tmp_path / "mesas.sqlite", isolation_level=None) as otro:
            otro.execute("BEGIN IMMEDIATE")

            with pytest.raises(FallaDeAlmacen, match="ocupado"):
                almacen.cambiar("aromos", "subió", influencia(5), autor="ana")

            otro.execute("ROLLBACK")
        assert almacen.version("aromos") == 1
        assert almacen.cambiar("aromos", "subió", influencia(5), autor="ana").version == 2


def test_un_disco_lleno_lo_dice_y_lo_anterior_sigue_a_salvo(tmp_path, monkeypatch):
    archivo = tmp_path / "mesas.sqlite"
    with Almacen.abrir(archivo) as almacen:
        almacen.crear(los_aromos(), autor="ana")
    tope = ("max_page_count=40",)
    monkeypatch.setattr(motor, "_PRAGMAS", (*motor._PRAGMAS, *tope))
    with Almacen.abrir(archivo) as almacen:

        def escribir_mucho():
            for n in range(50):
                objetivo = f"{n}" * 9000
                almacen.cambiar(
                    "aromos", f"n {n}", lambda m, o=objetivo: m.con(objetivo=o), autor="ana"
                )

        with pytest.raises(FallaDeAlmacen, match="No queda espacio"):
            escribir_mucho()

        ultimo = almacen.version("aromos")
        assert almacen.leer("aromos").mesa == almacen.mesa_en("aromos", ultimo)
        assert almacen.revisar().integra


def test_un_archivo_protegido_lo_dice(tmp_path, monkeypatch):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        almacen.crear(los_aromos(), autor="ana")
    monkeypatch.setattr(motor, "_PRAGMAS", (*motor._PRAGMAS, "query_only=ON"))

    with (
        Almacen.abrir(tmp_path / "mesas.sqlite") as almacen,
        pytest.raises(FallaDeAlmacen, match="protegido contra escritura"),
    ):
        almacen.cambiar("aromos", "subió", influencia(5), autor="ana")


def test_la_base_nace_privada(tmp_path):
    with Almacen.abrir(tmp_path / "mesas" / "mesas.sqlite") as almacen:
        almacen.crear(los_aromos(), autor="ana")
        modos = {f.name: f.stat().st_mode & 0o777 for f in (tmp_path / "mesas").iterdir()}

    assert (tmp_path / "mesas").stat().st_mode & 0o777 == 0o700
    assert {0o600} == set(modos.values())
    assert "mesas.sqlite-wal" in modos


def test_abrir_una_base_al_dia_no_carga_alembic(en_sqlite, tmp_path):
    en_sqlite.cerrar()
    programa = (
        "import sys; from mesa_territorial.almacen import Almacen; "
        "Almacen.abrir(sys.argv[1]).cerrar(); sys.exit('alembic' in sys.modules)"
    )

    hecho = subprocess.run([sys.executable, "-c", programa, tmp_path / "mesas.sqlite"], check=False)

    assert hecho.returncode == 0
