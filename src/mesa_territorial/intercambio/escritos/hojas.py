"""Las hojas de un escrito antes de pintarlas: qué va en qué lugar, en milímetros."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mesa_territorial.intercambio.escritos.letra import MM_POR_PUNTO
from mesa_territorial.intercambio.escritos.modelo import Papel
from mesa_territorial.intercambio.escritos.renglones import ALTA, Renglon, ancho_de

MEDIDAS = {Papel.A4: (210.0, 297.0), Papel.CARTA: (215.9, 279.4)}
MARGEN, ARRIBA, ABAJO = 26.0, 24.0, 24.0
INTERLINEA = 1.42


class Letras(NamedTuple):
    """Un texto con su línea de base en ``y``."""

    x: float
    y: float
    texto: str
    estilo: str
    puntos: float
    color: str
    enlace: str = ""
    ancho: float = 0.0


class Caja(NamedTuple):
    """Un rectángulo lleno."""

    x: float
    y: float
    ancho: float
    alto: float
    color: str


class Raya(NamedTuple):
    """Una línea horizontal."""

    x: float
    y: float
    ancho: float
    color: str
    grosor: float


class Foto(NamedTuple):
    """Una imagen PNG."""

    x: float
    y: float
    ancho: float
    alto: float
    png: bytes
    descripcion: str


class Trazo(NamedTuple):
    """Un dibujo SVG ya preparado para el papel."""

    x: float
    y: float
    ancho: float
    alto: float
    svg: str


class Senal(NamedTuple):
    """Aquí empieza un título: por su ancla se llega y por su nivel entra a los marcadores."""

    y: float
    texto: str
    nivel: int
    ancla: str


Marca = Letras | Caja | Raya | Foto | Trazo | Senal
Hoja = list[Marca]


@dataclass(slots=True)
class Pluma:
    """Escribe hoja tras hoja; ``y`` es dónde va lo que sigue."""

    papel: Papel
    hojas: list[Hoja] = field(default_factory=lambda: [[]])
    y: float = ARRIBA

    @property
    def ancho(self) -> float:
        """El ancho donde se escribe, entre márgenes."""
        return MEDIDAS[self.papel][0] - 2 * MARGEN

    @property
    def fin(self) -> float:
        """Hasta dónde se puede bajar en la hoja."""
        return MEDIDAS[self.papel][1] - ABAJO

    @property
    def queda(self) -> float:
        """Cuánto queda de la hoja hacia abajo."""
        return self.fin - self.y

    @property
    def esta_arriba(self) -> bool:
        """Si en esta hoja todavía no hay nada."""
        return self.y <= ARRIBA

    def marcar(self, *marcas: Marca) -> None:
        """Deja marcas en la hoja de ahora."""
        self.hojas[-1].extend(marcas)

    def saltar(self) -> None:
        """Pasa a una hoja nueva."""
        self.hojas.append([])
        self.y = ARRIBA

    def asegurar(self, alto: float) -> None:
        """Pasa a otra hoja si aquí no quedan ``alto`` milímetros."""
        if self.queda < alto and not self.esta_arriba:
            self.saltar()

    def bajar(self, alto: float) -> None:
        """Deja un espacio, salvo al principio de la hoja."""
        if not self.esta_arriba:
            self.y = min(self.y + alto, self.fin)

    def escribir(
        self, renglones: Sequence[Renglon], puntos: float, color: str, x: float = MARGEN
    ) -> None:
        """Escribe renglones uno bajo otro, cambiando de hoja cuando hace falta."""
        alto = alto_de(puntos)
        for renglon in renglones:
            self.asegurar(alto)
            self.marcar(*letras_de(renglon, x, self.y, puntos, color))
            self.y += alto


def alto_de(puntos: float) -> float:
    """El alto de un renglón, en milímetros."""
    return puntos * MM_POR_PUNTO * INTERLINEA


def letras_de(
    renglon: Renglon, x: float, y: float, puntos: float, color: str, *, derecha: float = 0.0
) -> list[Letras]:
    """El renglón desde ``x``, o terminado en ``derecha``; ``y`` es el borde de arriba."""
    x = derecha - ancho_de(renglon) if derecha else x
    base = y + puntos * MM_POR_PUNTO * (INTERLINEA / 2 + 0.32)
    salida = []
    for p in renglon:
        cuerpo, sube = (puntos * ALTA, puntos * MM_POR_PUNTO * 0.3) if p.alta else (puntos, 0.0)
        tinta = "acento" if p.enlace else color
        salida.append(Letras(x, base - sube, p.texto, p.estilo, cuerpo, tinta, p.enlace, p.ancho))
        x += p.ancho
    return salida
