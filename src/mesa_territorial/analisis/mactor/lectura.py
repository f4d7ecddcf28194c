"""Todo lo que el juego dice en palabras, en el orden en que conviene leerlo."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.dicho import Asunto, Voz
from mesa_territorial.analisis.mactor.lectura_alianzas import leer_alianzas, leer_conflictos
from mesa_territorial.analisis.mactor.lectura_dudas import leer_dudas
from mesa_territorial.analisis.mactor.lectura_fuerzas import leer_faltas, leer_fuerzas
from mesa_territorial.analisis.mactor.lectura_objetivos import leer_objetivos, leer_palancas
from mesa_territorial.analisis.mactor.planteo import Resultado, plantear, resolver
from mesa_territorial.dominio.mesa import Mesa

_PRIMERO = "Elija al menos dos actores: el juego se lee entre quienes pueden influirse."
_VACIA = Dicho(
    texto="Una casilla vacía quiere decir «falta conversarla», no cero.",
    que_hacer="Llene de a una fila y deje vacío lo que nadie sabe.",
)
_SIN_OBJETIVOS = "Escriba al menos un objetivo y anote la posición de cada actor."


def leer_juego(mesa: Mesa, resultado: Resultado | None = None) -> tuple[Asunto, ...]:
    """Los asuntos de la lectura; con menos de dos actores, uno solo que dice cómo partir."""
    planteo = plantear(mesa)
    if not planteo.se_puede_calcular:
        return (_comienzo(_PRIMERO),)
    voz = Voz(mesa, resultado or resolver(planteo))
    medio = _de_posiciones(voz)
    return (leer_faltas(mesa, voz), leer_fuerzas(voz), *medio, leer_dudas(voz))


def _de_posiciones(voz: Voz) -> tuple[Asunto, ...]:
    medido = voz.resultado.pesadas
    if medido is None:
        return (_comienzo(_SIN_OBJETIVOS),)
    conflictos = leer_conflictos(voz, medido)
    return (leer_objetivos(voz, medido), leer_alianzas(voz, medido), conflictos, leer_palancas(voz))


def _comienzo(frase: str) -> Asunto:
    return Asunto(
        clave="comienzo",
        titulo="Para partir",
        veredicto=frase,
        tono=Tono.DATO,
        dichos=(_VACIA,),
    )
