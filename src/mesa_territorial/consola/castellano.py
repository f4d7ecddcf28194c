"""La consola en castellano: la ayuda y los errores de uso que la biblioteca escribe en inglés."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from mesa_territorial.dominio.reglas import ReglaRota

_AYUDA: Mapping[str, str] = {
    "Usage:": "Uso:",
    "[OPTIONS]": "[opciones]",
    "COMMAND [ARGS]...": "ORDEN …",
    "Options:": "Opciones:",
    "Commands:": "Órdenes:",
    "Arguments:": "Lo que se le da:",
    "Show this message and exit.": "Muestra esta ayuda.",
    "[default: ": "[si no se dice: ",
    "[required]": "[obligatorio]",
    "<int range>": "NÚMERO",
    "<str>": "TEXTO",
    "<path>": "ARCHIVO",
    "1<=x<=65535": "de 1 a 65535",
    "0<=x<=2000": "de 0 a 2000",
}


def traducir(ayuda: str) -> str:
    """La ayuda con sus rótulos en castellano."""
    for ingles, castellano in _AYUDA.items():
        ayuda = ayuda.replace(ingles, castellano)
    return ayuda


class Orden(TyperCommand):
    """Una orden que se explica en castellano."""

    def get_help(self, ctx: Any) -> str:
        """El texto de ``mesa ORDEN --ayuda``."""
        return traducir(super().get_help(ctx))


class Grupo(TyperGroup):
    """El conjunto de órdenes, explicado en castellano."""

    def get_help(self, ctx: Any) -> str:
        """El texto de ``mesa --ayuda``."""
        return traducir(super().get_help(ctx))


def _sin_valor(falla: Any) -> str:
    nombre = getattr(getattr(falla, "param", None), "name", "") or "un dato"
    return f"Falta decir: {nombre}."


def _valor_malo(falla: Any) -> str:
    parametro = getattr(falla, "param", None)
    nombre = (getattr(parametro, "opts", None) or [getattr(parametro, "name", "") or "ese dato"])[0]
    return f"El valor de {nombre} no sirve."


_FALLAS: Mapping[str, Callable[[Any], str]] = {
    "NoSuchOption": lambda f: f"No existe la opción {f.option_name}.",
    "NoSuchCommand": lambda _: "Esa orden no existe.",
    "MissingParameter": _sin_valor,
    "BadParameter": _valor_malo,
    "BadArgumentUsage": lambda _: "Sobra o falta algo en la orden.",
    "BadOptionUsage": lambda f: f"La opción {f.option_name} necesita un valor.",
    "FileError": lambda f: f"No se pudo abrir el archivo {f.filename}.",
}


def decir_falla(falla: Any) -> str:
    """Un error de uso, en castellano."""
    decir = _FALLAS.get(type(falla).__name__)
    if decir is None and "command" in falla.format_message():
        decir = _FALLAS["NoSuchCommand"]
    frase = decir(falla) if decir else "No se entiende esa orden."
    return f"{frase} Con «mesa --ayuda» se ve lo que hay."


class Consola(typer.Typer):
    """La aplicación de consola: toda salida, también la de los errores, en castellano."""

    def __call__(self, *datos: Any, **campos: Any) -> Any:
        """Corre la orden y termina el proceso con su código: 0 bien, 1 no se hizo, 2 mal uso."""
        try:
            sys.exit(super().__call__(*datos, standalone_mode=False, **campos) or 0)
        except ReglaRota as regla:
            terminar(f"✘ {regla}", 1)
        except (KeyboardInterrupt, typer.Abort):
            terminar("Se detuvo.", 1)
        except Exception as falla:
            if not hasattr(falla, "format_message"):
                raise
            # Sin argumentos la biblioteca muestra la ayuda como si fuera una falla.
            if type(falla).__name__ == "NoArgsIsHelpError":
                terminar(traducir(falla.format_message()), 2)
            terminar(decir_falla(falla), 2)


def terminar(frase: str, codigo: int) -> None:
    """Dice ``frase`` por la salida de errores y termina."""
    typer.echo(frase, err=True)
    sys.exit(codigo)
