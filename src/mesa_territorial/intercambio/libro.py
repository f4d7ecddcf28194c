"""Lo que se lee de un archivo: un libro con hojas de celdas, y sus límites."""

from dataclasses import dataclass, replace

from mesa_territorial.dominio.reglas import ReglaRota

Celda = str | int | float | bool | None
Fila = tuple[Celda, ...]

MAX_FILAS = 5_000
MAX_COLUMNAS = 200
MAX_LETRAS_POR_CELDA = 32_767
ORDEN_IGNORAR = "(ignorar)"


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una hoja rectangular: ``filas[0]`` es la fila 1 de la planilla y ``filas[i][0]`` la A.

    ``avisos`` son frases para la persona, por ejemplo sobre celdas combinadas.
    """

    nombre: str
    filas: tuple[Fila, ...]
    avisos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Libro:
    """Un archivo leído, con sus hojas en orden."""

    nombre: str
    hojas: tuple[Hoja, ...]


def letra_de_columna(columna: int) -> str:
    """La letra con que la planilla nombra la columna, contada desde 0.

    >>> letra_de_columna(0), letra_de_columna(27)
    ('A', 'AB')
    """
    letras = ""
    resto = columna + 1
    while resto:
        resto, cifra = divmod(resto - 1, 26)
        letras = chr(ord("A") + cifra) + letras
    return letras


def esta_vacia(celda: Celda) -> bool:
    """Si la celda no dice nada: sin valor o sólo blancos."""
    return celda is None or (isinstance(celda, str) and not celda.strip())


def texto_de(celda: Celda) -> str:
    """La celda como la ve la persona, sin blancos en los bordes y con coma decimal."""
    if celda is None:
        return ""
    if isinstance(celda, bool):
        return "VERDADERO" if celda else "FALSO"
    if isinstance(celda, float):
        return f"{celda:.15g}".replace(".", ",")
    return str(celda).strip()


def armar_hoja(nombre: str, filas: list[list[Celda]], avisos: tuple[str, ...] = ()) -> Hoja:
    """La hoja sin filas ni columnas vacías al final, rectangular.

    Levanta ``ReglaRota`` si pasa de 5.000 filas o de 200 columnas.
    """
    while filas and all(esta_vacia(celda) for celda in filas[-1]):
        filas.pop()
    ancho = max((_ancho(fila) for fila in filas), default=0)
    exigir_tamano(nombre, len(filas), ancho)
    parejas = tuple(tuple(fila[:ancho]) + (None,) * (ancho - len(fila)) for fila in filas)
    return Hoja(nombre, parejas, avisos)


def _ancho(fila: list[Celda]) -> int:
    return next((i + 1 for i in range(len(fila) - 1, -1, -1) if not esta_vacia(fila[i])), 0)


def exigir_tamano(nombre: str, filas: int, columnas: int) -> None:
    """Levanta ``ReglaRota`` si la hoja tiene más filas o columnas de las que se leen."""
    remedio = f"Deje sólo la lista, o agregue «{ORDEN_IGNORAR}» al nombre de esa hoja."
    if filas > MAX_FILAS:
        raise ReglaRota(f"La hoja «{nombre}» tiene más de 5.000 filas. {remedio}")
    if columnas > MAX_COLUMNAS:
        raise ReglaRota(f"La hoja «{nombre}» tiene más de {MAX_COLUMNAS} columnas. {remedio}")


def corregir_celda(hoja: Hoja, fila: int, columna: int, valor: Celda) -> Hoja:
    """La misma hoja con otro valor en una celda.

    ``fila`` es el número que se ve en la planilla (desde 1) y ``columna`` se cuenta desde 0.
    Levanta ``ReglaRota`` si la celda no está en la hoja.
    """
    dentro = 1 <= fila <= len(hoja.filas) and 0 <= columna < len(hoja.filas[fila - 1])
    if not dentro:
        raise ReglaRota(f"La hoja «{hoja.nombre}» no tiene esa celda.")
    nueva = list(hoja.filas[fila - 1])
    nueva[columna] = valor
    return replace(hoja, filas=(*hoja.filas[: fila - 1], tuple(nueva), *hoja.filas[fila:]))
