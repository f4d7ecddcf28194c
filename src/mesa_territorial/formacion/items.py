"""Los tipos de ejercicio: qué se pregunta y qué se acepta en cada uno."""

from collections.abc import Iterable

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.formacion.bocetos import Boceto
from mesa_territorial.formacion.piezas import (
    Clasificable,
    Elemento,
    ErrorDeOrden,
    ErrorNumerico,
    Item,
    Opcion,
    Pieza,
    Ubicable,
)
from mesa_territorial.formacion.reglas_de_armado import Regla
from mesa_territorial.formacion.rubrica import Rubrica


class Unica(Item, tag="unica", frozen=True, kw_only=True):
    """Se elige una alternativa."""

    opciones: tuple[Opcion, ...]

    def revisar(self) -> None:
        """Una sola alternativa correcta y al menos un distractor."""
        _exigir_distintos(o.id for o in self.opciones)
        correctas = sum(o.correcta for o in self.opciones)
        exigir(correctas == 1, f"tiene {correctas} alternativas correctas; deje una sola")
        exigir(len(self.opciones) > 2, "tiene menos de tres alternativas; agregue otra")


class Multiple(Item, tag="multiple", frozen=True, kw_only=True):
    """Se marcan todas las alternativas que corresponden."""

    opciones: tuple[Opcion, ...]

    def revisar(self) -> None:
        """Al menos una correcta y una que no lo es."""
        _exigir_distintos(o.id for o in self.opciones)
        correctas = sum(o.correcta for o in self.opciones)
        exigir(
            0 < correctas < len(self.opciones),
            "necesita alternativas correctas y otras que no lo sean",
        )


class Numerica(Item, tag="numerica", frozen=True, kw_only=True):
    """Se escribe un número; se acepta ``valor`` ± ``tolerancia``, en ``unidad``."""

    valor: float
    tolerancia: float = 0.0
    decimales: int = 0
    unidad: str = ""
    errores: tuple[ErrorNumerico, ...] = ()

    def revisar(self) -> None:
        """Ningún error típico cae dentro de lo aceptado."""
        for error in self.errores:
            exigir(
                abs(error.valor - self.valor) > self.tolerancia,
                f"el error típico {error.valor:g} se daría por bueno; reduzca la tolerancia",
            )


class Ordenar(Item, tag="ordenar", frozen=True, kw_only=True):
    """Se ordenan los elementos, que se muestran en el orden en que están escritos."""

    elementos: tuple[Elemento, ...]
    solucion: tuple[str, ...]
    errores: tuple[ErrorDeOrden, ...] = ()

    def revisar(self) -> None:
        """La solución nombra cada elemento una vez y no es el orden en que se muestran."""
        mostrados = tuple(e.id for e in self.elementos)
        exigir(sorted(mostrados) == sorted(self.solucion), "la solución no nombra cada elemento")
        exigir(mostrados != self.solucion, "ya se muestra ordenado; escríbalos en otro orden")
        for error in self.errores:
            exigir({error.antes, error.despues} <= set(mostrados), "un error nombra otro elemento")


class Clasificar(Item, tag="clasificar", frozen=True, kw_only=True):
    """Cada elemento va en una categoría."""

    categorias: tuple[Elemento, ...]
    elementos: tuple[Clasificable, ...]

    def revisar(self) -> None:
        """Toda categoría nombrada existe."""
        _exigir_distintos(e.id for e in self.elementos)
        ids = {c.id for c in self.categorias}
        for elemento in self.elementos:
            nombradas = {elemento.categoria, *elemento.errores}
            exigir(nombradas <= ids, f"«{elemento.id}» nombra una categoría que no existe")
            exigir(
                elemento.categoria not in elemento.errores,
                f"«{elemento.id}» da por error su propia categoría",
            )


class Ubicar(Item, tag="ubicar", frozen=True, kw_only=True):
    """Se pone a cada actor en la cuadrícula de influencia e interés."""

    elementos: tuple[Ubicable, ...]

    def revisar(self) -> None:
        """Ningún actor repetido."""
        _exigir_distintos(e.id for e in self.elementos)


class Fallida(Pieza, frozen=True, kw_only=True):
    """Un boceto que debe incumplir la regla ``incumple``: la prueba de que la regla muerde."""

    incumple: str
    respuesta: Boceto


class Armar(Item, tag="armar", frozen=True, kw_only=True):
    """Se arma un trozo de mapa a partir de ``base``, que revisan las ``reglas``."""

    base: Boceto
    reglas: tuple[Regla, ...]
    solucion: Boceto
    fallidas: tuple[Fallida, ...] = ()
    agrega_actores: bool = True

    def revisar(self) -> None:
        """Toda regla tiene una fallida que la pone a prueba."""
        _exigir_distintos(r.id for r in self.reglas)
        probadas = {f.incumple for f in self.fallidas}
        faltan = {r.id for r in self.reglas} ^ probadas
        exigir(not faltan, f"estas reglas y sus fallidas no calzan: {', '.join(sorted(faltan))}")


class Abierta(Item, tag="abierta", frozen=True, kw_only=True):
    """Se escribe con palabras propias y se autoevalúa con una rúbrica."""

    rubrica: Rubrica
    modelo: str
    minimo_palabras: int = 20


ItemDeBanco = Unica | Multiple | Numerica | Ordenar | Clasificar | Ubicar | Armar | Abierta


def _exigir_distintos(ids: Iterable[str]) -> None:
    vistos: set[str] = set()
    for uno in ids:
        if uno in vistos:
            raise ReglaRota(f"el id «{uno}» está repetido; póngale otro")
        vistos.add(uno)
