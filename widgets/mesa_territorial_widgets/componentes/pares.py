"""Comparar los criterios de a pares y, si el equipo quiere, llevar esos pesos a la cuenta."""

from math import floor
from typing import Any

import traitlets as t

from mesa_territorial.analisis.escala.pares import Balanza, Par, pares_de, pesar_de_a_pares
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.escala_criterios import par_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia


class Pares(ComponenteDePizarra):
    """Los pares de criterios con lo respondido y los pesos que saldrían de ahí."""

    modulo = "pares"
    pares: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    resultado = t.Dict().tag(sync=True)

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        super().__init__(pizarra, **rasgos)
        mantener_al_dia(
            self.pizarra, self._mirar, mira=lambda m: (m.escala.criterios, m.escala.pares)
        )

    def _mirar(self, mesa: Mesa) -> None:
        with self.hold_sync():
            self.pares = [_par_para_pantalla(mesa.escala, p) for p in pares_de(mesa.escala)]
            self.resultado = _resultado(mesa.escala, pesar_de_a_pares(mesa.escala))

    def _al_usar(self) -> None:
        pesos = pesos_para_la_cuenta(pesar_de_a_pares(self.valor.escala))
        exigir(bool(pesos), "Faltan comparaciones: termine todas antes de usar los pesos.")
        self.pizarra.responder(
            "pesar_criterios", {"pesos": pesos, "por_que": "Usó los pesos comparados de a pares"}
        )


def pesos_para_la_cuenta(balanza: Balanza) -> dict[str, float]:
    """Los pesos de 0 a 100 con un decimal, que suman 100; lo que sobra al redondear va al mayor."""
    if not balanza.pesos:
        return {}
    decimos = {c: floor(1_000 * p + 0.5) for c, p in balanza.pesos.items()}
    decimos[max(decimos, key=lambda c: decimos[c])] += 1_000 - sum(decimos.values())
    return {c: d / 10 for c, d in decimos.items()}


def _par_para_pantalla(escala: Escala, par: Par) -> dict[str, Any]:
    uno, otro = par
    anotado = escala.pares.get(par_de(uno.id, otro.id))
    return {
        "uno": uno.id,
        "otro": otro.id,
        "nombres": [uno.nombre, otro.nombre],
        "gana": anotado.uno if anotado else "",
        "veces": anotado.veces if anotado else 0,
    }


def _resultado(escala: Escala, balanza: Balanza) -> dict[str, Any]:
    pesos = pesos_para_la_cuenta(balanza)
    return {
        "frase": balanza.frase,
        "contradice": bool(balanza.resultado and balanza.resultado.se_contradice),
        "pesos": [
            {"nombre": c.nombre, "hoy": numero(c.peso, 1), "sale": numero(pesos[c.id], 1)}
            for c in escala.criterios.values()
            if c.id in pesos
        ],
    }
