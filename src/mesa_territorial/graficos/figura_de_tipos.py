"""La figura de los tipos de Mesa: quién convoca, quiénes se sientan y dónde queda la comunidad."""

from itertools import chain
from typing import NamedTuple

from mesa_territorial.dominio.coalicion import TipoDeMesa
from mesa_territorial.esquemas.coalicion_palabras import TIPOS
from mesa_territorial.fichas import color
from mesa_territorial.graficos.trazos import lienzo, linea, marca, texto

ANCHO, ALTO_DE_FILA = 520, 158
_CAJA, _FUERA, _BAJO = 384, 462, 26
_Asiento = tuple[str, str]
_COMUNIDAD = ("sociedad_civil", "comunidad")
_ARTICULA = ("sociedad_civil", "fundación")


class _Fila(NamedTuple):
    """``fuera`` es cómo se nombra a la comunidad cuando no se sienta; vacío si está en la Mesa."""

    convoca: str
    asientos: tuple[_Asiento, ...]
    fuera: str = ""


# Presentación Huella Local 2023, salvo la territorial (informe PNUD–FOSIS 2020) y la intercomunal,
# que la fuente sólo nombra: quiénes se sientan en ella es inferido.
_FILAS = {
    TipoDeMesa.CONVENIO: _Fila(
        "firman tres",
        (("publico", "municipio"), ("privado", "empresa"), _ARTICULA),
        "beneficiaria",
    ),
    TipoDeMesa.TERRITORIAL: _Fila(
        "convoca el servicio del programa",
        (("publico", "servicios"), ("privado", "empresas"), ("academia", "academia"), _COMUNIDAD),
    ),
    TipoDeMesa.COMUNAL: _Fila(
        "convoca la autoridad local",
        (("publico", "municipio"), ("privado", "empresas"), _ARTICULA, _COMUNIDAD),
    ),
    TipoDeMesa.INTERCOMUNAL: _Fila(
        "convocan dos municipios (inferido)",
        (("publico", "municipio"), ("publico", "municipio"), ("privado", "empresas")),
        "por acordar",
    ),
    TipoDeMesa.REGIONAL: _Fila(
        "convoca la autoridad regional",
        (("publico", "región"), ("publico", "municipios"), ("privado", "empresas")),
        "beneficiaria",
    ),
}


def figura_de_tipos() -> str:
    """Una fila por tipo: la Mesa como un recuadro y la comunidad adentro o afuera."""
    partes = [p for n, (tipo, fila) in enumerate(_FILAS.items()) for p in _dibujar(n, tipo, fila)]
    describe = "Tipos de Mesa. " + " ".join(_contar(t, f) for t, f in _FILAS.items())
    return lienzo(ANCHO, ALTO_DE_FILA * len(_FILAS), describe, partes)


def _contar(tipo: TipoDeMesa, fila: _Fila) -> str:
    quienes = ", ".join(nombre for _, nombre in fila.asientos)
    comunidad = f"; la comunidad queda fuera, {fila.fuera}" if fila.fuera else ""
    return f"{TIPOS[tipo]}: {fila.convoca}; se sientan {quienes}{comunidad}."


def _dibujar(numero: int, tipo: TipoDeMesa, fila: _Fila) -> list[str]:
    y = ALTO_DE_FILA * numero
    paso = _CAJA / len(fila.asientos)
    asientos = (_sentar(a, 8 + paso * (n + 0.5), y) for n, a in enumerate(fila.asientos))
    return [
        texto(TIPOS[tipo], (8, y + 26), tamano=20, ancla="start", peso=650),
        texto(fila.convoca, (8, y + 48), color("tinta_2"), tamano=17, ancla="start"),
        f'<rect x="8" y="{y + _BAJO + 34}" width="{_CAJA}" height="80" rx="10" '
        f'fill="{color("superficie")}" stroke="{color("linea_fuerte")}" stroke-width="1.5"/>',
        *chain(*asientos),
        *_dejar_fuera(fila, y),
    ]


def _sentar(asiento: _Asiento, x: float, y: float) -> list[str]:
    sector, nombre = asiento
    medio = y + _BAJO + 62
    return [marca(sector, (x, medio), 12, nombre), texto(nombre, (x, medio + 38), tamano=17)]


def _dejar_fuera(fila: _Fila, y: float) -> list[str]:
    if not fila.fuera:
        return []
    sector, nombre = _COMUNIDAD
    medio = y + _BAJO + 62
    return [
        linea("informacion", (_CAJA + 14, medio), (_FUERA - 18, medio), 1.5),
        marca(sector, (_FUERA, medio), 12, nombre),
        texto(nombre, (_FUERA, medio + 32), tamano=17),
        texto(fila.fuera, (_FUERA, medio + 52), color("tinta_2"), tamano=17),
    ]
