"""El balance de la futura mesa, contra la planilla del caso contada aparte; y el seguimiento."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from analisis.redes import actor
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial import contenido
from mesa_territorial.analisis.convocatoria import (
    Aspecto,
    Escenario,
    Plazo,
    hacer_balance,
    lideradas_de,
    seguir,
)
from mesa_territorial.analisis.convocatoria.de_balance import leer_balance
from mesa_territorial.analisis.convocatoria.de_escala import leer_compuerta
from mesa_territorial.analisis.convocatoria.de_seguimiento import decir_plazo, leer_seguimiento
from mesa_territorial.analisis.convocatoria.plan import a_quien_convocar, borradores, orden_del_plan
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Nivel, Sector
from mesa_territorial.dominio.convocatoria import (
    CambioDeEstado,
    Convocatoria,
    Gestion,
    Invitacion,
)
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

HOY = date(2026, 11, 21)


def mesa_de(*actores, **campos) -> Mesa:
    territorio = Territorio(cut_comuna="05101", nivel=Nivel.CAMPAMENTO)
    return Mesa(
        id="m", nombre="M", territorio=territorio, actores={a.id: a for a in actores}, **campos
    )


def cuentas(balance, aspecto: Aspecto, escenario: str) -> dict[str, int]:
    return {r.clave: n for r in balance.de(aspecto) if (n := getattr(r, escenario))}


@pytest.fixture(scope="module")
def campanilla() -> Mesa:
    return cargar_caso("mesa_campanilla")


@pytest.fixture(scope="module")
def planilla() -> list[dict[str, str]]:
    ruta = contenido.ruta("datos_ejemplo", "casos", "mesa_campanilla", "actores.csv")
    with ruta.open(encoding="utf-8", newline="") as archivo:
        return list(csv.DictReader(archivo))


def test_el_balance_de_campanilla_es_el_de_su_planilla(campanilla, planilla):
    """Contado aparte, con otra lectura: hoy, y con los dos servicios que están en camino."""
    balance = hacer_balance(campanilla, {})
    codigo = {"público": "publico", "sociedad civil": "sociedad_civil", "región": "region"}
    for escenario, estados in (
        ("hoy", ["integra"]),
        ("invitados", ["integra", "pendiente", "sin_respuesta"]),
    ):
        sentados = [f for f in planilla if f["estado_convocatoria"] in estados]
        sectores = Counter(codigo.get(f["sector"], f["sector"]) for f in sentados)
        niveles = Counter(codigo.get(f["escala"], f["escala"]) for f in sentados)
        politico = sum(int(f["capital_politico"]) >= 2 for f in sentados)

        assert cuentas(balance, Aspecto.SECTOR, escenario) == sectores
        assert cuentas(balance, Aspecto.NIVEL, escenario) == niveles
        assert cuentas(balance, Aspecto.CAPITAL, escenario)["capital_politico"] == politico


def test_las_cifras_del_capitulo(campanilla):
    balance = hacer_balance(campanilla, {})

    assert [balance.total(e) for e in Escenario] == [28, 28, 30]
    assert cuentas(balance, Aspecto.SECTOR, "hoy") == {
        "publico": 9, "privado": 6, "academia": 4, "sociedad_civil": 9,
    }  # fmt: skip
    assert cuentas(balance, Aspecto.SECTOR, "invitados")["publico"] == 11
    assert cuentas(balance, Aspecto.NIVEL, "hoy")["comuna"] == 6
    assert campanilla.actores["A29"].estado is not Estado.INTEGRA


def test_solo_se_sienta_a_quien_esta_invitado():
    estados = {e: actor(e.value, estado=e) for e in Estado}
    balance = hacer_balance(mesa_de(*estados.values()), {})

    assert set(balance.quienes[Escenario.INVITADOS]) == {
        "integra", "comprometido", "contactado", "reunion", "pendiente", "sin_respuesta",
    }  # fmt: skip


def test_por_convocar_cuenta_cuando_su_invitacion_esta_escrita():
    invitacion = Invitacion(id="a", por_que="x", ofrece="y", pide="z")
    con = mesa_de(actor("a"), convocatoria=Convocatoria(invitaciones={"a": invitacion}))
    a_medias = replace(invitacion, pide="")
    sin = mesa_de(actor("a"), convocatoria=Convocatoria(invitaciones={"a": a_medias}))

    assert hacer_balance(con, {}).total(Escenario.INVITADOS) == 1
    assert hacer_balance(sin, {}).total(Escenario.INVITADOS) == 0


@given(st.lists(st.tuples(st.sampled_from(Estado), st.sampled_from(Sector)), max_size=12))
def test_cada_aspecto_reparte_a_todos_una_vez(dichos):
    actores = [actor(f"a{n}", sector, estado=e) for n, (e, sector) in enumerate(dichos)]
    balance = hacer_balance(mesa_de(*actores), {"a0": True, "a1": False, "a2": None})

    for escenario in Escenario:
        for aspecto in (Aspecto.SECTOR, Aspecto.NIVEL, Aspecto.LIDERAZGO):
            suma = sum(getattr(r, escenario) for r in balance.de(aspecto))
            assert suma == balance.total(escenario)


def test_de_quien_no_se_sabe_si_la_lideran_mujeres_no_se_supone_nada(campanilla):
    sin_anotar = campanilla.con(genero=Genero())

    assert lideradas_de(sin_anotar) == {}
    dichos = [d.texto for d in leer_balance(sin_anotar, hacer_balance(sin_anotar, {}))]
    assert "No se ha anotado qué organizaciones lideran mujeres." in dichos
    con_una = hacer_balance(campanilla, {"A24": True, "A02": False})
    textos = [d.texto for d in leer_balance(campanilla, con_una)]
    assert "1 de 30 organizaciones serían lideradas por mujeres; de 28 no se sabe." in textos


def test_el_balance_dice_lo_que_falta_y_lo_que_sobra():
    publicos = [actor(f"p{n}", estado=Estado.INTEGRA, nivel=Nivel.REGION) for n in range(4)]
    vecinos = actor("v", Sector.SOCIEDAD_CIVIL, estado=Estado.CONTACTADO)

    mesa = mesa_de(*publicos, vecinos)
    textos = " ".join(d.texto for d in leer_balance(mesa, hacer_balance(mesa, {})))

    assert "faltarían los sectores privado y academia" in textos
    assert "El sector público tendría más de la mitad de la Mesa: 4 de 5." in textos
    assert "No habría nadie que decida a nivel de campamento y comuna." in textos
    assert "No hay capitales anotados" in textos


def test_una_mesa_vacia_no_tiene_balance():
    (dicho,) = leer_balance(mesa_de(), hacer_balance(mesa_de(), {}))

    assert "no hay balance que mirar" in dicho.texto


# ---------------------------------------------------------------- seguimiento


def con_gestion(dias: int | None, estado: Estado = Estado.CONTACTADO, **campos) -> Mesa:
    fecha = "" if dias is None else (HOY + timedelta(days=dias)).isoformat()
    gestion = Gestion(id="g", actor="a", que="Llamar", fecha=fecha, **campos)
    return mesa_de(
        actor("a", estado=estado, influencia=5), convocatoria=Convocatoria(gestiones={"g": gestion})
    )


@pytest.mark.parametrize(
    ("dias", "plazo", "dice"),
    [
        (-3, Plazo.VENCIDO, "venció hace 3 días"),
        (-1, Plazo.VENCIDO, "venció hace 1 día"),
        (-366, Plazo.VENCIDO, "venció hace más de un año"),
        (0, Plazo.HOY, "es hoy"),
        (7, Plazo.CERCA, "en 7 días"),
        (8, Plazo.LEJOS, "en 8 días"),
        (None, Plazo.SIN_FECHA, "sin fecha"),
    ],
)
def test_el_plazo_se_mira_respecto_de_hoy(dias, plazo, dice):
    s = seguir(con_gestion(dias), HOY)["a"]

    assert (s.plazo, decir_plazo(s)) == (plazo, dice)


def test_lo_hecho_no_vence():
    s = seguir(con_gestion(-30, hecha=True), HOY)["a"]

    assert s.plazo is Plazo.SIN_GESTION


@pytest.mark.parametrize(("dias", "silencio"), [(15, 0), (16, 16)])
def test_el_silencio_se_cuenta_despues_de_quince_dias(dias, silencio):
    fecha = (HOY - timedelta(days=dias)).isoformat()
    cambio = CambioDeEstado(
        id="c", actor="a", de=Estado.POR_CONVOCAR, a=Estado.CONTACTADO, fecha=fecha
    )
    convocatoria = Convocatoria(cambios={"c": cambio})
    espera = mesa_de(actor("a", estado=Estado.CONTACTADO), convocatoria=convocatoria)
    ya = mesa_de(actor("a", estado=Estado.DECLINA), convocatoria=convocatoria)

    assert seguir(espera, HOY)["a"].en_silencio == silencio
    assert seguir(ya, HOY)["a"].en_silencio == 0


def test_una_senal_nueva_corta_el_silencio():
    vieja = (HOY - timedelta(days=60)).isoformat()
    convocatoria = Convocatoria(
        invitaciones={"a": Invitacion(id="a", fecha=vieja)},
        gestiones={"g": Gestion(id="g", actor="a", fecha="2026-11-15", hecha=True)},
    )
    mesa = mesa_de(actor("a", estado=Estado.CONTACTADO), convocatoria=convocatoria)

    assert seguir(mesa, HOY)["a"].en_silencio == 0


def test_quien_decide_y_nadie_lo_tiene_a_cargo_se_nombra():
    sin_responsable, con_responsable = con_gestion(3), con_gestion(3, responsable="Gestora")

    def dice(mesa: Mesa) -> str:
        return " ".join(d.texto for d in leer_seguimiento(mesa, seguir(mesa, HOY)))

    assert "Nadie tiene a su cargo a Actor a." in dice(sin_responsable)
    assert "Nadie tiene a su cargo" not in dice(con_responsable)


def test_el_plan_pone_primero_a_quien_falta_y_en_el_orden_de_la_priorizacion(campanilla):
    faltan = [p.id for p in a_quien_convocar(campanilla)]

    assert faltan[0] == "A29"
    assert set(faltan) == {"A29", "A31", "A32", "A33", "A34"}
    assert orden_del_plan(campanilla)[: len(faltan)] == tuple(faltan)
    assert orden_del_plan(mesa_de()) == ()


def test_un_borrador_no_lleva_puntajes_ni_juicios_del_equipo(campanilla):
    vacia = campanilla.con(convocatoria=Convocatoria())

    propuestos = borradores(vacia)

    razones = [p.razon for p in a_quien_convocar(vacia) if p.razon]
    for campos in propuestos.values():
        texto = campos.get("por_que", "")
        assert " de 3" not in texto
        assert not any(razon.rstrip(".") in texto for razon in razones)
    assert propuestos["A29"]["invita"] == "A05"
    assert "invita" not in propuestos["A32"]


def test_un_borrador_solo_trae_lo_que_falta(campanilla):
    """El Municipio del caso ya tiene escrito todo y elegido quién lo invita."""
    assert "A29" not in borradores(campanilla)
    assert set(borradores(campanilla)["A32"]) == {"ofrece", "pide"}


def test_la_compuerta_dice_quien_decide_y_no_esta_convocado(campanilla):
    dichos = list(leer_compuerta(campanilla))

    assert dichos[0].ids == ("A33",)
    assert dichos[0].tono is Tono.ALERTA
    assert "no está convocado" in dichos[0].texto
    en_camino = {d.ids[0]: d for d in dichos[1:]}
    assert set(en_camino) == {"A29", "A32"}
    assert all("va en «" in d.texto for d in en_camino.values())


def test_sin_problemas_anotados_la_compuerta_pide_el_tema_2():
    (dicho,) = leer_compuerta(mesa_de(actor("a")))

    assert dicho.tono is Tono.ALERTA
    assert "tema 2" in dicho.que_hacer
