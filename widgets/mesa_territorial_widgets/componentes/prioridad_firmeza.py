"""Si el orden es firme, en palabras: quién está siempre entre los primeros y quién, según."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.prioridad.firmeza import (
    Firmeza,
    Robustez,
    entre_los_primeros,
    probar_orden,
)
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.analisis.prioridad.notas import NOMBRES
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.prioridad_orden import decir_puesto
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase

TITULO = "Qué tan firme es el orden"


def decir_firmeza(mesa: Mesa) -> list[Bloque]:
    """Quién está entre los primeros en todas las pruebas, quién entra o sale, y con cuál."""
    r = probar_orden(mesa)
    if not r.actores:
        falta = ordenar_por(mesa, MetodoDePrioridad.SUMA).falta
        return [Bloque(titulo=TITULO, veredicto=falta, tono="alerta")]
    return [
        Bloque(
            titulo=TITULO,
            veredicto=_veredicto(mesa, r),
            tono="fortaleza" if r.firmes and r.escenarios else "alerta",
            frases=(*(_dudoso(mesa, f) for f in r.en_duda), *_frontera(mesa, r)),
            cuadro=_cuadro(mesa, r),
            nota=_nota(r),
        )
    ]


def _veredicto(mesa: Mesa, r: Robustez) -> str:
    if not r.escenarios:
        return _SIN_PRUEBAS
    nombres = [mesa.actor(f.id).nombre for f in r.firmes]
    donde = entre_los_primeros(r.corte)
    if not nombres:
        return f"Nadie está {donde} en todas las pruebas."
    return f"En todas las pruebas, {donde}: {enumerar(nombres, 12)}."


def _cuadro(mesa: Mesa, r: Robustez) -> Cuadro:
    filas = [_fila_de_firmeza(mesa, f) for f in r.actores if f.entra or not f.es_firme]
    columnas = ("Actor", "Hoy", "Mejor lugar", "Peor lugar", "Entre los primeros")
    return Cuadro(columnas=columnas, filas=tuple(filas))


def _nota(r: Robustez) -> str:
    return (
        f"{contar(len(r.escenarios), 'Una prueba', 'pruebas')}: cada peso diez puntos arriba y "
        "diez abajo, reescalando los demás, y sin cada evaluador, uno por vez. Quienes no están "
        "en la tabla no entran en ninguna. Firme no es correcto: sólo que no depende de una nota "
        "ni de un peso."
    )


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
