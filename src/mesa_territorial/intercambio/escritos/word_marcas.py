"""Lo que python-docx no sabe decir: enlaces, anclas, campos que Word calcula, fondos y bordes."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor

from mesa_territorial import fichas
from mesa_territorial.intercambio.escritos.texto import Texto, Trozo, trozos
from mesa_territorial.intercambio.tablas import texto_para_xml

LARGO_DE_ANCLA = 40
"""Lo más largo que Word admite para el nombre de un marcador."""


def elemento(nombre: str, **atributos: str) -> Any:
    """Un elemento «w:…» con sus atributos «w:…»."""
    nuevo = OxmlElement(f"w:{nombre}")
    for clave, valor in atributos.items():
        nuevo.set(qn(f"w:{clave}"), valor)
    return nuevo


def tinta(nombre: str) -> RGBColor:
    """Un color de las fichas de diseño."""
    return RGBColor.from_string(fichas.color(nombre)[1:])


def escribir_en(parrafo: Any, texto: Texto, *, negrita: bool = False, color: str = "") -> None:
    """Agrega el texto al párrafo con sus enlaces; todo queda como letra, nada se interpreta."""
    for trozo in trozos(texto):
        corrida = parrafo.add_run()
        _poner_letras(corrida, texto_para_xml(trozo.texto))
        corrida.bold = trozo.negrita or negrita or None
        corrida.italic = trozo.cursiva or None
        corrida.font.superscript = trozo.alta or None
        tono = "acento" if trozo.enlace else color
        if tono:
            corrida.font.color.rgb = tinta(tono)
        if trozo.enlace:
            _enlazar(parrafo, corrida, trozo)


def _poner_letras(corrida: Any, texto: str) -> None:
    for numero, linea in enumerate(texto.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if numero:
            corrida.add_break()
        corrida.add_text(linea)


def _enlazar(parrafo: Any, corrida: Any, trozo: Trozo) -> None:
    enlace = elemento("hyperlink", history="1")
    if trozo.enlace.startswith("#"):
        enlace.set(qn("w:anchor"), marcador(trozo.enlace[1:]))
    else:
        tipo = RELATIONSHIP_TYPE.HYPERLINK
        enlace.set(qn("r:id"), parrafo.part.relate_to(trozo.enlace, tipo, is_external=True))
    corrida._r.addprevious(enlace)
    enlace.append(corrida._r)


def marcador(ancla: str) -> str:
    """El ancla como la acepta Word: letras, cifras y guiones bajos, en 40 signos.

    La que no cabe lleva una huella al final, para que dos parecidas no se confundan.
    """
    limpia = "m_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in ancla)
    if len(limpia) <= LARGO_DE_ANCLA:
        return limpia
    huella = sha256(ancla.encode()).hexdigest()[:8]
    return f"{limpia[: LARGO_DE_ANCLA - 9]}_{huella}"


def anclar_parrafo(parrafo: Any, ancla: str, numero: int) -> None:
    """Deja el párrafo al alcance de los enlaces a «#ancla»."""
    inicio = elemento("bookmarkStart", id=str(numero), name=marcador(ancla))
    parrafo._p.insert(1 if parrafo._p.pPr is not None else 0, inicio)
    parrafo._p.append(elemento("bookmarkEnd", id=str(numero)))


def poner_campo(parrafo: Any, instruccion: str, mientras: str = "1") -> None:
    """Un campo que Word calcula (página, total de páginas); ``mientras`` es lo que se ve antes."""
    for tipo in ("begin", "separate", "end"):
        corrida = parrafo.add_run()
        if tipo == "end":
            corrida.add_text(mientras)
            corrida = parrafo.add_run()
        corrida._r.append(elemento("fldChar", fldCharType=tipo))
        if tipo == "begin":
            orden = elemento("instrText")
            orden.set(qn("xml:space"), "preserve")
            orden.text = f" {instruccion} "
            parrafo.add_run()._r.append(orden)


def pintar_fondo(celda: Any, color: str) -> None:
    """El fondo de una celda, con un color de las fichas de diseño."""
    fondo = elemento("shd", val="clear", color="auto", fill=fichas.color(color)[1:])
    celda._tc.get_or_add_tcPr().append(fondo)


def bordear(celda: Any, bordes: Mapping[str, tuple[str, int]]) -> None:
    """Bordes de una celda: lado → (color, grosor en octavos de punto)."""
    caja = elemento("tcBorders")
    for lado in ("top", "left", "bottom", "right"):
        if lado in bordes:
            color, grosor = bordes[lado]
            raya = elemento(
                lado, val="single", sz=str(grosor), space="0", color=fichas.color(color)[1:]
            )
            caja.append(raya)
    celda._tc.get_or_add_tcPr().append(caja)


def repetir_encabezado(fila: Any) -> None:
    """La fila se repite arriba de cada hoja."""
    fila._tr.get_or_add_trPr().append(elemento("tblHeader"))


def no_partir(fila: Any) -> None:
    """La fila no se reparte entre dos hojas."""
    fila._tr.get_or_add_trPr().append(elemento("cantSplit"))
