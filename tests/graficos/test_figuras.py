"""Las figuras de la guía: SVG bien formado, con su descripción y sin nada de afuera."""

import re

import pytest
from defusedxml.ElementTree import fromstring

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.graficos.figuras import FIGURAS, dibujar, leyenda, red_de
from mesa_territorial.graficos.trazos import lienzo, linea, marca, texto

CAMPANILLA = cargar_caso("mesa_campanilla")
HOSTIL = '</text><script>alert("1")</script><img src=x onerror=alert(1)>&amp;'


def _arbol(trozos: str):
    return fromstring(f"<raiz>{trozos}</raiz>")


def _dichos(trozos: str) -> str:
    return "".join(_arbol(trozos).itertext())


@pytest.mark.parametrize("nombre", FIGURAS)
def test_toda_figura_es_svg_bien_formado_y_se_describe(nombre):
    svgs = list(_arbol(dibujar(nombre)).iter("svg"))

    assert svgs
    assert all(s.get("role") == "img" and len(s.get("aria-label", "")) > 10 for s in svgs)


@pytest.mark.parametrize("nombre", FIGURAS)
def test_ninguna_figura_trae_direcciones_guiones_ni_manejadores(nombre):
    figura = dibujar(nombre)
    marcas = {e.tag for e in _arbol(figura).iter()}

    assert marcas <= {"raiz", "div", "svg", "line", "circle", "polygon", "rect", "text", "title"}
    assert not re.search(r"https?:|url\(|href|\son\w+=", figura)


def test_lo_que_escribe_una_persona_sale_escapado():
    mesa = CAMPANILLA.con_actor(
        Actor(id="zz", nombre=HOSTIL, sector=Sector.PRIVADO, x=100.0, y=100.0)
    )

    dibujo = red_de(mesa, "despues", HOSTIL)

    assert "<script" not in dibujo and "<img" not in dibujo
    assert _dichos(dibujo).count('<script>alert("1")</script>') == 2


@pytest.mark.parametrize(
    "trozo",
    [
        texto(HOSTIL, (1, 2)),
        marca("publico", (1, 2), 3, HOSTIL),
        marca("sociedad_civil", (1, 2), 3, HOSTIL),
        lienzo(10, 10, HOSTIL, []),
    ],
)
def test_cada_trazo_escapa_lo_suyo(trozo):
    elementos = list(_arbol(trozo).iter())

    assert len(elementos) <= 3
    assert HOSTIL in (*_arbol(trozo).itertext(), elementos[1].get("aria-label"))


def test_el_conflicto_lleva_su_marca_ademas_del_color():
    assert "✕" in linea("conflicto", (0, 0), (10, 10), 1)
    assert "✕" not in linea("mandato", (0, 0), (10, 10), 1)


def test_la_red_dibuja_solo_a_quien_tiene_lugar_y_las_lineas_de_su_momento():
    sin_lugar = CAMPANILLA.con_cambio_de_actor("A01", x=None, y=None)
    puestos = [a for a in sin_lugar.actores.values() if a.tiene_lugar]
    esperadas = [
        r
        for r in sin_lugar.relaciones.values()
        if r.momento == "antes" and "A01" not in (r.de, r.hacia)
    ]

    arbol = _arbol(red_de(sin_lugar, "antes", "Antes"))

    assert len(list(arbol.iter("title"))) == len(puestos) == 33
    assert len(list(arbol.iter("line"))) == len(esperadas)


def test_la_leyenda_nombra_los_cinco_sectores():
    assert all(
        s in _dichos(leyenda()) for s in ("Público", "Privado", "Academia", "Sociedad civil")
    )


def test_las_barras_por_sector_dicen_las_cifras_del_caso():
    dice = _dichos(dibujar("campanilla_sectores"))

    assert dice.count("9 integran") == 2
    assert "6 integran" in dice and "4 integran" in dice


def test_una_figura_que_no_existe_se_dice():
    with pytest.raises(ReglaRota, match="una figura que no existe: «marciana»"):
        dibujar("marciana")
