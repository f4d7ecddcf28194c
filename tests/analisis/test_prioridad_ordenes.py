"""Ordenar a los actores: contra oráculos publicados y contra cuentas hechas a mano."""

import csv
import json
from dataclasses import replace

import pytest
from analisis.redes import ORACULOS
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.consenso_orden import (
    concordancia,
    puntos_de_borda,
)
from mesa_territorial.analisis.consenso_orden import mediana_de_lugares as mediana_estricta
from mesa_territorial.analisis.prioridad import actores_priorizados
from mesa_territorial.analisis.prioridad.acuerdo import medir_acuerdos, medir_ordenes
from mesa_territorial.analisis.prioridad.clases_de_actor import cuadrante_de
from mesa_territorial.analisis.prioridad.comparacion import comparar
from mesa_territorial.analisis.prioridad.firmeza import probar_orden
from mesa_territorial.analisis.prioridad.lugares import borda, lugares, mediana_de_lugares
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.analisis.prioridad.notas import Nota, notas_de, pesos_justos, sumar
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluacion, Evaluador, Prioridad
from mesa_territorial.dominio.prioridad_codigos import MetodoDeCuantil, MetodoDePrioridad, Trato
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

CASO = cargar_caso("mesa_campanilla")


def mesa_con(notas: dict[str, dict[str, Evaluacion]], **reglas) -> Mesa:
    """Una Mesa cuyos actores son los evaluados; ``notas`` va de evaluador a actor."""
    ids = dict.fromkeys(i for suyas in notas.values() for i in suyas)
    evaluadores = {e: Evaluador(id=e, nombre=e, evaluaciones=suyas) for e, suyas in notas.items()}
    return Mesa(
        id="m",
        nombre="Los Aromos",
        territorio=Territorio(cut_comuna="05101"),
        actores={i: Actor(id=i, nombre=i, sector=Sector.PUBLICO) for i in ids},
        prioridad=Prioridad(evaluadores=evaluadores, **reglas),
    )


def por_influencia(filas: dict[str, list[float]], ids: list[str]) -> Mesa:
    """Cada evaluador pone sólo influencia, en el orden de ``ids``."""
    notas = {
        e: {i: Evaluacion(influencia=n) for i, n in zip(ids, suyas, strict=True)}
        for e, suyas in filas.items()
    }
    return mesa_con(notas, peso_influencia=100, peso_interes=0)


# ---- Oráculos


def test_borda_con_empates_da_los_puntos_publicados_de_tennessee():
    oraculo = json.loads((ORACULOS / "09_borda_tennessee.json").read_text(encoding="utf-8"))
    papeletas = [
        {ciudad: -lugar for lugar, ciudad in enumerate(p["orden"])}
        for p in oraculo["papeletas"]
        for _ in range(p["votos"])
    ]

    assert borda(papeletas) == oraculo["publicado"]


def test_la_w_de_los_evaluadores_es_la_publicada_de_diez_proyectos_y_cuatro_jueces():
    oraculo = json.loads((ORACULOS / "07_kendall_w.json").read_text(encoding="utf-8"))
    crudo = (ORACULOS / "07_kendall_w_10proyectos_4jueces.csv").read_text(encoding="utf-8")
    filas = list(csv.DictReader(crudo.splitlines()))
    # Los rangos van de 1 a 10 y las notas de 1 a 5: sólo importa el orden.
    notas = {j: [1 + (float(f[j]) - 1) * 4 / 9 for f in filas] for j in "ABCD"}

    medida = medir_ordenes(por_influencia(notas, [f"p{f['proyecto']}" for f in filas]))

    assert medida["influencia"].suma_de_desvios == oraculo["calculado"]["S"]
    assert medida["influencia"].w == pytest.approx(oraculo["calculado"]["W"], abs=1e-6)


def test_el_recorrido_cambia_con_el_metodo_como_dice_el_oraculo():
    oraculo = json.loads((ORACULOS / "13_delphi_iqr.json").read_text(encoding="utf-8"))
    mesa = por_influencia({f"e{n}": [x] for n, x in enumerate(oraculo["datos"])}, ["a"])
    claves = {
        MetodoDeCuantil.LINEAL: "linear",
        MetodoDeCuantil.WEIBULL: "weibull",
        MetodoDeCuantil.MEDIANA_INSESGADA: "median_unbiased",
        MetodoDeCuantil.HAZEN: "hazen",
    }

    for metodo, clave in claves.items():
        con = mesa.con(prioridad=replace(mesa.prioridad, cuantil=metodo))
        (medido,) = medir_acuerdos(con)

        assert medido.acuerdo.recorrido == pytest.approx(oraculo["IQR"][clave])
        assert medido.disputado is (oraculo["IQR"][clave] > 1)


@pytest.mark.parametrize("caso", json.loads(
    (ORACULOS / "08_consenso_tastle_wierman.json").read_text(encoding="utf-8")
)["casos"][1:], ids=lambda c: str(c["V"]))  # fmt: skip
def test_el_consenso_entre_evaluadores_es_el_del_oraculo(caso):
    notas = [nota for nota, veces in enumerate(caso["V"], start=1) for _ in range(veces)]
    mesa = por_influencia({f"e{n}": [x] for n, x in enumerate(notas)}, ["a"])

    assert medir_acuerdos(mesa)[0].acuerdo.consenso == pytest.approx(caso["cns"], abs=1e-6)


# ---- Leyes


@given(st.lists(st.permutations(["a", "b", "c", "d"]), min_size=1, max_size=6))
def test_sin_empates_borda_y_la_mediana_son_las_de_siempre(ordenes):
    puntajes = [{uno: -lugar for lugar, uno in enumerate(orden)} for orden in ordenes]

    assert borda(puntajes) == puntos_de_borda(ordenes)
    assert mediana_de_lugares(puntajes) == mediana_estricta(ordenes)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 5), min_size=1))
def test_los_lugares_suman_siempre_lo_mismo_aunque_empaten(puntajes):
    n = len(puntajes)

    assert sum(lugares(puntajes).values()) == n * (n + 1) / 2


def test_a_quien_no_se_califico_le_toca_el_promedio_de_los_lugares_que_quedan():
    puntos = borda([{"a": 5, "b": 4}, {"a": 3, "b": 2, "c": 1, "d": 1}])

    assert puntos == {"a": 6.0, "b": 4.0, "c": 1.0, "d": 1.0}


# ---- Notas


def test_vale_la_mediana_de_los_que_cuentan_y_sin_ellos_la_del_mapa():
    notas = notas_de(CASO)

    assert notas["A20"]["influencia"] == Nota(2.5, 4)
    assert notas["A03"]["influencia"] == Nota(4.0, 0)
    assert "legitimidad" not in notas["A03"]


def test_un_evaluador_que_no_cuenta_se_guarda_y_no_se_usa():
    mesa = mesa_con(
        {"uno": {"a": Evaluacion(influencia=5)}, "dos": {"a": Evaluacion(influencia=1)}}
    )
    fuera = replace(mesa.prioridad.evaluadores["dos"], cuenta=False)
    evaluadores = {**mesa.prioridad.evaluadores, "dos": fuera}

    sin = mesa.con(prioridad=replace(mesa.prioridad, evaluadores=evaluadores))

    assert notas_de(mesa)["a"]["influencia"].valor == 3
    assert notas_de(sin)["a"]["influencia"].valor == 5


def test_lo_que_falta_no_se_inventa():
    pesos = pesos_justos({"influencia": 50, "interes": 50, "urgencia": 0})

    assert sumar({"influencia": 4, "interes": 2}, pesos) == 3
    assert sumar({"influencia": 4}, pesos) is None
    with pytest.raises(ReglaRota, match="pesar algo"):
        Prioridad(peso_influencia=0, peso_interes=0)


# ---- Métodos sobre el caso, con las cuentas hechas a mano


def test_la_suma_del_caso_es_la_de_la_hoja_de_papel():
    orden = ordenar_por(CASO, MetodoDePrioridad.SUMA)

    assert orden.lugares == {
        "A02": 1.5, "A29": 1.5, "A01": 3.5, "A20": 3.5, "A21": 5, "A26": 6, "A10": 7.5,
        "A33": 7.5, "A05": 9.5, "A32": 9.5, "A12": 11.5, "A24": 11.5,
    }  # fmt: skip
    assert orden.motivos["A24"].startswith("3,00 de 5: influencia 1,5, interés 4,5")
    assert len(orden.sin_lugar) == 22


def test_la_saliencia_del_caso_cuenta_atributos():
    orden = ordenar_por(CASO, MetodoDePrioridad.SALIENCIA)

    assert {i for i, lugar in orden.lugares.items() if lugar == 4.5} == {
        "A01", "A02", "A05", "A20", "A21", "A24", "A29", "A32"
    }  # fmt: skip
    assert orden.motivos["A24"].startswith("dependiente")
    assert orden.motivos["A26"].startswith("no es parte interesada")


def test_con_las_notas_del_mapa_la_regla_de_empate_da_cuatro_claves_o_trece():
    sin_evaluadores = CASO.con(prioridad=Prioridad())
    juicios = notas_de(sin_evaluadores)

    estricta = [i for i, j in juicios.items() if cuadrante_de(j, 3).clave == "clave"]
    amplia = [i for i, j in juicios.items() if cuadrante_de(j, 2.99).clave == "clave"]

    assert estricta == ["A01", "A02", "A10", "A20"]
    assert len(amplia) == 13 and "A29" in amplia


def test_sin_datos_cada_metodo_dice_que_le_falta():
    vacia = mesa_con({})

    for metodo in MetodoDePrioridad:
        orden = ordenar_por(vacia, metodo)
        assert orden.lugares == {} and orden.falta.endswith(".")


def test_las_torres_ordenan_por_su_altura_y_el_cero_es_un_dato():
    mesa = CASO.con_cambio_de_actor("A01", torre=12).con_cambio_de_actor("A24", torre=0)

    orden = ordenar_por(mesa, MetodoDePrioridad.TORRES)

    assert orden.lugares == {"A01": 1, "A24": 2}
    assert orden.motivos["A24"] == "torre de ninguna ficha"


# ---- Lado a lado


def test_los_dos_metodos_discrepan_donde_se_ve_y_se_dice_por_que():
    comparacion = comparar(CASO)

    assert [f.id for f in comparacion.discrepancias] == ["A26", "A24"]
    assert [f.salto for f in comparacion.discrepancias] == [6, 3]
    assert comparacion.discrepancias[1].frase == (
        "Organización de mujeres del campamento (ficticia): lugar 11,5 (empata) por suma ponderada "
        "(3,00 de 5: influencia 1,5, interés 4,5, legitimidad 3,5, urgencia 4); lugar 4,5 (empata) "
        "por saliencia (dependiente: influencia 1,5, legitimidad 3,5, urgencia 4)."
    )


def test_compartir_el_lugar_con_otros_no_es_discrepar():
    comparacion = comparar(CASO)
    (serviu,) = [f for f in comparacion.filas if f.id == "A02"]

    assert (serviu.uno, serviu.dos, serviu.salto) == (1.5, 4.5, 0)


def test_un_metodo_contra_si_mismo_no_discrepa_en_nadie():
    comparacion = comparar(CASO, MetodoDePrioridad.SUMA, MetodoDePrioridad.SUMA)

    assert comparacion.discrepancias == ()
    assert comparacion.concordancia.w == pytest.approx(1)


# ---- Firmeza


def test_la_prueba_de_los_pesos_es_la_de_la_tabla_del_ejercicio():
    escenarios = {e.que: e.lugares for e in probar_orden(CASO).escenarios}
    treinta, cincuenta = (escenarios[f"con influencia en {n} % (hoy 40 %)"] for n in (30, 50))

    assert [treinta[i] for i in ("A02", "A20", "A21", "A26", "A33")] == [2.5, 1, 5, 6, 9]
    assert [cincuenta[i] for i in ("A02", "A20", "A21", "A26", "A33")] == [1.5, 4, 5, 8, 6]


def test_se_quita_a_un_evaluador_por_vez_y_se_dice_quien_cambia_el_corte():
    robustez = probar_orden(CASO)
    dudosos = {f.id: f.sale_con for f in robustez.en_duda}

    assert len(robustez.escenarios) == 8 + 4
    assert [f.id for f in robustez.firmes] == ["A02", "A29", "A01", "A20"]
    assert "sin «Equipo FOSIS (ejercicio)»" in dudosos["A21"]
    assert robustez.frontera == ("A26", "A10")
    assert robustez.empate.peso == pytest.approx(1 / 9)


def test_con_un_solo_criterio_o_evaluador_no_hay_con_que_probar_y_no_falla():
    mesa = por_influencia({"uno": [5, 3, 1]}, ["a", "b", "c"])

    robustez = probar_orden(mesa)

    assert robustez.escenarios == () and robustez.empate is None
    assert [f.lugar for f in robustez.actores] == [1, 2, 3]
    assert probar_orden(mesa_con({})).actores == ()


# ---- Acuerdo


def test_lo_mas_disputado_del_caso_es_la_influencia_de_la_comunidad():
    primero = medir_acuerdos(CASO)[0]

    assert (primero.id, primero.atributo, primero.disputado) == ("A20", "influencia", True)
    assert primero.menor == (2, ("Equipo FOSIS (ejercicio)", "Privados y academia (ejercicio)"))
    assert primero.mayor == (5, ("Dirigencia del campamento (ejercicio)",))


def test_la_w_se_mide_solo_con_los_actores_que_todos_calificaron():
    mesa = mesa_con({
        "uno": {i: Evaluacion(influencia=n) for i, n in (("a", 5), ("b", 3), ("c", 1))},
        "dos": {i: Evaluacion(influencia=n) for i, n in (("a", 4), ("b", 2))},
    })  # fmt: skip

    medida = medir_ordenes(mesa)

    assert medida["influencia"] == concordancia([[5, 3], [4, 2]])
    assert "urgencia" not in medida


# ---- Decisión


def test_la_fila_la_manda_la_decision_y_no_el_puntaje():
    fila = actores_priorizados(CASO)

    assert [p.id for p in fila[:5]] == ["A02", "A29", "A24", "A33", "A01"]
    assert fila[2].decision is Trato.PRIMERO and fila[2].calculado == 11.5
    assert fila[0].quien == "Comité de Coordinación (ejercicio)"
    assert fila[4].frase == "Todavía sin decisión del grupo."
    assert [p.orden for p in fila] == list(range(1, 35))


def test_sin_nada_decidido_ni_evaluado_la_fila_es_la_del_mapa():
    vacia = CASO.con(prioridad=Prioridad())

    fila = actores_priorizados(vacia)

    assert not any(p.esta_decidido or p.se_convoca for p in fila)
    assert fila[0].calculado is not None
