"""El caso Campanilla, antes y después de la Mesa, contra su oráculo."""

import json

import pytest

from mesa_territorial import contenido
from mesa_territorial.analisis.lecturas import leer_mapa
from mesa_territorial.analisis.momentos import comparar_momentos
from mesa_territorial.analisis.red import analizar
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa

ORACULO = json.loads(
    contenido.ruta("datos_ejemplo", "casos", "mesa_campanilla", "oraculo_red.json").read_text(
        "utf-8"
    )
)
MOMENTOS = [("antes", ORACULO["antes"]), ("despues", ORACULO["después"])]


@pytest.fixture(scope="module")
def mesa() -> Mesa:
    return cargar_caso("mesa_campanilla")


@pytest.mark.parametrize(("momento", "esperado"), MOMENTOS)
def test_el_resumen_coincide_con_todas_las_cifras_del_oraculo(mesa, momento, esperado):
    resumen = analizar(mesa, momento=momento).resumen

    assert resumen.nodos == esperado["nodos"]
    assert resumen.enlaces == esperado["enlaces"]
    assert resumen.densidad == pytest.approx(esperado["densidad"], abs=5e-5)
    assert len(resumen.componentes) == esperado["componentes"]
    assert list(resumen.aislados) == esperado["aislados"]
    assert resumen.ei_sector.red.indice == pytest.approx(esperado["EI_sector"], abs=5e-5)
    assert list(resumen.puntos_de_corte) == esperado["puntos_articulacion"]


@pytest.mark.parametrize(("momento", "esperado"), MOMENTOS)
def test_los_tres_que_mas_unen_son_los_del_oraculo(mesa, momento, esperado):
    analisis = analizar(mesa, momento=momento)

    tres = analisis.primeros("intermediacion", 3)

    assert list(tres) == [id_ for id_, _ in esperado["top3_intermediacion"]]
    for id_, valor in esperado["top3_intermediacion"]:
        assert analisis.valores["intermediacion"][id_] == pytest.approx(valor, abs=5e-5)


def test_contar_el_conflicto_como_enlace_da_otra_red_y_lo_avisa(mesa):
    tipos = ("coordinacion", "informacion", "financiamiento", "mandato", "conflicto")

    analisis = analizar(mesa, momento="despues", tipos=tipos)

    assert analisis.resumen.enlaces == 82
    assert any("conflicto están contando" in aviso for aviso in analisis.avisos)


def test_despues_fosis_parte_la_red_en_tres_y_el_municipio_decide_sin_estar(mesa):
    lecturas = {x.clave: x for x in leer_mapa(mesa, analizar(mesa, momento="despues"))}

    assert lecturas["dependencia"].frase == (
        "Sin FOSIS Región de Valparaíso, la red se parte en 3."
    )
    assert lecturas["dependencia"].ids == ("A01", "A30", "A31")
    assert lecturas["decide_y_no_esta"].ids[0] == "A29"
    assert lecturas["paso_obligado"].frase.startswith("63 de cada 100 caminos")
    assert lecturas["cuatro_sectores"].frase.endswith(
        "9 del sector público, 6 del sector privado, 4 de la academia y 9 de la sociedad civil."
    )


def test_las_alertas_van_antes_que_los_datos(mesa):
    tonos = [x.tono for x in leer_mapa(mesa, analizar(mesa))]

    assert tonos == sorted(tonos, key=lambda tono: tono != "alerta")
    assert tonos[0] == "alerta"
    assert tonos[-1] == "dato"


def test_comparar_antes_y_despues_dice_lo_que_cambio(mesa):
    cambios = {c.clave: c for c in comparar_momentos(mesa, "antes", "despues")}

    assert (cambios["enlaces"].antes, cambios["enlaces"].despues) == (43, 80)
    assert cambios["enlaces"].frase == "De 43 a 80 enlaces: 37 nuevos y ninguno perdido."
    assert cambios["componentes"].frase == "De 4 a 2 partes sin relación entre sí."
    assert "de +0,07 a +0,25" in cambios["ei_sector"].frase
    assert cambios["puntos_de_corte"].ids == ("A01", "A29")
    assert "63 de cada 100" in cambios["paso"].frase


def test_comparar_un_momento_consigo_mismo_no_inventa_cambios(mesa):
    cambios = comparar_momentos(mesa, "antes", "antes")

    assert all(c.antes == c.despues for c in cambios)
    assert cambios[0].frase == "Sigue habiendo 43 enlaces: ninguno nuevo y ninguno perdido."
