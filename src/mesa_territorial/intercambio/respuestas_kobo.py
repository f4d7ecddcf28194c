"""Las respuestas del formulario de Kobo, de vuelta a la Mesa."""

from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import mean

from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.codigos_kobo import PREGUNTAS, pregunta_de
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import (
    Celda,
    Hoja,
    Libro,
    esta_vacia,
    letra_de_columna,
    texto_de,
)
from mesa_territorial.intercambio.revision import Problema
from mesa_territorial.intercambio.valores import numero_de
from mesa_territorial.textos import CAMPOS_DE_ACTOR

_SIN_COLUMNAS = (
    "«{}» no trae respuestas del formulario de esta Mesa. En Kobo, descargue los datos como XLS o "
    "CSV con «Valores y encabezados XML»."
)


@dataclass(frozen=True, slots=True)
class RespuestaKobo:
    """La nota que una persona (el número de su fila) puso a un actor en un campo."""

    fila: int
    id_actor: str
    campo: str
    nota: int


@dataclass(frozen=True, slots=True)
class RespuestasKobo:
    """Todas las notas leídas y las celdas que no se entendieron."""

    archivo: str
    respuestas: tuple[RespuestaKobo, ...]
    problemas: tuple[Problema, ...]

    @property
    def personas(self) -> int:
        """Cuántas personas contestaron al menos una pregunta."""
        return len({respuesta.fila for respuesta in self.respuestas})


def leer_kobo(mesa: Mesa, nombre: str, contenido: bytes) -> RespuestasKobo:
    """Las notas por persona y actor de una planilla descargada de Kobo.

    Levanta ``ReglaRota`` si el archivo no se puede leer o no trae preguntas de esta Mesa.
    """
    leidas = _buscar(mesa, leer_archivo(nombre, contenido))
    if leidas is None:
        raise ReglaRota(_SIN_COLUMNAS.format(nombre))
    return leidas


def abrir_planilla(mesa: Mesa, nombre: str, contenido: bytes) -> Libro:
    """El archivo listo para ``revisar``: si son respuestas de Kobo de esta Mesa, su promedio.

    La hoja con el promedio por actor avisa qué respuestas quedaron fuera. Levanta ``ReglaRota``
    si el archivo no se puede leer.
    """
    libro = leer_archivo(nombre, contenido)
    leidas = _buscar(mesa, libro)
    if leidas is None:
        return libro
    fuera = tuple(problema.frase for problema in leidas.problemas)
    hoja = replace(promediar_kobo(mesa, leidas), avisos=fuera)
    return replace(libro, hojas=(hoja, *libro.hojas))


def _buscar(mesa: Mesa, libro: Libro) -> RespuestasKobo | None:
    preguntas = {pregunta_de(campo, i): (i, campo) for i in mesa.actores for campo in PREGUNTAS}
    for hoja in libro.hojas:
        columnas = _columnas(hoja, preguntas)
        if columnas:
            return _leer(libro.nombre, hoja, columnas)
    return None


def _columnas(hoja: Hoja, preguntas: dict[str, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """De columna a (actor, campo); Kobo antepone el grupo: «actor__a01/influencia__a01»."""
    encabezado = hoja.filas[0] if hoja.filas else ()
    nombres = {i: texto_de(celda).rsplit("/", 1)[-1] for i, celda in enumerate(encabezado)}
    return {i: preguntas[nombre] for i, nombre in nombres.items() if nombre in preguntas}


def _leer(nombre: str, hoja: Hoja, columnas: dict[int, tuple[str, str]]) -> RespuestasKobo:
    respuestas: list[RespuestaKobo] = []
    problemas: list[Problema] = []
    for numero, fila in enumerate(hoja.filas[1:], start=2):
        for columna, (id_actor, campo) in columnas.items():
            if esta_vacia(fila[columna]):
                continue
            nota = numero_de(fila[columna])
            if isinstance(nota, int) and NOTA_MINIMA <= nota <= NOTA_MAXIMA:
                respuestas.append(RespuestaKobo(numero, id_actor, campo, nota))
            else:
                problemas.append(_problema(hoja, numero, columna))
    return RespuestasKobo(nombre, tuple(respuestas), tuple(problemas))


def _problema(hoja: Hoja, numero: int, columna: int) -> Problema:
    valor = texto_de(hoja.filas[numero - 1][columna])[:80]
    titulo = texto_de(hoja.filas[0][columna])
    remedio = f"escriba un número entero de {NOTA_MINIMA} a {NOTA_MAXIMA}"
    letra = letra_de_columna(columna)
    return Problema(numero, titulo, letra, columna, valor, f'dice "{valor}"', remedio)


def promediar_kobo(mesa: Mesa, leidas: RespuestasKobo) -> Hoja:
    """Una hoja para ``revisar`` con la nota media de cada actor, a un decimal.

    Sus columnas son Identificador, Nombre y las cuatro notas; los actores sin respuestas no van.
    """
    notas: dict[tuple[str, str], list[int]] = defaultdict(list)
    for respuesta in leidas.respuestas:
        notas[respuesta.id_actor, respuesta.campo].append(respuesta.nota)
    campos = [c for c in PREGUNTAS if any(campo == c for _, campo in notas)]
    evaluados = [i for i in mesa.actores if any(id_actor == i for id_actor, _ in notas)]
    titulos: tuple[Celda, ...] = tuple(CAMPOS_DE_ACTOR[c] for c in ("id", "nombre", *campos))
    filas = [
        (i, mesa.actores[i].nombre, *(_media(notas.get((i, campo), [])) for campo in campos))
        for i in evaluados
    ]
    return Hoja(f"{leidas.personas} respuestas de Kobo", (titulos, *filas))


def _media(notas: list[int]) -> Celda:
    return round(mean(notas), 1) if notas else None
