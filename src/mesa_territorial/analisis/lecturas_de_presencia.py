"""Quién está y quién falta: sectores, niveles y actores que deciden."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS, numero

SECTORES_DE_UNA_MESA = (
    Sector.PUBLICO,
    Sector.PRIVADO,
    Sector.ACADEMIA,
    Sector.SOCIEDAD_CIVIL,
)
ESTAN = frozenset({Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA})
INFLUENCIA_ALTA = 4
CAPITAL_POLITICO_ALTO = 3
_SECTOR: Mapping[str, str] = {
    "publico": "el sector público",
    "privado": "el sector privado",
    "academia": "la academia",
    "sociedad_civil": "la sociedad civil",
}
_NIVEL: Mapping[str, str] = {
    "campamento": "el campamento",
    "barrio": "el barrio",
    "unidad_vecinal": "la unidad vecinal",
    "comuna": "la comuna",
    "intercomunal": "varias comunas",
    "region": "la región",
    "nacional": "el país",
}
_CUATRO_SECTORES = "Una Mesa Territorial reúne a cuatro sectores. ¿Quién podría hablar desde ahí?"
_CADA_NIVEL = (
    "Cada problema se resuelve en un nivel: si nadie actúa ahí, la Mesa no puede destrabarlo."
)
_SIN_INFLUENCIA = Lectura(
    "sin_influencia",
    "Ningún actor tiene anotada su influencia: el mapa aún no puede decir quién decide.",
    (),
    Tono.DATO,
    "Ubique a los actores en la cuadrícula de influencia e interés.",
)


def leer_decisores(mesa: Mesa, _: AnalisisRed) -> Iterator[Lectura]:
    """Quién decide y no está en la Mesa."""
    fuera = [a for a in mesa.actores.values() if decide(a) and a.estado not in ESTAN]
    if fuera:
        yield _decisores_fuera(mesa, sorted(fuera, key=lambda a: (-(a.influencia or 0), a.nombre)))
    elif not any(a.influencia or a.capital_politico for a in mesa.actores.values()):
        yield _SIN_INFLUENCIA


def _decisores_fuera(mesa: Mesa, fuera: list[Actor]) -> Lectura:
    ids = tuple(a.id for a in fuera)
    cuenta = contar(len(fuera), "Un actor decide", "actores deciden")
    resto = "todavía no está" if len(fuera) == 1 else "todavía no están"
    frase = f"{cuenta} y {resto} en la Mesa: {nombrar(mesa, ids)}."
    quienes = "; ".join(_poder(a) for a in fuera[:4])
    por_que = f"{quienes}. Lo que depende de ellos no se resuelve sin conversar con ellos."
    return Lectura("decide_y_no_esta", frase, ids, Tono.ALERTA, por_que)


def decide(actor: Actor) -> bool:
    """Si el mapa dice que ese actor decide: influencia de 4 o más, o capital político de 3."""
    return (actor.influencia or 0) >= INFLUENCIA_ALTA or (
        actor.capital_politico or 0
    ) >= CAPITAL_POLITICO_ALTO


def _poder(actor: Actor) -> str:
    """«Municipio: influencia 5, pendiente»."""
    influencia = actor.influencia or 0
    poder = f"influencia {numero(influencia, 0 if influencia == int(influencia) else 1)}"
    if influencia < INFLUENCIA_ALTA:
        poder = f"capital político {actor.capital_politico}"
    return f"{actor.nombre}: {poder}, {ESTADOS[actor.estado].lower()}"


def leer_sectores(mesa: Mesa, _: AnalisisRed) -> Iterator[Lectura]:
    """Qué sectores faltan en el mapa o en la Mesa."""
    en_el_mapa = {a.sector for a in mesa.actores.values()}
    en_la_mesa = {a.sector for a in mesa.actores.values() if a.estado is Estado.INTEGRA}
    faltan = [_SECTOR[s] for s in SECTORES_DE_UNA_MESA if s not in en_el_mapa]
    fuera = [s for s in SECTORES_DE_UNA_MESA if s in en_el_mapa - en_la_mesa]
    if faltan:
        cuenta = _faltan(faltan, "Falta un sector", "sectores")
        frase = f"{cuenta} en el mapa: {enumerar(faltan)}."
        yield Lectura("sectores_ausentes", frase, (), Tono.ALERTA, _CUATRO_SECTORES)
    if en_la_mesa and fuera:
        yield _sectores_fuera(mesa, fuera)
    elif en_la_mesa and not faltan:
        yield _los_cuatro(mesa)


def _faltan(cosas: Collection[str], una: str, varias: str) -> str:
    return una if len(cosas) == 1 else f"Faltan {len(cosas)} {varias}"


def _sectores_fuera(mesa: Mesa, fuera: Collection[Sector]) -> Lectura:
    ids = tuple(i for i, a in mesa.actores.items() if a.sector in fuera)
    nombres = enumerar([_SECTOR[s] for s in fuera])
    frase = f"En el mapa, pero sin nadie que integre la Mesa: {nombres}."
    por_que = f"{contar(len(ids), 'Un actor', 'actores')} por invitar: {nombrar(mesa, ids)}."
    return Lectura("sectores_fuera_de_la_mesa", frase, ids, Tono.ALERTA, por_que)


def _los_cuatro(mesa: Mesa) -> Lectura:
    integran = [a for a in mesa.actores.values() if a.estado is Estado.INTEGRA]
    por_sector = Counter(a.sector for a in integran)
    detalle = [f"{por_sector[s]} {_de(_SECTOR[s])}" for s in SECTORES_DE_UNA_MESA]
    frase = f"Los cuatro sectores integran la Mesa: {enumerar(detalle)}."
    por_que = (
        f"{len(integran)} actores integran la Mesa, de {numero(len(mesa.actores))} en el mapa."
    )
    return Lectura("cuatro_sectores", frase, tuple(a.id for a in integran), Tono.FORTALEZA, por_que)


def _de(con_articulo: str) -> str:
    return f"de {con_articulo}".replace("de el ", "del ")


def leer_niveles(mesa: Mesa, _: AnalisisRed) -> Iterator[Lectura]:
    """Qué niveles faltan entre el del territorio, la comuna y la región."""
    presentes = {a.nivel for a in mesa.actores.values()}
    esperados = {mesa.territorio.nivel, Nivel.COMUNA, Nivel.REGION}
    faltan = [_NIVEL[n] for n in Nivel if n in esperados - presentes]
    sin_nivel = sum(a.nivel is None for a in mesa.actores.values())
    if faltan and sin_nivel < len(mesa.actores):
        cuenta = _faltan(faltan, "Falta un nivel", "niveles")
        frase = f"{cuenta} en el mapa: {enumerar(faltan)}."
        aparte = contar(sin_nivel, "Un actor no tiene", "actores no tienen")
        por_que = f"{_CADA_NIVEL} {aparte} nivel anotado." if sin_nivel else _CADA_NIVEL
        yield Lectura("niveles_ausentes", frase, (), Tono.ALERTA, por_que)
