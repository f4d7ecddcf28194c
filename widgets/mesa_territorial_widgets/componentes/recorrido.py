"""El recorrido guiado: pasos de un lado, el caso vivo del otro."""

from collections.abc import Callable, Sequence
from typing import Any

import traitlets as t
from ipywidgets import DOMWidget

from mesa_territorial.formacion.recorrido import Paso, Recorrido, revisar_paso
from mesa_territorial_widgets.componentes.base import Componente
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.seguro import atender

FILTRO_LIBRE = {
    "sectores": [],
    "niveles": [],
    "estados": [],
    "tipos": [],
    "momento": "",
    "buscar": "",
}


class RecorridoGuiado(Componente):
    """``valor`` es el número del paso y los ids de los pasos logrados.

    ``al_avanzar(paso, logrados)`` se llama en cada cambio, para que quien integra lo recuerde.
    """

    modulo = "recorrido"
    pasos = t.List().tag(sync=True)
    piezas = t.List().tag(sync=True)
    aviso = t.Unicode().tag(sync=True)
    cierre = t.Unicode().tag(sync=True)
    paso = t.Int(0).tag(sync=True)
    logrados = t.List(t.Unicode()).tag(sync=True)
    mensaje = t.Dict().tag(sync=True)

    def __init__(
        self,
        recorrido: Recorrido,
        pizarra: Pizarra,
        piezas: Sequence[DOMWidget],
        *,
        al_avanzar: Callable[[int, list[str]], None] = lambda *_: None,
        **rasgos: Any,
    ) -> None:
        self._recorrido, self._pizarra, self._al_avanzar = recorrido, pizarra, al_avanzar
        self._piezas = piezas
        super().__init__(
            pasos=[_para_pantalla(p) for p in recorrido.paso],
            piezas=[f"IPY_MODEL_{p.model_id}" for p in piezas],
            aviso=recorrido.aviso,
            cierre=recorrido.cierre,
            **rasgos,
        )
        pizarra.observe(lambda _: atender(self._mirar_accion), ["filtro", "medida"])
        self._preparar()

    @property
    def valor(self) -> tuple[int, list[str]]:
        """El paso en que va y los pasos logrados."""
        return self.paso, list(self.logrados)

    def _actual(self) -> Paso | None:
        pasos = self._recorrido.paso
        return pasos[self.paso] if 0 <= self.paso < len(pasos) else None

    def _preparar(self) -> None:
        paso = self._actual()
        if paso is None:
            return
        vista = dict(paso.preparar)
        self._pizarra.medida = vista.pop("medida", self._pizarra.medida)
        self._pizarra.seleccion = []
        self._pizarra.filtro = {**FILTRO_LIBRE, **vista}

    def _mirar_accion(self) -> None:
        paso = self._actual()
        if paso is None or paso.tarea != "hacer" or paso.id in self.logrados:
            return
        estado = {**self._pizarra.filtro, "medida": self._pizarra.medida}
        if revisar_paso(paso, estado).logrado:
            self._contar(paso, estado)

    def _contar(self, paso: Paso, respuesta: Any) -> None:
        revision = revisar_paso(paso, respuesta)
        self.mensaje = {"texto": revision.mensaje, "logrado": revision.logrado}
        if revision.logrado and paso.id not in self.logrados:
            self.logrados = [*self.logrados, paso.id]
            self._al_avanzar(*self.valor)

    def _al_responder(self, respuesta: Any = None) -> None:
        paso = self._actual()
        if paso is not None:
            elegidos = list(self._pizarra.seleccion)
            self._contar(paso, elegidos if paso.tarea == "elegir" else respuesta)

    def _al_ir(self, paso: int) -> None:
        self.mensaje = {}
        self.paso = min(max(int(paso), 0), len(self.pasos))
        self._preparar()
        self._al_avanzar(*self.valor)

    def _al_reiniciar(self) -> None:
        self.logrados = []
        self._al_ir(0)


def _para_pantalla(paso: Paso) -> dict[str, Any]:
    # Qué respuesta acierta no viaja al navegador.
    return {
        "id": paso.id,
        "titulo": paso.titulo,
        "texto": list(paso.texto),
        "pide": paso.pide,
        "tarea": paso.tarea,
        "pista": paso.pista,
        "seccion": paso.seccion,
        "opciones": [o.texto for o in paso.opciones],
    }
