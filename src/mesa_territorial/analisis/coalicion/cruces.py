"""Lo que la Mesa ya muestra sobre cada condición, para compararlo con lo que se respondió."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.coalicion.quienes import (
    de_mujeres_o_de_cuidados,
    en_pugna,
    ids_de,
    lideradas_por_mujeres,
    organizaciones_cercanas,
    quienes_estan,
    terceros,
    vinculados_con,
)
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.analisis.lecturas_de_presencia import SECTORES_DE_UNA_MESA, decide
from mesa_territorial.dominio.actores import Actor
from mesa_territorial.dominio.escala import ProblemaDelTerritorio
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import SECTORES

CAPITAL_ALTO = 2
MINIMO_DE_COMITE = 3


@dataclass(frozen=True, slots=True)
class Cruce:
    """Lo que muestra la Mesa: ``apoya`` un «sí», lo niega (``False``) o no alcanza (``None``)."""

    frase: str
    apoya: bool | None = None
    ids: tuple[str, ...] = ()


def cruzar(mesa: Mesa, condicion: str) -> Cruce | None:
    """Lo que la Mesa ya muestra sobre esa condición; ``None`` si no guarda nada que sirva."""
    mirar = _CRUCES.get(condicion)
    return mirar(mesa) if mirar else None


def _estan_o_no(mesa: Mesa, actores: Iterable[Actor], uno: str, varios: str) -> Cruce:
    """A favor si alguno de esos actores ya está en la Mesa; si no, dice que sólo están mapeados."""
    todos = list(actores)
    estan = quienes_estan(todos)
    suyos = estan or todos
    cuantos = contar(len(suyos), uno, varios)
    nombres = nombrar(mesa, ids_de(suyos))
    if estan:
        return Cruce(f"En la Mesa hay {cuantos}: {nombres}.", True, ids_de(suyos))
    frase = f"En el mapa hay {cuantos}, sin nadie en la Mesa todavía: {nombres}."
    return Cruce(frase, None, ids_de(suyos))


def _problema(mesa: Mesa) -> Cruce:
    if not mesa.objetivo.strip():
        return Cruce("La Mesa todavía no tiene un objetivo escrito.", False)
    if mesa.escala.problemas:
        return _problemas_anotados(mesa.escala.problemas.values())
    sectores = {a.sector for a in mesa.actores.values()}
    niveles = {a.nivel for a in mesa.actores.values() if a.nivel}
    frase = (
        f"El mapa reúne {contar(len(sectores), 'un sector', 'sectores', 'ningún sector')} "
        f"y {contar(len(niveles), 'un nivel', 'niveles', 'ningún nivel anotado')}."
    )
    return Cruce(frase, True if len(sectores) > 1 and len(niveles) > 1 else None)


def _problemas_anotados(problemas: Iterable[ProblemaDelTerritorio]) -> Cruce:
    todos = list(problemas)
    de_varios = sum(len(_llaves(p)) > 1 for p in todos)
    frase = (
        f"En «Territorio y escala» hay {contar(len(todos), 'un problema', 'problemas')}; "
        f"con la competencia, el recurso o el pago en manos de más de uno: {de_varios}."
    )
    return Cruce(frase, True if de_varios else None)


def _llaves(problema: ProblemaDelTerritorio) -> set[str]:
    """Quiénes tienen la competencia, el recurso crítico y el pago, estén o no en el mapa."""
    return {
        problema.competente or problema.competente_fuera,
        problema.recurso_de or problema.recurso_fuera,
        problema.paga or problema.paga_fuera,
    } - {""}


def _convocante(mesa: Mesa) -> Cruce:
    quien = mesa.actores.get(mesa.coalicion.convoca)
    if quien is None:
        return Cruce("Todavía no está anotado quién convoca (en «Tipo de Mesa»).", False)
    if not mesa.relaciones:
        frase = f"Convoca {quien.nombre}; sus relaciones no están anotadas."
        return Cruce(frase, None, (quien.id,))
    vecinos = vinculados_con(mesa, quien.id)
    otros = {a.sector for a in vecinos} - {quien.sector}
    cuantos = contar(len(vecinos), "un actor", "actores", "nadie")
    sectores = contar(len(otros), "un sector", "sectores", "ninguno")
    frase = f"Convoca {quien.nombre}: tiene vínculo con {cuantos} y llega a {sectores} además del"
    return Cruce(f"{frase} suyo.", bool(otros), (quien.id,))


def _comunidad(mesa: Mesa) -> Cruce:
    cercanas = organizaciones_cercanas(mesa)
    if not cercanas:
        frase = "En el mapa no hay ninguna organización de la sociedad civil del lugar."
        return Cruce(frase, False if mesa.actores else None)
    return _estan_o_no(mesa, cercanas, "una organización del lugar", "organizaciones del lugar")


def _recursos(mesa: Mesa) -> Cruce:
    anotados = [a for a in mesa.actores.values() if a.capital_economico is not None]
    altos = [a for a in anotados if (a.capital_economico or 0) >= CAPITAL_ALTO]
    if not anotados:
        return Cruce("Ningún actor del mapa tiene anotado su capital económico.")
    if not altos:
        return Cruce(f"Nadie en el mapa tiene capital económico de {CAPITAL_ALTO} o más.", False)
    con = f"con capital económico de {CAPITAL_ALTO} o más"
    return _estan_o_no(mesa, altos, f"un actor {con}", f"actores {con}")


def _decision(mesa: Mesa) -> Cruce:
    deciden = [a for a in mesa.actores.values() if decide(a)]
    fuera = [a for a in deciden if a not in quienes_estan(deciden)]
    if not deciden:
        return Cruce("El mapa todavía no dice quién decide: falta anotar influencias.")
    if fuera:
        nombres = nombrar(mesa, ids_de(fuera))
        return Cruce(f"Deciden y todavía no están: {nombres}.", False, ids_de(fuera))
    return Cruce(f"Quienes deciden están: {nombrar(mesa, ids_de(deciden))}.", True, ids_de(deciden))


def _sectores(mesa: Mesa) -> Cruce:
    en_el_mapa = {a.sector for a in mesa.actores.values()}
    estan = {a.sector for a in quienes_estan(mesa.actores.values())}
    faltan = [SECTORES[s].lower() for s in SECTORES_DE_UNA_MESA if s not in en_el_mapa]
    sin_nadie = [SECTORES[s].lower() for s in SECTORES_DE_UNA_MESA if s not in estan]
    if faltan:
        niega = False if mesa.actores else None
        return Cruce(f"En el mapa no hay nadie de: {enumerar(faltan)}.", niega)
    if sin_nadie:
        return Cruce(f"En el mapa, pero sin nadie en la Mesa: {enumerar(sin_nadie)}.")
    return Cruce("En la Mesa están los cuatro sectores.", True)


def _confianza(mesa: Mesa) -> Cruce:
    pugna = en_pugna(mesa)
    ayudan = [a for a in terceros(mesa) if a.id not in pugna]
    if pugna:
        quien = f" Podrían ayudar: {nombrar(mesa, ids_de(ayudan))}." if ayudan else ""
        frase = f"Hay conflictos anotados en que participan {nombrar(mesa, pugna)}."
        return Cruce(frase + quien, None if ayudan else False, pugna)
    if not ayudan:
        return Cruce("En la Mesa no hay nadie anotado con capital social alto.")
    return _estan_o_no(mesa, ayudan, "un posible tercero confiable", "posibles terceros confiables")


def _participacion(mesa: Mesa) -> Cruce:
    if declaradas := lideradas_por_mujeres(mesa):
        que = "por mujeres (tema 6)"
        una, varias = f"una organización liderada {que}", f"organizaciones lideradas {que}"
        return _estan_o_no(mesa, declaradas, una, varias)
    suyas = de_mujeres_o_de_cuidados(mesa)
    if not suyas:
        return Cruce("Ningún nombre del mapa dice ser de mujeres o de cuidados: ¿se las buscó?")
    que = "de mujeres o de cuidados, por su nombre"
    return _estan_o_no(mesa, suyas, f"una organización {que}", f"organizaciones {que}")


def _continuidad(mesa: Mesa) -> Cruce:
    comite = [a for a in mesa.actores.values() if a.comite]
    if not comite:
        return Cruce("Nadie está propuesto todavía para el Comité de Coordinación.")
    solo_convoca = ids_de(comite) == (mesa.coalicion.convoca,)
    frase = f"Propuestos para el Comité de Coordinación: {nombrar(mesa, ids_de(comite))}."
    apoya = True if len(comite) >= MINIMO_DE_COMITE else False if solo_convoca else None
    return Cruce(frase, apoya, ids_de(comite))


_CRUCES: Mapping[str, Callable[[Mesa], Cruce]] = {
    "problema": _problema,
    "convocante": _convocante,
    "comunidad": _comunidad,
    "recursos": _recursos,
    "decision": _decision,
    "sectores": _sectores,
    "confianza": _confianza,
    "participacion": _participacion,
    "continuidad": _continuidad,
}
