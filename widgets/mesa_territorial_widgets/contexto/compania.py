"""La compañía: quién más tiene abierta la Mesa ahora y qué acaba de hacer."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from mesa_territorial.almacen import Almacen, Autor, Presente, Suceso

CADA_LATIDO = 10.0
"""Segundos entre latidos: cada uno es una escritura en la base."""
CADA_MIRADA = 2.0
A_LA_VISTA = 3
"""Cuántas novedades se cuentan con su frase; las demás sólo se suman."""
_POR_SI_SOLO = ("Acomodó ", "Deshizo: Acomodó ")


class Compania:
    """Late por una persona en una Mesa y mira quién más late."""

    def __init__(
        self, almacen: Almacen, clave: str, reloj: Callable[[], float] = time.monotonic
    ) -> None:
        self._almacen = almacen
        self._clave = clave
        self._reloj = reloj
        self._latio = self._miro = float("-inf")
        self._presentes: tuple[Presente, ...] = ()

    def mirar(self, firma: Autor) -> bool:
        """Late y mira si ya toca; dice si llegó o se fue alguien."""
        ahora = self._reloj()
        if ahora - self._latio >= CADA_LATIDO:
            self._latio = ahora
            self._almacen.latir(self._clave, autor=firma)
        if ahora - self._miro < CADA_MIRADA:
            return False
        self._miro = ahora
        antes, self._presentes = self._presentes, self._almacen.presentes(self._clave)
        return antes != self._presentes

    def para_pantalla(self, firma: Autor) -> list[dict[str, str]]:
        """Las demás personas presentes, con sus iniciales."""
        return [_persona(p.nombre) for p in self._presentes if p.persona != firma.persona]


def contar_novedades(sucesos: Iterable[Suceso], firma: Autor) -> list[dict[str, Any]]:
    """Lo último que hicieron otras personas, de lo primero a lo último; ``mas`` son las calladas.

    Lo que el mapa acomoda solo no es noticia.
    """
    ajenos = [s for s in sucesos if not firma.hizo(s) and not s.frase.startswith(_POR_SI_SOLO)]
    calladas = max(0, len(ajenos) - A_LA_VISTA)
    return [
        {**_persona(s.autor), "numero": s.numero, "frase": _minuscula(s.frase), "mas": calladas}
        for s in ajenos[-A_LA_VISTA:]
    ]


def _persona(nombre: str) -> dict[str, str]:
    return {"nombre": nombre, "iniciales": iniciales(nombre)}


def iniciales(nombre: str) -> str:
    """Una o dos letras que representan un nombre: «Rosa Elena Soto» → «RS»."""
    palabras = [p for p in nombre.split() if p[0].isalnum()]
    return "".join(p[0] for p in (palabras[:1] + palabras[1:][-1:])).upper() or "·"


def _minuscula(frase: str) -> str:
    return frase[:1].lower() + frase[1:]
