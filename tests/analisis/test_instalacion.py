"""Lo que se lee de la instalación: faltas contra el oráculo, Comité, regla, quórum y probidad."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mesa_territorial.analisis.instalacion import (
    IMPLICANCIAS,
    asientos_del_comite,
    leer_comite,
    leer_decision,
    leer_probidad,
    quorum_de,
    revisar_acta,
)
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_sesion import RegistroDeSesion
from mesa_territorial.dominio.instalacion import Instalacion
from mesa_territorial.dominio.instalacion_codigos import ReglaDeDecision as Regla
from mesa_territorial.dominio.instalacion_codigos import SinAcuerdo
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

ORACULO = json.loads(
    (Path(__file__).parents[1] / "casos/oraculos/22_acta_campos.json").read_text(encoding="utf-8")
)
CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
# Cada campo del oráculo y la falta que lo nombra; los vacíos se llenan siempre solos.
OBLIGATORIOS = {
    "n° de sesión y tipo (ordinaria/extraordinaria)": "",
    "fecha, hora inicio y término": "fecha",
    "lugar o enlace": "lugar",
    "quién preside y quién actúa de secretaría/ministro de fe": "preside",
    "asistentes: nombre, organización, sector, sexo/género (autodeclarado), titular o subrogante": (
        "integrantes"
    ),
    "excusas e inasistencias": "",
    "lectura/aprobación del acta anterior y seguimiento de compromisos": "",
    "tabla (orden del día)": "tabla",
    "síntesis del debate por punto": "",
    "acuerdos (texto, quórum o consenso, disensos)": "acuerdos",
    "compromisos: id, descripción, responsable (organización + persona), plazo, medio de "
    "verificación, estado": "compromisos",
    "próxima sesión": "proxima",
    "firmas/validación y versión": "",
}
DE_GENERO = {
    "n° mujeres/hombres/otras": "genero_asistentes",
    "minutos o turnos por sexo": "genero_palabra",
    "compromisos a cargo de mujeres": "genero_compromisos",
    "horario y si hubo cuidado infantil": "genero_cuidado",
    "quién moderó": "modera",
}


def faltas(mesa):
    """Las claves de lo que falta, y cuáles impiden firmar."""
    return {f.clave: f.impide for f in revisar_acta(mesa)}


def textos(dichos):
    """Las frases, seguidas."""
    return " ".join(d.texto for d in dichos)


def con(mesa=CAMPANILLA, **campos):
    """La Mesa con otros campos en su instalación."""
    return mesa.con(instalacion=replace(mesa.instalacion, **campos))


def test_las_listas_de_esta_prueba_son_las_del_oraculo():
    assert list(OBLIGATORIOS) == ORACULO["obligatorios"]
    assert list(DE_GENERO) == ORACULO["genero"]


def test_a_una_mesa_vacia_le_falta_todo_lo_obligatorio_y_eso_impide_firmar():
    encontradas = faltas(VACIA)

    for clave in filter(None, OBLIGATORIOS.values()):
        assert encontradas[clave], clave


def test_lo_de_genero_y_lo_que_conviene_se_dice_y_no_impide():
    encontradas = faltas(VACIA)

    for clave in (*DE_GENERO.values(), "tipo", "escala", "reglas", "publicidad"):
        assert encontradas[clave] is False, clave


def test_la_sintesis_se_pide_cuando_hay_tabla_y_se_quita_al_escribirla():
    mesa = con(tabla={k: replace(p, sintesis="") for k, p in CAMPANILLA.instalacion.tabla.items()})

    assert faltas(mesa)["sintesis"]
    assert "sintesis" not in faltas(CAMPANILLA)


def test_al_caso_lo_unico_que_le_impide_firmar_es_un_compromiso_con_verificador():
    assert [c for c, impide in faltas(CAMPANILLA).items() if impide] == ["compromisos"]


def test_todo_lo_que_falta_dice_que_hacer_y_donde():
    for falta in revisar_acta(VACIA):
        assert falta.texto and falta.que_hacer.endswith(".") and falta.donde


def test_el_comite_del_caso_es_el_del_mapa_y_le_faltan_los_que_tienen_la_llave():
    asientos = {a.actor: a for a in asientos_del_comite(CAMPANILLA)}

    assert {i for i, a in asientos.items() if a.esta} == {"A01", "A02", "A10", "A20", "A26"}
    assert {i for i, a in asientos.items() if a.indispensable} == {"A02", "A29", "A32", "A33"}
    alerta = leer_comite(CAMPANILLA)[0]
    assert alerta.tono is Tono.ALERTA
    assert set(alerta.ids) == {"A29", "A32", "A33"}
    assert "Municipio de Valparaíso" in alerta.texto


def test_al_sentar_a_los_indispensables_se_reconoce_y_se_avisa_quien_no_integra():
    mesa = CAMPANILLA
    for id_actor in ("A29", "A32", "A33"):
        mesa = mesa.con_cambio_de_actor(id_actor, comite=True)

    dicho = textos(leer_comite(mesa))

    assert "Está en el Comité todo el que tiene un problema central" in dicho
    assert "todavía no en la Mesa" in dicho


def test_sin_nadie_en_el_comite_se_dice_que_hacer():
    (solo,) = leer_comite(VACIA)

    assert "Nadie está todavía" in solo.texto
    assert "tema 2" in solo.que_hacer


def test_sin_comunidad_el_comite_lo_avisa():
    mesa = CAMPANILLA.con_cambio_de_actor("A20", comite=False)

    assert "no hay nadie de la comunidad" in textos(leer_comite(mesa))


@pytest.mark.parametrize(
    ("porcentaje", "minimo"), [(1, 1), (50, 14), (51, 15), (67, 19), (100, 28)]
)
def test_el_quorum_se_cuenta_sobre_28_integrantes_y_hacia_arriba(porcentaje, minimo):
    assert quorum_de(con(quorum=porcentaje)).minimo == minimo


def test_el_quorum_pide_personas_y_sectores():
    assert quorum_de(CAMPANILLA).se_cumple
    assert quorum_de(con(quorum=100)).se_cumple is False
    assert quorum_de(con(quorum_sectores=5)).se_cumple is False
    assert quorum_de(con(declaraciones={})).se_cumple is None
    assert quorum_de(VACIA) is None


def test_cada_regla_dice_que_le_hace_a_la_palabra_cuando_conviene_y_que_cuidar():
    assert set(IMPLICANCIAS) == set(Regla)
    for implicancia in IMPLICANCIAS.values():
        assert implicancia.palabra and implicancia.conviene and implicancia.cuidado


def _sala(mujeres, hombres, regla, **otros):
    sesion = RegistroDeSesion(
        id="S",
        nombre="S",
        fecha="2026-03-14",
        asistentes_mujeres=mujeres,
        asistentes_hombres=hombres,
        **otros,
    )
    return VACIA.con(
        instalacion=Instalacion(fecha="2026-03-14", regla=regla),
        genero=Genero(sesiones={"S": sesion}),
    )


@pytest.mark.parametrize("regla", [Regla.MAYORIA_SIMPLE, Regla.MAYORIA_CALIFICADA])
def test_por_mayoria_y_con_pocas_mujeres_se_avisa_con_su_fuente(regla):
    (aviso,) = [d for d in leer_decision(_sala(6, 18, regla)) if "es cuando menos" in d.texto]

    assert aviso.tono is Tono.ALERTA
    assert "6 de 24" in aviso.texto
    assert "94 grupos" in aviso.por_que and "2012" in aviso.por_que
    assert "otro país" in aviso.por_que


@pytest.mark.parametrize("regla", [Regla.CONSENSO, Regla.UNANIMIDAD])
def test_por_consenso_o_unanimidad_no_se_alarma(regla):
    assert "es cuando menos" not in textos(leer_decision(_sala(6, 18, regla)))


def test_con_muchas_mujeres_la_mayoria_no_alarma_pero_lo_medido_manda():
    dichos = leer_decision(CAMPANILLA)

    (medido,) = [d for d in dichos if "turnos" in d.texto]
    assert "24 de 45" in textos(dichos)
    assert medido.texto == "En la sesión, las mujeres tomaron 22 de 55 turnos."
    assert "0,75" in medido.por_que
    assert medido.tono is Tono.ALERTA


def test_sin_contar_la_sala_se_pide_contarla():
    mesa = VACIA.con(instalacion=Instalacion(regla=Regla.CONSENSO))

    assert "No se sabe cuántas mujeres" in textos(leer_decision(mesa))


def test_la_salida_y_el_umbral_se_piden_cuando_hacen_falta():
    assert "cuando no haya acuerdo" in textos(leer_decision(con(regla=Regla.CONSENSO)))
    calificada = con(regla=Regla.CONSENSO, sin_acuerdo=SinAcuerdo.CALIFICADA)
    assert "no dice de cuánto" in textos(leer_decision(calificada))
    assert "no dice de cuánto" not in textos(leer_decision(con(mesa=calificada, umbral=67)))


def test_la_probidad_cuenta_a_quien_falta_y_nombra_sin_acusar():
    dichos = leer_probidad(CAMPANILLA)

    assert "Falta la declaración de 24 integrantes" in textos(dichos)
    assert [d.ids for d in dichos if "no hay resguardo" in d.texto] == [("A11",)]
    (mapa,) = [d for d in dichos if "financiamiento" in d.texto]
    assert mapa.tono is Tono.DATO and "No es una falta" in mapa.por_que


def test_quien_dirige_y_tiene_conflicto_se_avisa():
    dichas = CAMPANILLA.instalacion.declaraciones
    tiene = replace(dichas["A26"], id="A01")

    assert "dirige la sesión" in textos(leer_probidad(con(declaraciones={**dichas, "A01": tiene})))


def test_una_mesa_sin_integrantes_no_dice_nada_de_probidad():
    assert leer_probidad(VACIA) == ()
