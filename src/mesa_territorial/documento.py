"""De la Mesa al documento (dict de tipos JSON) y de vuelta, con tipos estrictos.

Un documento antiguo se sube de versión, paso a paso, antes de leerlo.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Documento
from mesa_territorial.dominio.reglas import ReglaRota

VERSION = 1
_SUBIDAS: Mapping[int, Callable[[Documento], Documento]] = {}


def a_documento(mesa: Mesa) -> Documento:
    """La Mesa como dict de tipos JSON, sin la versión del formato."""
    documento: Documento = msgspec.to_builtins(mesa)
    return documento


def a_mesa(documento: Documento, version: int = VERSION) -> Mesa:
    """La Mesa de un documento escrito en la ``version`` dada del formato.

    Levanta ``ReglaRota`` si la versión es posterior a la que conoce este programa o si el
    contenido no corresponde a una Mesa.
    """
    if version > VERSION:
        raise ReglaRota(
            "Esta Mesa se guardó con una versión más nueva del programa. "
            "Actualice el programa y vuelva a abrirla."
        )
    for desde in range(version, VERSION):
        documento = _SUBIDAS[desde](documento)
    return _convertir(documento)


def _convertir(documento: Any) -> Mesa:
    try:
        return msgspec.convert(documento, Mesa)
    except msgspec.ValidationError as error:
        causa = error.__cause__
        if isinstance(causa, ReglaRota):
            raise causa from None
        raise ReglaRota(f"El contenido no corresponde a una Mesa ({error}).") from error
