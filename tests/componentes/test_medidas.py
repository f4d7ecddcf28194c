"""El cuadro de medidas sigue a la medida elegida y a la Mesa que se ve."""

import pytest

from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.al_dia import AlDia
from mesa_territorial_widgets.componentes.medidas import cuadro_de_medidas
from mesa_territorial_widgets.componentes.pizarra import Pizarra


@pytest.fixture
def cuadro():
    return cuadro_de_medidas(AlDia(Pizarra(cargar_caso("mesa_campanilla"))))


def test_parte_por_la_intermediacion_y_dice_que_tan_firme_es(cuadro):
    primera = cuadro.valor[0]

    assert primera["actor"].startswith("FOSIS")
    assert primera["valor"] == pytest.approx(0.63, abs=0.005)
    assert cuadro.firmeza
    assert cuadro.lamina.ilustrativa


@pytest.mark.parametrize("medida", MEDIDAS)
def test_toda_medida_se_puede_mirar(cuadro, medida):
    cuadro.medida = medida

    assert cuadro.lamina.titulo == MEDIDAS[medida].nombre
    assert cuadro.lamina.bajada == MEDIDAS[medida].para_que


def test_una_medida_que_no_existe_muestra_la_primera(cuadro):
    cuadro.medida = "marciana"

    assert cuadro.lamina.nombre == "intermediacion"


def test_las_cifras_cambian_con_el_momento(cuadro):
    enlaces = {c["nombre"]: c["valor"] for c in cuadro.cifras}["Enlaces"]

    cuadro._al_dia.pizarra.filtro = {"momento": "antes"}

    assert (enlaces, cuadro.cifras[1]["valor"]) == (80, 43)
    assert {c["nombre"]: c["valor"] for c in cuadro.cifras}["Partes de la red"] == 4


def test_una_mesa_vacia_tambien_tiene_cuadro():
    vacia = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))

    cuadro = cuadro_de_medidas(AlDia(Pizarra(vacia)))

    assert cuadro.valor == []
    assert cuadro.cifras[0]["valor"] == 0
