"""Las frases del mapa: qué dicen, cuándo callan y cómo concuerdan."""

import pytest
from analisis.redes import actor, mesa_de

from mesa_territorial.analisis.frases import con_signo, de_cada_cien, enumerar
from mesa_territorial.analisis.lecturas import leer_mapa
from mesa_territorial.analisis.red import analizar
from mesa_territorial.dominio.actores import Estado, Nivel, Relacion, Sector, TipoRelacion

CUATRO = (Sector.PUBLICO, Sector.PRIVADO, Sector.ACADEMIA, Sector.SOCIEDAD_CIVIL)


def leer(mesa, **filtros):
    return {x.clave: x for x in leer_mapa(mesa, analizar(mesa, **filtros))}


def test_una_mesa_vacia_dice_por_donde_empezar():
    lecturas = leer_mapa(mesa_de(""), analizar(mesa_de("")))

    assert [x.clave for x in lecturas] == ["sin_actores"]
    assert lecturas[0].frase.startswith("Todavía no hay actores. Empiece por quien convoca")


def test_con_un_actor_se_pregunta_con_quien_trata():
    lecturas = leer(mesa_de([actor("a", nombre="FOSIS")]))

    assert list(lecturas) == ["un_actor"]
    assert "FOSIS. ¿Con quién trata hoy?" in lecturas["un_actor"].frase


def test_con_actores_sin_unir_lo_primero_es_unirlos():
    lecturas = leer_mapa(mesa_de("abc"), analizar(mesa_de("abc")))

    assert lecturas[0].clave == "sin_enlaces"
    assert not any(x.clave in {"aislados", "partes", "densidad"} for x in lecturas)


def test_un_filtro_que_no_deja_a_nadie_se_dice():
    mesa = mesa_de("ab", [("a", "b")])

    assert "El filtro no deja ningún actor" in leer(mesa, ids=[])["nada_elegido"].frase


@pytest.mark.parametrize(
    ("presentes", "frase"),
    [
        (CUATRO[:3], "Falta un sector en el mapa: la sociedad civil."),
        (CUATRO[:2], "Faltan 2 sectores en el mapa: la academia y la sociedad civil."),
        (CUATRO[3:], "Faltan 3 sectores en el mapa: el sector público, el sector privado y la "
                     "academia."),
    ],
)  # fmt: skip
def test_los_sectores_que_faltan_se_nombran(presentes, frase):
    mesa = mesa_de([actor(s, s) for s in presentes] + [actor("z", presentes[0])])

    assert leer(mesa)["sectores_ausentes"].frase == frase


def test_un_sector_que_el_filtro_esconde_no_falta():
    mesa = mesa_de([actor(s, s) for s in CUATRO])

    assert "sectores_ausentes" not in leer(mesa, ids=["publico", "privado"])


def test_un_sector_del_mapa_sin_nadie_en_la_mesa_se_avisa_con_a_quien_invitar():
    mesa = mesa_de(
        [actor("a", estado=Estado.INTEGRA), actor("b", Sector.PRIVADO), actor("c", Sector.PRIVADO)]
    )

    lectura = leer(mesa)["sectores_fuera_de_la_mesa"]

    assert lectura.frase == "En el mapa, pero sin nadie que integre la Mesa: el sector privado."
    assert lectura.ids == ("b", "c")
    assert lectura.por_que == "2 actores por invitar: Actor b y Actor c."


def test_los_niveles_que_faltan_son_el_del_territorio_la_comuna_y_la_region():
    mesa = mesa_de([actor("a", nivel=Nivel.CAMPAMENTO), actor("b", nivel=Nivel.NACIONAL)])
    completa = mesa.con_actores([actor("c", nivel=Nivel.COMUNA), actor("d", nivel=Nivel.REGION)])

    assert leer(mesa)["niveles_ausentes"].frase == (
        "Faltan 2 niveles en el mapa: la comuna y la región."
    )
    assert "niveles_ausentes" not in leer(completa)


@pytest.mark.parametrize("estado", [Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA])
def test_quien_decide_y_ya_esta_no_es_alerta(estado):
    mesa = mesa_de([actor("a", influencia=5, estado=estado), actor("b")])

    assert "decide_y_no_esta" not in leer(mesa)


def test_quien_decide_y_falta_se_nombra_por_influencia_o_por_capital_politico():
    municipio = actor("a", nombre="Municipio", influencia=5, estado=Estado.PENDIENTE)
    senado = actor("b", nombre="Consejo Regional", capital_politico=3)
    uno, dos = mesa_de([municipio, actor("z")]), mesa_de([senado, municipio, actor("z")])

    assert leer(uno)["decide_y_no_esta"].frase == (
        "Un actor decide y todavía no está en la Mesa: Municipio."
    )
    lectura = leer(dos)["decide_y_no_esta"]
    assert lectura.frase == (
        "2 actores deciden y todavía no están en la Mesa: Municipio y Consejo Regional."
    )
    assert lectura.por_que.startswith(
        "Municipio: influencia 5, pendiente; Consejo Regional: capital político 3, por convocar."
    )


def test_sin_influencias_anotadas_se_dice_que_falta_para_saber_quien_decide():
    assert "sin_influencia" in leer(mesa_de("ab"))


def test_la_dependencia_elige_a_quien_deja_a_mas_gente_separada():
    """``c`` parte la red por la mitad; ``a`` sólo descuelga a dos."""
    pares = [("a", "x"), ("a", "y"), ("a", "b"), ("a", "d"), ("b", "d"), ("b", "c"), ("d", "c")]
    pares += [("c", "e"), ("c", "f"), ("e", "f"), ("e", "g"), ("f", "g")]
    mesa = mesa_de("abcdefgxy", pares)

    lecturas = leer(mesa)

    assert lecturas["dependencia"].frase == "Sin Actor c, la red se parte en 2."
    assert lecturas["dependencia"].ids == ("c", "e", "f", "g")
    assert lecturas["otros_puntos_de_corte"].frase == (
        "Otro actor es la única unión de alguien con el resto: Actor a."
    )


def test_una_red_unida_y_sin_puntos_de_corte_es_una_fortaleza():
    lecturas = leer(mesa_de("abc", [("a", "b"), ("b", "c"), ("a", "c")]))

    assert lecturas["red_unida"].tono == "fortaleza"
    assert lecturas["red_unida"].por_que == "3 actores y 3 enlaces, sin nadie aparte."
    assert "dependencia" not in lecturas
    assert "partes" not in lecturas


def test_las_partes_se_cuentan_sin_los_aislados():
    lecturas = leer(mesa_de("abcdex", [("a", "b"), ("b", "c"), ("d", "e")]))

    assert lecturas["partes"].frase == (
        "Sin contar a los aislados, la red está en 2 partes sin relación entre sí, "
        "de 3 y 2 actores."
    )
    assert lecturas["aislados"].frase == (
        "Un actor no tiene ninguna relación que lo una a los demás: Actor x."
    )


def test_los_aislados_por_un_filtro_lo_dicen():
    mesa = mesa_de("abcd", [("a", "b"), ("c", "d")]).con_relacion(
        Relacion(id="m", de="a", hacia="c", tipo=TipoRelacion.MANDATO)
    )

    frase = leer(mesa, tipos=["mandato"])["aislados"].frase

    assert frase == (
        "2 actores no tienen ninguna relación que los una a los demás con este filtro: "
        "Actor b y Actor d."
    )


@pytest.mark.parametrize(
    ("pares", "frase"),
    [
        ([("a", "b")], "Hay un conflicto anotado, entre Actor a y Actor b."),
        ([("a", "b"), ("b", "a")], "Hay un conflicto anotado, entre Actor a y Actor b."),
        ([("a", "b"), ("c", "a")], "Hay 2 conflictos anotados, ambos con Actor a."),
        ([("a", "b"), ("c", "d")], "Hay 2 conflictos anotados, entre actores distintos."),
        ([("a", "b"), ("a", "c"), ("a", "d")], "Hay 3 conflictos anotados, todos con Actor a."),
        (
            [("a", "b"), ("a", "c"), ("c", "d")],
            "Hay 3 conflictos anotados, 2 de ellos con Actor a.",
        ),
    ],
)
def test_el_conflicto_se_cuenta_por_pares_y_concuerda(pares, frase):
    mesa = mesa_de("abcd", pares, TipoRelacion.CONFLICTO)

    assert leer(mesa)["conflicto"].frase == frase


def test_quien_une_sectores_se_cuenta_en_pares_y_no_dos_veces():
    mesa = mesa_de(
        [actor("a"), actor("b", Sector.PRIVADO), actor("c", Sector.ACADEMIA)],
        [("a", "b"), ("b", "c")],
    )

    frase = leer(mesa)["une_sectores"].frase

    assert frase == (
        "Quien más une sectores distintos es Actor b: por ahí se encuentra un par de actores sin "
        "relación directa."
    )


def test_una_red_que_mira_hacia_adentro_es_alerta():
    mesa = mesa_de(
        [actor("a"), actor("b"), actor("c"), actor("d", Sector.PRIVADO)],
        [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")],
    )

    lectura = leer(mesa)["mezcla_de_sectores"]

    assert lectura.tono == "alerta"
    assert lectura.frase == (
        "De 4 enlaces, 1 une a sectores distintos: cada sector conversa sobre todo consigo mismo."
    )


def test_el_nombre_de_un_actor_se_muestra_tal_cual():
    hostil = "<b>Junta</b> {0} %s"
    mesa = mesa_de([actor("a", nombre=hostil), actor("b"), actor("c")], [("b", "a"), ("a", "c")])

    assert f"Sin {hostil}, la red" in leer(mesa)["dependencia"].frase


def test_las_enumeraciones_suenan_a_castellano():
    assert enumerar([]) == ""
    assert enumerar(["Junta"]) == "Junta"
    assert enumerar(["Junta", "Iglesia"]) == "Junta e Iglesia"
    assert enumerar(["Agua", "Hielo"]) == "Agua y Hielo"
    assert enumerar(["Madres", "Hijas"]) == "Madres e Hijas"
    assert enumerar(["a", "b", "c", "d", "f"]) == "a, b, c y 2 más"


def test_los_numeros_van_a_la_chilena():
    assert con_signo(0.25) == "+0,25"
    assert con_signo(-0.104) == "−0,10"
    assert con_signo(-0.001) == "0,00"
    assert de_cada_cien(0.004) == "menos de 1 de cada 100"
    assert de_cada_cien(0.63) == "63 de cada 100"
