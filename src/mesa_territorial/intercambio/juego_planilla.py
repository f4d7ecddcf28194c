"""El juego de actores en planilla: privado del equipo, y así lo dice la primera hoja.

Las hojas «Influencias (MID)» y «Posiciones (2MAO)» se pueden corregir y volver a traer a la matriz.
"""

from collections.abc import Iterator, Sequence

from mesa_territorial.analisis.mactor import (
    Matriz,
    Resultado,
    distancias_de_actores,
    distancias_de_objetivos,
)
from mesa_territorial.analisis.mactor.dicho import Asunto
from mesa_territorial.analisis.mactor.lectura import leer_juego
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.juego_escrito import AVISO, PRIVADO, resultado_del_juego
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible

Filas = Sequence[Sequence[Celda]]


def exportar_juego(mesa: Mesa) -> bytes:
    """El libro xlsx con carnés, matrices, dudas y todo lo que MACTOR calcula.

    Levanta ``ReglaRota`` si hay menos de dos actores en el juego.
    """
    resultado = resultado_del_juego(mesa)
    with LibroDeSalida() as libro:
        libro.agregar_textos("PRIVADO (leer)", _portada(mesa))
        for nombre, titulos, filas in _hojas(mesa, resultado):
            claves = tuple(f"c{i}" for i in range(len(titulos)))
            etiquetas = dict(zip(claves, map(texto_posible, titulos), strict=True))
            libro.agregar_tabla(nombre, claves, etiquetas, [_posibles(f) for f in filas])
    return libro.contenido


def _posibles(fila: Sequence[Celda]) -> list[Celda]:
    return [texto_posible(c) if isinstance(c, str) else c for c in fila]


def _portada(mesa: Mesa) -> list[list[str]]:
    ilustrativa = [["Datos", "Ilustrativos: son de ejercicio"]] if mesa.ilustrativa else []
    return [
        [PRIVADO, AVISO],
        ["Mesa", mesa.nombre],
        *ilustrativa,
        ["Quiénes pueden verlo", mesa.juego.resguardo or "(sin anotar)"],
        ["Cómo leerlo", "En las matrices la fila influye en la columna. Vacía no es cero."],
        ["Para volver a traer", "Corrija las hojas Influencias o Posiciones y, en la matriz, elija "
         "«Traer de un archivo…»."],
        ["Método", "MACTOR (Godet, 1991). La distancia neta es la convergencia menos la "
         "divergencia, definición de este kit."],
    ]  # fmt: skip


def _hojas(mesa: Mesa, r: Resultado) -> Iterator[tuple[str, list[str], Filas]]:
    actores = [mesa.actores[i].nombre for i in r.planteo.ids]
    objetivos = [mesa.juego.objetivos[o].rotulo for o in r.planteo.objetivos]
    yield "Influencias (MID)", ["MID", *actores], _guardada(mesa, actores, de_posicion=False)
    if objetivos:
        yield "Posiciones (2MAO)", ["2MAO", *objetivos], _guardada(mesa, actores, de_posicion=True)
    yield from _de_texto(mesa)
    yield "Fuerzas", _TITULOS_DE_FUERZAS, _fuerzas(r, actores)
    yield "MDII", ["MDII", *actores], _con_nombres(r.fuerzas.total, actores)
    yield "MMDII", ["MMDII", *actores], _con_nombres(r.maximas.total, actores)
    yield "Saldo de influencias", ["Saldo", *actores], _con_nombres(r.fuerzas.saldo, actores)
    yield from _de_posiciones(r, actores, objetivos)
    yield "Lo que dice", ["Asunto", "Frase", "Por qué", "Qué hacer"], _dichos(leer_juego(mesa, r))


_TITULOS_DE_FUERZAS = ["Actor", "Influencia", "Dependencia", "Fuerza R*", "Fuerza Q*"]


def _guardada(mesa: Mesa, actores: list[str], *, de_posicion: bool) -> Filas:
    """La matriz tal como se anotó: lo que falta conversar queda en blanco."""
    juego, columnas = mesa.juego, mesa.juego.objetivos if de_posicion else mesa.juego.actores
    juicios = juego.posiciones if de_posicion else juego.influencias
    return [
        [nombre, *(getattr(juicios.get(f"{fila}>{c}"), "valor", None) for c in columnas)]
        for fila, nombre in zip(juego.actores, actores, strict=True)
    ]


def _de_texto(mesa: Mesa) -> Iterator[tuple[str, list[str], Filas]]:
    campos = ("fines", "problemas", "medios", "fortalezas", "debilidades")
    carnes = [
        [mesa.actores[c.id].nombre, *(getattr(c, campo) for campo in campos)]
        for c in mesa.juego.carnes.values()
        if not c.esta_vacio
    ]
    if carnes:
        titulos = ["Actor", "Fines", "Problemas y retos", "Medios", "Fortalezas", "Debilidades"]
        yield "Carnés", titulos, carnes
    dudas = list(_dudas(mesa))
    if dudas:
        yield (
            "Dudas y porqués",
            ["Matriz", "De", "Ante", "Valor", "Dudosa", "En qué se apoya"],
            dudas,
        )


def _dudas(mesa: Mesa) -> Iterator[list[Celda]]:
    nombre = {a.id: a.nombre for a in mesa.actores.values()}
    for i in mesa.juego.influencias.values():
        if i.dudosa or i.porque:
            duda = "sí" if i.dudosa else ""
            yield ["Influencias", nombre[i.quien], nombre[i.sobre], i.valor, duda, i.porque]
    for p in mesa.juego.posiciones.values():
        if p.dudosa or p.porque:
            objetivo = mesa.juego.objetivos[p.objetivo].rotulo
            duda = "sí" if p.dudosa else ""
            yield ["Posiciones", nombre[p.actor], objetivo, p.valor, duda, p.porque]


def _fuerzas(r: Resultado, actores: list[str]) -> Filas:
    columnas = (r.fuerzas.influencia, r.fuerzas.dependencia, r.fuerzas.fuerza, r.maximas.fuerza)
    return _parejas(actores, columnas)


def _con_nombres(matriz: Matriz, nombres: list[str]) -> Filas:
    return [[nombre, *fila] for nombre, fila in zip(nombres, matriz, strict=True)]


def _de_posiciones(
    r: Resultado, actores: list[str], objetivos: list[str]
) -> Iterator[tuple[str, list[str], Filas]]:
    for p in r.posiciones:
        orden = p.orden
        if orden != 2:  # la 2MAO es la matriz anotada, que ya va
            yield f"{orden}MAO", [f"{orden}MAO", *objetivos], _con_nombres(p.matriz, actores)
        yield f"{orden}CAA", [f"{orden}CAA", *actores], _con_nombres(p.convergencia, actores)
        yield f"{orden}DAA", [f"{orden}DAA", *actores], _con_nombres(p.divergencia, actores)
    if r.pesadas is not None:
        netas = _con_nombres(distancias_de_actores(r.pesadas), actores)
        yield "Distancias de actores", ["Neta", *actores], netas
        entre = _con_nombres(distancias_de_objetivos(r.pesadas), objetivos)
        yield "Distancias de objetivos", ["Neta", *objetivos], entre
        yield _por_objetivo(r, objetivos)
        yield _por_actor(r, actores)


def _por_objetivo(r: Resultado, objetivos: list[str]) -> tuple[str, list[str], Filas]:
    pesadas = r.posiciones[-1]
    columnas = [*(p.movilizacion for p in r.posiciones), pesadas.a_favor, pesadas.en_contra]
    titulos = ["Objetivo", *(f"Movilización {p.orden}" for p in r.posiciones)]
    return "Movilización", [*titulos, "A favor", "En contra"], _parejas(objetivos, columnas)


def _por_actor(r: Resultado, actores: list[str]) -> tuple[str, list[str], Filas]:
    columnas: list[Sequence[float | None]] = [p.ambivalencia for p in r.posiciones]
    columnas += [p.movilizacion_por_actor for p in r.posiciones]
    titulos = [f"{que} {p.orden}" for que in ("Ambivalencia", "Movilización") for p in r.posiciones]
    return "Ambivalencia", ["Actor", *titulos], _parejas(actores, columnas)


def _parejas(nombres: list[str], columnas: Sequence[Sequence[float | None]]) -> Filas:
    return [[nombre, *(c[i] for c in columnas)] for i, nombre in enumerate(nombres)]


def _dichos(asuntos: Sequence[Asunto]) -> list[list[Celda]]:
    filas: list[list[Celda]] = []
    for asunto in asuntos:
        filas.append([asunto.titulo, asunto.veredicto, asunto.nota, ""])
        filas += [["", d.texto, d.por_que, d.que_hacer] for d in asunto.dichos]
    return filas
