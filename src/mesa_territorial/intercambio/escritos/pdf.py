"""Escribir un PDF: el mismo escrito da siempre los mismos bytes."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from mesa_territorial import fichas
from mesa_territorial.intercambio.escritos.componer import componer_cuerpo
from mesa_territorial.intercambio.escritos.hojas import (
    MEDIDAS,
    Caja,
    Foto,
    Hoja,
    Letras,
    Raya,
    Senal,
    Trazo,
)
from mesa_territorial.intercambio.escritos.letra import ARCHIVOS, FAMILIA, MM_POR_PUNTO
from mesa_territorial.intercambio.escritos.modelo import Escrito
from mesa_territorial.intercambio.escritos.palabras import lleva_hoja
from mesa_territorial.intercambio.escritos.portadas import (
    componer_indice,
    componer_portada,
    vestir,
)
from mesa_territorial.intercambio.tablas import texto_para_xml

_HECHO_CON = "Mesa Territorial"
_SIN_FECHA = datetime(2000, 1, 1, tzinfo=UTC)


def escribir_pdf(escrito: Escrito) -> bytes:
    """El escrito en PDF, con índice de marcadores y la letra del kit adentro."""
    hojas = componer(escrito)
    pdf = _abrir(escrito)
    lugares = _lugares(hojas)
    destinos = {a: pdf.add_link(y=y, page=n) for a, (n, y) in lugares.items()}
    for hoja in hojas:
        pdf.add_page()
        for marca in hoja:
            _PINTAR[type(marca)](pdf, marca, destinos)
    return bytes(pdf.output())


def componer(escrito: Escrito) -> list[Hoja]:
    """Todas las hojas en orden, con cabecera y pie; la portada de hoja entera va sin ellos."""
    cuerpo = componer_cuerpo(escrito)
    portada = [componer_portada(escrito)] if lleva_hoja(escrito) else []
    indice = _indice(escrito, cuerpo, len(portada)) if escrito.indice else []
    hojas = [*portada, *indice, *cuerpo]
    for numero, hoja in enumerate(hojas, start=1):
        if numero > len(portada):
            vestir(hoja, escrito, numero, len(hojas))
    return hojas


def _indice(escrito: Escrito, cuerpo: list[Hoja], antes: int) -> list[Hoja]:
    # Se arma dos veces: la primera sólo dice cuántas hojas ocupa.
    propias = antes + len(componer_indice(escrito, {}))
    paginas = {ancla: hoja + propias for ancla, (hoja, _) in _lugares(cuerpo).items()}
    return componer_indice(escrito, paginas)


def _lugares(hojas: list[Hoja]) -> dict[str, tuple[int, float]]:
    """Por ancla, su hoja desde 1 y su altura."""
    return {
        marca.ancla: (numero, marca.y)
        for numero, hoja in enumerate(hojas, start=1)
        for marca in hoja
        if isinstance(marca, Senal)
    }


def _abrir(escrito: Escrito) -> Any:
    from fpdf import FPDF

    pdf = FPDF(unit="mm", format=MEDIDAS[escrito.papel])
    pdf.str_alias_nb_pages = ""
    pdf.set_auto_page_break(False)
    for estilo, archivo in ARCHIVOS.items():
        pdf.add_font(FAMILIA, estilo, archivo)
    fecha = f"{escrito.fecha}T00:00:00+00:00" if escrito.fecha else ""
    pdf.set_creation_date(datetime.fromisoformat(fecha) if fecha else _SIN_FECHA)
    pdf.set_title(texto_para_xml(escrito.titulo))
    pdf.set_lang("es-CL")
    pdf.set_creator(_HECHO_CON)
    pdf.set_producer(_HECHO_CON)
    return pdf


def _tinta(nombre: str) -> tuple[int, int, int]:
    codigo = fichas.color(nombre)
    return int(codigo[1:3], 16), int(codigo[3:5], 16), int(codigo[5:7], 16)


def _pintar_letras(pdf: Any, marca: Letras, destinos: Mapping[str, int]) -> None:
    if not marca.texto:
        return
    pdf.set_font(FAMILIA, marca.estilo, marca.puntos)
    pdf.set_text_color(*_tinta(marca.color))
    pdf.text(marca.x, marca.y, marca.texto)
    enlace = destinos.get(marca.enlace[1:]) if marca.enlace.startswith("#") else marca.enlace
    if enlace:
        alto = marca.puntos * MM_POR_PUNTO
        pdf.link(marca.x, marca.y - alto, marca.ancho, alto * 1.3, enlace)


def _pintar_caja(pdf: Any, marca: Caja, _: Mapping[str, int]) -> None:
    pdf.set_fill_color(*_tinta(marca.color))
    pdf.rect(marca.x, marca.y, marca.ancho, marca.alto, style="F")


def _pintar_raya(pdf: Any, marca: Raya, _: Mapping[str, int]) -> None:
    pdf.set_draw_color(*_tinta(marca.color))
    pdf.set_line_width(marca.grosor)
    pdf.line(marca.x, marca.y, marca.x + marca.ancho, marca.y)


def _pintar_foto(pdf: Any, marca: Foto, _: Mapping[str, int]) -> None:
    imagen = BytesIO(marca.png)
    pdf.image(
        imagen,
        marca.x,
        marca.y,
        marca.ancho,
        marca.alto,
        alt_text=texto_para_xml(marca.descripcion),
    )


def _pintar_trazo(pdf: Any, marca: Trazo, _: Mapping[str, int]) -> None:
    pdf.set_font(FAMILIA, "", 10)
    svg = BytesIO(marca.svg.encode())
    pdf.image(svg, marca.x, marca.y, marca.ancho, marca.alto)


def _pintar_senal(pdf: Any, marca: Senal, _: Mapping[str, int]) -> None:
    pdf.set_y(marca.y)
    pdf.start_section(texto_para_xml(marca.texto), marca.nivel - 1, strict=False)


_PINTAR: Mapping[type, Callable[[Any, Any, Mapping[str, int]], None]] = {
    Letras: _pintar_letras,
    Caja: _pintar_caja,
    Raya: _pintar_raya,
    Foto: _pintar_foto,
    Trazo: _pintar_trazo,
    Senal: _pintar_senal,
}
