"""Un cliente del kit sin navegador: abre una página, escucha a su núcleo, edita y se despide.

En un taller se entra con ``await visita.entrar_al_taller("cuatro palabras del código", "Rosa")``.
Hace lo mismo que ``widgets/js/src/pagina``: pide la página hasta el final, abre el canal del núcleo
con el protocolo ``v1.kernel.websocket.jupyter.org``, trae el estado de todos los widgets, manda
órdenes a un componente y espera su respuesta, late y avisa al irse::

    visita = Visita("http://127.0.0.1:8866", clave="…")
    await visita.abrir("/app/referencia")
    pizarra = await visita.esperar("pizarra")
    await visita.ordenar(pizarra, "editar_actor", {"id": "A01", "campos": {"influencia": 3.5}})
    await visita.cerrar()
"""

import asyncio
import json
import re
import uuid
from collections.abc import Callable
from typing import Any

from competencia.clientes.jupyter import Canal
from competencia.clientes.red import ESPERA, Navegante, Rechazo, exigir

__all__ = ["Rechazo", "Visita"]

_NUCLEO = re.compile(r'data-nucleo="([0-9a-f-]{36})"')
_DATOS = re.compile(r'id="mesa-datos">(.*?)</script>', re.DOTALL)
_COMPROBANTE = re.compile(r'name="_xsrf" value="([^"]+)"')
_VISTA = re.compile(r'widget-view\+json">\{"model_id": "([0-9a-f-]+)"\}')


class Visita(Navegante):
    """Una persona con una página abierta, con su ``clave`` de entrada o sus ``cookies``."""

    def __init__(
        self, raiz: str, *, clave: str = "", cookies: dict[str, str] | None = None
    ) -> None:
        super().__init__(raiz, cookies)
        self.clave = clave
        self.nucleo = ""
        self.html = ""
        self.canal = Canal()
        self.canal.al_mensaje = self._al_mensaje
        self.al_saber: Callable[[str, dict[str, Any]], None] = lambda _, __: None

    @property
    def modelos(self) -> dict[str, dict[str, Any]]:
        """El estado de cada widget de la página, por id."""
        return self.canal.modelos

    async def entrar(self) -> None:
        """Presenta la clave y se queda con la cookie."""
        respuesta = await self.pedir(f"/?clave={self.clave}")
        exigir(
            respuesta.code in (200, 302) and self.cookies, f"la entrada contestó {respuesta.code}"
        )

    async def entrar_al_taller(self, codigo: str, nombre: str) -> None:
        """Llena el formulario de entrada de un taller y se queda con la cookie."""
        hoja = await self.pedir("/entrar?directo=si")
        hallado = _COMPROBANTE.search(hoja.body.decode())
        datos = {"codigo": codigo, "nombre": nombre, "_xsrf": hallado[1] if hallado else ""}
        respuesta = await self.pedir("/entrar", datos)
        exigir(respuesta.code == 303, f"la entrada al taller contestó {respuesta.code}")

    async def abrir(self, ruta: str, *, momento: str = "") -> None:
        """Abre la página y deja sus modelos cargados, con lo que está a la vista construido.

        Con ``momento`` («aplicar»…) se mira sólo esa pestaña, como en la pantalla.
        """
        if self.clave and not self.cookies:
            await self.entrar()
        respuesta = await self.pedir(ruta)
        self.html = respuesta.body.decode() if respuesta.body else ""
        hallado = _NUCLEO.search(self.html)
        if respuesta.code != 200 or not hallado or "pagina-caida" in self.html:
            raise Rechazo(f"la página contestó {respuesta.code} {respuesta.error or ''}")
        self.nucleo = hallado[1]
        await self.canal.abrir(self, f"/api/kernels/{self.nucleo}/channels")
        await self.canal.cargar()
        for modelo in _VISTA.findall(self._seccion(momento)):
            if self.modelos.get(modelo, {}).get("_componente") == "tiempo":
                await self._mirar(modelo)

    def _seccion(self, momento: str) -> str:
        inicio = self.html.find(f'<section id="{momento}"') if momento else -1
        return self.html if inicio < 0 else self.html[inicio:].partition("</section>")[0]

    async def _mirar(self, tiempo: str) -> None:
        """Lo que hace la pantalla al ver un tiempo: pide construirlo y espera a su hijo."""
        if not self.modelos[tiempo].get("hijo"):
            self.mandar(tiempo, {"orden": "abrir"})
        await self.canal.hasta(lambda: self.modelos[tiempo].get("hijo") or self._con_falla(tiempo))

    def _con_falla(self, tiempo: str) -> bool:
        if falla := self.modelos[tiempo].get("falla"):
            raise Rechazo(str(falla))
        return False

    def buscar(self, componente: str) -> str:
        """El id del primer modelo de ese componente; vacío si no está."""
        hallados = (k for k, v in self.modelos.items() if v.get("_componente") == componente)
        return next(hallados, "")

    async def esperar(self, componente: str, plazo: float = ESPERA) -> str:
        """El id de ese componente, apenas exista."""
        return str(await self.canal.hasta(lambda: self.buscar(componente), plazo))

    def mandar(self, modelo: str, contenido: dict[str, Any]) -> None:
        """Un mensaje propio del componente, como los de ``model.send``."""
        datos = {"method": "custom", "content": contenido}
        self.canal.enviar("comm_msg", {"comm_id": modelo, "data": datos})

    async def ordenar(
        self, modelo: str, orden: str, datos: dict[str, Any], plazo: float = ESPERA
    ) -> Any:
        """Da una orden y espera su respuesta; levanta ``Rechazo`` con la frase si no se hizo."""
        pedido = uuid.uuid4().int >> 80
        espera = self.canal.esperar_a(f"pedido-{pedido}")
        self.mandar(modelo, {"pedido": pedido, "orden": orden, "datos": datos})
        respuesta = await asyncio.wait_for(espera, plazo)
        if "error" in respuesta:
            raise Rechazo(respuesta["error"])
        return respuesta.get("datos")

    def _al_mensaje(self, tipo: str, contenido: dict[str, Any]) -> None:
        datos = contenido.get("data") or {}
        if tipo != "comm_msg" or datos.get("method") != "custom":
            return
        propio = datos["content"]
        if propio.get("tipo") == "respuesta":
            self.canal.cumplir(f"pedido-{propio.get('pedido')}", propio)
        else:
            self.al_saber(contenido["comm_id"], propio)

    async def latir(self) -> bool:
        """Si el servidor dice que el núcleo de esta página vive."""
        return (await self.pedir(f"/mesa/latido/{self.nucleo}")).code == 204

    async def cerrar(self) -> None:
        """Se despide como la página: avisa al servidor y suelta el canal."""
        if self.nucleo:
            datos = json.loads(hallado[1]) if (hallado := _DATOS.search(self.html)) else {}
            await self.pedir(f"/mesa/cerrar/{self.nucleo}", {"_xsrf": datos.get("xsrf", "")})
        self.canal.cerrar()
