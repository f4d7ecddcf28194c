"""De la urna a la lectura y de la lectura a la Mesa, con la huella de la ronda."""

from datetime import UTC, datetime

import pytest
from analisis.redes import actor, mesa_de

from mesa_territorial.analisis.consenso_adopcion import (
    adoptar,
    frase_de_adopcion,
    huella,
    proponer,
)
from mesa_territorial.analisis.consenso_ronda import Voto
from mesa_territorial.analisis.consenso_votacion import a_voto, conteo_de, leer_orden, regla_de
from mesa_territorial.dominio import votacion_votos as urna
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion

AHORA = datetime(2026, 3, 14, 10, 30, tzinfo=UTC)


def votacion(tipo=TipoConsulta.ACTORES, ids="abc", **campos) -> Votacion:
    opciones = tuple(Opcion(id=i, nombre=f"Actor {i}") for i in ids)
    return Votacion(id="v", tipo=tipo, titulo="Influencia e interés", opciones=opciones, **campos)


def en_urna(opcion, ficha="f", **notas) -> urna.Voto:
    vacias = {"influencia": None, "interes": None, "valor": None}
    sector = Sector.PRIVADO
    return urna.Voto(ficha=ficha, sector=sector, opcion=opcion, cuando=AHORA, **{**vacias, **notas})


def conteo_con(consulta: Votacion, votos: list[Voto]):
    conteo = conteo_de(consulta)
    conteo.recibir(votos)
    return conteo


VOTOS = [Voto(f"v{i}", c, (4 + (i % 2) / 2, 2)) for i in range(6) for c in "ab"]


def test_en_el_tablero_el_interes_va_primero_y_la_influencia_despues():
    voto = a_voto(TipoConsulta.ACTORES, en_urna("a", influencia=2.0, interes=5.0))

    assert (voto.notas, voto.sector, voto.votante) == ((5, 2), "privado", "f")


def test_lo_demas_trae_una_sola_nota_y_lo_retirado_queda_en_blanco():
    assert a_voto(TipoConsulta.PUNTOS, en_urna("a", valor=7)).notas == (7,)
    assert a_voto(TipoConsulta.ACTORES, en_urna("a")).esta_en_blanco
    assert a_voto(TipoConsulta.ACUERDO, en_urna("a")).esta_en_blanco


@pytest.mark.parametrize(
    ("tipo", "escala"),
    [
        (TipoConsulta.ACTORES, (1, 5)),
        (TipoConsulta.PESOS, (1, 5)),
        (TipoConsulta.PUNTOS, (0, 20)),
        (TipoConsulta.RANKING, (1, 3)),
    ],
)
def test_cada_consulta_se_mide_en_su_escala(tipo, escala):
    assert regla_de(votacion(tipo, puntos=20)).escala == escala


def test_un_ranking_se_ordena_por_borda_y_dice_quien_vence_a_todas():
    consulta = votacion(TipoConsulta.RANKING)
    papeletas = ["abc", "abc", "bac", "abc", "cab"]
    votos = [
        Voto(f"v{n}", cosa, (lugar,))
        for n, papeleta in enumerate(papeletas)
        for lugar, cosa in enumerate(papeleta, 1)
    ]

    orden = leer_orden(consulta, conteo_con(consulta, votos))

    assert [cosa for cosa, _ in orden] == ["a", "b", "c"]
    assert orden[0][1].startswith("8,0 puntos de Borda; mediana de lugares 1,0; vence")
    assert leer_orden(consulta, conteo_con(consulta, votos[:12])) == []


def test_los_puntos_se_ordenan_por_la_media_y_el_tablero_no_se_ordena():
    consulta = votacion(TipoConsulta.PUNTOS)
    votos = [
        Voto(f"v{n}", c, (p,)) for n in range(5) for c, p in zip("abc", (1, 7, 2), strict=True)
    ]

    assert [c for c, _ in leer_orden(consulta, conteo_con(consulta, votos))] == ["b", "c", "a"]
    assert leer_orden(votacion(), conteo_con(votacion(), VOTOS)) == []


def test_la_propuesta_trae_el_antes_y_el_despues_de_quien_se_puede_mostrar():
    mesa = mesa_de([actor("a", influencia=5, interes=1), actor("c")])
    conteo = conteo_con(votacion(), [*VOTOS, Voto("v0", "c", (1, 1))])

    (propuesta,) = proponer(mesa, conteo)

    assert (propuesta.id, propuesta.antes, propuesta.despues) == ("a", (1, 5), (4.3, 2.0))
    assert not propuesta.es_igual


def test_adoptar_cambia_solo_a_los_elegidos_y_nada_mas_de_ellos():
    mesa = mesa_de([actor("a", nota="queda"), actor("b")])

    propuestas, transicion = adoptar(mesa, conteo_con(votacion(), VOTOS), ["a"])
    despues = transicion(mesa)

    assert len(propuestas) == 1
    assert (despues.actor("a").interes, despues.actor("a").influencia) == (4.3, 2.0)
    assert despues.actor("a").nota == "queda"
    assert despues.actor("b") == mesa.actor("b")


@pytest.mark.parametrize("elegidos", [[], ["c"], ["nadie"]])
def test_no_se_adopta_lo_que_no_tiene_votos_ni_a_quien_no_esta(elegidos):
    with pytest.raises(ReglaRota):
        adoptar(mesa_de("abc"), conteo_con(votacion(), VOTOS), elegidos)


def test_la_huella_cambia_si_cambia_un_voto_y_no_depende_del_orden():
    una, otra = conteo_con(votacion(), VOTOS), conteo_con(votacion(), VOTOS[::-1])
    cambiada = conteo_con(votacion(), [*VOTOS, Voto("v0", "a", (1, 1))])

    assert huella(2, una) == huella(2, otra)
    assert len({huella(2, una), huella(1, una), huella(2, cambiada)}) == 3


def test_la_frase_del_historial_dice_votacion_ronda_votos_y_huella():
    conteo = conteo_con(votacion(), VOTOS)

    frase = frase_de_adopcion(votacion(), 2, conteo, 2)

    assert frase == (
        "Adoptó la ronda 2 de la votación «Influencia e interés» (6 personas votaron; huella "
        f"{huella(2, conteo)}): influencia e interés de 2 actores"
    )
