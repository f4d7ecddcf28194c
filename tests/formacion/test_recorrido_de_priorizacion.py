"""El recorrido y el banco del tema 04 dicen la verdad: cada cifra sale del análisis del caso."""

import json

import pytest
from analisis.redes import ORACULOS

from mesa_territorial.analisis.prioridad import actores_priorizados
from mesa_territorial.analisis.prioridad.acuerdo import medir_acuerdos
from mesa_territorial.analisis.prioridad.clases_de_actor import cuadrante_de, saliencia_de
from mesa_territorial.analisis.prioridad.comparacion import comparar
from mesa_territorial.analisis.prioridad.firmeza import probar_orden
from mesa_territorial.analisis.prioridad.notas import notas_de
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.prioridad import Prioridad
from mesa_territorial.dominio.prioridad_codigos import Trato
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.recorrido import Paso, cargar_recorrido
from mesa_territorial.textos import numero

CASO = cargar_caso("mesa_campanilla")
DEL_MAPA = CASO.con(prioridad=Prioridad())
RECORRIDO = cargar_recorrido("04_priorizacion")
BANCO = cargar_banco("04_priorizacion")
NOTAS = notas_de(CASO)


def paso(id_paso: str) -> Paso:
    return next(p for p in RECORRIDO.paso if p.id == id_paso)


def la_que_acierta(id_paso: str) -> str:
    (opcion,) = [o for o in paso(id_paso).opciones if o.acierta]
    return opcion.texto


def nombrado(parte: str) -> str:
    (id_actor,) = [a.id for a in CASO.actores.values() if a.nombre.startswith(parte)]
    return id_actor


def claves(umbral: float) -> list[str]:
    juicios = notas_de(DEL_MAPA)
    return [i for i, j in juicios.items() if cuadrante_de(j, umbral).clave == "clave"]


# ---- El recorrido


def test_solo_el_municipio_tiene_influencia_cinco_e_interes_tres():
    justos = [a.id for a in CASO.actores.values() if (a.influencia, a.interes) == (5, 3)]

    assert tuple(justos) == paso("justo-en-el-tres").acepta == ("A29",)


def test_la_regla_de_empate_deja_cuatro_o_trece():
    assert (len(claves(3)), len(claves(2.99))) == (4, 13)
    assert la_que_acierta("cuantos-clave") == "Trece"
    altos = [a for a in CASO.actores.values() if a.influencia > 3 or a.interes > 3]
    assert len(altos) == 20


def test_solo_la_comunidad_baja_de_cuatro_a_dos_y_medio():
    bajan = [
        i for i, j in NOTAS.items()
        if CASO.actor(i).influencia == 4 and j["influencia"].valor == 2.5
    ]  # fmt: skip

    assert tuple(bajan) == paso("la-comunidad-se-mueve").acepta
    assert cuadrante_de(notas_de(DEL_MAPA)["A20"], 3).clave == "clave"
    assert cuadrante_de(NOTAS["A20"], 3).clave == "informado"


def test_los_dependientes_son_los_tres_que_se_aceptan():
    clases = {i: saliencia_de(j, 3) for i, j in NOTAS.items()}
    dependientes = {i for i, c in clases.items() if c and c.clave == "dependiente"}

    assert dependientes == set(paso("dependientes").acepta)
    assert clases["A26"].clave == "ninguna" and clases["A22"] is None


def test_la_organizacion_de_mujeres_tiene_disputadas_las_cuatro_notas():
    disputadas: dict[str, int] = {}
    for medido in medir_acuerdos(CASO):
        disputadas[medido.id] = disputadas.get(medido.id, 0) + medido.disputado

    assert [i for i, n in disputadas.items() if n == 4] == list(paso("lo-disputado").acepta)
    assert (disputadas["A20"], disputadas["A33"], disputadas["A10"]) == (1, 2, 1)


def test_la_fundacion_es_sexta_en_la_suma_y_ultima_en_la_saliencia():
    (fila,) = [f for f in comparar(CASO).filas if f.id == paso("dos-maneras").acepta[0]]

    assert (fila.uno, fila.dos) == (6, 12)
    assert {n.valor for c, n in NOTAS["A26"].items() if c != "interes"} == {3}


def test_con_la_influencia_en_cincuenta_sale_la_fundacion_y_nadie_mas():
    robustez = probar_orden(CASO)
    cincuenta = next(
        e.lugares for e in robustez.escenarios if e.que.startswith("con influencia en 50")
    )
    salen = [f.id for f in robustez.actores if f.entra and cincuenta[f.id] > robustez.corte]

    assert salen == [nombrado("Fundación de vivienda J")]
    assert la_que_acierta("firmeza").startswith("La Fundación de vivienda J")
    assert (robustez.corte, len(robustez.firmes)) == (6, 4)


def test_la_decision_contra_el_puntaje_es_la_unica_fuera_de_los_seis():
    primeros = [p for p in actores_priorizados(CASO) if p.decision is Trato.PRIMERO]
    contra = [p.id for p in primeros if p.calculado > CASO.prioridad.corte]

    assert tuple(contra) == paso("contra-el-puntaje").acepta == ("A24",)
    assert len(primeros) == 3
    sin_decidir = [p for p in actores_priorizados(CASO) if not p.esta_decidido]
    assert len(sin_decidir) == 30


# ---- El banco


def test_los_ocho_de_la_tabla_llevan_las_notas_del_mapa():
    item = BANCO.item("cuantos-clave")
    filas = {f[0].split(" (")[0]: f[1:] for f in item.tabla.filas}

    for nombre, notas in filas.items():
        actor = CASO.actor(next(a.id for a in CASO.actores.values() if a.nombre.startswith(nombre)))
        assert notas == (numero(actor.influencia), numero(actor.interes)), nombre
    assert item.valor == sum(int(i) > 3 and int(x) > 3 for i, x in filas.values())
    assert item.errores[0].valor == sum(int(i) >= 3 and int(x) >= 3 for i, x in filas.values())


def test_la_mediana_y_la_suma_del_banco_son_las_del_caso():
    assert BANCO.item("mediana-de-cuatro").valor == NOTAS["A20"]["influencia"].valor
    puestas = [e.evaluaciones["A20"].influencia for e in CASO.prioridad.evaluadores.values()]
    assert sorted(puestas) == [2, 2, 3, 5]
    mujeres = {c: n.valor for c, n in NOTAS["A24"].items()}
    assert mujeres == {"influencia": 1.5, "interes": 4.5, "legitimidad": 3.5, "urgencia": 4}
    assert BANCO.item("suma-ponderada").valor == pytest.approx(
        sum(CASO.prioridad.pesos[c] * n for c, n in mujeres.items()) / 100
    )


def test_borda_del_banco_es_el_ejemplo_publicado():
    oraculo = json.loads((ORACULOS / "09_borda_tennessee.json").read_text(encoding="utf-8"))
    item = BANCO.item("borda-tennessee")

    assert item.valor == oraculo["publicado"]["Nashville"]
    assert [(int(f[0]), list(f[1:])) for f in item.tabla.filas] == [
        (p["votos"], p["orden"]) for p in oraculo["papeletas"]
    ]
    orden = sorted(oraculo["publicado"], key=lambda c: -oraculo["publicado"][c])
    assert [c.lower() for c in orden] == list(BANCO.item("orden-de-borda").solucion)


def test_los_tres_recorridos_del_banco_son_los_del_oraculo():
    oraculo = json.loads((ORACULOS / "13_delphi_iqr.json").read_text(encoding="utf-8"))["IQR"]
    dichos = {f[1] for f in BANCO.item("tres-recorridos").tabla.filas}

    assert dichos == {"1", numero(oraculo["median_unbiased"], 2), numero(oraculo["weibull"], 2)}


def test_la_tabla_de_firmeza_es_la_del_caso():
    hoy = {f.id: f.lugar for f in probar_orden(CASO).actores}
    pruebas = {e.que: e.lugares for e in probar_orden(CASO).escenarios}
    treinta, cincuenta = (pruebas[f"con influencia en {n} % (hoy 40 %)"] for n in (30, 50))

    for nombre, *dichos in BANCO.item("que-es-firme").tabla.filas:
        i = nombrado(nombre.split(" (")[0])
        reales = [treinta[i], hoy[i], cincuenta[i]]
        assert dichos == [numero(x, 0 if float(x).is_integer() else 1) for x in reales]
