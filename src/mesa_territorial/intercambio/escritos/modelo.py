"""Un escrito: lo que la persona se lleva a la oficina, dicho una vez y escrito en Word o en PDF.

Nada de lo que se pone aquí se interpreta: lo que escribió una persona sale tal cual.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.escritos.texto import Texto

NIVELES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Titulo:
    """Un título; ``ancla`` lo deja al alcance de los enlaces «#ancla»."""

    texto: str
    nivel: int = 1
    ancla: str = ""

    def __post_init__(self) -> None:
        exigir(self.nivel in NIVELES, "Un título es de nivel 1, 2 o 3.")


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Un párrafo; ``suave`` va en letra chica, para fuentes y aclaraciones."""

    texto: Texto
    suave: bool = False


@dataclass(frozen=True, slots=True)
class Lista:
    """Puntos con su marca, o numerados desde ``desde``."""

    puntos: Sequence[Texto]
    numerada: bool = False
    desde: int = 1
    suave: bool = False


@dataclass(frozen=True, slots=True)
class Tabla:
    """Una tabla cuyo encabezado se repite en cada hoja.

    ``anchos`` son proporciones (vacío: parejas) y ``derecha``, las columnas de números, desde 0.
    """

    columnas: Sequence[Texto]
    filas: Sequence[Sequence[Texto]]
    anchos: Sequence[float] = ()
    derecha: Sequence[int] = ()
    titulo: str = ""
    nota: Texto = ""

    def __post_init__(self) -> None:
        ancho = len(self.columnas)
        exigir(ancho > 0, "Una tabla necesita al menos una columna.")
        exigir(all(len(f) == ancho for f in self.filas), f"Cada fila lleva {ancho} celdas.")
        exigir(len(self.anchos) in (0, ancho), f"Los anchos de la tabla son {ancho}.")


Tono = Literal["dato", "alerta", "error", "fortaleza", "ejercicio"]


@dataclass(frozen=True, slots=True)
class Aviso:
    """Un recuadro; el tono se dice con una palabra además del color."""

    texto: Texto
    tono: Tono = "dato"
    titulo: str = ""


@dataclass(frozen=True, slots=True)
class Campos:
    """Rótulos con su valor; el que no tiene valor deja una raya para escribirlo a mano."""

    filas: Sequence[tuple[str, Texto]]


@dataclass(frozen=True, slots=True)
class Firma:
    """El lugar de una firma: quién, en qué cargo y en nombre de qué organización."""

    nombre: str = ""
    cargo: str = ""
    en_nombre_de: str = ""


@dataclass(frozen=True, slots=True)
class Firmas:
    """Los lugares para firmar, dos por fila; una fila nunca se parte entre hojas."""

    firmas: Sequence[Firma]


@dataclass(frozen=True, slots=True)
class Salto:
    """Lo que sigue empieza en otra hoja."""


@dataclass(frozen=True, slots=True)
class Imagen:
    """Un PNG con su descripción para quien no la ve; ``ancho_mm`` se achica si no cabe."""

    png: bytes
    descripcion: str
    ancho_mm: float = 120
    pie: Texto = ""

    def __post_init__(self) -> None:
        exigir(bool(self.descripcion.strip()), "La imagen necesita una descripción.")


@dataclass(frozen=True, slots=True)
class Dibujo:
    """Un SVG propio, que en el PDF va en trazos; en Word, que no los admite, va su descripción."""

    svg: str
    descripcion: str
    pie: Texto = ""


Bloque = Titulo | Parrafo | Lista | Tabla | Aviso | Campos | Firmas | Salto | Imagen | Dibujo


class Portada(StrEnum):
    """Cómo empieza: con una franja en la primera hoja, con una hoja entera, o sin nada."""

    FRANJA = "franja"
    HOJA = "hoja"
    NINGUNA = "ninguna"


class Papel(StrEnum):
    """El tamaño de la hoja."""

    A4 = "a4"
    CARTA = "carta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrito:
    """Un documento. ``fecha`` es AAAA-MM-DD; ``reservado`` es un aviso que va en cada hoja."""

    titulo: str
    bloques: Sequence[Bloque]
    mesa: str = ""
    territorio: str = ""
    fecha: str = ""
    version: str = ""
    bajada: str = ""
    reservado: str = ""
    ilustrativa: bool = False
    indice: bool = False
    portada: Portada = Portada.FRANJA
    papel: Papel = Papel.A4

    def __post_init__(self) -> None:
        exigir(bool(self.titulo.strip()), "El documento necesita un título.")
