"""Lo que se lleva de la convocatoria: el plan, las cartas y el calendario."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from mesa_territorial.analisis.convocatoria.plan import a_quien_escribir
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega, Hacer
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import Pizarra

_DEL_PLAN = (
    "A quién se invita, por qué, qué se le ofrece, quién lo invita y qué sigue. Es del equipo: no "
    "lo mande a los invitados."
)
_DE_LAS_CARTAS = "Una página por actor que falta y no ha respondido."
_DEL_CALENDARIO = (
    "Las gestiones con fecha y la primera sesión. Si lo vuelve a importar, las citas se ponen al "
    "día y no se repiten."
)


def para_llevar(pizarra: Pizarra, reloj: Callable[[], date]) -> Entrega:
    """El plan en Word, PDF y Excel; todas las cartas en un zip; y las fechas en un .ics."""
    plan: dict[str, Hacer] = {f: _plan(pizarra, reloj, f) for f in ("Word", "PDF", "Excel")}
    cartas: dict[str, Hacer] = {f: _cartas(pizarra, reloj, f) for f in ("Word", "PDF")}
    ics: dict[str, Hacer] = {"Archivo .ics": lambda: _calendario(pizarra.valor)}
    return Entrega(
        [
            _documento("plan", "Plan de convocatoria", _DEL_PLAN, plan),
            _documento("cartas", "Todas las cartas", _DE_LAS_CARTAS, cartas),
            _documento("calendario", "Calendario", _DEL_CALENDARIO, ics),
        ]
    )


def _documento(clave: str, titulo: str, dice: str, formatos: dict[str, Hacer]) -> Documento:
    privado = clave == "plan"
    return Documento(
        clave=clave, titulo=titulo, descripcion=dice, formatos=formatos, privado=privado
    )


def _plan(
    pizarra: Pizarra, reloj: Callable[[], date], formato: str
) -> Callable[[], tuple[str, bytes]]:
    def hacer() -> tuple[str, bytes]:
        from mesa_territorial.intercambio.plan_de_convocatoria import archivo_de_plan

        return archivo_de_plan(pizarra.valor, reloj(), formato)

    return hacer


def _cartas(
    pizarra: Pizarra, reloj: Callable[[], date], formato: str
) -> Callable[[], tuple[str, bytes]]:
    def hacer() -> tuple[str, bytes]:
        from mesa_territorial.intercambio.cartas import cartas_en_zip

        mesa = pizarra.valor
        return cartas_en_zip(mesa, a_quien_escribir(mesa), reloj(), formato)

    return hacer


def _calendario(mesa: Mesa) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.calendario import citas_de_convocatoria, escribir_calendario

    ahora = datetime.now(UTC)
    contenido = escribir_calendario(mesa.nombre, citas_de_convocatoria(mesa), ahora)
    return f"{nombre_de_archivo(mesa.nombre)}.ics", contenido
