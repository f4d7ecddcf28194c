import sqlite3
import threading

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


def test_el_respaldo_se_hace_mientras_se_escribe_y_queda_entero(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")
    basta = threading.Event()

    def escribir():
        valor = 0
        while not basta.is_set():
            valor += 1
            en_sqlite.cambiar("aromos", f"n {valor}", nota(f"{valor}"), autor="ana")

    hilo = threading.Thread(target=escribir)
    hilo.start()
    copias = [en_sqlite.respaldar(tmp_path / f"copia{n}.sqlite") for n in range(5)]
    basta.set()
    hilo.join()

    for copia in copias:
        with Almacen.abrir(copia) as respaldo:
            version = respaldo.version("aromos")
            assert respaldo.revisar().integra
            assert version == respaldo.historial("aromos", limite=1)[0].numero
            assert respaldo.leer("aromos").mesa == respaldo.mesa_en("aromos", version)


def test_un_respaldo_en_una_carpeta_lleva_la_fecha_y_es_solo_para_su_duenio(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")

    copia = en_sqlite.respaldar(tmp_path)

    assert copia.name.startswith("mesas-20261121-14000")
    assert copia.stat().st_mode & 0o777 == 0o600


def test_un_respaldo_no_pisa_la_base_ni_deja_restos_si_falla(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="en uso"):
        en_sqlite.respaldar(tmp_path / "mesas.sqlite")
    with pytest.raises(ReglaRota, match="No se puede escribir"):
        en_sqlite.respaldar(tmp_path / "no" / "existe.sqlite")

    assert list(tmp_path.glob(".*")) == []


def test_en_postgresql_se_explica_con_que_se_respalda(donde, almacen, tmp_path):
    if donde.startswith("postgresql"):
        with pytest.raises(ReglaRota, match="pg_dump"):
            almacen.respaldar(tmp_path / "x.sqlite")
    else:
        almacen.respaldar(tmp_path / "x.sqlite")
        assert (tmp_path / "x.sqlite").exists()


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


def test_la_salud_se_cuenta_en_palabras_llanas(almacen):
    almacen.crear(los_aromos(), autor="ana")

    salud = almacen.revisar()

    assert salud.esta_bien and salud.al_dia
    assert (salud.mesas, salud.en_papelera, salud.sucesos) == (1, 0, 1)
    assert "El archivo está íntegro." in salud.frases or "PostgreSQL" in salud.motor


def test_la_salud_avisa_de_un_archivo_daniado(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")
    for n in range(40):
        en_sqlite.cambiar("aromos", f"n{n}", nota("x" * 3000 + str(n)), autor="ana")
    with en_sqlite._motor.connect() as conexion:
        conexion.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    archivo = tmp_path / "mesas.sqlite"
    paginas = bytearray(archivo.read_bytes())
    paginas[-40960:] = b"\xa5" * 40960
    archivo.write_bytes(paginas)

    salud = en_sqlite.revisar()

    assert not salud.esta_bien
    assert any("dañado" in frase for frase in salud.frases)
