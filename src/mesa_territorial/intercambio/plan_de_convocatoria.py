"""El plan de convocatoria para llevar a la reunión de equipo: en Word, PDF o planilla.

Es del equipo y no de los invitados: por eso va marcado como reservado.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from mesa_territorial.analisis.convocatoria import (
    Seguimiento,
    armar_red,
    buscar_caminos,
    seguir,
)
from mesa_territorial.analisis.convocatoria.de_caminos import decir_camino
from mesa_territorial.analisis.convocatoria.de_seguimiento import decir_plazo
from mesa_territorial.analisis.convocatoria.plan import a_quien_escribir, orden_del_plan
from mesa_territorial.dominio.convocatoria import Gestion, Invitacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.convocatoria import CANALES
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Campos,
    Escrito,
    Tabla,
    Titulo,
    archivo_pdf,
    archivo_word,
    escrito_de_mesa,
    fecha_larga,
)
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible
from mesa_territorial.textos import ESTADOS, SECTORES

_PLAN = {
    "nombre": "Actor", "sector": "Sector", "estado": "Estado", "por_que": "Por qué importa",
    "ofrece": "Qué le ofrece la Mesa", "pide": "Qué se le pide", "invita": "Quién invita",
    "presenta": "Quién presenta", "camino": "Mejor camino", "canal": "Canal", "fecha": "Fecha",
    "sigue": "Próxima gestión", "cargo": "Responsable", "plazo": "Cuándo",
}  # fmt: skip
_GESTIONES = {
    "que": "Qué hay que hacer", "nombre": "Ante quién", "fecha": "Fecha", "hora": "Hora",
    "cargo": "Responsable", "hecha": "Hecha", "nota": "En qué quedó",
}  # fmt: skip
_COLUMNAS = ("Qué hay que hacer", "Ante quién", "Cuándo", "Responsable", "Hecha")
_CAMBIOS = {"fecha": "Fecha", "nombre": "Actor", "de": "De", "a": "A", "nota": "Qué pasó"}


def archivo_de_plan(mesa: Mesa, hoy: date, formato: str) -> tuple[str, bytes]:
    """El nombre y el contenido del plan en «Word», «PDF» o «Excel».

    Levanta ``ReglaRota`` si no hay actores o si el formato no existe.
    """
    exigir(bool(mesa.actores), "Todavía no hay actores que convocar.")
    exigir(formato in ("Word", "PDF", "Excel"), f"El plan no se hace en «{formato}».")
    if formato == "Excel":
        return "Plan_de_convocatoria.xlsx", plan_en_planilla(mesa, hoy)
    escrito = escribir_plan(mesa, hoy)
    return archivo_word(escrito) if formato == "Word" else archivo_pdf(escrito)


def escribir_plan(mesa: Mesa, hoy: date) -> Escrito:
    """El plan como escrito: una ficha por actor que falta, y las gestiones en una tabla."""
    return escrito_de_mesa(
        mesa,
        "Plan de convocatoria",
        tuple(_bloques(mesa, hoy)),
        fecha=hoy.isoformat(),
        bajada="A quién se invita, quién lo hace y qué sigue",
        reservado="Uso interno del equipo",
    )


def _bloques(mesa: Mesa, hoy: date) -> Iterator[Bloque]:
    if mesa.convocatoria.gestiones:
        yield Titulo("Gestiones")
        yield Tabla(_COLUMNAS, list(_renglones(mesa)), anchos=(4, 3, 2, 3, 1))
    yield Titulo("Invitaciones")
    escribir = {*a_quien_escribir(mesa), *mesa.convocatoria.invitaciones}
    for datos in _datos(mesa, hoy, [i for i in orden_del_plan(mesa) if i in escribir]):
        yield Titulo(datos.pop("nombre"), nivel=2)
        yield Campos(tuple((_PLAN[c], v) for c, v in datos.items() if v or c in _QUE_SE_LLENAN))


def _renglones(mesa: Mesa) -> Iterator[tuple[str, ...]]:
    for g in gestiones_en_orden(mesa):
        cuando = f"{g.fecha[8:]}-{g.fecha[5:7]}-{g.fecha[:4]} {g.hora}".strip() if g.fecha else ""
        cargo = _cargo(mesa, g.responsable, g.responsable_actor)
        yield g.que, mesa.actor(g.actor).nombre, cuando, cargo, "Sí" if g.hecha else ""


_QUE_SE_LLENAN = frozenset({"por_que", "ofrece", "pide", "invita"})


def plan_en_planilla(mesa: Mesa, hoy: date) -> bytes:
    """Un libro xlsx con el plan, las gestiones y la historia de los estados."""
    with LibroDeSalida() as libro:
        datos = _datos(mesa, hoy, orden_del_plan(mesa))
        plan = ([texto_posible(v) or None for v in d.values()] for d in datos)
        libro.agregar_tabla("Plan", tuple(_PLAN), _PLAN, plan)
        gestiones = _filas_de_gestiones(mesa)
        libro.agregar_tabla("Gestiones", tuple(_GESTIONES), _GESTIONES, gestiones)
        libro.agregar_tabla("Cambios de estado", tuple(_CAMBIOS), _CAMBIOS, _filas_de_cambios(mesa))
    return libro.contenido


def _datos(mesa: Mesa, hoy: date, ids: Iterable[str]) -> Iterator[dict[str, str]]:
    red, seguidos = armar_red(mesa), seguir(mesa, hoy)
    for i in ids:
        actor, caminos = mesa.actor(i), buscar_caminos(red, i)
        suyo = {"nombre": actor.nombre, "sector": SECTORES[actor.sector]}
        suyo |= {"estado": ESTADOS[actor.estado], **_de_invitacion(mesa, i)}
        suyo |= {"camino": decir_camino(mesa, caminos[0]) if caminos else ""}
        suyo |= _de_lo_que_sigue(mesa, seguidos[i])
        yield {clave: suyo[clave] for clave in _PLAN}


def _de_invitacion(mesa: Mesa, id_actor: str) -> dict[str, str]:
    i = mesa.convocatoria.invitaciones.get(id_actor) or Invitacion(id=id_actor)
    return {
        **{"por_que": i.por_que, "ofrece": i.ofrece, "pide": i.pide},
        "invita": _nombre(mesa, i.invita),
        "presenta": _nombre(mesa, i.presenta),
        "canal": CANALES[i.canal] if i.canal else "",
        "fecha": fecha_larga(i.fecha) if i.fecha else "",
    }


def _de_lo_que_sigue(mesa: Mesa, s: Seguimiento) -> dict[str, str]:
    g = s.proxima
    if g is None:
        return {"sigue": "", "cargo": "", "plazo": ""}
    cargo = _cargo(mesa, g.responsable, g.responsable_actor)
    return {"sigue": g.que, "cargo": cargo, "plazo": decir_plazo(s)}


def _nombre(mesa: Mesa, id_actor: str | None) -> str:
    return mesa.actor(id_actor).nombre if id_actor else ""


def _cargo(mesa: Mesa, rol: str, id_actor: str | None) -> str:
    return ", ".join(t for t in (rol.strip(), _nombre(mesa, id_actor)) if t)


def gestiones_en_orden(mesa: Mesa) -> list[Gestion]:
    """Las por hacer, por fecha, y después las hechas; las que no tienen fecha, al final."""
    gestiones = mesa.convocatoria.gestiones.values()
    return sorted(gestiones, key=lambda g: (g.hecha, g.fecha or "9", g.hora))


def _filas_de_gestiones(mesa: Mesa) -> Iterator[list[Celda]]:
    for g in gestiones_en_orden(mesa):
        yield [
            texto_posible(g.que) or None,
            texto_posible(mesa.actor(g.actor).nombre),
            g.fecha or None,
            g.hora or None,
            texto_posible(_cargo(mesa, g.responsable, g.responsable_actor)) or None,
            "Sí" if g.hecha else "No",
            texto_posible(g.resultado) or None,
        ]


def _filas_de_cambios(mesa: Mesa) -> Iterator[list[Celda]]:
    for c in sorted(mesa.convocatoria.cambios.values(), key=lambda c: (c.fecha, c.id)):
        nombre = texto_posible(mesa.actor(c.actor).nombre)
        yield [c.fecha, nombre, ESTADOS[c.de], ESTADOS[c.a], texto_posible(c.nota) or None]
