"""Qué de lo dicho depende de un juicio que el equipo marcó como dudoso."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import con_mayuscula, con_signo, contar, enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.dependencias import (
    ALIANZA,
    CONFLICTO,
    MAS_PESA,
    Dependencia,
    Prueba,
    probar_dudas,
)
from mesa_territorial.analisis.mactor.dicho import Asunto, Voz
from mesa_territorial.textos import numero

_PARES = {ALIANZA: "la alianza más firme", CONFLICTO: "el choque que más pesa"}
_SIGNOS = {-1: "quedaría con más fuerza en contra", 0: "quedaría empatado"}


def leer_dudas(voz: Voz) -> Asunto:
    """Las casillas dudosas que cambian una conclusión, con lo que cambiarían."""
    prueba = probar_dudas(voz.planteo, voz.resultado)
    return Asunto(
        clave="dudas",
        titulo="Qué depende de un juicio dudoso",
        veredicto=_veredicto(prueba),
        tono=Tono.ALERTA if prueba.dependencias else Tono.DATO,
        dichos=tuple(_dependencia(voz, d) for d in prueba.dependencias),
        nota=_nota(prueba),
    )


def _veredicto(prueba: Prueba) -> str:
    if not prueba.total:
        return "El equipo no ha marcado ninguna casilla como dudosa."
    cambian = len({(d.de_posicion, d.lugar) for d in prueba.dependencias})
    if not cambian:
        que = contar(prueba.probadas, "la única casilla dudosa", "casillas dudosas")
        las = "" if prueba.probadas == 1 else "las "
        return f"Nada de lo principal cambia al mover un punto {las}{que}."
    de = contar(prueba.probadas, "una casilla dudosa", "casillas dudosas")
    alguna = "una cambia" if cambian == 1 else f"{numero(cambian)} cambian"
    return f"De {de}, {alguna} alguna conclusión."


def _nota(prueba: Prueba) -> str:
    if not prueba.total:
        return (
            "Marque como dudosa la casilla en que no hubo acuerdo; aquí se dirá qué depende de "
            "ella."
        )
    sin_probar = prueba.total - prueba.probadas
    falta = " Falta una por probar." if sin_probar == 1 else ""
    falta = f" Faltan {numero(sin_probar)} por probar." if sin_probar > 1 else falta
    return (
        "Se prueba cada casilla un punto más arriba y un punto más abajo, de a una: quién pesa "
        f"más, la alianza y el choque mayores y hacia dónde se inclina cada objetivo.{falta}"
    )


def _dependencia(voz: Voz, d: Dependencia) -> Dicho:
    fila, columna = d.lugar
    que = (
        f"la posición de {voz.actor(fila)} ante {voz.objetivo(columna)}"
        if d.de_posicion
        else f"la influencia de {voz.actor(fila)} sobre {voz.actor(columna)}"
    )
    decir = con_signo if d.de_posicion else numero
    cambios = enumerar([_cambio(voz, k, ahora) for k, (_, ahora) in d.cambios.items()])
    nombrados = (fila,) if d.de_posicion else (fila, columna)
    return Dicho(
        texto=f"Si {que} fuera {decir(d.valor, 0)} y no {decir(d.antes, 0)}: {cambios}.",
        tono=Tono.ALERTA,
        por_que=f"{con_mayuscula(que)} está marcada como dudosa.",
        que_hacer="Averigüe este dato antes de apoyarse en esa conclusión.",
        ids=tuple(map(voz.id, nombrados)),
    )


def _cambio(voz: Voz, asunto: tuple[str, int], ahora: tuple[int, ...]) -> str:
    if asunto == MAS_PESA:
        return f"quien más pesa sería {voz.actores(ahora)}"
    if asunto in _PARES:
        quienes = (
            f"sería la de {voz.actores(ahora)}"
            if asunto == ALIANZA
            else f"sería el de {voz.actores(ahora)}"
        )
        return f"{_PARES[asunto]} {quienes if ahora else 'dejaría de verse con claridad'}"
    return f"{voz.objetivo(asunto[1])} {_SIGNOS.get(ahora[0], 'quedaría con más fuerza a favor')}"
