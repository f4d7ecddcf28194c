import sqlite3

import pytest
from almacen.mesas import influencia, los_aromos, nota

from mesa_territorial.almacen import Almacen, restaurar
from mesa_territorial.dominio.reglas import ReglaRota


@pytest.fixture
def respaldo(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")
    en_sqlite.cambiar("aromos", "subió", influencia(5), autor="ana")
    return en_sqlite.respaldar(tmp_path / "respaldo.sqlite")


def test_respaldar_y_restaurar_devuelve_lo_mismo_y_guarda_lo_que_habia(
    en_sqlite, respaldo, tmp_path
):
    en_sqlite.cambiar("aromos", "después", nota("se va a perder de vista"), autor="ana")
    en_sqlite.cerrar()

    restaurar(respaldo, tmp_path / "mesas.sqlite")

    with Almacen.abrir(tmp_path / "mesas.sqlite") as restaurado:
        assert restaurado.leer("aromos").mesa.actor("serviu").influencia == 5
        assert restaurado.version("aromos") == 2
    (anterior,) = tmp_path.glob("mesas.antes-de-restaurar-*.sqlite")
    with Almacen.abrir(anterior) as previo:
        assert previo.version("aromos") == 3


def test_se_restaura_en_una_maquina_nueva(respaldo, tmp_path):
    destino = tmp_path / "nueva" / "mesas.sqlite"

    restaurar(respaldo, destino)

    with Almacen.abrir(destino) as nuevo:
        assert nuevo.version("aromos") == 2
    assert [f.name for f in destino.parent.iterdir() if f.name != "mesas.sqlite"] == []


def _truncado(respaldo):
    respaldo.write_bytes(respaldo.read_bytes()[:-9000])


def _revuelto(respaldo):
    bytes_ = bytearray(respaldo.read_bytes())
    bytes_[4096:12288] = b"\xa5" * 8192
    respaldo.write_bytes(bytes_)


def _de_texto(respaldo):
    respaldo.write_text("Nombre;Sector\nSERVIU;Público\n")


def _vacio(respaldo):
    respaldo.write_bytes(b"")


def _de_otro_programa(respaldo):
    respaldo.unlink()
    with sqlite3.connect(respaldo) as otra:
        otra.execute("CREATE TABLE mesa (clave TEXT)")


def _con_disparador_ajeno(respaldo):
    with sqlite3.connect(respaldo) as base:
        base.execute("CREATE TRIGGER ajeno AFTER INSERT ON mesa BEGIN DELETE FROM respuesta; END")


def _con_documento_ilegible(respaldo):
    with sqlite3.connect(respaldo) as base:
        base.execute("UPDATE mesa SET documento = '{\"nombre\": 3}'")


def _mas_nuevo(respaldo):
    with sqlite3.connect(respaldo) as base:
        base.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("estropear", "frase"),
    [
        (_truncado, "dañado"),
        (_revuelto, "dañado"),
        (_de_texto, "no es un respaldo"),
        (_vacio, "no es un respaldo"),
        (_de_otro_programa, "otro programa"),
        (_con_disparador_ajeno, "no son de Mesas"),
        (_con_documento_ilegible, "dañado"),
        (_mas_nuevo, "más nueva"),
    ],
)
def test_un_respaldo_malo_se_rechaza_y_lo_que_habia_sigue_igual(
    en_sqlite, respaldo, tmp_path, estropear, frase
):
    en_sqlite.cambiar("aromos", "después", influencia(1), autor="ana")
    en_sqlite.cerrar()
    estropear(respaldo)

    with pytest.raises(ReglaRota, match=frase):
        restaurar(respaldo, tmp_path / "mesas.sqlite")

    with Almacen.abrir(tmp_path / "mesas.sqlite") as intacto:
        assert intacto.version("aromos") == 3
    sobras = {f.name for f in tmp_path.iterdir()} - {"mesas.sqlite", "respaldo.sqlite"}
    assert set() == sobras


def test_un_respaldo_que_no_existe_se_dice(tmp_path):
    with pytest.raises(ReglaRota, match="No se pudo leer"):
        restaurar(tmp_path / "nada.sqlite", tmp_path / "mesas.sqlite")


def test_no_se_restaura_sobre_una_base_abierta(en_sqlite, respaldo, tmp_path):
    en_sqlite.leer("aromos")

    with pytest.raises(ReglaRota, match="abiertas en otra ventana"):
        restaurar(respaldo, tmp_path / "mesas.sqlite")

    assert en_sqlite.version("aromos") == 2


def test_restaurar_sobre_una_base_daniada_es_posible(en_sqlite, respaldo, tmp_path):
    en_sqlite.cerrar()
    _de_texto(tmp_path / "mesas.sqlite")

    restaurar(respaldo, tmp_path / "mesas.sqlite")

    with Almacen.abrir(tmp_path / "mesas.sqlite") as restaurado:
        assert restaurado.version("aromos") == 2
