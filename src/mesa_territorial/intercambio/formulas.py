"""Un texto que parece fórmula sigue siendo texto: en csv, con un apóstrofo delante."""

import re

# Lo que un programa de planillas toma por fórmula al abrir un csv, también a lo ancho (＝).
_PARECE_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_PROTEGIDO = re.compile("'+[=+\\-@\t\r＝＋－＠]")


def proteger(texto: str) -> str:
    """El texto con un apóstrofo delante si parece fórmula.

    >>> proteger("=1+1"), proteger("FOSIS")
    ("'=1+1", 'FOSIS')
    """
    return f"'{texto}" if _PARECE_FORMULA.match(texto) else texto


def desproteger(texto: str) -> str:
    """Lo contrario de ``proteger``, para todo texto.

    >>> desproteger(proteger("'=1+1"))
    "'=1+1"
    """
    return texto[1:] if _PROTEGIDO.match(texto) else texto
