"""Las salidas: sin fórmulas vivas, legibles por otros programas y con los textos escapados."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

import estrategias
import igraph
import networkx as nx
import openpyxl
import pytest
from estrategias import TEXTOS_HOSTILES
from hypothesis import given, settings
from intercambio.ayudas import actor, mesa_con, revisar_hoja, xlsx_con
from pyxform.xls2xform import convert

from mesa_territorial import fichas
from mesa_territorial.dominio.actores import Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio import (
    aplicar,
    exportar_csv,
    exportar_gexf,
    exportar_graphml,
    exportar_svg,
    exportar_xlsform,
    exportar_xlsx,
    leer_kobo,
    plantilla,
    promediar_kobo,
)
from mesa_territorial.intercambio.codigos_kobo import pregunta_de

SVG = "{http://www.w3.org/2000/svg}"
HOSTIL = mesa_con(
    *(
        actor(
            f"a{i}", f"{texto} · {i}", Sector.SOCIEDAD_CIVIL, nota=texto, tipo=texto, fuente=texto
        )
        for i, texto in enumerate(TEXTOS_HOSTILES)
    )
)
PAR = mesa_con(
    actor("a", "FOSIS", influencia=4.5, x=10.0, y=20.0, comite=True),
    actor("b", "Los Pinos", Sector.SOCIEDAD_CIVIL, x=300.0, y=120.0),
    actor("c", "Sin lugar", Sector.PRIVADO),
).con_relaciones(
    (
        Relacion(id="r1", de="a", hacia="b", tipo=TipoRelacion.COORDINACION, intensidad=3),
        Relacion(id="r2", de="b", hacia="a", tipo=TipoRelacion.CONFLICTO, dirigida=False),
        Relacion(id="r3", de="a", hacia="b", tipo=TipoRelacion.INFORMACION),
    )
)


@pytest.mark.parametrize(
    "hacer", [lambda: exportar_xlsx(HOSTIL), plantilla, lambda: exportar_xlsform(HOSTIL)]
)
def test_ningun_xlsx_lleva_formulas_ni_enlaces_vivos(hacer):
    contenido = hacer()

    with zipfile.ZipFile(io.BytesIO(contenido)) as libro:
        hojas = [libro.read(n) for n in libro.namelist() if "worksheets/" in n]
    assert hojas
    assert not any(re.search(rb"<f[ >]|<hyperlink", hoja) for hoja in hojas)
    tipos = {
        c.data_type for h in openpyxl.load_workbook(io.BytesIO(contenido)) for f in h for c in f
    }
    assert tipos <= {"s", "n"}


def test_ninguna_celda_de_csv_empieza_como_formula():
    with zipfile.ZipFile(io.BytesIO(exportar_csv(HOSTIL))) as atado:
        texto = atado.read("actores.csv").decode("utf-8")

    assert texto.startswith("\ufeff")
    celdas = re.findall(r'(?:^|;)"?([=+@＝\t\r].*)', texto, flags=re.MULTILINE)
    assert celdas == []
    assert "'=cmd|" in texto
    assert "'-2+3" in texto


@pytest.mark.parametrize("exportar", [exportar_graphml, exportar_gexf, exportar_svg])
def test_un_momento_que_no_existe_se_explica(exportar):
    with pytest.raises(ReglaRota, match="momento"):
        exportar(PAR, "otro")


def test_el_graphml_se_lee_con_networkx_y_con_igraph(tmp_path):
    archivo = tmp_path / "mesa.graphml"
    archivo.write_bytes(exportar_graphml(PAR, "actual"))

    grafo = nx.read_graphml(archivo)
    otro = igraph.Graph.Read_GraphML(str(archivo))

    assert set(grafo) == {"a", "b", "c"}
    assert grafo.nodes["a"]["influencia"] == 4.5
    assert sorted(d["tipo"] for *_, d in grafo.edges(data=True)) == [
        "Conflicto",
        "Coordinación",
        "Información",
    ]
    assert (otro.vcount(), otro.ecount()) == (3, 3)
    assert otro.vs["nombre"] == ["FOSIS", "Los Pinos", "Sin lugar"]
    assert otro.es["dirigida"] == [True, False, True]


def test_el_gexf_se_lee_con_networkx_y_trae_color_y_lugar():
    contenido = exportar_gexf(PAR, "actual")

    grafo = nx.read_gexf(io.BytesIO(contenido))

    assert grafo.nodes["a"]["label"] == "FOSIS"
    assert grafo.nodes["a"]["viz"]["position"] == {"x": 10.0, "y": -20.0, "z": 0.0}
    assert grafo.nodes["a"]["viz"]["color"]["r"] == 0x1F
    assert grafo.number_of_edges() == 3


@given(estrategias.mesas())
@settings(max_examples=40, deadline=None)
def test_los_grafos_se_leen_con_cualquier_texto(mesa):
    momento = next(iter(mesa.momentos))
    relaciones = [r for r in mesa.relaciones.values() if r.momento == momento]

    graphml = nx.read_graphml(io.BytesIO(exportar_graphml(mesa, momento)))
    gexf = nx.read_gexf(io.BytesIO(exportar_gexf(mesa, momento)))

    for grafo in (graphml, gexf):
        assert grafo.number_of_nodes() == len(mesa.actores)
        assert grafo.number_of_edges() == len(relaciones)
    assert [gexf.nodes[i]["label"] for i in mesa.actores] == [
        a.nombre for a in mesa.actores.values()
    ]


def test_el_svg_pone_a_cada_actor_en_su_lugar_con_su_color():
    raiz = ET.fromstring(exportar_svg(PAR, "actual"))

    giros = [e.get("transform") for e in raiz.iter(SVG + "path") if e.get("transform")]
    assert giros[:2] == ["translate(10 20)", "translate(300 120)"]
    colores = [e.get("fill") for e in raiz.iter(SVG + "path") if e.get("transform")]
    assert colores[0] == fichas.color_de_sector("publico")


def test_el_svg_distingue_el_conflicto_sin_color_y_la_ida_de_la_vuelta():
    raiz = ET.fromstring(exportar_svg(PAR, "actual", con_leyenda=False))

    lineas = {
        e.findtext(SVG + "title"): e
        for e in raiz.iter(SVG + "path")
        if e.find(SVG + "title") is not None
    }
    conflicto = lineas["Los Pinos ↔ FOSIS: Conflicto"]
    coordinacion = lineas["FOSIS → Los Pinos: Coordinación"]
    assert conflicto.get("d").count("L") > 4
    assert conflicto.get("marker-end") is None
    assert coordinacion.get("marker-end") == "url(#punta-coordinacion)"
    trazos = [e.get("d") for titulo, e in lineas.items() if ":" in titulo]
    assert len(set(trazos)) == 3


def test_el_svg_trae_leyenda_de_lo_que_aparece_y_nada_mas():
    raiz = ET.fromstring(exportar_svg(PAR, "actual"))

    leyenda = next(g for g in raiz.iter(SVG + "g") if g.get("id") == "leyenda")
    textos = [t.text for t in leyenda.iter(SVG + "text")]
    assert textos == [
        "Público",
        "Privado",
        "Sociedad civil",
        "Coordinación",
        "Información",
        "Conflicto",
    ]


def test_ningun_texto_hostil_se_vuelve_marca_en_el_svg():
    contenido = exportar_svg(HOSTIL, "actual")

    raiz = ET.fromstring(contenido)
    permitidas = {"svg", "title", "desc", "rect", "text", "defs", "marker", "path", "g", "tspan"}
    assert {e.tag.removeprefix(SVG) for e in raiz.iter()} <= permitidas
    assert not any(
        clave.startswith("on") or "href" in clave for e in raiz.iter() for clave in e.attrib
    )
    assert b"<script" not in contenido


def test_un_svg_sin_actores_se_dibuja_igual():
    assert ET.fromstring(exportar_svg(mesa_con(), "actual")).tag == SVG + "svg"


@pytest.mark.parametrize("mesa", [PAR, HOSTIL], ids=["comun", "hostil"])
def test_el_xlsform_lo_acepta_pyxform(mesa):
    hecho = convert(io.BytesIO(exportar_xlsform(mesa)), file_type=".xlsx", validate=False)

    assert ET.fromstring(hecho.xform)
    for id_actor in mesa.actores:
        assert f"/{pregunta_de('influencia', id_actor)}" in hecho.xform
    assert not any("error" in aviso.lower() for aviso in hecho.warnings)


def test_un_formulario_sin_actores_se_explica():
    with pytest.raises(ReglaRota, match="Agregue actores"):
        exportar_xlsform(mesa_con())


def test_las_respuestas_de_kobo_vuelven_como_promedio():
    columnas = ["inicio", f"actor__a/{pregunta_de('influencia', 'a')}", pregunta_de("interes", "b")]
    contenido = xlsx_con(Respuestas=[columnas, ["x", 2, 5], ["y", 5, None], ["z", "muy alta", 4]])

    leidas = leer_kobo(PAR, "kobo.xlsx", contenido)
    nueva = aplicar(PAR, revisar_hoja(PAR, promediar_kobo(PAR, leidas)), decisiones={})

    assert leidas.personas == 3
    assert [(r.fila, r.id_actor, r.nota) for r in leidas.respuestas] == [
        (2, "a", 2),
        (2, "b", 5),
        (3, "a", 5),
        (4, "b", 4),
    ]
    assert 'dice "muy alta"' in leidas.problemas[0].frase
    assert (nueva.actores["a"].influencia, nueva.actores["b"].interes) == (3.5, 4.5)


def test_una_planilla_que_no_es_de_kobo_dice_como_descargarla():
    with pytest.raises(ReglaRota, match="encabezados XML"):
        leer_kobo(PAR, "otra.xlsx", xlsx_con(Hoja=[["a", "b"], [1, 2]]))
