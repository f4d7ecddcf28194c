"""La Mesa Territorial: un valor que se cambia devolviendo otro."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from mesa_territorial.dominio.actores import Actor, Relacion, nombre_comparable
from mesa_territorial.dominio.coalicion import Coalicion
from mesa_territorial.dominio.convocatoria import Convocatoria
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.ficha_territorial import FichaTerritorial
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.instalacion import Instalacion
from mesa_territorial.dominio.juego import Juego
from mesa_territorial.dominio.prioridad import Prioridad
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.secciones import Seccion
from mesa_territorial.dominio.territorio import Territorio

SECCIONES: Mapping[str, type[Seccion]] = {
    "coalicion": Coalicion,
    "ficha_territorial": FichaTerritorial,
    "escala": Escala,
    "prioridad": Prioridad,
    "juego": Juego,
    "genero": Genero,
    "convocatoria": Convocatoria,
    "instalacion": Instalacion,
}
"""Lo que cada tema guarda en la Mesa: el nombre del campo y su clase."""

LARGO_NOMBRE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Momento:
    """Un corte en el tiempo de la red: línea base, después de instalar la Mesa, sesión 6."""

    id: str
    nombre: str
    orden: int = 0

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "El momento necesita un nombre.")


def _momentos_iniciales() -> dict[str, Momento]:
    return {"actual": Momento(id="actual", nombre="Hoy")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesa:
    """Los actores de un territorio, sus relaciones, los momentos en que se miran y las secciones.

    Las colecciones son diccionarios por id. Levanta ``ReglaRota`` si una relación apunta a un
    actor o momento que no existe, si se repite, si dos actores se llaman igual, o si una sección
    nombra a un actor que no está.
    """

    id: str
    nombre: str
    territorio: Territorio
    objetivo: str = ""
    ilustrativa: bool = False
    actores: dict[str, Actor] = field(default_factory=dict)
    relaciones: dict[str, Relacion] = field(default_factory=dict)
    momentos: dict[str, Momento] = field(default_factory=_momentos_iniciales)
    coalicion: Coalicion = field(default_factory=Coalicion)
    ficha_territorial: FichaTerritorial = field(default_factory=FichaTerritorial)
    escala: Escala = field(default_factory=Escala)
    prioridad: Prioridad = field(default_factory=Prioridad)
    juego: Juego = field(default_factory=Juego)
    genero: Genero = field(default_factory=Genero)
    convocatoria: Convocatoria = field(default_factory=Convocatoria)
    instalacion: Instalacion = field(default_factory=Instalacion)

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "La Mesa necesita un identificador.")
        exigir(bool(self.nombre.strip()), "La Mesa necesita un nombre.")
        exigir(len(self.nombre) <= LARGO_NOMBRE, f"El nombre admite {LARGO_NOMBRE} letras.")
        exigir(bool(self.momentos), "La Mesa necesita al menos un momento.")
        self._exigir_claves()
        self._exigir_nombres_distintos()
        self._exigir_relaciones_validas()
        self._exigir_citas_validas()

    def _exigir_claves(self) -> None:
        for coleccion in (self.actores, self.relaciones, self.momentos):
            exigir(
                all(clave == cosa.id for clave, cosa in coleccion.items()),
                "Hay un identificador que no corresponde a su ficha.",
            )

    def _exigir_nombres_distintos(self) -> None:
        veces = Counter(nombre_comparable(a.nombre) for a in self.actores.values())
        for actor in self.actores.values():
            if veces[nombre_comparable(actor.nombre)] > 1:
                raise ReglaRota(f"Ya hay un actor llamado «{actor.nombre}» en esta Mesa.")

    def _exigir_relaciones_validas(self) -> None:
        huellas = set()
        for r in self.relaciones.values():
            exigir(
                r.de in self.actores and r.hacia in self.actores,
                "Una relación apunta a un actor que no está en la Mesa.",
            )
            exigir(r.momento in self.momentos, "Una relación apunta a un momento que no existe.")
            exigir(r.huella not in huellas, "Esa relación ya está anotada en ese momento.")
            huellas.add(r.huella)

    def _exigir_citas_validas(self) -> None:
        for nombre in SECCIONES:
            for id_actor in self.seccion(nombre).actores_citados():
                exigir(
                    id_actor in self.actores,
                    "Algo de esta Mesa nombra a un actor que ya no está en el mapa.",
                )

    def seccion(self, nombre: str) -> Seccion:
        """La sección con ese nombre; levanta ``ReglaRota`` si no existe."""
        exigir(nombre in SECCIONES, f"Esta Mesa no tiene una sección «{nombre}».")
        seccion: Seccion = getattr(self, nombre)
        return seccion

    def con(self, **campos: Any) -> Self:
        """La misma Mesa con otros campos (nombre, objetivo, territorio…)."""
        return replace(self, **campos)

    def con_actor(self, actor: Actor) -> Self:
        """Agrega al actor, o reemplaza al que tiene su mismo id."""
        return self.con_actores((actor,))

    def con_actores(self, actores: Iterable[Actor]) -> Self:
        """Agrega o reemplaza a varios actores de una vez."""
        return replace(self, actores={**self.actores, **{a.id: a for a in actores}})

    def sin_actor(self, id_actor: str) -> Self:
        """Quita al actor, todas sus relaciones y lo que las secciones digan de él."""
        exigir(id_actor in self.actores, "Ese actor ya no está en la Mesa.")
        actores = {i: a for i, a in self.actores.items() if i != id_actor}
        relaciones = {i: r for i, r in self.relaciones.items() if id_actor not in (r.de, r.hacia)}
        secciones = {nombre: self.seccion(nombre).sin_actor(id_actor) for nombre in SECCIONES}
        return self.con(actores=actores, relaciones=relaciones, **secciones)

    def con_relacion(self, relacion: Relacion) -> Self:
        """Agrega la relación, o reemplaza la que tiene su mismo id."""
        return self.con_relaciones((relacion,))

    def con_relaciones(self, relaciones: Iterable[Relacion]) -> Self:
        """Agrega o reemplaza varias relaciones de una vez."""
        return replace(self, relaciones={**self.relaciones, **{r.id: r for r in relaciones}})

    def sin_relacion(self, id_relacion: str) -> Self:
        """Quita la relación."""
        exigir(id_relacion in self.relaciones, "Esa relación ya no está en la Mesa.")
        return replace(
            self, relaciones={i: r for i, r in self.relaciones.items() if i != id_relacion}
        )

    def con_momento(self, momento: Momento) -> Self:
        """Agrega el momento, o reemplaza el que tiene su mismo id."""
        return replace(self, momentos={**self.momentos, momento.id: momento})

    def actor(self, id_actor: str) -> Actor:
        """El actor con ese id; levanta ``ReglaRota`` si ya no está."""
        exigir(id_actor in self.actores, "Ese actor ya no está en la Mesa.")
        return self.actores[id_actor]

    def con_cambio_de_actor(self, id_actor: str, **campos: Any) -> Self:
        """El actor con otros valores en ``campos``."""
        return self.con_actor(replace(self.actor(id_actor), **campos))

    def relaciones_de(self, id_actor: str) -> tuple[Relacion, ...]:
        """Las relaciones en que participa el actor."""
        return tuple(r for r in self.relaciones.values() if id_actor in (r.de, r.hacia))

    @property
    def momentos_en_orden(self) -> tuple[Momento, ...]:
        """Los momentos, del primero al último."""
        return tuple(sorted(self.momentos.values(), key=lambda m: (m.orden, m.nombre)))
