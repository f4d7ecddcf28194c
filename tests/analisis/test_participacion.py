"""Presencia y voz, contra el caso resuelto y los bordes del rango 40/60."""

import pytest
from analisis.redes import oraculo

from mesa_territorial.analisis.participacion import (
    Cuenta,
    esta_en_rango,
    indice_de_voz,
    minimo_para_el_piso,
    por_persona,
)
from mesa_territorial.dominio.reglas import ReglaRota

ORACULO = oraculo("15_genero_metricas")
CASO, ESPERADO = ORACULO["caso"], ORACULO["esperado"]


def _de_ambos(que: str) -> Cuenta:
    mujeres = CASO[f"{que}_M"]
    return Cuenta(mujeres=mujeres, total=mujeres + CASO[f"{que}_H"])


def test_el_caso_resuelto_da_lo_esperado():
    asisten, minutos, turnos = (_de_ambos(q) for q in ("asistentes", "minutos", "turnos"))
    compromisos = Cuenta(mujeres=CASO["compromisos_resp_M"], total=CASO["compromisos_total"])
    liderazgos = Cuenta(mujeres=CASO["liderazgos_M"], total=CASO["liderazgos_total"])

    porcentajes = [c.parte * 100 for c in (asisten, minutos, turnos, compromisos, liderazgos)]

    nombres = ("asistencia", "minutos", "turnos", "compromisos", "liderazgos")
    assert porcentajes == pytest.approx([ESPERADO[f"pct_{n}_M"] for n in nombres], abs=5e-5)
    voz = ESPERADO["indice_voz_minutos (%min / %asist)"]
    assert indice_de_voz(minutos, asisten) == pytest.approx(voz)
    assert indice_de_voz(turnos, asisten) == pytest.approx(ESPERADO["indice_voz_turnos"], abs=1e-6)
    assert indice_de_voz(liderazgos, asisten) == pytest.approx(
        ESPERADO["razon_liderazgo"], abs=1e-6
    )
    assert esta_en_rango(asisten) is ESPERADO["paridad_40_60"]


def test_los_minutos_por_persona_dan_lo_esperado():
    mujeres = por_persona(CASO["minutos_M"], CASO["asistentes_M"])
    hombres = por_persona(CASO["minutos_H"], CASO["asistentes_H"])

    assert mujeres == ESPERADO["minutos_por_persona_M"]
    assert hombres == ESPERADO["minutos_por_persona_H"]


@pytest.mark.parametrize("borde", ORACULO["paridad_bordes"], ids=str)
def test_los_bordes_del_rango(borde):
    asistencia = Cuenta(mujeres=borde["M"], total=borde["M"] + borde["H"])

    parte = asistencia.parte

    assert esta_en_rango(asistencia) is borde["cumple"]
    assert (parte is None) == (borde["pct"] is None)
    assert (parte or 0) * 100 == pytest.approx(borde["pct"] or 0, abs=5e-5)


@pytest.mark.parametrize(("personas", "minimo"), ORACULO["minimo_mujeres_para_40pct"].items())
def test_cuantas_faltan_para_el_piso(personas, minimo):
    assert minimo_para_el_piso(int(personas)) == minimo
    assert esta_en_rango(Cuenta(mujeres=minimo, total=int(personas))) is not None


def test_sobre_cero_no_hay_razon_y_con_pocas_no_hay_porcentaje():
    nadie = Cuenta(mujeres=0, total=0)

    assert indice_de_voz(nadie, Cuenta(mujeres=3, total=5)) is None
    assert indice_de_voz(Cuenta(mujeres=1, total=5), Cuenta(mujeres=0, total=5)) is None
    assert por_persona(10, 0) is None
    assert not Cuenta(mujeres=3, total=9).se_muestra_en_porcentaje
    assert Cuenta(mujeres=3, total=10).se_muestra_en_porcentaje


def test_no_puede_haber_mas_mujeres_que_personas():
    with pytest.raises(ReglaRota, match="más que el total"):
        Cuenta(mujeres=3, total=2)
