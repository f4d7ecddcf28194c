"""Qué tipo de Mesa conviene: un consejo con sus razones, aparte de lo que decida el equipo.

Quién convoca en cada tipo y dónde queda la comunidad vienen de la presentación Huella Local 2023
(convenio, comunal, regional) y del informe PNUD–FOSIS 2020 (territorial); la intercomunal sólo
está nombrada ahí. La regla con que se aconseja es una propuesta del kit: primero el alcance del
problema y después lo que hoy lo impide. No hay puntaje.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from mesa_territorial.analisis.coalicion.razon import Razon, Sentido
from mesa_territorial.analisis.coalicion.razones import razones_de
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.coalicion import Alcance, Tarea, TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion_palabras import TIPOS
from mesa_territorial.textos import NIVELES

_DE_CADA_ALCANCE: Mapping[Alcance, TipoDeMesa] = {
    Alcance.PARTE: TipoDeMesa.TERRITORIAL,
    Alcance.COMUNA: TipoDeMesa.COMUNAL,
    Alcance.COMUNAS: TipoDeMesa.INTERCOMUNAL,
    Alcance.REGION: TipoDeMesa.REGIONAL,
}
_DE_CADA_NIVEL: Mapping[Nivel, Alcance] = {
    Nivel.CAMPAMENTO: Alcance.PARTE,
    Nivel.BARRIO: Alcance.PARTE,
    Nivel.UNIDAD_VECINAL: Alcance.PARTE,
    Nivel.COMUNA: Alcance.COMUNA,
    Nivel.INTERCOMUNAL: Alcance.COMUNAS,
    Nivel.REGION: Alcance.REGION,
    Nivel.NACIONAL: Alcance.REGION,
}
_SI_ABARCARA: Mapping[Alcance, str] = {
    Alcance.PARTE: "sólo una parte de la comuna",
    Alcance.COMUNA: "toda una comuna",
    Alcance.COMUNAS: "varias comunas vecinas",
    Alcance.REGION: "toda la región",
}
# Con qué se puede partir si el que calza está impedido: de lo más amplio a lo más pequeño.
_DE_MAYOR_A_MENOR = tuple(reversed(TipoDeMesa))


class OrigenDelAlcance(StrEnum):
    """De dónde se tomó hasta dónde llega el problema."""

    RESPONDIDO = "respondido"
    ESCALA = "escala"
    TERRITORIO = "territorio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consejo:
    """``calza`` es el tipo que pide el problema; ``aconsejado``, con el que se puede partir hoy.

    Si algo impide el que calza, ``aconsejado`` es uno más pequeño, o ``None`` si hoy ninguno se
    puede. ``origen`` dice de dónde salió el alcance y ``hay_con_que``, si el mapa tiene actores.
    """

    calza: TipoDeMesa
    aconsejado: TipoDeMesa | None
    alcance: Alcance
    origen: OrigenDelAlcance
    hay_con_que: bool
    razones: Mapping[TipoDeMesa, tuple[Razon, ...]]

    def impedimentos(self, tipo: TipoDeMesa) -> tuple[Razon, ...]:
        """Lo que hoy impide ese tipo."""
        return tuple(r for r in self.razones[tipo] if r.sentido is Sentido.IMPIDE)

    @property
    def se_puede(self) -> bool:
        """Si el que calza se puede hoy."""
        return self.aconsejado is self.calza

    @property
    def frase(self) -> str:
        """El consejo en una frase."""
        if not self.hay_con_que:
            return "Todavía no hay con qué aconsejar: el mapa no tiene actores."
        if self.se_puede:
            return f"Conviene {con_articulo(self.calza)}."
        pide = f"El problema pide {con_articulo(self.calza)}, y hoy algo lo impide."
        if self.aconsejado is None:
            return f"{pide} Tampoco se puede partir con uno más pequeño: primero, el mapa."
        return f"{pide} Mientras tanto, se puede partir con {con_articulo(self.aconsejado)}."


def aconsejar_tipo(mesa: Mesa) -> Consejo:
    """El tipo de Mesa aconsejado con lo que la Mesa sabe hoy, y las razones de cada tipo."""
    alcance, origen = alcance_de(mesa)
    calza = _el_que_calza(mesa.coalicion.tarea, alcance)
    razones = {tipo: razones_de(mesa, tipo, alcance) for tipo in TipoDeMesa}
    libres = [t for t in _desde(calza) if not _esta_impedido(razones[t])]
    return Consejo(
        calza=calza,
        aconsejado=libres[0] if libres else None,
        alcance=alcance,
        origen=origen,
        hay_con_que=bool(mesa.actores),
        razones=razones,
    )


def alcance_de(mesa: Mesa) -> tuple[Alcance, OrigenDelAlcance]:
    """Hasta dónde llega el problema: lo respondido, lo decidido en la escala o el territorio."""
    if mesa.coalicion.alcance:
        return mesa.coalicion.alcance, OrigenDelAlcance.RESPONDIDO
    if mesa.escala.nivel_mesa:
        return _DE_CADA_NIVEL[mesa.escala.nivel_mesa], OrigenDelAlcance.ESCALA
    return _DE_CADA_NIVEL[mesa.territorio.nivel], OrigenDelAlcance.TERRITORIO


def pugna_con_la_escala(mesa: Mesa) -> str:
    """Si el alcance respondido no calza con el nivel decidido para la Mesa (tema 02); o vacío."""
    nivel, alcance = mesa.escala.nivel_mesa, mesa.coalicion.alcance
    if nivel is None or alcance is None or _DE_CADA_NIVEL[nivel] is alcance:
        return ""
    return (
        f"Aquí el problema abarca {_SI_ABARCARA[alcance]}, y en «Territorio y escala» se decidió "
        f"el nivel {NIVELES[nivel].lower()} para la Mesa: revisen cuál de los dos vale."
    )


def _el_que_calza(tarea: Tarea | None, alcance: Alcance) -> TipoDeMesa:
    """El del alcance; una sola iniciativa dentro de una comuna cabe en un convenio."""
    en_una_comuna = alcance in (Alcance.PARTE, Alcance.COMUNA)
    if tarea is Tarea.INICIATIVA and en_una_comuna:
        return TipoDeMesa.CONVENIO
    return _DE_CADA_ALCANCE[alcance]


def _desde(tipo: TipoDeMesa) -> tuple[TipoDeMesa, ...]:
    return _DE_MAYOR_A_MENOR[_DE_MAYOR_A_MENOR.index(tipo) :]


def _esta_impedido(razones: tuple[Razon, ...]) -> bool:
    return any(r.sentido is Sentido.IMPIDE for r in razones)


def que_lo_cambiaria(mesa: Mesa) -> tuple[str, ...]:
    """Qué tendría que ser distinto para que el consejo fuera otro, una frase por cada cosa."""
    hoy = aconsejar_tipo(mesa)
    return (*_para_destrabar(hoy), *_con_otro_alcance(mesa, hoy), *_con_otra_tarea(mesa, hoy))


def _para_destrabar(hoy: Consejo) -> Iterator[str]:
    if not hoy.se_puede:
        for razon in hoy.impedimentos(hoy.calza):
            yield f"Para que se pueda {con_articulo(hoy.calza)}: {_en_medio(razon.que_hacer)}"


def _con_otro_alcance(mesa: Mesa, hoy: Consejo) -> Iterator[str]:
    for alcance in Alcance:
        otro = _si(mesa, alcance=alcance)
        if otro.calza is not hoy.calza:
            si = _SI_ABARCARA[alcance]
            yield f"Si el problema abarcara {si}, pediría {con_articulo(otro.calza)}{_pero(otro)}."


def _con_otra_tarea(mesa: Mesa, hoy: Consejo) -> Iterator[str]:
    otro = _si(mesa, tarea=Tarea.INICIATIVA)
    if otro.calza is not hoy.calza:
        yield (
            f"Si se esperara una sola iniciativa, bastaría {con_articulo(otro.calza)}{_pero(otro)}."
        )


def _si(mesa: Mesa, **otros: Any) -> Consejo:
    return aconsejar_tipo(mesa.con(coalicion=replace(mesa.coalicion, **otros)))


def _pero(consejo: Consejo) -> str:
    return "" if consejo.se_puede else ", que hoy no se puede"


def _en_medio(frase: str) -> str:
    return frase[:1].lower() + frase[1:]


def con_articulo(tipo: TipoDeMesa) -> str:
    """«una Mesa comunal», «un convenio tripartito»."""
    nombre = TIPOS[tipo]
    return f"un {nombre.lower()}" if tipo is TipoDeMesa.CONVENIO else f"una {nombre}"
