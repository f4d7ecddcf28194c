"""Lo que hace quien facilita: formar mesas, sentar, anunciar, cerrar y borrar."""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.padron import Anuncio, Grupo, Participante
from mesa_territorial.casos import buscar_comunas, cargar_caso
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.servidor.taller.reparto import TAMANOS, repartir

if TYPE_CHECKING:
    from mesa_territorial.servidor.acceso.porteria import Porteria
    from mesa_territorial.servidor.estante import Estante

VACIA = "vacia"
PACIENCIA = timedelta(seconds=10)


def clave_al_azar() -> str:
    """Una clave de Mesa que nadie adivina."""
    return "m" + secrets.token_hex(6)


class Anfitrion:
    """Las decisiones de quien facilita. ``marca`` sube con cada noticia para las páginas."""

    def __init__(
        self,
        porteria: "Porteria",
        estante: "Estante",
        *,
        crear_clave: Callable[[], str] = clave_al_azar,
    ) -> None:
        self._porteria = porteria
        self._padron = porteria.padron
        self._estante = estante
        self._crear_clave = crear_clave
        self.marca = 0
        self._vistas: dict[str, datetime] = {}

    @property
    def taller(self) -> str:
        """El id del taller en curso."""
        return self._porteria.taller.id

    def ver_a(self, persona: str, ahora: datetime) -> None:
        """Anota que esa persona tiene abierta la página de conducción, que no lleva núcleo."""
        self._vistas[persona] = ahora

    def conducen(self, ahora: datetime) -> dict[str, datetime]:
        """Quiénes la tienen abierta y cuándo se las vio."""
        return {p: v for p, v in self._vistas.items() if ahora - v < PACIENCIA}

    def formar(self, nombre: str, base: str, comuna: str, *, autor: Autor) -> Grupo:
        """Forma un grupo con una Mesa nueva: copia de un caso, o vacía en esa comuna.

        Levanta ``ReglaRota`` si falta el nombre, ya está tomado o no existe el caso o la comuna.
        """
        limpio = " ".join(nombre.split())
        exigir(bool(limpio), "Falta el nombre de la mesa.")
        exigir(limpio not in self._nombres(), f"Ya hay una mesa «{limpio}». Elija otro nombre.")
        mesa = _mesa_de_partida(base, comuna, self._crear_clave(), limpio)
        self._estante.almacen.crear(mesa, autor=autor, frase=f"Preparó la Mesa de «{limpio}»")
        return self._padron.crear_grupo(self.taller, limpio, mesa.id)

    def sentar(self, personas: Sequence[str], grupo: str | None) -> int:
        """Sienta a esas participantes del taller; ``None`` las levanta. Entrega cuántas fueron.

        Levanta ``ReglaRota`` si no se eligió a nadie o el grupo no existe.
        """
        elegidas = [p for p in self._participantes() if p.id in personas]
        exigir(bool(elegidas), "Marque primero a las personas que quiere sentar.")
        for persona in elegidas:
            self._padron.sentar(persona.id, grupo)
        self.marca += 1
        return len(elegidas)

    def repartir(self, tamano: int, base: str, comuna: str, *, autor: Autor) -> int:
        """Sienta a quienes están de pie en mesas nuevas de unas ``tamano`` personas.

        Entrega cuántas mesas formó. Levanta ``ReglaRota`` si nadie está de pie.
        """
        exigir(tamano in TAMANOS, "Una mesa es de cuatro a seis personas.")
        de_pie = [p.id for p in self._participantes() if p.grupo is None]
        exigir(bool(de_pie), "Todas las personas del taller ya están sentadas en una mesa.")
        mesas = repartir(de_pie, tamano)
        for personas in mesas:
            grupo = self.formar(self._nombre_libre(), base, comuna, autor=autor)
            for persona in personas:
                self._padron.sentar(persona, grupo.id)
        self.marca += 1
        return len(mesas)

    def anunciar(self, texto: str) -> Anuncio:
        """Dice algo a todas las páginas; levanta ``ReglaRota`` si viene vacío."""
        anuncio = self._padron.anunciar(self.taller, texto)
        self.marca += 1
        return anuncio

    def cerrar(self) -> None:
        """Cierra el taller: el código deja de servir y cada página invita a llevarse su copia."""
        self._porteria.cerrar()
        self.marca += 1

    def borrar(self) -> int:
        """Borra para siempre el taller ya cerrado; entrega cuántas Mesas se fueron."""
        idas = self._padron.borrar_taller(self.taller)
        self._porteria.olvidar_a_todos()
        self.marca += 1
        return idas

    def _participantes(self) -> list[Participante]:
        todas = self._padron.participantes(self.taller)
        return [p for p in todas if p.rol == "participante"]

    def _nombres(self) -> set[str]:
        return {g.nombre for g in self._padron.grupos(self.taller)}

    def _nombre_libre(self) -> str:
        tomados = self._nombres()
        return next(n for i in range(1, len(tomados) + 2) if (n := f"Mesa {i}") not in tomados)


def _mesa_de_partida(base: str, comuna: str, clave: str, nombre: str) -> Mesa:
    if base != VACIA:
        caso = cargar_caso(base)
        return caso.con(id=clave, nombre=f"{nombre}: {caso.nombre}")
    halladas = buscar_comunas(comuna, limite=1)
    existe = bool(halladas) and nombre_comparable(halladas[0].nombre) == nombre_comparable(comuna)
    exigir(existe, "Para partir de una Mesa vacía, escriba el nombre completo de la comuna.")
    return Mesa(id=clave, nombre=nombre, territorio=Territorio(cut_comuna=halladas[0].cut))
