"""Lo que se lleva del juego de actores: privado del equipo, y así lo dice hasta el nombre."""

from collections.abc import Callable
from datetime import date

from mesa_territorial.intercambio.juego_escrito import escribir_juego
from mesa_territorial.intercambio.juego_planilla import exportar_juego
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.juego_vivo import PRIVADO
from mesa_territorial_widgets.componentes.pizarra import Pizarra

Archivo = tuple[str, bytes]


def entrega_del_juego(pizarra: Pizarra) -> Entrega:
    """La planilla y el informe, que se hacen al momento de bajarlos."""
    planilla = Documento(
        clave="planilla",
        titulo="Matrices y resultados",
        descripcion="Las dos matrices, que se pueden volver a traer, y todo lo calculado.",
        formatos={"Excel": lambda: (_nombre(pizarra, "xlsx"), exportar_juego(pizarra.valor))},
        privado=True,
    )
    informe = Documento(
        clave="informe",
        titulo="Lo que dice el juego",
        descripcion="Alianzas, conflictos, palancas y dudas, en palabras.",
        formatos={"Word": _escrito(pizarra, "docx"), "PDF": _escrito(pizarra, "pdf")},
        privado=True,
    )
    return Entrega((planilla, informe), nota=PRIVADO)


def _nombre(pizarra: Pizarra, sufijo: str) -> str:
    return f"{nombre_de_archivo(pizarra.valor.nombre)}_juego_PRIVADO.{sufijo}"


def _escrito(pizarra: Pizarra, formato: str) -> Callable[[], Archivo]:
    def hacer() -> Archivo:
        hoy = date.today().isoformat()  # noqa: DTZ011  el día que ve la persona
        return _nombre(pizarra, formato), escribir_juego(pizarra.valor, formato, fecha=hoy)

    return hacer
