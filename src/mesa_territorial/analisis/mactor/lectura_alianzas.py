"""Alianzas posibles, conflictos que preparar y quiénes están entre dos aguas."""

from collections.abc import Iterator
from itertools import combinations

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import con_signo, enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.dicho import Asunto, Voz, en_comun
from mesa_territorial.analisis.mactor.distancias import distancias_de_actores
from mesa_territorial.analisis.mactor.influencias import Matriz
from mesa_territorial.analisis.mactor.objetivos import Posiciones
from mesa_territorial.textos import numero

MAXIMO = 5
ENTRE_DOS_AGUAS = 0.5
_NADIE_EN_MEDIO = (
    "Prepare esta conversación aparte y antes de la sesión: nadie del juego coincide en algo con "
    "los dos."
)
Par = tuple[int, int]


def leer_alianzas(voz: Voz, medido: Posiciones) -> Asunto:
    """Los pares que más coinciden de lo que chocan, en el orden 3."""
    pares = _mayores(distancias_de_actores(medido))
    firme = f"La alianza más firme es la de {voz.actores(pares[0])}." if pares else ""
    return Asunto(
        clave="alianzas",
        titulo="Alianzas posibles",
        veredicto=firme or "Ningún par coincide más de lo que choca.",
        tono=Tono.FORTALEZA if pares else Tono.DATO,
        dichos=tuple(_alianza(voz, medido, *par) for par in pares),
        nota="Coincidir en lo que se busca no es haberse aliado: es que se puede proponer.",
    )


def _mayores(matriz: Matriz) -> list[Par]:
    pares = [p for p in combinations(range(len(matriz)), 2) if matriz[p[0]][p[1]] > 0]
    return sorted(pares, key=lambda p: (-matriz[p[0]][p[1]], p))[:MAXIMO]


def _alianza(voz: Voz, medido: Posiciones, uno: int, otro: int) -> Dicho:
    juntos = en_comun(voz, uno, otro, lambda x, y: x > 0 and y > 0)
    contra = en_comun(voz, uno, otro, lambda x, y: x < 0 and y < 0)
    return Dicho(
        texto=f"{voz.actores((uno, otro))} coinciden en {_en_que(voz, juntos, contra)}"
        f"{_salvo(voz, uno, otro)}.",
        tono=Tono.FORTALEZA,
        por_que=f"Convergencia {numero(medido.convergencia[uno][otro], 1)} y divergencia "
        f"{numero(medido.divergencia[uno][otro], 1)}, pesadas por importancia y fuerza.",
        que_hacer=_proponer(voz, (juntos or contra)[0], bool(juntos)),
        ids=(voz.id(uno), voz.id(otro)),
    )


def _en_que(voz: Voz, juntos: list[int], contra: list[int]) -> str:
    partes = [f"empujar {voz.objetivos(juntos)}"] if juntos else []
    return enumerar([*partes, f"resistir {voz.objetivos(contra)}"] if contra else partes)


def _salvo(voz: Voz, uno: int, otro: int) -> str:
    chocan = en_comun(voz, uno, otro, lambda x, y: x * y < 0)
    return f", aunque chocan en {voz.objetivos(chocan)}" if chocan else ", y no chocan en nada"


def _proponer(voz: Voz, objetivo: int, empujan: bool) -> str:
    if empujan:
        return f"Propóngales una tarea conjunta y con fecha en torno a {voz.objetivo(objetivo)}."
    return (
        f"Comparten una resistencia a {voz.objetivo(objetivo)}: escuche qué temen perder antes de "
        "que la digan juntos."
    )


def leer_conflictos(voz: Voz, medido: Posiciones) -> Asunto:
    """Los pares que más chocan, y quién podría acercarlos."""
    pares = _mayores(medido.divergencia)
    mayor = f"El choque que más pesa es el de {voz.actores(pares[0])}." if pares else ""
    return Asunto(
        clave="conflictos",
        titulo="Conflictos que preparar",
        veredicto=mayor or "Con lo anotado, nadie choca con nadie.",
        tono=Tono.ALERTA if pares else Tono.FORTALEZA,
        dichos=(*(_conflicto(voz, medido, *par) for par in pares), *_ambivalentes(voz, medido)),
        nota="Un conflicto de objetivos no es mala voluntad: se prepara, no se esconde.",
    )


def _conflicto(voz: Voz, medido: Posiciones, uno: int, otro: int) -> Dicho:
    (objetivo, *mas) = en_comun(voz, uno, otro, lambda x, y: x * y < 0)
    if voz.planteo.posiciones[uno][objetivo] < 0:
        uno, otro = otro, uno
    empuja, resiste = (con_signo(voz.planteo.posiciones[a][objetivo], 0) for a in (uno, otro))
    ademas = f" También chocan en {voz.objetivos(mas)}." if mas else ""
    return Dicho(
        texto=f"En {voz.objetivo(objetivo)}, {voz.actor(uno)} empuja ({empuja}) y "
        f"{voz.actor(otro)} resiste ({resiste}).{ademas}",
        tono=Tono.ALERTA,
        por_que=f"Divergencia {numero(medido.divergencia[uno][otro], 1)}; pesan "
        f"{numero(voz.fuerza(uno), 2)} y {numero(voz.fuerza(otro), 2)} veces el promedio.",
        que_hacer=_acercar(voz, medido, uno, otro),
        ids=(voz.id(uno), voz.id(otro)),
    )


def _acercar(voz: Voz, medido: Posiciones, uno: int, otro: int) -> str:
    de_uno, de_otro = medido.convergencia[uno], medido.convergencia[otro]
    terceros = [c for c in range(len(de_uno)) if c not in (uno, otro)]
    mejor = max(terceros, key=lambda c: min(de_uno[c], de_otro[c]), default=None)
    if mejor is None or min(de_uno[mejor], de_otro[mejor]) <= 0:
        return _NADIE_EN_MEDIO
    con_uno, con_otro = (en_comun(voz, mejor, a, lambda x, y: x * y > 0)[0] for a in (uno, otro))
    return (
        f"Podría acercarlos {voz.actor(mejor)}: coincide con {voz.actor(uno)} en "
        f"{voz.objetivo(con_uno)} y con {voz.actor(otro)} en {voz.objetivo(con_otro)}."
    )


def _ambivalentes(voz: Voz, medido: Posiciones) -> Iterator[Dicho]:
    lugares = [
        a
        for a, valor in enumerate(medido.ambivalencia)
        if valor is not None and valor >= ENTRE_DOS_AGUAS
    ]
    if lugares:
        cifras = [f"{voz.actor(a)} {numero(medido.ambivalencia[a] or 0, 2)}" for a in lugares]
        yield Dicho(
            texto=f"Entre dos aguas: {voz.actores(lugares)}.",
            por_que=f"Coinciden en unas cosas y chocan en otras con los mismos (ambivalencia, de 0 "
            f"a 1: {enumerar(cifras)}).",
            que_hacer="No cuente con su apoyo en bloque: converse objetivo por objetivo.",
            ids=tuple(map(voz.id, lugares)),
        )
