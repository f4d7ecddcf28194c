"""La figura del tema 6: la misma asistencia y otra palabra, sesión por sesión."""

from mesa_territorial.analisis.genero import CuentasDeSesion, contar_sesiones
from mesa_territorial.analisis.participacion import PISO, TECHO, Cuenta
from mesa_territorial.casos import cargar_caso
from mesa_territorial.fichas import color
from mesa_territorial.graficos.trazos import lienzo, texto
from mesa_territorial.textos import numero

_X0, _UNIDAD, _ALTO = 8, 4.2, 100


def figura_de_voz() -> str:
    """Por sesión, la parte de las mujeres en la asistencia y en los turnos, y el índice de voz."""
    cuentas = contar_sesiones(cargar_caso("mesa_campanilla").genero)
    alto = _ALTO * len(cuentas) + 56
    partes = [_franja(alto)]
    for lugar, c in enumerate(cuentas):
        partes += _sesion(c, 46 + lugar * _ALTO)
    describe = "Mujeres en la asistencia y en los turnos: " + "; ".join(
        f"{c.sesion.nombre}, {_por_ciento(c.asistencia)} y {_por_ciento(c.turnos)}" for c in cuentas
    )
    dibujo = lienzo(480, alto, describe, partes)
    # Angosta a propósito: en un celular la letra se lee, y en una pantalla ancha no crece.
    return dibujo.replace("width:100%", "width:100%;max-width:560px")


def _franja(alto: int) -> str:
    desde, ancho = _X0 + 100 * PISO * _UNIDAD, 100 * (TECHO - PISO) * _UNIDAD
    franja = (
        f'<rect x="{desde:.0f}" y="30" width="{ancho:.0f}" height="{alto - 40}" '
        f'fill="{color("linea")}" opacity="0.6"/>'
    )
    return franja + texto("entre 40 % y 60 %", (desde + ancho / 2, 22), tamano=16)


def _sesion(c: CuentasDeSesion, y: int) -> list[str]:
    voz = "" if c.voz is None else f"voz {numero(c.voz, 2)}"
    return [
        texto(c.sesion.nombre, (_X0, y + 14), tamano=19, ancla="start", peso=650),
        *_barra(c.asistencia, y + 24, "acento", "asistencia"),
        *_barra(c.turnos, y + 50, "aviso", "turnos"),
        texto(voz, (472, y + 14), tamano=20, ancla="end", peso=650),
    ]


def _barra(cuenta: Cuenta | None, y: int, tono: str, que: str) -> list[str]:
    if cuenta is None or cuenta.parte is None:
        return []
    ancho = 100 * cuenta.parte * _UNIDAD
    relleno = (
        f'fill="{color(tono)}"'
        if que == "asistencia"
        else (f'fill="#fff" stroke="{color(tono)}" stroke-width="3" stroke-dasharray="7 4"')
    )
    dice = f"{que} {_por_ciento(cuenta)}"
    return [
        f'<rect x="{_X0}" y="{y}" width="{ancho:.0f}" height="20" {relleno}/>',
        texto(dice, (_X0 + ancho + 10, y + 16), tamano=17, ancla="start"),
    ]


def _por_ciento(cuenta: Cuenta | None) -> str:
    return "" if cuenta is None or cuenta.parte is None else f"{numero(100 * cuenta.parte)} %"
