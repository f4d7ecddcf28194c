"""Lo que una pantalla de votación necesita de quien guarda los votos, y la ronda que sigue viva."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_votacion import a_voto, conteo_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_votos import Papeleta, Voto


class Novedades(Protocol):
    """Lo nuevo de una ronda (ver ``Urna.cambios_desde``)."""

    @property
    def votacion(self) -> Votacion: ...
    @property
    def votos(self) -> Sequence[Voto]: ...
    @property
    def marca(self) -> int: ...


class Sala(Protocol):
    """Quien guarda las votaciones de una Mesa; conducir exige ``puede_conducir``."""

    @property
    def puede_conducir(self) -> bool: ...
    @property
    def mesa(self) -> Mesa: ...
    def listar(self) -> Sequence[Votacion]: ...
    def crear(
        self,
        *,
        tipo: str,
        titulo: str,
        ayuda: str = "",
        ids: Sequence[str] = (),
        textos: Sequence[str] = (),
        puntos: int = 10,
    ) -> Votacion: ...
    def pasar(self, clave: str, paso: str) -> Votacion: ...
    def novedades(self, clave: str, ronda: int, marca: int) -> Novedades | None: ...
    def cargar(self, clave: str, ronda: int, papeletas: Sequence[Papeleta]) -> Any: ...
    def adoptar(self, frase: str, transicion: Callable[[Mesa], Mesa]) -> None: ...
    def direccion(self, votacion: Votacion) -> str: ...
    def esta_atendida(self) -> bool: ...


class RondasVivas:
    """Los conteos de las rondas de una votación, que se ponen al día sin releer lo ya leído."""

    def __init__(self, sala: Sala, votacion: Votacion) -> None:
        self._sala = sala
        self.votacion = votacion
        self.conteos: dict[int, Conteo] = {}
        self._marcas: dict[int, int] = {}
        self.mirar()

    @property
    def conteo(self) -> Conteo:
        """El de la última ronda; vacío si todavía no se abre ninguna."""
        return self.conteos[max(self.conteos)] if self.conteos else conteo_de(self.votacion)

    @property
    def ronda(self) -> int:
        """El número de la última ronda; 0 si no hay."""
        return len(self.votacion.rondas)

    @property
    def esta_a_la_vista(self) -> bool:
        """Si los resultados de la última ronda ya se revelaron."""
        return self.votacion.ronda is not None and self.votacion.ronda.esta_a_la_vista

    def mirar(self) -> bool:
        """Trae lo nuevo de la urna; dice si había algo."""
        # Sin rondas se mira igual, por si otra pantalla la abrió.
        rondas = range(1, max(1, self.ronda) + 1)
        cambiadas = [self._traer(n) for n in rondas]
        if self.ronda > len(rondas):
            self._traer(self.ronda)
        return any(cambiadas)

    def _traer(self, numero: int) -> bool:
        nuevo = self._sala.novedades(self.votacion.id, numero, self._marcas.get(numero, 0))
        if nuevo is None:
            return False
        self.votacion = nuevo.votacion
        self._marcas[numero] = nuevo.marca
        if numero <= len(nuevo.votacion.rondas):
            conteo = self.conteos.setdefault(numero, conteo_de(self.votacion))
            conteo.recibir(a_voto(self.votacion.tipo, v) for v in nuevo.votos)
        return True
