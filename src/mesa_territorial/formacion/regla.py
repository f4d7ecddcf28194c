"""La regla: con qué se revisa un trozo de mapa y qué se dice en cada caso."""

from collections.abc import Iterable

import msgspec

from mesa_territorial.dominio.actores import Actor, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa

Hallazgo = tuple[bool, tuple[str, ...]]


class ReglaDeArmado(
    msgspec.Struct, tag_field="regla", frozen=True, kw_only=True, forbid_unknown_fields=True
):
    """Base: ``bien`` cuando se cumple; ``falta`` y ``paso`` cuando no."""

    id: str
    bien: str
    falta: str
    paso: str

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Si la Mesa cumple, y los nombres que llenan ``{detalle}``."""
        raise NotImplementedError


def contiene(actor: Actor, palabras: Iterable[str]) -> bool:
    """Si el nombre del actor contiene alguna de las palabras, sin tildes ni mayúsculas."""
    nombre = nombre_comparable(actor.nombre)
    return any(nombre_comparable(p) in nombre for p in palabras)
