"""Qué niveles deben estar en el Comité de Coordinación y a quién se propone sentar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mesa_territorial.analisis.escala.lente import (
    QUE_TIENE,
    Asiento,
    Lente,
    Llave,
    asiento_de,
    centrales,
    mirar_escala,
)
from mesa_territorial.analisis.escala.niveles import EL, ordenar_niveles
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.frases import con_mayuscula, contar, enumerar
from mesa_territorial.dominio.actores import Actor, Nivel, Sector
from mesa_territorial.dominio.mesa import Mesa

_Razones = dict[Nivel, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Puesto:
    """Un actor del mapa que se propone para el Comité, con sus razones en frases.

    ``indispensable``: tiene la competencia o el recurso de un problema central.
    """

    actor: str
    nivel: Nivel | None
    asiento: Asiento
    indispensable: bool
    razones: tuple[str, ...]


def aconsejar_comite(
    mesa: Mesa, objetivo: Sequence[Nivel], de_la_mesa: Sequence[Nivel]
) -> Respuesta:
    """Los niveles con una razón para sentarse: se vive, se decide, se tiene o se paga ahí."""
    lente = mirar_escala(mesa)
    razones: _Razones = {}
    _sumar(razones, objetivo, "ahí se ancla el objetivo")
    _sumar(razones, de_la_mesa, "es el nivel de la Mesa")
    _sumar(razones, _donde_se_vive(mesa), "ahí se vive el problema")
    _sumar_llaves(razones, _centrales_de(lente))
    niveles = ordenar_niveles(razones)
    return Respuesta(
        niveles=niveles,
        razones=tuple(_decir_nivel(n, razones[n]) for n in niveles),
        cambiaria=tuple(_que_lo_cambiaria(lente, razones)),
        ids=tuple(dict.fromkeys(x.actor for x in _centrales_de(lente) if x.actor)),
    )


def _sumar_llaves(razones: _Razones, llaves: Sequence[Llave]) -> None:
    for llave in llaves:
        if llave.nivel is not None:
            _sumar(razones, (llave.nivel,), f"{llave.nombre} {QUE_TIENE[llave.papel]}")


def _sumar(razones: _Razones, niveles: Sequence[Nivel], razon: str) -> None:
    for nivel in niveles:
        suyas = razones.setdefault(nivel, [])
        if razon not in suyas:
            suyas.append(razon)


def _donde_se_vive(mesa: Mesa) -> tuple[Nivel, ...]:
    """Donde se sienten los problemas centrales; si no está anotado, el nivel del territorio."""
    if not mesa.escala.problemas:
        return ()
    anotados = ordenar_niveles(p.nivel_vive for p in centrales(mesa) if p.nivel_vive is not None)
    return anotados or (mesa.territorio.nivel,)


def _centrales_de(lente: Lente) -> tuple[Llave, ...]:
    return tuple(x for x in lente.llaves if x.central)


def _decir_nivel(nivel: Nivel, razones: Sequence[str]) -> str:
    return f"{con_mayuscula(EL[nivel])}: {enumerar(list(razones), 9)}."


def _que_lo_cambiaria(lente: Lente, razones: _Razones) -> Iterator[str]:
    por_uno = [n for n in ordenar_niveles(razones) if len(razones[n]) == 1]
    for nivel in por_uno:
        yield f"{con_mayuscula(EL[nivel])} está por una sola razón: {razones[nivel][0]}."
    sin_nivel = list(dict.fromkeys(x.nombre for x in _centrales_de(lente) if x.nivel is None))
    if sin_nivel:
        cuenta = contar(len(sin_nivel), "Falta anotar el nivel de", "actores sin nivel:")
        yield f"{cuenta} {enumerar(sin_nivel)}. Al anotarlo puede entrar otro nivel."


def proponer_comite(mesa: Mesa) -> tuple[Puesto, ...]:
    """A quién sentar en el Comité, por la lente de escala; se edita después.

    Entran quienes tienen competencia, recurso o pago de un problema central, quienes ya están
    marcados en el mapa y las organizaciones de la comunidad del nivel donde se vive el problema.
    """
    lente = mirar_escala(mesa)
    razones: dict[str, list[str]] = {}
    for llave in _centrales_de(lente):
        if llave.actor:
            razones.setdefault(llave.actor, []).append(llave.frase)
    for actor in _marcados(mesa):
        razones.setdefault(actor.id, []).append("Ya está marcado para el Comité en el mapa.")
    for actor in _de_la_comunidad(mesa):
        razones.setdefault(actor.id, []).append("Vive el problema: habla por quienes están ahí.")
    return tuple(_puesto(mesa, lente, i, suyas) for i, suyas in razones.items())


def _marcados(mesa: Mesa) -> Iterator[Actor]:
    return (a for a in mesa.actores.values() if a.comite)


def _de_la_comunidad(mesa: Mesa) -> Iterator[Actor]:
    """Las organizaciones de la sociedad civil del nivel donde se vive, que ya están en la Mesa.

    Si alguna está marcada para el Comité, ella habla por todas y no se proponen las demás.
    """
    vive = set(_donde_se_vive(mesa))
    suyas = [
        a
        for a in mesa.actores.values()
        if a.sector is Sector.SOCIEDAD_CIVIL
        and a.nivel in vive
        and asiento_de(a.estado) is Asiento.SENTADO
    ]
    return (a for a in suyas if a.comite or not any(b.comite for b in suyas))


def _puesto(mesa: Mesa, lente: Lente, id_actor: str, razones: Sequence[str]) -> Puesto:
    actor = mesa.actores[id_actor]
    return Puesto(
        actor=id_actor,
        nivel=actor.nivel,
        asiento=asiento_de(actor.estado),
        indispensable=id_actor in lente.indispensables,
        razones=tuple(dict.fromkeys(razones)),
    )
