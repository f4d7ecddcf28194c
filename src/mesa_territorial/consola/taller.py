"""``mesa taller``: abre el kit a la sala, con código, cifrado y votación."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mesa_territorial.consola.anuncio import Anuncio
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.servidor.ajustes import PUERTO, carpeta_de_datos

if TYPE_CHECKING:
    from mesa_territorial.almacen.padron import Rol
    from mesa_territorial.servidor.acceso.ajustes import AjustesDeTaller
    from mesa_territorial.servidor.acceso.servidor import ServidorDeTaller
    from mesa_territorial.servidor.tls import Certificado
    from mesa_territorial.servidor.votacion.hijo import HijoDeVotos

ARCHIVOS_ABIERTOS = 8192


def taller(  # noqa: PLR0913, PLR0917 — cada parámetro es una opción de la orden
    titulo: Annotated[str, typer.Option(help="Cómo se llama el taller.")] = "Taller",
    direccion: Annotated[
        str, typer.Option(help="Dirección de este computador en la red; vacío, la de salida.")
    ] = "",
    puerto: Annotated[int, typer.Option(help="Puerto donde escucha.", min=1, max=65535)] = PUERTO,
    lugares: Annotated[
        int, typer.Option(help="Páginas abiertas a la vez; 0, según la memoria.", min=0, max=2000)
    ] = 0,
    certificado: Annotated[Path | None, typer.Option(help="Certificado TLS, en PEM.")] = None,
    llave: Annotated[Path | None, typer.Option(help="Llave del certificado, en PEM.")] = None,
    nuevo: Annotated[
        bool, typer.Option("--nuevo", help="Cierra el taller que quedó abierto y empieza otro.")
    ] = False,
) -> None:
    """Abre el kit a las personas de la sala, en la red local. Se detiene con Ctrl+C."""
    from mesa_territorial.servidor.acceso.ajustes import AjustesDeTaller
    from mesa_territorial.servidor.red import elegir_direccion, puerto_libre
    from mesa_territorial.servidor.registro import registrar_en

    propia = elegir_direccion(direccion)
    registro = carpeta_de_datos() / "registro.log"
    registrar_en(registro)
    ajustes = AjustesDeTaller(
        titulo=titulo,
        direccion=propia,
        puerto=puerto_libre(propia, puerto),
        lugares=lugares,
        certificado=_certificado(propia, certificado, llave),
        nuevo=nuevo,
        registro=registro,
    )
    with _votacion(ajustes) as votos:
        conducir(replace(ajustes, direccion_de_votos=votos))


def conducir(ajustes: "AjustesDeTaller", decir: Callable[[str], object] = typer.echo) -> None:
    """Levanta el taller, dice cómo se entra y atiende hasta que lo detengan."""
    from mesa_territorial.servidor.acceso.servidor import ServidorDeTaller

    _permitir_muchas_conexiones()

    def al_escuchar(servidor: "ServidorDeTaller") -> None:
        anuncio.decir_todo(servidor)

    def al_usar_llave(rol: "Rol", desde: str) -> None:
        anuncio.decir_llave_usada(servidor, rol, desde)

    anuncio = Anuncio(decir)
    servidor = ServidorDeTaller(ajustes, al_escuchar, al_usar_llave)
    servidor.atender()
    decir("El taller se detuvo. Lo hecho quedó guardado; si lo abre hoy, sigue donde estaba.")


def _certificado(direccion: str, certificado: Path | None, llave: Path | None) -> "Certificado":
    from mesa_territorial.servidor.tls import Certificado, certificado_propio

    exigir(
        (certificado is None) == (llave is None),
        "El certificado y su llave van juntos: dé --certificado y --llave.",
    )
    if certificado and llave:
        par = Certificado(certificado, llave)
        par.contexto()
        return par
    nombres = tuple(dict.fromkeys((direccion, "127.0.0.1", "localhost")))
    return certificado_propio(carpeta_de_datos() / "tls", nombres, datetime.now(UTC))


@contextmanager
def _votacion(taller: "AjustesDeTaller") -> Iterator[str]:
    """La votación en su propio proceso; si no parte, el taller sigue sin ella."""
    from mesa_territorial.servidor.red import puerto_libre
    from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos
    from mesa_territorial.servidor.votacion.hijo import HijoDeVotos

    ajustes = AjustesDeVotos(
        urna=taller.votos,
        direccion=taller.direccion,
        puerto=puerto_libre(taller.direccion, taller.puerto + 1),
        certificado=taller.certificado.certificado,
        llave=taller.certificado.llave,
    )
    hijo = HijoDeVotos(ajustes)
    try:
        yield _levantar(hijo)
    finally:
        hijo.detener()


def _levantar(hijo: "HijoDeVotos") -> str:
    try:
        return hijo.levantar()
    except ReglaRota as regla:
        typer.echo(
            f"✘ La votación no partió: {regla} El resto del taller funciona igual.", err=True
        )
        return ""


def _permitir_muchas_conexiones() -> None:
    """Sube el tope de archivos abiertos del proceso hasta donde el sistema deje."""
    try:
        import resource
    except ImportError:  # Windows no tiene este tope
        return
    blando, duro = resource.getrlimit(resource.RLIMIT_NOFILE)
    pedido = ARCHIVOS_ABIERTOS if duro == resource.RLIM_INFINITY else min(ARCHIVOS_ABIERTOS, duro)
    if blando < pedido:
        resource.setrlimit(resource.RLIMIT_NOFILE, (pedido, duro))
