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
from mesa_territorial.dominio.actores import Nivel, Sector
from mesa_territorial.dominio.coalicion import Alcance, LugarDeLaComunidad, TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa

_ORDEN = tuple(Sentido)


def razones_de(mesa: Mesa, tipo: TipoDeMesa, alcance: Alcance) -> tuple[Razon, ...]:
    """Las razones sobre ``tipo``: primero lo que lo impide, después a favor y en contra."""
    todas = _DE_CADA_TIPO[tipo](mesa, alcance)
    return tuple(sorted(todas, key=lambda razon: _ORDEN.index(razon.sentido)))


def _convenio(mesa: Mesa, _: Alcance) -> Razones:
    if not de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA):
        yield impide(
            "En el mapa no hay una institución pública de la comuna.",
            "El convenio lo firman un municipio, una empresa y quien articula.",
            "Agregue al municipio al mapa y converse con él.",
        )
    if not de_sector(mesa, Sector.PRIVADO):
        yield impide(
            "En el mapa no hay ninguna empresa.",
            "El convenio descansa en el aporte de una.",
            "Busque qué empresa está presente en el territorio.",
        )
    yield from segun_la_tarea(mesa)
    yield from la_comunidad_queda_fuera(mesa, "un convenio")
    yield en_contra(
        "Depende de una sola empresa.",
        "Si cambia su prioridad se acaba, y un aporte único pide más cuidado con la probidad.",
        "Deje por escrito qué aporta, qué recibe y quién lo revisa.",
    )


def _territorial(mesa: Mesa, alcance: Alcance) -> Razones:
    yield from _con_organizaciones(mesa)
    if alcance is Alcance.PARTE:
        yield a_favor(
            "El problema se vive en una parte de la comuna.",
            "Ahí se conoce, ahí se prueba y ahí está la comunidad.",
        )
    else:
        yield en_contra(
            "El problema llega más allá de un campamento o un barrio.",
            "La Mesa resolvería un pedazo y dejaría fuera a quienes viven lo mismo al lado.",
        )
    yield from depende_de_fuera(mesa)


def _con_organizaciones(mesa: Mesa) -> Razones:
    cercanas = organizaciones_cercanas(mesa)
    estan = quienes_estan(cercanas)
    if estan:
        cuantas = contar(len(estan), "una organización del lugar", "organizaciones del lugar")
        yield a_favor(f"Ya participan: {cuantas}.", nombrar(mesa, ids_de(estan)), ids_de(estan))
    elif cercanas:
        yield en_contra(
            f"Las organizaciones del lugar todavía no están: {nombrar(mesa, ids_de(cercanas))}.",
            "Son ellas las que hacen territorial a la Mesa.",
            "Invítelas antes que a nadie.",
            ids_de(cercanas),
        )
    else:
        yield impide(
            "En el mapa no hay ninguna organización del lugar.",
            "Una Mesa territorial sin comunidad organizada es una reunión de servicios.",
            "Busque y anote a las organizaciones del lugar, con o sin papeles.",
        )


def _comunal(mesa: Mesa, alcance: Alcance) -> Razones:
    locales = de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA)
    yield from quien_convoca(mesa, locales, "la autoridad local", "la comuna")
    yield _EN_LA_COMUNA[alcance]
    empresas = de_sector(mesa, Sector.PRIVADO)
    if len(empresas) > 1:
        yield a_favor(
            f"El mapa tiene {len(empresas)} actores privados a quienes convocar.",
            "La autoridad local llama al mundo privado a ser parte (Huella Local 2023).",
            ids_de(empresas),
        )
    if mesa.coalicion.lugar_de_la_comunidad is LugarDeLaComunidad.INTEGRA:
        yield a_favor(
            "Su equipo quiere que la comunidad decida, y en la Mesa comunal se incorpora.",
            "Así la ubica la presentación Huella Local 2023.",
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


def _intercomunal(mesa: Mesa, alcance: Alcance) -> Razones:
    locales = de_sector(mesa, Sector.PUBLICO, Nivel.COMUNA)
    if len(locales) > 1:
        frase = f"El mapa tiene {len(locales)} instituciones públicas de nivel comuna."
        yield a_favor(frase, "Revise que sean de comunas distintas.", ids_de(locales))
    else:
        yield impide(
            "En el mapa no hay dos instituciones públicas de nivel comuna.",
            "Una Mesa intercomunal necesita al menos a dos municipios que convoquen.",
            "Agregue a los municipios vecinos que comparten el problema.",
            ids_de(locales),
        )
    if alcance is Alcance.COMUNAS:
        yield a_favor("El problema lo comparten comunas vecinas.")
    else:
        yield en_contra("El problema no es de varias comunas a la vez.")
    yield en_contra(
        "Cada municipio tiene su calendario y su concejo: coordinar cuesta más.",
        "La fuente nombra este tipo sin describirlo; lo que aquí se dice es inferido.",
    )


def _regional(mesa: Mesa, alcance: Alcance) -> Razones:
    publicas = de_sector(mesa, Sector.PUBLICO, *DE_ARRIBA)
    yield from quien_convoca(mesa, publicas, "la autoridad regional", "la región o el país")
    if alcance is Alcance.REGION:
        yield a_favor("El problema es de toda la región.")
    else:
        yield en_contra(
            "El problema no es de toda la región.",
            "Cuanto más arriba se instala, más lejos queda de quien lo vive.",
        )
    yield from la_comunidad_queda_fuera(mesa, "una Mesa regional")


_DE_CADA_TIPO: Mapping[TipoDeMesa, Callable[[Mesa, Alcance], Razones]] = {
    TipoDeMesa.CONVENIO: _convenio,
    TipoDeMesa.TERRITORIAL: _territorial,
    TipoDeMesa.COMUNAL: _comunal,
    TipoDeMesa.INTERCOMUNAL: _intercomunal,
    TipoDeMesa.REGIONAL: _regional,
}
