"""Cómo se relacionan los actores: conflicto, sectores que se unen, cuánto de lo posible existe."""

from collections import Counter
from collections.abc import Iterator

from mesa_territorial.analisis.frases import con_signo, contar, de_cada_cien
from mesa_territorial.analisis.grafo import Seleccion, relaciones_elegidas
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.actores import TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

HACIA_ADENTRO = -0.2  # bajo este E-I, tres de cada cinco enlaces quedan en el mismo sector
_ANTES_DE_SENTARLOS = (
    "No cuenta como unión: antes de sentarlos a la misma mesa, conviene conversar con cada parte."
)
_COMO_LEER_EI = (
    "(de −1, todo adentro, a +1, todo afuera). Depende también de cuántos actores de cada sector "
    "se anotaron."
)
_MAS_NO_ES_MEJOR = (
    "Más enlaces no es siempre mejor: cada relación se cuida. Compare con otro momento de la misma "
    "Mesa, no con otra Mesa."
)


def leer_conflictos(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Entre quiénes hay conflicto en el momento que se mira."""
    pares = _pares_en_conflicto(mesa, analisis)
    if pares:
        veces = Counter(id_ for par in pares for id_ in par)
        quienes = "; ".join(nombrar(mesa, par) for par in pares[:4])
        por_que = f"{quienes}. {_ANTES_DE_SENTARLOS}"
        frase, ids = _frase_de_conflicto(mesa, pares, veces), [i for i, _ in veces.most_common()]
        yield Lectura("conflicto", frase, tuple(ids), Tono.ALERTA, por_que)


def _pares_en_conflicto(mesa: Mesa, analisis: AnalisisRed) -> list[tuple[str, ...]]:
    conflicto = frozenset({TipoRelacion.CONFLICTO})
    seleccion = Seleccion(analisis.momento, conflicto, frozenset(analisis.ids))
    relaciones = relaciones_elegidas(mesa, seleccion)
    return sorted({tuple(sorted((r.de, r.hacia))) for r in relaciones})


def _frase_de_conflicto(mesa: Mesa, pares: list[tuple[str, ...]], veces: Counter[str]) -> str:
    if len(pares) == 1:
        return f"Hay un conflicto anotado, entre {nombrar(mesa, pares[0])}."
    actor, cuantos = veces.most_common(1)[0]
    if cuantos == 1:
        return f"Hay {len(pares)} conflictos anotados, entre actores distintos."
    parte = "todos" if cuantos == len(pares) else f"{cuantos} de ellos"
    parte = "ambos" if cuantos == len(pares) == 2 else parte
    return f"Hay {len(pares)} conflictos anotados, {parte} con {mesa.actores[actor].nombre}."


def leer_quien_une_sectores(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Quién media entre actores de sectores distintos que no tienen relación directa."""
    papeles = [analisis.valores[p] for p in ("portero", "representante", "enlace")]
    # Sin dirección, cada par se contó de ida y de vuelta.
    pares = {id_: round(sum(p[id_] for p in papeles) / 2) for id_ in analisis.ids}
    unen = sorted((i for i in pares if pares[i]), key=lambda i: (-pares[i], mesa.actores[i].nombre))
    if unen:
        por_que = _los_que_siguen(mesa, unen[1:3])
        frase = _frase_de_union(mesa.actores[unen[0]].nombre, pares[unen[0]])
        yield Lectura("une_sectores", frase, (unen[0],), Tono.FORTALEZA, por_que)


def _frase_de_union(nombre: str, cuantos: int) -> str:
    se_encuentran = contar(cuantos, "se encuentra un par", "pares")
    if cuantos > 1:
        se_encuentran = f"se encuentran {se_encuentran}"
    return (
        f"Quien más une sectores distintos es {nombre}: por ahí {se_encuentran} de actores sin "
        "relación directa."
    )


def _los_que_siguen(mesa: Mesa, ids: list[str]) -> str:
    siguen = f"Después: {nombrar(mesa, ids)}. " if ids else "Nadie más cumple ese papel. "
    return siguen + "Pregunte si los demás reconocen ese papel antes de apoyarse en él."


def leer_mezcla(_: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Si los enlaces unen sectores distintos o quedan en el mismo."""
    ei = analisis.resumen.ei_sector.red
    if ei.indice is not None:
        enlaces = contar(ei.externos + ei.internos, "un enlace", "enlaces")
        une = "une" if ei.externos == 1 else "unen"
        adentro = ei.indice < HACIA_ADENTRO
        resto = ": cada sector conversa sobre todo consigo mismo." if adentro else "."
        frase = f"De {enlaces}, {numero(ei.externos)} {une} a sectores distintos{resto}"
        por_que = f"Es un E-I por sector de {con_signo(ei.indice)} {_COMO_LEER_EI}"
        tono = Tono.ALERTA if adentro else Tono.DATO
        yield Lectura("mezcla_de_sectores", frase, (), tono, por_que)


def leer_tamano(_: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Cuánto de lo que podría unirse está unido."""
    resumen = analisis.resumen
    if resumen.enlaces:
        enlaces = contar(resumen.enlaces, "un enlace", "enlaces")
        posibles = f"hay {de_cada_cien(resumen.densidad)} enlaces posibles"
        frase = f"{numero(resumen.nodos)} actores y {enlaces}: {posibles}."
        yield Lectura("densidad", frase, (), Tono.DATO, _MAS_NO_ES_MEJOR)
