"""Llevar a la cuenta los pesos votados en la sala: qué peso saldría y el cambio con su huella.

Los criterios se reconocen por su nombre. El peso de cada uno es su media sobre la suma de medias:
los votados se reparten entre ellos los puntos que hoy tienen, y los demás criterios no cambian.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import floor

from mesa_territorial.analisis.consenso_adopcion import LARGO_DE_TITULO, huella
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.frases import contar
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.escala_criterios import PESO_MAXIMO, PesosVotados
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.ordenes.de_escala import con_pesos

SIN_CRITERIOS = (
    "Ninguna opción con cinco votos o más se llama como un criterio de la decisión de escala. "
    "Al crear la votación, use los mismos nombres que en «Criterios y pesos» del tema 2."
)


@dataclass(frozen=True, slots=True)
class PesoVotado:
    """El peso (0 a 100) que la ronda propone para un ``criterio``; ``opcion`` es la votada."""

    criterio: str
    opcion: str
    nombre: str
    antes: float
    despues: float


def proponer_pesos(mesa: Mesa, votacion: Votacion, conteo: Conteo) -> tuple[PesoVotado, ...]:
    """Un peso por criterio votado con votos suficientes; vacío si ninguno se reconoce."""
    criterios = {nombre_comparable(c.nombre): c for c in mesa.escala.criterios.values()}
    medias = {o.id: conteo.lectura(o.id).medias for o in votacion.opciones}
    votados = [
        (o.id, criterios[nombre_comparable(o.nombre)], medias[o.id][0])
        for o in votacion.opciones
        if nombre_comparable(o.nombre) in criterios and medias[o.id]
    ]
    total, suma = sum(c.peso for _, c, _ in votados) or PESO_MAXIMO, sum(m for *_, m in votados)
    repartidos = _repartir([total * m / suma for *_, m in votados], total)
    return tuple(
        PesoVotado(c.id, opcion, c.nombre, c.peso, peso)
        for (opcion, c, _), peso in zip(votados, repartidos, strict=True)
    )


def _repartir(pesos: list[float], total: float) -> list[float]:
    """Los pesos a un decimal, con la misma suma: lo que sobra al redondear va al mayor."""
    decimos = [floor(10 * p + 0.5) for p in pesos]
    if decimos:
        decimos[decimos.index(max(decimos))] += round(10 * total) - sum(decimos)
    return [d / 10 for d in decimos]


def adoptar_pesos(
    mesa: Mesa, votacion: Votacion, ronda: int, conteo: Conteo
) -> tuple[str, Callable[[Mesa], Mesa]]:
    """La frase del historial y la transición; ``ReglaRota`` si no se reconoce ningún criterio."""
    propuestas = proponer_pesos(mesa, votacion, conteo)
    exigir(bool(propuestas), SIN_CRITERIOS)
    pesos = {p.criterio: p.despues for p in propuestas}
    votados = PesosVotados(
        titulo=votacion.titulo[:LARGO_DE_TITULO],
        ronda=ronda,
        votantes=conteo.votantes,
        huella=huella(ronda, conteo),
        pesos=pesos,
    )

    def transicion(m: Mesa) -> Mesa:
        con_ellos = con_pesos(m, pesos)
        return con_ellos.con(escala=replace(con_ellos.escala, votados=votados))

    return _frase(votados), transicion


def _frase(votados: PesosVotados) -> str:
    votaron = contar(votados.votantes, "1 persona votó", "personas votaron")
    criterios = contar(len(votados.pesos), "1 criterio", "criterios")
    return (
        f"Adoptó la ronda {votados.ronda} de la votación «{votados.titulo}» ({votaron}; huella "
        f"{votados.huella}): pesos de {criterios} de escala"
    )


def decir_de_donde_salen(escala: Escala) -> Iterator[str]:
    """Que los pesos son los de una votación, mientras sigan siéndolo."""
    votados = escala.votados
    if votados is None or not votados.pesos:
        return
    hoy = {i: c.peso for i, c in escala.criterios.items()}
    if all(hoy.get(i) == p for i, p in votados.pesos.items()):
        personas = contar(votados.votantes, "una persona", "personas")
        yield (
            f"Los pesos se votaron en «{votados.titulo}», ronda {votados.ronda}, con {personas} "
            f"(huella {votados.huella})."
        )
