"""El tema 06, Estrategia de género: lo que el equipo se lleva."""

import base64
from datetime import date

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.genero import MedidaDeGenero
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.esquemas.genero import CONDICIONES, ESTRATEGIA, PLANIFICADO
from mesa_territorial.formacion.temas import buscar_tema
from mesa_territorial.graficos.genero import filas_de_participacion, grafico_de_participacion
from mesa_territorial_widgets.componentes import genero_en_pantalla as dice
from mesa_territorial_widgets.componentes.cuestionario import Cuestionario
from mesa_territorial_widgets.componentes.genero_escalas import ESCALAS
from mesa_territorial_widgets.componentes.genero_para_llevar import entrega_de_genero
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.lente_de_genero import lente_de_genero
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import trabajar
from mesa_territorial_widgets.temas import estrategia_de_genero as tema

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


def test_el_tema_esta_en_la_ruta():
    assert buscar_tema("estrategia_de_genero").clave == tema.CLAVE


def test_explorar_abre_el_recorrido(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        recorrido = tema.explorar(Contexto(almacen, persona="ana"))

    assert recorrido.valor == (0, [])


def test_aplicar_sin_mesa_invita_a_crear_una(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        pantalla = tema.aplicar(Contexto(almacen, persona="ana"))

    assert isinstance(pantalla, Invitacion)


@pytest.mark.parametrize("mesa", [CAMPANILLA, VACIA], ids=["campanilla", "vacia"])
def test_el_tablero_se_arma_y_tiene_siete_vistas(mesa):
    zonas = tema._armar(Pizarra(mesa))

    assert len(zonas["lienzo"]) == 7
    assert isinstance(zonas["lienzo"][0].componente, Cuestionario)


def test_gen_y_gres_se_preguntan_en_vistas_distintas():
    claves = [c["clave"] for c in ESTRATEGIA.para_pantalla()["campos"]]
    aparte = [c.clave for c in PLANIFICADO.campos]

    assert aparte == ["gen", "gen_razon"]
    assert [c.clave for c in CONDICIONES.campos] + aparte == claves
    assert [b.titulo.split(":")[0] for b in ESCALAS] == ["GRES", "GEN", "Longwe"]
    assert [len(b.cuadro.filas) for b in ESCALAS] == [5, 4, 5]


def test_responder_cambia_lo_que_se_dice_y_las_medidas_que_se_proponen():
    pizarra = Pizarra(VACIA)
    medidas = tema._medidas(pizarra)
    todas = len(medidas.sugerencias)

    Pantalla(pizarra).apretar("responder_genero", id="horario", pregunta="¿…?", respuesta="no")

    assert todas == 18
    assert [s["campos"]["etapa"] for s in medidas.sugerencias] == ["convocatoria"]


def test_una_medida_vencida_o_sin_dueno_lo_dice():
    vieja = MedidaDeGenero(id="m", medida="x", fecha="2026-01-01")
    genero = VACIA.con(genero=CAMPANILLA.genero.__class__(medidas={"m": vieja})).genero

    (dichos,) = dice.decir_de_medidas(genero, date(2026, 3, 1)).values()

    assert [d["texto"] for d in dichos] == ["Nadie responde por ella.", "Su fecha ya pasó."]


def test_la_columna_de_razones_nunca_llama_responsivo_a_la_presencia():
    resultado, voces, medidas = dice.leer_estrategia(CAMPANILLA)

    assert "a lo más, para «dirigido»" in resultado.veredicto
    assert all(f.tono == "alerta" for f in resultado.frases if "responsivo" in f.texto)
    assert [f[3] for f in voces.cuadro.filas] == ["0,75", "0,83", "0,97"]
    assert medidas.veredicto == "5 de 10 cumplidas."


def test_el_lente_no_calcula_hasta_que_se_abre_y_despues_sigue_a_la_mesa():
    pizarra = Pizarra(VACIA)
    pieza = lente_de_genero(pizarra, "03_mapa_de_actores")

    assert pieza.componente.hijo is None
    Pantalla(pieza.componente).apretar("abrir")
    razones = pieza.componente.hijo
    antes = razones.bloques
    ficha = {"id": "a1", "nombre": "Olla común", "sector": "sociedad_civil"}
    Pantalla(pizarra).apretar("agregar_actor", **ficha)
    despues = razones.bloques
    Pantalla(pizarra).apretar("mover", lugares={"a1": [3, 4]})

    assert antes != despues
    assert razones.bloques is despues


def test_un_lente_que_no_existe_se_explica_al_abrirlo():
    pieza = lente_de_genero(Pizarra(VACIA), "12_otra")

    Pantalla(pieza.componente).apretar("abrir")

    assert "Todavía no hay un lente" in pieza.componente.falla


@pytest.mark.parametrize(
    ("clave", "formato", "inicio"),
    [("estrategia", "Word", b"PK"), ("estrategia", "PDF", b"%PDF"), ("medidas", "Excel", b"PK")],
)
def test_los_documentos_bajan(clave, formato, inicio):
    entrega = Pantalla(entrega_de_genero(Pizarra(CAMPANILLA)))

    archivo = entrega.apretar("bajar", clave=clave, formato=formato)["datos"]

    assert base64.b64decode(archivo["base64"]).startswith(inicio)
    assert archivo["nombre"].startswith("Campamento_Campanilla")


def test_el_grafico_no_dibuja_porcentajes_de_menos_de_diez_casos():
    filas = filas_de_participacion(CAMPANILLA)
    pocos = [f for f in filas if f["parte"] is None]

    assert {f["cuenta"] for f in pocos} == {"2 de 4", "3 de 7", "1 de 5"}
    assert "filas" in str(grafico_de_participacion()["data"])


@pytest.mark.parametrize(
    ("clave", "lleva"),
    [
        ("01_que_es_una_mesa", ["genero", "historial"]),
        ("02_territorio_y_escala", ["genero", "historial"]),
        ("04_priorizacion", ["genero", "historial"]),
        ("juego_de_actores", ["genero", "historial"]),
        ("06_estrategia_de_genero", ["historial"]),
        ("12_sostenibilidad_y_transferencia", ["historial"]),
    ],
)
def test_todo_tema_con_lente_lo_lleva_sin_pedirlo(tmp_path, clave, lleva):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        contexto = Contexto(almacen, persona="ana")
        contexto.crear(VACIA)
        tablero = trabajar(contexto, clave, lambda _: {"lienzo": []})

    assert [p["clave"] for p in tablero.zonas["abajo"]] == lleva
