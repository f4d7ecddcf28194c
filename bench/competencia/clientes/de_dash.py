"""El cliente de Dash: HTTP, con el estado de la página guardado aquí, como en el navegador."""

import json
from typing import Any

from competencia.clientes.red import Navegante, exigir, texto_de
from competencia.clientes.sesion import EDITADO, Alternancia, exigir_actores

SALIDAS = (("grafico", "figure"), ("tabla", "children"), ("actores", "data"))


class SesionDeDash(Navegante):
    """Una pestaña con la aplicación."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self._valores = Alternancia()
        self._actores: Any = None
        self._interes = 0.0

    async def abrir(self) -> None:
        """La página, su disposición y sus dependencias."""
        texto_de(await self.pedir("/"), "la página")
        disposicion = texto_de(await self.pedir("/_dash-layout"), "la disposición")
        texto_de(await self.pedir("/_dash-dependencies"), "las dependencias")
        piezas = {
            p["props"].get("id"): p["props"] for p in json.loads(disposicion)["props"]["children"]
        }
        exigir_actores(json.dumps(piezas["tabla"], ensure_ascii=False), "la tabla")
        exigir_actores(json.dumps(piezas["grafico"], ensure_ascii=False), "el gráfico")
        self._actores = piezas["actores"]["data"]
        self._interes = self._actores[EDITADO]["interes"]

    async def editar(self) -> None:
        """Manda la llamada que dispara el deslizador y comprueba lo que vuelve."""
        valor = self._valores.siguiente()
        entradas = [
            {"id": "influencia", "property": "value", "value": valor},
            {"id": "interes", "property": "value", "value": self._interes},
        ]
        estado = [
            {"id": "quien", "property": "value", "value": EDITADO},
            {"id": "actores", "property": "data", "value": self._actores},
        ]
        pedido = {
            "output": f"..{'...'.join(f'{i}.{p}' for i, p in SALIDAS)}..",
            "outputs": [{"id": i, "property": p} for i, p in SALIDAS],
            "inputs": entradas,
            "state": estado,
            "changedPropIds": ["influencia.value"],
        }
        tipo = {"Content-Type": "application/json"}
        cuerpo = json.dumps(pedido).encode()
        respuesta = await self.pedir("/_dash-update-component", cuerpo, cabeceras=tipo)
        vuelta = json.loads(texto_de(respuesta, "la edición"))["response"]
        self._actores = vuelta["actores"]["data"]
        exigir(self._actores[EDITADO]["influencia"] == valor, "la edición no quedó")
        exigir_actores(json.dumps(vuelta["tabla"], ensure_ascii=False), "la tabla")
        exigir_actores(json.dumps(vuelta["grafico"], ensure_ascii=False), "el gráfico")

    async def cerrar(self) -> None:
        """No hay nada que cerrar: el servidor no guarda sesiones."""
