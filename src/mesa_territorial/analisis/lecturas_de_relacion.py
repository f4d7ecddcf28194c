"""Cómo se relacionan los actores: conflicto, sectores que se unen, cuánto de lo posible existe."""

from collections import Counter
from collections.abc import Iterator

from mesa_territorial.analisis.frases import con_signo, contar, de_cada_cien
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.actores import TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

HACIA_ADENTRO = -0.2  # bajo este E-I, tres de cada cinco enlaces quedan en el mismo sector


def leer_conflictos(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Entre quiénes hay conflicto en el momento que se mira."""
    elegidos = set(analisis.ids)
    pares = sorted(
        {
            tuple(sorted((r.de, r.hacia)))
            for r in mesa.relaciones.values()
            if r.tipo is TipoRelacion.CONFLICTO and r.momento == analisis.momento
            if {r.de, r.hacia} <= elegidos
        }
    )
    if pares:
        veces = Counter(id_ for par in pares for id_ in par)
        yield Lectura(
            "conflicto",
            _frase_de_conflicto(mesa, pares, veces),
            tuple(id_ for id_, _ in veces.most_common()),
            Tono.ALERTA,
            f"{'; '.join(nombrar(mesa, par) for par in pares[:4])}. No cuenta como unión: antes "
            "de sentarlos a la misma mesa, conviene conversar con cada parte.",
        )


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
    orden = sorted(pares, key=lambda i: (-pares[i], mesa.actores[i].nombre))
    if orden and pares[orden[0]]:
        cuantos = pares[orden[0]]
        cuenta = contar(cuantos, "un par", "pares")
        yield Lectura(
            "une_sectores",
            f"Quien más une sectores distintos es {mesa.actores[orden[0]].nombre}: por ahí se "
            f"{'encuentra' if cuantos == 1 else 'encuentran'} {cuenta} de actores sin relación "
            "directa.",
            (orden[0],),
            Tono.FORTALEZA,
            _los_que_siguen(mesa, [i for i in orden[1:3] if pares[i]]),
        )


def _los_que_siguen(mesa: Mesa, ids: list[str]) -> str:
    siguen = f"Después: {nombrar(mesa, ids)}. " if ids else "Nadie más cumple ese papel. "
    return siguen + "Pregunte si los demás reconocen ese papel antes de apoyarse en él."


def leer_mezcla(_: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Si los enlaces unen sectores distintos o quedan en el mismo."""
    ei = analisis.resumen.ei_sector.red
    if ei.indice is None:
        return
    total = ei.externos + ei.internos
    adentro = ei.indice < HACIA_ADENTRO
    une = "une" if ei.externos == 1 else "unen"
    yield Lectura(
        "mezcla_de_sectores",
        f"De {contar(total, 'un enlace', 'enlaces')}, {numero(ei.externos)} {une} a sectores "
        "distintos" + (": cada sector conversa sobre todo consigo mismo." if adentro else "."),
        (),
        Tono.ALERTA if adentro else Tono.DATO,
        f"Es un E-I por sector de {con_signo(ei.indice)} (de −1, todo adentro, a +1, todo afuera). "
        "Depende también de cuántos actores de cada sector se anotaron.",
    )


def leer_tamano(_: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Cuánto de lo que podría unirse está unido."""
    resumen = analisis.resumen
    if resumen.enlaces:
        yield Lectura(
            "densidad",
            f"{numero(resumen.nodos)} actores y {contar(resumen.enlaces, 'un enlace', 'enlaces')}: "
            f"hay {de_cada_cien(resumen.densidad)} enlaces posibles.",
            (),
            Tono.DATO,
            "Más enlaces no es siempre mejor: cada relación se cuida. Compare con otro momento de "
            "la misma Mesa, no con otra Mesa.",
        )
