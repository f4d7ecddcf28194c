"""El tema 07: de la invitación al acta, sobre el caso, una Mesa vacía y la del equipo."""

import base64
from dataclasses import replace

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.formacion.temas import buscar_tema
from mesa_territorial_widgets.componentes import instalacion_dicha as dice
from mesa_territorial_widgets.componentes.constitucion import Constitucion, datos_de
from mesa_territorial_widgets.componentes.instalacion import (
    faltas_del_acta,
    para_llevar,
    piezas_de_instalacion,
)
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.temas import convocatoria_e_instalacion as tema

CAMPANILLA = cargar_caso("mesa_campanilla")
SAN_PEDRO = cargar_caso("mesa_san_pedro")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))
MESAS = [CAMPANILLA, SAN_PEDRO, VACIA]


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


def test_el_tema_esta_en_la_ruta():
    assert buscar_tema("convocatoria_e_instalacion").clave == tema.CLAVE


def test_explorar_abre_el_recorrido_y_aplicar_sin_mesa_invita(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        contexto = Contexto(almacen, persona="ana")

        assert tema.explorar(contexto).valor == (0, [])
        assert isinstance(tema.aplicar(contexto), Invitacion)


@pytest.mark.parametrize("mesa", MESAS, ids=lambda m: m.id)
def test_el_tablero_se_arma_con_cualquier_mesa(mesa):
    zonas = tema._armar(None, Pizarra(mesa))

    assert [p.clave for p in zonas["lienzo"]] == [
        "estados", *tema.ARRIBA, "constitucion", "regla", "quienes", "acta",
    ]  # fmt: skip
    claves = [p.clave for z in zonas.values() for p in z]
    assert len(set(claves)) == len(claves)


def test_la_constitucion_muestra_lo_de_otros_temas_y_los_asientos():
    constitucion = Constitucion(Pizarra(CAMPANILLA))

    assert {r: v for r, v, _ in datos_de(CAMPANILLA)}["La constituyen"] == "28 actores"
    municipio = next(a for a in constitucion.asientos if a["id"] == "A29")
    assert municipio["senas"] == ["Indispensable", "Lo propone la escala"]
    assert "pendiente" in municipio["situacion"]


def test_sentar_en_el_comite_es_la_marca_del_mapa_y_se_deshace():
    pizarra = Pizarra(CAMPANILLA)
    constitucion = Constitucion(pizarra)

    pizarra.responder("editar_actores", {"ids": ["A29"], "campos": {"comite": True}})

    assert pizarra.valor.actores["A29"].comite
    assert next(a for a in constitucion.asientos if a["id"] == "A29")["esta"]
    pizarra.responder("deshacer", {})
    assert not pizarra.valor.actores["A29"].comite


def test_el_objetivo_acordado_es_el_de_la_mesa():
    pizarra = Pizarra(VACIA)

    pizarra.responder("acordar_objetivo", {"objetivo": "Agua potable para Las Rocas"})

    assert pizarra.valor.objetivo == "Agua potable para Las Rocas"
    assert "objetivo" not in {f.clave for f in _faltas(pizarra.valor)}


def _faltas(mesa):
    from mesa_territorial.analisis.instalacion import revisar_acta

    return revisar_acta(mesa)


def test_lo_que_impide_firmar_va_aparte_de_lo_que_conviene():
    impide, conviene = faltas_del_acta(Pizarra(CAMPANILLA)).bloques

    assert impide["veredicto"] == "Impiden firmar: 1."
    assert impide["frases"][0]["tono"] == "alerta"
    assert all(f["tono"] == "dato" for f in conviene["frases"])


def test_sin_faltas_se_dice_que_nada_impide():
    compromisos = CAMPANILLA.instalacion.compromisos
    listo = {**compromisos, "c1": replace(compromisos["c1"], verificador="Correo")}
    mesa = CAMPANILLA.con(instalacion=replace(CAMPANILLA.instalacion, compromisos=listo))

    assert dice.bloques_de_faltas(mesa)[0].veredicto == "Nada impide firmar el acta."


def test_la_regla_agregada_deja_de_sugerirse():
    pizarra = Pizarra(VACIA)
    sugerida = dice.reglas_sugeridas(VACIA)[0]
    datos = {"seccion": "instalacion", "coleccion": "reglas", "id": "g1"}

    pizarra.responder("poner_ficha", {**datos, "campos": sugerida["campos"]})

    assert sugerida not in dice.reglas_sugeridas(pizarra.valor)


def test_las_declaraciones_son_una_por_integrante_y_senalan_lo_pendiente():
    pila = {p.clave: p for p in piezas_de_instalacion(Pizarra(CAMPANILLA))}["quienes"].componente
    fichero = pila._piezas[1]

    assert len(fichero.orden) == 28
    assert [i for i, d in fichero.dichos.items() if d] == ["A11"]


@pytest.mark.parametrize(
    ("clave", "formato", "empieza"),
    [
        ("acta", "Word", b"PK"),
        ("acta", "PDF", b"%PDF"),
        ("sesiones", "Archivo .ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_cada_documento_baja_en_su_formato(clave, formato, empieza):
    pantalla = Pantalla(para_llevar(Pizarra(CAMPANILLA)))

    datos = pantalla.apretar("bajar", clave=clave, formato=formato)["datos"]

    assert base64.b64decode(datos["base64"]).startswith(empieza)


def test_sin_sesiones_el_calendario_dice_que_falta():
    pantalla = Pantalla(para_llevar(Pizarra(VACIA)))

    respuesta = pantalla.apretar("bajar", clave="sesiones", formato="Archivo .ics")

    assert "agréguelas" in respuesta["error"]


@pytest.mark.parametrize("mesa", MESAS, ids=lambda m: m.id)
def test_los_bloques_se_dicen_con_cualquier_mesa(mesa):
    dichos = (
        *dice.bloques_del_comite(mesa),
        *dice.bloques_de_decision(mesa),
        *dice.bloques_de_probidad(mesa),
        *dice.bloques_de_faltas(mesa),
    )
    for bloque in dichos:
        assert bloque.titulo
        assert all(f.texto.endswith(".") for f in bloque.frases)
