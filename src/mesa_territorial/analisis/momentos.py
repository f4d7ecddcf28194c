"""Comparar dos momentos de una Mesa: qué cambió en la red, en palabras y números."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from mesa_territorial.analisis.frases import con_signo, contar, de_cada_cien
from mesa_territorial.analisis.grafo import elegir, relaciones_elegidas
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.analisis.red import AnalisisRed, analizar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero


@dataclass(frozen=True, slots=True)
class Cambio:
    """Una cifra de la red en dos momentos; ``None`` si en ese momento no se puede calcular.

    ``ids`` son los actores que conviene destacar en el mapa.
    """

    clave: str
    antes: float | None
    despues: float | None
    frase: str
    ids: tuple[str, ...] = ()


def comparar_momentos(
    mesa: Mesa,
    antes: str,
    despues: str,
    *,
    tipos: Collection[str] | None = None,
    ids: Collection[str] | None = None,
) -> tuple[Cambio, ...]:
    """Qué cambió entre dos momentos, por id; los filtros son los de ``analizar``.

    Levanta ``ReglaRota`` si un momento no existe.
    """
    uno = analizar(mesa, momento=antes, tipos=tipos, ids=ids)
    otro = analizar(mesa, momento=despues, tipos=tipos, ids=ids)
    return tuple(comparar(mesa, uno, otro) for comparar in _COMPARACIONES)


def _enlaces(mesa: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = _pares(mesa, uno), _pares(mesa, otro)
    nuevos = contar(len(hay - habia), "uno nuevo", "nuevos", "ninguno nuevo")
    perdidos = contar(len(habia - hay), "uno que ya no está", "que ya no están", "ninguno perdido")
    return Cambio(
        "enlaces",
        len(habia),
        len(hay),
        f"{_de_a(len(habia), len(hay), 'enlace', 'enlaces')}: {nuevos} y {perdidos}.",
        tuple(sorted({id_ for par in hay - habia for id_ in par})),
    )


def _pares(mesa: Mesa, analisis: AnalisisRed) -> set[frozenset[str]]:
    seleccion = elegir(mesa, analisis.momento, analisis.tipos, analisis.ids)
    return {frozenset((r.de, r.hacia)) for r in relaciones_elegidas(mesa, seleccion)}


def _densidad(_: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = uno.resumen.densidad, otro.resumen.densidad
    frase = f"Había {de_cada_cien(habia)} enlaces posibles; ahora hay {de_cada_cien(hay)}."
    return Cambio("densidad", habia, hay, frase)


def _componentes(_: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = len(uno.resumen.componentes), len(otro.resumen.componentes)
    frase = (
        f"{_de_a(habia, hay, 'parte sin relación con las demás', 'partes sin relación entre sí')}."
    )
    if hay == 1 < habia:
        frase = f"De {numero(habia)} partes sin relación entre sí a una red unida."
    aparte = tuple(id_ for parte in otro.resumen.componentes[1:] for id_ in parte)
    return Cambio("componentes", habia, hay, frase, aparte)


def _aislados(mesa: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = uno.resumen.aislados, otro.resumen.aislados
    frase = f"{_de_a(len(habia), len(hay), 'actor aislado', 'actores aislados')}."
    if ya_no := sorted(set(habia) - set(hay)):
        frase += f" Ya se une con otros: {nombrar(mesa, ya_no)}."
    return Cambio("aislados", len(habia), len(hay), frase, hay)


def _ei_sector(_: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = uno.resumen.ei_sector.red.indice, otro.resumen.ei_sector.red.indice
    if habia is None or hay is None:
        return Cambio(
            "ei_sector", habia, hay, "El E-I por sector necesita enlaces en ambos momentos."
        )
    rumbo = {True: "más enlaces unen a sectores distintos", False: "más enlaces quedan adentro"}
    if not round(hay - habia, 2):
        return Cambio("ei_sector", habia, hay, f"El E-I por sector sigue en {con_signo(hay)}.")
    que = rumbo[hay > habia]
    frase = f"El E-I por sector pasó de {con_signo(habia)} a {con_signo(hay)}: {que}."
    return Cambio("ei_sector", habia, hay, frase)


def _puntos_de_corte(mesa: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    habia, hay = uno.resumen.puntos_de_corte, otro.resumen.puntos_de_corte
    frase = f"{_de_a(len(habia), len(hay), 'punto de corte', 'puntos de corte')}."
    if hay:
        frase += f" {'Ahora es' if len(hay) == 1 else 'Ahora son'} {nombrar(mesa, hay)}."
    return Cambio("puntos_de_corte", len(habia), len(hay), frase, hay)


def _paso(mesa: Mesa, uno: AnalisisRed, otro: AnalisisRed) -> Cambio:
    (quien_era, habia), (quien_es, hay) = _primero(uno), _primero(otro)
    if not habia or not hay:
        return Cambio("paso", habia, hay, "Falta un momento con caminos que pasen por alguien.")
    era, es = mesa.actores[quien_era].nombre, mesa.actores[quien_es].nombre
    inicio = f"Por {era} pasaban más caminos que por nadie ({de_cada_cien(habia)})"
    frase = (
        f"{inicio}; ahora pasan por ahí {de_cada_cien(hay)}."
        if quien_era == quien_es
        else f"{inicio}; ahora es por {es} ({de_cada_cien(hay)})."
    )
    return Cambio("paso", habia, hay, frase, (quien_es,))


def _primero(analisis: AnalisisRed) -> tuple[str, float]:
    quien = next(iter(analisis.primeros("intermediacion", 1)), "")
    return quien, analisis.valores["intermediacion"].get(quien, 0.0)


def _de_a(habia: int, hay: int, uno: str, varios: str) -> str:
    """«De 43 a 80 enlaces», «Sigue habiendo 2 enlaces», «Sigue sin haber enlaces»."""
    if habia == hay:
        cuenta = f"{numero(hay)} {uno if hay == 1 else varios}"
        return f"Sigue habiendo {cuenta}" if hay else f"Sigue sin haber {varios}"
    return f"De {numero(habia)} a {numero(hay)} {uno if hay == 1 else varios}"


_COMPARACIONES: tuple[Callable[[Mesa, AnalisisRed, AnalisisRed], Cambio], ...] = (
    _enlaces,
    _densidad,
    _componentes,
    _aislados,
    _ei_sector,
    _puntos_de_corte,
    _paso,
)
