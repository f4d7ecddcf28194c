"""Las figuras de la guía, dibujadas desde los datos: nada está pegado como imagen."""

from collections.abc import Callable, Mapping
from functools import cache

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.fichas import color, color_de_sector
from mesa_territorial.graficos.empate import figura_de_empate
from mesa_territorial.graficos.figura_de_escala import figura_de_escala
from mesa_territorial.graficos.figura_de_mediana import figura_de_mediana
from mesa_territorial.graficos.figura_de_tipos import figura_de_tipos
from mesa_territorial.graficos.figura_de_voz import figura_de_voz
from mesa_territorial.graficos.sectores import INTEGRA, filas_por_sector
from mesa_territorial.graficos.trazos import Punto, lienzo, linea, marca, texto
from mesa_territorial.textos import SECTORES

ANCHO, ALTO = 1_000, 640
# La cometa de Krackhardt (1990), con su dibujo de siempre; los nombres son los del artículo.
_COMETA: Mapping[str, Punto] = {
    "Andre": (120, 90),
    "Beverly": (120, 310),
    "Carol": (250, 40),
    "Diane": (250, 200),
    "Ed": (250, 360),
    "Fernando": (390, 90),
    "Garth": (390, 310),
    "Heather": (540, 200),
    "Ike": (690, 200),
    "Jane": (840, 200),
}
_UNIDOS = (
    "Andre-Beverly Andre-Carol Andre-Diane Andre-Fernando Beverly-Diane Beverly-Ed Beverly-Garth "
    "Carol-Diane Carol-Fernando Diane-Ed Diane-Fernando Diane-Garth Ed-Garth Fernando-Garth "
    "Fernando-Heather Garth-Heather Heather-Ike Ike-Jane"
)


_CORTOS = {
    "A01": "FOSIS",
    "A02": "SERVIU",
    "A10": "CChC",
    "A20": "Comunidad",
    "A29": "Municipio",
    "A30": "PNUD",
    "A31": "AGCID",
}


def red_de(mesa: Mesa, momento: str, titulo: str) -> str:
    """El mapa de la Mesa en un momento; los actores sin lugar no se dibujan."""
    lugar = {a.id: (a.x or 0, a.y or 0) for a in mesa.actores.values() if a.tiene_lugar}
    relaciones = [r for r in mesa.relaciones.values() if r.momento == momento]
    rayas = [
        linea(r.tipo, lugar[r.de], lugar[r.hacia], 0.8 + r.intensidad * 0.7)
        for r in relaciones
        if r.de in lugar and r.hacia in lugar
    ]
    marcas = [
        marca(a.sector, lugar[a.id], 13, f"{a.nombre}, {SECTORES[a.sector].lower()}")
        for a in mesa.actores.values()
        if a.id in lugar
    ]
    nombres = [
        texto(corto, (lugar[i][0], lugar[i][1] - 20), tamano=19, peso=600)
        for i, corto in _CORTOS.items()
        if i in lugar
    ]
    rotulo = texto(titulo, (24, 34), tamano=28, ancla="start", peso=650)
    describe = f"{titulo}: {len(mesa.actores)} actores y {len(relaciones)} relaciones."
    return lienzo(ANCHO, ALTO, describe, [*rayas, *marcas, *nombres, rotulo])


def _campanilla_antes_despues() -> str:
    mesa = cargar_caso("mesa_campanilla")
    paneles = (red_de(mesa, m.id, m.nombre) for m in mesa.momentos_en_orden)
    return "".join(f'<div class="panel">{p}</div>' for p in paneles) + leyenda()


def leyenda() -> str:
    """Qué forma y color tiene cada sector, en una línea."""
    partes = []
    for numero, (sector, nombre) in enumerate(SECTORES.items()):
        x = 20 + numero * 196
        partes += [marca(sector, (x, 20), 9, nombre), texto(nombre, (x + 16, 26), ancla="start")]
    return f'<div class="leyenda">{lienzo(ANCHO, 40, "Leyenda de los sectores", partes)}</div>'


def _campanilla_sectores() -> str:
    filas = filas_por_sector(cargar_caso("mesa_campanilla"))
    partes: list[str] = []
    for numero, (codigo, nombre) in enumerate(SECTORES.items()):
        integran, resto = (f["cuantos"] for f in filas if f["sector"] == nombre)
        partes += _barra(numero, codigo, nombre, integran, resto)
    describe = "Actores por sector: " + "; ".join(
        f"{f['sector']}, {f['cuantos']} integran" for f in filas if f["situacion"] == INTEGRA
    )
    return lienzo(ANCHO, 60 * len(SECTORES) + 10, describe, partes)


def _barra(numero: int, codigo: str, nombre: str, integran: int, resto: int) -> list[str]:
    y, unidad, tono = 60 * numero + 12, 36, color_de_sector(codigo)
    borde = f'stroke="{tono}" stroke-width="2"'
    cuenta = f"{integran} integran" + (f", {resto} sólo en el mapa" if resto else "")
    fin = 290 + unidad * (integran + resto)
    return [
        marca(codigo, (24, y + 18), 11, nombre),
        texto(nombre, (46, y + 25), tamano=20, ancla="start"),
        f'<rect x="280" y="{y}" width="{unidad * integran}" height="36" fill="{tono}" {borde}/>',
        f'<rect x="{280 + unidad * integran}" y="{y}" width="{unidad * resto}" height="36" '
        f'fill="#fff" stroke-dasharray="5 4" {borde}/>',
        texto(cuenta, (fin, y + 25), tamano=18, ancla="start"),
    ]


def _kite() -> str:
    pares = [par.split("-") for par in _UNIDOS.split()]
    rayas = [linea("coordinacion", _COMETA[a], _COMETA[b], 2) for a, b in pares]
    marcas = [marca("sociedad_civil", p, 16, n) for n, p in _COMETA.items()]
    nombres = [texto(n, (x, y - 24), tamano=20) for n, (x, y) in _COMETA.items()]
    notas = [
        texto("más vínculos", (250, 244), color("acento"), tamano=17, peso=650),
        texto(
            "más cerca de todos: Fernando y Garth", (400, 400), color("acento"), tamano=17, peso=650
        ),
        texto("por aquí pasa todo", (560, 244), color("acento"), tamano=17, peso=650),
    ]
    return lienzo(
        920, 420, "La cometa de Krackhardt: diez actores.", rayas + marcas + nombres + notas
    )


FIGURAS: Mapping[str, Callable[[], str]] = {
    "campanilla_antes_despues": _campanilla_antes_despues,
    "campanilla_sectores": _campanilla_sectores,
    "campanilla_escala": figura_de_escala,
    "campanilla_empate": figura_de_empate,
    "kite": _kite,
    "mediana_y_promedio": figura_de_mediana,
    "campanilla_voz": figura_de_voz,
    "tipos_de_mesa": figura_de_tipos,
}


@cache
def dibujar(nombre: str) -> str:
    """El SVG de la figura; levanta ``ReglaRota`` si el kit no sabe dibujarla."""
    if nombre not in FIGURAS:
        raise ReglaRota(f"La guía pide una figura que no existe: «{nombre}».")
    return FIGURAS[nombre]()
