"""Arma la letra de los documentos: de los woff2 de la pantalla a tres TTF fijos.

Se corre a mano cuando cambia la versión de la letra: ``.venv/bin/python tareas/letra.py``.
Junta latín y latín extendido, fija el peso y dibuja los pocos signos que el kit usa y la letra no
trae (flechas, visto bueno y el cuadro de «no se puede dibujar»). La licencia es OFL y no reserva
el nombre.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

RAIZ = Path(__file__).resolve().parents[1]
ORIGEN = RAIZ / "widgets/js/node_modules/@fontsource-variable/atkinson-hyperlegible-next"
DESTINO = RAIZ / "src/mesa_territorial/intercambio/escritos/letra"
CORTES = {"Regular": ("normal", 400), "Bold": ("normal", 700), "Italic": ("italic", 400)}
TABLAS_DE_SOBRA = ("GSUB", "GPOS", "GDEF", "STAT", "HVAR", "MVAR", "avar", "gasp", "prep", "DSIG")
FECHA_FIJA = 3_406_620_153
# Cada signo: su ancho y sus contornos «x,y x,y …», en milésimas del cuerpo de la letra.
_BARRA = "50,170 50,245 550,245 550,170"
SIGNOS = {
    "□": (700, ("60,0 60,620 640,620 640,0", "130,70 570,70 570,550 130,550")),
    "→": (900, ("60,300 60,370 640,370 520,490 575,545 785,335 575,125 520,180 640,300",)),
    "←": (900, ("840,300 260,300 380,180 325,125 115,335 325,545 380,490 260,370 840,370",)),
    "↔": (
        900,
        (
            "255,300 350,205 295,150 110,335 295,520 350,465 255,370 645,370 550,465 605,520 "
            "790,335 605,150 550,205 645,300",
        ),
    ),
    "↑": (600, ("265,0 265,525 145,405 90,460 300,670 510,460 455,405 335,525 335,0",)),
    "↓": (600, ("265,670 335,670 335,145 455,265 510,210 300,0 90,210 145,265 265,145",)),
    "≥": (600, (_BARRA, "50,300 50,382 440,470 50,558 50,640 550,512 550,428")),
    "≤": (600, (_BARRA, "550,300 550,382 160,470 550,558 550,640 50,512 50,428")),
    "✓": (760, ("90,300 145,355 285,215 615,605 675,555 290,95",)),
}


def armar(corte: str) -> TTFont:
    """La letra de un corte («Regular», «Bold» o «Italic»), lista para guardar."""
    forma, peso = CORTES[corte]
    with TemporaryDirectory() as carpeta:
        partes = []
        for alfabeto in ("latin", "latin-ext"):
            archivo = ORIGEN / f"files/atkinson-hyperlegible-next-{alfabeto}-wght-{forma}.woff2"
            partes.append(_fijar(archivo, peso, Path(carpeta) / f"{alfabeto}.ttf"))
        letra = Merger().merge([str(p) for p in partes])
    for signo, (ancho, contornos) in SIGNOS.items():
        _dibujar(letra, signo, ancho, contornos)
    _bautizar(letra, corte)
    return letra


def _fijar(archivo: Path, peso: int, salida: Path) -> Path:
    letra = TTFont(archivo)
    instantiateVariableFont(letra, {"wght": peso}, inplace=True)
    letra.flavor = None
    for tabla in TABLAS_DE_SOBRA:
        if tabla in letra:
            del letra[tabla]
    letra.save(salida)
    return salida


def _dibujar(letra: TTFont, signo: str, ancho: int, contornos: tuple) -> None:
    if ord(signo) in letra.getBestCmap():
        return
    cuerpo, nombre = letra["head"].unitsPerEm / 1000, f"uni{ord(signo):04X}"
    pluma = TTGlyphPen(None)
    for contorno in contornos:
        primero, *resto = (_a_punto(par, cuerpo) for par in contorno.split())
        pluma.moveTo(primero)
        for punto in resto:
            pluma.lineTo(punto)
        pluma.closePath()
    letra.setGlyphOrder([*letra.getGlyphOrder(), nombre])
    letra["glyf"].glyphs[nombre] = pluma.glyph()
    letra["hmtx"].metrics[nombre] = (round(ancho * cuerpo), 0)
    for tabla in letra["cmap"].tables:
        if tabla.isUnicode():
            tabla.cmap[ord(signo)] = nombre


def _a_punto(par: str, cuerpo: float) -> tuple:
    x, y = par.split(",")
    return round(int(x) * cuerpo), round(int(y) * cuerpo)


def _bautizar(letra: TTFont, corte: str) -> None:
    familia = "Atkinson Hyperlegible Next"
    nombres = {
        1: familia,
        2: corte,
        4: f"{familia} {corte}",
        6: f"AtkinsonHyperlegibleNext-{corte}",
    }
    for cual, nombre in nombres.items():
        letra["name"].setName(nombre, cual, 3, 1, 0x409)
    letra["OS/2"].usWeightClass = CORTES[corte][1]
    letra.recalcTimestamp = False
    letra["head"].created = letra["head"].modified = FECHA_FIJA


if __name__ == "__main__":
    DESTINO.mkdir(exist_ok=True)
    shutil.copy(ORIGEN / "LICENSE", DESTINO / "OFL.txt")
    for corte in CORTES:
        armar(corte).save(DESTINO / f"AtkinsonHyperlegibleNext-{corte}.ttf")
