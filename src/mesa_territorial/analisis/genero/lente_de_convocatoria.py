"""Lo que el lente de género calcula al convocar y al instalar la Mesa."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.analisis.genero.dicho import Dicho, alerta, fortaleza
from mesa_territorial.analisis.genero.lente_de_temas import decir_cuantas, leer_presencia
from mesa_territorial.analisis.genero.quienes import quienes
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_codigos import Cuidado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS

_ESTAN = frozenset({Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA})


def leer_convocatoria(mesa: Mesa) -> Iterator[Dicho]:
    """En qué va la invitación a las organizaciones lideradas por mujeres, y qué se les ofrece."""
    lideradas = quienes(mesa).lideradas
    if not lideradas:
        yield from leer_presencia(mesa)
    else:
        yield _invitadas(mesa, lideradas)
    if faltan := _sin_decir(mesa.genero):
        yield alerta(
            f"La invitación saldría sin decir {enumerar(faltan)}.",
            "Complételo en el tema 6, «Condiciones», antes de enviar las cartas.",
            por_que="Quien cuida decide si viene según esos datos.",
        )


def _invitadas(mesa: Mesa, lideradas: tuple[str, ...]) -> Dicho:
    fuera = tuple(i for i in lideradas if mesa.actores[i].estado not in _ESTAN)
    if not fuera:
        return fortaleza(
            f"{decir_cuantas(len(lideradas))}, ya en la Mesa: {nombrar(mesa, lideradas)}.",
            ids=lideradas,
        )
    estados = [
        f"{mesa.actores[i].nombre} ({ESTADOS[mesa.actores[i].estado].lower()})" for i in fuera
    ]
    return alerta(
        f"Lideradas por mujeres y todavía fuera de la Mesa: {enumerar(estados)}.",
        "Póngale a cada una quién la invita, cuándo y qué se le ofrece.",
        ids=fuera,
    )


def _sin_decir(genero: Genero) -> list[str]:
    dichos = {
        "el horario": genero.horario,
        "los cuidados": set(genero.cuidados) - {Cuidado.NADA},
        "el lugar": genero.lugar or genero.lugar_tiene,
    }
    return [que for que, esta in dichos.items() if not esta]


def leer_instalacion(mesa: Mesa) -> Iterator[Dicho]:
    """Quiénes componen el Comité de Coordinación y si hay reglas de palabra."""
    comite = tuple(i for i, a in mesa.actores.items() if a.comite)
    if comite:
        yield _en_el_comite(mesa, comite)
    if not mesa.genero.palabra:
        yield alerta(
            "No hay reglas de palabra anotadas.",
            "Acuérdelas antes de la primera sesión y escríbalas en el acta de constitución.",
        )


def _en_el_comite(mesa: Mesa, comite: tuple[str, ...]) -> Dicho:
    q = quienes(mesa)
    if all(i in q.por_saber for i in comite):
        return alerta(
            "De ninguna organización del Comité de Coordinación se anotó quiénes la lideran.",
            "Averígüelo y anótelo en el tema 6, «Representación».",
            ids=comite,
        )
    suyas = tuple(i for i in comite if i in q.lideradas)
    por_saber = sum(i in q.por_saber for i in comite)
    resto = f"; de {por_saber} no se anotó quiénes la lideran" if por_saber else ""
    texto = (
        f"Comité de Coordinación: {len(suyas)} de {len(comite)} organizaciones anotadas como "
        f"lideradas por mujeres{resto}."
    )
    if suyas:
        return Dicho(texto=texto, ids=suyas)
    que_hacer = "Proponga a una, o acuerde que las demás se hagan representar con paridad."
    return alerta(texto, que_hacer, ids=comite)
