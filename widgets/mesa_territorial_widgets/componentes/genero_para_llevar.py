"""Los documentos de la estrategia de género, hechos al momento de bajarlos."""

from datetime import date

from mesa_territorial.intercambio.escritos import Escrito, archivo_pdf, archivo_word
from mesa_territorial.intercambio.genero_escrito import estrategia_de_genero
from mesa_territorial.intercambio.genero_libro import medidas_en_planilla
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import Pizarra

_NOTA = "Sólo agregados y organizaciones: ningún documento lleva el género de una persona."


def entrega_de_genero(pizarra: Pizarra) -> Entrega:
    """La estrategia en Word y PDF, y las medidas con las cuentas de las sesiones en Excel."""
    return Entrega([_estrategia(pizarra), _medidas(pizarra)], nota=_NOTA)


def _estrategia(pizarra: Pizarra) -> Documento:
    def escrito() -> Escrito:
        return estrategia_de_genero(pizarra.valor, date.today().isoformat())  # noqa: DTZ011

    return Documento(
        clave="estrategia",
        titulo="Estrategia de género",
        descripcion="Diagnóstico, medidas, representación, condiciones y resultados.",
        formatos={
            "Word": lambda: archivo_word(escrito()),
            "PDF": lambda: archivo_pdf(escrito()),
        },
    )


def _medidas(pizarra: Pizarra) -> Documento:
    def planilla() -> tuple[str, bytes]:
        nombre = nombre_de_archivo(f"{pizarra.valor.nombre} medidas de género")
        return f"{nombre}.xlsx", medidas_en_planilla(pizarra.valor)

    return Documento(
        clave="medidas",
        titulo="Medidas y sesiones",
        descripcion="Una hoja con las medidas y otra con las cuentas de cada sesión.",
        formatos={"Excel": planilla},
    )
