"""La pantalla de las Mesas de una persona: crear, abrir, duplicar, llevar, traer y borrar."""

from typing import Any, Protocol

import traitlets as t

from mesa_territorial import textos
from mesa_territorial.casos import buscar_comunas
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.archivos import desde_base64, para_bajar
from mesa_territorial_widgets.componentes.base import Componente

Ficha = dict[str, Any]
MAX_MEGAS = 20


class Estante(Protocol):
    """Lo que la pantalla necesita de quien guarda las Mesas; todo con claves y textos."""

    def fichas(self, *, papelera: bool = False) -> list[Ficha]: ...
    def crear(self, *, nombre: str, lugar: str, cut: str, nivel: str) -> str: ...
    def duplicar(self, clave: str) -> None: ...
    def borrar(self, clave: str) -> None: ...
    def recuperar(self, clave: str) -> None: ...
    def renombrar(self, clave: str, nombre: str) -> None: ...
    def exportar(self, clave: str, *, con_privado: bool = False) -> tuple[str, bytes]: ...
    def importar(self, contenido: bytes) -> str: ...
    def copiar_caso(self) -> None: ...
    def nombrar_autor(self, nombre: str) -> None: ...


class MiMesa(Componente):
    """``valor`` son las claves de las Mesas que se ven; lo demás lo hace el ``estante``."""

    modulo = "mi_mesa"
    mesas = t.List().tag(sync=True)
    papelera = t.List().tag(sync=True)
    niveles = t.List().tag(sync=True)
    autor = t.Unicode().tag(sync=True)

    def __init__(self, estante: Estante, *, autor: str) -> None:
        self._estante = estante
        niveles = [{"clave": c, "nombre": n} for c, n in textos.NIVELES.items() if c != "nacional"]
        super().__init__(autor=autor, niveles=niveles)
        self._refrescar()

    @property
    def valor(self) -> tuple[str, ...]:
        """Las claves de las Mesas, en el orden en que se ven."""
        return tuple(m["clave"] for m in self.mesas)

    def _refrescar(self) -> None:
        self.mesas = self._estante.fichas()
        self.papelera = self._estante.fichas(papelera=True)

    def _al_buscar_comuna(self, texto: str) -> list[dict[str, str]]:
        halladas = buscar_comunas(str(texto)[:80], limite=8) if str(texto).strip() else ()
        return [{"cut": c.cut, "nombre": c.nombre, "region": c.region} for c in halladas]

    def _al_crear(self, nombre: str, lugar: str, cut: str, nivel: str) -> str:
        clave = self._estante.crear(nombre=nombre, lugar=lugar, cut=cut, nivel=nivel)
        self._refrescar()
        return clave

    def _al_duplicar(self, clave: str) -> None:
        self._estante.duplicar(clave)
        self._refrescar()

    def _al_borrar(self, clave: str) -> None:
        self._estante.borrar(clave)
        self._refrescar()

    def _al_recuperar(self, clave: str) -> None:
        self._estante.recuperar(clave)
        self._refrescar()

    def _al_renombrar(self, clave: str, nombre: str) -> None:
        self._estante.renombrar(clave, nombre)
        self._refrescar()

    def _al_exportar(self, clave: str, con_privado: bool = False) -> dict[str, str]:
        nombre, contenido = self._estante.exportar(clave, con_privado=con_privado is True)
        return para_bajar(nombre, contenido)

    def _al_importar(self, nombre: str, base64: str) -> str:
        if not nombre.lower().endswith(".mesa"):
            raise ReglaRota(
                f"«{nombre}» no es un archivo .mesa. Una planilla se importa desde el mapa, "
                "con el botón Importar."
            )
        traida = self._estante.importar(desde_base64(base64, megas=MAX_MEGAS))
        self._refrescar()
        return traida

    def _al_copiar_caso(self) -> None:
        self._estante.copiar_caso()
        self._refrescar()

    def _al_nombrar_autor(self, nombre: str) -> None:
        self._estante.nombrar_autor(nombre)
