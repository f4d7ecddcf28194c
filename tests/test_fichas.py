"""Las fichas de diseño se leen: contraste WCAG, formas distintas y trazos distintos."""

import re

import pytest

from mesa_territorial.dominio.actores import Sector, TipoRelacion
from mesa_territorial.fichas import (
    color,
    color_de_sector,
    fichas,
    forma_de_sector,
    trazo_de_relacion,
)

FONDOS = ("papel", "superficie")
TEXTO = 4.5
DIBUJO = 3.0


def _luminancia(hexadecimal: str) -> float:
    """Luminancia relativa (WCAG 2.2, definición de «relative luminance»)."""
    canales = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canales)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contraste(uno: str, otro: str) -> float:
    """Razón de contraste entre dos colores, de 1 a 21."""
    oscuro, claro = sorted((_luminancia(uno), _luminancia(otro)))
    return (claro + 0.05) / (oscuro + 0.05)


def test_la_formula_da_los_valores_conocidos():
    assert contraste("#000000", "#FFFFFF") == pytest.approx(21)
    assert contraste("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contraste("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("fondo", FONDOS)
@pytest.mark.parametrize("tinta", ["tinta", "tinta_2", "acento", "aviso", "error", "exito"])
def test_todo_texto_se_lee_sobre_el_papel_y_la_superficie(tinta, fondo):
    assert contraste(color(tinta), color(fondo)) >= TEXTO


@pytest.mark.parametrize("nombre", ["acento", "aviso", "error", "exito"])
def test_cada_aviso_se_lee_sobre_su_propio_fondo(nombre):
    assert contraste(color(nombre), color(f"{nombre}_suave")) >= TEXTO
    assert contraste(color("tinta"), color(f"{nombre}_suave")) >= TEXTO


@pytest.mark.parametrize("fondo", FONDOS)
@pytest.mark.parametrize("sector", list(Sector))
def test_el_color_de_cada_sector_sirve_tambien_para_texto(sector, fondo):
    assert contraste(color_de_sector(sector), color(fondo)) >= TEXTO


@pytest.mark.parametrize("fondo", FONDOS)
@pytest.mark.parametrize("tipo", list(TipoRelacion))
def test_la_linea_de_una_relacion_se_distingue_del_fondo(tipo, fondo):
    assert contraste(trazo_de_relacion(tipo)[1], color(fondo)) >= DIBUJO


@pytest.mark.parametrize("fondo", FONDOS)
def test_el_borde_de_los_campos_se_distingue_del_fondo(fondo):
    assert contraste(color("linea_fuerte"), color(fondo)) >= DIBUJO


def test_cada_sector_tiene_una_forma_que_no_comparte():
    formas = [forma_de_sector(s) for s in Sector]

    assert len(set(formas)) == len(Sector)
    assert set(fichas()["sector"]) == set(Sector)


def test_cada_tipo_de_relacion_se_distingue_sin_mirar_el_color():
    trazos = {t: trazo_de_relacion(t)[0] for t in TipoRelacion if t is not TipoRelacion.CONFLICTO}

    assert len(set(trazos.values())) == len(trazos)
    assert set(fichas()["relacion"]) == set(TipoRelacion)


def test_todo_color_esta_escrito_en_seis_cifras():
    sueltos = list(fichas()["color"].values())
    con_ficha = [f["color"] for g in ("sector", "relacion") for f in fichas()[g].values()]

    assert all(re.fullmatch("#[0-9A-F]{6}", c) for c in sueltos + con_ficha)
