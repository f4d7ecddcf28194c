"""El contexto de una página: persona, Mesa abierta y almacén."""

import secrets
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from mesa_territorial.almacen import Almacen, Registro, Respuesta, Resumen, Suceso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.guardadas import llevar
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.contexto import entorno
from mesa_territorial_widgets.contexto.guardado import Guardado

_ULTIMA = "ultima_mesa"
_AUTOR = "nombre"
SIN_NOMBRE = "Usted"


class SinMesa(ReglaRota):
    """Todavía no hay una Mesa abierta."""


def crear_id(prefijo: str) -> str:
    """Un identificador nuevo al azar, como ``a3f9c2…``."""
    return prefijo + secrets.token_hex(6)


class Contexto:
    """Une a la persona con sus Mesas. Los componentes no lo conocen: reciben sus funciones."""

    def __init__(self, almacen: Almacen, *, persona: str, pedida: str | None = None) -> None:
        self.almacen = almacen
        self.persona = persona
        self._pedida = pedida

    @classmethod
    def abrir(cls) -> "Contexto":
        """El contexto que dicta el entorno del núcleo; levanta ``ReglaRota`` si no se puede."""
        almacen = Almacen.abrir(entorno.donde_se_guarda())
        return cls(almacen, persona=entorno.persona(), pedida=entorno.mesa_pedida())

    @property
    def autor(self) -> str:
        """El nombre con que queda la persona en el historial."""
        return str(self.almacen.preferencia(self.persona, _AUTOR, SIN_NOMBRE))

    def nombrar_autor(self, nombre: str) -> None:
        """Cambia el nombre con que la persona queda en el historial (hasta 80 letras)."""
        limpio = " ".join(nombre.split())[:80]
        self.almacen.guardar_preferencia(self.persona, _AUTOR, limpio or SIN_NOMBRE)
        if "guardado" in self.__dict__:
            self.guardado.autor = self.autor

    @property
    def clave(self) -> str | None:
        """La Mesa abierta: la de la dirección, o la última que se usó, si siguen existiendo."""
        vivas = {r.clave for r in self.mesas()}
        ultima = self.almacen.preferencia(self.persona, _ULTIMA)
        return next((c for c in (self._pedida, ultima) if c in vivas), None)

    def mesas(self, *, papelera: bool = False) -> tuple[Resumen, ...]:
        """Las Mesas que hay, o las que están en la papelera."""
        return self.almacen.listar(papelera=papelera)

    def recordar(self, clave: str) -> None:
        """Deja ``clave`` como la Mesa abierta."""
        self._pedida = clave
        self.almacen.guardar_preferencia(self.persona, _ULTIMA, clave)

    def crear(self, mesa: Mesa) -> Registro:
        """Guarda una Mesa nueva y la deja abierta."""
        registro = self.almacen.crear(mesa, autor=self.autor)
        self.recordar(mesa.id)
        return registro

    def registro(self) -> Registro:
        """La Mesa abierta con su versión; levanta ``SinMesa`` si no hay."""
        clave = self.clave
        if clave is None:
            raise SinMesa("Todavía no hay una Mesa abierta. Cree una o abra la que tenga.")
        return self.almacen.leer(clave, autor=self.autor)

    @cached_property
    def guardado(self) -> Guardado:
        """El lazo vivo entre la Mesa abierta y su pizarra; levanta ``SinMesa`` si no hay."""
        registro = self.registro()
        self.recordar(registro.mesa.id)
        return Guardado(self.almacen, registro, autor=self.autor)

    @property
    def pizarra(self) -> Pizarra:
        """La pizarra de la Mesa abierta: cada cambio se guarda al instante."""
        return self.guardado.pizarra

    def historial(self, **filtro: Any) -> tuple[Suceso, ...]:
        """Los sucesos de la Mesa abierta (ver ``Almacen.historial``)."""
        return self.almacen.historial(self.guardado.clave, **filtro)

    def respuestas(self, tema: str | None = None) -> tuple[Respuesta, ...]:
        """Lo que la persona ha respondido, de un tema o de todos."""
        return self.almacen.respuestas(self.persona, tema)

    def anotar(self, tema: str, respuesta: Mapping[str, Any]) -> None:
        """Guarda una respuesta apenas se da; ``respuesta`` trae los campos menos persona y tema."""
        self.almacen.anotar_respuesta(Respuesta(persona=self.persona, tema=tema, **respuesta))

    def recordado(self, nombre: str, por_defecto: Any = None) -> Any:
        """Algo que la persona dejó a medias (dónde iba), por su nombre."""
        return self.almacen.preferencia(self.persona, nombre, por_defecto)

    def apuntar(self, nombre: str, valor: Any) -> None:
        """Recuerda dónde iba la persona, con ese nombre."""
        self.almacen.guardar_preferencia(self.persona, nombre, valor)

    def llevar(self) -> bytes:
        """El archivo ``.mesa`` de la Mesa abierta, con su historial."""
        return llevar(self.almacen, self.guardado.clave)[1]
