"""«Mi Mesa» sobre un almacén de verdad: crear, copiar, llevar, traer, borrar y recuperar."""

import base64

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.mesa import LARGO_NOMBRE
from mesa_territorial_widgets.apps.inicio import inicio
from mesa_territorial_widgets.apps.mi_mesa import mi_mesa
from mesa_territorial_widgets.componentes.mi_mesa import MiMesa
from mesa_territorial_widgets.componentes.tablero import Tablero
from mesa_territorial_widgets.contexto import Contexto, EstanteDeMesas

NUEVA = {"nombre": " Cerro Sur ", "lugar": "Cerro Sur", "cut": "05109", "nivel": "barrio"}


def abrir_pantalla(contexto) -> Pantalla:
    return Pantalla(MiMesa(EstanteDeMesas(contexto), autor=contexto.autor))


@pytest.fixture
def pantalla(ana):
    return abrir_pantalla(ana)


def nombres(pantalla) -> list[str]:
    return [m["nombre"] for m in pantalla.componente.mesas]


def test_crear_deja_la_mesa_abierta_y_a_la_vista(ana, pantalla):
    clave = pantalla.apretar("crear", **NUEVA)["datos"]

    ficha = next(m for m in pantalla.componente.mesas if m["clave"] == clave)
    assert ana.clave == clave
    assert (ficha["nombre"], ficha["comuna"], ficha["abierta"]) == (
        "Cerro Sur",
        "Viña del Mar",
        True,
    )


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"nombre": " "}, "La Mesa necesita un nombre"),
        ({"nombre": "x" * 201}, "admite 200 letras"),
        ({"cut": "99999"}, "No hay una comuna"),
        ({"cut": ""}, "No hay una comuna"),
        ({"nivel": "galaxia"}, "No se conoce el nivel"),
        ({"lugar": None}, "error"),
        ({"nombre": 5}, "error"),
    ],
)
def test_crear_con_un_dato_malo_se_dice_y_no_crea(pantalla, cambio, frase):
    respuesta = pantalla.apretar("crear", **{**NUEVA, **cambio})

    assert frase == "error" or frase in respuesta["error"]
    assert "error" in respuesta
    assert nombres(pantalla) == ["Los Aromos"]


def test_duplicar_hace_otra_mesa_que_se_cambia_aparte(ana, pantalla):
    pantalla.apretar("duplicar", clave="m1")
    copia = next(c for c in pantalla.componente.valor if c != "m1")

    ana.almacen.cambiar(copia, "x", lambda m: m.con(objetivo="otro"), autor="Ana")

    assert sorted(nombres(pantalla)) == ["Los Aromos", "Los Aromos (copia)"]
    assert ana.almacen.leer("m1").mesa.objetivo == ""


def test_una_mesa_de_nombre_larguisimo_tambien_se_duplica(pantalla):
    pantalla.apretar("renombrar", clave="m1", nombre="ñ" * LARGO_NOMBRE)

    assert "error" not in pantalla.apretar("duplicar", clave="m1")
    assert {len(n) for n in nombres(pantalla)} == {LARGO_NOMBRE}


def test_borrar_manda_a_la_papelera_con_fecha_y_recuperar_la_devuelve_igual(ana, pantalla):
    antes = ana.registro().mesa
    pantalla.apretar("borrar", clave="m1")

    (ficha,) = pantalla.componente.papelera
    assert (pantalla.componente.mesas, ana.clave) == ([], None)
    assert len(ficha["vence"]) == 10

    pantalla.apretar("recuperar", clave="m1")
    assert pantalla.componente.papelera == []
    assert ana.registro().mesa == antes


def test_renombrar_queda_en_la_historia_y_no_acepta_vacio(ana, pantalla):
    pantalla.apretar("renombrar", clave="m1", nombre=" Los Boldos ")

    assert nombres(pantalla) == ["Los Boldos"]
    assert ana.historial()[0].frase == "Cambió el nombre de la Mesa a «Los Boldos»"
    assert "necesita un nombre" in pantalla.apretar("renombrar", clave="m1", nombre=" ")["error"]


def _llevar(pantalla, clave="m1") -> str:
    return pantalla.apretar("exportar", clave=clave)["datos"]["base64"]


def test_lo_que_se_lleva_vuelve_identico_en_otro_equipo_con_su_historia(ana, pantalla, tmp_path):
    Pantalla(ana.pizarra).apretar("editar_actor", id="s", campos={"influencia": 4, "nota": "ñ"})
    archivo = _llevar(pantalla)

    with Almacen.abrir(tmp_path / "otro.sqlite") as otro:
        alla = Contexto(otro, persona="carla")
        abrir_pantalla(alla).apretar("importar", nombre="x.mesa", base64=archivo)
        traida = otro.leer("m1").mesa
        frases = [s.frase for s in otro.historial("m1")]

    assert traida == ana.pizarra.valor
    assert frases[1:] == [s.frase for s in ana.historial()]


def test_traer_donde_ya_esta_hace_una_mesa_aparte(ana, pantalla):
    pantalla.apretar("importar", nombre="x.mesa", base64=_llevar(pantalla))
    traida = next(c for c in pantalla.componente.valor if c != "m1")

    assert sorted(nombres(pantalla)) == ["Los Aromos", "Los Aromos (traída)"]
    assert ana.almacen.leer(traida).mesa.actores == ana.almacen.leer("m1").mesa.actores


@pytest.mark.parametrize("contenido", [b"", b"PK\x03\x04basura", b"x" * 3_000])
def test_un_archivo_danado_se_dice_y_no_entra(pantalla, contenido):
    codigo = base64.b64encode(contenido).decode()

    respuesta = pantalla.apretar("importar", nombre="x.mesa", base64=codigo)

    assert respuesta["error"] and "avise con el código" not in respuesta["error"]
    assert nombres(pantalla) == ["Los Aromos"]


def test_copiar_el_caso_deja_un_ensayo_ilustrativo(ana, pantalla):
    pantalla.apretar("copiar_caso")

    ficha = next(m for m in pantalla.componente.mesas if m["clave"] != "m1")
    assert ficha["nombre"].endswith("(ensayo)")
    assert (ficha["actores"], ficha["ilustrativa"]) == (34, True)


@pytest.mark.parametrize("orden", ["duplicar", "borrar", "recuperar", "exportar"])
def test_pedir_algo_de_una_mesa_que_no_existe_se_dice(pantalla, orden):
    respuesta = pantalla.apretar(orden, clave="nada")

    assert respuesta["error"] and "avise con el código" not in respuesta["error"]


# ---- Las páginas


def test_la_portada_muestra_la_mesa_abierta_y_la_ruta(ana):
    portada = inicio(ana)

    assert portada.mesa["nombre"] == "Los Aromos"
    assert [t["numero"] for t in portada.temas] == list(range(1, len(portada.temas) + 1))


def test_la_portada_sin_mesa_tambien_abre(abrir):
    assert inicio(abrir("nueva")).mesa == {}


def test_mi_mesa_suma_el_historial_cuando_hay_una_abierta(ana, abrir):
    con_mesa = mi_mesa(ana)

    assert isinstance(con_mesa, Tablero)
    assert con_mesa.zonas["abajo"][0]["titulo"] == "Historial de Los Aromos"
    assert isinstance(mi_mesa(abrir("nueva")), MiMesa)
