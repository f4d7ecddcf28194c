"""La vista previa de una importación: qué trae cada fila y qué hay que mirar antes de guardar."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mesa_territorial.dominio.actores import Sector, TipoRelacion
from mesa_territorial.intercambio.reconocimiento import Forma

Clase = Literal["nueva", "actualiza", "igual", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supuestos:
    """Lo que la persona elige para cuando la planilla no lo dice.

    ``sector`` es el de los actores nuevos que no lo traen ni se deduce de su nombre; ``tipo``,
    el de las relaciones sin tipo y el de toda matriz.
    """

    sector: Sector | None = None
    tipo: TipoRelacion = TipoRelacion.COORDINACION


@dataclass(frozen=True, slots=True)
class Problema:
    """Una celda que no se pudo leer: dónde está, qué dice y cómo se arregla.

    ``fila`` y ``letra`` son los de la planilla; ``columna`` es el título que puso la persona e
    ``indice`` su posición desde 0 (``None`` si esa columna no existe en la hoja).
    """

    fila: int
    columna: str
    letra: str
    indice: int | None
    valor: str
    que: str
    remedio: str

    @property
    def frase(self) -> str:
        """«Fila 14, columna Interés: dice "alto"; escriba un número de 1 a 5.»"""
        return (
            f"Fila {self.fila}, columna {self.columna or self.letra}: {self.que}; {self.remedio}."
        )


@dataclass(frozen=True, slots=True)
class Propuesta:
    """Un actor o una relación por agregar o cambiar: su id y los campos que trae la planilla."""

    id: str
    campos: Mapping[str, Any]
    es_relacion: bool = False


@dataclass(frozen=True, slots=True)
class FilaRevisada:
    """Una fila de la planilla ya leída.

    ``numero`` es el que la persona ve al costado. ``cambios`` va de campo a (antes, después); en
    una matriz, del actor de la columna a (intensidad antes, después). ``id`` es el del actor o
    relación que crea o actualiza.
    """

    numero: int
    clase: Clase
    titulo: str
    cambios: Mapping[str, tuple[Any, Any]]
    problemas: tuple[Problema, ...] = ()
    avisos: tuple[str, ...] = ()
    id: str = ""
    propuestas: tuple[Propuesta, ...] = ()


@dataclass(frozen=True, slots=True)
class Parecido:
    """Un actor nuevo que se parece a otro, de la Mesa o de una fila anterior (``fila_existente``).

    Nunca se funden solos: lo decide la persona en ``aplicar``. ``parecido`` va de 0 a 1.
    """

    numero_fila: int
    nombre_fila: str
    id_existente: str
    nombre_existente: str
    parecido: float
    fila_existente: int | None = None


@dataclass(frozen=True, slots=True)
class Cuentas:
    """Cuántas filas hay de cada clase."""

    nuevas: int = 0
    actualizan: int = 0
    iguales: int = 0
    errores: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """Todo lo que pasaría al importar, antes de importar."""

    forma: Forma
    archivo: str
    filas: tuple[FilaRevisada, ...]
    parecidos: tuple[Parecido, ...] = ()
    avisos: tuple[str, ...] = ()
    cuentas: Cuentas = field(default_factory=Cuentas)

    @property
    def problemas(self) -> tuple[Problema, ...]:
        """Los problemas de todas las filas, en orden."""
        return tuple(problema for fila in self.filas for problema in fila.problemas)

    @property
    def frase(self) -> str:
        """La importación en una línea, para el historial."""
        c = self.cuentas
        return f"Importó {self.archivo}: {c.nuevas} nuevas, {c.actualizan} con cambios"


def contar(filas: tuple[FilaRevisada, ...]) -> Cuentas:
    """Cuántas filas hay de cada clase."""
    clases = Counter(fila.clase for fila in filas)
    return Cuentas(clases["nueva"], clases["actualiza"], clases["igual"], clases["error"])
