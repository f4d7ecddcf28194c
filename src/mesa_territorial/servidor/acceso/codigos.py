"""Los códigos que se dictan: cuatro palabras para el taller, tres y un número para volver."""

import hashlib
import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from mesa_territorial.dominio.reglas import ReglaRota

PALABRAS_DEL_TALLER = 4
PALABRAS_DE_RETORNO = 3
CIFRAS = 1000
LARGO_MAXIMO = 120
_LISTA = Path(__file__).parent / "palabras.txt"


class CodigoMalEscrito(ReglaRota):
    """Lo escrito no puede ser un código: no cuenta como intento de adivinar."""


@cache
def palabras() -> tuple[str, ...]:
    """La lista de donde se sortean: sin tildes ni eñes, y ninguna suena como otra."""
    return tuple(_LISTA.read_text(encoding="ascii").split())


@cache
def _conocidas() -> frozenset[str]:
    return frozenset(palabras())


def bits_del_taller() -> float:
    """Cuántos bits de azar tiene el código del taller."""
    return PALABRAS_DEL_TALLER * math.log2(len(palabras()))


def bits_de_retorno() -> float:
    """Cuántos bits de azar tiene un código de retorno."""
    return PALABRAS_DE_RETORNO * math.log2(len(palabras())) + math.log2(CIFRAS)


def sortear_codigo(elegir: Callable[[Sequence[str]], str]) -> str:
    """Un código de taller; ``elegir`` saca una palabra al azar (``secrets.choice``).

    >>> len(sortear_codigo(lambda lista: lista[7]).split())
    4
    """
    return " ".join(elegir(palabras()) for _ in range(PALABRAS_DEL_TALLER))


def codigo_de_retorno(secreto: bytes, persona: str) -> str:
    """El código con que esa persona vuelve desde otro aparato.

    Sale del secreto del servidor y del id: se puede volver a mostrar sin guardarlo en ninguna
    parte, y sin el secreto nadie lo calcula.
    """
    numero = int.from_bytes(_mezclar(secreto, "retorno", persona), "big")
    partes = []
    for _ in range(PALABRAS_DE_RETORNO):
        numero, lugar = divmod(numero, len(palabras()))
        partes.append(palabras()[lugar])
    return " ".join([*partes, f"{numero % CIFRAS:03}"])


def leer_codigo(escrito: str) -> str:
    """Lo escrito sin mayúsculas, tildes, guiones ni espacios de más.

    >>> leer_codigo("  Copihué-FARO, trigo.  nube")
    'copihue faro trigo nube'
    """
    llano = unicodedata.normalize("NFKD", escrito[:LARGO_MAXIMO].casefold())
    return " ".join(re.findall(r"[a-z]+|[0-9]+", re.sub(r"[\u0300-\u036f]", "", llano)))


def leer_codigo_del_taller(escrito: str) -> str:
    """Las cuatro palabras; levanta ``CodigoMalEscrito`` si falta una o no está en la lista."""
    codigo = leer_codigo(escrito)
    partes = codigo.split()
    if len(partes) != PALABRAS_DEL_TALLER:
        raise CodigoMalEscrito(
            f"El código son cuatro palabras y aquí hay {len(partes)}. Escríbalas separadas por un "
            "espacio, como están en la pantalla."
        )
    _exigir_conocidas(partes)
    return codigo


def leer_codigo_de_retorno(escrito: str) -> str:
    """Tres palabras y un número de tres cifras; levanta ``CodigoMalEscrito`` si no lo son."""
    codigo = leer_codigo(escrito)
    *partes, cifras = codigo.split() or [""]
    if len(partes) != PALABRAS_DE_RETORNO or not re.fullmatch(r"[0-9]{3}", cifras):
        raise CodigoMalEscrito(
            "El código de retorno son tres palabras y un número de tres cifras, como «faro trigo "
            "nube 123». Si no lo tiene, entre con el código del taller."
        )
    _exigir_conocidas(partes)
    return codigo


def _exigir_conocidas(partes: Sequence[str]) -> None:
    for parte in partes:
        if parte not in _conocidas():
            raise CodigoMalEscrito(
                f"«{parte}» no es una palabra del código{_parecida(parte)}. Mire la pantalla y "
                "corríjala."
            )


def _parecida(parte: str) -> str:
    from rapidfuzz import fuzz, process

    hallada = process.extractOne(parte, palabras(), scorer=fuzz.ratio, score_cutoff=75)
    return f"; quizás es «{hallada[0]}»" if hallada else ""


def huella(secreto: bytes, taller: str, codigo: str) -> bytes:
    """Lo único que se guarda de un código: sin el secreto del servidor no dice nada."""
    return _mezclar(secreto, "huella", f"{taller}\n{codigo}")


def _mezclar(secreto: bytes, para: str, texto: str) -> bytes:
    llave = hashlib.blake2b(secreto, digest_size=32).digest()
    return hashlib.blake2b(texto.encode(), key=llave, person=para.encode(), digest_size=32).digest()
