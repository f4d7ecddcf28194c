"""Lo que se lleva de la priorización: las decisiones para repartir y los órdenes para el equipo."""

from mesa_territorial.intercambio.escritos import Escrito, archivo_pdf, archivo_word
from mesa_territorial.intercambio.prioridad_escrita import escrito_de_prioridad
from mesa_territorial.intercambio.prioridad_xlsx import exportar_prioridad
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import Pizarra


def entrega_de_prioridad(pizarra: Pizarra) -> Entrega:
    """Los documentos; lo que puso cada evaluador sólo va en el que se pide aparte."""

    def escrito() -> Escrito:
        return escrito_de_prioridad(pizarra.valor)

    def planilla(*, con_evaluaciones: bool = False) -> tuple[str, bytes]:
        apellido = "_privado" if con_evaluaciones else ""
        nombre = f"{nombre_de_archivo(pizarra.valor.nombre)}_priorizacion{apellido}.xlsx"
        return nombre, exportar_prioridad(pizarra.valor, con_evaluaciones=con_evaluaciones)

    return Entrega(
        [
            Documento(
                clave="priorizados",
                titulo="Actores priorizados",
                descripcion="Las decisiones con su razón, y qué tan firme es el orden.",
                formatos={
                    "Word": lambda: archivo_word(escrito()),
                    "PDF": lambda: archivo_pdf(escrito()),
                    "Excel": planilla,
                },
            ),
            Documento(
                clave="evaluaciones",
                titulo="Órdenes con lo que puso cada evaluador",
                descripcion="Para trabajar dentro del equipo: no lo reparta.",
                formatos={"Excel": lambda: planilla(con_evaluaciones=True)},
                privado=True,
            ),
        ]
    )
