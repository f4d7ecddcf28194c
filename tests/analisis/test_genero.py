"""Presencia, voz, GRES y el lente: contra los oráculos 15 y contra el caso contado de nuevo."""

from dataclasses import replace

import pytest
from analisis.redes import oraculo
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.genero import (
    TEMAS_CON_LENTE,
    contar_sesion,
    contar_sesiones,
    contrastar_gen,
    decir_cuenta,
    decir_rango,
    mirar_con_lente,
    sumar,
    techo_gres,
)
from mesa_territorial.analisis.genero.preguntas import DE_RESULTADO, PREGUNTAS, TODAS
from mesa_territorial.analisis.participacion import Cuenta
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.genero import Genero, MedidaDeGenero, RespuestaDeGenero
from mesa_territorial.dominio.genero_codigos import (
    Contestacion,
    EstadoDeMedida,
    EtapaDeMesa,
    Gen,
    Gres,
    NivelLongwe,
)
from mesa_territorial.dominio.genero_sesion import RegistroDeSesion
from mesa_territorial.dominio.instalacion import Instalacion
from mesa_territorial.dominio.instalacion_codigos import AsuntoDeRegla, ReglaDeDecision
from mesa_territorial.dominio.instalacion_fichas import ReglaDelJuego
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.esquemas import genero_catalogos as rotulos

ORACULO, CATALOGOS = oraculo("15_genero_metricas"), oraculo("15_genero_catalogos")
CASO, ESPERADO = ORACULO["caso"], ORACULO["esperado"]
CAMPANILLA = cargar_caso("mesa_campanilla")
SESION = RegistroDeSesion(
    id="s",
    nombre="Sesión",
    asistentes_mujeres=CASO["asistentes_M"],
    asistentes_hombres=CASO["asistentes_H"],
    minutos_mujeres=CASO["minutos_M"],
    minutos_hombres=CASO["minutos_H"],
    turnos_mujeres=CASO["turnos_M"],
    turnos_hombres=CASO["turnos_H"],
    compromisos_mujeres=CASO["compromisos_resp_M"],
    compromisos_hombres=CASO["compromisos_total"] - CASO["compromisos_resp_M"],
    liderazgos_mujeres=CASO["liderazgos_M"],
    liderazgos_hombres=CASO["liderazgos_total"] - CASO["liderazgos_M"],
)
SI = {
    p.id: RespuestaDeGenero(id=p.id, respuesta=Contestacion.SI, evidencia="acta 3")
    for p in DE_RESULTADO
    if p.nivel is not Gres.NEGATIVO
}
CUMPLIDA = MedidaDeGenero(
    id="m", medida="Cuidado infantil", estado=EstadoDeMedida.CUMPLIDA, evidencia="acta 2"
)


def _casi(valor: float) -> object:
    return pytest.approx(valor, abs=5e-5)


def test_el_caso_resuelto_da_lo_esperado():
    c = contar_sesion(SESION)

    assert 100 * c.asistencia.parte == _casi(ESPERADO["pct_asistencia_M"])
    assert 100 * c.minutos.parte == _casi(ESPERADO["pct_minutos_M"])
    assert 100 * c.turnos.parte == _casi(ESPERADO["pct_turnos_M"])
    assert 100 * c.compromisos.parte == _casi(ESPERADO["pct_compromisos_M"])
    assert 100 * c.liderazgos.parte == _casi(ESPERADO["pct_liderazgos_M"])
    assert c.en_rango is ESPERADO["paridad_40_60"]
    assert c.voz_minutos == c.voz == _casi(ESPERADO["indice_voz_minutos (%min / %asist)"])
    assert c.voz_turnos == _casi(ESPERADO["indice_voz_turnos"])
    assert c.razon_liderazgo == _casi(ESPERADO["razon_liderazgo"])
    assert c.minutos_por_mujer == _casi(ESPERADO["minutos_por_persona_M"])
    assert c.minutos_por_hombre == _casi(ESPERADO["minutos_por_persona_H"])


def test_lo_que_no_se_midio_no_se_calcula():
    vacia = contar_sesion(RegistroDeSesion(id="s", nombre="Sesión"))

    assert {getattr(vacia, c) for c in vacia.__slots__ if c != "sesion"} == {None}
    assert vacia.voz is None


def test_con_pocos_casos_se_dice_la_cuenta_y_el_rango_dice_cuantas_faltan():
    assert decir_cuenta(Cuenta(mujeres=3, total=7)) == "3 de 7"
    assert decir_cuenta(Cuenta(mujeres=0, total=0)) == "nada que contar"
    assert decir_cuenta(None) == "sin contar"
    assert decir_cuenta(Cuenta(mujeres=12, total=28)) == "12 de 28 (43\u00a0%)"
    assert decir_rango(Cuenta(mujeres=11, total=28)).endswith("harían falta 1 más")
    assert decir_rango(Cuenta(mujeres=12, total=28)) == "dentro de 40/60"
    assert "más del 60 %" in decir_rango(Cuenta(mujeres=9, total=10))
    assert decir_rango(Cuenta(mujeres=0, total=0)) == ""


def test_las_cuentas_se_suman_y_no_se_promedian():
    sesiones = CAMPANILLA.genero.sesiones.values()

    assert sumar(sesiones, "compromisos") == Cuenta(mujeres=6, total=16)
    assert sumar(sesiones, "asistentes") == Cuenta(mujeres=73, total=136)
    assert sumar(sesiones, "minutos") is None


def test_las_sesiones_van_por_fecha_y_sin_fecha_al_final():
    sesiones = {
        i: RegistroDeSesion(id=i, nombre=i, fecha=f)
        for i, f in (("c", ""), ("b", "2026-04-01"), ("a", "2026-03-01"))
    }

    assert [c.sesion.id for c in contar_sesiones(Genero(sesiones=sesiones))] == ["a", "b", "c"]


CUENTAS = st.integers(0, 500)


@given(CUENTAS, CUENTAS, CUENTAS, CUENTAS, CUENTAS, CUENTAS)
def test_el_indice_de_voz_no_depende_de_la_unidad(m, h, o, tm, th, to):
    base = RegistroDeSesion(
        id="s", nombre="S", asistentes_mujeres=m, asistentes_hombres=h, asistentes_otra=o,
        minutos_mujeres=tm, minutos_hombres=th, minutos_otra=to,
    )  # fmt: skip
    doble = replace(base, minutos_mujeres=2 * tm, minutos_hombres=2 * th, minutos_otra=2 * to)

    voz = contar_sesion(base).voz_minutos

    assert (voz is None) == (m == 0 or tm + th + to == 0)
    assert voz == pytest.approx(contar_sesion(doble).voz_minutos)


# ---- GRES


def _genero(**campos) -> Genero:
    return Genero(**campos)


def test_sin_nada_anotado_no_se_califica():
    techo = techo_gres(_genero())

    assert techo.nivel is None
    assert "no se puede calificar" in techo.frase


def test_solo_planes_es_ciego_porque_gres_no_califica_intenciones():
    techo = techo_gres(_genero(medidas={"m": replace(CUMPLIDA, evidencia="")}))

    assert (techo.nivel, techo.siguiente) == (Gres.CIEGO, Gres.DIRIGIDO)


@pytest.mark.parametrize("mujeres", [0, 5, 10, 14, 28])
def test_contar_presencia_nunca_pasa_de_dirigido(mujeres):
    sesion = RegistroDeSesion(
        id="s", nombre="S", asistentes_mujeres=mujeres, asistentes_hombres=28 - mujeres
    )

    techo = techo_gres(_genero(sesiones={"s": sesion}, medidas={"m": CUMPLIDA}))

    assert techo.nivel is Gres.DIRIGIDO
    assert techo.frase.startswith("Con lo que hay alcanza, a lo más, para «dirigido»")
    assert "responsivo" not in techo.frase
    assert len(techo.faltan) == 2


def test_responsivo_pide_necesidades_reparto_y_una_medida_cada_cual_con_prueba():
    responsivas = {i: SI[i] for i in ("gres_necesidades", "gres_beneficios")}
    todo = _genero(sesiones={"s": SESION}, medidas={"m": CUMPLIDA}, respuestas=responsivas)

    assert techo_gres(todo).nivel is Gres.RESPONSIVO
    for quitar in responsivas:
        menos = replace(todo, respuestas={i: r for i, r in responsivas.items() if i != quitar})
        assert techo_gres(menos).nivel is Gres.DIRIGIDO
    assert techo_gres(replace(todo, medidas={})).nivel is Gres.DIRIGIDO
    mudas = {i: replace(r, evidencia="") for i, r in responsivas.items()}
    techo = techo_gres(replace(todo, respuestas=mudas))
    assert techo.nivel is Gres.DIRIGIDO
    assert any("sin prueba escrita no acredita" in p for p in techo.porque)


def test_transformador_pide_todo_y_un_dano_manda_sobre_lo_demas():
    todo = _genero(sesiones={"s": SESION}, medidas={"m": CUMPLIDA}, respuestas=SI)
    dano = RespuestaDeGenero(id="gres_dano", respuesta=Contestacion.EN_PARTE, evidencia="acta 9")

    assert techo_gres(todo).nivel is Gres.TRANSFORMADOR
    assert techo_gres(todo).faltan == ()
    danado = techo_gres(replace(todo, respuestas={**SI, "gres_dano": dano}))
    assert danado.nivel is Gres.NEGATIVO
    assert "acta 9" in danado.porque[0]


def test_el_marcador_gen_no_decide_el_resultado():
    for gen in Gen:
        assert techo_gres(_genero(gen=gen, sesiones={"s": SESION})).nivel is Gres.DIRIGIDO
    assert contrastar_gen(_genero()) == ""
    assert "es una promesa" in contrastar_gen(_genero(gen=Gen.GEN3))
    assert "Ninguno reemplaza" in contrastar_gen(_genero(gen=Gen.GEN3, sesiones={"s": SESION}))


def test_campanilla_alcanza_a_lo_mas_para_dirigido():
    assert techo_gres(CAMPANILLA.genero).nivel is Gres.DIRIGIDO


# ---- Catálogos


def test_los_catalogos_son_los_publicados():
    dichos = {g.name: rotulos.GEN[g] for g in Gen}
    for codigo, definicion in CATALOGOS["GEN"].items():
        assert dichos[codigo].split(" · ")[1] == definicion.split(" (")[0]
    niveles = [nombre.split(" (")[0] for nombre, _ in CATALOGOS["GRES"]]
    assert [str(g) for g in Gres] == niveles == list(rotulos.GRES)
    longwe = [rotulos.LONGWE[n].split(" · ")[1].lower() for n in NivelLongwe]
    assert longwe == CATALOGOS["Longwe_niveles_de_menor_a_mayor"]


def test_lo_escrito_de_memoria_se_marca_y_no_entra_en_ningun_calculo():
    assert CATALOGOS["Moser_Harvard"] == "DE MEMORIA"
    assert "DE MEMORIA" in rotulos.__doc__
    assert [m.split(":")[0] for m in CATALOGOS["Moser"]] == list(rotulos.MOSER)
    assert CATALOGOS["Harvard"] == list(rotulos.HARVARD)


def test_toda_etapa_tiene_preguntas_y_ninguna_se_repite():
    assert {p.etapa for p in PREGUNTAS} == set(EtapaDeMesa)
    assert len(TODAS) == len(PREGUNTAS) + len(DE_RESULTADO) == 24
    assert len({p.medida for p in PREGUNTAS}) == len(PREGUNTAS)


# ---- El lente


@pytest.mark.parametrize("tema", [*TEMAS_CON_LENTE, "03_mapa_de_actores"])
@pytest.mark.parametrize("mesa", [CAMPANILLA, Mesa(id="m", nombre="Nueva",
                                                   territorio=Territorio(cut_comuna="05101"))],
                         ids=["campanilla", "vacia"])  # fmt: skip
def test_el_lente_habla_de_todo_tema_con_actores_que_existen(tema, mesa):
    lente = mirar_con_lente(mesa, tema)

    assert lente.preguntas and all(p.startswith("¿") or "¿" in p for p in lente.preguntas)
    assert all(d.texto.endswith(".") for d in lente.dichos)
    assert {i for d in lente.dichos for i in d.ids} <= set(mesa.actores)
    tonos = [d.tono == "alerta" for d in lente.dichos]
    assert tonos == sorted(tonos, reverse=True)


def test_un_tema_sin_lente_lo_dice():
    with pytest.raises(ReglaRota, match="Todavía no hay un lente"):
        mirar_con_lente(CAMPANILLA, "12_otra_cosa")


def _dice(tema: str, mesa: Mesa = CAMPANILLA) -> str:
    return " ".join(d.texto for d in mirar_con_lente(mesa, tema).dichos)


def test_el_lente_lee_campanilla():
    assert "8 organizaciones comunitarias no tienen anotado" in _dice("mapa_de_actores")
    assert "tiene vínculo directo con quienes deciden" in _dice("mapa_de_actores")
    assert "Mucho interés y poca influencia: Organización de mujeres" in _dice("priorizacion")
    assert "sin decir el horario, los cuidados y el lugar" in _dice("convocatoria")
    assert "índice de voz 0,97" in _dice("sesiones")
    assert "6 de 16 (38\u00a0%), y 5 compartidos" in _dice("compromisos")
    assert "0,75 → 0,83 → 0,97" in _dice("seguimiento")


def test_una_organizacion_de_mujeres_sin_vinculos_o_lejos_de_decidir_se_avisa():
    sola = CAMPANILLA.con(relaciones={})
    lejos = CAMPANILLA.con(
        relaciones={i: r for i, r in CAMPANILLA.relaciones.items()
                    if not {r.de, r.hacia} & {"A01", "A20"}}
    )  # fmt: skip

    assert "Sin ningún vínculo en el mapa: Organización de mujeres" in _dice("mapeo", sola)
    assert "sólo por medio de otro: Organización de mujeres" in _dice("mapeo", lejos)


def test_decidir_por_mayoria_con_las_mujeres_en_minoria_se_avisa():
    sesion = RegistroDeSesion(id="s", nombre="S", asistentes_mujeres=9, asistentes_hombres=16)
    mesa = CAMPANILLA.con(genero=Genero(sesiones={"s": sesion}))
    por_mayoria = mesa.con(instalacion=Instalacion(regla=ReglaDeDecision.MAYORIA_SIMPLE))
    por_consenso = mesa.con(instalacion=Instalacion(regla=ReglaDeDecision.CONSENSO))

    assert "las mujeres son 9 de 25 (36" in _dice("instalacion", por_mayoria)
    assert "Se decide por mayoría" not in _dice("instalacion", por_consenso)


def test_una_regla_de_palabra_puesta_en_la_instalacion_tambien_vale():
    regla = ReglaDelJuego(id="r", texto="Ronda antes de repetir", asunto=AsuntoDeRegla.PALABRA)
    mesa = CAMPANILLA.con(instalacion=Instalacion(reglas={"r": regla}))

    assert "No hay reglas de palabra" in _dice(
        "instalacion", CAMPANILLA.con(instalacion=Instalacion(), genero=Genero())
    )
    assert "No hay reglas de palabra" not in _dice("instalacion", mesa)
