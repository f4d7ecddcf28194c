"""Un boceto es un trozo de mapa escrito a mano: actores y relaciones por su nombre."""

from typing import Annotated

import msgspec

from mesa_territorial.dominio.actores import (
    Actor,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

CUT_FICTICIO = "00000"
Nombre = Annotated[str, msgspec.Meta(max_length=200)]


class ActorEnBoceto(msgspec.Struct, frozen=True, kw_only=True):
    """Un actor anotado: nombre, sector y el nivel en que decide, si se sabe."""

    nombre: Nombre
    sector: Sector
    nivel: Nivel | None = None


class RelacionEnBoceto(msgspec.Struct, frozen=True, kw_only=True):
    """Una relación anotada entre dos nombres."""

    de: Nombre
    hacia: Nombre
    tipo: TipoRelacion


class Boceto(msgspec.Struct, frozen=True, kw_only=True):
    """Lo que la persona anotó; con límites, porque puede llegar cualquier cosa."""

    actores: Annotated[tuple[ActorEnBoceto, ...], msgspec.Meta(max_length=60)] = ()
    relaciones: Annotated[tuple[RelacionEnBoceto, ...], msgspec.Meta(max_length=200)] = ()

    @property
    def esta_vacio(self) -> bool:
        """Si no trae nada."""
        return not self.actores and not self.relaciones

    def mas(self, otro: "Boceto") -> "Boceto":
        """Este boceto seguido de lo que agrega ``otro``."""
        return Boceto(
            actores=self.actores + otro.actores, relaciones=self.relaciones + otro.relaciones
        )


def a_mesa(boceto: Boceto) -> Mesa:
    """La Mesa del boceto; levanta ``ReglaRota`` si algo no cumple las reglas del dominio."""
    actores = {
        f"a{n}": Actor(
            id=f"a{n}",
            nombre=a.nombre.strip(),
            sector=a.sector,
            nivel=a.nivel,
            procedencia=Procedencia.ILUSTRATIVO,
        )
        for n, a in enumerate(boceto.actores)
    }
    ids = {nombre_comparable(a.nombre): a.id for a in actores.values()}
    relaciones = {f"r{n}": _unir(f"r{n}", r, ids) for n, r in enumerate(boceto.relaciones)}
    return Mesa(
        id="boceto",
        nombre="Boceto",
        territorio=Territorio(cut_comuna=CUT_FICTICIO),
        ilustrativa=True,
        actores=actores,
        relaciones=relaciones,
    )


def _unir(id_relacion: str, anotada: RelacionEnBoceto, ids: dict[str, str]) -> Relacion:
    extremos = [ids.get(nombre_comparable(n)) for n in (anotada.de, anotada.hacia)]
    de, hacia = extremos
    if de is None or hacia is None:
        falta = anotada.de if de is None else anotada.hacia
        raise ReglaRota(
            f"La relación «{anotada.de} → {anotada.hacia}» nombra a «{falta}», que no está entre "
            "los actores. Agréguelo primero o corrija el nombre."
        )
    return Relacion(id=id_relacion, de=de, hacia=hacia, tipo=anotada.tipo)
