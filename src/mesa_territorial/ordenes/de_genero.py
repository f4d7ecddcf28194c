"""Las órdenes propias de la estrategia de género: responder una pregunta y sumar palabra."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from mesa_territorial.dominio.genero_sesion import GRUPOS, RegistroDeSesion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.genero_catalogos import CONTESTACIONES
from mesa_territorial.ordenes.construccion import Datos, Orden
from mesa_territorial.ordenes.de_fichas import DE_FICHAS

MINUTOS_DE_UNA_VEZ, TURNOS_DE_UNA_VEZ = 600, 200
_COLECCION = {"seccion": "genero", "coleccion": "respuestas"}


def _responder(mesa: Mesa, datos: Datos) -> Orden:
    """``id`` y ``pregunta`` (su texto, para el historial), y ``respuesta`` o ``evidencia``."""
    campos = {c: datos[c] for c in ("respuesta", "evidencia") if c in datos}
    ficha = {**_COLECCION, "id": datos["id"], "campos": campos}
    _, transicion = DE_FICHAS["poner_ficha"](mesa, ficha)
    dicho = CONTESTACIONES.get(campos.get("respuesta") or "", "sin respuesta")
    if "respuesta" not in campos:
        dicho = "cómo se sabe"
    pregunta = str(datos.get("pregunta") or datos["id"])[:120]
    return f"Diagnóstico de género: {pregunta} {dicho}"[:200], transicion


def _sumar_palabra(mesa: Mesa, datos: Datos) -> Orden:
    """Suma a la sesión ``id`` los ``minutos`` y ``turnos`` por grupo que midió el cronómetro.

    Se suma a lo que la sesión tenga en ese momento: dos personas midiendo no se pisan.
    """
    minutos = _por_grupo(datos["minutos"], MINUTOS_DE_UNA_VEZ)
    turnos = _por_grupo(datos["turnos"], TURNOS_DE_UNA_VEZ)
    exigir(any(minutos.values()) or any(turnos.values()), "Todavía no hay palabra que sumar.")
    id_sesion = str(datos["id"])

    def transicion(m: Mesa) -> Mesa:
        sesiones = m.genero.sesiones
        exigir(id_sesion in sesiones, "Esa sesión ya no está. Elija otra y vuelva a guardar.")
        nueva = _con_palabra(sesiones[id_sesion], minutos, turnos)
        return m.con(genero=replace(m.genero, sesiones={**sesiones, id_sesion: nueva}))

    sesion = transicion(mesa).genero.sesiones[id_sesion]
    return f"{sesion.nombre}: sumó {sum(turnos.values()):.0f} turnos de palabra", transicion


def _por_grupo(crudo: Mapping[str, Any], tope: float) -> dict[str, float]:
    numeros = {grupo: crudo.get(grupo) or 0 for grupo in GRUPOS}
    for numero in numeros.values():
        exigir(
            isinstance(numero, int | float) and 0 <= numero <= tope,
            "El cronómetro trae un número que no sirve. Vuelva a medir.",
        )
    return numeros


def _con_palabra(
    sesion: RegistroDeSesion, minutos: Mapping[str, float], turnos: Mapping[str, float]
) -> RegistroDeSesion:
    campos: dict[str, Any] = {}
    for grupo in GRUPOS:
        antes = getattr(sesion, f"minutos_{grupo}") or 0
        campos[f"minutos_{grupo}"] = round(antes + minutos[grupo], 2)
        campos[f"turnos_{grupo}"] = (getattr(sesion, f"turnos_{grupo}") or 0) + int(turnos[grupo])
    return replace(sesion, **campos)


DE_GENERO: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "responder_genero": _responder,
    "sumar_palabra": _sumar_palabra,
}
