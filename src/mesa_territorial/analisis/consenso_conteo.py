"""El conteo vivo de una ronda: recibe votos nuevos y rehace sólo la lectura de lo que tocaron."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mesa_territorial.analisis.consenso_orden import Concordancia
from mesa_territorial.analisis.consenso_ronda import (
    LecturaDeCosa,
    Regla,
    Voto,
    concordancias,
    leer_cosa,
    mas_disputadas,
)


class Conteo:
    """Los votos de una ronda, al día: de cada votante vale su último voto sobre cada cosa."""

    def __init__(self, cosas: Sequence[str], regla: Regla | None = None) -> None:
        self.cosas = tuple(cosas)
        self.regla = regla or Regla()
        self._votos: dict[str, dict[str, Voto]] = {cosa: {} for cosa in self.cosas}
        self._concordancias: tuple[Concordancia | None, ...] | None = None
        self.lecturas: dict[str, LecturaDeCosa] = {
            cosa: leer_cosa(cosa, (), self.regla) for cosa in self.cosas
        }

    def recibir(self, votos: Iterable[Voto]) -> frozenset[str]:
        """Suma ``votos`` y devuelve las cosas cuya lectura cambió; los de otras cosas se saltan."""
        tocadas = {voto.cosa for voto in votos if self._anotar(voto)}
        for cosa in tocadas:
            self.lecturas[cosa] = leer_cosa(cosa, tuple(self._votos[cosa].values()), self.regla)
        if tocadas:
            self._concordancias = None
        return frozenset(tocadas)

    def _anotar(self, voto: Voto) -> bool:
        """Anota el voto o, si vino en blanco, lo retira; dice si algo cambió."""
        suyos = self._votos.get(voto.cosa, {})
        if voto.cosa not in self._votos or suyos.get(voto.votante) == voto:
            return False
        if voto.esta_en_blanco:
            return suyos.pop(voto.votante, None) is not None
        suyos[voto.votante] = voto
        return True

    @property
    def votantes(self) -> int:
        """Cuántas personas distintas han votado al menos una cosa."""
        return len({votante for suyos in self._votos.values() for votante in suyos})

    @property
    def votos(self) -> int:
        """Cuántos votos hay, sumando todas las cosas."""
        return sum(map(len, self._votos.values()))

    @property
    def completos(self) -> int:
        """Cuántas personas votaron todas las cosas."""
        veces = Counter(votante for suyos in self._votos.values() for votante in suyos)
        return sum(n == len(self.cosas) for n in veces.values())

    def todos(self) -> Iterator[Voto]:
        """Los votos que valen, de todas las cosas."""
        return (voto for suyos in self._votos.values() for voto in suyos.values())

    def papeletas(self) -> tuple[tuple[str, ...], ...]:
        """El orden que dio cada votante: las cosas de menor a mayor nota (1 es el primer lugar)."""
        lugares: dict[str, list[tuple[float, str]]] = {}
        for voto in self.todos():
            lugares.setdefault(voto.votante, []).append((voto.notas[0] or 0.0, voto.cosa))
        return tuple(tuple(cosa for _, cosa in sorted(suyos)) for suyos in lugares.values())

    @property
    def concordancias(self) -> tuple[Concordancia | None, ...]:
        """La W de Kendall de cada dimensión; vacío si no se puede mostrar (ver su fuente)."""
        if self._concordancias is None:
            self._concordancias = concordancias(self.todos(), self.cosas, self.regla)
        return self._concordancias

    @property
    def mas_disputadas(self) -> tuple[str, ...]:
        """Las cosas en que más se abren las opiniones."""
        return mas_disputadas(self.lecturas.values())
