"""Las dos matrices del juego de actores y la de distancias, listas para una pizarra."""

from collections.abc import Iterable, Mapping
from typing import Any

from mesa_territorial.analisis.frases import con_signo
from mesa_territorial.analisis.mactor import Resultado, distancias_de_actores
from mesa_territorial.dominio.juego import (
    INFLUENCIA_MAXIMA,
    POSICION_MAXIMA,
    InfluenciaDirecta,
    PosicionAnteObjetivo,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.juego import rotulo
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.matriz import Matriz, Resumen, Rotulo, VistaDeMatriz
from mesa_territorial_widgets.componentes.pizarra import Pizarra

INFLUENCIAS: Mapping[float, str] = {
    0: "nada",
    1: "sus tareas",
    2: "sus proyectos",
    3: "su misión",
    4: "su existencia",
}
POSICIONES: Mapping[float, str] = {
    -4: "lo combate: va su existencia",
    -3: "resiste: va su misión",
    -2: "resiste: van sus proyectos",
    -1: "resiste: van sus tareas",
    0: "le da lo mismo",
    1: "empuja: sus tareas",
    2: "empuja: sus proyectos",
    3: "empuja: su misión",
    4: "empuja con todo",
}
_SIN_DOS = "Elija al menos dos actores en «Quiénes entran»: aquí se anota cuánto puede uno en otro."
_SIN_OBJETIVOS = "Elija a quiénes entran y escriba al menos un objetivo: aquí va cada posición."
Juicio = InfluenciaDirecta | PosicionAnteObjetivo


_DE_INFLUENCIAS: Mapping[str, Any] = {
    "titulo": "Influencias directas",
    "bajada": "La fila es quien influye y la columna, quien recibe. Vacía no es cero.",
    "orden": "anotar_influencias",
    "maximo": INFLUENCIA_MAXIMA,
    "diagonal": True,
    "dudosas": True,
    "pregunta": "¿Qué puede poner en juego {fila} de {columna}?",
    "leyenda": INFLUENCIAS,
    "vacio": _SIN_DOS,
    "hojas": ("Influencias", "MID"),
}
_DE_POSICIONES: Mapping[str, Any] = {
    "titulo": "Posiciones ante los objetivos",
    "bajada": "El signo dice si lo empuja o lo resiste; el número, cuánto se juega en él.",
    "orden": "anotar_posiciones",
    "minimo": -POSICION_MAXIMA,
    "maximo": POSICION_MAXIMA,
    "con_signo": True,
    "dudosas": True,
    "pregunta": "¿Qué hace {fila} ante «{columna}»?",
    "leyenda": POSICIONES,
    "columnas_de": "objetivos",
    "vacio": _SIN_OBJETIVOS,
    "hojas": ("Posiciones", "2MAO"),
}


def matriz_de_influencias(pizarra: Pizarra) -> Matriz:
    """La matriz MID: la fila influye en la columna, de 0 a 4."""
    return Matriz(pizarra, ver_influencias, **_DE_INFLUENCIAS)


def matriz_de_posiciones(pizarra: Pizarra) -> Matriz:
    """La matriz 2MAO: la posición de cada actor ante cada objetivo, de −4 a +4."""
    return Matriz(pizarra, ver_posiciones, **_DE_POSICIONES)


def ver_influencias(mesa: Mesa) -> VistaDeMatriz:
    """Lo que se ve de las influencias de una Mesa."""
    juego = mesa.juego
    entran = set(juego.actores)
    suyas = [i for i in juego.influencias.values() if {i.quien, i.sobre} <= entran]
    rotulos = _de_actores(mesa) if len(entran) > 1 else ()
    da = _sumar((i.quien, i.valor) for i in suyas)
    recibe = _sumar((i.sobre, i.valor) for i in suyas)
    return VistaDeMatriz(
        filas=rotulos,
        columnas=rotulos,
        **_casillas((i.quien, i.sobre, i) for i in suyas),
        resumen_filas=[Resumen("Puede", da)],
        resumen_columnas=[Resumen("Recibe", recibe)],
    )


def ver_posiciones(mesa: Mesa) -> VistaDeMatriz:
    """Lo que se ve de las posiciones de una Mesa."""
    juego = mesa.juego
    suyas = [p for p in juego.posiciones.values() if p.actor in juego.actores]
    favor = _sumar((p.objetivo, (p.valor or 0) > 0) for p in suyas)
    contra = _sumar((p.objetivo, (p.valor or 0) < 0) for p in suyas)
    columnas = [Rotulo(o.id, o.nombre, o.rotulo, ayuda=o.detalle) for o in juego.objetivos.values()]
    return VistaDeMatriz(
        filas=_de_actores(mesa),
        columnas=columnas,
        **_casillas((p.actor, p.objetivo, p) for p in suyas),
        resumen_columnas=[Resumen("A favor", favor), Resumen("En contra", contra)],
    )


def ver_distancias(mesa: Mesa, resultado: Resultado | None) -> VistaDeMatriz:
    """La distancia neta de orden 3 de cada par; vacía si no se puede calcular."""
    if resultado is None or resultado.pesadas is None:
        return VistaDeMatriz(filas=(), columnas=(), valores={})
    ids = resultado.planteo.ids
    netas = distancias_de_actores(resultado.pesadas)
    rotulos = _de_actores(mesa)
    valores = {
        a: {b: round(netas[i][j], 1) + 0.0 for j, b in enumerate(ids)} for i, a in enumerate(ids)
    }
    textos = {a: con_signo(sum(netas[i]), 1) for i, a in enumerate(ids)}
    return VistaDeMatriz(
        filas=rotulos,
        columnas=rotulos,
        valores=valores,
        resumen_filas=[Resumen("Con todos", textos)],
    )


def _de_actores(mesa: Mesa) -> list[Rotulo]:
    return [
        Rotulo(a.id, a.nombre, rotulo(a.nombre), sector=a.sector)
        for a in (mesa.actores[i] for i in mesa.juego.actores)
    ]


def _sumar(pares: Iterable[tuple[str, float | None]]) -> dict[str, str]:
    sumas: dict[str, float] = {}
    for clave, valor in pares:
        sumas[clave] = sumas.get(clave, 0) + (valor or 0)
    return {clave: numero(suma) for clave, suma in sumas.items()}


def _casillas(juicios: Iterable[tuple[str, str, Juicio]]) -> dict[str, Any]:
    valores: dict[str, dict[str, float | None]] = {}
    marcas: dict[str, dict[str, str]] = {}
    notas: dict[str, dict[str, str]] = {}
    for fila, columna, juicio in juicios:
        valores.setdefault(fila, {})[columna] = juicio.valor
        donde = marcas if juicio.dudosa else notas
        if juicio.dudosa or juicio.porque:
            donde.setdefault(fila, {})[columna] = juicio.porque
    return {"valores": valores, "marcas": marcas, "notas": notas}
