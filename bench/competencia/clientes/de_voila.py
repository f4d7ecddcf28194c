"""El cliente de Voilà: la página hasta el final, el canal de su núcleo y sus widgets."""

import re
from typing import Any

from competencia.clientes.jupyter import Canal
from competencia.clientes.red import Navegante, exigir, texto_de
from competencia.clientes.sesion import Alternancia, exigir_actores

_NUCLEO = re.compile(r'"kernelId":\s*"([0-9a-f-]{36})"')
_PRIMERO = re.compile(r"<td>FOSIS Región de Valparaíso</td>\s*<td>([\d.]+)</td>")


class SesionDeVoila(Navegante):
    """Una visita al cuaderno."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self.canal = Canal()
        self.canal.al_mensaje = self._al_mensaje
        self.nucleo = ""
        self._dibujo = ""
        self._valores = Alternancia()

    async def abrir(self) -> None:
        """La página entera, el gráfico en su ``Output`` y la tabla en su ``HTML``."""
        html = texto_de(await self.pedir("/"), "la página")
        hallado = _NUCLEO.search(html)
        exigir(hallado, "la página no nombra su núcleo")
        assert hallado is not None
        self.nucleo = hallado[1]
        await self.canal.abrir(self, f"/api/kernels/{self.nucleo}/channels")
        await self.canal.cargar()
        exigir_actores(self._tabla(), "la tabla")
        salida = str(self._modelo("OutputModel").get("outputs", ""))
        exigir("vegalite" in salida, "el gráfico no llegó")
        exigir_actores(salida, "el gráfico")

    def _al_mensaje(self, tipo: str, contenido: dict[str, Any]) -> None:
        # Tras la primera corrida, lo que muestra un Output llega suelto y lo junta la pantalla.
        if tipo == "display_data" and "vegalite" in str(contenido["data"].keys()):
            self._dibujo = str(contenido["data"])

    def _modelo(self, nombre: str, descripcion: str = "") -> dict[str, Any]:
        for modelo, estado in self.canal.modelos.items():
            suyo = estado.get("_model_name") == nombre
            if suyo and estado.get("description", "") == descripcion:
                return {"id": modelo, **estado}
        return {}

    def _tabla(self) -> str:
        return str(self._modelo("HTMLModel").get("value", ""))

    async def editar(self) -> None:
        """Mueve el deslizador y espera la tabla y el gráfico con el valor nuevo."""
        deslizador = self._modelo("FloatSliderModel", "Influencia")["id"]
        valor = self._valores.siguiente()
        antes = self._dibujo
        self.canal.fijar(deslizador, value=valor)
        await self.canal.hasta(lambda: self._esta(valor) and self._dibujo != antes)
        exigir_actores(self._dibujo, "el gráfico")

    def _esta(self, valor: float) -> bool:
        hallado = _PRIMERO.search(self._tabla())
        return hallado is not None and float(hallado[1]) == valor

    async def cerrar(self) -> None:
        """Pide cerrar el núcleo, como el aviso de la página al irse."""
        self.canal.cerrar()
        if self.nucleo:
            xsrf = {"X-XSRFToken": self.cookies.get("_xsrf", "")}
            await self.pedir(f"/voila/api/shutdown/{self.nucleo}", b"", cabeceras=xsrf)
