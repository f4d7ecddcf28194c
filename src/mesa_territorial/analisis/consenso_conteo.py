"""El conteo vivo de una ronda: recibe votos nuevos y rehace sólo la lectura de lo que tocaron."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mesa_territorial.analisis.consenso_orden import (
    Concordancia,
    concordancia_de_rangos,
    rangos,
)
from mesa_territorial.analisis.consenso_ronda import (
    LecturaDeCosa,
    Regla,
    Voto,
    leer_cosa,
    mas_disputadas,
)

Rangos = tuple[tuple[float, ...], ...]


class Conteo:
    """Los votos de una ronda, al día: de cada votante vale su último voto sobre cada cosa.

    Nada se calcula hasta que se pide, y se guarda mientras no cambie lo que lo sostiene.
    """

    def __init__(self, cosas: Sequence[str], regla: Regla | None = None) -> None:
        self.cosas = tuple(cosas)
        self.regla = regla or Regla()
        self._de_cosa: dict[str, dict[str, Voto]] = {cosa: {} for cosa in self.cosas}
        self._de_votante: dict[str, dict[str, Voto]] = {}
        self._lecturas: dict[str, LecturaDeCosa] = {}
        self._rangos: dict[str, Rangos] = {}
        self._concordancias: tuple[Concordancia | None, ...] | None = None

    def recibir(self, votos: Iterable[Voto]) -> frozenset[str]:
        """Suma ``votos`` y devuelve las cosas que cambiaron; los de otras cosas se saltan."""
        tocadas = frozenset(voto.cosa for voto in votos if self._anotar(voto))
        for cosa in tocadas:
            self._lecturas.pop(cosa, None)
        if tocadas:
            self._concordancias = None
        return tocadas

    def _anotar(self, voto: Voto) -> bool:
        """Anota el voto o, si vino en blanco, lo retira; dice si algo cambió."""
        suyos = self._de_cosa.get(voto.cosa)
        if suyos is None or suyos.get(voto.votante) == voto:
            return False
        if voto.esta_en_blanco:
            return self._retirar(voto)
        suyos[voto.votante] = voto
        self._de_votante.setdefault(voto.votante, {})[voto.cosa] = voto
        self._rangos.pop(voto.votante, None)
        return True

    def _retirar(self, voto: Voto) -> bool:
        if self._de_cosa[voto.cosa].pop(voto.votante, None) is None:
            return False
        del self._de_votante[voto.votante][voto.cosa]
        if not self._de_votante[voto.votante]:
            del self._de_votante[voto.votante]
        self._rangos.pop(voto.votante, None)
        return True

    @property
    def lecturas(self) -> Mapping[str, LecturaDeCosa]:
        """La lectura de cada cosa, en orden."""
        return {cosa: self.lectura(cosa) for cosa in self.cosas}

    def lectura(self, cosa: str) -> LecturaDeCosa:
        """La lectura de una cosa."""
        if cosa not in self._lecturas:
            votos = tuple(self._de_cosa[cosa].values())
            self._lecturas[cosa] = leer_cosa(cosa, votos, self.regla)
        return self._lecturas[cosa]

    def cuantos(self, cosa: str) -> int:
        """Cuántos votos lleva una cosa, sin leerlos."""
        return len(self._de_cosa[cosa])

    @property
    def votantes(self) -> int:
        """Cuántas personas distintas han votado al menos una cosa."""
        return len(self._de_votante)

    @property
    def votos(self) -> int:
        """Cuántos votos hay, sumando todas las cosas."""
        return sum(map(len, self._de_cosa.values()))

    @property
    def completos(self) -> int:
        """Cuántas personas votaron todas las cosas."""
        return sum(len(suyos) == len(self.cosas) for suyos in self._de_votante.values())

    def todos(self) -> Iterator[Voto]:
        """Los votos que valen, de todas las cosas."""
        return (voto for suyos in self._de_cosa.values() for voto in suyos.values())

    def papeletas(self) -> tuple[tuple[str, ...], ...]:
        """El orden que dio cada votante: las cosas de menor a mayor nota (1 es el primer lugar)."""
        return tuple(
            tuple(sorted(suyos, key=lambda c: (suyos[c].notas[0] or 0.0, c)))
            for suyos in self._de_votante.values()
        )

    @property
    def concordancias(self) -> tuple[Concordancia | None, ...]:
        """La W de Kendall de cada dimensión, con quienes calificaron todas las cosas.

        Vacío si son menos que el mínimo: con respuestas incompletas la W no se define (ver
        ``concordancia``, Kendall y Babington Smith 1939).
        """
        if self._concordancias is None:
            self._concordancias = self._medir_concordancias()
        return self._concordancias

    def _medir_concordancias(self) -> tuple[Concordancia | None, ...]:
        todos = [self._rangos_de(v, suyos) for v, suyos in self._de_votante.items()]
        completos = [suyos for suyos in todos if suyos]
        if len(completos) < self.regla.minimo_de_votos or len(self.cosas) < 2:
            return ()
        return tuple(concordancia_de_rangos(filas) for filas in zip(*completos, strict=True))

    def _rangos_de(self, votante: str, suyos: Mapping[str, Voto]) -> Rangos:
        """Los rangos que dio un votante en cada dimensión; vacío si dejó algo en blanco."""
        if votante not in self._rangos:
            filas = [suyos[c].notas for c in self.cosas] if len(suyos) == len(self.cosas) else []
            notas = [[n for n in columna if n is not None] for columna in zip(*filas, strict=True)]
            enteras = bool(notas) and all(len(fila) == len(self.cosas) for fila in notas)
            self._rangos[votante] = tuple(map(rangos, notas)) if enteras else ()
        return self._rangos[votante]

    @property
    def mas_disputadas(self) -> tuple[str, ...]:
        """Las cosas en que más se abren las opiniones."""
        return mas_disputadas(self.lecturas.values())
