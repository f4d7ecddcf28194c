"""Los contactos institucionales: aparte de la Mesa, apagados por omisión y borrables de verdad."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

DIAS_POR_OMISION = 180
CAMPOS = ("actor_id", "cargo", "correo", "finalidad", "base", "caduca")
Ficha = Mapping[str, Any]


class Libreta(Protocol):
    """Donde se guardan los contactos; quien la da sabe de almacenes y este componente no."""

    def activar(self, activados: bool) -> None: ...

    def leer(self) -> Sequence[Ficha]: ...

    def guardar(self, ficha: Ficha) -> None: ...

    def borrar(self, id_contacto: str) -> None: ...


class Contactos(ComponenteDePizarra):
    """La lista de contactos por actor; ``activados`` en falso muestra por qué están apagados."""

    modulo = "contactos"
    activados = t.Bool(False).tag(sync=True)
    fichas: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    caduca = t.Unicode().tag(sync=True)

    def __init__(
        self, pizarra: Pizarra | Mesa, libreta: Libreta, *, reloj: Callable[[], date]
    ) -> None:
        self._libreta = libreta
        caduca = reloj() + timedelta(days=DIAS_POR_OMISION)
        super().__init__(pizarra, caduca=caduca.isoformat())
        self._mostrar()

    def _mostrar(self) -> None:
        try:
            fichas = [dict(f) for f in self._libreta.leer()]
        except ReglaRota:
            # Así dice el almacén que están apagados.
            fichas, activados = [], False
        else:
            activados = True
        with self.hold_sync():
            self.activados, self.fichas = activados, fichas

    def _al_activar(self, activados: bool) -> None:
        self._exigir_que_se_pueda()
        self._libreta.activar(bool(activados))
        self._mostrar()

    def _al_guardar(self, ficha: dict[str, Any]) -> None:
        self._exigir_que_se_pueda()
        campos = {c: str(ficha.get(c, "")).strip() for c in CAMPOS}
        exigir(campos["actor_id"] in self.valor.actores, "Elija el actor al que pertenece.")
        self._libreta.guardar(campos)
        self._mostrar()

    def _al_borrar(self, id_contacto: str) -> None:
        self._exigir_que_se_pueda()
        self._libreta.borrar(str(id_contacto))
        self._mostrar()

    def _exigir_que_se_pueda(self) -> None:
        exigir(not self.pizarra.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")
