"""El mapa, del lado de Python: qué mira, qué ofrece medir y qué exige."""

import pytest

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.base import ESTATICO
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pizarra import Pizarra

GRADO = {
    "clave": "grado",
    "nombre": "Relaciones",
    "para_que": "Para saber quién conversa con más actores.",
    "que_no_dice": "No dice si esas relaciones son buenas.",
}


@pytest.fixture
def mesa():
    return cargar_caso("mesa_campanilla")


def test_el_mapa_acepta_una_mesa_suelta_y_le_arma_su_pizarra(mesa):
    mapa = Mapa(mesa)

    assert mapa.valor == mesa
    assert isinstance(mapa.pizarra, Pizarra)


def test_dos_mapas_de_la_misma_pizarra_ven_los_mismos_cambios(mesa):
    pizarra = Pizarra(mesa)
    uno, otro = Mapa(pizarra), Mapa(pizarra)

    pizarra.responder("mover", {"lugares": {"A01": [10, 20]}, "fijar": True})

    assert uno.valor.actor("A01").x == 10
    assert otro.valor.actor("A01").fijado


def test_las_medidas_y_sus_avisos_llegan_a_la_pantalla(mesa):
    mapa = Mapa(mesa, medidas=[GRADO], avisos_medida=["Se midió sólo lo que se ve."])

    estado = mapa.get_state()

    assert estado["medidas"] == [GRADO]
    assert estado["avisos_medida"] == ["Se midió sólo lo que se ve."]


@pytest.mark.parametrize("falta", ["clave", "nombre", "para_que", "que_no_dice"])
def test_una_medida_sin_explicacion_no_se_ofrece(mesa, falta):
    incompleta = {k: v for k, v in GRADO.items() if k != falta}

    with pytest.raises(ReglaRota, match=falta):
        Mapa(mesa, medidas=[incompleta])


def test_el_acomodo_queda_en_el_historial_con_su_propia_frase(mesa):
    pizarra = Pizarra(mesa)

    pizarra.responder("mover", {"lugares": {"A01": [1, 2]}, "frase": "Acomodó 1 actor nuevo"})

    assert pizarra.guardado["frase"] == "Acomodó 1 actor nuevo"
    assert not pizarra.valor.actor("A01").fijado


def test_el_mapa_compilado_pesa_menos_de_120_kb_y_no_nombra_direcciones_ajenas():
    codigo = (ESTATICO / "mapa.js").read_text(encoding="utf-8")

    direcciones = {d.split('"')[0].split("/")[0] for d in codigo.split("://")[1:]}

    assert len(codigo.encode()) <= 120 * 1024
    assert direcciones <= {"www.w3.org"}
