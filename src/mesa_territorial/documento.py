"""De la Mesa al documento (dict de tipos JSON) y de vuelta, con tipos estrictos.

Un documento antiguo se sube de versión, paso a paso, antes de leerlo.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

import msgspec

from mesa_territorial.dominio.mesa import SECCIONES, Mesa
from mesa_territorial.dominio.parches import Documento
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.secciones import Seccion

VERSION = 2
# La 2 agrega las secciones de los temas: a una Mesa anterior le faltan y parten vacías.
_SUBIDAS: Mapping[int, Callable[[Documento], Documento]] = {1: dict}
_COMPUESTOS = frozenset({dict, list, tuple})


def a_documento(mesa: Mesa) -> Documento:
    """La Mesa como dict de tipos JSON, sin la versión del formato; no se cambia por dentro."""
    return {
        campo.name: _de_seccion(campo.name, valor)
        if campo.name in SECCIONES
        else msgspec.to_builtins(valor)
        for campo in fields(mesa)
        for valor in (getattr(mesa, campo.name),)
    }


_visto: dict[str, tuple[Seccion, Documento]] = {}


def _de_seccion(nombre: str, seccion: Seccion) -> Documento:
    # Editar el mapa no toca las secciones: siguen siendo el mismo objeto y no se reescriben.
    antes = _visto.get(nombre)
    if antes is not None and antes[0] is seccion:
        return antes[1]
    # Lo guardado vuelve con listas: con tuplas, un parche vería cambios donde no los hay.
    documento: Documento = _sin_tuplas(msgspec.to_builtins(seccion))
    _visto[nombre] = (seccion, documento)
    return documento


def _sin_tuplas(valor: Any) -> Any:
    if isinstance(valor, dict):
        return {k: _sin_tuplas(v) if type(v) in _COMPUESTOS else v for k, v in valor.items()}
    if isinstance(valor, tuple | list):
        return [_sin_tuplas(v) for v in valor]
    return valor


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
