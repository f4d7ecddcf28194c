"""Las votaciones de la Mesa abierta: la urna, quién conduce y cómo se adopta lo votado."""

import asyncio
import os
import re
from collections.abc import Callable, Sequence
from unicodedata import category
from urllib.parse import parse_qs

from mesa_territorial.almacen.urna import Cambios, Carga, Urna, lugar_de_la_urna
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Papeleta
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.contexto import entorno
from mesa_territorial_widgets.contexto.contexto import Contexto, crear_id

SEGUNDOS_ENTRE_MIRADAS = 0.3
PASOS = ("abrir_ronda", "revelar", "conversar", "segunda_ronda", "cerrar")
_CLAVE = re.compile(r"[A-Za-z0-9_-]{1,64}")


def puede_conducir() -> bool:
    """Si esta persona conduce votaciones: en su computador, siempre; en un taller, si facilita."""
    return os.environ.get("MESA_ROL", "") in ("", "facilitador")


def es_de_taller() -> bool:
    """Si quien abre la página facilita un taller."""
    return os.environ.get("MESA_ROL", "") == "facilitador"


def pedido(nombre: str) -> str:
    """El valor de ``?nombre=`` en la dirección, si tiene forma de clave; si no, vacío."""
    texto = os.environ.get("QUERY_STRING", "")[:2_000]
    valor = parse_qs(texto).get(nombre, [""])[0]
    return valor if _CLAVE.fullmatch(valor) else ""


class SalaDeVotaciones:
    """Cumple el protocolo ``componentes.votacion_sala.Sala`` sobre un contexto y su urna."""

    def __init__(self, contexto: Contexto, urna: Urna, *, conduce: bool) -> None:
        self._contexto = contexto
        self._urna = urna
        self.puede_conducir = conduce

    @classmethod
    def abrir(cls, contexto: Contexto) -> "SalaDeVotaciones":
        """La sala de la Mesa abierta: la urna está en ``MESA_VOTOS`` o junto a las Mesas.

        Levanta ``SinMesa`` si no hay una Mesa abierta.
        """
        contexto.registro()
        urna = Urna.abrir(lugar_de_la_urna(entorno.donde_se_guarda()))
        return cls(contexto, urna, conduce=puede_conducir())

    @property
    def mesa(self) -> Mesa:
        """La Mesa como está ahora."""
        return self._contexto.pizarra.valor

    def listar(self) -> tuple[Votacion, ...]:
        """Las votaciones de esta Mesa, de la más nueva a la más antigua."""
        return self._urna.listar(self.mesa.id)

    def crear(
        self,
        *,
        tipo: str,
        titulo: str,
        ayuda: str = "",
        ids: Sequence[str] = (),
        textos: Sequence[str] = (),
        puntos: int = 10,
    ) -> Votacion:
        """Guarda una votación nueva de esta Mesa; ``ids`` son actores y ``textos``, opciones.

        Levanta ``ReglaRota`` si el tipo no existe o si falta algo.
        """
        exigir(tipo in set(TipoConsulta), "Elija qué se va a votar.")
        consulta = TipoConsulta(tipo)
        opciones = self._de_actores(ids) if consulta == "actores" else _de_textos(textos)
        exigir(bool(opciones), "Elija o escriba al menos una opción para votar.")
        return self._urna.crear(
            Votacion(
                id=crear_id("v"),
                tipo=consulta,
                titulo=_limpiar(titulo),
                ayuda=_limpiar(ayuda),
                opciones=opciones,
                puntos=int(puntos),
                mesa=self.mesa.id,
                ilustrativa=self.mesa.ilustrativa,
            )
        )

    def _de_actores(self, ids: Sequence[str]) -> tuple[Opcion, ...]:
        actores = [self.mesa.actor(str(i)) for i in ids]
        return tuple(Opcion(id=a.id, nombre=a.nombre, ayuda=a.tipo) for a in actores)

    def pasar(self, clave: str, paso: str) -> Votacion:
        """Lleva la votación a su paso siguiente (uno de ``PASOS``)."""
        exigir(paso in PASOS, f"Este paso no existe: «{paso}».")
        self._exigir_propia(clave)
        votacion: Votacion = getattr(self._urna, paso)(clave)
        return votacion

    def _exigir_propia(self, clave: str) -> None:
        exigir(self._urna.votacion(clave).mesa == self.mesa.id, "Esa votación es de otra Mesa.")

    def novedades(self, clave: str, ronda: int, marca: int) -> Cambios | None:
        """Lo nuevo de una ronda desde ``marca``; ``None`` si nada cambió."""
        if self._urna.marca(clave) == marca:
            return None
        return self._urna.cambios_desde(clave, ronda, marca)

    def cargar(self, clave: str, ronda: int, papeletas: Sequence[Papeleta]) -> Carga:
        """Guarda las papeletas de papel de una ronda."""
        self._exigir_propia(clave)
        return self._urna.cargar_papeletas(clave, ronda, papeletas)

    def adoptar(self, frase: str, transicion: Callable[[Mesa], Mesa]) -> None:
        """Cambia la Mesa de una vez; se deshace como cualquier otro cambio."""
        self._contexto.pizarra.ordenar(frase, transicion)

    def direccion(self, votacion: Votacion) -> str:
        """La que abre esa votación en un celular; vacía si nadie atiende."""
        return self._urna.direccion_de(votacion) if self._urna.esta_atendida() else ""

    def esta_atendida(self) -> bool:
        """Si hay quien reciba los votos de los celulares."""
        return self._urna.esta_atendida()

    def vigilar(self, mirar: Callable[[], None]) -> None:
        """Llama a ``mirar`` tres veces por segundo, mientras el núcleo viva."""
        from tornado.ioloop import PeriodicCallback

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        self._mirar = mirar
        self._vigia = PeriodicCallback(self._mirar_sin_fallar, SEGUNDOS_ENTRE_MIRADAS * 1_000)
        self._vigia.start()

    def _mirar_sin_fallar(self) -> None:
        atender(self._mirar)


def _de_textos(textos: Sequence[str]) -> tuple[Opcion, ...]:
    limpios = [_limpiar(texto) for texto in textos]
    return tuple(
        Opcion(id=f"o{n}", nombre=texto) for n, texto in enumerate(filter(None, limpios), start=1)
    )


def _limpiar(texto: str) -> str:
    """El texto en un renglón, sin caracteres de control ni medios que ningún archivo guarda."""
    visibles = (" " if c.isspace() else c for c in str(texto))
    return " ".join("".join(c for c in visibles if category(c) not in ("Cc", "Cs")).split())
