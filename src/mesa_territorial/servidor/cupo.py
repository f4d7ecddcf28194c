"""El cupo: cuántas páginas caben, quién espera y en qué orden se entra.

Aquí no hay procesos ni esperas: cada pregunta se contesta entera en el mismo instante, y por eso
dos llegadas juntas nunca ven el mismo lugar libre.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

PACIENCIA = 15.0
"""Segundos sin latir tras los que quien espera pierde su turno."""
GRACIA = 5.0
"""Segundos que se guarda el lugar de quien cerró su última página: quizás sólo cambia de tema."""

RECUERDOS = 500
Motivo = Literal["cedida", "quieta"]
"""Por qué el servidor cierra una página: la persona abrió otra, o no la usaba y había fila."""


class SinLugar(Exception):
    """Ya hay tantas páginas abiertas como aguanta el computador."""


@dataclass(frozen=True)
class Tenencia:
    """Lo que ya tiene una persona: sus ``abiertas`` (ids, de la más antigua a la más nueva) y
    cuántas más vienen ``en_camino``."""

    abiertas: Sequence[str] = ()
    en_camino: int = 0

    def __len__(self) -> int:
        return len(self.abiertas) + self.en_camino


@dataclass(frozen=True)
class Espera:
    """Cómo va quien espera: cuántas personas tiene delante y si ya ``puede`` entrar."""

    delante: int
    puede: bool


@dataclass
class Cupo:
    """El tope de páginas y, si ``por_persona`` no es 0, la fila justa de quienes esperan.

    ``lugares`` se puede cambiar mientras corre: nadie sale porque el tope baje. ``exentas`` son
    las personas que entran aunque esté lleno (quien facilita).
    """

    lugares: int
    por_persona: int = 0
    exentas: set[str] = field(default_factory=set)
    reloj: Callable[[], float] = time.monotonic
    _cierres: dict[str, Motivo] = field(default_factory=dict, init=False)
    _fila: dict[str, float] = field(default_factory=dict, init=False)
    _guardados: dict[str, float] = field(default_factory=dict, init=False)

    @property
    def hay_fila(self) -> bool:
        """Si aquí se espera turno (en un computador propio, no)."""
        return self.por_persona > 0

    def entrar(self, persona: str, tiene: Tenencia, ocupados: int, deja: str = "") -> str:
        """Da un lugar a la persona y dice cuál de sus páginas cede (``""``: ninguna).

        ``ocupados`` son los lugares tomados o prometidos de todas; ``deja``, la página desde la
        que viene. Levanta ``SinLugar`` si no cabe; donde hay fila, queda anotada al final.
        """
        self._olvidar_a_quien_se_fue()
        cabe = persona in self.exentas or self._hay_lugar(persona, ocupados)
        if cabe and not self._tiene_demasiadas(tiene):
            self._sentar(persona)
            return ""
        if self.hay_fila and tiene.abiertas:
            # No ocupa un lugar más: cambia una de sus páginas por la nueva.
            self._sentar(persona)
            cede = deja if deja in tiene.abiertas else tiene.abiertas[0]
            self.anotar_cierre(cede, "cedida")
            return cede
        if self.hay_fila and not len(tiene):
            self._fila[persona] = self.reloj()
        raise SinLugar

    def latir(self, persona: str, tiene: Tenencia, ocupados: int) -> Espera:
        """Quien espera dice que sigue ahí; quien ya está adentro no vuelve a la fila."""
        self._olvidar_a_quien_se_fue()
        if len(tiene):
            return Espera(0, False)
        self._fila[persona] = self.reloj()
        return Espera(self._delante(persona), self._hay_lugar(persona, ocupados))

    def soltar(self, persona: str, tiene: Tenencia) -> None:
        """La persona cerró una página; si era la última, su lugar se le guarda un momento."""
        if self._fila and not len(tiene):
            self._guardados[persona] = self.reloj() + GRACIA

    def anotar_cierre(self, nucleo: str, motivo: Motivo) -> None:
        """Recuerda por qué se le cerró una página a alguien, para decírselo."""
        self._cierres[nucleo] = motivo
        while len(self._cierres) > RECUERDOS:
            del self._cierres[next(iter(self._cierres))]

    def por_que_se_cerro(self, nucleo: str) -> Motivo | None:
        """Por qué se cerró esa página; ``None`` si no la cerró el servidor."""
        return self._cierres.get(nucleo)

    def irse(self, persona: str) -> None:
        """La persona se va: ni espera ni se le guarda lugar."""
        self._sentar(persona)

    def esperando(self) -> tuple[str, ...]:
        """Quienes esperan, en orden."""
        self._olvidar_a_quien_se_fue()
        return tuple(self._fila)

    def _tiene_demasiadas(self, tiene: Tenencia) -> bool:
        return self.hay_fila and len(tiene) >= self.por_persona

    def _hay_lugar(self, persona: str, ocupados: int) -> bool:
        # Cada persona que llegó antes y sigue esperando tiene prometido uno de los libres.
        guardados = sum(quien != persona for quien in self._guardados)
        return ocupados + guardados + self._delante(persona) < self.lugares

    def _delante(self, persona: str) -> int:
        fila = list(self._fila)
        if persona in self._guardados:
            return 0
        return fila.index(persona) if persona in self._fila else len(fila)

    def _sentar(self, persona: str) -> None:
        self._fila.pop(persona, None)
        self._guardados.pop(persona, None)

    def _olvidar_a_quien_se_fue(self) -> None:
        ahora = self.reloj()
        self._fila = {p: v for p, v in self._fila.items() if ahora - v <= PACIENCIA}
        self._guardados = {p: h for p, h in self._guardados.items() if h > ahora}
