"""``mesa importar``: trae una Mesa (.mesa) o una lista de actores y relaciones (planilla)."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mesa_territorial.consola.estante import AUTOR, almacen_abierto, buscar_mesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.territorio import Territorio

if TYPE_CHECKING:
    from mesa_territorial.almacen import Almacen
    from mesa_territorial.intercambio import Hoja, Revision

Archivo = Annotated[Path, typer.Argument(help="Archivo .mesa, .xlsx, .ods o .csv.")]


def importar(
    archivo: Archivo,
    mesa: Annotated[str, typer.Option(help="Clave o nombre de la Mesa que recibe.")] = "",
    nombre: Annotated[str, typer.Option(help="Nombre de la Mesa nueva.")] = "",
    comuna: Annotated[str, typer.Option(help="Comuna de la Mesa nueva, o su código.")] = "",
    omitir_errores: Annotated[
        bool, typer.Option("--omitir-errores", help="Deja fuera las filas con error.")
    ] = False,
) -> None:
    """Trae un archivo .mesa o una planilla.

    La planilla entra a la Mesa que se diga o a una nueva, que necesita su comuna.
    """
    exigir(archivo.is_file(), f"No se encuentra el archivo «{archivo}».")
    contenido = archivo.read_bytes()
    with almacen_abierto() as almacen:
        if archivo.suffix.lower() == ".mesa":
            _traer_mesa(almacen, contenido)
            return
        destino = almacen.leer(buscar_mesa(almacen, mesa).clave).mesa if mesa else None
        base = destino or _mesa_nueva(nombre or archivo.stem, comuna)
        _traer_planilla(almacen, base, archivo.name, contenido, omitir_errores, destino is None)


def _traer_mesa(almacen: "Almacen", contenido: bytes) -> None:
    from mesa_territorial.intercambio.guardadas import traer

    mesa = traer(almacen, contenido, autor=AUTOR, crear_clave=lambda: _crear_id("m"))
    typer.echo(f"✔ Se trajo «{mesa.nombre}» con su historial. Su clave es {mesa.id}.")


def _crear_id(prefijo: str = "a") -> str:
    return prefijo + secrets.token_hex(6)


def _mesa_nueva(nombre: str, comuna: str) -> Mesa:
    from mesa_territorial.casos import buscar_comunas

    exigir(bool(comuna), "Para una Mesa nueva diga su comuna: --comuna Valparaíso.")
    halladas = buscar_comunas(comuna, 3)
    exacta = [c for c in halladas if c.nombre.casefold() == comuna.casefold()] or halladas
    if len(exacta) != 1:
        ofrecidas = ", ".join(c.nombre for c in halladas) or "ninguna parecida"
        raise ReglaRota(f"No se sabe qué comuna es «{comuna}» (hay: {ofrecidas}).")
    return Mesa(id=_crear_id("m"), nombre=nombre, territorio=Territorio(cut_comuna=exacta[0].cut))


def _traer_planilla(  # noqa: PLR0917  lo que la persona dijo, tal cual
    almacen: "Almacen", mesa: Mesa, nombre: str, contenido: bytes, omitir: bool, es_nueva: bool
) -> None:
    from mesa_territorial.intercambio import leer_archivo

    libro = leer_archivo(nombre, contenido)
    hojas = [h for h in libro.hojas if "(ignorar)" not in h.nombre.lower() and h.filas]
    final = mesa
    for hoja in sorted(hojas, key=lambda h: "relacion" in h.nombre.lower()):
        final = _aplicar_hoja(final, hoja, nombre, omitir)
    if es_nueva:
        almacen.crear(final, autor=AUTOR, frase=f"Creó la Mesa desde {nombre}")
    else:
        almacen.cambiar(mesa.id, f"Importó {nombre}", lambda _: final, autor=AUTOR)
    typer.echo(
        f"✔ «{final.nombre}» quedó con {len(final.actores)} actores y "
        f"{len(final.relaciones)} relaciones. Su clave es {final.id}."
    )


def _aplicar_hoja(mesa: Mesa, hoja: "Hoja", archivo: str, omitir: bool) -> Mesa:
    from mesa_territorial import intercambio

    fila = intercambio.sugerir_encabezado(hoja)
    forma = intercambio.reconocer(hoja, fila)
    columnas = intercambio.sugerir_columnas(hoja.filas[fila], forma)
    revision = intercambio.revisar(
        mesa, hoja, fila, columnas, forma=forma, archivo=archivo, crear_id=_crear_id
    )
    _contar(hoja, revision, omitir)
    return intercambio.aplicar(mesa, revision, decisiones={})


def _contar(hoja: "Hoja", revision: "Revision", omitir: bool) -> None:
    c = revision.cuentas
    typer.echo(
        f"Hoja «{hoja.nombre}»: {c.nuevas} nuevas, {c.actualizan} con cambios, "
        f"{c.iguales} iguales, {c.errores} con error."
    )
    for problema in revision.problemas:
        typer.echo(f"  ✘ {problema.frase}")
    for p in revision.parecidos:
        typer.echo(f"  ? «{p.nombre_fila}» se parece a «{p.nombre_existente}»: entró aparte.")
    if c.errores and not omitir:
        raise ReglaRota(
            "No se importó nada. Arregle esas celdas, o use --omitir-errores para dejarlas fuera."
        )
