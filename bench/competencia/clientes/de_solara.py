"""El cliente de Solara: el canal de Jupyter que simula su servidor, y la orden de correr."""

import uuid
from typing import Any

from competencia.clientes.jupyter import Canal
from competencia.clientes.red import Navegante, Rechazo, exigir, texto_de
from competencia.clientes.sesion import Alternancia, exigir_actores


class SesionDeSolara(Navegante):
    """Una pestaña con la aplicación."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self.canal = Canal(protocolo=None)
        self.canal.al_mensaje = self._al_mensaje
        self.nucleo = str(uuid.uuid4())
        self._valores = Alternancia()
        self._listo = False
        self._falla = ""

    async def abrir(self) -> None:
        """La página, el canal y la orden de correr; los widgets llegan con su estado."""
        texto_de(await self.pedir("/"), "la página")
        await self.canal.abrir(self, f"/jupyter/api/kernels/{self.nucleo}/channels")
        comm = uuid.uuid4().hex
        apertura = {"comm_id": comm, "target_name": "solara.control", "data": {}}
        self.canal.enviar("comm_open", apertura)
        correr = {"method": "run", "args": {"path": "", "appName": None, "dark": False}}
        self.canal.enviar("comm_msg", {"comm_id": comm, "data": correr})
        await self.canal.hasta(lambda: self._listo or self._fallar())
        # Los widgets ya llegaron al abrirse. Pedir sus estados por el canal de control, además, se
        # pierde con varias sesiones a la vez: ipywidgets guarda un solo canal para todo el proceso.
        exigir_actores(self._grafico(), "el gráfico")
        exigir_actores(self._tabla(), "la tabla")

    def _fallar(self) -> bool:
        if self._falla:
            raise Rechazo(self._falla)
        return False

    def _al_mensaje(self, tipo: str, contenido: dict[str, Any]) -> None:
        datos = contenido.get("data") or {}
        if tipo == "comm_msg" and datos.get("method") == "finished":
            self._listo = True
        elif tipo == "error":
            self._falla = f"{contenido.get('ename')}: {contenido.get('evalue')}"[:200]

    def _modelos(self, rasgo: str) -> list[tuple[str, dict[str, Any]]]:
        return [(k, v) for k, v in self.canal.modelos.items() if rasgo in v]

    def _grafico(self) -> str:
        return str([v["spec"] for _, v in self._modelos("spec")])

    def _tabla(self) -> str:
        textos = (str(v.get("unsafe_innerHTML", "")) for v in self.canal.modelos.values())
        return "".join(t for t in textos if "<table" in t)

    async def editar(self) -> None:
        """Mueve el deslizador y espera el gráfico y la tabla distintos."""
        suyos = [k for k, v in self._modelos("v_model") if v.get("label") == "Influencia"]
        exigir(suyos, "no llegaron los deslizadores")
        antes = self._grafico(), self._tabla()
        self.canal.fijar(suyos[0], v_model=self._valores.siguiente())
        await self.canal.hasta(
            lambda: (self._grafico() != antes[0] and self._tabla() != antes[1]) or self._fallar(),
            30,
        )
        exigir_actores(self._tabla(), "la tabla")

    async def cerrar(self) -> None:
        """Avisa que se va y suelta el canal."""
        await self.pedir(f"/_solara/api/close/{self.nucleo}?session_id={self.canal.sesion}", b"")
        self.canal.cerrar()
