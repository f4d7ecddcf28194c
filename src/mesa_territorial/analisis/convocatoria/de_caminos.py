"""Los caminos de invitación en palabras («FOSIS → SERVIU → Cámara») y qué mirar al elegir."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mesa_territorial.analisis.convocatoria.caminos import (
    ALTERNATIVAS,
    SENTADOS,
    Camino,
    Red,
    buscar_caminos,
)
from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.lectura import Tono, nombrar
from mesa_territorial.dominio.actores import Actor, TipoRelacion
from mesa_territorial.dominio.convocatoria import Invitacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS, TIPOS_DE_RELACION

_NADIE_SENTADO = Dicho(
    texto="Todavía no hay nadie sentado: no se sabe desde dónde invitar.",
    tono=Tono.ALERTA,
    que_hacer="Marque primero a quien convoca como «Integra la Mesa».",
)


def decir_camino(mesa: Mesa, camino: Camino) -> str:
    """Los nombres del camino, de quien invita al invitado: «FOSIS → SERVIU → Cámara»."""
    return " → ".join(mesa.actor(i).nombre for i in camino.actores)


def decir_relaciones(mesa: Mesa, camino: Camino) -> str:
    """De qué está hecho cada paso: «coordinación de intensidad 3, información de intensidad 1»."""
    pasos = (mesa.relaciones[r] for r in camino.relaciones)
    return ", ".join(
        f"{TIPOS_DE_RELACION[r.tipo].lower()} de intensidad {r.intensidad}" for r in pasos
    )


def es_por_mandato(mesa: Mesa, camino: Camino) -> bool:
    """Si alguno de sus pasos es una relación de mandato."""
    return any(mesa.relaciones[r].tipo is TipoRelacion.MANDATO for r in camino.relaciones)


def camino_que_se_propone(mesa: Mesa, caminos: Sequence[Camino]) -> Camino | None:
    """El primero que no pasa por un mandato; si todos pasan, el primero; ``None`` si no hay."""
    sin_mandato = (c for c in caminos if not es_por_mandato(mesa, c))
    return next(sin_mandato, caminos[0] if caminos else None)


def leer_caminos(mesa: Mesa, red: Red, id_actor: str) -> Iterator[Dicho]:
    """El mejor camino hasta el actor, sus alternativas y lo que conviene mirar; nada si ya está."""
    actor = mesa.actor(id_actor)
    if actor.estado in SENTADOS:
        return
    caminos = buscar_caminos(red, id_actor)
    if not red.sentados:
        yield _NADIE_SENTADO
    elif not caminos:
        yield _sin_camino(mesa, red, actor)
    else:
        yield from _mejor_y_otros(mesa, caminos)


def _mejor_y_otros(mesa: Mesa, caminos: Sequence[Camino]) -> Iterator[Dicho]:
    mejor, *otros = caminos
    yield _decir(mesa, "Mejor camino", mejor)
    if es_por_mandato(mesa, mejor):
        yield Dicho(
            texto="Ese camino pasa por una relación de mandato.",
            tono=Tono.ALERTA,
            que_hacer="Quien depende de otro rara vez puede invitarlo: mire las alternativas.",
        )
    for camino in otros[:ALTERNATIVAS]:
        yield _decir(mesa, "Otro camino", camino)


def _decir(mesa: Mesa, rotulo: str, camino: Camino) -> Dicho:
    relaciones = decir_relaciones(mesa, camino)
    return Dicho(
        texto=f"{rotulo}: {decir_camino(mesa, camino)} ({relaciones}).", ids=camino.actores
    )


def _sin_camino(mesa: Mesa, red: Red, actor: Actor) -> Dicho:
    motivo = "; ".join(_por_que_no_se_llega(mesa, red, actor.id))
    return Dicho(
        texto="No se llega por ningún camino desde quienes ya están.",
        tono=Tono.ALERTA,
        por_que=f"{actor.nombre} {motivo or 'no tiene ningún vínculo anotado con los demás'}.",
        que_hacer="Invite por oficio de la autoridad que convoca, o averigüe quién lo conoce.",
        ids=(actor.id,),
    )


def _por_que_no_se_llega(mesa: Mesa, red: Red, id_actor: str) -> Iterator[str]:
    if pugna := sorted(red.disputas.get(id_actor, ())):
        yield f"tiene un conflicto anotado con {nombrar(mesa, pugna)}"
    if vecinos := sorted(red.pasos.get(id_actor, {})):
        yield f"sólo lo conoce {nombrar(mesa, vecinos)}, a quien tampoco se llega"


def revisar_eleccion(mesa: Mesa, red: Red, invitacion: Invitacion) -> Iterator[Dicho]:
    """Lo que conviene mirar de quien se eligió para invitar y para presentar."""
    elegidos = (("Quien invita", invitacion.invita), ("Quien presenta", invitacion.presenta))
    for rotulo, quien in elegidos:
        if quien is None:
            continue
        quienes = f"{rotulo}, {mesa.actor(quien).nombre},"
        if quien in red.disputas.get(invitacion.id, ()):
            yield _en_pugna(quienes, (quien, invitacion.id))
        if mesa.actor(quien).estado not in SENTADOS:
            yield _sin_sentar(quienes, mesa.actor(quien))


def _en_pugna(quien: str, ids: tuple[str, ...]) -> Dicho:
    return Dicho(
        texto=f"{quien} tiene un conflicto anotado con el invitado.",
        tono=Tono.ALERTA,
        que_hacer="Elija otro camino: el conflicto no abre puertas.",
        ids=ids,
    )


def _sin_sentar(quien: str, actor: Actor) -> Dicho:
    return Dicho(
        texto=f"{quien} todavía no está en la Mesa ({ESTADOS[actor.estado].lower()}).",
        tono=Tono.ALERTA,
        que_hacer="Invítelo antes que a este actor.",
        ids=(actor.id,),
    )


def leer_orden(mesa: Mesa, red: Red, faltan: Sequence[str]) -> Iterator[Dicho]:
    """Cómo llegar a los primeros que faltan, quién va antes que quién y a quién no se llega."""
    caminos = {i: buscar_caminos(red, i) for i in faltan}
    for suyos in list(filter(None, caminos.values()))[:ALTERNATIVAS]:
        yield _el_mejor(mesa, suyos)
    for puerta, detras in _unicas_puertas(red, caminos).items():
        nombre, otros = mesa.actor(puerta).nombre, nombrar(mesa, detras)
        yield Dicho(
            texto=f"Invite primero a {nombre}: es la única puerta hacia {otros}.",
            ids=(puerta, *detras),
        )
    solos = [i for i in faltan if red.sentados and not caminos[i]]
    if solos:
        yield _no_se_llega(mesa, solos)


def _no_se_llega(mesa: Mesa, solos: Sequence[str]) -> Dicho:
    return Dicho(
        texto=f"No se llega por la red a {nombrar(mesa, solos)}.",
        tono=Tono.ALERTA,
        que_hacer="Invite por oficio de la autoridad que convoca, o averigüe quién los conoce.",
        ids=tuple(solos),
    )


def _el_mejor(mesa: Mesa, caminos: Sequence[Camino]) -> Dicho:
    """El camino más fuerte y, si pasa por un mandato, el primero que no."""
    dicho = _decir(mesa, "Camino", caminos[0])
    propuesto = camino_que_se_propone(mesa, caminos)
    if propuesto is None or propuesto is caminos[0]:
        return dicho
    otro = f"{decir_camino(mesa, propuesto)} ({decir_relaciones(mesa, propuesto)})"
    return replace(
        dicho,
        tono=Tono.ALERTA,
        que_hacer=f"Pasa por un mandato, y quien depende de otro rara vez puede invitarlo: "
        f"mire también {otro}.",
    )


def _unicas_puertas(red: Red, caminos: Mapping[str, Sequence[Camino]]) -> Mapping[str, list[str]]:
    """Por cada puerta que todavía no está sentada, quiénes sólo se alcanzan por ella."""
    detras: dict[str, list[str]] = {}
    for i, suyos in caminos.items():
        if len(suyos) == 1 and suyos[0].puerta not in red.sentados:
            detras.setdefault(suyos[0].puerta, []).append(i)
    return detras
