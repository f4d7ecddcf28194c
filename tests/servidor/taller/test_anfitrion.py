"""Lo que hace quien facilita, sobre un padrón y un almacén de verdad."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from mesa_territorial.almacen import Almacen, Autor, Padron
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.acceso.porteria import Porteria
from mesa_territorial.servidor.estante import Estante
from mesa_territorial.servidor.taller.anfitrion import VACIA, Anfitrion
from mesa_territorial.servidor.taller.despedida import armar_copia

FACILITA = Autor("Quien facilita", "p-facilita")
AHORA = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def base(tmp_path):
    return tmp_path / "mesas.sqlite"


@pytest.fixture
def porteria(base):
    with Padron.abrir(base) as padron:
        una = Porteria(padron, b"s" * 32, reloj=lambda: datetime.now(UTC))
        una.abrir("Taller")
        yield una


@pytest.fixture
def anfitrion(base, porteria):
    estante, numeros = Estante(str(base)), itertools.count()
    yield Anfitrion(porteria, estante, crear_clave=lambda: f"m{next(numeros)}")
    estante.cerrar()


@pytest.fixture
def gente(porteria):
    return [porteria.entrar(porteria.codigo, f"Persona {n}", "ip").id for n in range(9)]


def _sentadas(porteria):
    return [p.grupo for p in porteria.padron.participantes(porteria.taller.id)]


def test_una_mesa_parte_de_un_caso_o_vacia(anfitrion, base):
    del_caso = anfitrion.formar("  Mesa  norte", "mesa_campanilla", "", autor=FACILITA)
    vacia = anfitrion.formar("Mesa sur", VACIA, "valparaiso", autor=FACILITA)

    with Almacen.abrir(base) as almacen:
        caso, nueva = almacen.leer(del_caso.mesa).mesa, almacen.leer(vacia.mesa).mesa
        (creada,) = almacen.historial(vacia.mesa)
    assert caso.nombre == "Mesa norte: Campamento Campanilla" and caso.ilustrativa
    assert (nueva.nombre, nueva.territorio.cut_comuna, nueva.actores) == ("Mesa sur", "05101", {})
    assert (creada.autor, creada.persona) == ("Quien facilita", "p-facilita")


@pytest.mark.parametrize(
    ("nombre", "base_", "comuna", "dice"),
    [
        (" ", VACIA, "Valparaíso", "Falta el nombre"),
        ("Norte", VACIA, "valpa", "nombre completo de la comuna"),
        ("Norte", VACIA, "", "nombre completo de la comuna"),
        ("Norte", "../otro", "", "No hay un caso"),
    ],
)
def test_una_mesa_mal_pedida_no_deja_nada_a_medias(
    anfitrion, porteria, nombre, base_, comuna, dice
):
    with pytest.raises(ReglaRota, match=dice):
        anfitrion.formar(nombre, base_, comuna, autor=FACILITA)

    assert porteria.padron.grupos(porteria.taller.id) == ()
    assert anfitrion._estante.almacen.listar() == ()


def test_dos_mesas_no_se_llaman_igual(anfitrion):
    anfitrion.formar("Norte", VACIA, "Arica", autor=FACILITA)

    with pytest.raises(ReglaRota, match="Ya hay una mesa"):
        anfitrion.formar("Norte ", VACIA, "Arica", autor=FACILITA)

    assert len(anfitrion._estante.almacen.listar()) == 1


def test_sentar_lleva_a_la_mesa_y_avisa_a_las_paginas(anfitrion, porteria, gente):
    grupo = anfitrion.formar("Norte", VACIA, "Arica", autor=FACILITA)
    antes = anfitrion.marca

    assert anfitrion.sentar(gente[:2], grupo.id) == 2

    assert _sentadas(porteria)[:3] == [grupo.id, grupo.id, None]
    assert anfitrion.marca > antes
    assert anfitrion.sentar(gente[:1], None) == 1
    assert _sentadas(porteria)[:2] == [None, grupo.id]


@pytest.mark.parametrize("elegidas", [[], ["nadie"]])
def test_sentar_a_nadie_se_dice(anfitrion, gente, elegidas):
    with pytest.raises(ReglaRota, match="Marque primero"):
        anfitrion.sentar(elegidas, None)


def test_repartir_sienta_solo_a_quienes_estan_de_pie(anfitrion, porteria, gente):
    primera = anfitrion.formar("Mesa 1", VACIA, "Arica", autor=FACILITA)
    anfitrion.sentar(gente[:1], primera.id)

    mesas = anfitrion.repartir(4, VACIA, "Arica", autor=FACILITA)

    sentadas = _sentadas(porteria)
    nombres = [g.nombre for g in porteria.padron.grupos(porteria.taller.id)]
    assert (mesas, nombres) == (2, ["Mesa 1", "Mesa 2", "Mesa 3"])
    assert sentadas[0] == primera.id and None not in sentadas
    with pytest.raises(ReglaRota, match="ya están sentadas"):
        anfitrion.repartir(4, VACIA, "Arica", autor=FACILITA)


@pytest.mark.parametrize("tamano", [0, 3, 7, 99])
def test_una_mesa_es_de_cuatro_a_seis(anfitrion, gente, tamano):
    with pytest.raises(ReglaRota, match="cuatro a seis"):
        anfitrion.repartir(tamano, VACIA, "Arica", autor=FACILITA)


def test_cerrar_deja_copia_y_borrar_no_deja_nada(anfitrion, porteria, gente, base):
    grupo = anfitrion.formar("Norte", "mesa_campanilla", "", autor=FACILITA)
    anfitrion.sentar(gente[:1], grupo.id)
    with pytest.raises(ReglaRota, match="Primero cierre"):
        anfitrion.borrar()

    anfitrion.cerrar()
    suyo = anfitrion._estante.almacen.a_nombre_de(gente[0])
    copias = [armar_copia(suyo, grupo.mesa, formato)[1] for formato in ("mesa", "xlsx")]
    idas = anfitrion.borrar()

    assert all(c.startswith(b"PK") for c in copias)
    assert (idas, porteria.persona(gente[0])) == (1, None)
    assert anfitrion._estante.almacen.listar() == ()


def test_una_copia_ajena_es_como_una_que_no_existe(anfitrion, porteria, gente):
    grupo = anfitrion.formar("Norte", VACIA, "Arica", autor=FACILITA)
    ajeno = anfitrion._estante.almacen.a_nombre_de(gente[0])

    with pytest.raises(ReglaRota, match="no existe o se eliminó"):
        armar_copia(ajeno, grupo.mesa, "mesa")


def test_quien_deja_la_pagina_de_conduccion_deja_de_contarse(anfitrion):
    anfitrion.ver_a("p1", AHORA)

    assert set(anfitrion.conducen(AHORA + timedelta(seconds=5))) == {"p1"}
    assert anfitrion.conducen(AHORA + timedelta(seconds=30)) == {}
