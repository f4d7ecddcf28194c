"""La decisión de escala contra su oráculo, y la lente sobre el caso y sobre Mesas pequeñas."""

from dataclasses import replace
from fractions import Fraction

import pytest
from analisis.redes import oraculo
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.escala.comite import proponer_comite
from mesa_territorial.analisis.escala.compuerta import Luz, revisar_compuerta
from mesa_territorial.analisis.escala.decision import aconsejar, niveles_del_comite
from mesa_territorial.analisis.escala.lectura_de_mapa import leer_escala
from mesa_territorial.analisis.escala.lente import Asiento, Papel, mirar_escala
from mesa_territorial.analisis.escala.pares import pares_de, pesar_de_a_pares
from mesa_territorial.analisis.escala.puntajes import contar_escala, que_falta_para_contar
from mesa_territorial.analisis.red import analizar
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Sector
from mesa_territorial.dominio.escala import Escala, ProblemaDelTerritorio
from mesa_territorial.dominio.escala_criterios import (
    ComparacionDePares,
    CriterioDeEscala,
    NotasDeNivel,
    par_de,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.esquemas.competencias import competencias

MCDA = oraculo("18_escala_mcda")
AHP = oraculo("11_ahp")["casos"]
CERCA = {"abs": 1e-6}
CODIGOS = dict(zip(MCDA["puntajes_1a5"], ("campamento", "barrio", "comuna", "intercomunal",
                                          "region"), strict=True))  # fmt: skip
CASO = cargar_caso("mesa_campanilla")


def escala_del_oraculo() -> Escala:
    """Los criterios, pesos y notas del caso didáctico."""
    ids = [f"c{n}" for n in range(len(MCDA["criterios"]))]
    criterios = {
        i: CriterioDeEscala(id=i, nombre=nombre, peso=100 * peso)
        for i, (nombre, peso) in zip(ids, MCDA["criterios"], strict=True)
    }
    niveles = {
        codigo: NotasDeNivel(id=codigo, notas=dict(zip(ids, suyas, strict=True)))
        for codigo, suyas in zip(CODIGOS.values(), MCDA["puntajes_1a5"].values(), strict=True)
    }
    return Escala(criterios=criterios, niveles=niveles)


def mesa_de(estado: Estado = Estado.INTEGRA, **problema) -> Mesa:
    """Un servicio y un problema central en sus manos."""
    actor = Actor(id="a", nombre="Servicio", sector=Sector.PUBLICO, nivel="region", estado=estado)
    campos = {"competente": "a", "recurso_de": "a", "paga": "a", **problema}
    p = ProblemaDelTerritorio(id="p", nombre="Agua", central=True, **campos)
    return Mesa(
        id="m",
        nombre="Mesa",
        territorio=Territorio(cut_comuna="05101"),
        actores={"a": actor},
        escala=Escala(problemas={"p": p}),
    )


# ---- La cuenta, contra el oráculo 18


def test_los_puntajes_y_el_orden_son_los_del_oraculo():
    cuenta = contar_escala(escala_del_oraculo())

    esperados = {CODIGOS[n]: v for n, v in MCDA["suma_ponderada"].items()}
    assert dict(cuenta.orden.puntajes) == pytest.approx(esperados, **CERCA)
    assert list(cuenta.orden.orden) == [CODIGOS[n] for n in MCDA["orden"]]


def test_el_rango_de_cada_nivel_sale_de_las_diez_pruebas_del_oraculo():
    cuenta = contar_escala(escala_del_oraculo())

    pruebas = MCDA["sensibilidad_±10pp_reescalando"]
    for nombre, codigo in CODIGOS.items():
        valores = [p["puntajes"][nombre] for p in pruebas] + [MCDA["suma_ponderada"][nombre]]
        (rango,) = [r for r in cuenta.rangos if r.nivel == codigo]
        assert (rango.minimo, rango.maximo) == pytest.approx((min(valores), max(valores)), **CERCA)
    assert cuenta.que_lo_dan_vuelta == ()
    assert {p["mejor"] for p in pruebas} == {"región"}


def test_los_pesos_de_empate_son_los_del_oraculo():
    cuenta = contar_escala(escala_del_oraculo())

    esperados = {
        (e["criterio"], CODIGOS[e["rival"]]): e["peso_de_empate"]
        for e in MCDA["participacion_del_peso_que_cambia_el_primero"]
    }
    assert {(e.criterio, e.rival): e.peso for e in cuenta.empates} == pytest.approx(
        esperados, **CERCA
    )
    assert min(e.peso for e in cuenta.empates if (e.criterio, e.rival) == (3, "comuna")) == (
        pytest.approx(float(Fraction(7, 24)))
    )


def test_el_caso_lleva_las_notas_del_ejercicio_y_da_lo_mismo():
    assert dict(contar_escala(CASO.escala).orden.puntajes) == pytest.approx(
        dict(contar_escala(escala_del_oraculo()).orden.puntajes)
    )


def test_las_frases_del_caso_dicen_las_cifras_del_oraculo():
    objetivo = aconsejar(CASO).objetivo

    assert objetivo.razones[0] == "La región obtiene 4,05 de 5; le sigue la comuna, con 3,65."
    assert "no cambia (10 pruebas)" in objetivo.razones[2]
    assert objetivo.cambiaria[0] == (
        "Si participación directa pesara 29,2 % (hoy 15,0 %), la comuna empataría con la región; "
        "con más, gana la comuna."
    )
    assert "6,3 %" in objetivo.cambiaria[1]


# ---- Empates, faltas y vueltas


def escala_de(notas: dict[str, tuple[float, float]], pesos=(50, 50)) -> Escala:
    ids = ("alcance", "participacion")
    return Escala(
        criterios={
            i: CriterioDeEscala(id=i, nombre=i, peso=p) for i, p in zip(ids, pesos, strict=True)
        },
        niveles={
            n: NotasDeNivel(id=n, notas=dict(zip(ids, s, strict=True))) for n, s in notas.items()
        },
    )


def con_escala(escala: Escala) -> Mesa:
    return replace(mesa_de(), escala=escala)


def test_un_empate_se_dice_y_no_se_desempata():
    consejo = aconsejar(con_escala(escala_de({"region": (4, 2), "comuna": (2, 4)})))

    assert consejo.objetivo.niveles == (Nivel.COMUNA, Nivel.REGION)
    assert consejo.objetivo.razones[0].startswith("Empatan con 3,00 de 5: la comuna y la región.")
    assert "Otra prueba también lo cambia." in consejo.objetivo.cambiaria


def test_si_diez_puntos_dan_vuelta_el_orden_se_nombra_la_prueba():
    consejo = aconsejar(con_escala(escala_de({"region": (5, 1), "comuna": (1, 5)}, (52, 48))))

    assert consejo.objetivo.niveles == (Nivel.REGION,)
    dichas = " ".join(consejo.objetivo.cambiaria)
    assert "Si el peso de alcance baja 10 puntos, gana la comuna." in dichas
    assert "Si el peso de participacion sube 10 puntos, gana la comuna." in dichas


def test_un_nivel_a_medias_queda_fuera_y_se_dice_que_le_falta():
    escala = escala_de({"region": (4, 2), "comuna": (2, 3)})
    barrio = NotasDeNivel(id="barrio", notas={"alcance": 3})
    consejo = aconsejar(con_escala(replace(escala, niveles={**escala.niveles, "barrio": barrio})))

    assert "El barrio queda fuera de la cuenta: le falta la nota de participacion." in (
        consejo.objetivo.razones
    )


@pytest.mark.parametrize(
    ("escala", "dice"),
    [
        (Escala(), "dos niveles o más"),
        (escala_de({"region": (4, 2)}), "dos niveles o más"),
        (escala_de({"region": (4, 2), "comuna": (1, 1)}, (0, 0)), "pesa más que 0"),
        (
            replace(Escala(), niveles={"comuna": NotasDeNivel(id="comuna", notas={"recurso": 3})}),
            "Complete las notas",
        ),
    ],
)
def test_si_no_se_puede_contar_se_dice_que_falta(escala, dice):
    assert dice in que_falta_para_contar(escala)
    assert contar_escala(escala) is None
    assert aconsejar(con_escala(escala)).objetivo.niveles == ()


def test_un_criterio_que_pesa_cero_no_exige_nota_ni_mueve_la_cuenta():
    escala = escala_de({"region": (4, 2), "comuna": (2, 3)}, (100, 0))

    assert dict(contar_escala(escala).orden.puntajes) == {"region": 4, "comuna": 2}


def test_si_los_puntajes_contradicen_a_los_problemas_se_avisa():
    mesa = replace(mesa_de(), escala=replace(
        escala_de({"region": (1, 1), "comuna": (5, 5)}),
        problemas=mesa_de().escala.problemas,
    ))  # fmt: skip

    assert "revise las notas de competencia" in aconsejar(mesa).objetivo.razones[-1]


# ---- El nivel de la Mesa


def test_la_mesa_va_en_el_nivel_mas_cercano_que_alcanza():
    assert aconsejar(CASO).mesa.niveles == (Nivel.COMUNA,)


def test_si_ninguno_alcanza_se_dice_y_gana_el_menos_malo_y_mas_cercano():
    notas = {"barrio": (2, 5), "comuna": (3, 3), "intercomunal": (3, 3), "region": (5, 2)}
    respuesta = aconsejar(con_escala(escala_de(notas))).mesa

    assert respuesta.niveles == (Nivel.COMUNA,)
    assert "Ningún nivel llega a 4" in respuesta.razones[0]
    assert "el más cercano a las familias" in respuesta.razones[0]


def test_sin_alcance_ni_participacion_no_se_aconseja_mesa():
    assert aconsejar(con_escala(Escala())).mesa.niveles == ()


# ---- Comparación de a pares, contra el oráculo 11


@pytest.mark.parametrize("caso", AHP, ids=lambda c: c["nombre"])
def test_los_pesos_de_pares_son_el_autovector_del_oraculo(caso):
    ids = [f"c{n}" for n in range(len(caso["matriz"]))]
    criterios = {i: CriterioDeEscala(id=i, nombre=i) for i in ids}
    pares = {}
    for a, fila in enumerate(caso["matriz"]):
        for b in range(a):
            valor = Fraction(fila[b])
            uno, otro = (ids[a], ids[b]) if valor >= 1 else (ids[b], ids[a])
            veces = int(valor if valor >= 1 else 1 / valor)
            clave = par_de(uno, otro)
            pares[clave] = ComparacionDePares(id=clave, uno=uno, otro=otro, veces=veces)

    balanza = pesar_de_a_pares(Escala(criterios=criterios, pares=pares))

    assert [balanza.pesos[i] for i in ids] == pytest.approx(caso["autovector"], **CERCA)
    assert balanza.resultado.razon == pytest.approx(caso["CR"], abs=2e-6)
    assert "autovector principal exacto" in balanza.frase
    assert "no pasa de 0,10" in balanza.frase


def test_mientras_falten_comparaciones_no_hay_pesos():
    balanza = pesar_de_a_pares(Escala())

    assert balanza.pesos == {}
    assert len(balanza.faltan) == len(pares_de(Escala())) == 10
    assert balanza.frase == "10 comparaciones por hacer."


def test_las_comparaciones_que_se_contradicen_se_avisan():
    ids = ("a", "b", "c")
    ciclo = (("a", "b"), ("b", "c"), ("c", "a"))
    escala = Escala(
        criterios={i: CriterioDeEscala(id=i, nombre=i) for i in ids},
        pares={
            par_de(u, o): ComparacionDePares(id=par_de(u, o), uno=u, otro=o, veces=9)
            for u, o in ciclo
        },
    )

    assert "se contradicen. Revíselas" in pesar_de_a_pares(escala).frase


# ---- La compuerta


def test_sin_problemas_la_compuerta_no_opina():
    assert revisar_compuerta(replace(mesa_de(), escala=Escala())).luz is Luz.GRIS


@pytest.mark.parametrize("estado", [Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA], ids=str)
def test_con_todos_sentados_queda_verde(estado):
    compuerta = revisar_compuerta(mesa_de(estado))

    assert compuerta.luz is Luz.VERDE
    assert compuerta.hallazgos == ()


@pytest.mark.parametrize(
    "estado",
    [e for e in Estado if e not in (Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA)],
    ids=str,
)
def test_con_la_llave_fuera_de_la_mesa_queda_roja_y_dice_que_hacer(estado):
    compuerta = revisar_compuerta(mesa_de(estado))

    assert compuerta.luz is Luz.ROJO
    (hallazgo,) = [h for h in compuerta.hallazgos if h.grave]
    assert hallazgo.que_hacer and hallazgo.ids == ("a",)
    assert aconsejar(mesa_de(estado)).provisorio


def test_quien_no_esta_en_el_mapa_cierra_la_compuerta_y_se_nombra():
    compuerta = revisar_compuerta(mesa_de(competente="", competente_fuera="Bienes Nacionales"))

    assert compuerta.luz is Luz.ROJO
    assert compuerta.hallazgos[0].frase == (
        "Bienes Nacionales tiene la competencia en «Agua», y no está en el mapa."
    )
    assert "Agregue esa institución al mapa" in compuerta.hallazgos[0].que_hacer


def test_lo_que_nadie_sabe_es_amarillo_y_no_rojo():
    compuerta = revisar_compuerta(mesa_de(recurso_de="", paga=""))

    assert compuerta.luz is Luz.AMARILLO
    assert len(compuerta.hallazgos) == 2


def test_un_ausente_de_un_problema_que_no_es_central_no_cierra_la_compuerta():
    mesa = mesa_de()
    otro = ProblemaDelTerritorio(id="q", nombre="Plaza", competente_fuera="Otra")
    escala = replace(mesa.escala, problemas={**mesa.escala.problemas, "q": otro})

    assert revisar_compuerta(replace(mesa, escala=escala)).luz is Luz.AMARILLO


def test_quien_solo_paga_no_cierra_la_compuerta():
    assert revisar_compuerta(mesa_de(paga="", paga_fuera="Fondo")).luz is Luz.VERDE


def test_en_campanilla_falta_el_municipio_en_cuatro_problemas():
    compuerta = revisar_compuerta(CASO)

    assert compuerta.luz is Luz.ROJO
    assert [h.ids for h in compuerta.hallazgos if h.grave] == [("A29",), ("A32",), ("A33",)]
    assert sum(x.actor == "A29" for x in mirar_escala(CASO).ausentes) == 4


# ---- La lente y el Comité


def test_la_lente_dice_lo_que_cada_actor_tiene_en_sus_manos():
    lente = mirar_escala(CASO)

    assert lente.frases_de("A02") == (
        "Tiene la competencia en «Radicación del campamento»: de eso depende el objetivo.",
    )
    assert lente.indispensables == ("A02", "A29", "A32", "A33")
    (de_serviu,) = lente.de_actor("A02")
    assert (de_serviu.papel, de_serviu.asiento) == (Papel.COMPETENCIA, Asiento.SENTADO)


def test_el_comite_del_caso_es_el_que_pidio_el_informe_con_quienes_faltan():
    puestos = {p.actor: p for p in proponer_comite(CASO)}

    assert {"A02", "A10", "A20", "A29"} <= set(puestos)
    assert puestos["A29"].indispensable and puestos["A29"].asiento is Asiento.FUERA
    assert all(p.razones for p in puestos.values())
    assert aconsejar(CASO).comite.niveles == (Nivel.CAMPAMENTO, Nivel.COMUNA, Nivel.REGION)


def test_los_niveles_decididos_mandan_sobre_los_aconsejados():
    mesa = replace(CASO, escala=replace(CASO.escala, niveles_comite=("region", "barrio")))

    assert niveles_del_comite(CASO) == (Nivel.CAMPAMENTO, Nivel.COMUNA, Nivel.REGION)
    assert niveles_del_comite(mesa) == (Nivel.BARRIO, Nivel.REGION)


def test_sin_problemas_ni_marcados_no_se_propone_comite():
    assert proponer_comite(replace(mesa_de(), escala=Escala())) == ()


def test_el_mapa_lee_las_llaves_ausentes_y_calla_sin_problemas():
    (lectura,) = leer_escala(CASO, analizar(CASO))

    assert lectura.ids == ("A29", "A32", "A33")
    assert list(leer_escala(replace(CASO, escala=Escala()), analizar(CASO))) == []


@given(st.permutations(["P01", "P02", "P03"]))
def test_el_orden_en_que_se_anotan_los_problemas_no_cambia_la_luz_ni_las_respuestas(orden):
    problemas = {i: CASO.escala.problemas[i] for i in orden}
    mesa = replace(CASO, escala=replace(CASO.escala, problemas=problemas))

    consejo = aconsejar(mesa)
    assert consejo.compuerta.luz is Luz.ROJO
    assert consejo.comite.niveles == aconsejar(CASO).comite.niveles


# ---- El catálogo


def test_toda_competencia_del_catalogo_dice_norma_nivel_y_estado():
    catalogo = competencias()

    assert {c.estado for c in catalogo.values()} == {"leída", "por verificar"}
    assert all(c.norma and c.institucion and c.fuente for c in catalogo.values())
    assert set(Nivel) == {c.nivel for c in catalogo.values()}


def test_el_caso_cita_competencias_que_existen():
    claves = {p.competencia for p in CASO.escala.problemas.values()} - {""}

    assert claves <= set(competencias())
