"""El estado de la coalición: sus cinco elementos, observación por observación, en palabras.

Los elementos son los de la presentación Huella Local 2023; los cuatro estados, una propuesta del
kit. No se suman ni se promedian: un elemento firme no compensa a otro que no está.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mesa_territorial.analisis.frases import con_mayuscula, enumerar
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.dominio.coalicion import ELEMENTOS, EstadoDeElemento, Observacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.esquemas.coalicion_palabras import ESTADOS_DE_ELEMENTO

_DE_MENOS_A_MAS = tuple(EstadoDeElemento)
_TODOS = len(ELEMENTOS)
_NOMBRES: Mapping[str, str] = {
    "dominio": "el dominio de acción en el territorio",
    "diversidad": "la diversidad de actores",
    "recursos": "los recursos de cada uno",
    "objetivos": "los objetivos convergentes",
    "vision": "la visión de mediano y largo plazo",
}
_QUE_HACER: Mapping[str, str] = {
    "dominio": "Escriban en una línea los límites y el asunto; pidan a tres actores que los lean.",
    "diversidad": "Busquen a quien piensa distinto y a quien decide en otro nivel.",
    "recursos": "Pidan a cada uno que diga qué pone, aunque no sea dinero.",
    "objetivos": "Escriban un objetivo que cada cual reconozca como propio y léanlo en voz alta.",
    "vision": "Pregunten qué debería ser cierto en diez años y guarden tres frases.",
}
_SIN_OBSERVACIONES = Lectura(
    "sin_observaciones",
    "Todavía no hay ninguna observación de la coalición.",
    (),
    Tono.DATO,
    "Sin un punto de partida no habrá con qué comparar: anote cómo está hoy, aunque no haya nada.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cambio:
    """Un elemento que cambió de estado entre dos observaciones seguidas que lo miraron."""

    elemento: str
    antes: EstadoDeElemento
    despues: EstadoDeElemento
    desde: Observacion
    hasta: Observacion

    @property
    def retrocede(self) -> bool:
        """Si quedó en un estado menor."""
        return _DE_MENOS_A_MAS.index(self.despues) < _DE_MENOS_A_MAS.index(self.antes)


def cambios(mesa: Mesa) -> tuple[Cambio, ...]:
    """Los cambios de estado, del más reciente al más antiguo."""
    todos = (c for e in ELEMENTOS for c in _cambios_de(mesa, e))
    return tuple(sorted(todos, key=lambda c: c.hasta.fecha, reverse=True))


def _cambios_de(mesa: Mesa, elemento: str) -> Iterator[Cambio]:
    vistas = [o for o in mesa.coalicion.observaciones_en_orden if o.estado(elemento)]
    for una, otra in pairwise(vistas):
        antes, despues = una.estado(elemento), otra.estado(elemento)
        if antes and despues and antes is not despues:
            yield Cambio(elemento=elemento, antes=antes, despues=despues, desde=una, hasta=otra)


def leer_cambios(mesa: Mesa) -> tuple[Lectura, ...]:
    """Qué elementos cambiaron: primero los que retrocedieron y, en cada grupo, lo más reciente."""
    lecturas = (_leer_cambio(c) for c in cambios(mesa))
    return tuple(sorted(lecturas, key=lambda lectura: lectura.tono is not Tono.ALERTA))


def _leer_cambio(cambio: Cambio) -> Lectura:
    verbo = "retrocedió" if cambio.retrocede else "avanzó"
    frase = (
        f"{nombrar_elemento(cambio.elemento)}: {verbo} de «{_decir(cambio.antes)}» a "
        f"«{_decir(cambio.despues)}» al {fecha_larga(cambio.hasta.fecha)}."
    )
    hecho = cambio.hasta.hecho(cambio.elemento) or "No se anotó el hecho que lo explica."
    tono = Tono.ALERTA if cambio.retrocede else Tono.FORTALEZA
    return Lectura(f"cambio_{cambio.elemento}_{cambio.hasta.id}", frase, (), tono, hecho)


def leer_coalicion(mesa: Mesa) -> tuple[Lectura, ...]:
    """Cómo está hoy la coalición según la última observación; nunca vacío."""
    observaciones = mesa.coalicion.observaciones_en_orden
    if not observaciones:
        return (_SIN_OBSERVACIONES,)
    return tuple(lectura for leer in _LECTORES for lectura in leer(observaciones[-1]))


def _leer_estados(ultima: Observacion) -> Iterator[Lectura]:
    for elemento in ELEMENTOS:
        estado = ultima.estado(elemento)
        if estado:
            frase = f"{nombrar_elemento(elemento)}: {_decir(estado)}."
            hecho = ultima.hecho(elemento) or "No se anotó un hecho."
            dice = f"{hecho} Para avanzar: {_QUE_HACER[elemento]}"
            firme = estado is EstadoDeElemento.FIRME
            yield Lectura(elemento, frase, (), _TONOS[estado], hecho if firme else dice)


def _leer_sin_hecho(ultima: Observacion) -> Iterator[Lectura]:
    afirmados = (EstadoDeElemento.EN_CURSO, EstadoDeElemento.FIRME)
    mudos = [
        _NOMBRES[e]
        for e in ELEMENTOS
        if ultima.estado(e) in afirmados and not ultima.hecho(e).strip()
    ]
    if mudos:
        frase = f"Se afirma sin un hecho que lo muestre: {enumerar(mudos, _TODOS)}."
        por_que = "«Firme» sin evidencia es una esperanza: anote qué lo muestra."
        yield Lectura("sin_hecho", frase, (), Tono.ALERTA, por_que)


def _leer_sin_mirar(ultima: Observacion) -> Iterator[Lectura]:
    faltan = [_NOMBRES[e] for e in ELEMENTOS if ultima.estado(e) is None]
    if faltan:
        frase = f"En la última observación no se miró: {enumerar(faltan, _TODOS)}."
        yield Lectura("sin_mirar", frase, (), Tono.DATO, "Complétela o diga por qué no se miró.")


_LECTORES = (_leer_estados, _leer_sin_hecho, _leer_sin_mirar)
_TONOS: Mapping[EstadoDeElemento, Tono] = {
    EstadoDeElemento.NO_HAY: Tono.ALERTA,
    EstadoDeElemento.ASOMA: Tono.DATO,
    EstadoDeElemento.EN_CURSO: Tono.DATO,
    EstadoDeElemento.FIRME: Tono.FORTALEZA,
}


def nombrar_elemento(elemento: str) -> str:
    """«El dominio de acción en el territorio»."""
    return con_mayuscula(_NOMBRES[elemento])


def _decir(estado: EstadoDeElemento) -> str:
    return ESTADOS_DE_ELEMENTO[estado].lower()
