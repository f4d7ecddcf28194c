"""Dos maneras de ordenar, lado a lado: en qué actores discrepan y por qué, en palabras."""

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.prioridad.comparacion import Comparacion, comparar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.prioridad import METODOS
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase

A_LA_VISTA, EN_EL_CUADRO = 8, 15


def decir_metodos(mesa: Mesa) -> list[Bloque]:
    """Los dos métodos lado a lado: dónde discrepan, actor por actor, y por qué."""
    c = comparar(mesa)
    titulo = "Dos maneras, lado a lado"
    if c.falta:
        return [Bloque(titulo=titulo, veredicto=c.falta, tono="alerta")]
    discrepan = c.discrepancias[:A_LA_VISTA]
    return [
        Bloque(
            titulo=titulo,
            veredicto=_veredicto(c),
            tono="alerta" if discrepan else "fortaleza",
            frases=tuple(Frase(texto=f.frase, tono="alerta", ids=(f.id,)) for f in discrepan),
            cuadro=_cuadro(mesa, c),
            nota=_nota(c),
        )
    ]


def _veredicto(c: Comparacion) -> str:
    todos = numero(len(c.filas))
    if not c.discrepancias:
        return f"Coinciden en lo grueso: ninguno de {todos} salta {numero(c.desde)} lugares."
    return f"Discrepan en {contar(len(c.discrepancias), 'un actor', 'actores')} de {todos}."


def _cuadro(mesa: Mesa, c: Comparacion) -> Cuadro:
    filas = sorted(c.filas, key=lambda f: (f.uno, f.dos))[:EN_EL_CUADRO]
    return Cuadro(
        columnas=("Actor", METODOS[c.uno.metodo], METODOS[c.dos.metodo], "Distancia"),
        filas=tuple(
            (mesa.actor(f.id).nombre, *map(decir_puesto, (f.uno, f.dos, f.salto))) for f in filas
        ),
    )


def _nota(c: Comparacion) -> str:
    return (
        f"{c.uno.frase} {c.dos.frase} Se dice que discrepan desde {numero(c.desde)} lugares de "
        f"distancia; un lugar con coma es un empate. {decir_cuantos(len(c.filas))}"
    )


def decir_puesto(lugar: float) -> str:
    """Un lugar sin decimales de más: «2», «2,5»."""
    return numero(lugar, 0 if float(lugar).is_integer() else 1)


def decir_cuantos(todos: int) -> str:
    """Que la tabla está cortada y dónde está entera; vacío si cabe."""
    if todos <= EN_EL_CUADRO:
        return ""
    return f"Se ven {EN_EL_CUADRO} de {numero(todos)}; todos están en el Excel de «Para llevar»."
