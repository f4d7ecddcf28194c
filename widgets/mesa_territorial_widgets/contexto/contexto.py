"""El contexto de una página: persona, Mesa abierta y almacén."""

import secrets
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from mesa_territorial.almacen import Almacen, Autor, Registro, Respuesta, Resumen, Suceso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.guardadas import llevar
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.contexto import entorno
from mesa_territorial_widgets.contexto.guardado import Guardado

_ULTIMA = "ultima_mesa"
_ELEGIDA_CON = "ultima_mesa_con_grupo"
_AUTOR = "nombre"
SIN_NOMBRE = "Usted"


class SinMesa(ReglaRota):
    """Todavía no hay una Mesa abierta."""


def crear_id(prefijo: str) -> str:
    """Un identificador nuevo al azar, como ``a3f9c2…``."""
    return prefijo + secrets.token_hex(6)


class Contexto:
    """Une a la persona con sus Mesas. Los componentes no lo conocen: reciben sus funciones.

    ``alias`` es el nombre con que entró al taller; en el computador propio va vacío.
    """

    def __init__(
        self, almacen: Almacen, *, persona: str, pedida: str | None = None, alias: str = ""
    ) -> None:
        self.almacen = almacen
        self.persona = persona
        self.alias = alias
        self._pedida = pedida

    @classmethod
    def abrir(cls) -> "Contexto":
        """El contexto que dicta el entorno del núcleo; levanta ``ReglaRota`` si no se puede."""
        persona, donde = entorno.persona(), entorno.donde_se_guarda()
        anonima = entorno.es_compartido() and persona == entorno.PERSONA_LOCAL
        exigir(not anonima, "No se sabe quién abrió esta página. Vuelva a entrar.")
        if acompanadas := entorno.a_quienes_acompana():
            with Almacen.abrir(donde) as todas:
                todas.acompanar(persona, *acompanadas)
        almacen = Almacen.abrir(donde, persona=persona if entorno.es_compartido() else None)
        pedida, alias = entorno.mesa_pedida(), entorno.nombre()
        return cls(almacen, persona=persona, pedida=pedida, alias=alias)

    @property
    def es_compartido(self) -> bool:
        """Si la base es de varias personas y aquí se ve sólo lo de esta."""
        return self.almacen.persona is not None

    @property
    def autor(self) -> str:
        """El nombre con que queda la persona en el historial."""
        return self.alias or str(self.recordado(_AUTOR, SIN_NOMBRE))

    @property
    def firma(self) -> Autor:
        """El nombre con la identidad que lo distingue de otra persona que firme igual."""
        return Autor(self.autor, self.persona)

    def nombrar_autor(self, nombre: str) -> None:
        """Cambia el nombre con que la persona queda en el historial (hasta 80 letras).

        Levanta ``ReglaRota`` en un taller: ahí se firma con el nombre con que se entró.
        """
        exigir(
            not self.alias,
            f"Aquí usted firma como «{self.alias}», el nombre con que entró. "
            "Puede cambiarlo donde está su código de retorno, en el menú «Mi Mesa».",
        )
        limpio = " ".join(nombre.split())[:80]
        self.apuntar(_AUTOR, limpio or SIN_NOMBRE)
        if "guardado" in self.__dict__:
            self.guardado.autor = self.firma

    @property
    def clave(self) -> str | None:
        """La Mesa abierta: la de la dirección, la de su grupo o la última usada, si existen.

        La del grupo va antes que la última, salvo que la persona haya elegido otra después de
        sentarse en él. Quien sólo acompaña parte por la que cambió recién.
        """
        mesas = self.mesas()
        vivas = {r.clave for r in mesas}
        del_grupo = _del_grupo(mesas)
        recordadas = [del_grupo, self.recordado(_ULTIMA)]
        if del_grupo is not None and self.recordado(_ELEGIDA_CON) == del_grupo:
            recordadas.reverse()
        recordadas += [r.clave for r in mesas if r.papel == "tutoria"]
        return next((c for c in (self._pedida, *recordadas) if c in vivas), None)

    def mesas(self, *, papelera: bool = False) -> tuple[Resumen, ...]:
        """Las Mesas que hay, o las que están en la papelera."""
        return self.almacen.listar(papelera=papelera)

    def recordar(self, clave: str) -> None:
        """Deja ``clave`` como la Mesa abierta."""
        self._pedida = clave
        del_grupo = _del_grupo(self.mesas()) if self.es_compartido else None
        for nombre, valor in ((_ULTIMA, clave), (_ELEGIDA_CON, del_grupo)):
            if self.recordado(nombre) != valor:
                self.apuntar(nombre, valor)

    def crear(self, mesa: Mesa) -> Registro:
        """Guarda una Mesa nueva y la deja abierta."""
        registro = self.almacen.crear(mesa, autor=self.firma)
        self.recordar(mesa.id)
        return registro

    def registro(self) -> Registro:
        """La Mesa abierta con su versión; levanta ``SinMesa`` si no hay."""
        clave = self.clave
        if clave is None:
            raise SinMesa("Todavía no hay una Mesa abierta. Cree una o abra la que tenga.")
        return self.almacen.leer(clave, autor=self.firma)

    @cached_property
    def guardado(self) -> Guardado:
        """El lazo vivo entre la Mesa abierta y su pizarra; levanta ``SinMesa`` si no hay."""
        registro = self.registro()
        self.recordar(registro.mesa.id)
        papel = next((r.papel for r in self.mesas() if r.clave == registro.mesa.id), "")
        solo_lectura = papel == "tutoria"
        return Guardado(self.almacen, registro, autor=self.firma, solo_lectura=solo_lectura)

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
        return self._lo_suyo.get(nombre, por_defecto)

    def apuntar(self, nombre: str, valor: Any) -> None:
        """Recuerda dónde iba la persona, con ese nombre."""
        self.almacen.guardar_preferencia(self.persona, nombre, valor)
        self._lo_suyo[nombre] = valor

    @cached_property
    def _lo_suyo(self) -> dict[str, Any]:
        """Lo que la persona dejó guardado, leído una vez: abrir la página lo pregunta diez."""
        return self.almacen.preferencias(self.persona)

    def llevar(self, *, con_privado: bool = False) -> bytes:
        """El archivo ``.mesa`` de la Mesa abierta, con su historial y, si se pide, lo privado."""
        return llevar(self.almacen, self.guardado.clave, con_privado=con_privado)[1]


def _del_grupo(mesas: tuple[Resumen, ...]) -> str | None:
    return next((r.clave for r in mesas if r.papel == "integrante"), None)
