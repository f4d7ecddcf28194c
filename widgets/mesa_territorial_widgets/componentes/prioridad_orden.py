"""El orden en palabras: dos maneras lado a lado, si es firme y en qué clase cae cada actor."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.prioridad.comparacion import comparar
from mesa_territorial.analisis.prioridad.firmeza import (
    Firmeza,
    Robustez,
    entre_los_primeros,
    probar_orden,
)
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.analisis.prioridad.notas import NOMBRES
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import MetodoDePrioridad
from mesa_territorial.esquemas.prioridad import METODOS
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase

A_LA_VISTA, EN_EL_CUADRO = 8, 15


def decir_metodos(mesa: Mesa) -> list[Bloque]:
    """Los dos métodos lado a lado: dónde discrepan, actor por actor, y por qué."""
    c = comparar(mesa)
    if c.falta:
        return [Bloque(titulo="Dos maneras, lado a lado", veredicto=c.falta, tono="alerta")]
    cuantas = len(c.discrepancias)
    en = contar(cuantas, "un actor", "actores")
    return [
        Bloque(
            titulo="Dos maneras, lado a lado",
            veredicto=(
                f"Discrepan en {en} de {numero(len(c.filas))}."
                if cuantas
                else f"Coinciden en lo grueso: ninguno de {numero(len(c.filas))} salta "
                f"{numero(c.desde)} lugares."
            ),
            tono="alerta" if cuantas else "fortaleza",
            frases=tuple(
                Frase(texto=f.frase, tono="alerta", ids=(f.id,))
                for f in c.discrepancias[:A_LA_VISTA]
            ),
            cuadro=Cuadro(
                columnas=("Actor", METODOS[c.uno.metodo], METODOS[c.dos.metodo], "Distancia"),
                filas=tuple(
                    (
                        mesa.actor(f.id).nombre,
                        decir_puesto(f.uno),
                        decir_puesto(f.dos),
                        decir_puesto(f.salto),
                    )
                    for f in sorted(c.filas, key=lambda f: (f.uno, f.dos))[:EN_EL_CUADRO]
                ),
            ),
            nota=(
                f"{c.uno.frase} {c.dos.frase} Se dice que discrepan desde {numero(c.desde)} "
                "lugares de distancia; un lugar con coma es un empate. "
                + decir_cuantos(len(c.filas))
            ),
        )
    ]


def decir_puesto(lugar: float) -> str:
    """Un lugar sin decimales de más: «2», «2,5»."""
    return numero(lugar, 0 if float(lugar).is_integer() else 1)


def decir_cuantos(todos: int) -> str:
    """Que la tabla está cortada y dónde está entera; vacío si cabe."""
    if todos <= EN_EL_CUADRO:
        return ""
    return f"Se ven {EN_EL_CUADRO} de {numero(todos)}; todos están en el Excel de «Para llevar»."


def decir_firmeza(mesa: Mesa) -> list[Bloque]:
    """Quién está entre los primeros en todas las pruebas, quién entra o sale, y con cuál."""
    r = probar_orden(mesa)
    if not r.actores:
        falta = ordenar_por(mesa, MetodoDePrioridad.SUMA).falta
        return [Bloque(titulo="Qué tan firme es el orden", veredicto=falta, tono="alerta")]
    nombres = [mesa.actor(f.id).nombre for f in r.firmes]
    veredicto = (
        f"En todas las pruebas, {entre_los_primeros(r.corte)}: {enumerar(nombres, 12)}."
        if nombres
        else f"Nadie está {entre_los_primeros(r.corte)} en todas las pruebas."
    )
    return [
        Bloque(
            titulo="Qué tan firme es el orden",
            veredicto=veredicto if r.escenarios else _SIN_PRUEBAS,
            tono="fortaleza" if nombres and r.escenarios else "alerta",
            frases=(*(_dudoso(mesa, f) for f in r.en_duda), *_frontera(mesa, r)),
            cuadro=Cuadro(
                columnas=("Actor", "Hoy", "Mejor lugar", "Peor lugar", "Entre los primeros"),
                filas=tuple(
                    _fila_de_firmeza(mesa, f) for f in r.actores if f.entra or not f.es_firme
                ),
            ),
            nota=(
                f"{contar(len(r.escenarios), 'Una prueba', 'pruebas')}: cada peso diez puntos "
                "arriba y diez abajo, reescalando los demás, y sin cada evaluador, uno por vez. "
                "Quienes no están en la tabla no entran en ninguna. Firme no es correcto: "
                "sólo que no depende de una nota ni de un peso."
            ),
        )
    ]


_SIN_PRUEBAS = (
    "Con un solo criterio y menos de dos evaluadores no hay con qué probar el orden. "
    "Agregue evaluadores o dé peso a otra nota."
)


def _dudoso(mesa: Mesa, f: Firmeza) -> Frase:
    hace = "Sale de los primeros" if f.entra else "Entra a los primeros"
    return Frase(
        texto=f"{mesa.actor(f.id).nombre} está en duda: {hace.lower()} {enumerar(f.sale_con, 3)}.",
        tono="alerta",
        por_que=f"Hoy está en el lugar {decir_puesto(f.lugar)}; en las pruebas va del "
        f"{decir_puesto(f.mejor)} al {decir_puesto(f.peor)}. {hace}: {'; '.join(f.sale_con)}.",
        ids=(f.id,),
    )


def _frontera(mesa: Mesa, r: Robustez) -> Iterator[Frase]:
    if r.frontera is None or r.empate is None:
        return
    dentro, fuera = (mesa.actor(i).nombre for i in r.frontera)
    criterio = NOMBRES[r.criterios[r.empate.criterio]]
    yield Frase(
        texto=f"Con {numero(100 * r.empate.peso)} % en {criterio} (hoy "
        f"{numero(100 * r.empate.actual)} %), {fuera} empata con {dentro} en el último cupo.",
        por_que="Es el menor cambio de un solo peso que da vuelta la frontera.",
        ids=r.frontera,
    )


def _fila_de_firmeza(mesa: Mesa, f: Firmeza) -> tuple[str, ...]:
    dice = "siempre" if f.entra and f.es_firme else "nunca" if f.es_firme else "a veces"
    return (
        mesa.actor(f.id).nombre,
        decir_puesto(f.lugar),
        decir_puesto(f.mejor),
        decir_puesto(f.peor),
        dice,
    )
