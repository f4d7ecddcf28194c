"""``mesa respaldar`` y ``mesa restaurar``."""

from pathlib import Path
from typing import Annotated

import typer

from mesa_territorial.consola.estante import almacen_abierto
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.servidor.ajustes import base_por_defecto


def respaldar(
    destino: Annotated[Path, typer.Argument(help="Archivo o carpeta de la copia.")] = Path(),
) -> None:
    """Copia todas las Mesas. Sirve también con el kit en uso."""
    with almacen_abierto() as almacen:
        copia = almacen.respaldar(destino)
    typer.echo(f"✔ Respaldo comprobado en {copia.resolve()}")


def restaurar(
    archivo: Annotated[Path, typer.Argument(help="El respaldo por restaurar.")],
    si: Annotated[bool, typer.Option("--si", help="No pregunta antes de restaurar.")] = False,
) -> None:
    """Vuelve a un respaldo. Lo que hay ahora queda guardado al lado."""
    from mesa_territorial.almacen import restaurar as reponer

    base = base_por_defecto()
    exigir("://" not in base, "Las Mesas están en PostgreSQL: se restauran con pg_restore.")
    exigir(archivo.is_file(), f"No se encuentra el respaldo «{archivo}».")
    if not si:
        pregunta = "Las Mesas de ahora se cambian por las del respaldo. ¿Seguir? (sí/no)"
        respuesta = typer.prompt(pregunta, default="no", show_default=False)
        exigir(respuesta.strip().lower() in {"sí", "si", "s"}, "No se restauró nada.")
    reponer(archivo, Path(base))
    typer.echo(f"✔ Se restauró {archivo.name}. Lo anterior quedó al lado de {base}")
