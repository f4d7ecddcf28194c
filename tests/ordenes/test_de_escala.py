"""Lo que una persona puede pedir sobre la escala, y la frase que queda."""

from dataclasses import replace

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

CASO = cargar_caso("mesa_campanilla")


def hacer(orden, mesa=CASO, **datos):
    frase, transicion = preparar(orden, mesa, datos)
    return frase, transicion(mesa)


def celda(nivel, criterio, valor):
    return {"fila": nivel, "columna": criterio, "valor": valor}


def test_anotar_una_nota_la_guarda_y_dice_de_cuanto_a_cuanto():
    frase, mesa = hacer("anotar_notas", celdas=[celda("comuna", "recurso", 4)])

    assert frase == "Escala, comuna: control del recurso crítico 3 → 4"
    assert mesa.escala.niveles["comuna"].notas["recurso"] == 4


def test_borrar_una_nota_la_deja_vacia():
    frase, mesa = hacer("anotar_notas", celdas=[celda("comuna", "recurso", None)])

    assert frase.endswith("3 → (vacío)")
    assert "recurso" not in mesa.escala.niveles["comuna"].notas


def test_un_nivel_nuevo_se_puede_calificar():
    _, mesa = hacer("anotar_notas", celdas=[celda("nacional", "recurso", 5)])

    assert mesa.escala.niveles["nacional"].notas == {"recurso": 5}


def test_varias_notas_entran_de_una_vez_y_se_cuentan():
    celdas = [celda("comuna", "recurso", 1), celda("region", "alcance", 2)]
    frase, mesa = hacer("anotar_notas", celdas=celdas)

    assert frase == "Escala: cambió 2 notas de niveles"
    assert mesa.escala.niveles["region"].notas["alcance"] == 2


def test_los_pesos_se_cambian_de_una_vez():
    frase, mesa = hacer("pesar_criterios", pesos={"recurso": 40, "alcance": 5})

    assert "control del recurso crítico 25 → 40" in frase
    assert (mesa.escala.criterios["recurso"].peso, mesa.escala.criterios["alcance"].peso) == (40, 5)


def test_comparar_dos_criterios_se_dice_y_se_borra():
    frase, mesa = hacer("comparar_criterios", uno="recurso", otro="alcance", veces=3)

    assert frase == (
        "Escala: control del recurso crítico importa 3 veces más que alcance del problema"
    )
    (par,) = mesa.escala.pares.values()
    assert (par.uno, par.veces) == ("recurso", 3)
    _, sin = hacer("comparar_criterios", mesa, uno="alcance", otro="recurso", veces=None)
    assert sin.escala.pares == {}


def test_decir_que_importan_igual():
    frase, _ = hacer("comparar_criterios", uno="recurso", otro="alcance", veces=1)

    assert "importan igual" in frase


def con_faltante(nombre="SENAPRED"):
    problemas = {
        **CASO.escala.problemas,
        "P05": replace(CASO.escala.problemas["P05"], competente="", competente_fuera=nombre),
        "P09": replace(CASO.escala.problemas["P09"], paga_fuera=nombre.lower() + " "),
    }
    return replace(CASO, escala=replace(CASO.escala, problemas=problemas))


def test_agregar_a_quien_falta_lo_pone_en_el_mapa_y_en_cada_problema_que_lo_nombra():
    frase, mesa = hacer(
        "agregar_quien_falta", con_faltante(), id="n", nombre="SENAPRED", sector="publico",
        nivel="region",
    )  # fmt: skip

    assert frase == "Agregó a SENAPRED al mapa, desde los problemas"
    assert mesa.actores["n"].nivel == "region"
    problemas = mesa.escala.problemas
    assert (problemas["P05"].competente, problemas["P05"].competente_fuera) == ("n", "")
    assert (problemas["P09"].paga, problemas["P09"].paga_fuera) == ("n", "")


def test_si_ya_esta_en_el_mapa_con_otra_grafia_se_usa_el_mismo():
    mesa = con_faltante("pnud chile")
    _, nueva = hacer("agregar_quien_falta", mesa, id="n", nombre="PNUD Chile", sector="publico")

    assert "n" not in nueva.actores
    assert nueva.escala.problemas["P05"].competente == "A30"


@pytest.mark.parametrize(
    ("orden", "datos", "dice"),
    [
        ("anotar_notas", {"celdas": [celda("comuna", "recurso", 9)]}, "1 a 5"),
        ("anotar_notas", {"celdas": [celda("comuna", "nada", 3)]}, "ya no está"),
        ("anotar_notas", {"celdas": [celda("luna", "recurso", 3)]}, "no sirve"),
        ("anotar_notas", {"celdas": []}, "ninguna nota"),
        ("pesar_criterios", {"pesos": {"recurso": 200}}, "0 a 100"),
        ("pesar_criterios", {"pesos": {}}, "ningún peso"),
        ("comparar_criterios", {"uno": "recurso", "otro": "recurso", "veces": 2}, "distintos"),
        ("comparar_criterios", {"uno": "recurso", "otro": "alcance", "veces": 2.5}, "entero"),
        ("agregar_quien_falta", {"id": "n", "nombre": "Nadie", "sector": "publico"}, "Ningún"),
    ],
)
def test_lo_que_no_sirve_se_dice_en_castellano(orden, datos, dice):
    with pytest.raises(ReglaRota, match=dice):
        hacer(orden, **datos)
