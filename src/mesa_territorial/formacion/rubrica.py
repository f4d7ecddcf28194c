"""Rúbricas: mirar el propio trabajo con criterios escritos, sin nota."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from mesa_territorial.dominio.reglas import exigir

NIVELES = ("Inicial", "En desarrollo", "Logrado", "Destacado")


class Criterio(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Algo que se mira, cómo se ve en cada nivel y qué hacer para pasar al siguiente.

    ``pasos[i]`` lleva del nivel ``i`` al ``i + 1``.
    """

    id: str
    texto: str
    niveles: tuple[str, str, str, str]
    pasos: tuple[str, str, str]


class Rubrica(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Los criterios con que se mira un trabajo."""

    criterios: tuple[Criterio, ...]

    def __post_init__(self) -> None:
        ids = [c.id for c in self.criterios]
        exigir(bool(ids), "la rúbrica no tiene criterios")
        exigir(len(set(ids)) == len(ids), "la rúbrica repite un criterio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lectura:
    """Lo que dice una rúbrica puesta: ``puntaje`` de 0 a 1, lo más débil y el paso que sigue."""

    puntaje: float
    completa: bool
    fuertes: tuple[str, ...]
    debil: str
    proximo_paso: str


def leer_rubrica(rubrica: Rubrica, niveles: Mapping[str, int]) -> Lectura:
    """Resume los ``niveles`` (criterio → 0 a 3); lo que no es un criterio o nivel se ignora.

    El puntaje promedia sólo lo respondido. El próximo paso sale del criterio más débil; con
    empate, del primero.

    >>> c = Criterio(id="a", texto="Completo", niveles=("0", "1", "2", "3"),
    ...              pasos=("Sume.", "Ordene.", "Valide."))
    >>> leer_rubrica(Rubrica(criterios=(c,)), {"a": 1}).proximo_paso
    'Ordene.'
    """
    puestos = [
        (niveles[c.id], c) for c in rubrica.criterios if niveles.get(c.id) in range(len(NIVELES))
    ]
    if not puestos:
        return Lectura(puntaje=0.0, completa=False, fuertes=(), debil="", proximo_paso="")
    nivel, debil = min(puestos, key=lambda par: par[0])
    return Lectura(
        puntaje=sum(n for n, _ in puestos) / (len(puestos) * (len(NIVELES) - 1)),
        completa=len(puestos) == len(rubrica.criterios),
        fuertes=tuple(c.texto for n, c in puestos if n >= 2),
        debil=debil.texto if nivel < len(debil.pasos) else "",
        proximo_paso=debil.pasos[nivel] if nivel < len(debil.pasos) else "",
    )
