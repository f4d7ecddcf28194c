"""El cuadro de medidas sigue a la medida elegida y a la Mesa que se ve."""

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes import medidas as modulo
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


@pytest.fixture
def pruebas(monkeypatch):
    """Cuántas veces se probó si el orden es firme."""
    veces = []
    probar = modulo.probar_robustez
    monkeypatch.setattr(
        modulo, "probar_robustez", lambda *a, **c: veces.append(1) or probar(*a, **c)
    )
    return veces


def _editar(cuadro, **campos):
    pantalla = Pantalla(cuadro._al_dia.pizarra)
    assert "error" not in pantalla.apretar("editar_actor", id="A01", campos=campos)


def test_subir_una_influencia_no_vuelve_a_probar_si_el_orden_es_firme(pruebas, cuadro):
    hechas = len(pruebas)

    _editar(cuadro, influencia=1.5)

    assert len(pruebas) == hechas


@pytest.mark.parametrize("campos", [{"sector": "academia"}, {"nombre": "Otro nombre"}])
def test_otra_red_u_otro_nombre_vuelven_a_decir_si_el_orden_es_firme(pruebas, cuadro, campos):
    hechas = len(pruebas)

    _editar(cuadro, **campos)

    assert len(pruebas) == hechas + 1


def test_una_edicion_manda_filas_y_nunca_la_especificacion(cuadro):
    mandados = []
    cuadro.lamina.send_state = lambda key=None: mandados.extend(key or ())

    _editar(cuadro, influencia=1.5)
    assert mandados == []

    _editar(cuadro, nombre="Otro nombre")
    assert mandados == ["filas"]
