"""Lo común a las secciones de la Mesa: cada tema guarda lo suyo en una y cita actores por id.

Una sección es un dataclass congelado cuyos campos tienen todos valor por omisión; sus colecciones
son ``dict`` por id. Al quitar un actor de la Mesa se lo borra de todas partes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from typing import Any, Self

from mesa_territorial.dominio.reglas import exigir

_NADA: Any = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seccion:
    """La base: una sección que cita actores redefine ``actores_citados``."""

    def actores_citados(self) -> Iterator[str]:
        """Los ids de actores que nombra, con o sin repetir; la Mesa exige que existan."""
        return iter(())

    def sin_actor(self, id_actor: str) -> Self:
        """La misma sección sin rastro del actor (ver ``sin_rastro``)."""
        limpia: Self = sin_rastro(self, id_actor)
        return limpia


def sin_rastro(cosa: Any, id_actor: str) -> Any:
    """``cosa`` sin lo que nombra al actor.

    De un dict se van la clave y el valor; de una tupla, el elemento. En una ficha, el campo que lo
    cita vuelve a su valor por omisión; si es obligatorio, se va la ficha entera. Lo que no lo
    nombra se devuelve tal cual, sin copiar.
    """
    if isinstance(cosa, dict):
        return _dict_sin(cosa, id_actor)
    if isinstance(cosa, tuple):
        quedan = tuple(y for x in cosa if (y := sin_rastro(x, id_actor)) is not _NADA)
        return cosa if quedan == cosa else quedan
    if is_dataclass(cosa) and not isinstance(cosa, type):
        return _ficha_sin(cosa, id_actor)
    return _NADA if cosa == id_actor else cosa


def _dict_sin(cosa: dict[str, Any], id_actor: str) -> dict[str, Any]:
    quedan = {
        k: y
        for k, x in cosa.items()
        if k != id_actor and (y := sin_rastro(x, id_actor)) is not _NADA
    }
    iguales = len(quedan) == len(cosa) and all(quedan[k] is cosa[k] for k in quedan)
    return cosa if iguales else quedan


def _ficha_sin(ficha: Any, id_actor: str) -> Any:
    otros: dict[str, Any] = {}
    for campo in fields(ficha):
        antes = getattr(ficha, campo.name)
        despues = sin_rastro(antes, id_actor)
        if despues is _NADA:
            despues = _por_omision(campo)
        if despues is _NADA:
            return _NADA
        if despues is not antes:
            otros[campo.name] = despues
    return replace(ficha, **otros) if otros else ficha


def _por_omision(campo: Field[Any]) -> Any:
    if campo.default is not MISSING:
        return campo.default
    return _NADA if campo.default_factory is MISSING else campo.default_factory()


def exigir_claves(*colecciones: dict[str, Any]) -> None:
    """Exige que cada ficha de ``colecciones`` esté bajo su propio ``id``."""
    for coleccion in colecciones:
        exigir(
            all(clave == ficha.id for clave, ficha in coleccion.items()),
            "Hay un identificador que no corresponde a su ficha.",
        )


def exigir_largo(largo: int, **textos: str) -> None:
    """Exige que ningún texto pase de ``largo`` letras; el nombre del argumento se le dice."""
    for nombre, texto in textos.items():
        exigir(
            len(texto) <= largo,
            f"{nombre.replace('_', ' ').capitalize()}: admite {largo} letras y tiene {len(texto)}.",
        )


def citas(*valores: str | Iterable[str] | None) -> Iterator[str]:
    """Los ids no vacíos entre ``valores``, que son ids sueltos, listas de ids o ``None``."""
    for valor in valores:
        if isinstance(valor, str):
            if valor:
                yield valor
        elif valor is not None:
            yield from (x for x in valor if x)
