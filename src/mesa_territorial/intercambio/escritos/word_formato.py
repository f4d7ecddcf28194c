"""El aspecto del documento de Word: hoja, letra, cabecera, pie y lo que dice de sí mismo."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from mesa_territorial.intercambio.escritos.hojas import ABAJO, ARRIBA, MARGEN, MEDIDAS
from mesa_territorial.intercambio.escritos.letra import FAMILIA
from mesa_territorial.intercambio.escritos.modelo import Escrito
from mesa_territorial.intercambio.escritos.palabras import cabecera_de, pie_de
from mesa_territorial.intercambio.escritos.word_marcas import (
    elemento,
    escribir_en,
    poner_campo,
    tinta,
)
from mesa_territorial.intercambio.tablas import texto_para_xml

# Por estilo: puntos, negrita, color, espacio antes y después.
_ESTILOS: Mapping[str, tuple[float, bool, str, float, float]] = {
    "Normal": (10.5, False, "tinta", 0, 6),
    "Title": (22, True, "tinta", 0, 4),
    "Subtitle": (12, False, "tinta_2", 0, 4),
    "Heading 1": (18, True, "tinta", 20, 5),
    "Heading 2": (13.5, True, "tinta", 16, 4),
    "Heading 3": (11, True, "tinta", 10, 3),
    "List Bullet": (10.5, False, "tinta", 0, 3),
    "List Number": (10.5, False, "tinta", 0, 3),
    "Caption": (9, False, "tinta_2", 2, 8),
    "Header": (8.5, False, "aviso", 0, 0),
    "Footer": (8.5, False, "tinta_2", 0, 0),
}
_SIN_FECHA = datetime(2000, 1, 1)  # noqa: DTZ001  el formato de Word no lleva zona
_PARECIDA = "Verdana"
_SOBRAN = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
_DE_FABRICA = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def formatear(documento: Any, escrito: Escrito) -> None:
    """Deja el documento vacío con la hoja, los estilos y las propiedades del escrito."""
    _poner_hoja(documento.sections[0], escrito)
    for nombre in _ESTILOS:
        _poner_estilo(documento.styles[nombre], nombre)
    _poner_idioma(documento)
    _quitar_sobras(documento)
    _poner_propiedades(documento.core_properties, escrito)
    _poner_cabecera_y_pie(documento.sections[0], escrito)


def _poner_hoja(hoja: Any, escrito: Escrito) -> None:
    ancho, alto = MEDIDAS[escrito.papel]
    hoja.page_width, hoja.page_height = Mm(ancho), Mm(alto)
    hoja.left_margin = hoja.right_margin = Mm(MARGEN)
    hoja.top_margin, hoja.bottom_margin = Mm(ARRIBA), Mm(ABAJO)


def _poner_estilo(estilo: Any, nombre: str) -> None:
    puntos, negrita, color, antes, despues = _ESTILOS[nombre]
    letra = estilo.font
    letra.name, letra.size, letra.bold, letra.italic = FAMILIA, Pt(puntos), negrita, False
    letra.color.rgb = tinta(color)
    _quitar_tema(estilo)
    parrafo = estilo.paragraph_format
    parrafo.space_before, parrafo.space_after = Pt(antes), Pt(despues)
    parrafo.line_spacing = 1.25
    if nombre in ("Title", "Caption"):
        _quitar_borde(estilo)


def _quitar_tema(estilo: Any) -> None:
    fuentes = estilo.element.get_or_add_rPr().get_or_add_rFonts()
    for clave in _DE_FABRICA:
        fuentes.attrib.pop(qn(f"w:{clave}"), None)
    for clave in ("ascii", "hAnsi", "cs", "eastAsia"):
        fuentes.set(qn(f"w:{clave}"), FAMILIA)


def _quitar_borde(estilo: Any) -> None:
    propiedades = estilo.element.get_or_add_pPr()
    for borde in propiedades.findall(qn("w:pBdr")):
        propiedades.remove(borde)


def _poner_idioma(documento: Any) -> None:
    for idioma in documento.styles.element.iter(qn("w:lang")):
        idioma.set(qn("w:val"), "es-CL")
    for parte in documento.part.package.iter_parts():
        if parte.partname == "/word/fontTable.xml":
            parte._blob = _con_la_letra(parte.blob)


def _quitar_sobras(documento: Any) -> None:
    """Saca lo que trae la plantilla de la biblioteca y no es del escrito."""
    for relaciones in (documento.part.package.rels, documento.part.rels):
        for clave in [c for c, r in relaciones.items() if r.reltype.endswith(_SOBRAN)]:
            del relaciones[clave]


def _con_la_letra(tabla: bytes) -> bytes:
    """La tabla de letras de Word dice qué usar si el computador no tiene la del kit."""
    letra = (
        f'<w:font w:name="{FAMILIA}"><w:altName w:val="{_PARECIDA}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    return tabla.replace(b"</w:fonts>", letra.encode())


def _poner_propiedades(propiedades: Any, escrito: Escrito) -> None:
    fecha = datetime.fromisoformat(escrito.fecha) if escrito.fecha else _SIN_FECHA
    propiedades.title = texto_para_xml(escrito.titulo)[:255]
    propiedades.author = propiedades.last_modified_by = propiedades.comments = ""
    propiedades.created = propiedades.modified = fecha
    propiedades.language = "es-CL"
    propiedades.revision = 1


def _poner_cabecera_y_pie(hoja: Any, escrito: Escrito) -> None:
    if cabecera := cabecera_de(escrito):
        arriba = hoja.header.paragraphs[0]
        arriba.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        escribir_en(arriba, cabecera)
    pie = hoja.footer.paragraphs[0]
    _poner_tabulador(pie, hoja)
    escribir_en(pie, f"{pie_de(escrito)[:90]}")
    pie.add_run("\tPágina ")
    poner_campo(pie, "page")
    pie.add_run(" de ")
    poner_campo(pie, "numpages")


def _poner_tabulador(pie: Any, hoja: Any) -> None:
    pie.style.paragraph_format.tab_stops.clear_all()
    ancho = hoja.page_width - hoja.left_margin - hoja.right_margin
    pie.paragraph_format.tab_stops.add_tab_stop(ancho, WD_TAB_ALIGNMENT.RIGHT)
    raya = elemento("pBdr")
    raya.append(elemento("top", val="single", sz="4", space="4", color="D9D4C7"))
    pie._p.get_or_add_pPr().find(qn("w:tabs")).addprevious(raya)
