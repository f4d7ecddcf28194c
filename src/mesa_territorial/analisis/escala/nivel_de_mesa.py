"""En qué nivel conviene la Mesa: el más cercano a las familias que todavía alcanza."""

from mesa_territorial.analisis.escala.niveles import EL, EN_ORDEN, ordenar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.frases import con_mayuscula, enumerar
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.escala_criterios import ALCANCE, PARTICIPACION
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

SUFICIENTE = 4
"""Desde esta nota, de 1 a 5, un nivel alcanza: propuesta de este kit."""
Par = tuple[float, float]


def aconsejar_mesa(mesa: Mesa, cuenta: Cuenta | None) -> Respuesta:
    """El nivel más cercano con alcance y participación suficientes; si ninguno, el menos malo."""
    pares = _pares(mesa, cuenta)
    if not pares:
        return Respuesta(niveles=(), razones=(_SIN_LOS_DOS,), cambiaria=())
    elegido = next((n for n, par in pares.items() if min(par) >= SUFICIENTE), None)
    if elegido is None:
        return _el_menos_malo(pares)
    return Respuesta(
        niveles=(elegido,),
        razones=(_decir_elegido(elegido, pares[elegido]), *_por_que_no_antes(pares, elegido)),
        cambiaria=_que_lo_bajaria(pares, elegido),
    )


_SIN_LOS_DOS = (
    "Para aconsejar el nivel de la Mesa hacen falta las notas de «alcance» y de «participación» "
    "de cada nivel."
)


def _pares(mesa: Mesa, cuenta: Cuenta | None) -> dict[Nivel, Par]:
    """Alcance y participación de cada nivel comparado, del más cercano al más amplio."""
    if cuenta is None:
        return {}
    notas = {n: mesa.escala.niveles[n].notas for n in EN_ORDEN if n in cuenta.notas}
    return {
        n: (suyas[ALCANCE], suyas[PARTICIPACION])
        for n, suyas in notas.items()
        if ALCANCE in suyas and PARTICIPACION in suyas
    }


def _decir_elegido(nivel: Nivel, par: Par) -> str:
    alcance, participacion = (_nota(x) for x in par)
    return (
        f"{con_mayuscula(EL[nivel])} es el nivel más cercano a las familias en que el problema "
        f"cabe (alcance {alcance} de 5) y todavía se puede estar y hablar (participación "
        f"{participacion} de 5)."
    )


def _por_que_no_antes(pares: dict[Nivel, Par], elegido: Nivel) -> tuple[str, ...]:
    """Por qué quedaron atrás los niveles más cercanos, en una frase."""
    cortos = [
        f"{EL[n]} ({_lo_que_falta(par)})"
        for n, par in pares.items()
        if EN_ORDEN.index(n) < EN_ORDEN.index(elegido)
    ]
    if not cortos:
        return ()
    verbo = "Queda corto" if len(cortos) == 1 else "Quedan cortos"
    return (f"{verbo}: {enumerar(cortos, len(EN_ORDEN))}; se pide {SUFICIENTE}.",)


def _lo_que_falta(par: Par) -> str:
    nombres = ("alcance", "participación")
    cortos = [f"{q} {_nota(x)}" for q, x in zip(nombres, par, strict=True) if x < SUFICIENTE]
    return " y ".join(cortos)


def _que_lo_bajaria(pares: dict[Nivel, Par], elegido: Nivel) -> tuple[str, ...]:
    """Con qué nota otro nivel más cercano bastaría, y con cuál éste dejaría de bastar."""
    cercanos = [n for n in pares if EN_ORDEN.index(n) < EN_ORDEN.index(elegido)]
    frases = [
        f"Si {EL[n]} llegara a {SUFICIENTE} en {_cuales(pares[n])}, bastaría con una Mesa ahí."
        for n in reversed(cercanos)
    ]
    return (
        *frases[:1],
        f"Si {EL[elegido]} bajara de {SUFICIENTE} en alcance o participación, habría que mirar "
        "otro nivel.",
    )


def _cuales(par: Par) -> str:
    nombres = ("alcance", "participación")
    return " y ".join(q for q, x in zip(nombres, par, strict=True) if x < SUFICIENTE)


def _el_menos_malo(pares: dict[Nivel, Par]) -> Respuesta:
    mejor = max(min(par) for par in pares.values())
    iguales = ordenar_niveles(n for n, par in pares.items() if min(par) == mejor)
    elegido = iguales[0]
    empate = "; en el empate, el más cercano a las familias" if len(iguales) > 1 else ""
    razon = (
        f"Ningún nivel llega a {SUFICIENTE} en alcance y en participación a la vez. "
        f"{con_mayuscula(EL[elegido])} es el que menos lejos queda: "
        f"{_lo_que_falta(pares[elegido])}{empate}."
    )
    return Respuesta(niveles=(elegido,), razones=(razon,), cambiaria=(_SUBIR_O_ACOTAR,))


_SUBIR_O_ACOTAR = (
    "Suba la participación en el nivel que más alcanza (horarios, lugar, vocerías) o acote el "
    "problema para que quepa más cerca."
)


def _nota(valor: float) -> str:
    return numero(valor, 0 if float(valor).is_integer() else 1)
