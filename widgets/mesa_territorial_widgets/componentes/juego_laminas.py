"""Las láminas del juego de actores, puestas al día con él."""

from collections.abc import Callable, Sequence
from typing import Any

from mesa_territorial.analisis.mactor import Resultado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.convergencias import (
    filas_de_convergencias,
    grafico_de_convergencias,
)
from mesa_territorial.graficos.juego import filas_del_plano, grafico_del_plano
from mesa_territorial_widgets.componentes.juego_matrices import ver_distancias
from mesa_territorial_widgets.componentes.juego_vivo import PRIVADO, JuegoVivo, Mirar
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.matriz import Matriz

_DEL_PLANO = (
    Columna("actor", "Actor"),
    Columna("sector", "Sector"),
    Columna("influencia", "Influencia"),
    Columna("dependencia", "Dependencia"),
    Columna("fuerza", "Fuerza R*", 2),
)
_DE_CONVERGENCIAS = (
    Columna("quien", "Actor"),
    Columna("con", "Con"),
    Columna("neta", "Distancia neta", 1),
)


def lamina_del_plano(vivo: JuegoVivo) -> Lamina:
    """El plano de influencias y dependencias."""
    lamina = Lamina(
        especificacion=grafico_del_plano(),
        columnas=_DEL_PLANO,
        titulo="Quién influye y quién depende",
        bajada=f"Directo y por un tercero; las rayas cortadas son el promedio. {PRIVADO}",
        nombre="juego_plano_privado",
        ilustrativa=vivo.pizarra.valor.ilustrativa,
    )
    vivo.avisar_a(_llenar(lamina, filas_del_plano))
    return lamina


def lamina_de_convergencias(vivo: JuegoVivo) -> Lamina:
    """El grafo de quiénes coinciden y quiénes chocan."""
    lamina = Lamina(
        especificacion=grafico_de_convergencias(),
        columnas=_DE_CONVERGENCIAS,
        titulo="Quiénes coinciden y quiénes chocan",
        bajada=f"Convergencia menos divergencia, de orden 3; los pares mayores. {PRIVADO}",
        nombre="juego_convergencias_privado",
        ilustrativa=vivo.pizarra.valor.ilustrativa,
    )
    vivo.avisar_a(_llenar(lamina, filas_de_convergencias))
    return lamina


def _llenar(lamina: Lamina, filas: Callable[[Mesa, Resultado], Sequence[dict[str, Any]]]) -> Mirar:
    def mirar(mesa: Mesa, resultado: Resultado | None) -> None:
        lamina.valor = list(filas(mesa, resultado)) if resultado else []

    return mirar


def matriz_de_distancias(vivo: JuegoVivo) -> Matriz:
    """La distancia neta de cada par, para leerla como tabla."""
    matriz = Matriz(
        vivo.pizarra,
        lambda mesa: ver_distancias(mesa, vivo.resultado),
        titulo="Distancias netas",
        bajada="Convergencia menos divergencia de cada par (orden 3); positiva, coinciden más.",
        minimo=-10,
        maximo=10,
        paso=0.1,
        con_signo=True,
        diagonal=True,
        pregunta="{fila} y {columna}",
        vacio="Faltan actores u objetivos para calcular distancias.",
        archivos=False,
    )
    vivo.avisar_a(lambda *_: matriz.ver())
    return matriz
