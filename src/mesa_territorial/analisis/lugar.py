"""Las medidas que dependen del lugar de cada actor en la red, por id."""

from collections.abc import Callable, Iterable, Mapping

from mesa_territorial.analisis.caminos import alcance, cercania, intermediacion, medir_caminos
from mesa_territorial.analisis.cortes import Cortes, buscar_cortes
from mesa_territorial.analisis.grafo import Grafo
from mesa_territorial.analisis.huecos import restriccion, tamano_efectivo


def valores_de_lugar(grafo: Grafo, cortes: Cortes) -> dict[str, dict[str, float]]:
    """De medida a id a valor; los caminos más cortos se recorren una sola vez."""
    caminos = medir_caminos(grafo)
    return {
        "grado": por_id(grafo, map(len, grafo.vecinos)),
        "intermediacion": por_id(grafo, intermediacion(caminos)),
        "cercania": por_id(grafo, cercania(caminos)),
        "restriccion": de_algunos(grafo, restriccion(grafo)),
        "tamano_efectivo": de_algunos(grafo, tamano_efectivo(grafo)),
        "alcance": por_id(grafo, alcance(caminos)),
        "partes": por_id(grafo, cortes.partes),
    }


# Cada medida por su cuenta, para repetirla muchas veces sin calcular las demás.
CALCULOS: Mapping[str, Callable[[Grafo], dict[str, float]]] = {
    "grado": lambda g: por_id(g, map(len, g.vecinos)),
    "intermediacion": lambda g: por_id(g, intermediacion(medir_caminos(g))),
    "cercania": lambda g: por_id(g, cercania(medir_caminos(g))),
    "restriccion": lambda g: de_algunos(g, restriccion(g)),
    "tamano_efectivo": lambda g: de_algunos(g, tamano_efectivo(g)),
    "alcance": lambda g: por_id(g, alcance(medir_caminos(g))),
    "partes": lambda g: por_id(g, buscar_cortes(g).partes),
}


def por_id(grafo: Grafo, valores: Iterable[float]) -> dict[str, float]:
    """Los valores, uno por actor en el orden del grafo, con su id."""
    return {id_: float(valor) for id_, valor in zip(grafo.ids, valores, strict=True)}


def de_algunos(grafo: Grafo, valores: Mapping[int, float]) -> dict[str, float]:
    """Los valores de los actores que tienen, con su id en vez de su número."""
    return {grafo.ids[i]: valor for i, valor in valores.items()}
