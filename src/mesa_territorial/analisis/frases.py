"""Concordancia y enumeraciones para las frases que se muestran."""

from collections.abc import Sequence

from mesa_territorial.textos import numero

_NOMBRABLES = 4


def contar(cuantos: int, uno: str, varios: str, ninguno: str = "") -> str:
    """La cantidad con su sustantivo concordado.

    >>> contar(1, "un actor", "actores"), contar(1200, "un actor", "actores")
    ('un actor', '1.200 actores')
    """
    if cuantos == 0 and ninguno:
        return ninguno
    return uno if cuantos == 1 else f"{numero(cuantos)} {varios}"


def enumerar(nombres: Sequence[str], maximo: int = _NOMBRABLES) -> str:
    """Los nombres en una lista con «y»; desde ``maximo`` en adelante se cuentan.

    >>> enumerar(["Junta", "Liceo", "Iglesia"])
    'Junta, Liceo e Iglesia'
    """
    if len(nombres) > maximo:
        resto = len(nombres) - maximo + 1
        return ", ".join(nombres[: maximo - 1]) + f" y {numero(resto)} más"
    if len(nombres) < 2:
        return "".join(nombres)
    return f"{', '.join(nombres[:-1])} {_conjuncion(nombres[-1])} {nombres[-1]}"


def _conjuncion(siguiente: str) -> str:
    """«e» antes del sonido i (Iglesia, Hijas); «y» antes de lo demás (Hielo, Yungay)."""
    inicio = siguiente.casefold().lstrip("«\"' ").removeprefix("h")
    suena_i = inicio.startswith(("i", "í")) and not inicio.startswith(("ia", "ie", "io", "iu"))
    return "e" if suena_i else "y"


def de_cada_cien(proporcion: float) -> str:
    """Una proporción de 0 a 1 como «63 de cada 100»."""
    if 0 < proporcion < 0.01:
        return "menos de 1 de cada 100"
    return f"{numero(100 * proporcion)} de cada 100"


def con_mayuscula(frase: str) -> str:
    """La frase con su primera letra en mayúscula, sin tocar las demás."""
    return frase[:1].upper() + frase[1:]


def con_signo(valor: float, decimales: int = 2) -> str:
    """``valor`` con signo escrito: +0,25 o −0,10."""
    redondo = round(valor, decimales) + 0.0
    signo = "+" if redondo > 0 else "−" if redondo < 0 else ""
    return signo + numero(abs(redondo), decimales)
