"""Lo que afirman el capítulo, el recorrido y el banco del tema 02, contra el caso y su oráculo."""

import re
from collections import Counter
from fractions import Fraction

import pytest

from mesa_territorial.analisis.criterios import con_peso, ordenar, pesos_de_empate
from mesa_territorial.analisis.escala.compuerta import Luz, revisar_compuerta
from mesa_territorial.analisis.escala.decision import aconsejar
from mesa_territorial.analisis.escala.lente import mirar_escala
from mesa_territorial.analisis.escala.puntajes import contar_escala
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Nivel
from mesa_territorial.esquemas.competencias import competencias
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial.textos import NIVELES, numero

CLAVE = "02_territorio_y_escala"
BANCO, CASO = cargar_banco(CLAVE), cargar_caso("mesa_campanilla")
CUENTA, CONSEJO = contar_escala(CASO.escala), aconsejar(CASO)
TEXTO = re.sub(r"<[^>]+>", "", leer_guia(CLAVE).html)
PASOS = {p.id: p for p in cargar_recorrido(CLAVE).paso}


def acierta(paso: str) -> str:
    (opcion,) = [o for o in PASOS[paso].opciones if o.acierta]
    return f"{opcion.texto} {opcion.dice}"


def test_el_capitulo_dice_los_puntajes_del_caso():
    region, comuna = (numero(CUENTA.orden.puntajes[n], 2) for n in ("region", "comuna"))

    assert f"la región obtiene {region} y la comuna {comuna}" in TEXTO
    assert len(CUENTA.pruebas) == 10
    assert CUENTA.que_lo_dan_vuelta == ()


def test_el_capitulo_y_el_recorrido_dicen_el_peso_de_empate():
    (empate,) = [
        e for e in CUENTA.empates
        if CUENTA.criterios[e.criterio].id == "participacion" and e.rival == Nivel.COMUNA
    ]  # fmt: skip

    assert empate.peso == pytest.approx(float(Fraction(7, 24)))
    assert f"la participación pesa {numero(100 * empate.peso, 1)} %" in TEXTO
    assert f"Con {numero(100 * empate.peso, 1)} %" in acierta("con-que-peso")


def test_con_diez_puntos_mas_la_region_todavia_gana_por_lo_que_dice_el_recorrido():
    lugar = [c.id for c in CUENTA.criterios].index("participacion")
    puntajes = ordenar(CUENTA.notas, con_peso(CUENTA.pesos, lugar, 0.25)).puntajes
    dicho = " ".join(o.dice for o in PASOS["con-que-peso"].opciones)

    assert f"{numero(puntajes['region'], 2)} contra {numero(puntajes['comuna'], 2)}" in dicho


def test_la_compuerta_del_caso_esta_en_rojo_por_tres_actores():
    assert revisar_compuerta(CASO).luz is Luz.ROJO
    assert len({x.actor for x in mirar_escala(CASO).ausentes if x.central}) == 3
    assert "en rojo por tres actores" in TEXTO
    assert CASO.actor("A29").estado is Estado.PENDIENTE
    assert CASO.actor("A32").estado is Estado.SIN_RESPUESTA


def test_quien_tiene_cuatro_llaves_es_el_que_pide_el_recorrido():
    veces = Counter(x.actor for x in mirar_escala(CASO).ausentes)

    assert PASOS["la-llave-que-falta"].acepta == tuple(a for a, n in veces.items() if n == 4)
    assert all(veces[a] == 1 for a in ("A32", "A33"))


def test_las_tres_respuestas_del_caso_son_las_que_se_cuentan():
    assert CONSEJO.objetivo.niveles == (Nivel.REGION,)
    assert CONSEJO.mesa.niveles == (Nivel.COMUNA,)
    assert "objetivo anclado en la región, Mesa comunal" in TEXTO
    dichos = [NIVELES[n].lower() for n in CONSEJO.comite.niveles]
    assert acierta("comite").lower().startswith(f"{dichos[0]}, {dichos[1]} y {dichos[2]}")


def test_la_radicacion_se_vive_y_se_decide_donde_dice_el_recorrido():
    radicacion = CASO.escala.problemas["P01"]

    assert (radicacion.nivel_vive, radicacion.nivel_decide) == (Nivel.CAMPAMENTO, Nivel.REGION)
    assert "Se vive en el campamento y se decide en la región" in acierta("donde-se-decide")


def test_el_esqueleto_del_catalogo_dice_las_mismas_normas():
    catalogo = competencias()

    assert "Ley 18.695, art. 3" in catalogo["plan_regulador"].norma
    assert "DS 397 de 1976" in catalogo["plan_intercomunal"].norma
    assert "art. 16" in catalogo["inversion_regional"].norma
    assert not catalogo["vivienda_ejecucion"].esta_leida
    assert "artículo por verificar" in TEXTO


# ---- El banco


def test_el_puntaje_de_la_comuna_es_el_del_caso():
    item = BANCO.item("puntaje-de-la-comuna")
    notas = CASO.escala.niveles["comuna"].notas
    criterios = CASO.escala.criterios

    assert item.tabla.filas == tuple(
        (c.nombre, f"{numero(c.peso)} %", numero(notas[c.id])) for c in criterios.values()
    )
    assert item.valor == pytest.approx(CUENTA.orden.puntajes["comuna"])
    simple = sum(notas.values()) / len(notas)
    assert item.errores[0].valor == pytest.approx(simple)


def test_el_peso_de_empate_del_ejercicio_empata_de_verdad():
    item = BANCO.item("peso-de-empate")
    notas = {"comuna": (5, 3), "region": (2, 4.5)}
    (empate,) = [e for e in pesos_de_empate(notas, (0.2, 0.8)) if e.criterio == 0]

    assert item.valor == pytest.approx(100 * empate.peso, abs=1e-3)
    assert ordenar(notas, (0.5, 0.5)).puntajes == {"comuna": 4, "region": 3.25}


def test_la_mediana_y_el_promedio_de_la_provincia_ficticia_son_los_que_se_dicen():
    item = BANCO.item("mediana-de-siete")
    valores = sorted(int(v) for _, v in item.tabla.filas)

    assert item.valor == valores[3] == 15
    assert item.errores[0].valor == pytest.approx(sum(valores) / 7, abs=1e-4)
    assert sum(v < sum(valores) / 7 for v in valores) == 6


def test_en_el_ejercicio_del_nivel_solo_dos_cumplen_y_se_toma_el_mas_cercano():
    filas = BANCO.item("nivel-de-la-mesa").tabla.filas
    cumplen = [n for n, *notas in filas if all(int(x) >= 4 for x in notas)]

    assert cumplen == ["Comuna", "Intercomunal"]


def test_hay_al_menos_doce_items_de_seis_tipos():
    tipos = {type(i) for i in BANCO.items}

    assert len(BANCO.items) >= 12
    assert len(tipos) >= 6
