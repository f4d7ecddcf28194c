"""Lo que se lleva de la priorización: las decisiones para repartir y los órdenes para el equipo."""

from mesa_territorial.intercambio.escritos import archivo_pdf, archivo_word
from mesa_territorial.intercambio.prioridad_escrita import escrito_de_prioridad
from mesa_territorial.intercambio.prioridad_xlsx import exportar_prioridad
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import Pizarra


def entrega_de_prioridad(pizarra: Pizarra) -> Entrega:
    """Los documentos; lo que puso cada evaluador sólo va en el que se pide aparte."""
    return Entrega([_priorizados(pizarra), _evaluaciones(pizarra)])


def _priorizados(pizarra: Pizarra) -> Documento:
    return Documento(
        clave="priorizados",
        titulo="Actores priorizados",
        descripcion="Las decisiones con su razón, y qué tan firme es el orden.",
        formatos={
            "Word": lambda: archivo_word(escrito_de_prioridad(pizarra.valor)),
            "PDF": lambda: archivo_pdf(escrito_de_prioridad(pizarra.valor)),
            "Excel": lambda: _planilla(pizarra, privada=False),
        },
    )


def _evaluaciones(pizarra: Pizarra) -> Documento:
    return Documento(
        clave="evaluaciones",
        titulo="Órdenes con lo que puso cada evaluador",
        descripcion="Para trabajar dentro del equipo: no lo reparta.",
        formatos={"Excel": lambda: _planilla(pizarra, privada=True)},
        privado=True,
    )


def _planilla(pizarra: Pizarra, *, privada: bool) -> tuple[str, bytes]:
    apellido = "_privado" if privada else ""
    nombre = f"{nombre_de_archivo(pizarra.valor.nombre)}_priorizacion{apellido}.xlsx"
    return nombre, exportar_prioridad(pizarra.valor, con_evaluaciones=privada)
