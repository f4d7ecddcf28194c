"""La lectura de un tema: de ``guia/NN_tema.md`` a HTML con anclas, términos, cajas y figuras."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from mesa_territorial.formacion.glosario import Termino, buscar_termino
from mesa_territorial.formacion.marcas import EscritorDeGuia, crear_lector
from mesa_territorial.formacion.temas import Tema, buscar_tema


@dataclass(frozen=True, slots=True, kw_only=True)
class Seccion:
    """Un título de segundo nivel y su ancla dentro de la lectura."""

    ancla: str
    titulo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lectura:
    """Un capítulo listo para la pantalla.

    ``html`` no trae HTML crudo del archivo. ``terminos`` son los del glosario que nombra, sin
    repetir y en orden de aparición; ``pasos``, los de Explorar a que llevan sus cajas; ``figuras``,
    los nombres de las que dibuja la pantalla. La portada está en ``tema``.
    """

    tema: Tema
    html: str
    secciones: tuple[Seccion, ...]
    terminos: tuple[Termino, ...]
    pasos: tuple[int, ...]
    figuras: tuple[str, ...]


@cache
def leer_guia(clave: str) -> Lectura:
    """La lectura del tema ``clave``, con o sin número.

    Levanta ``ReglaRota`` si el tema no existe o si nombra un término que no está en el glosario.
    Un tema en preparación da una lectura sin secciones.
    """
    tema = buscar_tema(clave)
    escritor = EscritorDeGuia()
    html = str(crear_lector(escritor)(tema.cuerpo))
    return Lectura(
        tema=tema,
        html=html,
        secciones=tuple(Seccion(ancla=a, titulo=t) for a, t in escritor.secciones),
        terminos=tuple(buscar_termino(a) for a in dict.fromkeys(escritor.terminos)),
        pasos=tuple(escritor.pasos),
        figuras=tuple(escritor.figuras),
    )


def leer_arbol(texto: str) -> list[dict[str, Any]]:
    """Un texto de la guía como árbol de bloques, con el mismo lector de la pantalla."""
    arbol: list[dict[str, Any]] = crear_lector(None)(texto)  # type: ignore[assignment]
    return arbol
