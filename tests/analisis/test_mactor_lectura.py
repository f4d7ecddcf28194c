"""Lo que el juego dice en palabras, sobre el caso y sobre Mesas pequeñas."""

from dataclasses import replace

import pytest
from analisis.redes import oraculo

from mesa_territorial.analisis.mactor import (
    Papel,
    Planteo,
    camino,
    concluir,
    distancias_de_actores,
    distancias_de_objetivos,
    medir_fuerzas,
    palancas,
    papeles,
    plantear,
    probar_dudas,
    resolver,
)
from mesa_territorial.analisis.mactor.dependencias import CONFLICTO, MAS_PESA
from mesa_territorial.analisis.mactor.lectura import leer_juego
from mesa_territorial.casos import cargar_caso

MESA = cargar_caso("mesa_campanilla")
PLANTEO = plantear(MESA)
RESULTADO = resolver(PLANTEO)
ADP = oraculo("01_mactor_adp")
AEROPUERTO = Planteo(
    ids=tuple("abcdef"), objetivos=tuple("vwxyz"), influencias=ADP["MID"], posiciones=ADP["MAO2"]
)


def asuntos(mesa):
    return {a.clave: a for a in leer_juego(mesa)}


def test_la_distancia_entre_actores_es_convergencia_menos_divergencia():
    medido = resolver(AEROPUERTO).posiciones[2]

    esperada = [
        [c - d for c, d in zip(una, otra, strict=True)]
        for una, otra in zip(ADP["3CAA"], ADP["3DAA"], strict=True)
    ]
    for fila, suya in zip(distancias_de_actores(medido), esperada, strict=True):
        assert list(fila) == pytest.approx(suya, abs=1e-5)


def test_la_distancia_entre_objetivos_cuenta_quienes_coinciden_en_los_dos():
    primera = resolver(AEROPUERTO).posiciones[0]

    netas = distancias_de_objetivos(primera)

    # Características y ruido: a favor de los dos, Constructores; contra los dos, tres más.
    assert netas[0][4] == 4
    assert netas[0][2] == -1 + 2
    assert all(netas[i][i] == 0 for i in range(5))


def test_los_papeles_salen_del_promedio_y_uno_justo_en_el_no_es_alto():
    parejos = medir_fuerzas([[0, 1, 1], [1, 0, 1], [1, 1, 0]])

    assert papeles(parejos) == (Papel.AUTONOMO,) * 3
    assert papeles(RESULTADO.fuerzas)[PLANTEO.ids.index("A02")] is Papel.DE_ENLACE
    assert papeles(RESULTADO.fuerzas)[PLANTEO.ids.index("A24")] is Papel.DOMINADO


def test_el_camino_dice_por_quien_se_llega_y_cuanto_pasa():
    hallado = camino(((0, 3, 0), (0, 0, 1), (0, 0, 0)), 0, 2)

    assert (hallado.directo, hallado.por, hallado.transmite) == (0, 1, 1)
    assert camino(((0, 3), (0, 0)), 0, 1).por is None


def test_la_palanca_es_quien_empuja_y_puede_mas_de_lo_que_recibe():
    for palanca in palancas(RESULTADO):
        if palanca.por is not None:
            quien = palanca.por.quien
            assert PLANTEO.posiciones[quien][palanca.objetivo] > 0
            assert RESULTADO.fuerzas.saldo[quien][palanca.sobre] == palanca.saldo > 0
            assert PLANTEO.posiciones[palanca.sobre][palanca.objetivo] < 0


def test_si_nadie_puede_mover_al_que_resiste_se_dice():
    sin_nadie = [p for p in palancas(RESULTADO) if p.por is None]

    assert [PLANTEO.ids[p.sobre] for p in sin_nadie] == ["A12"]
    assert "no la mueve nadie" in asuntos(MESA)["palancas"].veredicto


def test_una_casilla_vacia_se_cuenta_y_se_calcula_como_cero():
    assert PLANTEO.vacias == 4
    assert PLANTEO.casillas == 12 * 11 + 12 * 5
    assert "188 de 192" in asuntos(MESA)["faltas"].veredicto


def test_la_duda_que_cambia_quien_pesa_mas_se_nombra_con_sus_dos_valores():
    dichos = " ".join(d.texto for d in asuntos(MESA)["dudas"].dichos)

    assert "SERVIU de Valparaíso sobre Municipio de Valparaíso fuera 1 y no 2" in dichos
    assert "quien más pesa sería Municipio de Valparaíso" in dichos


def test_una_duda_que_no_cambia_nada_no_se_muestra():
    prueba = probar_dudas(PLANTEO, RESULTADO)

    lugares = {(d.de_posicion, d.lugar) for d in prueba.dependencias}
    assert (prueba.probadas, prueba.total, len(lugares)) == (5, 5, 2)
    assert {k for d in prueba.dependencias for k in d.cambios} == {MAS_PESA, CONFLICTO}


def test_con_cien_actores_se_prueban_pocas_dudas_y_se_dice_cuantas_quedan(monkeypatch):
    monkeypatch.setattr("mesa_territorial.analisis.mactor.dependencias.PRESUPUESTO", 0)

    prueba = probar_dudas(PLANTEO, RESULTADO)

    assert (prueba.probadas, prueba.total) == (4, 5)
    assert "Falta una por probar" in asuntos(MESA)["dudas"].nota


def test_un_empate_en_lo_mas_fuerte_no_nombra_a_uno_al_azar():
    planteo = Planteo(
        ids=("a", "b"), objetivos=("o",), influencias=((0, 2), (2, 0)), posiciones=((1,), (1,))
    )

    assert concluir(resolver(planteo))[MAS_PESA] == (0, 1)


def test_el_orden_de_los_actores_no_cambia_lo_que_se_concluye():
    orden = list(reversed(range(len(PLANTEO.ids))))
    vuelto = replace(
        PLANTEO,
        ids=tuple(PLANTEO.ids[i] for i in orden),
        influencias=tuple(tuple(PLANTEO.influencias[a][b] for b in orden) for a in orden),
        posiciones=tuple(PLANTEO.posiciones[a] for a in orden),
    )

    def con_ids(p):
        return {
            k: {p.ids[i] for i in v} for k, v in concluir(resolver(p)).items() if k[0] != "objetivo"
        }

    assert con_ids(vuelto) == con_ids(PLANTEO)


def test_todo_lo_dicho_nombra_a_actores_de_la_mesa_y_termina_en_punto():
    for asunto in leer_juego(MESA):
        assert asunto.veredicto.endswith("."), asunto.veredicto
        for dicho in asunto.dichos:
            assert set(dicho.ids) <= set(MESA.actores)
            for frase in (dicho.texto, dicho.por_que, dicho.que_hacer):
                assert not frase or frase.endswith("."), frase


@pytest.mark.parametrize("actores", [(), ("A01",)])
def test_con_menos_de_dos_actores_se_dice_como_partir(actores):
    (asunto,) = leer_juego(MESA.con(juego=replace(MESA.juego, actores=actores)))

    assert "al menos dos actores" in asunto.veredicto


def test_sin_objetivos_se_lee_lo_que_ya_se_puede():
    claves = [a.clave for a in leer_juego(MESA.con(juego=replace(MESA.juego, objetivos={})))]

    assert claves == ["faltas", "fuerzas", "comienzo", "dudas"]


def test_sin_nada_anotado_nadie_pesa_mas_que_otro():
    vacio = replace(MESA.juego, influencias={}, posiciones={})
    dichos = asuntos(MESA.con(juego=vacio))

    assert dichos["fuerzas"].veredicto == "Con lo anotado, todos pesan lo mismo."
    assert dichos["conflictos"].veredicto == "Con lo anotado, nadie choca con nadie."
    assert dichos["palancas"].veredicto.startswith("Nadie resiste")
    assert "no mueve a nadie" in dichos["objetivos"].dichos[0].texto
