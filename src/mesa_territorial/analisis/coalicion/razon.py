"""Una razón sobre un tipo de Mesa, y las que valen para más de uno."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.coalicion.quienes import (
    ids_de,
    organizaciones_cercanas,
    quienes_estan,
)
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.analisis.lecturas_de_presencia import ESTAN, decide
from mesa_territorial.dominio.actores import Actor, Nivel
from mesa_territorial.dominio.coalicion import LugarDeLaComunidad, Tarea
from mesa_territorial.dominio.mesa import Mesa

DE_ARRIBA = (Nivel.REGION, Nivel.NACIONAL)


class Sentido(StrEnum):
    """Si la razón hoy impide el tipo, empuja hacia él o lo desaconseja."""

    IMPIDE = "impide"
    A_FAVOR = "a_favor"
    EN_CONTRA = "en_contra"


@dataclass(frozen=True, slots=True)
class Razon:
    """Qué pasa, por qué importa, qué hacer y a qué actores nombra (por id)."""

    sentido: Sentido
    frase: str
    por_que: str = ""
    que_hacer: str = ""
    ids: tuple[str, ...] = ()


Razones = Iterator[Razon]


def a_favor(frase: str, por_que: str = "", ids: tuple[str, ...] = ()) -> Razon:
    """Una razón que empuja hacia el tipo."""
    return Razon(Sentido.A_FAVOR, frase, por_que, "", ids)


def en_contra(
    frase: str, por_que: str = "", que_hacer: str = "", ids: tuple[str, ...] = ()
) -> Razon:
    """Una razón que lo desaconseja, sin impedirlo."""
    return Razon(Sentido.EN_CONTRA, frase, por_que, que_hacer, ids)


def impide(frase: str, por_que: str, que_hacer: str, ids: tuple[str, ...] = ()) -> Razon:
    """Algo sin lo cual el tipo no existe; ``que_hacer`` es cómo se destraba."""
    return Razon(Sentido.IMPIDE, frase, por_que, que_hacer, ids)


def quien_convoca(mesa: Mesa, publicas: list[Actor], quien: str, desde: str) -> Razones:
    """Si está o convoca alguna de las instituciones públicas que actúan ``desde`` ese nivel."""
    ids, estan = ids_de(publicas), ids_de(quienes_estan(publicas))
    convoca = mesa.coalicion.convoca
    fuente = f"En este tipo de Mesa convoca {quien} (presentación Huella Local 2023)."
    if convoca in ids:
        yield a_favor(f"Convoca {mesa.actor(convoca).nombre}, desde {desde}.", fuente, (convoca,))
    elif estan:
        frase = f"Ya participa el Estado desde {desde}: {nombrar(mesa, estan)}."
        yield a_favor(frase, f"{fuente} Confirme que pueda convocar.", estan)
    else:
        sin = f"; en el mapa, sin integrar: {nombrar(mesa, ids)}" if ids else ""
        frase = f"Ninguna institución pública está en la Mesa desde {desde}{sin}."
        yield impide(frase, fuente, f"Consiga que {quien} se comprometa a convocar.", ids)


_LO_DEL_PILOTO = (
    "En el piloto de Campanilla los objetivos dependían en buena medida de quien decide fuera del "
    "campamento, y hubo que redefinirlos (informe PNUD–FOSIS 2020)."
)


def depende_de_fuera(mesa: Mesa) -> Razones:
    """Quién decide desde la comuna o más arriba y todavía no está."""
    niveles = (Nivel.COMUNA, *DE_ARRIBA)
    arriba = (a for a in mesa.actores.values() if a.nivel in niveles)
    fuera = ids_de(a for a in arriba if decide(a) and a.estado not in ESTAN)
    if fuera:
        frase = f"Deciden desde la comuna o más arriba, y no están: {nombrar(mesa, fuera)}."
        que_hacer = "Súmelos al Comité de Coordinación o trabaje con cada uno por separado."
        yield en_contra(frase, _LO_DEL_PILOTO, que_hacer, fuera)


def segun_la_tarea(mesa: Mesa) -> Razones:
    """Si lo que se espera hacer cabe en un acuerdo entre tres."""
    tarea = mesa.coalicion.tarea
    if tarea is Tarea.INICIATIVA:
        por_que = "Para eso basta acordar entre tres, y se parte antes."
        yield a_favor("Se espera una sola iniciativa.", por_que)
    elif tarea is not None:
        por_que = "Una cartera o un proceso largo necesitan a más actores que los tres que firman."
        yield en_contra("Lo que se espera no cabe en una sola iniciativa.", por_que)


def la_comunidad_queda_fuera(mesa: Mesa, donde: str) -> Razones:
    """Si el lugar que se quiere para la comunidad calza con el de beneficiaria."""
    lugar = mesa.coalicion.lugar_de_la_comunidad
    if lugar is LugarDeLaComunidad.INTEGRA:
        yield en_contra(
            f"Su equipo quiere que la comunidad decida, y en {donde} queda como beneficiaria.",
            "Así la ubica la presentación Huella Local 2023.",
            "Acuerde antes cómo participará y quién la representará.",
            ids_de(organizaciones_cercanas(mesa)),
        )
    elif lugar is LugarDeLaComunidad.BENEFICIARIA:
        yield a_favor("La comunidad recibirá lo que se acuerde, sin sentarse a decidir.")
