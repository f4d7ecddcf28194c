"""De lo que dice una celda al valor de un campo, en castellano y con remedio si no se entiende."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from mesa_territorial.dominio.actores import (
    CAPITAL_MAXIMO,
    CAPITALES,
    LARGO_NOMBRE,
    LARGO_NOTA,
    NOTA_MAXIMA,
    NOTA_MINIMA,
    NOTAS,
    Estado,
    Nivel,
    Procedencia,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.intercambio.libro import Celda, texto_de
from mesa_territorial.intercambio.vocabulario import SIN_DATO, VALORES
from mesa_territorial.textos import (
    ESTADOS,
    NIVELES,
    PROCEDENCIAS,
    SECTORES,
    TIPOS_DE_RELACION,
)

Lector = Callable[[Celda], Any]
SIN_VALOR = object()
_NUMERO = re.compile(r"[+\-\u2212]?\d{1,15}(?:[.,]\d{1,17})?")
_CON_MILES = re.compile(r"[+\-\u2212]?\d{1,3}(?:\.\d{3})+,\d+")
_LARGO_TEXTO = 500


class ValorInvalido(Exception):
    """La celda no se entiende; el mensaje es el remedio, en imperativo: «escriba…»."""


def numero_de(celda: Celda) -> float | int | None:
    """El número que dice la celda, con coma o punto decimal; ``None`` si no es un número."""
    if isinstance(celda, bool) or celda is None:
        return None
    if isinstance(celda, int | float):
        return _entero_si_cabe(celda)
    texto = celda.strip().replace("\u2212", "-")
    if _CON_MILES.fullmatch(texto):
        texto = texto.replace(".", "")
    return _entero_si_cabe(float(texto.replace(",", "."))) if _NUMERO.fullmatch(texto) else None


def _entero_si_cabe(valor: float) -> float | int | None:
    if not math.isfinite(valor):
        return None
    return int(valor) if float(valor).is_integer() else valor


def _leer_numero(minimo: float, maximo: float, *, entero: bool, remedio: str) -> Lector:
    def leer(celda: Celda) -> float | int:
        valor = numero_de(celda)
        if valor is None or not minimo <= valor <= maximo:
            raise ValorInvalido(remedio)
        if entero and not isinstance(valor, int):
            raise ValorInvalido(remedio)
        return valor

    return leer


def _clave(clase: str, celda: Celda) -> str | None:
    """La clave que nombra la celda, con guion bajo o sin él."""
    return VALORES[clase].get(nombre_comparable(texto_de(celda).replace("_", " ")))


def _leer_lista(
    clase: str, convertir: Callable[[str], Any], etiquetas: Mapping[str, str]
) -> Lector:
    opciones = list(etiquetas.values())
    remedio = f"escriba {', '.join(opciones[:-1])} o {opciones[-1]}"

    def leer(celda: Celda) -> Any:
        clave = _clave(clase, celda)
        if clave is None:
            raise ValorInvalido(remedio)
        return convertir(clave)

    return leer


def _leer_palabra_o_numero(clase: str, minimo: int, maximo: int, remedio: str) -> Lector:
    leer_numero = _leer_numero(minimo, maximo, entero=True, remedio=remedio)

    def leer(celda: Celda) -> int:
        clave = _clave(clase, celda)
        return int(clave) if clave is not None else int(leer_numero(celda))

    return leer


def _leer_si_no(celda: Celda) -> bool:
    if isinstance(celda, bool):
        return celda
    clave = _clave("si_no", celda)
    if clave is None:
        raise ValorInvalido("escriba sí o no")
    return clave == "1"


def _leer_texto(largo: int) -> Lector:
    def leer(celda: Celda) -> str:
        texto = texto_de(celda)
        if len(texto) > largo:
            raise ValorInvalido(f"acórtelo a {largo} letras")
        return texto

    return leer


_REMEDIO_NOTA = f"escriba un número de {NOTA_MINIMA} a {NOTA_MAXIMA}"
_REMEDIO_CAPITAL = f"escriba un número entero de 0 a {CAPITAL_MAXIMO}, o nulo, bajo, medio o alto"
_REMEDIO_POSICION = "escriba apoya, neutral o se opone (o 1, 0, −1)"
_LUGAR = _leer_numero(-1e9, 1e9, entero=False, remedio="escriba un número, o deje la celda vacía")

_COMUNES: Mapping[str, Lector] = {
    "id": _leer_texto(100),
    "nota": _leer_texto(LARGO_NOTA),
    "procedencia": _leer_lista("procedencia", Procedencia, PROCEDENCIAS),
}
LECTORES_DE_ACTOR: Mapping[str, Lector] = {
    **_COMUNES,
    "nombre": _leer_texto(LARGO_NOMBRE),
    "sector": _leer_lista("sector", Sector, SECTORES),
    "tipo": _leer_texto(_LARGO_TEXTO),
    "nivel": _leer_lista("nivel", Nivel, NIVELES),
    "estado": _leer_lista("estado", Estado, ESTADOS),
    **dict.fromkeys(
        NOTAS, _leer_numero(NOTA_MINIMA, NOTA_MAXIMA, entero=False, remedio=_REMEDIO_NOTA)
    ),
    **dict.fromkeys(
        CAPITALES, _leer_palabra_o_numero("capital", 0, CAPITAL_MAXIMO, _REMEDIO_CAPITAL)
    ),
    "posicion": _leer_palabra_o_numero("posicion", -1, 1, _REMEDIO_POSICION),
    "torre": _leer_numero(0, 1_000, entero=True, remedio="escriba un número entero desde 0"),
    "comite": _leer_si_no,
    "x": _LUGAR,
    "y": _LUGAR,
    "fijado": _leer_si_no,
    "fuente": _leer_texto(_LARGO_TEXTO),
}
LECTORES_DE_RELACION: Mapping[str, Lector] = {
    **_COMUNES,
    "de": _leer_texto(LARGO_NOMBRE),
    "hacia": _leer_texto(LARGO_NOMBRE),
    "tipo": _leer_lista("tipo_relacion", TipoRelacion, TIPOS_DE_RELACION),
    "intensidad": _leer_palabra_o_numero("intensidad", 1, 3, "escriba 1, 2 o 3"),
    "dirigida": _leer_si_no,
    "momento": _leer_texto(200),
}
_TEXTOS = frozenset(("id", "nombre", "tipo", "nota", "fuente", "de", "hacia", "momento"))


def leer_valor(lectores: Mapping[str, Lector], campo: str, celda: Celda) -> Any:
    """El valor de ``campo`` que dice la celda, o ``SIN_VALOR`` si está vacía o dice «s/i».

    Levanta ``ValorInvalido`` con el remedio si no se entiende.
    """
    texto = texto_de(celda)
    es_libre = campo in _TEXTOS and not (campo == "tipo" and lectores is LECTORES_DE_RELACION)
    # En «posición», el guion quiere decir que se opone (Net-Map).
    en_contra = campo == "posicion" and texto == "-"
    no_se_sabe = not es_libre and not en_contra and nombre_comparable(texto) in SIN_DATO
    if not texto or no_se_sabe:
        return SIN_VALOR
    return lectores[campo](celda)
