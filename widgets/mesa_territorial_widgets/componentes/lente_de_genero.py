"""El lente de género como una pieza del tablero de cualquier tema."""

from dataclasses import asdict
from typing import Any

from mesa_territorial.analisis.genero import Dicho, mirar_con_lente
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Bloque, Frase, Razones
from mesa_territorial_widgets.componentes.tablero import Pieza
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia


def lente_de_genero(pizarra: Pizarra, etapa: str) -> Pieza:
    """Una pieza plegable con las alertas y preguntas de género del tema.

    ``etapa`` es la clave del tema («03_mapa_de_actores») o una etapa («convocatoria»). No calcula
    nada hasta que se abre. Levanta ``ReglaRota``, al abrirse, si no hay lente para ese tema.
    """
    tiempo = Tiempo(lambda: _razones(pizarra, etapa), titulo="Mirando con lente de género")
    return Pieza("genero", "Lente de género", tiempo)


def _razones(pizarra: Pizarra, etapa: str) -> Razones:
    lente = mirar_con_lente(pizarra.valor, etapa)
    razones = Razones(pizarra, titulo=lente.titulo)
    mantener_al_dia(pizarra, lambda m: razones.decir(_bloques(m, etapa)), mira=_lo_que_mira)
    return razones


def _bloques(mesa: Mesa, etapa: str) -> list[Bloque]:
    lente = mirar_con_lente(mesa, etapa)
    preguntas = tuple(Frase(texto=p) for p in lente.preguntas)
    dicho = Bloque(titulo="Lo que muestra su Mesa", frases=tuple(map(a_frase, lente.dichos)))
    return [dicho, Bloque(titulo="Para conversar en el equipo", frases=preguntas)]


def a_frase(dicho: Dicho) -> Frase:
    """Un dicho de género como frase de ``Razones``."""
    return Frase(**{**asdict(dicho), "tono": str(dicho.tono)})


def _lo_que_mira(mesa: Mesa) -> Any:
    """Lo que cambia lo que el lente dice: mover a un actor en el mapa no lo rehace."""
    actores = [
        (a.id, a.nombre, a.sector, a.nivel, a.estado, a.influencia, a.interes, a.comite)
        for a in mesa.actores.values()
    ]
    momentos = list(mesa.momentos.values())
    otras = (mesa.coalicion, mesa.juego, mesa.instalacion.regla, mesa.instalacion.reglas)
    return actores, list(mesa.relaciones.values()), momentos, mesa.genero, otras
