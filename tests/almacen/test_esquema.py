import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from almacen.congelar import CONGELADAS, archivo

from mesa_territorial.almacen import Almacen, esquema, restaurar, tablas

CAMBIOS = Path(__file__).parents[2] / "CHANGELOG.md"


def _publicadas(texto: str) -> list[str]:
    """Las versiones con título propio en el registro de cambios."""
    return re.findall(r"^## \[?v?(\d+\.\d+\.\d+)\b", texto, re.MULTILINE)


def _sin_congelar(texto: str) -> list[str]:
    return [version for version in _publicadas(texto) if not archivo(version).exists()]


def test_las_tablas_del_codigo_son_las_que_dejan_las_migraciones(almacen):
    with almacen._leyendo() as conexion:
        contexto = MigrationContext.configure(conexion, opts={"compare_type": True})

        assert compare_metadata(contexto, tablas.META) == []


def test_el_programa_conoce_la_ultima_revision():
    libreto = ScriptDirectory(
        str(esquema.MIGRACIONES), version_locations=[str(esquema.MIGRACIONES / "versiones")]
    )

    assert libreto.get_current_head() == tablas.ESQUEMA
    assert esquema._revisiones() == {r.revision for r in libreto.walk_revisions()}


def test_las_tablas_propias_son_estrictas(en_sqlite, tmp_path):
    with sqlite3.connect(tmp_path / "mesas.sqlite") as base:
        estrictas = {
            nombre for _, nombre, _, _, _, estricta in base.execute("PRAGMA table_list") if estricta
        }

    assert set(tablas.META.tables) <= estrictas


@pytest.mark.parametrize("congelada", sorted(CONGELADAS.glob("v*.sqlite")), ids=lambda c: c.stem)
def test_una_base_de_una_version_publicada_se_sube_y_se_lee(congelada, tmp_path):
    copia = tmp_path / "mesas.sqlite"
    shutil.copyfile(congelada, copia)

    with Almacen.abrir(copia) as almacen:
        registro = almacen.leer("aromos", autor="beto")

        assert almacen.revisar().esta_bien
        assert (registro.version, registro.mesa.actor("serviu").influencia) == (4, 4)
        assert almacen.rehacer("aromos", autor="beto").mesa.actor("muni").nota == "llamar"
        assert almacen.mesa_en("aromos", 1).actor("serviu").influencia == 3
        assert [r.clave for r in almacen.listar(papelera=True)] == ["botada"]
        assert [c.id for c in almacen.contactos("aromos")] == ["c1"]
        assert [r.evento for r in almacen.respuestas("ana")] == ["e-1"]
        assert almacen.preferencia("ana", "mapa") == {"color": "oscuro"}


@pytest.mark.parametrize("congelada", sorted(CONGELADAS.glob("v*.sqlite")), ids=lambda c: c.stem)
def test_un_respaldo_de_una_version_publicada_se_restaura(congelada, tmp_path):
    restaurar(congelada, tmp_path / "mesas.sqlite")

    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        assert almacen.version("aromos") == 4


def test_cada_version_publicada_tiene_su_base_congelada():
    texto = CAMBIOS.read_text("utf-8") if CAMBIOS.exists() else "## 0.1.0"

    assert _sin_congelar(texto) == []


def test_publicar_sin_congelar_se_nota():
    assert _sin_congelar("# Cambios\n\n## [99.0.0] – 2030-01-01\n\n## 0.1.0\n") == ["99.0.0"]
