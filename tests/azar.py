"""Mesas al azar, miles por segundo: para lo que se prueba en cantidad, donde buscar la más chica
que falla (lo que hace Hypothesis, ver ``estrategias``) costaría más que lo probado.
"""

import random
from collections.abc import Iterator
from typing import Any

from estrategias import TEXTOS_HOSTILES

from mesa_territorial.dominio.actores import (
    CAPITALES,
    NOTAS,
    Actor,
    Estado,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.territorio import Territorio

_LETRAS = "abcñáéíóúüÑ ABC0123456789-_.,;:'\"=+@<>&%$#{}[]()/\\|¿?¡!°º€–—“”…𝔘👩‍👧ßøع中\u0301"


def mesas_al_azar(semilla: int, cuantas: int, *, actores: int, relaciones: int) -> Iterator[Mesa]:
    """``cuantas`` Mesas válidas, siempre las mismas para una semilla, con hasta tantos actores."""
    azar = random.Random(semilla)
    for _ in range(cuantas):
        yield _mesa(azar, azar.randint(0, actores), azar.randint(0, relaciones))


def texto(azar: random.Random, largo: int = 30, mas: str = "") -> str:
    """Uno hostil conocido, o letras cualesquiera; sin blancos en los bordes."""
    if azar.random() < 0.4:
        return azar.choice(TEXTOS_HOSTILES).strip()
    return "".join(azar.choices(_LETRAS + mas, k=azar.randint(0, largo))).strip()


def sucesos_al_azar(azar: random.Random) -> list[dict[str, Any]]:
    """Hasta seis sucesos de bitácora, como dicts de tipos JSON."""
    return [
        {
            "autor": texto(azar),
            "frase": texto(azar),
            "parche": [{"ruta": [texto(azar)], "despues": azar.choice((None, True, 3, "x"))}],
        }
        for _ in range(azar.randint(0, 6))
    ]


def _mesa(azar: random.Random, actores: int, relaciones: int) -> Mesa:
    momentos = {i: Momento(id=i, nombre=_nombre(azar)) for i in ("m1", "m2")[: azar.randint(1, 2)]}
    gente: dict[str, Actor] = {}
    nombres: set[str] = set()
    for n in range(actores):
        actor = _actor(azar, f"a{n}")
        if nombre_comparable(actor.nombre) not in nombres:
            nombres.add(nombre_comparable(actor.nombre))
            gente[actor.id] = actor
    vinculos = (_relacion(azar, f"r{n}", list(gente), list(momentos)) for n in range(relaciones))
    distintos = {r.huella: r for r in vinculos} if len(gente) > 1 else {}
    return Mesa(
        id="m",
        nombre=_nombre(azar),
        territorio=Territorio(
            cut_comuna="05101", lugar=texto(azar), nivel=azar.choice(list(Nivel))
        ),
        objetivo=texto(azar, mas="\n\t"),
        ilustrativa=azar.random() < 0.5,
        actores=gente,
        relaciones={r.id: r for r in distintos.values()},
        momentos=momentos,
    )


def _nombre(azar: random.Random) -> str:
    escrito = texto(azar)
    return escrito if nombre_comparable(escrito) else f"Actor {azar.randint(0, 10**9)}"


def _quizas(azar: random.Random, valor: Any) -> Any:
    return valor if azar.random() < 0.6 else None


def _actor(azar: random.Random, id_actor: str) -> Actor:
    con_lugar = azar.random() < 0.5
    return Actor(
        id=id_actor,
        nombre=_nombre(azar),
        sector=azar.choice(list(Sector)),
        tipo=texto(azar),
        nivel=_quizas(azar, azar.choice(list(Nivel))),
        estado=azar.choice(list(Estado)),
        posicion=_quizas(azar, azar.randint(-1, 1)),
        torre=_quizas(azar, azar.randint(0, 12)),
        comite=azar.random() < 0.5,
        nota=texto(azar, 60, "\n\t"),
        x=azar.randint(-3_000_000, 3_000_000) / 1000 if con_lugar else None,
        y=azar.randint(-3_000_000, 3_000_000) / 1000 if con_lugar else None,
        fijado=azar.random() < 0.5,
        procedencia=azar.choice(list(Procedencia)),
        fuente=texto(azar),
        **{nota: _quizas(azar, azar.randint(10, 50) / 10) for nota in NOTAS},
        **{capital: _quizas(azar, azar.randint(0, 3)) for capital in CAPITALES},
    )


def _relacion(azar: random.Random, clave: str, ids: list[str], momentos: list[str]) -> Relacion:
    de, hacia = azar.sample(ids, 2)
    return Relacion(
        id=clave,
        de=de,
        hacia=hacia,
        tipo=azar.choice(list(TipoRelacion)),
        intensidad=azar.randint(1, 3),
        dirigida=azar.random() < 0.5,
        momento=azar.choice(momentos),
        nota=texto(azar, 60, "\n\t"),
        procedencia=azar.choice(list(Procedencia)),
    )
