"""El tema 04, Priorización: se arma desde vacío, dice el paso que sigue y entrega sus archivos."""

import base64
from dataclasses import replace

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import DecisionDeActor, Prioridad
from mesa_territorial.dominio.prioridad_codigos import Trato
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.prioridad_acuerdo import decir_acuerdo
from mesa_territorial_widgets.componentes.prioridad_clases import decir_clases
from mesa_territorial_widgets.componentes.prioridad_firmeza import decir_firmeza
from mesa_territorial_widgets.componentes.prioridad_orden import decir_metodos
from mesa_territorial_widgets.componentes.prioridad_para_llevar import entrega_de_prioridad
from mesa_territorial_widgets.componentes.prioridad_resumen import (
    decir_resumen,
    dichos_de_decisiones,
)
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.temas import priorizacion as tema

CASO = cargar_caso("mesa_campanilla")
SIN_EVALUAR = CASO.con(prioridad=Prioridad())
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


@pytest.fixture
def almacen(tmp_path, monkeypatch):
    monkeypatch.setenv("MESAS_BD", str(tmp_path / "mesas.sqlite"))
    with Almacen.abrir(tmp_path / "mesas.sqlite") as abierto:
        yield abierto


def textos(bloques) -> str:
    return " ".join(
        [b.veredicto for b in bloques] + [f.texto for b in bloques for f in b.frases]
    )  # fmt: skip


def test_explorar_abre_el_recorrido_y_aplicar_sin_mesa_invita(almacen):
    contexto = Contexto(almacen, persona="ana")

    assert tema.explorar(contexto).valor == (0, [])
    assert isinstance(tema.aplicar(contexto), Invitacion)


def test_aplicar_sobre_una_mesa_arma_los_cinco_pasos(almacen):
    contexto = Contexto(almacen, persona="ana")
    contexto.crear(CASO.con(id="m1"))

    tablero = tema.aplicar(contexto)

    assert [p["titulo"] for p in tablero.zonas["lienzo"]] == [
        "Evaluar", "Conversar", "Influencia e interés", "Ordenar", "Decidir"
    ]  # fmt: skip


@pytest.mark.parametrize("mesa", [CASO, SIN_EVALUAR, VACIA], ids=["caso", "sin", "vacia"])
def test_todo_lo_que_se_dice_se_puede_decir_con_cualquier_mesa(mesa):
    for decir in (decir_resumen, decir_acuerdo, decir_metodos, decir_firmeza, decir_clases):
        for bloque in decir(mesa):
            assert bloque.titulo
            assert {i for f in bloque.frases for i in f.ids} <= set(mesa.actores)
            columnas = bloque.cuadro.columnas if bloque.cuadro else ()
            filas = bloque.cuadro.filas if bloque.cuadro else ()
            assert all(len(fila) == len(columnas) for fila in filas)
    assert set(dichos_de_decisiones(mesa)) == set(mesa.actores)


def test_al_decidir_se_ve_que_llave_tiene_cada_actor_y_si_falta_sentarlo():
    dichos = dichos_de_decisiones(cargar_caso("mesa_campanilla"))

    serviu, municipio = ([d for d in dichos[i] if "Escala:" in d["texto"]] for i in ("A02", "A29"))

    assert [d["tono"] for d in serviu] == ["dato"]
    assert municipio and all("todavía no está en la Mesa" in d["texto"] for d in municipio)


def test_el_paso_que_sigue_cambia_con_lo_hecho():
    todas = {i: DecisionDeActor(id=i, trato=Trato.ESPERAR, razon="x") for i in CASO.actores}
    completa = CASO.con(prioridad=replace(CASO.prioridad, decisiones=todas))
    nada = CASO.con(prioridad=replace(CASO.prioridad, decisiones={}))

    assert "al menos tres grupos" in textos(decir_resumen(SIN_EVALUAR))
    assert "primera decisión" in textos(decir_resumen(nada))
    assert "30 actores todavía sin decisión" in textos(decir_resumen(CASO))
    assert "Todos los actores tienen decisión" in textos(decir_resumen(completa))


def test_una_decision_sin_razon_y_una_contra_el_puntaje_se_dicen():
    sin_razon = DecisionDeActor(id="A12", trato=Trato.PRIMERO)
    decisiones = {**CASO.prioridad.decisiones, "A12": sin_razon}
    dicho = textos(
        decir_resumen(CASO.con(prioridad=replace(CASO.prioridad, decisiones=decisiones)))
    )

    assert "Empresa sanitaria B (ficticia): hay una decisión sin razón escrita" in dicho
    assert "Organización de mujeres" in dicho and "distinto de lo que dice la suma" in dicho


def test_clip_va_marcado_como_orientativo_y_con_su_porque():
    (bloque,) = decir_clases(CASO)

    assert bloque.cuadro.columnas[-1] == "CLIP (orientativo)"
    assert "de memoria" in bloque.nota and "No la cite" in bloque.nota


def test_decidir_no_mueve_la_ficha_bajo_la_mano():
    pizarra = Pizarra(CASO)
    decisiones = tema._decisiones(pizarra)
    antes = list(decisiones.orden)

    pizarra.responder("decidir", {"ids": ["A34"], "trato": "primero", "razon": "Un hecho."})

    assert decisiones.orden == antes
    assert pizarra.valor.prioridad.decisiones["A34"].trato is Trato.PRIMERO


@pytest.mark.parametrize(
    ("clave", "formato", "firma"),
    [("priorizados", "Word", b"PK"), ("priorizados", "PDF", b"%PDF"),
     ("priorizados", "Excel", b"PK"), ("evaluaciones", "Excel", b"PK")],
)  # fmt: skip
def test_lo_que_se_lleva_es_un_archivo_de_verdad(clave, formato, firma):
    pantalla = Pantalla(entrega_de_prioridad(Pizarra(CASO)))

    archivo = pantalla.apretar("bajar", clave=clave, formato=formato)["datos"]

    assert base64.b64decode(archivo["base64"]).startswith(firma)
    assert ("privado" in archivo["nombre"]) is (clave == "evaluaciones")


def test_sin_decisiones_el_documento_dice_que_falta_y_no_falla():
    pantalla = Pantalla(entrega_de_prioridad(Pizarra(SIN_EVALUAR)))

    respuesta = pantalla.apretar("bajar", clave="priorizados", formato="PDF")

    assert "Todavía no hay decisiones" in respuesta["error"]
