"""Lo que hay que saber antes de leer las medidas: filtros, redes chicas, redes partidas."""

from collections.abc import Iterator
from dataclasses import replace

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.grafo import (
    TIPOS_QUE_UNEN,
    Grafo,
    Seleccion,
    relaciones_elegidas,
)
from mesa_territorial.analisis.medida import POCOS_ACTORES
from mesa_territorial.dominio.actores import TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import TIPOS_DE_RELACION, numero

_TODAS = "grado, intermediación, cercanía, alcance, E-I, papeles y puntos de corte"
_CONFLICTO_CUENTA = (
    "Las relaciones de conflicto están contando como enlaces: un camino puede pasar por dos "
    "actores que no se hablan."
)


def avisar(mesa: Mesa, seleccion: Seleccion, grafo: Grafo, partes: int) -> tuple[str, ...]:
    """Los avisos de un análisis, en el orden en que conviene leerlos."""
    return (
        *_avisos_de_actores(mesa, seleccion),
        *_avisos_de_tipos(mesa, seleccion),
        *_avisos_de_forma(grafo, partes),
        *_avisos_de_datos(mesa, seleccion, grafo),
    )


def _avisos_de_actores(mesa: Mesa, seleccion: Seleccion) -> Iterator[str]:
    if len(seleccion.ids) < len(mesa.actores):
        yield (
            f"El filtro deja {numero(len(seleccion.ids))} de {numero(len(mesa.actores))} actores: "
            f"{_TODAS} se calculan como si los demás no existieran."
        )


def _avisos_de_tipos(mesa: Mesa, seleccion: Seleccion) -> Iterator[str]:
    presentes = {r.tipo for r in mesa.relaciones.values() if seleccion.incluye(r)}
    fuera = (presentes - seleccion.tipos) - {TipoRelacion.CONFLICTO}
    if fuera:
        nombres = enumerar(sorted(TIPOS_DE_RELACION[t].lower() for t in fuera))
        yield f"El filtro deja fuera las relaciones de {nombres}: cambian {_TODAS}."
    if TipoRelacion.CONFLICTO in presentes:
        yield from _avisos_de_conflicto(mesa, seleccion)


def _avisos_de_conflicto(mesa: Mesa, seleccion: Seleccion) -> Iterator[str]:
    tipos = seleccion.tipos
    if TipoRelacion.CONFLICTO in tipos:
        yield _CONFLICTO_CUENTA
    elif tipos == TIPOS_QUE_UNEN:
        solo_conflicto = replace(seleccion, tipos=frozenset({TipoRelacion.CONFLICTO}))
        cuantas = len(relaciones_elegidas(mesa, solo_conflicto))
        cuenta = contar(cuantas, "una relación", "relaciones")
        cuentan = "cuenta como enlace" if cuantas == 1 else "cuentan como enlaces"
        yield (
            f"Hay {cuenta} de conflicto que no {cuentan}: el conflicto se ve en el mapa, pero no "
            "une."
        )


def _avisos_de_forma(grafo: Grafo, partes: int) -> Iterator[str]:
    if 0 < grafo.nodos < POCOS_ACTORES:
        cuenta = contar(grafo.nodos, "un solo actor", "actores")
        yield (
            f"Con {cuenta}, una sola relación cambia mucho las medidas: úselas para hacer "
            "preguntas, no para concluir."
        )
    if partes > 1:
        yield (
            f"La red está en {numero(partes)} partes sin relación entre sí: la cercanía descuenta "
            "a quienes no se alcanza y la intermediación sólo cuenta caminos dentro de cada parte."
        )


def _avisos_de_datos(mesa: Mesa, seleccion: Seleccion, grafo: Grafo) -> Iterator[str]:
    sin_nivel = sum(mesa.actores[i].nivel is None for i in seleccion.ids)
    if sin_nivel:
        cuenta = contar(sin_nivel, "Un actor no tiene", "actores no tienen")
        yield f"{cuenta} nivel anotado: sus relaciones no cuentan en el E-I por nivel."
    solos = sum(not otros for otros in grafo.vecinos)
    if solos:
        cuenta = contar(solos, "Un actor no tiene", "actores no tienen")
        yield f"{cuenta} relaciones: restricción, tamaño efectivo y E-I quedan sin valor."
