"""Una respuesta de la decisión de escala: niveles, razones y qué la cambiaría."""

from dataclasses import dataclass

from mesa_territorial.dominio.actores import Nivel


@dataclass(frozen=True, slots=True, kw_only=True)
class Respuesta:
    """``niveles`` vacío quiere decir que con lo anotado aún no se puede aconsejar.

    ``razones`` y ``cambiaria`` son frases listas para leer; ``ids``, los actores que nombran.
    """

    niveles: tuple[Nivel, ...]
    razones: tuple[str, ...]
    cambiaria: tuple[str, ...]
    ids: tuple[str, ...] = ()
