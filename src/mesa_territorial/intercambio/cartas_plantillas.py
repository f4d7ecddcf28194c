"""Las plantillas de carta que trae el kit, una por sector, y cómo se llenan sus huecos.

Un hueco se escribe ``{así}``. Un párrafo que pide un dato opcional que no está se omite; si falta
uno que la carta necesita, queda marcado entre corchetes para que nadie lo envíe sin verlo.
"""

import re
from collections.abc import Mapping

from mesa_territorial.dominio.actores import Sector

HUECOS: Mapping[str, str] = {
    "actor": "el nombre del actor",
    "mesa": "el nombre de la Mesa",
    "territorio": "el lugar y la comuna",
    "convoca": "la institución que convoca",
    "objetivo": "el objetivo de la Mesa",
    "por_que": "por qué importa a la Mesa",
    "ofrece": "qué le ofrece la Mesa",
    "pide": "qué se le pide",
    "sesion": "la fecha, la hora y el lugar de la primera sesión",
    "responder": "hasta cuándo responder",
    "cuidados": "el horario y los cuidados",
    "presenta": "quien presenta la invitación",
}
OPCIONALES = frozenset({"objetivo", "cuidados", "presenta", "responder"})
_HUECO = re.compile(r"\{(\w+)\}")

_CUERPO = """{por_que}

Qué puede esperar de la Mesa. {ofrece}

Qué le pedimos. {pide}

La primera sesión será {sesion}.

{cuidados}

Esta invitación se la acercará también {presenta}, que conoce el trabajo de ambas partes.

"""
_RESPUESTA = "Le agradeceremos responder a más tardar el {responder}."
_APERTURAS: Mapping[Sector, str] = {
    Sector.PUBLICO: """Junto con saludar, {convoca} invita a {actor} a integrar la Mesa «{mesa}», \
donde la comunidad, los servicios públicos, las empresas, la academia y la sociedad civil \
coordinan lo que cada uno puede hacer en {territorio}.

El objetivo de la Mesa es: {objetivo}

Le escribimos por las facultades y responsabilidades de su institución. """,
    Sector.PRIVADO: """Junto con saludar, {convoca} invita a {actor} a integrar la Mesa «{mesa}», \
un espacio de colaboración entre el Estado, las empresas, la academia y la comunidad de \
{territorio}. No es una licitación ni una solicitud de aportes: es una mesa de trabajo con \
acuerdos por escrito.

El objetivo de la Mesa es: {objetivo}

Le escribimos por lo que su organización sabe y puede mover. """,
    Sector.ACADEMIA: """Junto con saludar, {convoca} invita a {actor} a integrar la Mesa «{mesa}», \
donde el conocimiento de la academia se encuentra con quienes deciden y con quienes viven en \
{territorio}.

El objetivo de la Mesa es: {objetivo}

Le escribimos por lo que su institución investiga y enseña. """,
    Sector.SOCIEDAD_CIVIL: """Les saludamos con aprecio. {convoca} invita a {actor} a integrar la \
Mesa «{mesa}», donde las organizaciones de {territorio} se sientan con los servicios públicos, las \
empresas y la academia, con la misma palabra que los demás.

El objetivo de la Mesa es: {objetivo}

Les escribimos porque sin ustedes la Mesa no conoce su territorio. """,
    Sector.ORGANISMO_INTERNACIONAL: """Junto con saludar, {convoca} invita a {actor} a acompañar \
la Mesa «{mesa}», que reúne a la comunidad, los servicios públicos, las empresas, la academia y la \
sociedad civil de {territorio}.

El objetivo de la Mesa es: {objetivo}

Le escribimos por la experiencia de su organización en procesos como este. """,
}


def plantilla_del_kit(sector: Sector) -> str:
    """La plantilla que trae el kit para ese sector."""
    texto = f"{_APERTURAS[sector]}{_CUERPO}{_RESPUESTA}"
    # A una organización comunitaria se le habla en plural.
    return _en_plural(texto) if sector is Sector.SOCIEDAD_CIVIL else texto


def _en_plural(texto: str) -> str:
    cambios = (
        ("Qué puede esperar", "Qué pueden esperar"),
        ("Qué le pedimos", "Qué les pedimos"),
        ("se la acercará", "se las acercará"),
        ("Le agradeceremos", "Les agradeceremos"),
    )
    for uno, varios in cambios:
        texto = texto.replace(uno, varios)
    return texto


def huecos_de(plantilla: str) -> tuple[str, ...]:
    """Los huecos que nombra, en orden y sin repetir."""
    return tuple(dict.fromkeys(_HUECO.findall(plantilla)))


def llenar(plantilla: str, valores: Mapping[str, str]) -> str:
    """La plantilla con sus huecos llenos; un hueco que el kit no conoce queda como se escribió."""
    parrafos = (_llenar_parrafo(p, valores) for p in plantilla.strip().split("\n\n"))
    return "\n\n".join(p for p in parrafos if p)


def _llenar_parrafo(parrafo: str, valores: Mapping[str, str]) -> str:
    pedidos = _HUECO.findall(parrafo)
    if any(h in OPCIONALES and not valores.get(h) for h in pedidos):
        return ""
    return _HUECO.sub(lambda hueco: _valor(hueco, valores), parrafo).strip()


def _valor(hueco: re.Match[str], valores: Mapping[str, str]) -> str:
    nombre = hueco[1]
    if nombre not in HUECOS:
        return hueco[0]
    return valores.get(nombre) or f"[falta: {HUECOS[nombre]}]"


def faltan_en(plantilla: str, valores: Mapping[str, str]) -> tuple[str, ...]:
    """Qué datos necesita la carta y no están, en palabras."""
    necesarios = (h for h in huecos_de(plantilla) if h in HUECOS and h not in OPCIONALES)
    return tuple(HUECOS[h] for h in necesarios if not valores.get(h))


def desconocidos_en(plantilla: str) -> tuple[str, ...]:
    """Los huecos que el kit no sabe llenar: casi siempre, una letra cambiada."""
    return tuple(h for h in huecos_de(plantilla) if h not in HUECOS)
