"""Lo que dice la priorización de un vistazo y el paso que sigue."""

from collections.abc import Iterator, Mapping

from mesa_territorial.analisis.escala.lente import Asiento, Llave, mirar_escala
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.prioridad import actores_priorizados
from mesa_territorial.analisis.prioridad.acuerdo import medir_acuerdos
from mesa_territorial.analisis.prioridad.comparacion import comparar
from mesa_territorial.analisis.prioridad.decision import Priorizado
from mesa_territorial.analisis.prioridad.firmeza import entre_los_primeros, probar_orden
from mesa_territorial.analisis.prioridad.metodos import ordenar_por
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad, Trato
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.fichero import Dicho
from mesa_territorial_widgets.componentes.razones import Bloque, Frase

EVALUADORES_RECOMENDADOS = 3


def decir_resumen(mesa: Mesa) -> list[Bloque]:
    """Cómo va la priorización: lo que falta hacer y lo que conviene mirar."""
    if not mesa.actores:
        return []
    return [
        Bloque(titulo="El paso que sigue", veredicto=_paso_siguiente(mesa)),
        Bloque(titulo="Lo que conviene mirar", frases=tuple(_alertas(mesa))),
    ]


def _paso_siguiente(mesa: Mesa) -> str:
    evaluadores = len(mesa.prioridad.que_cuentan)
    decididos = sum(p.esta_decidido for p in actores_priorizados(mesa))
    if evaluadores < 2:
        return (
            "Reúna a los que evalúan: en «Evaluar», agregue al menos tres grupos y ponga las notas "
            "de cada uno por separado."
        )
    if not decididos:
        return "Converse lo disputado, pruebe el orden y anote la primera decisión en «Decidir»."
    sin_decidir = len(mesa.actores) - decididos
    if sin_decidir:
        faltan = contar(sin_decidir, "un actor", "actores")
        return f"Siga decidiendo: {faltan} todavía sin decisión del grupo."
    return "Todos los actores tienen decisión. Baje el documento y siga con la convocatoria."


def _alertas(mesa: Mesa) -> Iterator[Frase]:
    yield from _sin_razon(mesa)
    yield from _contra_el_puntaje(mesa)
    yield from _pocos_evaluadores(mesa)
    yield from _mas_disputada(mesa)
    yield from _en_duda(mesa)
    yield from _discrepan(mesa)
    yield from _sin_notas(mesa)


def _sin_razon(mesa: Mesa) -> Iterator[Frase]:
    ids = [p.id for p in actores_priorizados(mesa) if p.esta_decidido and not p.razon.strip()]
    if ids:
        yield Frase(
            texto=f"{_nombres(mesa, ids)}: hay una decisión sin razón escrita.",
            tono="alerta",
            que_hacer="Escriba el hecho que la sostiene, no un puntaje.",
            ids=tuple(ids),
        )


def _contra_el_puntaje(mesa: Mesa) -> Iterator[Frase]:
    corte = mesa.prioridad.corte
    fila = actores_priorizados(mesa)
    contra = [p for p in fila if _va_contra(p, corte)]
    if contra:
        yield Frase(
            texto=f"{_nombres(mesa, [p.id for p in contra])}: el grupo decidió distinto de lo que "
            "dice la suma.",
            por_que="No es un error: la decisión es de personas y su razón queda escrita. "
            "Asegúrese de que se entienda sin el puntaje.",
            ids=tuple(p.id for p in contra),
        )


def _va_contra(p: Priorizado, corte: int) -> bool:
    if p.calculado is None or p.decision is None:
        return False
    return (p.decision is Trato.PRIMERO) != (p.calculado <= corte)


def _pocos_evaluadores(mesa: Mesa) -> Iterator[Frase]:
    cuantos = len(mesa.prioridad.que_cuentan)
    if cuantos < EVALUADORES_RECOMENDADOS:
        texto = (
            f"{contar(cuantos, 'Evaluó un solo grupo', 'grupos evaluaron')}: es poco."
            if cuantos
            else "Todavía nadie evalúa: valen las notas del mapa."
        )
        yield Frase(
            texto=texto,
            tono="alerta",
            que_hacer="Pida notas a tres grupos que miren desde lugares distintos.",
            por_que="Una sola mirada produce el mapa de quien mira.",
        )


def _mas_disputada(mesa: Mesa) -> Iterator[Frase]:
    disputados = list(dict.fromkeys(a.id for a in medir_acuerdos(mesa) if a.disputado))
    if disputados:
        yield Frase(
            texto=f"Donde más se abren las opiniones: {_nombres(mesa, disputados)}.",
            tono="alerta",
            que_hacer="Converse esto antes de mirar el orden (en «Conversar»).",
            ids=tuple(disputados[:4]),
        )


def _en_duda(mesa: Mesa) -> Iterator[Frase]:
    r = probar_orden(mesa)
    dudosos = [f.id for f in r.en_duda]
    if dudosos:
        yield Frase(
            texto=f"No siempre están {entre_los_primeros(r.corte)}: cambian según la prueba "
            f"{_nombres(mesa, dudosos)}.",
            tono="alerta",
            que_hacer="Busque un hecho de terreno que los resuelva (detalle en «Ordenar»).",
            ids=tuple(dudosos[:4]),
        )
    elif r.firmes and r.escenarios:
        yield Frase(texto="Los primeros no cambian en ninguna prueba.", tono="fortaleza")


def _discrepan(mesa: Mesa) -> Iterator[Frase]:
    ids = [f.id for f in comparar(mesa).discrepancias]
    if ids:
        yield Frase(
            texto=f"Las dos maneras de ordenar discrepan en {_nombres(mesa, ids)}.",
            que_hacer="Lea por qué en «Ordenar» y diga cuál pregunta es la suya.",
            ids=tuple(ids[:4]),
        )


def _sin_notas(mesa: Mesa) -> Iterator[Frase]:
    faltan = ordenar_por(mesa, MetodoDePrioridad.SUMA).sin_lugar
    if faltan:
        yield Frase(
            texto=f"A {contar(len(faltan), 'un actor le falta', 'actores les falta')} alguna nota "
            "que pesa: no tienen lugar en la suma.",
            por_que=f"No se les inventa una. Son: {_nombres(mesa, faltan, 12)}.",
        )


def _nombres(mesa: Mesa, ids: list[str] | tuple[str, ...], maximo: int = 4) -> str:
    return enumerar([mesa.actor(i).nombre for i in ids], maximo)


def dichos_de_decisiones(mesa: Mesa) -> Mapping[str, list[Dicho]]:
    """Lo que se dice de cada actor al decidir: su lugar, qué tiene en sus manos y lo disputado."""
    disputados = {a.id for a in medir_acuerdos(mesa) if a.disputado}
    escala = mirar_escala(mesa)
    return {
        p.id: [
            Dicho(texto=_lugar_dicho(p), tono="dato"),
            *(_llave_dicha(x) for x in escala.de_actor(p.id)),
            *([_CONVERSE] if p.id in disputados else []),
        ]
        for p in actores_priorizados(mesa)
    }


_CONVERSE = Dicho(texto="Las notas no coinciden: converse primero.", tono="alerta")


def _llave_dicha(llave: Llave) -> Dicho:
    falta = llave.destraba and llave.asiento is not Asiento.SENTADO
    sigue = " Y todavía no está en la Mesa." if falta else ""
    return Dicho(texto=f"Escala: {llave.frase}{sigue}", tono="alerta" if falta else "dato")


def _lugar_dicho(p: Priorizado) -> str:
    if p.calculado is None:
        return "Sin lugar en la suma: le faltan notas."
    lugar = numero(p.calculado, 0 if p.calculado.is_integer() else 1)
    return f"Lugar {lugar} en la suma, que no decide: {p.motivo}."
