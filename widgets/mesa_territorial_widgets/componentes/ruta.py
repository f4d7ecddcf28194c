"""La portada: su Mesa, la ruta de los temas y la guía para llevar."""

import traitlets as t

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial_widgets.componentes.archivos import para_bajar
from mesa_territorial_widgets.componentes.base import Componente


class Ruta(Componente):
    """``temas`` es la lista de fichas de la ruta; ``mesa``, la ficha de la Mesa abierta o vacía."""

    modulo = "ruta"
    temas = t.List().tag(sync=True)
    mesa = t.Dict().tag(sync=True)

    def _al_bajar_guia(self, formato: str) -> dict[str, str]:
        """La guía entera en «PDF» o «Word»."""
        from mesa_territorial.intercambio import guia_en_papel

        hacer = {"PDF": guia_en_papel.guia_en_pdf, "Word": guia_en_papel.guia_en_word}
        exigir(formato in hacer, f"La guía no sale en «{formato}».")
        return para_bajar(*hacer[formato]())
