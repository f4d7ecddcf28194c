"""``mesa exportar``: una Mesa guardada, como archivo."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mesa_territorial.consola.estante import almacen_abierto, buscar_mesa
from mesa_territorial.dominio.mesa import Mesa


class Formato(StrEnum):
    """Los formatos en que sale una Mesa."""

    MESA = "mesa"
    XLSX = "xlsx"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    SVG = "svg"
    XLSFORM = "xlsform"


_CON_PRIVADO = "  Lleva también lo privado del equipo: guárdela como respaldo y no la envíe."
_SIN_PRIVADO = (
    "  No lleva el juego de actores ni las notas de cada evaluador. Para un respaldo completo: "
    "--con-privado."
)
_EXTENSIONES = {Formato.CSV: "zip", Formato.XLSFORM: "xlsx"}


def exportar(
    mesa: Annotated[str, typer.Argument(help="Clave o nombre de la Mesa.")],
    formato: Annotated[Formato, typer.Option(help="En qué formato sale.")] = Formato.MESA,
    salida: Annotated[Path | None, typer.Option(help="Archivo o carpeta de destino.")] = None,
    con_privado: Annotated[
        bool, typer.Option("--con-privado", help="Lleva también los juicios del equipo (.mesa).")
    ] = False,
) -> None:
    """Guarda una Mesa como archivo."""
    with almacen_abierto() as almacen:
        clave = buscar_mesa(almacen, mesa).clave
        if formato is Formato.MESA:
            from mesa_territorial.intercambio.guardadas import llevar

            leida, contenido = llevar(almacen, clave, con_privado=con_privado)
        else:
            leida = almacen.leer(clave).mesa
            contenido = _exportadores()[formato](leida)
    destino = _destino(salida, leida, formato)
    destino.write_bytes(contenido)
    typer.echo(f"✔ «{leida.nombre}» quedó en {destino}")
    if formato is Formato.MESA:
        typer.echo(_CON_PRIVADO if con_privado else _SIN_PRIVADO)


def _exportadores() -> Mapping[Formato, Callable[[Mesa], bytes]]:
    from mesa_territorial import intercambio as i

    def ultimo(mesa: Mesa) -> str:
        return max(mesa.momentos.values(), key=lambda m: m.orden).id

    return {
        Formato.XLSX: i.exportar_xlsx,
        Formato.CSV: i.exportar_csv,
        Formato.GRAPHML: lambda m: i.exportar_graphml(m, ultimo(m)),
        Formato.GEXF: lambda m: i.exportar_gexf(m, ultimo(m)),
        Formato.SVG: lambda m: i.exportar_svg(m, ultimo(m)),
        Formato.XLSFORM: i.exportar_xlsform,
    }


def _destino(salida: Path | None, mesa: Mesa, formato: Formato) -> Path:
    nombre = "".join(c if c.isalnum() or c in " -_" else "_" for c in mesa.nombre).strip()
    archivo = f"{nombre[:80] or mesa.id}.{_EXTENSIONES.get(formato, formato)}"
    if salida is None:
        return Path(archivo)
    return salida / archivo if salida.is_dir() else salida
