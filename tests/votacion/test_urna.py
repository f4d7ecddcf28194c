"""La urna guarda lo que recibe una sola vez, lo cuenta bien y no sabe de quién es."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from votacion.sala import opciones

from mesa_territorial.almacen.urna import Envio, Motivo, Urna, lugar_de_la_urna
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Marca, Papeleta


class Reloj:
    ahora = datetime(2026, 11, 21, 15, 0, 42, tzinfo=UTC)

    def __call__(self):
        return self.ahora


@pytest.fixture
def reloj():
    return Reloj()


@pytest.fixture
def urna(tmp_path, reloj):
    with Urna.abrir(tmp_path / "votos.sqlite", reloj=reloj) as una:
        yield una


@pytest.fixture
def v(urna):
    nueva = Votacion(id="v", tipo=TipoConsulta.ACTORES, titulo="x", opciones=opciones(3), mesa="m")
    urna.crear(nueva)
    return urna.abrir_ronda("v")


def envio(ficha="f1", opcion="a0", influencia=3.0, **campos) -> Envio:
    marcas = (Marca(opcion=opcion, influencia=influencia, interes=2.0),)
    return Envio(**{"votacion": "v", "ronda": 1, "ficha": ficha, "marcas": marcas, **campos})


def notas(urna, ronda=1):
    return {(x.ficha, x.opcion): x.influencia for x in urna.resultados("v", ronda)}


def test_una_votacion_se_encuentra_por_id_por_codigo_y_por_mesa(urna, v):
    assert urna.votacion("v") == v
    assert urna.votacion(f" {v.codigo.lower()}") == v
    assert urna.listar("m") == (v,) and urna.listar("otra") == () and urna.listar() == (v,)


def test_el_id_de_una_votacion_no_sirve_de_codigo_a_quien_llega_de_afuera(urna, v):
    assert urna.votacion_de_codigo(v.codigo) == v
    with pytest.raises(ReglaRota, match="no existe"):
        urna.votacion_de_codigo("v")


def test_dos_votaciones_vivas_no_comparten_codigo_y_cerrada_lo_libera(urna, v):
    otra = Votacion(id="w", tipo=v.tipo, titulo="x", opciones=v.opciones, codigo=v.codigo)

    with pytest.raises(ReglaRota, match="ya está en uso"):
        urna.crear(otra)
    urna.cerrar("v")

    assert urna.crear(otra).codigo == v.codigo
    assert urna.votacion(v.codigo).id == "w"


def test_repetir_un_envio_no_cambia_nada(urna, v):
    primero = urna.votar_lote([envio(orden=1)])
    marca = urna.cambios_desde("v", 1).marca
    segundo = urna.votar_lote([envio(orden=1)])

    assert [a.esta_guardado for a in primero + segundo] == [True, True]
    assert notas(urna) == {("f1", "a0"): 3.0}
    assert urna.cambios_desde("v", 1, marca).votos == ()


def test_un_envio_que_llega_tarde_no_pisa_al_posterior(urna, v):
    urna.votar_lote([envio(influencia=5.0, orden=7)])
    (tarde,) = urna.votar_lote([envio(influencia=1.0, orden=6)])

    assert tarde.esta_guardado and tarde.orden == 7
    assert notas(urna) == {("f1", "a0"): 5.0}


def test_en_un_lote_lo_malo_no_arrastra_a_lo_bueno(urna, v):
    acuses = urna.votar_lote(
        [envio("f1"), envio("f2", "zz"), envio("f3", influencia=9.0), envio("f4", ronda=2)]
    )

    assert [a.motivo for a in acuses] == [
        None,
        Motivo.NO_VALE,
        Motivo.NO_VALE,
        Motivo.FUERA_DE_RONDA,
    ]
    assert set(notas(urna)) == {("f1", "a0")}


@pytest.mark.parametrize("paso", ["revelar", "cerrar"])
def test_una_ronda_que_no_esta_abierta_no_recibe(urna, v, paso):
    urna.votar_lote([envio()])
    getattr(urna, paso)("v")
    (acuse,) = urna.votar_lote([envio("f2")])

    assert acuse.motivo is Motivo.FUERA_DE_RONDA and "ya no recibe" in acuse.frase
    assert set(notas(urna)) == {("f1", "a0")}


def test_cada_ronda_guarda_lo_suyo(urna, v):
    urna.votar_lote([envio(influencia=1.0)])
    urna.revelar("v")
    urna.conversar("v")
    urna.segunda_ronda("v")
    urna.votar_lote([envio(influencia=5.0, ronda=2)])

    assert (notas(urna, 1), notas(urna, 2)) == ({("f1", "a0"): 1.0}, {("f1", "a0"): 5.0})


def test_se_lee_solo_lo_nuevo_tambien_lo_retirado(urna, v):
    urna.votar_lote([envio("f1"), envio("f2")])
    primera = urna.cambios_desde("v", 1)
    sin_nada = urna.cambios_desde("v", 1, primera.marca)
    blanco = Envio(votacion="v", ronda=1, ficha="f2", marcas=(Marca(opcion="a0"),))
    urna.votar_lote([blanco])
    segunda = urna.cambios_desde("v", 1, primera.marca)

    assert len(primera.votos) == 2 and sin_nada is None
    assert [(x.ficha, x.esta_en_blanco) for x in segunda.votos] == [("f2", True)]
    assert set(notas(urna)) == {("f1", "a0")}
    assert urna.conteo("v", 1).votantes == 1


def test_revelar_tambien_es_una_novedad(urna, v):
    marca = urna.marca("v")
    urna.revelar("v")

    assert urna.cambios_desde("v", 1, marca).votacion.ronda.esta_a_la_vista


def test_decir_el_sector_despues_alcanza_a_lo_ya_votado(urna, v):
    urna.votar_lote([envio(), envio(opcion="a1")])
    marca = urna.marca("v")
    solo_sector = Envio(
        votacion="v", ronda=1, ficha="f1", marcas=(), sector=Sector.ACADEMIA, orden=9
    )
    urna.votar_lote([solo_sector])

    assert {x.sector for x in urna.resultados("v", 1)} == {Sector.ACADEMIA}
    assert len(urna.cambios_desde("v", 1, marca).votos) == 2


def test_la_hora_se_guarda_al_minuto(urna, v, reloj):
    urna.votar_lote([envio()])

    (voto,) = urna.resultados("v", 1)
    assert voto.cuando == reloj.ahora.replace(second=0)


def test_las_papeletas_se_cargan_dos_veces_y_quedan_una(urna, v):
    def papel(n, nota):
        marca = Marca(opcion="a0", influencia=nota)
        return Papeleta(testigo=n, marcas=(marca,), sector=Sector.PUBLICO)

    urna.cargar_papeletas("v", 1, [papel("001", 3.0), papel("002", 4.0)])
    carga = urna.cargar_papeletas(
        "v", 1, [papel("papel-001", 5.0), papel("002", 4.0), papel("2", 9.0), papel("002", 1.0)]
    )

    assert carga.guardadas == 2
    assert [(e.fila, e.testigo) for e in carga.errores] == [(3, "2"), (4, "002")]
    assert notas(urna) == {("papel-001", "a0"): 5.0, ("papel-002", "a0"): 4.0}


def test_una_papeleta_corregida_pierde_lo_que_ya_no_dice(urna, v):
    dos = (Marca(opcion="a0", influencia=1), Marca(opcion="a1", influencia=2))
    urna.cargar_papeletas("v", 1, [Papeleta(testigo="1", marcas=dos)])
    urna.cargar_papeletas("v", 1, [Papeleta(testigo="1", marcas=dos[:1])])

    assert notas(urna) == {("papel-1", "a0"): 1.0}


def test_las_papeletas_de_una_ronda_cerrada_no_se_cambian(urna, v):
    urna.cerrar("v")

    with pytest.raises(ReglaRota, match="ya se cerró"):
        urna.cargar_papeletas("v", 1, [])
    with pytest.raises(ReglaRota, match="todavía no se abre"):
        urna.cargar_papeletas("v", 2, [])


def test_quien_atiende_se_anuncia_y_si_calla_se_lo_da_por_caido(urna, v, reloj):
    antes = (urna.direccion(), urna.direccion_de(v), urna.esta_atendida())
    urna.anunciar("http://127.0.0.1:1")
    despues = (urna.direccion_de(v), urna.esta_atendida())
    reloj.ahora += timedelta(seconds=16)

    assert antes == ("", "", False)
    assert despues == (f"http://127.0.0.1:1/v/{v.codigo}", True)
    assert not urna.esta_atendida()


def test_en_la_urna_no_hay_donde_anotar_a_una_persona(urna, v):
    with closing(sqlite3.connect(urna.ruta)) as directa:
        tablas = [f[0] for f in directa.execute("SELECT name FROM sqlite_schema WHERE sql <> ''")]
        columnas = {f[1] for t in tablas for f in directa.execute(f"PRAGMA table_info({t})")}

    assert not columnas & {"persona", "nombre", "alias", "ip", "direccion_ip", "agente", "correo"}


def test_varios_hilos_y_dos_procesos_de_urna_no_se_pierden_nada(urna, v):
    otra = Urna.abrir(urna.ruta)

    def votar(cual, quien):
        for n in range(20):
            cual.votar_lote([envio(f"{quien}-{n}")])

    hilos = [threading.Thread(target=votar, args=(u, q)) for u, q in ((urna, "x"), (otra, "y"))]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    otra.soltar()

    assert urna.conteo("v", 1).votantes == 40


def test_un_archivo_ajeno_no_se_abre_ni_se_toca(tmp_path):
    ajeno = tmp_path / "ajeno.sqlite"
    with closing(sqlite3.connect(ajeno)) as directa:
        directa.execute("CREATE TABLE cosa (x)")
    texto = tmp_path / "texto.sqlite"
    texto.write_text("no soy una base " * 100)

    for malo in (ajeno, texto):
        with pytest.raises(ReglaRota, match="no es una urna"):
            Urna.abrir(malo)


def test_una_urna_de_una_version_mas_nueva_pide_actualizar(tmp_path):
    Urna.abrir(tmp_path / "votos.sqlite").soltar()
    with closing(sqlite3.connect(tmp_path / "votos.sqlite")) as directa:
        directa.execute("PRAGMA user_version=2")

    with pytest.raises(ReglaRota, match="más nueva"):
        Urna.abrir(tmp_path / "votos.sqlite")


def test_la_urna_se_copia_en_uso(urna, v, tmp_path):
    urna.votar_lote([envio()])
    urna.copiar(tmp_path / "copia.sqlite")

    with Urna.abrir(tmp_path / "copia.sqlite") as copia:
        assert copia.resultados("v", 1) == urna.resultados("v", 1)


def test_la_urna_queda_junto_a_las_mesas_si_no_se_dice_otra_cosa(tmp_path, monkeypatch):
    monkeypatch.delenv("MESA_VOTOS", raising=False)
    junto = lugar_de_la_urna(tmp_path / "mesas.sqlite")
    lejos = lugar_de_la_urna("postgresql://mesas")
    monkeypatch.setenv("MESA_VOTOS", str(tmp_path / "otra.sqlite"))

    assert junto == tmp_path / "votos.sqlite"
    assert lejos.name == "votos.sqlite"
    assert lugar_de_la_urna("x") == tmp_path / "otra.sqlite"
