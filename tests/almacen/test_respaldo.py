import threading

import pytest
from almacen.mesas import los_aromos, nota

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.reglas import ReglaRota


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
