"""Actores que quizás son el mismo con otro nombre: se proponen, nunca se funden solos."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.esencia import esencia, palabras_propias, siglas
from mesa_territorial.intercambio.revision import FilaRevisada, Parecido

UMBRAL = 0.87
_MAX_POR_FILA = 3
# Una palabra que está en tantos nombres («Valparaíso») no señala a nadie.
_MAX_CON_LA_PALABRA = 40
_POR_SIGLA = 0.9
_POR_NOMBRE_CORTO = 0.88


def buscar_parecidos(mesa: Mesa, filas: Sequence[FilaRevisada]) -> tuple[Parecido, ...]:
    """Los actores nuevos de ``filas`` que se parecen a uno de la Mesa o de una fila anterior."""
    padron = _Padron()
    for actor in mesa.actores.values():
        padron.anotar(_Candidato(actor.id, actor.nombre, esencia(actor.nombre), None))
    hallados: list[Parecido] = []
    for fila, id_actor, nombre in _nuevos(mesa, filas):
        propio = _Candidato(id_actor, nombre, esencia(nombre), fila.numero)
        hallados += padron.parecidos_a(propio)
        padron.anotar(propio)
    return tuple(hallados)


def _nuevos(mesa: Mesa, filas: Sequence[FilaRevisada]) -> Iterator[tuple[FilaRevisada, str, str]]:
    for fila in filas:
        for propuesta in fila.propuestas:
            es_actor_nuevo = not propuesta.es_relacion and propuesta.id not in mesa.actores
            if fila.clase != "error" and es_actor_nuevo:
                yield fila, propuesta.id, propuesta.campos["nombre"]


@dataclass(frozen=True, slots=True)
class _Candidato:
    id: str
    nombre: str
    esencia: str
    fila: int | None

    @property
    def palabras_propias(self) -> set[str]:
        return palabras_propias(self.esencia)


@dataclass(slots=True)
class _Padron:
    """Los actores ya vistos, con índices por sigla y por palabra para no compararlos todos."""

    candidatos: list[_Candidato] = field(default_factory=list)
    esencias: list[str] = field(default_factory=list)
    por_sigla: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    por_palabra: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def anotar(self, candidato: _Candidato) -> None:
        """Agrega a un actor al padrón."""
        numero = len(self.candidatos)
        self.candidatos.append(candidato)
        self.esencias.append(candidato.esencia)
        for sigla in siglas(candidato.nombre):
            self.por_sigla[sigla].append(numero)
        for palabra in candidato.palabras_propias:
            self.por_palabra[palabra].append(numero)

    def parecidos_a(self, propio: _Candidato) -> list[Parecido]:
        """Los tres más parecidos, del mayor al menor."""
        from rapidfuzz import fuzz, process

        cercanos = process.extract(
            propio.esencia, self.esencias, scorer=fuzz.ratio, score_cutoff=UMBRAL * 100,
            limit=_MAX_POR_FILA,
        )  # fmt: skip
        puntajes = dict(self._por_indice(propio))
        puntajes |= {numero: round(puntaje / 100, 3) for _, puntaje, numero in cercanos}
        mejores = sorted(puntajes.items(), key=lambda par: (-par[1], par[0]))
        pares = ((self.candidatos[numero], puntaje) for numero, puntaje in mejores)
        return [
            Parecido(propio.fila or 0, propio.nombre, otro.id, otro.nombre, valor, otro.fila)
            for otro, valor in pares
            if _mismas_cifras(propio.esencia, otro.esencia)
        ][:_MAX_POR_FILA]

    def _por_indice(self, propio: _Candidato) -> Iterator[tuple[int, float]]:
        for palabra in propio.palabras_propias:
            con_ella = self.por_palabra.get(palabra, [])
            for numero in con_ella if len(con_ella) <= _MAX_CON_LA_PALABRA else ():
                if _uno_contiene_al_otro(propio, self.candidatos[numero]):
                    yield numero, _POR_NOMBRE_CORTO
        for sigla in siglas(propio.nombre):
            for numero in self.por_sigla.get(sigla, ())[:_MAX_POR_FILA]:
                yield numero, _POR_SIGLA


def _mismas_cifras(una: str, otra: str) -> bool:
    """«Junta de Vecinos N° 5» y «N° 6» no se parecen, aunque casi todo sea igual."""
    return re.findall(r"\d+", una) == re.findall(r"\d+", otra)


def _uno_contiene_al_otro(uno: _Candidato, otro: _Candidato) -> bool:
    unas, otras = set(uno.esencia.split()), set(otro.esencia.split())
    corto = min((uno, otro), key=lambda c: len(c.esencia.split()))
    return (unas < otras or otras < unas) and bool(corto.palabras_propias)
