"""Lo que se calcula de la Mesa está al día, y sólo se recalcula cuando algo pesa en la red."""

import asyncio

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.casos import cargar_caso
from mesa_territorial_widgets.componentes import al_dia as modulo
from mesa_territorial_widgets.componentes.al_dia import AlDia, explicaciones
from mesa_territorial_widgets.componentes.pizarra import Pizarra


@pytest.fixture
def cuantas(monkeypatch):
    """Cuántas veces se analizó la red."""
    veces = []
    analizar = modulo.analizar
    monkeypatch.setattr(modulo, "analizar", lambda *a, **c: veces.append(c) or analizar(*a, **c))
    return veces


@pytest.fixture
def vivo(cuantas):
    pizarra = Pizarra(cargar_caso("mesa_campanilla"))
    return Pantalla(pizarra), AlDia(pizarra)


def test_al_abrir_ya_estan_las_medidas_y_las_lecturas(vivo):
    pizarra = vivo[0].componente

    assert pizarra.metricas["intermediacion"]["A01"] == pytest.approx(0.63, abs=0.005)
    assert all(x["frase"] and x["tono"] for x in pizarra.lecturas)


def test_unir_a_dos_actores_recalcula(vivo, cuantas):
    pantalla, _ = vivo
    datos = {"id": "nueva", "de": "A13", "hacia": "A33", "tipo": "mandato", "momento": "despues"}
    antes = pantalla.componente.metricas["grado"]["A33"]

    assert "error" not in pantalla.apretar("unir", **datos)

    assert len(cuantas) == 2
    assert pantalla.componente.metricas["grado"]["A33"] > antes


@pytest.mark.parametrize(
    ("orden", "datos"),
    [
        ("mover", {"lugares": {"A01": [1, 2]}}),
        ("fijar", {"ids": ["A01"], "fijado": True}),
        ("editar_actor", {"id": "A01", "campos": {"nota": "hola"}}),
    ],
)
def test_lo_que_no_pesa_en_la_red_no_recalcula(vivo, cuantas, orden, datos):
    vivo[0].apretar(orden, **datos)

    assert len(cuantas) == 1


def test_subir_una_influencia_cambia_lo_que_se_lee_sin_rehacer_la_red(vivo, cuantas):
    pantalla, al_dia = vivo
    antes, red = pantalla.componente.lecturas, al_dia.analisis

    pantalla.apretar("editar_actor", id="A13", campos={"influencia": 5, "estado": "por_convocar"})

    assert len(cuantas) == 1 and al_dia.analisis is red
    assert pantalla.componente.lecturas != antes


@pytest.mark.parametrize("campos", [{"sector": "academia"}, {"nivel": "nacional"}])
def test_cambiar_de_sector_o_de_nivel_rehace_la_red(vivo, cuantas, campos):
    vivo[0].apretar("editar_actor", id="A01", campos=campos)

    assert len(cuantas) == 2


def test_si_el_analisis_falla_se_reintenta_con_el_cambio_siguiente(vivo, cuantas):
    pantalla, _ = vivo
    pantalla.componente.filtro = {"tipos": ["no existe"]}
    datos = {"id": "nueva", "de": "A13", "hacia": "A33", "tipo": "mandato", "momento": "despues"}
    pantalla.apretar("unir", **datos)

    pantalla.componente.filtro = {}

    assert len(cuantas) == 4
    assert pantalla.componente.metricas["grado"]["A33"] == 2


def test_cambiar_de_momento_recalcula_con_ese_momento(vivo, cuantas):
    pizarra = vivo[0].componente

    pizarra.filtro = {"momento": "antes", "tipos": []}

    assert cuantas[-1] == {"momento": "antes", "tipos": None}
    assert pizarra.metricas["grado"]["A13"] == 0


def test_buscar_un_nombre_no_recalcula(vivo, cuantas):
    vivo[0].componente.filtro = {"buscar": "serviu"}

    assert len(cuantas) == 1


@pytest.mark.parametrize("filtro", [{"tipos": 5}, {"tipos": [["x"]]}, {"momento": ["antes"]}])
def test_un_filtro_mal_armado_no_bota_la_pagina(vivo, filtro):
    pantalla, al_dia = vivo

    pantalla.componente.filtro = filtro

    assert al_dia.analisis.resumen.nodos == 34


def test_quien_mira_recibe_el_analisis_ahora_y_con_cada_cambio(vivo):
    pantalla, al_dia = vivo
    vistos = []
    al_dia.avisar_a(lambda mesa, analisis: vistos.append(analisis.momento))

    pantalla.componente.filtro = {"momento": "antes"}

    assert vistos == ["despues", "antes"]


def test_los_cambios_seguidos_se_juntan_en_un_solo_calculo(cuantas, monkeypatch):
    monkeypatch.setattr(modulo, "ESPERA", 0.01)

    async def tres_cambios():
        pizarra = Pizarra(cargar_caso("mesa_campanilla"))
        AlDia(pizarra)
        for momento in ("antes", "despues", "antes"):
            pizarra.filtro = {"momento": momento}
        await asyncio.sleep(0.2)
        return pizarra

    pizarra = asyncio.run(tres_cambios())

    assert len(cuantas) == 2
    assert pizarra.metricas["grado"]["A13"] == 0


def test_toda_medida_explica_para_que_sirve_y_que_no_dice():
    assert explicaciones()
    assert all(m["nombre"] and m["para_que"] and m["que_no_dice"] for m in explicaciones())
