"""Partir un texto en renglones que caben en un ancho."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mesa_territorial.intercambio.escritos.letra import (
    CURSIVA,
    NEGRITA,
    NORMAL,
    limpiar,
    medir,
)
from mesa_territorial.intercambio.escritos.texto import Texto, Trozo, trozos

_PIEZAS = re.compile(r"\n| +|[^ \n]+")
ALTA = 0.7
"""El tamaño de una llamada a nota respecto del texto."""


class Pedazo(NamedTuple):
    """Parte de un renglón con el mismo aspecto; ``ancho`` va en milímetros."""

    texto: str
    estilo: str
    enlace: str
    alta: bool
    ancho: float


Renglon = tuple[Pedazo, ...]


def ancho_de(renglon: Renglon) -> float:
    """Cuánto mide el renglón, en milímetros."""
    return sum(p.ancho for p in renglon)


def partir(texto: Texto, ancho: float, puntos: float) -> list[Renglon]:
    """Los renglones del texto; una palabra más ancha que el renglón se corta donde toque."""
    renglon = _Renglones(ancho)
    for palabra in _palabras(trozos(texto), puntos):
        renglon.agregar(palabra)
    return renglon.cerrar()


def _pedazo(texto: str, trozo: Trozo, puntos: float) -> Pedazo:
    estilo = NEGRITA if trozo.negrita else CURSIVA if trozo.cursiva else NORMAL
    cuerpo = puntos * ALTA if trozo.alta else puntos
    return Pedazo(texto, estilo, trozo.enlace, trozo.alta, medir(texto, estilo, cuerpo))


def _palabras(partes: Iterable[Trozo], puntos: float) -> Iterator[list[Pedazo]]:
    """Palabras, espacios y saltos; una palabra puede traer varios aspectos («**no**,»)."""
    palabra: list[Pedazo] = []
    for trozo in partes:
        for pieza in _PIEZAS.findall(limpiar(trozo.texto)):
            nuevo = _pedazo("" if pieza == "\n" else pieza, trozo, puntos)
            if pieza.strip():
                palabra.append(nuevo)
                continue
            if palabra:
                yield palabra
            palabra = []
            yield [nuevo]
    if palabra:
        yield palabra


class _Renglones:
    def __init__(self, ancho: float) -> None:
        self._ancho = ancho
        self._hechos: list[Renglon] = []
        self._actual: list[Pedazo] = []

    def agregar(self, palabra: list[Pedazo]) -> None:
        """Suma una palabra, un espacio o un salto (un pedazo sin texto)."""
        if not palabra[0].texto:
            self._bajar()
        elif palabra[0].texto.isspace():
            self._actual += palabra if self._actual else []
        elif self._cabe(palabra):
            self._actual += palabra
        else:
            self._agregar_abajo(palabra)

    def _cabe(self, palabra: Iterable[Pedazo]) -> bool:
        usado = sum(p.ancho for p in self._actual)
        return usado + sum(p.ancho for p in palabra) <= self._ancho

    def _agregar_abajo(self, palabra: list[Pedazo]) -> None:
        if self._actual:
            self._bajar()
        if self._cabe(palabra):
            self._actual += palabra
            return
        for pedazo in palabra:
            for letra in _letras(pedazo):
                if not self._cabe([letra]):
                    self._bajar()
                self._actual.append(letra)

    def _bajar(self) -> None:
        while self._actual and self._actual[-1].texto.isspace():
            self._actual.pop()
        self._hechos.append(_juntar(self._actual))
        self._actual = []

    def cerrar(self) -> list[Renglon]:
        """Los renglones hechos, con el último."""
        if self._actual or not self._hechos:
            self._bajar()
        return self._hechos


def _letras(pedazo: Pedazo) -> Iterator[Pedazo]:
    # Todas las letras de una palabra miden distinto, pero suman su ancho.
    total = sum(medir(c, pedazo.estilo, 1) for c in pedazo.texto) or 1
    for signo in pedazo.texto:
        parte = medir(signo, pedazo.estilo, 1) / total
        yield pedazo._replace(texto=signo, ancho=pedazo.ancho * parte)


def _juntar(pedazos: Iterable[Pedazo]) -> Renglon:
    """El renglón con los vecinos de igual aspecto en un solo pedazo."""
    juntos: list[Pedazo] = []
    for p in pedazos:
        if juntos and juntos[-1][1:4] == p[1:4]:
            ultimo = juntos.pop()
            juntos.append(p._replace(texto=ultimo.texto + p.texto, ancho=ultimo.ancho + p.ancho))
        else:
            juntos.append(p)
    return tuple(juntos)
