"""El tema 01, Qué es una Mesa: lo que se lee en pantalla y lo que el equipo se lleva."""

import base64

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.formacion.temas import buscar_tema
from mesa_territorial_widgets.componentes import coalicion_en_pantalla as dice
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tipos_en_pantalla import bloques_de_los_tipos
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.temas import que_es_una_mesa as tema

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


def responder(pizarra: Pizarra, condicion: str, **campos: str) -> None:
    datos = {"seccion": "coalicion", "coleccion": "condiciones", "id": condicion}
    pizarra.responder("poner_ficha", {**datos, "campos": campos})


def textos(bloques) -> str:
    return " ".join(f"{b.veredicto} {' '.join(f.texto for f in b.frases)}" for b in bloques)


def test_el_tema_esta_en_la_ruta_y_es_el_primero():
    assert buscar_tema("que_es_una_mesa").clave == tema.CLAVE
    assert buscar_tema("que_es_una_mesa").numero == 1


def test_explorar_abre_el_recorrido(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        recorrido = tema.explorar(Contexto(almacen, persona="ana"))

    assert recorrido.valor == (0, [])


def test_aplicar_sin_mesa_invita_a_crear_una(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        pantalla = tema.aplicar(Contexto(almacen, persona="ana"))

    assert isinstance(pantalla, Invitacion)


@pytest.mark.parametrize("mesa", [CAMPANILLA, VACIA], ids=["campanilla", "vacia"])
def test_el_tablero_se_arma_con_sus_cinco_vistas(mesa):
    zonas = tema._armar(Pizarra(mesa))

    assert [p.titulo for p in zonas["lienzo"]] == [
        "Condiciones",
        "Coalición",
        "En el tiempo",
        "Tipo de Mesa",
        "A favor y en contra",
    ]


def test_al_responder_una_condicion_su_consecuencia_aparece_junto_a_ella():
    pizarra = Pizarra(VACIA)
    fichero = tema._condiciones(pizarra)

    responder(pizarra, "comunidad", respuesta="no")

    (primero, *_) = fichero.dichos["comunidad"]
    assert primero["texto"].startswith("Una Mesa sin comunidad organizada")
    assert primero["tono"] == "alerta"


def test_un_si_que_el_mapa_contradice_se_avisa_junto_a_la_condicion():
    pizarra = Pizarra(CAMPANILLA)
    fichero = tema._condiciones(pizarra)

    responder(pizarra, "decision", respuesta="si", evidencia="Lo dijeron todos.")

    avisos = [d["texto"] for d in fichero.dichos["decision"] if d["tono"] == "alerta"]
    assert avisos == [
        "La Mesa muestra otra cosa: Deciden y todavía no están: Municipio de Valparaíso, SEREMI "
        "de Bienes Nacionales (caso) y Sociedad propietaria del terreno (ficticia)."
    ]


def test_mover_un_actor_en_el_mapa_no_rehace_lo_que_se_dice():
    pizarra = Pizarra(CAMPANILLA)
    razones = tema._razones(pizarra)
    antes = razones.bloques

    pizarra.responder("mover", {"lugares": {"A01": [5.0, 5.0]}})

    assert razones.bloques is antes


def test_decidir_sin_razon_se_avisa_y_con_razon_no():
    sin_razon = CAMPANILLA.con(coalicion=_con(CAMPANILLA, razon=""))

    assert "falta escribir por qué" in textos(dice.bloques_de_la_mesa(sin_razon))
    assert "falta escribir por qué" not in textos(dice.bloques_de_la_mesa(CAMPANILLA))


def _con(mesa: Mesa, **campos):
    from dataclasses import replace

    return replace(mesa.coalicion, **campos)


def test_cada_tipo_tiene_su_bloque_y_al_final_que_lo_cambiaria():
    bloques = bloques_de_los_tipos(CAMPANILLA)

    assert [b.titulo for b in bloques] == [
        "Mesa territorial",
        "Convenio tripartito",
        "Mesa comunal",
        "Mesa intercomunal",
        "Mesa regional",
        "Qué cambiaría el consejo",
    ]
    assert bloques[2].veredicto == "Hoy no se puede"
    assert len(bloques[-1].frases) == 4


def test_la_lamina_vacia_ensena_a_agregar_la_primera_observacion():
    assert tema._lamina(Pizarra(VACIA)).bajada.startswith("Todavía no hay observaciones")
    assert tema._lamina(Pizarra(CAMPANILLA)).bajada.startswith("Cada columna")


def test_las_observaciones_se_muestran_de_la_ultima_a_la_primera():
    assert tema._observaciones(Pizarra(CAMPANILLA)).orden == ["o-sesion-3", "o-sesion-1", "o-mapa"]


@pytest.mark.parametrize("formato", ["Word", "PDF"])
@pytest.mark.parametrize("clave", ["hoja", "respaldo"])
def test_los_documentos_se_hacen_al_momento_de_bajarlos(clave, formato):
    pizarra = Pizarra(CAMPANILLA)
    pantalla = Pantalla(tema._entrega(pizarra))

    archivo = pantalla.apretar("bajar", clave=clave, formato=formato)["datos"]

    contenido = base64.b64decode(archivo["base64"])
    assert contenido[:4] == (b"%PDF" if formato == "PDF" else b"PK\x03\x04")
    assert archivo["nombre"].startswith("Campamento_Campanilla_Condiciones")
