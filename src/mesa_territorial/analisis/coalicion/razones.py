"""Las razones a favor y en contra de cada tipo de Mesa, y lo que hoy lo impide."""

from collections.abc import Callable, Mapping

from mesa_territorial.analisis.coalicion.quienes import (
    de_sector,
    ids_de,
    organizaciones_cercanas,
    quienes_estan,
)
from mesa_territorial.analisis.coalicion.razon import (
    DE_ARRIBA,
    Razon,
    Razones,
    Sentido,
    a_favor,
    depende_de_fuera,
    en_contra,
    impide,
    la_comunidad_queda_fuera,
    quien_convoca,
    segun_la_tarea,
)
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.dominio.actores import Actor, Nivel, Sector
from mesa_territorial.dominio.coalicion import Alcance, LugarDeLaComunidad, TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa

_ORDEN = tuple(Sentido)


def razones_de(mesa: Mesa, tipo: TipoDeMesa, alcance: Alcance) -> tuple[Razon, ...]:
    """Las razones sobre ``tipo``: primero lo que lo impide, después a favor y en contra."""
    todas = _DE_CADA_TIPO[tipo](mesa, alcance)
    return tuple(sorted(todas, key=lambda razon: _ORDEN.index(razon.sentido)))


_SIN_MUNICIPIO = impide(
    "En el mapa no hay una institución pública de la comuna.",
    "El convenio lo firman un municipio, una empresa y quien articula.",
    "Agregue al municipio al mapa y converse con él.",
)
_SIN_EMPRESAS = impide(
    "En el mapa no hay ninguna empresa.",
    "El convenio descansa en el aporte de una.",
    "Busque qué empresa está presente en el territorio.",
)
_UNA_SOLA_EMPRESA = en_contra(
    "Depende de una sola empresa.",
    "Si cambia su prioridad se acaba, y un aporte único pide más cuidado con la probidad.",
    "Deje por escrito qué aporta, qué recibe y quién lo revisa.",
)


def _convenio(mesa: Mesa, _: Alcance) -> Razones:
    if not de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA):
        yield _SIN_MUNICIPIO
    if not de_sector(mesa, Sector.PRIVADO):
        yield _SIN_EMPRESAS
    yield from segun_la_tarea(mesa)
    yield from la_comunidad_queda_fuera(mesa, "un convenio")
    yield _UNA_SOLA_EMPRESA


_EN_UNA_PARTE = a_favor(
    "El problema se vive en una parte de la comuna.",
    "Ahí se conoce, ahí se prueba y ahí está la comunidad.",
)
_MAS_ALLA = en_contra(
    "El problema llega más allá de un campamento o un barrio.",
    "La Mesa resolvería un pedazo y dejaría fuera a quienes viven lo mismo al lado.",
)
_SIN_ORGANIZACIONES = impide(
    "En el mapa no hay ninguna organización del lugar.",
    "Una Mesa territorial sin comunidad organizada es una reunión de servicios.",
    "Busque y anote a las organizaciones del lugar, con o sin papeles.",
)


def _territorial(mesa: Mesa, alcance: Alcance) -> Razones:
    cercanas = organizaciones_cercanas(mesa)
    yield _con_organizaciones(mesa, cercanas) if cercanas else _SIN_ORGANIZACIONES
    yield _EN_UNA_PARTE if alcance is Alcance.PARTE else _MAS_ALLA
    yield from depende_de_fuera(mesa)


def _con_organizaciones(mesa: Mesa, cercanas: list[Actor]) -> Razon:
    ids = ids_de(quienes_estan(cercanas))
    if ids:
        cuantas = contar(len(ids), "una organización del lugar", "organizaciones del lugar")
        return a_favor(f"Ya participan: {cuantas}.", nombrar(mesa, ids), ids)
    return en_contra(
        f"Las organizaciones del lugar todavía no están: {nombrar(mesa, ids_de(cercanas))}.",
        "Son ellas las que hacen territorial a la Mesa.",
        "Invítelas antes que a nadie.",
        ids_de(cercanas),
    )


_NO_CABE = en_contra(
    "El problema no cabe en una sola comuna.",
    "Lo que dependa de las vecinas o de la región quedará fuera de la conversación.",
)
_EN_LA_COMUNA: Mapping[Alcance, Razon] = {
    Alcance.PARTE: en_contra(
        "El problema se vive en una parte de la comuna.",
        "En una Mesa comunal, un campamento pasa a ser un tema entre muchos.",
    ),
    Alcance.COMUNA: a_favor(
        "El problema es de toda la comuna.", "Ahí están el PLADECO y los permisos."
    ),
    Alcance.COMUNAS: _NO_CABE,
    Alcance.REGION: _NO_CABE,
}
_SE_INCORPORA = a_favor(
    "Su equipo quiere que la comunidad decida, y en la Mesa comunal se incorpora.",
    "Así la ubica la presentación Huella Local 2023.",
)


def _comunal(mesa: Mesa, alcance: Alcance) -> Razones:
    locales = de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA)
    yield from quien_convoca(mesa, locales, "la autoridad local", "la comuna")
    yield _EN_LA_COMUNA[alcance]
    empresas = ids_de(de_sector(mesa, Sector.PRIVADO))
    if len(empresas) > 1:
        frase = f"El mapa tiene {len(empresas)} actores privados a quienes convocar."
        por_que = "La autoridad local llama al mundo privado a ser parte (Huella Local 2023)."
        yield a_favor(frase, por_que, empresas)
    if mesa.coalicion.lugar_de_la_comunidad is LugarDeLaComunidad.INTEGRA:
        yield _SE_INCORPORA


_DE_VARIAS = a_favor("El problema lo comparten comunas vecinas.")
_NO_ES_DE_VARIAS = en_contra("El problema no es de varias comunas a la vez.")
_CUESTA_MAS = en_contra(
    "Cada municipio tiene su calendario y su concejo: coordinar cuesta más.",
    "La fuente nombra este tipo sin describirlo; lo que aquí se dice es inferido.",
)


def _intercomunal(mesa: Mesa, alcance: Alcance) -> Razones:
    yield _con_municipios(ids_de(de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA)))
    yield _DE_VARIAS if alcance is Alcance.COMUNAS else _NO_ES_DE_VARIAS
    yield _CUESTA_MAS


def _con_municipios(locales: tuple[str, ...]) -> Razon:
    if len(locales) > 1:
        frase = f"El mapa tiene {len(locales)} instituciones públicas de nivel comuna."
        return a_favor(frase, "Revise que sean de comunas distintas.", locales)
    return impide(
        "En el mapa no hay dos instituciones públicas de nivel comuna.",
        "Una Mesa intercomunal necesita al menos a dos municipios que convoquen.",
        "Agregue a los municipios vecinos que comparten el problema.",
        locales,
    )


_DE_LA_REGION = a_favor("El problema es de toda la región.")
_NO_ES_DE_LA_REGION = en_contra(
    "El problema no es de toda la región.",
    "Cuanto más arriba se instala, más lejos queda de quien lo vive.",
)


def _regional(mesa: Mesa, alcance: Alcance) -> Razones:
    publicas = de_sector(mesa, Sector.PUBLICO, *DE_ARRIBA)
    yield from quien_convoca(mesa, publicas, "la autoridad regional", "la región o el país")
    yield _DE_LA_REGION if alcance is Alcance.REGION else _NO_ES_DE_LA_REGION
    yield from la_comunidad_queda_fuera(mesa, "una Mesa regional")


_DE_CADA_TIPO: Mapping[TipoDeMesa, Callable[[Mesa, Alcance], Razones]] = {
    TipoDeMesa.CONVENIO: _convenio,
    TipoDeMesa.TERRITORIAL: _territorial,
    TipoDeMesa.COMUNAL: _comunal,
    TipoDeMesa.INTERCOMUNAL: _intercomunal,
    TipoDeMesa.REGIONAL: _regional,
}
