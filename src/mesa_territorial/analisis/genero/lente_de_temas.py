"""Lo que el lente de género calcula al formar la coalición, mapear, priorizar y jugar."""

from collections import Counter
from collections.abc import Iterator
from statistics import mean

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.genero.dicho import alerta, fortaleza
from mesa_territorial.analisis.genero.quienes import comunitarias, decide, quienes, vecinos
from mesa_territorial.analisis.lectura import nombrar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import NIVELES, numero

_UNA = "liderada por mujeres"
_VARIAS = "lideradas por mujeres"
_BAJA, _ALTO = 2, 4


def decir_cuantas(cuantas: int) -> str:
    """«Una organización liderada por mujeres», «3 organizaciones lideradas por mujeres»."""
    return contar(cuantas, f"Una organización {_UNA}", f"organizaciones {_VARIAS}")


def leer_presencia(mesa: Mesa) -> Iterator[Dicho]:
    """Si el mapa tiene organizaciones lideradas por mujeres y de cuántas no se sabe."""
    q = quienes(mesa)
    if mesa.actores and not q.lideradas:
        yield alerta(
            f"En el mapa no hay ninguna organización anotada como {_UNA}.",
            "Busque ollas comunes, jardines comunitarios, comités y redes de cuidado; si ya están, "
            "anótelo en el tema 6.",
        )
    por_saber = comunitarias(mesa, q.por_saber)
    if por_saber:
        frase = contar(
            len(por_saber),
            "De una organización comunitaria no se anotó quiénes la lideran",
            "organizaciones comunitarias no tienen anotado quiénes las lideran",
        )
        que_hacer = "Anótelo en el tema 6, «Representación»."
        yield Dicho(texto=f"{frase}.", que_hacer=que_hacer, ids=por_saber)


def leer_mapa_con_lente(mesa: Mesa) -> Iterator[Dicho]:
    """Quiénes están, quiénes quedaron sueltas y quiénes llegan a decidir sólo por otro."""
    yield from leer_presencia(mesa)
    lideradas = quienes(mesa).lideradas
    if not lideradas:
        return
    unidos = vecinos(mesa, mesa.momentos_en_orden[-1].id)
    sueltas = tuple(i for i in lideradas if not unidos[i])
    if sueltas:
        yield alerta(
            f"Sin ningún vínculo en el mapa: {nombrar(mesa, sueltas)}.",
            "Anote con quién se relaciona de verdad, o quién podría ser su puente.",
            ids=sueltas,
        )
    yield from _llegan(mesa, tuple(i for i in lideradas if unidos[i]), unidos)


def _llegan(mesa: Mesa, ids: tuple[str, ...], unidos: dict[str, set[str]]) -> Iterator[Dicho]:
    poder = {i for i, a in mesa.actores.items() if decide(a)}
    if not poder or not ids:
        return
    lejos = tuple(i for i in ids if i not in poder and not unidos[i] & poder)
    if lejos:
        yield alerta(
            f"Llegan a quienes deciden sólo por medio de otro: {nombrar(mesa, lejos)}.",
            "Tienda al menos una relación directa con un actor de influencia 4 o 5.",
            por_que="Su palabra depende de que alguien la lleve.",
            ids=lejos,
        )
    else:
        tienen = "tiene" if len(ids) == 1 else "tienen"
        yield fortaleza(
            f"{decir_cuantas(len(ids))} {tienen} vínculo directo con quienes deciden.", ids=ids
        )


def leer_coalicion(mesa: Mesa) -> Iterator[Dicho]:
    """Si en lo anotado de la coalición hay organizaciones lideradas por mujeres."""
    yield from leer_presencia(mesa)
    yield from _citadas(mesa, "coalicion", "la coalición")


def leer_juego(mesa: Mesa) -> Iterator[Dicho]:
    """Si las organizaciones lideradas por mujeres entran en el juego de actores."""
    yield from leer_presencia(mesa)
    yield from _citadas(mesa, "juego", "el juego de actores")


def _citadas(mesa: Mesa, seccion: str, donde: str) -> Iterator[Dicho]:
    citados = set(mesa.seccion(seccion).actores_citados())
    lideradas = quienes(mesa).lideradas
    if not citados or not lideradas:
        return
    estan = tuple(i for i in lideradas if i in citados)
    if estan:
        yield fortaleza(f"En {donde} aparecen: {nombrar(mesa, estan)}.", ids=estan)
    else:
        yield alerta(
            f"Ninguna organización {_UNA} aparece en {donde}.",
            "Agregue a la que más sabe del objetivo, aunque tenga poca influencia.",
            ids=lideradas,
        )


def leer_escala(mesa: Mesa) -> Iterator[Dicho]:
    """En qué niveles deciden las organizaciones lideradas por mujeres y en cuáles no hay."""
    lideradas = quienes(mesa).lideradas
    if not lideradas:
        yield from leer_presencia(mesa)
        return
    niveles = Counter(n for i in lideradas if (n := mesa.actores[i].nivel))
    if niveles:
        dicho = enumerar([f"{NIVELES[n].lower()} ({c})" for n, c in niveles.items()])
        yield Dicho(texto=f"Las organizaciones {_VARIAS} deciden en: {dicho}.", ids=lideradas)
    con_poder = {a.nivel for a in mesa.actores.values() if decide(a) and a.nivel}
    vacios = [NIVELES[n].lower() for n in NIVELES if n in con_poder - set(niveles)]
    if vacios:
        yield alerta(
            f"Hay quienes deciden a nivel de {enumerar(vacios)}, y ahí ninguna organización está "
            f"anotada como {_UNA}.",
            "Pregunte qué organización, servicio o mesa de mujeres actúa en ese nivel.",
        )


def leer_prioridad(mesa: Mesa) -> Iterator[Dicho]:
    """Qué notas tienen las organizaciones lideradas por mujeres frente a las demás."""
    lideradas = quienes(mesa).lideradas
    if not lideradas:
        yield from leer_presencia(mesa)
    sin_nota = tuple(i for i in lideradas if mesa.actores[i].influencia is None)
    if sin_nota:
        yield alerta(
            f"Sin influencia anotada: {nombrar(mesa, sin_nota)}.",
            "Pídala por separado a mujeres y a hombres del equipo.",
            ids=sin_nota,
        )
    if calladas := tuple(i for i in lideradas if _le_importa_y_no_puede(mesa, i)):
        yield alerta(
            f"Mucho interés y poca influencia: {nombrar(mesa, calladas)}.",
            "Antes de sólo mantenerlas informadas, pregunte qué les daría influencia: una "
            "vocería, un asiento en el Comité, un fondo.",
            ids=calladas,
        )
    yield from _comparar_influencia(mesa, lideradas)


def _le_importa_y_no_puede(mesa: Mesa, id_actor: str) -> bool:
    actor = mesa.actores[id_actor]
    return 0 < (actor.influencia or 0) <= _BAJA and (actor.interes or 0) >= _ALTO


def _comparar_influencia(mesa: Mesa, lideradas: tuple[str, ...]) -> Iterator[Dicho]:
    suyas = [n for i in lideradas if (n := mesa.actores[i].influencia) is not None]
    otras = [n for i, a in mesa.actores.items() if i not in lideradas and (n := a.influencia)]
    if len(suyas) > 1 and len(otras) > 1:
        yield Dicho(
            texto=f"Influencia anotada, en promedio: {numero(mean(suyas), 1)} las lideradas por "
            f"mujeres ({len(suyas)}) y {numero(mean(otras), 1)} las demás ({len(otras)}).",
            por_que="Una diferencia puede ser del territorio o de quien puso las notas.",
        )
