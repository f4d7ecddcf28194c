"""Bajar la Mesa en el formato que pida la pantalla."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from mesa_territorial import intercambio
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial_widgets.componentes.archivos import para_bajar
from mesa_territorial_widgets.componentes.pizarra import Pizarra

Exportar = Callable[[Mesa, str], bytes]
FORMATOS: Mapping[str, tuple[str, Exportar]] = {
    "xlsx": (".xlsx", lambda m, _: intercambio.exportar_xlsx(m)),
    "csv": (".zip", lambda m, _: intercambio.exportar_csv(m)),
    "svg": (".svg", intercambio.exportar_svg),
    "graphml": (".graphml", intercambio.exportar_graphml),
    "gexf": (".gexf", intercambio.exportar_gexf),
    "xlsform": ("_kobo.xlsx", lambda m, _: intercambio.exportar_xlsform(m)),
}


class Llevar(Protocol):
    """Arma la copia ``.mesa``; ``con_privado`` lleva también los juicios del equipo."""

    def __call__(self, *, con_privado: bool = False) -> bytes: ...


def exportar(
    pizarra: Pizarra, llevar: Llevar, formato: str, con_privado: bool = False, **_: Any
) -> dict[str, str]:
    """El archivo en el formato pedido; «mesa» lo da ``llevar``, con el historial.

    Sólo la copia «mesa» puede llevar lo privado del equipo, y únicamente si se pide.
    """
    nombre = nombre_de_archivo(pizarra.valor.nombre)
    if formato == "mesa":
        privado = con_privado is True
        copia = nombre_de_copia(pizarra.valor.nombre, con_privado=privado)
        return para_bajar(copia, llevar(con_privado=privado))
    exigir(formato in FORMATOS, f"No se conoce el formato «{formato}».")
    sufijo, hacer = FORMATOS[formato]
    momento = pizarra.filtro.get("momento") or pizarra.valor.momentos_en_orden[-1].id
    return para_bajar(nombre + sufijo, hacer(pizarra.valor, momento))


def nombre_de_copia(nombre: str, *, con_privado: bool) -> str:
    """El nombre de la copia ``.mesa``: la que lleva lo privado lo dice."""
    return f"{nombre_de_archivo(nombre)}{'_PRIVADO' if con_privado else ''}.mesa"


def nombre_de_archivo(nombre: str) -> str:
    """``nombre`` sin los signos que un sistema de archivos rechaza."""
    limpio = "".join(c if c.isalnum() or c in " -_" else " " for c in nombre)
    return "_".join(limpio.split())[:80] or "mesa"
