"""El Comité de Coordinación: quién está, quién se propone y qué se ve al mirarlo entero.

Quién está es la marca ``comite`` del actor en el mapa; aquí no se guarda otra lista. La propuesta
sale de la lente de escala. El tamaño es una medida de este kit.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.escala.comite import proponer_comite
from mesa_territorial.analisis.escala.lente import Asiento, asiento_de
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Tono, nombrar
from mesa_territorial.dominio.actores import Actor, Nivel, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import SECTORES

MINIMO, MAXIMO = 5, 9
CERCANOS = (Nivel.CAMPAMENTO, Nivel.BARRIO, Nivel.UNIDAD_VECINAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsientoDeComite:
    """Un actor que está en el Comité, que se propone, o las dos cosas; con sus razones."""

    actor: str
    esta: bool
    propuesto: bool
    indispensable: bool
    asiento: Asiento
    razones: tuple[str, ...]


def asientos_del_comite(mesa: Mesa) -> tuple[AsientoDeComite, ...]:
    """Los que están y los que se proponen: primero los indispensables, después los que están."""
    propuestos = {p.actor: p for p in proponer_comite(mesa)}
    ids = (*propuestos, *(a.id for a in mesa.actores.values() if a.comite))
    asientos = (
        AsientoDeComite(
            actor=i,
            esta=mesa.actores[i].comite,
            propuesto=_lo_pide_la_escala(propuestos[i].razones) if i in propuestos else False,
            indispensable=i in propuestos and propuestos[i].indispensable,
            asiento=asiento_de(mesa.actores[i].estado),
            razones=_sin_la_marca(propuestos[i].razones) if i in propuestos else (),
        )
        for i in dict.fromkeys(ids)
    )
    return tuple(sorted(asientos, key=lambda a: (not a.indispensable, not a.esta)))


_MARCADO = "Ya está marcado"


def _sin_la_marca(razones: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(r for r in razones if not r.startswith(_MARCADO))


def _lo_pide_la_escala(razones: tuple[str, ...]) -> bool:
    return bool(_sin_la_marca(razones))


def leer_comite(mesa: Mesa) -> tuple[Dicho, ...]:
    """Lo que se ve del Comité: a quién le falta asiento, cómo está repartido y si se puede usar."""
    asientos = asientos_del_comite(mesa)
    estan = [mesa.actores[a.actor] for a in asientos if a.esta]
    if not estan:
        return (_nadie(asientos),)
    return (
        *_indispensables(mesa, asientos),
        *_fuera_de_la_mesa(mesa, asientos),
        *_comunidad(estan),
        *_reparto(estan),
        *_mujeres(mesa, estan),
    )


def _nadie(asientos: tuple[AsientoDeComite, ...]) -> Dicho:
    hay = contar(len(asientos), "un actor", "actores")
    propone = (
        f"La escala propone {hay}: siéntelos y corrija."
        if asientos
        else ("Anote en el tema 2 los problemas y quién tiene la competencia, y aquí se propondrá.")
    )
    return Dicho(
        texto="Nadie está todavía en el Comité de Coordinación.",
        tono=Tono.ALERTA,
        por_que="El piloto concluyó que debía ser más fuerte (informe PNUD–FOSIS 2020).",
        que_hacer=propone,
    )


def _indispensables(mesa: Mesa, asientos: tuple[AsientoDeComite, ...]) -> Iterator[Dicho]:
    faltan = tuple(a.actor for a in asientos if a.indispensable and not a.esta)
    if faltan:
        yield Dicho(
            texto=f"Tienen en sus manos un problema central y no están: {nombrar(mesa, faltan)}.",
            tono=Tono.ALERTA,
            por_que="Un Comité sin quien decide prepara sesiones que nadie puede resolver.",
            que_hacer=("Siéntelos, deje una gestión con fecha, o escriba en el acta por qué no."),
            ids=faltan,
        )
    else:
        yield Dicho(
            texto="Está en el Comité todo el que tiene un problema central en sus manos.",
            tono=Tono.FORTALEZA,
        )


def _fuera_de_la_mesa(mesa: Mesa, asientos: tuple[AsientoDeComite, ...]) -> Iterator[Dicho]:
    fuera = tuple(a.actor for a in asientos if a.esta and a.asiento is not Asiento.SENTADO)
    if fuera:
        yield Dicho(
            texto=f"Están en el Comité y todavía no en la Mesa: {nombrar(mesa, fuera)}.",
            tono=Tono.ALERTA,
            que_hacer="Un asiento se ocupa cuando el actor acepta: antes es una invitación.",
            ids=fuera,
        )


def _comunidad(estan: list[Actor]) -> Iterator[Dicho]:
    suyos = [a for a in estan if a.sector is Sector.SOCIEDAD_CIVIL and a.nivel in CERCANOS]
    if not suyos:
        yield Dicho(
            texto="En el Comité no hay nadie de la comunidad que vive el problema.",
            tono=Tono.ALERTA,
            por_que="El informe del piloto parte por los representantes de la comunidad.",
            que_hacer="Sume a una organización del campamento, del barrio o de la unidad vecinal.",
        )


def _reparto(estan: list[Actor]) -> Iterator[Dicho]:
    sectores = list(dict.fromkeys(SECTORES[a.sector].lower() for a in estan))
    cuantos = contar(len(estan), "Un asiento", "asientos")
    yield Dicho(
        texto=f"{cuantos} de {contar(len(sectores), 'un sector', 'sectores')}: "
        f"{enumerar(sectores, 6)}.",
        tono=Tono.ALERTA if len(sectores) == 1 else Tono.DATO,
        ids=tuple(a.id for a in estan),
    )
    if not MINIMO <= len(estan) <= MAXIMO:
        que = "son pocos para repartir tareas" if len(estan) < MINIMO else "son muchos para citar"
        yield Dicho(
            texto=f"{cuantos} {que}: entre {MINIMO} y {MAXIMO} se puede trabajar.",
            por_que="Es una medida de este kit, no una norma.",
            que_hacer="Pregunte qué haría cada uno entre una sesión y la otra.",
        )


def _mujeres(mesa: Mesa, estan: list[Actor]) -> Iterator[Dicho]:
    sabidas = [mesa.genero.representaciones.get(a.id) for a in estan]
    lideradas = len([r for r in sabidas if r and r.es_liderada_por_mujeres])
    if lideradas:
        yield Dicho(
            texto=f"{contar(lideradas, 'Una organización liderada', 'organizaciones lideradas')}"
            " por mujeres en el Comité.",
            tono=Tono.FORTALEZA,
        )
        return
    yield Dicho(
        texto="No consta que mujeres lideren alguna de las organizaciones del Comité.",
        tono=Tono.DATO,
        que_hacer="Averígüelo y anótelo en el tema 6; pida que la representación sea paritaria.",
    )
