"""El tablero de la convocatoria: cada actor en la columna de su estado, con lo que sigue."""

from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets as t

from mesa_territorial.analisis.convocatoria import COLUMNAS, Seguimiento, seguir
from mesa_territorial.analisis.convocatoria.de_seguimiento import decir_dias, decir_plazo
from mesa_territorial.analisis.convocatoria.plan import orden_del_plan
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS
from mesa_territorial_widgets.componentes.convocatoria_mirada import mirar_convocatoria
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

Reloj = Callable[[], date]
Mudanzas = Callable[[], list[dict[str, str]]]


class TableroDeEstados(ComponenteDePizarra):
    """Las columnas son los estados del mapa: mover una tarjeta cambia al actor en todas partes.

    ``reloj`` da el día de hoy; ``mudanzas``, los cambios de estado hechos fuera de aquí (en el
    mapa, en la tabla), con la fecha que les puso la bitácora.
    """

    modulo = "tablero_de_estados"
    columnas: "t.List[dict[str, str]]" = t.List().tag(sync=True)
    tarjetas = t.Dict().tag(sync=True)
    orden: "t.List[str]" = t.List().tag(sync=True)
    hoy = t.Unicode().tag(sync=True)

    def __init__(
        self, pizarra: Pizarra | Mesa, *, reloj: Reloj, mudanzas: Mudanzas = list, **rasgos: Any
    ) -> None:
        self._reloj, self._mudanzas = reloj, mudanzas
        columnas = [{"clave": e, "nombre": ESTADOS[e]} for e in COLUMNAS]
        super().__init__(pizarra, columnas=columnas, **rasgos)
        mantener_al_dia(self.pizarra, self._pintar, mira=mirar_convocatoria)

    def _pintar(self, mesa: Mesa) -> None:
        hoy = self._reloj()
        fuera = self._mudanzas()
        with self.hold_sync():
            self.hoy = hoy.isoformat()
            self.orden = [*orden_del_plan(mesa)]
            self.tarjetas = {
                i: {**_tarjeta(mesa, s), "fuera": [m for m in fuera if m["actor"] == i]}
                for i, s in seguir(mesa, hoy).items()
            }


def _tarjeta(mesa: Mesa, s: Seguimiento) -> dict[str, Any]:
    return {
        "sigue": s.proxima.que if s.proxima else "",
        "plazo": decir_plazo(s) if s.proxima else "",
        "cargo": _cargo(mesa, s),
        "silencio": f"{decir_dias(s.en_silencio)} sin respuesta" if s.en_silencio else "",
        "atrasado": s.esta_atrasado,
    }


def _cargo(mesa: Mesa, s: Seguimiento) -> str:
    if s.proxima is None:
        return ""
    if s.proxima.responsable_actor:
        return mesa.actor(s.proxima.responsable_actor).nombre
    return s.proxima.responsable.strip()
