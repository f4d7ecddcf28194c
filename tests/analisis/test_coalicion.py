"""La coalición en el tiempo: avances, retrocesos y lo que se afirma sin un hecho."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.coalicion import cambios, leer_cambios, leer_coalicion
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.coalicion import (
    ELEMENTOS,
    Coalicion,
    EstadoDeElemento,
    Observacion,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.graficos.coalicion import (
    SIN_MIRAR,
    filas_de_coalicion,
    grafico_de_coalicion,
)

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
NO_HAY, ASOMA, EN_CURSO, FIRME = EstadoDeElemento


def con(*observaciones: Observacion) -> Mesa:
    return VACIA.con(coalicion=Coalicion(observaciones={o.id: o for o in observaciones}))


def test_sin_observaciones_ensena_por_donde_partir():
    (unica,) = leer_coalicion(VACIA)

    assert unica.clave == "sin_observaciones"
    assert leer_cambios(VACIA) == ()
    assert filas_de_coalicion(VACIA) == []


def test_en_campanilla_retrocede_un_solo_elemento_y_dice_el_hecho():
    retrocesos = [c for c in cambios(CAMPANILLA) if c.retrocede]

    (uno,) = retrocesos
    assert (uno.elemento, uno.antes, uno.despues) == ("dominio", FIRME, EN_CURSO)
    assert leer_cambios(CAMPANILLA)[0].tono is Tono.ALERTA
    assert "escala" in leer_cambios(CAMPANILLA)[0].por_que


def test_un_elemento_que_una_vez_no_se_miro_se_compara_con_la_ultima_vez_que_si():
    mesa = con(
        Observacion(id="a", fecha="2026-01-01", vision=ASOMA),
        Observacion(id="b", fecha="2026-02-01"),
        Observacion(id="c", fecha="2026-03-01", vision=FIRME),
    )

    (cambio,) = cambios(mesa)

    assert (cambio.desde.id, cambio.hasta.id, cambio.retrocede) == ("a", "c", False)


def test_firme_sin_hecho_se_avisa_y_con_hecho_es_fortaleza():
    sin = con(Observacion(id="a", fecha="2026-01-01", objetivos=FIRME))
    mudo = {x.clave: x for x in leer_coalicion(sin)}["sin_hecho"]
    firme = Observacion(id="a", fecha="2026-01-01", objetivos=FIRME, hecho_objetivos="Acta 3.")

    assert "los objetivos convergentes" in mudo.frase
    assert {x.clave: x.tono for x in leer_coalicion(con(firme))}["objetivos"] is Tono.FORTALEZA


def test_lo_que_no_se_miro_se_dice_y_no_cuenta_como_que_no_hay():
    lecturas = leer_coalicion(con(Observacion(id="a", fecha="2026-01-01", vision=NO_HAY)))

    assert [x.clave for x in lecturas if x.tono is Tono.ALERTA] == ["vision"]
    assert "la diversidad de actores" in {x.clave: x for x in lecturas}["sin_mirar"].frase


def test_la_lamina_trae_una_fila_por_elemento_y_observacion_con_su_hecho():
    filas = filas_de_coalicion(CAMPANILLA)

    assert len(filas) == 15
    assert [f["estado"] for f in filas if f["elemento"] == "Territorio"] == [
        "En curso",
        "Firme",
        "En curso",
    ]
    assert {f["fecha"] for f in filas} == {"11-06-2020", "24-09-2020", "03-12-2020"}


def test_dos_observaciones_del_mismo_dia_no_se_confunden_y_lo_no_mirado_se_dice():
    mesa = con(
        Observacion(id="a", fecha="2026-01-01", vision=ASOMA),
        Observacion(id="b", fecha="2026-01-01"),
    )
    filas = [f for f in filas_de_coalicion(mesa) if f["elemento"] == "Visión"]

    assert [(f["fecha"], f["estado"]) for f in filas] == [
        ("01-01-2026", "Asoma"),
        ("01-01-2026 (2)", SIN_MIRAR),
    ]


def test_el_grafico_no_lleva_datos_adentro():
    especificacion = grafico_de_coalicion()

    assert especificacion["data"] == {"name": "filas"}
    assert "datasets" not in especificacion


estados = st.none() | st.sampled_from(EstadoDeElemento)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(ELEMENTOS, estados)), max_size=6))
def test_los_cambios_llevan_del_primer_estado_al_ultimo_sin_saltos(series):
    observaciones = [
        Observacion(id=f"o{n}", fecha=f"2026-01-{n + 1:02}", **e) for n, e in enumerate(series)
    ]
    mesa = con(*observaciones)

    for elemento in ELEMENTOS:
        vistos = [o.estado(elemento) for o in observaciones if o.estado(elemento)]
        suyos = [c for c in reversed(cambios(mesa)) if c.elemento == elemento]
        assert [vistos[0], *(c.despues for c in suyos)][-1] == vistos[-1] if vistos else not suyos
        assert all(a.despues == b.antes for a, b in pairwise(suyos))


def test_el_orden_en_que_se_anotan_no_cambia_lo_que_se_lee():
    al_reves = dict(reversed(CAMPANILLA.coalicion.observaciones.items()))
    mesa = CAMPANILLA.con(coalicion=replace(CAMPANILLA.coalicion, observaciones=al_reves))

    assert leer_coalicion(mesa) == leer_coalicion(CAMPANILLA)
    assert cambios(mesa) == cambios(CAMPANILLA)
