"""La Mesa que se constituye: lo que ya dicen los otros temas, el objetivo y el Comité."""

from typing import Any

import traitlets as t

from mesa_territorial.analisis.coalicion import tipo_de_la_mesa
from mesa_territorial.analisis.escala.lente import Asiento
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.instalacion import (
    AsientoDeComite,
    asientos_del_comite,
    integrantes,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS, NIVELES
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

_FALTA = "Falta"
_TEMA_1, _TEMA_2 = "Se decide en el tema 1", "Se decide en el tema 2"


class Constitucion(ComponenteDePizarra):
    """``datos`` son rótulo, valor y de dónde sale; ``asientos``, quién está o se propone."""

    modulo = "constitucion"
    datos = t.List().tag(sync=True)
    asientos: "t.List[dict[str, Any]]" = t.List().tag(sync=True)

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        super().__init__(pizarra, **rasgos)
        mantener_al_dia(
            self.pizarra,
            self._mirar,
            mira=lambda m: (m.actores, m.escala, m.coalicion, m.objetivo),
        )

    def _mirar(self, mesa: Mesa) -> None:
        with self.hold_sync():
            self.datos = datos_de(mesa)
            self.asientos = [_a_pantalla(mesa, a) for a in asientos_del_comite(mesa)]


def datos_de(mesa: Mesa) -> list[list[str]]:
    """Lo que ya acordaron otros temas: rótulo, valor y el tema del que sale."""
    tipo, escala = tipo_de_la_mesa(mesa), mesa.escala
    aconsejado = "" if tipo.decidido or not tipo.nombre else " (aconsejado)"
    cuantos = contar(len(integrantes(mesa)), "un actor", "actores", "Nadie")
    niveles = [NIVELES[n] if n else _FALTA for n in (escala.nivel_objetivo, escala.nivel_mesa)]
    return [
        ["Tipo de Mesa", (tipo.nombre or _FALTA) + aconsejado, _TEMA_1],
        ["Nivel del objetivo", niveles[0], _TEMA_2],
        ["Nivel de la Mesa", niveles[1], _TEMA_2],
        ["La constituyen", cuantos, "Los que integran en el mapa"],
    ]


def _a_pantalla(mesa: Mesa, asiento: AsientoDeComite) -> dict[str, Any]:
    return {
        "id": asiento.actor,
        "esta": asiento.esta,
        "senas": [*_senas(asiento)],
        "situacion": "" if asiento.asiento is Asiento.SENTADO else _situacion(mesa, asiento.actor),
        "razones": list(asiento.razones),
    }


def _senas(asiento: AsientoDeComite) -> list[str]:
    puestas = (
        (asiento.indispensable, "Indispensable"),
        (asiento.propuesto and not asiento.esta, "Lo propone la escala"),
    )
    return [texto for cierto, texto in puestas if cierto]


def _situacion(mesa: Mesa, id_actor: str) -> str:
    return f"Todavía no integra la Mesa: {ESTADOS[mesa.actores[id_actor].estado].lower()}."
