"""Los órdenes y las decisiones en una planilla; lo que puso cada evaluador, sólo si se pide."""

from collections.abc import Iterator

from mesa_territorial.analisis.prioridad import actores_priorizados
from mesa_territorial.analisis.prioridad.clases import CLIP_ORIENTA
from mesa_territorial.analisis.prioridad.clases_de_actor import clases_de
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.prioridad import ATRIBUTOS, CUANTILES, METODOS, TRATOS
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible
from mesa_territorial.textos import SECTORES, numero

_DECISIONES = {
    "fila": "Orden", "nombre": "Actor", "grupo": "Sector", "trato": "Decisión", "nota": "Razón",
    "quien": "Quién decidió", "fecha": "Fecha", "calculado": "Lugar en la suma ponderada",
    "motivo": "Por qué ese lugar",
}  # fmt: skip
_CLASES = {
    "nombre": "Actor", "cuadrante": "Influencia e interés", "saliencia": "Saliencia",
    "clip": "CLIP (sólo orienta)",
}  # fmt: skip
_EVALUACIONES = {"quien": "Evaluador", "nombre": "Actor", **ATRIBUTOS}


def exportar_prioridad(mesa: Mesa, *, con_evaluaciones: bool = False) -> bytes:
    """El libro con las decisiones, el lugar de cada actor en cada método y las reglas usadas.

    ``con_evaluaciones`` agrega las notas de cada evaluador, que son privadas del equipo. Levanta
    ``ReglaRota`` si no hay actores.
    """
    exigir(bool(mesa.actores), "Todavía no hay actores que ordenar.")
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Decisiones", tuple(_DECISIONES), _DECISIONES, _decisiones(mesa))
        metodos = {"nombre": "Actor", **{str(m): METODOS[m] for m in MetodoDePrioridad}}
        libro.agregar_tabla("Lugares", tuple(metodos), metodos, _lugares(mesa))
        libro.agregar_tabla("Clases", tuple(_CLASES), _CLASES, _clases(mesa))
        if con_evaluaciones:
            libro.agregar_tabla(
                "Evaluaciones", tuple(_EVALUACIONES), _EVALUACIONES, _evaluaciones(mesa)
            )
        libro.agregar_textos("Reglas (ignorar)", _reglas(mesa, con_evaluaciones))
    return libro.contenido


def _decisiones(mesa: Mesa) -> Iterator[list[Celda]]:
    for p in actores_priorizados(mesa):
        actor = mesa.actor(p.id)
        yield [
            p.orden,
            texto_posible(actor.nombre),
            SECTORES[actor.sector],
            TRATOS[p.decision] if p.decision else "Sin decisión",
            texto_posible(p.razon) or None,
            texto_posible(p.quien) or None,
            p.fecha or None,
            p.calculado,
            None if mesa.prioridad.es_de_uno_solo else p.motivo or None,
        ]


def _lugares(mesa: Mesa) -> Iterator[list[Celda]]:
    ordenes = [ordenar_por(mesa, m) for m in MetodoDePrioridad]
    for actor in mesa.actores.values():
        yield [texto_posible(actor.nombre), *(o.lugares.get(actor.id) for o in ordenes)]


def _clases(mesa: Mesa) -> Iterator[list[Celda]]:
    for id_actor, clases in clases_de(mesa).items():
        yield [texto_posible(mesa.actor(id_actor).nombre), *(c or None for c in clases)]


def _evaluaciones(mesa: Mesa) -> Iterator[list[Celda]]:
    for evaluador in mesa.prioridad.evaluadores.values():
        for id_actor, notas in evaluador.evaluaciones.items():
            yield [
                texto_posible(evaluador.nombre),
                texto_posible(mesa.actor(id_actor).nombre),
                *(getattr(notas, campo) for campo in ATRIBUTOS),
            ]


def _reglas(mesa: Mesa, con_evaluaciones: bool) -> list[tuple[str, str]]:
    regla = mesa.prioridad
    privado = "Lleva las notas de cada evaluador: es privado del equipo."
    pesos = ", ".join(f"{ATRIBUTOS[c].lower()} {numero(p)}" for c, p in regla.pesos.items())
    quienes = ", ".join(e.nombre for e in regla.que_cuentan) or "ninguno: valen las notas del mapa"
    return [
        ("Mesa", mesa.nombre),
        *([("Datos", "Ilustrativos: son de ejercicio")] if mesa.ilustrativa else []),
        ("La decisión", "La toman personas; ningún puntaje decide."),
        ("Pesos", pesos),
        ("Regla de empate", f"Es alta la nota estrictamente mayor que {numero(regla.umbral, 1)}."),
        ("Evaluadores", quienes),
        ("Cuantil", CUANTILES[regla.cuantil]),
        ("CLIP", CLIP_ORIENTA),
        ("Lugares con coma", "Son empates: se comparte el promedio de los lugares."),
        ("Privacidad", privado if con_evaluaciones else "No lleva lo que puso cada evaluador."),
    ]
