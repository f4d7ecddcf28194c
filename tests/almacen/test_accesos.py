"""Con persona, el almacén muestra sólo lo suyo, y lo ajeno se dice igual que lo que no existe."""

import inspect
from datetime import date

import pytest
from almacen.mesas import influencia, los_aromos

from mesa_territorial.almacen import Almacen, Autor, Contacto, Respuesta, accesos
from mesa_territorial.dominio.reglas import ReglaRota

ANA = Autor("Ana", "p-ana")
BETO = Autor("Beto", "p-beto")


def _contacto(mesa):
    return Contacto(
        id="c9",
        mesa=mesa,
        actor_id="serviu",
        cargo="Encargatura",
        correo="campamentos@serviu.example.cl",
        finalidad="Convocar",
        base="Dato público del cargo",
        caduca=date(2099, 1, 1),
    )


# Todo lo que recibe la clave de una Mesa, con lo demás que pide, y si escribe en ella.
CON_CLAVE = {
    "leer": (lambda a, c: a.leer(c), False),
    "version": (lambda a, c: a.version(c), False),
    "historial": (lambda a, c: a.historial(c), False),
    "parche_desde": (lambda a, c: a.parche_desde(c, 0), False),
    "mesa_en": (lambda a, c: a.mesa_en(c, 1), False),
    "presentes": (lambda a, c: a.presentes(c), False),
    "latir": (lambda a, c: a.latir(c, autor=BETO), False),
    "ausentarse": (lambda a, c: a.ausentarse(c, autor=BETO), False),
    "duplicar": (lambda a, c: a.duplicar(c, nueva_clave="x", nombre="X", autor=BETO), False),
    "contactos": (lambda a, c: a.contactos(c), False),
    "cambiar": (lambda a, c: a.cambiar(c, "subió", influencia(5), autor=BETO), True),
    "deshacer": (lambda a, c: a.deshacer(c, autor=BETO), True),
    "rehacer": (lambda a, c: a.rehacer(c, autor=BETO), True),
    "borrar": (lambda a, c: a.borrar(c, autor=BETO), True),
    "recuperar": (lambda a, c: a.recuperar(c, autor=BETO), True),
    "activar_contactos": (lambda a, c: a.activar_contactos(c), True),
    "agregar_contacto": (lambda a, c: a.agregar_contacto(_contacto(c)), True),
    "borrar_contacto": (lambda a, c: a.borrar_contacto(c, "c1"), True),
}
# Lo que es de una persona: sólo ella.
DE_PERSONA = {
    "respuestas": lambda a: a.respuestas("p-ana"),
    "anotar_respuesta": lambda a: a.anotar_respuesta(_respuesta("p-ana")),
    "preferencias": lambda a: a.preferencias("p-ana"),
    "preferencia": lambda a: a.preferencia("p-ana", "ultima_mesa"),
    "guardar_preferencia": lambda a: a.guardar_preferencia("p-ana", "ultima_mesa", "x"),
}
# Lo que abarca a todas las Mesas: sólo quien administra.
DEL_SERVIDOR = {
    "purgar": lambda a: a.purgar(),
    "a_nombre_de": lambda a: a.a_nombre_de("p-ana"),
    "acompanar": lambda a: a.acompanar("p-beto", "p-ana"),
    "acompanar_solo": lambda a: a.acompanar_solo("p-beto", "p-ana"),
    "revisar": lambda a: a.revisar(),
    "respaldar": lambda a: a.respaldar(None),
}
# Lo que no necesita permiso: da sólo lo propio, estrena una Mesa o no toca ninguna.
LIBRES = {"listar", "crear", "incorporar", "abrir", "cerrar", "persona"}


def _respuesta(persona):
    return Respuesta(
        evento="e-1",
        persona=persona,
        tema="mapa",
        item="sector",
        version_contenido="a",
        dada=[],
        correcta=None,
        puntaje=None,
        intento=1,
        pistas=0,
        rendida=False,
        cuando=None,
    )


@pytest.fixture
def de_ana(donde, reloj):
    """El almacén de Ana, con una Mesa suya que tiene historia y contactos."""
    with Almacen.abrir(donde, persona=ANA.persona, reloj=reloj) as almacen:
        almacen.crear(los_aromos(), autor=ANA)
        almacen.cambiar("aromos", "subió", influencia(4), autor=ANA)
        almacen.activar_contactos("aromos")
        yield almacen


@pytest.fixture
def de_beto(donde, reloj, de_ana):
    with Almacen.abrir(donde, persona=BETO.persona, reloj=reloj) as almacen:
        yield almacen


def _acompanar(almacen, persona, papel):
    with almacen._escribiendo() as conexion:
        accesos.dar(conexion, persona, "aromos", papel)


def test_ningun_metodo_publico_queda_sin_control():
    publicos = {n for n in dir(Almacen) if not n.startswith("_")}

    assert publicos == {*CON_CLAVE, *DE_PERSONA, *DEL_SERVIDOR, *(LIBRES - {"persona"})}


def test_todo_lo_que_recibe_una_clave_esta_en_la_lista():
    con_clave = {
        nombre
        for nombre, metodo in inspect.getmembers(Almacen, inspect.isfunction)
        if not nombre.startswith("_")
        and {"clave", "contacto"} & {*inspect.signature(metodo).parameters}
    }

    assert con_clave == {*CON_CLAVE}


@pytest.mark.parametrize("metodo", sorted(CON_CLAVE))
def test_una_mesa_ajena_se_dice_igual_que_una_que_no_existe(de_beto, metodo):
    usar, _ = CON_CLAVE[metodo]

    with pytest.raises(ReglaRota) as ajena:
        usar(de_beto, "aromos")
    with pytest.raises(ReglaRota) as ninguna:
        usar(de_beto, "no-existe")

    assert str(ajena.value) == str(ninguna.value) == accesos.NO_EXISTE


@pytest.mark.parametrize("metodo", sorted(CON_CLAVE))
def test_la_ajena_tampoco_se_adivina_en_la_papelera(de_ana, de_beto, metodo):
    de_ana.borrar("aromos", autor=ANA)

    with pytest.raises(ReglaRota) as ajena:
        CON_CLAVE[metodo][0](de_beto, "aromos")

    assert str(ajena.value) == accesos.NO_EXISTE


@pytest.mark.parametrize("metodo", sorted(CON_CLAVE))
def test_la_tutoria_lee_todo_y_no_cambia_nada(de_ana, de_beto, metodo):
    usar, escribe = CON_CLAVE[metodo]
    _acompanar(de_ana, BETO.persona, "tutoria")
    antes = de_ana.leer("aromos")

    if escribe:
        with pytest.raises(ReglaRota, match="puede mirarla"):
            usar(de_beto, "aromos")
    else:
        usar(de_beto, "aromos")

    assert de_ana.leer("aromos") == antes


def test_quien_acompana_a_una_persona_mira_todas_sus_mesas_y_solo_esas(de_ana, de_beto, almacen):
    de_ana.crear(los_aromos("otra"), autor=ANA)
    almacen.crear(los_aromos("de-nadie"), autor="consola")

    almacen.acompanar(BETO.persona, ANA.persona)

    assert {(r.clave, r.papel) for r in de_beto.listar()} == {
        ("aromos", "tutoria"),
        ("otra", "tutoria"),
    }
    assert {r.papel for r in de_ana.listar()} == {"duenia"}
    assert {r.clave for r in almacen.a_nombre_de(BETO.persona).listar()} == {"aromos", "otra"}
    assert {r.papel for r in almacen.listar()} == {""}


def test_quien_cambia_de_grupo_deja_de_mirar_las_mesas_del_anterior(de_ana, de_beto, almacen):
    almacen.a_nombre_de("p-ciro").crear(los_aromos("de-ciro"), autor=Autor("Ciro", "p-ciro"))
    de_beto.crear(los_aromos("suya"), autor=BETO)
    almacen.acompanar(BETO.persona, ANA.persona, "p-ciro")
    antes = {r.clave for r in de_beto.listar()}

    almacen.acompanar_solo(BETO.persona, "p-ciro")

    assert antes == {"aromos", "de-ciro", "suya"}
    assert {(r.clave, r.papel) for r in de_beto.listar()} == {
        ("de-ciro", "tutoria"),
        ("suya", "duenia"),
    }


def test_una_integrante_cambia_la_mesa_pero_no_la_elimina(de_ana, de_beto):
    _acompanar(de_ana, BETO.persona, "integrante")

    de_beto.cambiar("aromos", "subió", influencia(5), autor=BETO)
    with pytest.raises(ReglaRota, match="Sólo quien creó la Mesa"):
        de_beto.borrar("aromos", autor=BETO)

    assert de_ana.leer("aromos").mesa.actor("serviu").influencia == 5


@pytest.mark.parametrize("papel", ["integrante", "tutoria"])
def test_la_duenia_no_pierde_su_papel_por_sentarse_o_acompanar(de_ana, papel):
    _acompanar(de_ana, ANA.persona, papel)

    de_ana.borrar("aromos", autor=ANA)

    assert [r.clave for r in de_ana.listar(papelera=True)] == ["aromos"]


def test_cada_quien_lista_solo_lo_suyo(de_ana, de_beto, almacen):
    de_beto.crear(los_aromos("de-beto"), autor=BETO)
    almacen.crear(los_aromos("de-nadie"), autor="consola")

    assert [r.clave for r in de_ana.listar()] == ["aromos"]
    assert [r.clave for r in de_beto.listar()] == ["de-beto"]
    assert {r.clave for r in almacen.listar()} == {"aromos", "de-beto", "de-nadie"}


@pytest.mark.parametrize("metodo", sorted(DE_PERSONA))
def test_lo_que_es_de_otra_persona_no_se_lee_ni_se_escribe(de_beto, metodo):
    with pytest.raises(ReglaRota, match="de otra persona"):
        DE_PERSONA[metodo](de_beto)


@pytest.mark.parametrize("metodo", sorted(DEL_SERVIDOR))
def test_lo_que_abarca_a_todas_las_mesas_no_se_hace_a_nombre_de_una_persona(de_beto, metodo):
    with pytest.raises(ReglaRota, match="quien administra"):
        DEL_SERVIDOR[metodo](de_beto)


def test_quien_entra_a_nombre_de_una_persona_no_vuelve_a_entrar_sin_limites(de_beto):
    with pytest.raises(ReglaRota, match="quien administra"):
        de_beto.a_nombre_de(None)

    assert de_beto.a_nombre_de(BETO.persona).listar() == ()


def test_sin_persona_todo_se_puede_como_en_el_computador_propio(almacen):
    almacen.crear(los_aromos(), autor="ana")

    almacen.borrar("aromos", autor="beto")
    almacen.recuperar("aromos", autor="beto")

    assert almacen.leer("aromos").version == 1
    assert almacen.purgar() == 0
