"""Lo que el lente de género calcula al convocar y al instalar la Mesa."""

from collections.abc import Iterator

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.analisis.genero.cuentas import contar_sesiones, decir_cuenta
from mesa_territorial.analisis.genero.dicho import alerta, fortaleza
from mesa_territorial.analisis.genero.lente_de_temas import decir_cuantas, leer_presencia
from mesa_territorial.analisis.genero.quienes import quienes
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_codigos import Cuidado
from mesa_territorial.dominio.instalacion_codigos import AsuntoDeRegla, ReglaDeDecision
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS

_MAYORIAS = (ReglaDeDecision.MAYORIA_SIMPLE, ReglaDeDecision.MAYORIA_CALIFICADA)
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
    if not _hay_reglas_de_palabra(mesa):
        yield alerta(
            "No hay reglas de palabra anotadas.",
            "Acuérdelas antes de la primera sesión y escríbalas en el acta de constitución.",
        )
    yield from _por_mayoria(mesa)


def _hay_reglas_de_palabra(mesa: Mesa) -> bool:
    reglas = mesa.instalacion.reglas.values()
    return bool(mesa.genero.palabra) or any(r.asunto is AsuntoDeRegla.PALABRA for r in reglas)


def _por_mayoria(mesa: Mesa) -> Iterator[Dicho]:
    """Decidir por mayoría con las mujeres en minoría: cuando menos se las oye."""
    contadas = [c.asistencia for c in contar_sesiones(mesa.genero) if c.asistencia is not None]
    if mesa.instalacion.regla not in _MAYORIAS or not contadas:
        return
    ultima = contadas[-1]
    if ultima.parte is not None and ultima.parte < 0.5:
        yield alerta(
            f"Se decide por mayoría; en la última sesión las mujeres son {decir_cuenta(ultima)}.",
            "Decida lo de fondo por consenso, o empiece cada punto con una ronda.",
            por_que="En un experimento con 94 grupos (Karpowitz y otros, 2012), ahí es donde "
            "hablaron menos que los hombres. Mida qué pasa en su sala.",
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
