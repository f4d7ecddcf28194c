"""Quién pesa en el juego, y cuánto de lo conversado falta o es dudoso."""

from collections.abc import Iterator

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.dicho import Asunto, Voz
from mesa_territorial.analisis.mactor.papeles import CASI, Papel, papeles
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

POCOS, MUCHOS = 10, 20
ALTA_EN_EL_MAPA = 4
_TODOS_IGUALES = "Con lo anotado, todos pesan lo mismo."
_QUE_CUENTA = (
    "Cuenta lo que cada uno puede por sí mismo y por medio de un tercero, menos lo que depende de "
    "otros (R*, promedio 1)."
)
_DICEN = {
    Papel.DOMINANTE: (
        "Influyen mucho y dependen poco: {}.",
        "Sin su acuerdo poco se mueve, y casi nadie los presiona. Convénzalos por lo que ganan.",
        Tono.ALERTA,
    ),
    Papel.DE_ENLACE: (
        "Influyen mucho y también dependen mucho: {}.",
        "Por ellos pasa el juego: lo que se les pida vuelve, a favor o en contra. Cuídelos.",
        Tono.DATO,
    ),
    Papel.DOMINADO: (
        "Dependen mucho e influyen poco: {}.",
        "Revise si la Mesa les está pidiendo compromisos que otro decide por ellos.",
        Tono.DATO,
    ),
    Papel.AUTONOMO: (
        "Ni influyen ni dependen más que el promedio: {}.",
        "Pueden quedar fuera sin ruido: pregunte si es lo que la Mesa quiere.",
        Tono.DATO,
    ),
}


def leer_fuerzas(voz: Voz) -> Asunto:
    """Quién pesa más y qué papel tiene cada uno en el plano."""
    orden = sorted(range(len(voz.planteo.ids)), key=lambda a: (-voz.fuerza(a), voz.actor(a)))
    iguales = voz.fuerza(orden[0]) - voz.fuerza(orden[-1]) <= CASI
    primero = f"Quien más pesa es {voz.actor(orden[0])}: {numero(voz.fuerza(orden[0]), 2)}"
    return Asunto(
        clave="fuerzas",
        titulo="Quién pesa en este juego",
        veredicto=_TODOS_IGUALES if iguales else f"{primero} veces el promedio.",
        dichos=() if iguales else tuple(_de_fuerzas(voz, orden)),
        nota=_QUE_CUENTA,
    )


def _de_fuerzas(voz: Voz, orden: list[int]) -> Iterator[Dicho]:
    suyos = papeles(voz.resultado.fuerzas)
    for papel, (frase, que_hacer, tono) in _DICEN.items():
        lugares = [a for a in orden if suyos[a] is papel]
        if lugares:
            cifras = enumerar([f"{voz.actor(a)} {numero(voz.fuerza(a), 2)}" for a in lugares])
            yield Dicho(
                texto=frase.format(voz.actores(lugares)),
                tono=tono,
                por_que=f"Fuerza: {cifras}.",
                que_hacer=que_hacer,
                ids=tuple(map(voz.id, lugares)),
            )


def leer_faltas(mesa: Mesa, voz: Voz) -> Asunto:
    """Qué falta conversar para confiar en el resultado."""
    planteo = voz.planteo
    return Asunto(
        clave="faltas",
        titulo="Qué tan completo está",
        veredicto=_cuanto_va(voz),
        tono=Tono.ALERTA if planteo.vacias else Tono.FORTALEZA,
        dichos=tuple(_de_faltas(mesa, voz)),
        nota="Una casilla vacía se calcula como 0, pero no quiere decir 0: quiere decir que falta "
        "conversarla.",
    )


def _cuanto_va(voz: Voz) -> str:
    planteo = voz.planteo
    if planteo.vacias:
        hechas, todas = numero(planteo.casillas - planteo.vacias), numero(planteo.casillas)
        return f"Van {hechas} de {todas} casillas: lo que sigue es provisorio."
    dudas = len(planteo.dudas_de_influencia) + len(planteo.dudas_de_posicion)
    cuantas = contar(dudas, "una casilla dudosa", "casillas dudosas", "ninguna casilla dudosa")
    return f"Está todo conversado, con {cuantas}."


def _de_faltas(mesa: Mesa, voz: Voz) -> Iterator[Dicho]:
    planteo = voz.planteo
    if planteo.vacias:
        lugares = {a for a, _ in (*planteo.vacias_de_influencia, *planteo.vacias_de_posicion)}
        orden = sorted(lugares, key=voz.actor)
        yield Dicho(
            texto=f"Faltan casillas en la fila de {voz.actores(orden)}.",
            tono=Tono.ALERTA,
            por_que=f"{contar(planteo.vacias, 'Queda una', 'quedan')} por conversar.".capitalize(),
            que_hacer="Complételas en orden de fila, de a dos o tres personas y sin apuro.",
            ids=tuple(map(voz.id, orden)),
        )
    yield from _de_tamano(len(planteo.ids))
    yield from _de_ausentes(mesa)


def _de_tamano(cuantos: int) -> Iterator[Dicho]:
    if not POCOS <= cuantos <= MUCHOS:
        consejo = (
            "Con pocos puede quedar fuera quien lo mueve: agregue a quien decide o detiene."
            if cuantos < POCOS
            else "Con tantos la matriz se llena de corrido: deje a quienes mueven o detienen."
        )
        yield Dicho(
            texto=f"Entran {numero(cuantos)} actores; se aconsejan entre {POCOS} y {MUCHOS}.",
            por_que="Es el rango en que el método se trabaja bien en grupo.",
            que_hacer=consejo,
        )


def _de_ausentes(mesa: Mesa) -> Iterator[Dicho]:
    ausentes = [
        a
        for a in mesa.actores.values()
        if (a.influencia or 0) >= ALTA_EN_EL_MAPA and a.id not in mesa.juego.actores
    ]
    if ausentes:
        yield Dicho(
            texto="Con influencia alta en el mapa y fuera del juego: "
            f"{enumerar([a.nombre for a in ausentes])}.",
            tono=Tono.ALERTA,
            por_que=f"En el mapa tienen influencia {ALTA_EN_EL_MAPA} o más.",
            que_hacer="Decida a propósito si entran: lo que no está en la matriz no se ve.",
            ids=tuple(a.id for a in ausentes),
        )
