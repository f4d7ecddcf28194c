"""Corrección de lo que se elige de una lista: única, múltiple, clasificar y ordenar."""

from itertools import combinations
from typing import Any

from mesa_territorial.formacion.items import Clasificar, Multiple, Ordenar, Unica
from mesa_territorial.formacion.piezas import Clasificable, Opcion
from mesa_territorial.formacion.veredictos import (
    Correccion,
    Detalle,
    contar,
    ilegible,
    juzgar,
    juzgar_partes,
    leer,
)


def corregir_unica(item: Unica, respuesta: Any) -> Correccion:
    """La alternativa elegida, con su propio mensaje."""
    elegida = next((o for o in item.opciones if o.id == leer(respuesta, str)), None)
    if elegida is None:
        return ilegible(item)
    return juzgar(
        item, [_comentar(elegida)], acierto=elegida.correcta, puntaje=float(elegida.correcta)
    )


def corregir_multiple(item: Multiple, respuesta: Any) -> Correccion:
    """Comenta sólo lo marcado y dice cuántas quedan; el puntaje resta las marcas de más."""
    marcadas = leer(respuesta, list[str])
    ids = {o.id for o in item.opciones}
    if marcadas is None or not set(marcadas) <= ids:
        return ilegible(item)
    elegidas = [o for o in item.opciones if o.id in marcadas]
    buenas = sum(o.correcta for o in elegidas)
    de_mas = len(elegidas) - buenas
    total = sum(o.correcta for o in item.opciones)
    return juzgar(
        item,
        [_comentar(o) for o in elegidas],
        acierto=buenas == total and not de_mas,
        puntaje=max(0, buenas - de_mas) / total,
        falta=contar(total - buenas, "Queda una por marcar.", "Quedan {n} por marcar."),
    )


def corregir_clasificar(item: Clasificar, respuesta: Any) -> Correccion:
    """Comenta cada elemento puesto; los que faltan sólo se cuentan."""
    puestos = leer(respuesta, dict[str, str | None])
    if puestos is None:
        return ilegible(item)
    categorias = {c.id for c in item.categorias}
    detalles = [
        _comentar_puesto(e, categoria)
        for e in item.elementos
        if (categoria := puestos.get(e.id)) and categoria in categorias
    ]
    sueltos = len(item.elementos) - len(detalles)
    falta = contar(sueltos, "Queda uno por clasificar.", "Quedan {n} por clasificar.")
    return juzgar_partes(item, detalles, len(item.elementos), falta)


def corregir_ordenar(item: Ordenar, respuesta: Any) -> Correccion:
    """Comenta los errores típicos presentes; el puntaje es la parte de pares bien ordenados."""
    orden = leer(respuesta, list[str])
    if orden is None or sorted(orden) != sorted(item.solucion):
        return ilegible(item)
    lugar = {e: n for n, e in enumerate(orden)}
    textos = {e.id: e.texto for e in item.elementos}
    pares = list(combinations(item.solucion, 2))
    bien = sum(lugar[a] < lugar[b] for a, b in pares)
    detalles = [
        Detalle(id=e.antes, texto=textos[e.antes], bien=False, mensaje=e.mensaje)
        for e in item.errores
        if lugar[e.antes] < lugar[e.despues]
    ]
    mal = len(pares) - bien
    return juzgar(
        item,
        detalles,
        acierto=not mal,
        puntaje=bien / len(pares),
        falta=contar(mal, "Hay un par al revés.", "Hay {n} pares al revés."),
    )


_PISTA_DE_CATEGORIA = "No va ahí. Pregúntese por quién habla y quién decide dentro de esa entidad."


def _comentar(opcion: Opcion) -> Detalle:
    return Detalle(id=opcion.id, texto=opcion.texto, bien=opcion.correcta, mensaje=opcion.mensaje)


def _comentar_puesto(elemento: Clasificable, categoria: str) -> Detalle:
    bien = categoria == elemento.categoria
    mensaje = elemento.mensaje if bien else elemento.errores.get(categoria, _PISTA_DE_CATEGORIA)
    return Detalle(id=elemento.id, texto=elemento.texto, bien=bien, mensaje=mensaje)
