"""Los ejercicios por escrito: para un cuaderno de JupyterLab o una consola, sin botones.

Es la misma corrección de la pantalla; lo respondido aquí no se guarda.
"""

from collections.abc import Iterator
from typing import Any

from mesa_territorial.formacion.correccion import corregir
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.items import ItemDeBanco
from mesa_territorial.formacion.piezas import Tabla
from mesa_territorial.formacion.solucion import contar_solucion
from mesa_territorial.formacion.veredictos import Correccion, Detalle
from mesa_territorial.formacion.vista import Vista, mostrar_item
from mesa_territorial.textos import NIVELES, SECTORES, TIPOS_DE_RELACION

_JUICIOS = {True: "✓ Correcto.", False: "✗ Todavía no.", None: ""}
_SIGNOS = {True: "✓", False: "✗", None: "·"}
_COMO_SE_RESPONDE = {
    "unica": 'el código de una alternativa, entre comillas: "…"',
    "multiple": 'los códigos entre corchetes: ["…", "…"]',
    "numerica": 'un número entre comillas, con coma decimal: "0,5"',
    "ordenar": 'los códigos en su orden, entre corchetes: ["…", "…"]',
    "clasificar": 'un código de categoría para cada elemento: {"elemento": "categoría"}',
    "ubicar": 'un lugar de 1 a 5 para cada actor: {"actor": {"influencia": 3, "interes": 3}}',
    "armar": '{"actores": [{"nombre": "…", "sector": "…", "nivel": "…"}], '
    '"relaciones": [{"de": "…", "hacia": "…", "tipo": "…"}]}',
    "abierta": '{"texto": "…", "niveles": {"criterio": 0}}, con niveles de 0 a 3',
}


class PorEscrito:
    """Los ejercicios de un tema, preguntados y corregidos con texto."""

    def __init__(self, clave: str) -> None:
        self.banco = cargar_banco(clave)

    def preguntar(self, id_item: str) -> str:
        """El enunciado, sus datos, las alternativas con su código y cómo se responde."""
        item = self.banco.item(id_item)
        return "\n".join(_preguntar(item, mostrar_item(item)))

    def responder(self, id_item: str, respuesta: Any) -> str:
        """La retroalimentación a ``respuesta``; nunca levanta por una respuesta mal escrita."""
        return "\n".join(_contar_correccion(corregir(self.banco.item(id_item), respuesta)))

    def pista(self, id_item: str, numero: int = 1) -> str:
        """La pista de ese número, desde 1."""
        pistas = self.banco.item(id_item).pistas
        if not 1 <= numero <= len(pistas):
            return f"Este ejercicio tiene {len(pistas)} pistas: pida una de 1 a {len(pistas)}."
        return f"Pista {numero} de {len(pistas)}. {pistas[numero - 1]}"

    def solucion(self, id_item: str) -> str:
        """La solución y su porqué: para cuando ya lo intentó."""
        item = self.banco.item(id_item)
        return "\n".join([*(f"- {f}" for f in contar_solucion(item)), "", item.explicacion])


def _preguntar(item: ItemDeBanco, vista: Vista) -> Iterator[str]:
    yield item.enunciado
    yield from _escribir_datos(item)
    for titulo in ("categorias", "opciones", "elementos", "criterios"):
        if titulo in vista:
            yield ""
            yield from (f"  {c['id']}: {c['texto']}" for c in vista[titulo])
    if "base" in vista:
        yield from _escribir_base(vista)
    yield f"\nSe responde con {_COMO_SE_RESPONDE[vista['tipo']]}"


def _escribir_datos(item: ItemDeBanco) -> Iterator[str]:
    if item.nota:
        yield f"({item.nota})"
    if item.tabla:
        yield from _escribir_tabla(item.tabla)
    if item.dibujo:
        nombres = {p.id: p.nombre for p in item.dibujo.puntos}
        pares = ", ".join(f"{nombres[a]} – {nombres[b]}" for a, b in item.dibujo.enlaces)
        yield f"\nDibujo: {item.dibujo.descripcion}\nRelaciones: {pares}."


def _escribir_tabla(tabla: Tabla) -> Iterator[str]:
    filas = [tabla.columnas, *tabla.filas]
    anchos = [max(len(f[c]) for f in filas) for c in range(len(tabla.columnas))]
    yield f"\n{tabla.titulo}"
    for fila in filas:
        yield "  " + "  ".join(x.ljust(n) for x, n in zip(fila, anchos, strict=True)).rstrip()


def _escribir_base(vista: Vista) -> Iterator[str]:
    base = vista["base"]
    yield "\nYa están:"
    yield from (f"  {a['nombre']} ({SECTORES[a['sector']].lower()})" for a in base["actores"])
    yield from (f"  {r['de']} → {r['hacia']}: {r['tipo']}" for r in base["relaciones"])
    yield f"Sectores: {', '.join(SECTORES)}"
    yield f"Niveles: {', '.join(NIVELES)}"
    yield f"Tipos de relación: {', '.join(TIPOS_DE_RELACION)}"


def _contar_correccion(correccion: Correccion) -> Iterator[str]:
    yield f"{_JUICIOS[correccion.acierto]} {correccion.mensaje}".strip()
    yield from (_contar_detalle(d) for d in correccion.detalles)
    dicho = {d.mensaje for d in correccion.detalles}
    yield from (falta for falta in correccion.falta if falta not in dicho)
    if correccion.proximo_paso:
        yield f"Próximo paso: {correccion.proximo_paso}"
    yield f"Lea: {correccion.seccion}"


def _contar_detalle(detalle: Detalle) -> str:
    if detalle.texto == detalle.mensaje:
        return f"  {_SIGNOS[detalle.bien]} {detalle.mensaje}"
    return f"  {_SIGNOS[detalle.bien]} {detalle.texto}: {detalle.mensaje}"
