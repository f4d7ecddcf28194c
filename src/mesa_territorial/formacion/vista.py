"""Lo que la pantalla necesita para mostrar un ítem, y nada que delate la respuesta."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from mesa_territorial.formacion.avance import Avance, Estado
from mesa_territorial.formacion.ejercicios import Banco
from mesa_territorial.formacion.items import (
    Abierta,
    Armar,
    Clasificar,
    ItemDeBanco,
    Multiple,
    Numerica,
    Ordenar,
    Ubicar,
    Unica,
)
from mesa_territorial.formacion.piezas import Item
from mesa_territorial.formacion.solucion import contar_solucion
from mesa_territorial.formacion.turno import Turno

Vista = dict[str, Any]
_ESTADOS: Mapping[Estado, str] = {
    Estado.PENDIENTE: "pendiente",
    Estado.EN_CURSO: "a medio camino",
    Estado.A_LA_PRIMERA: "a la primera",
    Estado.LOGRADO: "logrado",
    Estado.RENDIDO: "con la solución a la vista",
    Estado.CAMBIO: "cambió desde que lo respondió",
}
_POR_QUE_VUELVE: Mapping[Estado, str] = {
    Estado.RENDIDO: "Vio la solución.",
    Estado.CAMBIO: "El ejercicio cambió desde que lo respondió.",
    Estado.LOGRADO: "Salió con pistas o en más de un intento.",
}


def mostrar_turno(turno: Turno) -> Vista:
    """El ítem, las pistas abiertas, la corrección y, sólo al terminar, la solución."""
    item = turno.item
    correccion = turno.correccion
    return {
        "item": mostrar_item(item),
        "pistas": list(item.pistas[: turno.pistas]),
        "quedan_pistas": len(item.pistas) - turno.pistas,
        "intentos": turno.intentos,
        "dada": turno.dada,
        "correccion": msgspec.to_builtins(correccion) if correccion else None,
        "terminado": turno.esta_terminado,
        "rendida": turno.rendida,
        "ofrece_solucion": turno.ofrece_solucion,
        "solucion": _mostrar_solucion(item) if turno.esta_terminado else None,
    }


def _mostrar_solucion(item: ItemDeBanco) -> Vista:
    return {"frases": list(contar_solucion(item)), "explicacion": item.explicacion}


def mostrar_item(item: ItemDeBanco) -> Vista:
    """Enunciado, datos y alternativas; sin mensajes, soluciones ni errores típicos."""
    return {
        "id": item.id,
        "tipo": str(item.__struct_config__.tag),
        "titulo": item.titulo,
        "enunciado": item.enunciado,
        "nota": item.nota,
        "ancla": item.seccion.partition("#")[2],
        "tabla": msgspec.to_builtins(item.tabla),
        "dibujo": msgspec.to_builtins(item.dibujo),
        **_PROPIO[type(item)](item),
    }


def _nombrar(cosas: Iterable[Any]) -> list[Vista]:
    return [{"id": c.id, "texto": c.texto} for c in cosas]


def _mostrar_opciones(item: Unica | Multiple) -> Vista:
    return {"opciones": _nombrar(item.opciones)}


def _mostrar_elementos(item: Ordenar | Ubicar) -> Vista:
    return {"elementos": _nombrar(item.elementos)}


def _mostrar_clasificar(item: Clasificar) -> Vista:
    return {"categorias": _nombrar(item.categorias), "elementos": _nombrar(item.elementos)}


def _mostrar_numerica(item: Numerica) -> Vista:
    return {"unidad": item.unidad, "decimales": item.decimales}


def _mostrar_armar(item: Armar) -> Vista:
    return {"base": msgspec.to_builtins(item.base), "agrega_actores": item.agrega_actores}


def _mostrar_abierta(item: Abierta) -> Vista:
    criterios = [
        {"id": c.id, "texto": c.texto, "niveles": list(c.niveles)} for c in item.rubrica.criterios
    ]
    return {"criterios": criterios, "minimo_palabras": item.minimo_palabras}


_PROPIO: Mapping[type[Item], Callable[[Any], Vista]] = {
    Unica: _mostrar_opciones,
    Multiple: _mostrar_opciones,
    Numerica: _mostrar_numerica,
    Ordenar: _mostrar_elementos,
    Clasificar: _mostrar_clasificar,
    Ubicar: _mostrar_elementos,
    Armar: _mostrar_armar,
    Abierta: _mostrar_abierta,
}


def mostrar_puntos(banco: Banco, avance: Avance) -> list[Vista]:
    """Un punto por ítem: número, título y estado, en código y con palabras."""
    return [
        {"id": i.id, "titulo": i.titulo, "estado": str(e), "texto": _ESTADOS[e]}
        for i, e in ((i, avance.estados[i.id]) for i in banco.items)
    ]


def mostrar_cierre(banco: Banco, avance: Avance) -> Vista:
    """Lo dominado por objetivo y lo que conviene practicar otra vez, con su porqué."""
    return {
        "completo": avance.esta_completo,
        "terminados": avance.terminados,
        "total": len(banco.items),
        "objetivos": [
            {"texto": o.objetivo.texto, "frase": o.frase, "dominado": o.esta_dominado}
            for o in avance.objetivos
        ],
        "vuelven": [
            {"id": i, "titulo": banco.item(i).titulo, "por_que": _POR_QUE_VUELVE[avance.estados[i]]}
            for i in avance.vuelven
        ],
    }
