"""Las sesiones previstas como citas de calendario."""

from collections.abc import Iterator

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.instalacion_textos import INSTANCIAS, MODALIDADES
from mesa_territorial.intercambio.calendario import MINUTOS, Cita

DURACION = 2 * MINUTOS
"""Lo que se supone que dura una sesión si nadie lo anotó, en minutos."""


def citas_de_sesiones(mesa: Mesa) -> Iterator[Cita]:
    """Una cita por sesión con fecha; levanta ``ReglaRota`` si no hay ninguna."""
    con_fecha = [s for s in mesa.instalacion.sesiones.values() if s.fecha]
    exigir(bool(con_fecha), "Todavía no hay sesiones con fecha: agréguelas al calendario.")
    for sesion in con_fecha:
        modalidad = MODALIDADES[sesion.modalidad] if sesion.modalidad else ""
        yield Cita(
            uid=f"{mesa.id}-sesion-{sesion.id}@mesa-territorial",
            titulo=f"{INSTANCIAS[sesion.instancia]}: {sesion.asunto}",
            fecha=sesion.fecha,
            hora=sesion.hora,
            minutos=sesion.minutos or DURACION,
            lugar=sesion.lugar,
            detalle="\n".join(x for x in (f"Mesa: {mesa.nombre}", modalidad) if x),
        )
