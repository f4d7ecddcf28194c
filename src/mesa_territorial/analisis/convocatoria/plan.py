"""A quién se invita y en qué orden, y un borrador de lo que se le dice para empezar a corregir."""

from collections.abc import Iterator, Mapping
from typing import Any

from mesa_territorial.analisis.convocatoria.caminos import SENTADOS, Red, armar_red, buscar_caminos
from mesa_territorial.analisis.convocatoria.de_caminos import camino_que_se_propone
from mesa_territorial.analisis.convocatoria.de_escala import que_tiene
from mesa_territorial.analisis.convocatoria.seguimiento import RESPONDIERON
from mesa_territorial.analisis.escala.lente import Lente, mirar_escala
from mesa_territorial.analisis.frases import con_mayuscula
from mesa_territorial.analisis.prioridad import Priorizado, actores_priorizados
from mesa_territorial.dominio.actores import CAPITALES, Actor, Sector
from mesa_territorial.dominio.convocatoria import LARGO_TEXTO
from mesa_territorial.dominio.mesa import Mesa

_OFRECE: Mapping[Sector, str] = {
    Sector.PUBLICO: "Acordar en una sola reunión, con la comunidad y los demás servicios, qué hace "
    "cada uno y cuándo; con acta y seguimiento, para no responder lo mismo muchas veces.",
    Sector.PRIVADO: "Conversar en un solo lugar con quien autoriza y con quien vive el problema, y "
    "que su aporte quede escrito y a la vista.",
    Sector.ACADEMIA: "Un caso real donde investigar y formar con la comunidad, con acuerdos y "
    "datos compartidos desde el inicio.",
    Sector.SOCIEDAD_CIVIL: "Plantear directamente a quienes deciden lo que hoy tarda meses, y que "
    "la respuesta quede en un acta con responsable y fecha.",
    Sector.ORGANISMO_INTERNACIONAL: "Acompañar un proceso que ya tiene a los actores sentados, y "
    "llevar lo aprendido a otros territorios.",
}
_APORTA: Mapping[str, str] = {
    "capital_politico": "Decide y representa: su firma mueve lo que otros no pueden.",
    "capital_economico": "Dispone de recursos que el objetivo necesita.",
    "capital_cultural": "Conoce el territorio y sabe cómo se vive el problema.",
    "capital_social": "Tiene la confianza de quienes deben ponerse de acuerdo.",
}
_PIDE = (
    "Que designe a una persona titular y una subrogante con facultad de comprometerse, y que al "
    "menos una sea mujer; y que venga a la primera sesión."
)


def a_quien_convocar(mesa: Mesa) -> tuple[Priorizado, ...]:
    """Quienes todavía no están, en el orden de la priorización (tema 4)."""
    return tuple(p for p in actores_priorizados(mesa) if mesa.actores[p.id].estado not in SENTADOS)


def orden_del_plan(mesa: Mesa) -> tuple[str, ...]:
    """Los ids de la ficha de invitaciones: los que faltan y después los ya invitados que están."""
    faltan = tuple(p.id for p in a_quien_convocar(mesa))
    con_ficha = (i for i in mesa.convocatoria.invitaciones if i not in faltan)
    return (*faltan, *con_ficha) or tuple(mesa.actores)


def a_quien_escribir(mesa: Mesa) -> tuple[str, ...]:
    """Los ids de quienes faltan y no han respondido: ni declinaron ni quedaron de observadores."""
    return tuple(
        p.id for p in a_quien_convocar(mesa) if mesa.actores[p.id].estado not in RESPONDIERON
    )


def borradores(mesa: Mesa) -> dict[str, dict[str, Any]]:
    """Por actor, los campos de un borrador que todavía no están escritos; sólo a quien se convoca.

    Nadie está obligado a usarlo: sale de lo ya anotado en el mapa, la escala y la priorización.
    """
    red, lente = armar_red(mesa), mirar_escala(mesa)
    propuestos = {
        p.id: _borrador(mesa, red, lente, p)
        for p in a_quien_convocar(mesa)
        if p.se_convoca or p.decision is None
    }
    return {i: campos for i, campos in propuestos.items() if campos}


def _borrador(mesa: Mesa, red: Red, lente: Lente, priorizado: Priorizado) -> dict[str, Any]:
    actor = mesa.actores[priorizado.id]
    escrita = mesa.convocatoria.invitaciones.get(actor.id)
    camino = camino_que_se_propone(mesa, buscar_caminos(red, actor.id))
    campos: dict[str, Any] = {
        "por_que": " ".join(_razones(actor, lente))[:LARGO_TEXTO],
        "ofrece": _OFRECE[actor.sector],
        "pide": _PIDE,
        "invita": camino.invita if camino else None,
        "presenta": (camino.presenta or None) if camino else None,
    }
    if escrita and escrita.invita:
        # Quien ya eligió quién invita no necesita que le propongan quién presenta.
        del campos["presenta"]
    return {c: v for c, v in campos.items() if v and not (escrita and getattr(escrita, c))}


def _razones(actor: Actor, lente: Lente) -> Iterator[str]:
    """Va en una carta: nada de puntajes ni de juicios internos, sólo lo que se le puede decir."""
    llaves = lente.de_actor(actor.id)
    if llaves:
        yield f"{con_mayuscula(que_tiene(llaves))}."
    if any(x.central and x.destraba for x in llaves):
        yield "De eso depende el objetivo de la Mesa."
    mayor = max(getattr(actor, c) or 0 for c in CAPITALES)
    if mayor > 1:
        yield from (_APORTA[c] for c in CAPITALES if getattr(actor, c) == mayor)
