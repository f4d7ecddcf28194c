"""La lectura de una ronda: oculta lo que delataría a alguien, y se rehace sólo donde cambió."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.consenso_cambio import comparar_rondas, leer_cambio
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_frases import (
    decir_concordancia,
    decir_metodo,
    faltan_votos,
    leer_conteo,
    nivel_de_concordancia,
    nivel_de_consenso,
)
from mesa_territorial.analisis.consenso_ronda import (
    Regla,
    Voto,
    leer_cosa,
    separar_sectores,
)

NOMBRES = {"s": "SERVIU", "j": "Junta de vecinos", "g": "Gobierno Regional"}
SECTORES = ("publico", "privado", "academia", "")


def votos_de(cosa: str, notas: list[tuple[float, float]], sector: str = "publico") -> list[Voto]:
    return [Voto(f"v{i}", cosa, par, sector) for i, par in enumerate(notas)]


CERCA = [(4, 5), (4, 5), (4, 4.5), (4.5, 5), (4, 5)]
LEJOS = [(1, 1), (5, 5), (1, 5), (5, 1), (3, 3)]


def test_una_cosa_con_cuatro_votos_dice_cuantos_hay_y_nada_mas():
    lectura = leer_cosa("s", votos_de("s", CERCA[:4]), Regla())

    assert lectura.esta_oculta
    assert (lectura.votos, lectura.medias, lectura.elipse) == (4, (), None)
    assert lectura.por_sector == {}


def test_con_cinco_votos_salen_la_media_la_elipse_y_el_consenso():
    lectura = leer_cosa("s", votos_de("s", CERCA), Regla())

    assert lectura.medias == pytest.approx((4.1, 4.9))
    assert (lectura.elipse.x, lectura.elipse.y) == pytest.approx((4.1, 4.9))
    assert not lectura.disputada
    assert lectura.acuerdos[0].consenso > 0.9


def test_un_sector_con_menos_de_cinco_se_oculta_junto_al_que_permitiria_despejarlo():
    votos = [Voto(f"p{i}", "s", (4, 4), "publico") for i in range(9)]
    votos += [Voto(f"q{i}", "s", (3, 3), "privado") for i in range(6)]
    votos += [Voto("a0", "s", (1, 1), "academia")]

    lectura = leer_cosa("s", votos, Regla())

    assert set(lectura.por_sector) == {"publico"}
    assert lectura.sectores_ocultos == ("academia", "privado")


@given(st.lists(st.sampled_from(SECTORES), min_size=1, max_size=40), st.integers(1, 6))
def test_lo_oculto_nunca_son_menos_votos_que_el_minimo_salvo_que_no_se_muestre_nada(
    sectores, minimo
):
    votos = [Voto(f"v{i}", "s", (3, 3), s) for i, s in enumerate(sectores)]

    visibles, ocultos = separar_sectores(votos, minimo)

    juntos = sum(map(len, ocultos.values()))
    assert all(len(suyos) >= minimo for suyos in visibles.values())
    assert juntos == 0 or juntos >= minimo or not visibles
    assert sum(map(len, visibles.values())) + juntos == len(votos)


def test_las_mas_disputadas_van_de_la_mas_abierta_a_la_menos():
    conteo = Conteo(["j", "s", "g"])
    medio = [(2, 2), (4, 4), (2, 4), (4, 2), (3, 3)]
    conteo.recibir([*votos_de("s", LEJOS), *votos_de("j", CERCA), *votos_de("g", medio)])

    assert conteo.mas_disputadas == ("s", "g")


def test_el_ultimo_voto_de_cada_quien_es_el_que_vale_y_dice_que_cambio():
    conteo = Conteo(["s", "j"])
    conteo.recibir([*votos_de("s", LEJOS), *votos_de("j", CERCA)])
    quieta = conteo.lecturas["j"]

    cambio = conteo.recibir([Voto("v0", "s", (2, 2), "publico"), Voto("v9", "x", (1, 1))])
    nada = conteo.recibir([Voto("v0", "s", (2, 2), "publico")])

    assert (cambio, nada) == ({"s"}, frozenset())
    assert conteo.lecturas["s"].votos == 5
    assert conteo.lecturas["j"] is quieta
    assert (conteo.votantes, conteo.votos) == (5, 10)


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.sampled_from("sjg"), st.integers(1, 5), st.integers(1, 5)),
        max_size=60,
    )
)
def test_recibir_de_a_uno_o_todo_junto_da_lo_mismo(crudos):
    votos = [Voto(f"v{q}", c, (x, y), SECTORES[q % 3]) for q, c, x, y in crudos]
    de_a_uno, junto = Conteo("sjg"), Conteo("sjg")

    for voto in votos:
        de_a_uno.recibir([voto])
    junto.recibir(votos)

    assert de_a_uno.concordancias == junto.concordancias
    for cosa in "sjg":
        una, otra = de_a_uno.lecturas[cosa], junto.lecturas[cosa]
        assert (una.votos, una.medias) == (otra.votos, pytest.approx(otra.medias))
        assert set(una.por_sector) == set(otra.por_sector)


def test_un_voto_en_blanco_retira_el_anterior():
    conteo = Conteo(["s"])
    conteo.recibir(votos_de("s", CERCA))

    cambio = conteo.recibir([Voto("v0", "s", (None, None)), Voto("nadie", "s", (None, None))])

    assert cambio == {"s"}
    assert conteo.lecturas["s"].votos == 4
    assert conteo.lecturas["s"].esta_oculta
    assert conteo.recibir([Voto("nadie", "s", (None, None))]) == frozenset()


def test_si_a_un_eje_le_faltan_votos_no_se_muestra_ninguno():
    votos = [*votos_de("s", CERCA[:4]), Voto("v9", "s", (4, None))]

    assert leer_cosa("s", votos, Regla()).esta_oculta


def test_la_elipse_pide_cinco_personas_que_dieran_ambas_notas():
    votos = [*votos_de("s", CERCA[:4]), Voto("x", "s", (4, None)), Voto("y", "s", (None, 5))]

    lectura = leer_cosa("s", votos, Regla())

    assert lectura.medias == pytest.approx((4, 4.9), abs=0.1)
    assert lectura.elipse is None


def test_las_papeletas_de_un_ranking_van_del_primero_al_ultimo():
    conteo = Conteo("abc", Regla(escala=(1, 3)))
    conteo.recibir([Voto("v", "a", (2,)), Voto("v", "b", (1,)), Voto("w", "c", (1,))])

    assert set(conteo.papeletas()) == {("b", "a"), ("c",)}
    assert conteo.completos == 0


def test_la_w_solo_cuenta_a_quienes_calificaron_todo_y_son_cinco_o_mas():
    cosas = ["s", "j", "g"]
    completos = [
        Voto(f"v{i}", c, (nota, 6 - nota)) for i in range(5) for nota, c in enumerate(cosas, 1)
    ]
    a_medias = [Voto("x", "s", (5, 5))]

    def medir(votos, de=cosas):
        conteo = Conteo(de)
        conteo.recibir(votos)
        return conteo.concordancias

    interes, influencia = medir([*completos, *a_medias])

    assert (interes.w, influencia.w, interes.jueces) == (1, 1, 5)
    assert medir(completos[:12]) == ()
    assert medir(completos, ["s"]) == ()
    assert medir([*completos[:-1], completos[-1]._replace(notas=(3, None))]) == ()


def test_en_una_escala_de_puntos_el_consenso_se_mide_en_esa_escala():
    votos = [Voto(f"v{i}", "s", (n,)) for i, n in enumerate([0, 10, 0, 10, 5])]

    lectura = leer_cosa("s", votos, Regla(escala=(0, 10)))

    assert lectura.elipse is None
    assert lectura.disputada
    assert lectura.distancia == pytest.approx(5)


def test_las_frases_dicen_el_consenso_donde_se_abre_y_donde_se_coincide():
    conteo = Conteo(["s", "j"])
    conteo.recibir([*votos_de("s", LEJOS), *votos_de("j", CERCA)])

    general, disputa, coincide = leer_conteo(conteo, NOMBRES)

    assert general == "Consenso bajo en promedio (0,57 de 1) entre 5 personas."
    assert disputa.startswith("Donde más se abren las opiniones: SERVIU.")
    assert coincide == "Donde más se coincide: Junta de vecinos (0,94 de 1)."


def test_sin_votos_suficientes_la_unica_frase_explica_por_que():
    conteo = Conteo(["s"])
    conteo.recibir(votos_de("s", CERCA[:3]))

    (frase,) = leer_conteo(conteo, NOMBRES)

    assert frase == faltan_votos(3)
    assert "desde 5 votos" in frase and frase.endswith("van 3.")
    assert faltan_votos(1).endswith("va 1.")
    assert faltan_votos(0).endswith("todavía no hay ninguno.")


def test_la_comparacion_solo_muestra_lo_que_se_ve_en_ambas_rondas():
    primera, segunda = Conteo(["s", "j"]), Conteo(["s", "j"])
    primera.recibir([*votos_de("s", LEJOS), *votos_de("j", CERCA)])
    segunda.recibir([*votos_de("s", CERCA), *votos_de("j", CERCA[:4])])

    (paso,) = comparar_rondas(primera, segunda)

    assert paso.cosa == "s"
    assert paso.se_acercaron
    assert paso.despues.consenso > paso.antes.consenso
    assert leer_cambio((paso,)).startswith("Entre las dos rondas las opiniones se acercaron en 1")
    assert leer_cambio(()) == ""


@pytest.mark.parametrize(
    ("valor", "palabra"), [(1, "alto"), (0.8, "alto"), (0.79, "medio"), (0.43, "bajo"), (0, "bajo")]
)
def test_los_niveles_de_consenso(valor, palabra):
    assert nivel_de_consenso(valor) == palabra


@pytest.mark.parametrize(
    ("w", "palabra"), [(0.95, "muy fuerte"), (0.7, "fuerte"), (0.5, "moderada"), (0, "muy débil")]
)
def test_la_fuerza_de_la_w_es_la_de_schmidt(w, palabra):
    assert nivel_de_concordancia(w) == palabra


def test_la_w_y_el_metodo_se_dicen_enteros():
    conteo = Conteo(["s", "j"])
    conteo.recibir([*votos_de("s", CERCA), *votos_de("j", LEJOS)])

    assert "W de Kendall" in decir_concordancia(conteo.concordancias[0], "interés")
    assert "empataron" in decir_concordancia(None, "interés")
    assert decir_metodo("lineal").startswith("Recorrido intercuartil por el método lineal (tipo 7")
