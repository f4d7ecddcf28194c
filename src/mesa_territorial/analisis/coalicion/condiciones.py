"""¿Hay condiciones para una Mesa aquí? El resultado son razones y nunca un puntaje.

Las diez condiciones, cuáles son de partida y sus consecuencias son una propuesta del kit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.coalicion.consecuencias import CONSECUENCIAS, CORTAS, SIN_RESPONDER
from mesa_territorial.analisis.coalicion.cruces import Cruce, cruzar
from mesa_territorial.analisis.frases import con_mayuscula, enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.coalicion import CONDICIONES, DE_PARTIDA, Condicion, Respuesta
from mesa_territorial.dominio.mesa import Mesa

_TODAS = len(CONDICIONES)


class Veredicto(StrEnum):
    """Qué se puede decir con lo respondido."""

    FALTA_SABER = "falta_saber"
    TODAVIA_NO = "todavia_no"
    CON_TAREAS = "con_tareas"
    HAY_CONDICIONES = "hay_condiciones"


@dataclass(frozen=True, slots=True, kw_only=True)
class RazonDeCondicion:
    """Una condición respondida: qué se sigue de ella, qué hacer y qué muestra la Mesa.

    ``contradice`` dice que se respondió que sí y la Mesa muestra lo contrario; ``sin_hecho``, que
    se respondió que sí sin anotar el hecho. ``tono`` es cómo se presenta.
    """

    condicion: str
    respuesta: Respuesta | None
    consecuencia: str
    que_hacer: str
    cruce: Cruce | None
    contradice: bool
    sin_hecho: bool

    @property
    def es_de_partida(self) -> bool:
        """Si es una de las cinco sin las que conviene no convocar."""
        return self.condicion in DE_PARTIDA

    @property
    def es_firme(self) -> bool:
        """Si se respondió que sí, con un hecho y sin que la Mesa lo contradiga."""
        return self.respuesta is Respuesta.SI and not (self.contradice or self.sin_hecho)

    @property
    def tono(self) -> Tono:
        """Fortaleza si es firme, alerta si hay que actuar y dato en lo demás."""
        if self.es_firme:
            return Tono.FORTALEZA
        pide_actuar = self.respuesta is Respuesta.NO or self.contradice or self.sin_hecho
        return Tono.ALERTA if pide_actuar else Tono.DATO


@dataclass(frozen=True, slots=True, kw_only=True)
class Chequeo:
    """El veredicto en una frase y las diez razones, en el orden en que se preguntan."""

    veredicto: Veredicto
    frase: str
    razones: tuple[RazonDeCondicion, ...]

    @property
    def pendientes(self) -> tuple[RazonDeCondicion, ...]:
        """Las que no son firmes: cada una es una tarea."""
        return tuple(r for r in self.razones if not r.es_firme)


def chequear(mesa: Mesa) -> Chequeo:
    """Qué condiciones hay para una Mesa, según lo respondido y lo que la Mesa ya muestra.

    Un «no» de partida basta para «todavía no»; sin respuesta en alguna de partida no se concluye.
    """
    razones = tuple(razonar(mesa, condicion) for condicion in CONDICIONES)
    veredicto = _concluir(razones)
    return Chequeo(veredicto=veredicto, frase=_FRASES[veredicto](razones), razones=razones)


def razonar(mesa: Mesa, condicion: str) -> RazonDeCondicion:
    """Lo que se sigue de la respuesta a una condición y su cruce con la Mesa."""
    puesta = mesa.coalicion.condiciones.get(condicion, Condicion(id=condicion))
    respuesta, cruce = puesta.respuesta, cruzar(mesa, condicion)
    afirma = respuesta is Respuesta.SI
    dice, hacer = CONSECUENCIAS[condicion, respuesta] if respuesta else SIN_RESPONDER
    return RazonDeCondicion(
        condicion=condicion,
        respuesta=respuesta,
        consecuencia=dice,
        que_hacer=hacer,
        cruce=cruce,
        contradice=afirma and cruce is not None and cruce.apoya is False,
        sin_hecho=afirma and not puesta.evidencia.strip(),
    )


def _concluir(razones: Iterable[RazonDeCondicion]) -> Veredicto:
    de_partida = [r for r in razones if r.es_de_partida]
    if any(r.respuesta is Respuesta.NO for r in de_partida):
        return Veredicto.TODAVIA_NO
    if any(r.respuesta in (None, Respuesta.NO_SABEMOS) for r in de_partida):
        return Veredicto.FALTA_SABER
    todas_firmes = all(r.es_firme for r in razones)
    return Veredicto.HAY_CONDICIONES if todas_firmes else Veredicto.CON_TAREAS


def _cortas(razones: Iterable[RazonDeCondicion]) -> str:
    return enumerar([CORTAS[r.condicion] for r in razones], maximo=_TODAS)


def _decir_que_falta_saber(razones: Iterable[RazonDeCondicion]) -> str:
    sin_saber = (None, Respuesta.NO_SABEMOS)
    faltan = [r for r in razones if r.es_de_partida and r.respuesta in sin_saber]
    return f"Todavía no se puede decir: falta saber si hay {_cortas(faltan)}."


def _decir_que_todavia_no(razones: Iterable[RazonDeCondicion]) -> str:
    faltan = [r for r in razones if r.es_de_partida and r.respuesta is Respuesta.NO]
    return f"Todavía no: falta {_cortas(faltan)}. Antes de convocar, conviene trabajar en eso."


def _decir_las_tareas(razones: Iterable[RazonDeCondicion]) -> str:
    tareas = [r for r in razones if not r.es_firme]
    return f"Hay condiciones para partir, con tareas: {_cortas(tareas)}."


def _decir_que_hay(_: Iterable[RazonDeCondicion]) -> str:
    return "Hay condiciones: las diez se afirman con un hecho y el mapa no las contradice."


_FRASES = {
    Veredicto.FALTA_SABER: _decir_que_falta_saber,
    Veredicto.TODAVIA_NO: _decir_que_todavia_no,
    Veredicto.CON_TAREAS: _decir_las_tareas,
    Veredicto.HAY_CONDICIONES: _decir_que_hay,
}
TONOS: Mapping[Veredicto, Tono] = {
    Veredicto.FALTA_SABER: Tono.DATO,
    Veredicto.TODAVIA_NO: Tono.ALERTA,
    Veredicto.CON_TAREAS: Tono.DATO,
    Veredicto.HAY_CONDICIONES: Tono.FORTALEZA,
}
"""Cómo se presenta cada veredicto."""


def decir_condicion(condicion: str) -> str:
    """La condición como título corto: «Una comunidad organizada»."""
    return con_mayuscula(CORTAS[condicion])
