"""Las órdenes de la priorización: poner notas, traer evaluadores, llevar al mapa y decidir."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from mesa_territorial.dominio.actores import NOTAS
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import (
    DecisionDeActor,
    Evaluacion,
    Evaluador,
    Prioridad,
    campo_dicho,
)
from mesa_territorial.dominio.prioridad_codigos import OrigenDeEvaluacion, Trato
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.esquemas.prioridad import TRATOS
from mesa_territorial.ordenes.construccion import Datos, Orden, decir_valor, enumerar

LARGO_DE_FRASE = 200
Celda = tuple[str, str, float | None]


def _evaluar(mesa: Mesa, datos: Datos) -> Orden:
    """``atributo`` y ``celdas``: la ``fila`` es el actor y la ``columna``, el evaluador."""
    atributo = _atributo(str(datos["atributo"]))
    celdas = [(str(c["fila"]), str(c["columna"]), c.get("valor")) for c in datos["celdas"]]
    exigir(bool(celdas), "No llegó ninguna nota.")
    for id_actor, id_evaluador, _ in celdas:
        mesa.actor(id_actor)
        _exigir_que_se_escriba(_evaluador(mesa, id_evaluador))

    def transicion(m: Mesa) -> Mesa:
        for id_actor, id_evaluador, valor in celdas:
            m = _con_nota(m, atributo, (id_actor, id_evaluador, valor))
        return m

    return _frase_de_notas(mesa, atributo, celdas), transicion


def _atributo(atributo: str) -> str:
    exigir(atributo in NOTAS, f"No se evalúa «{atributo}»: elija influencia, interés, "
           "legitimidad o urgencia.")  # fmt: skip
    return atributo


def _evaluador(mesa: Mesa, id_evaluador: str) -> Evaluador:
    quien = mesa.prioridad.evaluadores.get(id_evaluador)
    if quien is None:
        raise ReglaRota("Ese evaluador ya no está en la lista. Agréguelo de nuevo.")
    return quien


def _exigir_que_se_escriba(quien: Evaluador) -> None:
    exigir(
        quien.origen is not OrigenDeEvaluacion.VOTACION,
        f"«{quien.nombre}» son promedios de una votación y no se cambian a mano. Si no los quiere, "
        "quítelo o diga que no cuenta.",
    )


def _con_nota(mesa: Mesa, atributo: str, celda: Celda) -> Mesa:
    id_actor, id_evaluador, valor = celda
    quien = _evaluador(mesa, id_evaluador)
    antes = quien.evaluaciones.get(mesa.actor(id_actor).id, Evaluacion())
    nueva = _construir(Evaluacion, {**msgspec.to_builtins(antes), atributo: valor})
    evaluaciones = {**quien.evaluaciones, id_actor: nueva}
    if nueva.esta_en_blanco:
        del evaluaciones[id_actor]
    return _con_evaluadores(mesa, (replace(quien, evaluaciones=evaluaciones),))


def _construir(clase: type[Any], datos: Datos) -> Any:
    try:
        return msgspec.convert(dict(datos), clase)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, ReglaRota):
            raise error.__cause__ from None
        raise ReglaRota(f"Hay una nota que no sirve ({error}).") from error


def _con_evaluadores(
    mesa: Mesa, evaluadores: Iterable[Evaluador], sin: Collection[str] = ()
) -> Mesa:
    quedan = {i: e for i, e in mesa.prioridad.evaluadores.items() if i not in sin}
    return _con(mesa, evaluadores={**quedan, **{e.id: e for e in evaluadores}})


def _con(mesa: Mesa, **campos: Any) -> Mesa:
    prioridad: Prioridad = replace(mesa.prioridad, **campos)
    return mesa.con(prioridad=prioridad)


def _frase_de_notas(mesa: Mesa, atributo: str, celdas: list[Celda]) -> str:
    if len(celdas) == 1:
        id_actor, id_evaluador, valor = celdas[0]
        quien, actor = _evaluador(mesa, id_evaluador).nombre, mesa.actor(id_actor).nombre
        # La nota de cada quien es privada: el historial dice que evaluó, no cuánto puso.
        hizo = "quitó su nota de" if valor is None else "evaluó"
        return f"{quien} {hizo} {campo_dicho(atributo)} de {actor}"[:LARGO_DE_FRASE]
    quienes = {c[1] for c in celdas}
    cuantos = (
        _evaluador(mesa, celdas[0][1]).nombre
        if len(quienes) == 1
        else f"{len(quienes)} evaluadores"
    )
    return f"Puso {len(celdas)} notas de {atributo.replace('interes', 'interés')} ({cuantos})"


def _traer_evaluadores(mesa: Mesa, datos: Datos) -> Orden:
    """Agrega o reemplaza ``evaluadores`` enteros y quita los de ``quitar``; lo demás no se toca."""
    sobran = {str(i) for i in datos.get("quitar", ())}
    nuevos = [_construir(Evaluador, e) for e in datos["evaluadores"]]
    exigir(bool(nuevos), "No hay evaluaciones que traer.")
    actores = {i for e in nuevos for i in e.evaluaciones}
    for id_actor in actores:
        mesa.actor(id_actor)
    nombres = nuevos[0].nombre if len(nuevos) == 1 else f"{len(nuevos)} evaluadores"
    cuantos = "1 actor" if len(actores) == 1 else f"{len(actores)} actores"
    frase = f"Trajo las evaluaciones de {nombres}: {cuantos}"
    return frase[:LARGO_DE_FRASE], lambda m: _con_evaluadores(m, nuevos, sobran)


def _llevar_al_mapa(mesa: Mesa, datos: Datos) -> Orden:
    """Pone en los actores las ``notas`` dadas: id → atributo → valor."""
    notas = {str(i): dict(suyas) for i, suyas in datos["notas"].items() if suyas}
    exigir(bool(notas), "No hay notas que llevar al mapa.")
    nombres = [mesa.actor(i).nombre for i in notas]
    for suyas in notas.values():
        for campo in suyas:
            _atributo(campo)

    def transicion(m: Mesa) -> Mesa:
        for id_actor, suyas in notas.items():
            m = m.con_cambio_de_actor(id_actor, **suyas)
        return m

    return f"Llevó al mapa la mediana de los evaluadores: {enumerar(nombres)}", transicion


def _decidir(mesa: Mesa, datos: Datos) -> Orden:
    """Anota en ``ids`` la misma decisión: ``trato``, ``razon``, ``quien`` y ``fecha``."""
    ids = [str(i) for i in datos["ids"]]
    nombres = [mesa.actor(i).nombre for i in ids]
    exigir(bool(ids), "Elija al menos un actor.")
    campos = _decision(datos)

    def transicion(m: Mesa) -> Mesa:
        antes = m.prioridad.decisiones
        nuevas = {i: replace(antes.get(i, DecisionDeActor(id=i)), **campos) for i in ids}
        return _con(m, decisiones={**antes, **nuevas})

    trato, razon = TRATOS[campos["trato"]].lower(), decir_valor("razon", campos["razon"])
    return f"Decidió sobre {enumerar(nombres)}: {trato} ({razon})"[:LARGO_DE_FRASE], transicion


def _decision(datos: Datos) -> dict[str, Any]:
    trato, razon = str(datos["trato"]), str(datos.get("razon") or "")
    exigir(trato in TRATOS, "Elija una decisión de la lista.")
    exigir(bool(razon.strip()), "Escriba la razón: una decisión sin razón no se sostiene.")
    # Lo que no viene queda como estaba: el grupo y la fecha pueden ser los de las reglas.
    otros = {c: str(datos[c]) for c in ("quien", "fecha") if datos.get(c)}
    return {"trato": Trato(trato), "razon": razon, **otros}


DE_PRIORIDAD: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "evaluar": _evaluar,
    "traer_evaluadores": _traer_evaluadores,
    "llevar_al_mapa": _llevar_al_mapa,
    "decidir": _decidir,
}
