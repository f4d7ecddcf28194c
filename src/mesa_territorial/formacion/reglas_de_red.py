"""Reglas sobre las relaciones de un trozo de mapa."""

from collections.abc import Callable, Iterable

from mesa_territorial.analisis.cortes import buscar_cortes
from mesa_territorial.analisis.grafo import elegir, grafo_de_mesa
from mesa_territorial.dominio.actores import Actor, Relacion, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.formacion.regla import Hallazgo, ReglaDeArmado, contiene


class TieneRelacion(ReglaDeArmado, tag="tiene_relacion", frozen=True, kw_only=True):
    """Hay una relación, en cualquier sentido, entre un actor de ``unos`` y otro de ``otros``."""

    unos: tuple[str, ...]
    otros: tuple[str, ...]
    tipos: tuple[TipoRelacion, ...] = ()

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra los extremos de las que calzan."""
        nombres = tuple(
            f"{mesa.actor(r.de).nombre} → {mesa.actor(r.hacia).nombre}"
            for r in mesa.relaciones.values()
            if self._calza(mesa.actor(r.de), mesa.actor(r.hacia), r)
        )
        return bool(nombres), nombres

    def _calza(self, uno: Actor, otro: Actor, relacion: Relacion) -> bool:
        une = any(
            contiene(x, self.unos) and contiene(y, self.otros)
            for x, y in ((uno, otro), (otro, uno))
        )
        return une and (not self.tipos or relacion.tipo in self.tipos)


class MaximoRelaciones(ReglaDeArmado, tag="maximo_relaciones", frozen=True, kw_only=True):
    """No hay más de ``n`` relaciones en total, contando las de partida."""

    n: int

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Cuenta las relaciones."""
        return len(mesa.relaciones) <= self.n, (str(len(mesa.relaciones)),)


class TiposDistintos(ReglaDeArmado, tag="tipos_distintos", frozen=True, kw_only=True):
    """Se usan al menos ``n`` tipos de relación."""

    n: int

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Cuenta los tipos."""
        tipos = {r.tipo for r in mesa.relaciones.values()}
        return len(tipos) >= self.n, (str(len(tipos)),)


class CruzaSectores(ReglaDeArmado, tag="cruza_sectores", frozen=True, kw_only=True):
    """Al menos ``n`` relaciones unen a actores de sectores distintos."""

    n: int

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Cuenta las que cruzan."""
        cruzan = sum(
            mesa.actor(r.de).sector != mesa.actor(r.hacia).sector for r in mesa.relaciones.values()
        )
        return cruzan >= self.n, (str(cruzan),)


class SinAislados(ReglaDeArmado, tag="sin_aislados", frozen=True, kw_only=True):
    """Todo actor tiene alguna relación que no es de conflicto."""

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra a los aislados."""
        aislados = _con_partes(mesa, lambda partes: partes == 0)
        return not aislados, _nombres(mesa, aislados)


class SinActoresDeCorte(ReglaDeArmado, tag="sin_actores_de_corte", frozen=True, kw_only=True):
    """Nadie, al salir, parte la red en más pedazos."""

    def revisar(self, mesa: Mesa) -> Hallazgo:
        """Nombra a los actores de corte."""
        cortes = _con_partes(mesa, lambda partes: partes > 1)
        return not cortes, _nombres(mesa, cortes)


def _con_partes(mesa: Mesa, cumple: Callable[[int], bool]) -> list[str]:
    grafo = grafo_de_mesa(mesa, elegir(mesa))
    partes = buscar_cortes(grafo).partes
    return [i for i, n in zip(grafo.ids, partes, strict=True) if cumple(n)]


def _nombres(mesa: Mesa, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(mesa.actor(i).nombre for i in ids)
