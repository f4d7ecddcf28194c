"""Reglas con que se revisa un trozo de mapa: qué está bien, qué falta y cuál es el paso que sigue.

Cada regla se declara en el TOML con su ``regla`` y sus propios textos. ``{detalle}`` en un texto
se reemplaza por los nombres de que se trata.
"""

from mesa_territorial.dominio.actores import Nivel, Sector, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.formacion.regla import Hallazgo, ReglaDeArmado, contiene
from mesa_territorial.formacion.reglas_de_red import (
    CruzaSectores,
    MaximoRelaciones,
    SinActoresDeCorte,
    SinAislados,
    TieneRelacion,
    TiposDistintos,
)
from mesa_territorial.textos import NIVELES, SECTORES


class MinimoActores(ReglaDeArmado, tag="minimo_actores", frozen=True, kw_only=True):
    """Hay al menos ``n`` actores."""

    n: int

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Cuenta los actores."""
        return len(mesa.actores) >= self.n, (str(len(mesa.actores)),)


class CubreSectores(ReglaDeArmado, tag="cubre_sectores", frozen=True, kw_only=True):
    """Está cada uno de ``sectores``."""

    sectores: tuple[Sector, ...]

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra los sectores ausentes."""
        presentes = {a.sector for a in mesa.actores.values()}
        ausentes = tuple(SECTORES[s].lower() for s in self.sectores if s not in presentes)
        return not ausentes, ausentes


class LlegaANivel(ReglaDeArmado, tag="llega_a_nivel", frozen=True, kw_only=True):
    """Algún actor del ``sector`` (o de cualquiera) decide en uno de ``niveles``."""

    niveles: tuple[Nivel, ...]
    sector: Sector | None = None

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra a quienes llegan a ese nivel o, si nadie, los niveles buscados."""
        nombres = tuple(
            a.nombre
            for a in mesa.actores.values()
            if a.nivel in self.niveles and self.sector in (None, a.sector)
        )
        return bool(nombres), nombres or tuple(NIVELES[n].lower() for n in self.niveles)


class TieneActor(ReglaDeArmado, tag="tiene_actor", frozen=True, kw_only=True):
    """Hay un actor cuyo nombre contiene alguna de ``palabras``."""

    palabras: tuple[str, ...]
    sector: Sector | None = None

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra a los que calzan."""
        nombres = tuple(
            a.nombre
            for a in mesa.actores.values()
            if self.sector in (None, a.sector) and contiene(a, self.palabras)
        )
        return bool(nombres), nombres


class SinNombresVagos(ReglaDeArmado, tag="sin_nombres_vagos", frozen=True, kw_only=True):
    """Ningún actor se llama sólo con una de ``palabras`` («la comunidad», «vecinos»)."""

    palabras: tuple[str, ...]

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra a los vagos."""
        vagas = {nombre_comparable(p) for p in self.palabras}
        vagos = tuple(
            a.nombre for a in mesa.actores.values() if nombre_comparable(a.nombre) in vagas
        )
        return not vagos, vagos


Regla = (
    MinimoActores
    | CubreSectores
    | LlegaANivel
    | TieneActor
    | SinNombresVagos
    | TieneRelacion
    | MaximoRelaciones
    | TiposDistintos
    | CruzaSectores
    | SinAislados
    | SinActoresDeCorte
)
