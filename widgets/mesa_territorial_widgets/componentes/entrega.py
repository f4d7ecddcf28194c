"""Lo que la persona se lleva a la oficina: archivos que se hacen al momento de bajarlos."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import traitlets as t

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial_widgets.componentes.archivos import para_bajar
from mesa_territorial_widgets.componentes.base import Componente

Hacer = Callable[[], tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Documento:
    """Un documento con sus formatos: rótulo del botón («Word», «PDF») → quien lo hace.

    Quien lo hace devuelve el nombre del archivo y su contenido, o levanta ``ReglaRota`` con lo
    que falta para poder hacerlo. ``privado`` avisa que lleva juicios del equipo.
    """

    clave: str
    titulo: str
    formatos: Mapping[str, Hacer]
    descripcion: str = ""
    privado: bool = False


class Entrega(Componente):
    """La lista de documentos que se pueden bajar."""

    modulo = "entrega"
    documentos: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    nota = t.Unicode().tag(sync=True)

    def __init__(self, documentos: Sequence[Documento], **rasgos: Any) -> None:
        self._documentos = {d.clave: d for d in documentos}
        super().__init__(documentos=[_a_pantalla(d) for d in documentos], **rasgos)

    def _al_bajar(self, clave: str, formato: str) -> dict[str, str]:
        documento = self._documentos.get(clave)
        hacer = documento.formatos.get(formato) if documento else None
        exigir(hacer is not None, "Ese documento ya no está. Recargue la página.")
        assert hacer is not None
        return para_bajar(*hacer())


def _a_pantalla(documento: Documento) -> dict[str, Any]:
    return {
        "clave": documento.clave,
        "titulo": documento.titulo,
        "descripcion": documento.descripcion,
        "privado": documento.privado,
        "formatos": list(documento.formatos),
    }
