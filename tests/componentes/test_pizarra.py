"""La pizarra: una sola Mesa para todas las piezas, y cada cambio viaja como parche."""

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import aplicar
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

SERVIU = Actor(id="s", nombre="SERVIU", sector=Sector.PUBLICO)
MESA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101")).con_actor(
    SERVIU
)
JUNTA = {"id": "j", "nombre": "Junta de Vecinos", "sector": "sociedad_civil"}


@pytest.fixture
def pantalla():
    return Pantalla(Pizarra(MESA))


def test_una_orden_cambia_la_mesa_y_la_pantalla_recibe_solo_lo_que_cambio(pantalla):
    antes = a_documento(MESA)

    respuesta = pantalla.apretar("editar_actor", id="s", campos={"influencia": 4})

    (parche,) = pantalla.parches
    assert respuesta["datos"] is None
    assert parche == [{"ruta": ["actores", "s", "influencia"], "antes": None, "despues": 4.0}]
    assert aplicar(antes, parche) == a_documento(pantalla.componente.valor)


def test_el_documento_entero_no_vuelve_a_viajar(pantalla):
    enviados = []
    pantalla.componente.send_state = lambda key=None: enviados.append(key)

    pantalla.apretar("agregar_actor", **JUNTA)

    assert not [e for e in enviados if e and "mesa" in e]
    assert pantalla.componente.mesa == a_documento(pantalla.componente.valor)


def test_una_regla_rota_no_cambia_nada(pantalla):
    respuesta = pantalla.apretar("editar_actor", id="s", campos={"influencia": 9})

    assert respuesta["error"].startswith("La influencia va de 1 a 5")
    assert (pantalla.componente.valor, pantalla.parches) == (MESA, [])


def test_deshacer_y_rehacer_vuelven_y_avanzan(pantalla):
    pizarra = pantalla.componente
    pantalla.apretar("agregar_actor", **JUNTA)
    con_junta = pizarra.valor

    pantalla.apretar("deshacer")
    assert (pizarra.valor, pizarra.guardado["rehacer"]) == (MESA, True)

    pantalla.apretar("rehacer")
    assert (pizarra.valor, pizarra.guardado["deshacer"]) == (con_junta, True)


def test_deshacer_sin_nada_que_deshacer_no_falla(pantalla):
    assert "error" not in pantalla.apretar("deshacer")
    assert pantalla.componente.valor == MESA


def test_un_cambio_nuevo_borra_lo_que_se_podia_rehacer(pantalla):
    pantalla.apretar("agregar_actor", **JUNTA)
    pantalla.apretar("deshacer")
    pantalla.apretar("editar_actor", id="s", campos={"nota": "x"})

    assert not pantalla.componente.guardado["rehacer"]


def test_un_cambio_que_deja_todo_igual_no_gasta_un_deshacer(pantalla):
    pantalla.apretar("editar_actor", id="s", campos={"nombre": "SERVIU"})

    assert not pantalla.componente.guardado["deshacer"]


def test_lo_guardado_se_anuncia_con_su_frase(pantalla):
    pantalla.apretar("agregar_actor", **JUNTA)

    guardado = pantalla.componente.guardado
    assert guardado["frase"] == "Agregó a Junta de Vecinos"
    assert (guardado["nombre"], guardado["clave"], guardado["ejemplo"]) == ("Los Aromos", "m", True)


def test_en_solo_lectura_se_mira_y_no_se_cambia(pantalla):
    pantalla.componente.solo_lectura = True
    pantalla.componente.extras["exportar"] = lambda formato: formato

    assert "no se puede cambiar" in pantalla.apretar("agregar_actor", **JUNTA)["error"]
    assert "no se puede cambiar" in pantalla.apretar("deshacer")["error"]
    assert pantalla.apretar("exportar", formato="csv")["datos"] == "csv"


@pytest.mark.parametrize(
    "orden", ["mostrar", "ordenar", "__init__", "mensaje", "anunciar", "_guardar", "preparar"]
)
def test_un_metodo_de_la_pizarra_no_es_una_orden(pantalla, orden):
    assert pantalla.apretar(orden)["error"] == f"Este paso no existe: «{orden}»."


@pytest.mark.parametrize("datos", [[], None, "x", {"id": None}, {"campos": []}, {"de_mas": 1}])
def test_un_mensaje_malformado_recibe_su_frase(pantalla, datos):
    mensaje = {"pedido": 1, "orden": "editar_actor", "datos": datos}

    (respuesta,) = pantalla.mandar(mensaje)

    assert respuesta["error"]
    assert pantalla.componente.valor == MESA


def test_quien_guarda_recibe_la_frase_y_si_se_insiste():
    vistos = []

    def guardar(frase, transicion, *, insistir):
        vistos.append((frase, insistir))
        return transicion(MESA)

    pantalla = Pantalla(Pizarra(MESA, guardar=guardar))
    pantalla.apretar("agregar_actor", **JUNTA)
    pantalla.apretar("agregar_actor", **JUNTA, insistir=True)

    assert vistos == [("Agregó a Junta de Vecinos", False), ("Agregó a Junta de Vecinos", True)]


def test_si_no_se_pudo_guardar_la_pantalla_sigue_como_estaba(caplog):
    def guardar(*_, **__):
        raise OSError("se desenchufó el disco")

    pantalla = Pantalla(Pizarra(MESA, guardar=guardar))

    respuesta = pantalla.apretar("agregar_actor", **JUNTA)

    assert "avise con el código" in respuesta["error"]
    assert (pantalla.componente.valor, pantalla.parches) == (MESA, [])
    assert "se desenchufó" in caplog.text


def test_una_pieza_acepta_una_mesa_suelta_o_una_pizarra():
    class Pieza(ComponenteDePizarra):
        modulo = "mapa"

    pizarra = Pizarra(MESA)

    assert Pieza(pizarra).pizarra is pizarra
    assert Pieza(MESA).valor == MESA
