"""La letra del kit en papel: cuánto mide cada signo y cuáles sabe dibujar.

Los archivos de ``letra/`` son Atkinson Hyperlegible Next (licencia OFL, ver ``letra/OFL.txt``);
los arma ``tareas/letra.py`` con los mismos de la pantalla.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from mesa_territorial.fichas import fichas

# El segundo nombre de la lista es el de la letra fija; el primero, el de la variable de pantalla.
FAMILIA = fichas()["letra"]["familia"].split(",")[1].strip(" '")
NORMAL, NEGRITA, CURSIVA = "", "B", "I"
_CARPETA = Path(__file__).with_name("letra")
ARCHIVOS: Mapping[str, Path] = {
    NORMAL: _CARPETA / "AtkinsonHyperlegibleNext-Regular.ttf",
    NEGRITA: _CARPETA / "AtkinsonHyperlegibleNext-Bold.ttf",
    CURSIVA: _CARPETA / "AtkinsonHyperlegibleNext-Italic.ttf",
}
SIN_DIBUJO = "□"
MM_POR_PUNTO = 25.4 / 72
# Lo que sólo modifica al signo anterior: sin él, un emoji compuesto queda en un solo cuadro.
_UNIONES = re.compile(
    "[\u200b-\u200f\u2060\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]"
)
_BLANCOS = re.compile(r"[\t\x0b\x0c\u00a0\u2000-\u200a\u202f\u3000]")
_SALTOS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_IGUALES = str.maketrans("✕✗✘✔☐▸▪", "×××✓□›·")
_DE_SOBRA = re.compile(f"{SIN_DIBUJO}{{2,}}")


@cache
def _anchos(estilo: str) -> dict[str, float]:
    """El ancho de cada signo, en partes del cuerpo de la letra."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no publica tipos

    with TTFont(ARCHIVOS[estilo], lazy=True) as letra:
        cuerpo, medidas = letra["head"].unitsPerEm, letra["hmtx"].metrics
        return {chr(c): medidas[g][0] / cuerpo for c, g in letra.getBestCmap().items()}


@lru_cache(maxsize=20_000)
def medir(texto: str, estilo: str, puntos: float) -> float:
    """El ancho en milímetros de un texto ya limpio."""
    anchos = _anchos(estilo)
    return sum(anchos[signo] for signo in texto) * puntos * MM_POR_PUNTO


def limpiar(texto: str) -> str:
    """El texto sólo con signos que la letra dibuja; lo demás queda como «□».

    Los saltos de línea se conservan y los demás blancos quedan como espacio.
    """
    llano = _UNIONES.sub("", _BLANCOS.sub(" ", _SALTOS.sub("\n", texto))).translate(_IGUALES)
    anchos = _anchos(NORMAL)
    signos = (c if c in anchos or c == "\n" else _parecido(c) for c in _componer(llano))
    return _DE_SOBRA.sub(SIN_DIBUJO, "".join(signos))


def _componer(texto: str) -> str:
    return texto if texto.isascii() else unicodedata.normalize("NFC", texto)


@lru_cache(maxsize=4_096)
def _parecido(signo: str) -> str:
    """El mismo signo en letras corrientes («ﬁ» → «fi»), nada si no se ve, o el cuadro."""
    if unicodedata.category(signo) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    llano = unicodedata.normalize("NFKD", signo)
    conocidos = _anchos(NORMAL)
    return llano if all(c in conocidos for c in llano) else SIN_DIBUJO
