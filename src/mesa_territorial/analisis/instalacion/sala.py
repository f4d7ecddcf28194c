"""Quiénes integran y quiénes estaban en la sala."""

from mesa_territorial.dominio.actores import Actor, Estado
from mesa_territorial.dominio.genero_sesion import Conteo, RegistroDeSesion
from mesa_territorial.dominio.instalacion_codigos import Asistencia
from mesa_territorial.dominio.mesa import Mesa


def integrantes(mesa: Mesa) -> tuple[Actor, ...]:
    """Los actores que integran la Mesa, en el orden del mapa: son quienes la constituyen."""
    return tuple(a for a in mesa.actores.values() if a.estado is Estado.INTEGRA)


def asistentes(mesa: Mesa) -> tuple[Actor, ...]:
    """Los integrantes que asistieron, según la lista."""
    return tuple(a for a in integrantes(mesa) if _asistencia(mesa, a.id) is Asistencia.ASISTE)


def _asistencia(mesa: Mesa, id_actor: str) -> Asistencia | None:
    declarado = mesa.instalacion.declaraciones.get(id_actor)
    return declarado.asistencia if declarado else None


def sesion_de_instalacion(mesa: Mesa) -> RegistroDeSesion | None:
    """Lo contado por género en la sesión que tiene la fecha de la instalación, si se contó."""
    fecha = mesa.instalacion.fecha
    suyas = (s for s in mesa.genero.sesiones.values() if fecha and s.fecha == fecha)
    return next(suyas, None)


def contado_en_la_sala(mesa: Mesa) -> Conteo | None:
    """Cuántas mujeres y hombres había en la instalación; ``None`` si no se contó."""
    sesion = sesion_de_instalacion(mesa)
    return sesion.contado("asistentes") if sesion else None
