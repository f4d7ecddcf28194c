"""Corrección de lo que se mide: un número, un lugar en la cuadrícula."""

import math
import re
from typing import Any

import msgspec

from mesa_territorial.formacion.items import Numerica, Ubicar
from mesa_territorial.formacion.piezas import Ubicable
from mesa_territorial.formacion.veredictos import (
    Correccion,
    Detalle,
    contar,
    ilegible,
    juzgar,
    juzgar_partes,
    leer,
    sin_respuesta,
)
from mesa_territorial.textos import numero

LARGO_NUMERO = 40
_MILES = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_FRACCION = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})")


class Lugar(msgspec.Struct, frozen=True):
    """Un punto de la cuadrícula, de 1 a 5 en cada eje; None mientras no se elige."""

    influencia: float | None = None
    interes: float | None = None


def leer_numero(texto: str) -> float | None:
    """El número escrito a la chilena o a la inglesa, o como fracción; None si no es un número.

    >>> leer_numero("0,39"), leer_numero("0.39"), leer_numero("1.234,5"), leer_numero("14/36") > 0
    (0.39, 0.39, 1234.5, True)
    """
    limpio = texto.strip().replace("−", "-").replace("%", "").strip()
    fraccion = _FRACCION.fullmatch(limpio)
    if fraccion:
        arriba, abajo = (int(n) for n in fraccion.groups())
        return arriba / abajo if abajo else None
    if "," in limpio or _MILES.fullmatch(limpio):
        limpio = limpio.replace(".", "").replace(",", ".")
    return _finito(limpio)


def _finito(texto: str) -> float | None:
    try:
        valor = float(texto)
    except ValueError:
        return None
    return valor if math.isfinite(valor) else None


def _leer_valor(respuesta: Any) -> float | None:
    if isinstance(respuesta, bool):
        return None
    if isinstance(respuesta, int | float):
        return _finito(str(respuesta)) if abs(respuesta) < 1e15 else None
    texto = leer(respuesta, str)
    return leer_numero(texto) if texto and len(texto) <= LARGO_NUMERO else None


def corregir_numerica(item: Numerica, respuesta: Any) -> Correccion:
    """Acepta el valor con su tolerancia; reconoce los errores típicos."""
    valor = _leer_valor(respuesta)
    if valor is None:
        return sin_respuesta(item, "Escriba sólo un número, por ejemplo 12 o 0,5.")
    acierto = abs(valor - item.valor) <= item.tolerancia + 1e-9
    mensaje = item.si_acierta if acierto else _explicar_error(item, valor)
    detalle = Detalle(
        id=item.id, texto=_como_se_escribe(item, valor), bien=acierto, mensaje=mensaje
    )
    return juzgar(item, [detalle], acierto=acierto, puntaje=float(acierto))


def _explicar_error(item: Numerica, valor: float) -> str:
    margen = max(item.tolerancia, 0.5 * 10**-item.decimales) + 1e-9
    for error in item.errores:
        if abs(valor - error.valor) <= margen:
            return error.mensaje
    return item.si_falla


def _como_se_escribe(item: Numerica, valor: float) -> str:
    return f"{numero(valor, item.decimales)} {item.unidad}".strip()


def corregir_ubicar(item: Ubicar, respuesta: Any) -> Correccion:
    """Comenta a cada actor ubicado según la zona en que quedó."""
    puestos = leer(respuesta, dict[str, Lugar | None])
    if puestos is None:
        return ilegible(item)
    detalles = [
        _comentar_lugar(e, *lugar)
        for e in item.elementos
        if (lugar := _coordenadas(puestos.get(e.id)))
    ]
    sueltos = len(item.elementos) - len(detalles)
    falta = contar(sueltos, "Queda uno por ubicar.", "Quedan {n} por ubicar.")
    return juzgar_partes(item, detalles, len(item.elementos), falta)


def _coordenadas(lugar: Lugar | None) -> tuple[float, float] | None:
    if lugar is None or lugar.influencia is None or lugar.interes is None:
        return None
    dentro = all(1 <= v <= 5 for v in (lugar.influencia, lugar.interes))
    return (lugar.influencia, lugar.interes) if dentro else None


def _comentar_lugar(elemento: Ubicable, influencia: float, interes: float) -> Detalle:
    bien = elemento.contiene(influencia, interes)
    mensaje = elemento.mensaje
    if not bien:
        tipico = next((e for e in elemento.errores if e.contiene(influencia, interes)), None)
        mensaje = tipico.mensaje if tipico else _hacia_donde(elemento, influencia, interes)
    return Detalle(id=elemento.id, texto=elemento.texto, bien=bien, mensaje=mensaje)


def _hacia_donde(elemento: Ubicable, influencia: float, interes: float) -> str:
    ejes = [
        ("la influencia", elemento.influencia, influencia),
        ("el interés", elemento.interes, interes),
    ]
    frases = [
        f"revise {eje}: los hechos {'piden más' if valor < desde else 'no dan para tanto'}"
        for eje, (desde, hasta), valor in ejes
        if not desde <= valor <= hasta
    ]
    return f"{'; '.join(frases).capitalize()}."
