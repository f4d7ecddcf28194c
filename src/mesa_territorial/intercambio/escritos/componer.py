"""Repartir un escrito en hojas: portada, índice y cuerpo."""

from collections.abc import Callable, Mapping
from typing import Any

from mesa_territorial.intercambio.escritos.cuadros import poner_aviso, poner_tabla
from mesa_territorial.intercambio.escritos.hojas import (
    MARGEN,
    MEDIDAS,
    Foto,
    Hoja,
    Pluma,
    Raya,
    Senal,
    Trazo,
    alto_de,
    letras_de,
)
from mesa_territorial.intercambio.escritos.modelo import (
    Aviso,
    Campos,
    Dibujo,
    Escrito,
    Firma,
    Firmas,
    Imagen,
    Lista,
    Parrafo,
    Salto,
    Tabla,
    Titulo,
)
from mesa_territorial.intercambio.escritos.palabras import RAYA, con_anclas, lleva_franja
from mesa_territorial.intercambio.escritos.portadas import poner_franja
from mesa_territorial.intercambio.escritos.renglones import partir
from mesa_territorial.intercambio.escritos.texto import Texto, con_negrita, negrita, trozos
from mesa_territorial.intercambio.escritos.trazos import para_papel, tamano_de_svg

CUERPO, SUAVE = 10.5, 9.0
_TITULOS = {1: 18.0, 2: 13.5, 3: 11.0}
_ANTES = {1: 9.0, 2: 7.0, 3: 4.5}
_SANGRIA = 6.0
_ALTO_DE_FIRMA = 34.0


def componer_cuerpo(escrito: Escrito) -> list[Hoja]:
    """Las hojas del cuerpo, con la franja del título si la lleva."""
    pluma = Pluma(escrito.papel)
    if lleva_franja(escrito):
        poner_franja(pluma, escrito)
    for bloque in con_anclas(escrito):
        _PONER[type(bloque)](pluma, bloque)
    return pluma.hojas


def _poner_titulo(pluma: Pluma, titulo: Titulo) -> None:
    puntos = _TITULOS[titulo.nivel]
    renglones = partir(con_negrita(titulo.texto), pluma.ancho, puntos)
    pluma.bajar(_ANTES[titulo.nivel])
    # Un título no queda solo al pie de la hoja.
    pluma.asegurar(len(renglones) * alto_de(puntos) + 3 * alto_de(CUERPO))
    pluma.marcar(Senal(pluma.y, titulo.texto, titulo.nivel, titulo.ancla))
    pluma.escribir(renglones, puntos, "tinta")
    pluma.bajar(1.5)


def _poner_parrafo(pluma: Pluma, parrafo: Parrafo) -> None:
    puntos, color = (SUAVE, "tinta_2") if parrafo.suave else (CUERPO, "tinta")
    _correr(pluma, parrafo.texto, puntos, color)
    pluma.bajar(2.2)


def _correr(pluma: Pluma, texto: Texto, puntos: float, color: str, x: float = MARGEN) -> None:
    ancho = pluma.ancho - (x - MARGEN)
    pluma.escribir(partir(texto, ancho, puntos), puntos, color, x)


def _poner_lista(pluma: Pluma, lista: Lista) -> None:
    puntos, color = (SUAVE, "tinta_2") if lista.suave else (CUERPO, "tinta")
    for numero, punto in enumerate(lista.puntos, start=lista.desde):
        marca = f"{numero}." if lista.numerada else "•"
        pluma.asegurar(alto_de(puntos))
        fin = MARGEN + _SANGRIA - 1.6
        (renglon,) = partir(marca, _SANGRIA * 2, puntos)
        pluma.marcar(*letras_de(renglon, 0, pluma.y, puntos, "tinta_2", derecha=fin))
        _correr(pluma, punto, puntos, color, MARGEN + _SANGRIA)
        pluma.bajar(0.8)
    pluma.bajar(1.6)


def _poner_tabla(pluma: Pluma, tabla: Tabla) -> None:
    pluma.bajar(1.5)
    if tabla.titulo:
        pluma.asegurar(6 * alto_de(CUERPO))
        _correr(pluma, (negrita(tabla.titulo),), CUERPO, "tinta")
        pluma.bajar(1)
    poner_tabla(pluma, tabla)
    pluma.bajar(1.2)
    if trozos(tabla.nota):
        _correr(pluma, tabla.nota, SUAVE, "tinta_2")
    pluma.bajar(3)


def _poner_aviso(pluma: Pluma, aviso: Aviso) -> None:
    pluma.bajar(1.5)
    poner_aviso(pluma, aviso, CUERPO)
    pluma.bajar(4)


def _poner_campos(pluma: Pluma, campos: Campos) -> None:
    ancho, hueco = pluma.ancho * 0.32, 4.0
    for rotulo, valor in campos.filas:
        izquierda = partir((negrita(rotulo),), ancho, CUERPO)
        pluma.asegurar(len(izquierda) * alto_de(CUERPO))
        for numero, renglon in enumerate(izquierda):
            arriba = pluma.y + numero * alto_de(CUERPO)
            pluma.marcar(*letras_de(renglon, MARGEN, arriba, CUERPO, "tinta_2"))
        hojas, piso = len(pluma.hojas), pluma.y + len(izquierda) * alto_de(CUERPO)
        vale = valor if trozos(valor) else RAYA
        _correr(pluma, vale, CUERPO, "tinta", MARGEN + ancho + hueco)
        pluma.y = max(pluma.y, piso) if len(pluma.hojas) == hojas else pluma.y
        pluma.bajar(1.6)
    pluma.bajar(2)


def _poner_firmas(pluma: Pluma, firmas: Firmas) -> None:
    pluma.bajar(4)
    for numero in range(0, len(firmas.firmas), 2):
        pluma.asegurar(_ALTO_DE_FIRMA)
        medio = pluma.ancho / 2
        for cual, firma in enumerate(firmas.firmas[numero : numero + 2]):
            _poner_firma(pluma, firma, MARGEN + cual * medio, medio - 8)
        pluma.y += _ALTO_DE_FIRMA


def _poner_firma(pluma: Pluma, firma: Firma, x: float, ancho: float) -> None:
    y = pluma.y + 15
    pluma.marcar(Raya(x, y, ancho, "tinta", 0.3))
    lineas = ((negrita(firma.nombre),), firma.cargo, firma.en_nombre_de)
    renglones = [r for t in lineas if trozos(t) for r in partir(t, ancho, SUAVE)[:2]]
    for numero, renglon in enumerate(renglones[:4]):
        arriba = y + 1 + numero * alto_de(SUAVE)
        pluma.marcar(*letras_de(renglon, x, arriba, SUAVE, "tinta"))


def _poner_salto(pluma: Pluma, _: Salto) -> None:
    if not pluma.esta_arriba:
        pluma.saltar()


def _poner_imagen(pluma: Pluma, imagen: Imagen) -> None:
    ancho_px, alto_px = tamano_de_png(imagen.png)
    ancho = min(imagen.ancho_mm, pluma.ancho)
    alto = min(ancho * alto_px / ancho_px, MEDIDAS[pluma.papel][1] * 0.6)
    ancho = alto * ancho_px / alto_px
    pluma.asegurar(alto + 2 * alto_de(SUAVE))
    x = MARGEN + (pluma.ancho - ancho) / 2
    pluma.marcar(Foto(x, pluma.y, ancho, alto, imagen.png, imagen.descripcion))
    pluma.y += alto + 1.5
    if trozos(imagen.pie):
        _correr(pluma, imagen.pie, SUAVE, "tinta_2")
    pluma.bajar(4)


def _poner_dibujo(pluma: Pluma, dibujo: Dibujo) -> None:
    ancho_svg, alto_svg = tamano_de_svg(dibujo.svg)
    alto = min(pluma.ancho * alto_svg / ancho_svg, MEDIDAS[pluma.papel][1] * 0.42)
    ancho = alto * ancho_svg / alto_svg
    pluma.asegurar(alto + (2 * alto_de(SUAVE) if trozos(dibujo.pie) else 0))
    x = MARGEN + (pluma.ancho - ancho) / 2
    pluma.marcar(Trazo(x, pluma.y, ancho, alto, para_papel(dibujo.svg)))
    pluma.y += alto + 1.5
    if trozos(dibujo.pie):
        _correr(pluma, dibujo.pie, SUAVE, "tinta_2")
        pluma.bajar(4)


def tamano_de_png(png: bytes) -> tuple[int, int]:
    """Ancho y alto en píxeles, de la cabecera del archivo."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


_PONER: Mapping[type, Callable[[Pluma, Any], None]] = {
    Titulo: _poner_titulo,
    Parrafo: _poner_parrafo,
    Lista: _poner_lista,
    Tabla: _poner_tabla,
    Aviso: _poner_aviso,
    Campos: _poner_campos,
    Firmas: _poner_firmas,
    Salto: _poner_salto,
    Imagen: _poner_imagen,
    Dibujo: _poner_dibujo,
}
