"""El cliente sin navegador abre, edita y cierra contra un servidor de verdad."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from cliente_kit import Rechazo, Visita
from competencia.clientes.de_kit import SesionDeKit
from competencia.clientes.jupyter import desempaquetar, empaquetar
from competencia.contendores import KIT, Servido, servir
from competencia.kit.clave import CLAVE

from mesa_territorial.almacen import Almacen


@pytest.fixture(scope="module")
def servido() -> Iterator[Servido]:
    with servir(KIT) as uno:
        yield uno


def _con_visita(servido: Servido, hacer: Callable[[Visita], Awaitable[None]]) -> None:
    async def visitar() -> None:
        visita = Visita(servido.raiz, clave=CLAVE)
        await visita.abrir("/app/referencia")
        try:
            await hacer(visita)
        finally:
            await visita.cerrar()

    asyncio.run(asyncio.wait_for(visitar(), 60))


def test_un_mensaje_empaquetado_se_lee_igual():
    partes = [{"msg_id": "a"}, {}, {"m": 1}, {"texto": "ñandú"}]

    assert desempaquetar(empaquetar("shell", partes)) == (partes[0], partes[1], partes[3])


def test_abre_edita_y_queda_guardado(servido: Servido):
    async def editar(visita: Visita) -> None:
        pizarra = await visita.esperar("pizarra")
        pedido = {"id": "A02", "campos": {"influencia": 2.5}}

        await visita.ordenar(pizarra, "editar_actor", pedido)

        lamina = visita.modelos[visita.buscar("lamina")]
        filas = {f["actor"]: f["influencia"] for f in lamina["filas"]}
        assert filas["SERVIU de Valparaíso"] == 2.5
        with Almacen.abrir(_base(servido)) as almacen:
            guardada = almacen.leer(visita.modelos[pizarra]["mesa"]["id"]).mesa
        assert guardada.actor("A02").influencia == 2.5

    _con_visita(servido, editar)


def test_una_orden_que_rompe_una_regla_vuelve_con_su_frase(servido: Servido):
    async def romper(visita: Visita) -> None:
        pedido = {"id": "A02", "campos": {"influencia": 9}}

        with pytest.raises(Rechazo, match="influencia"):
            await visita.ordenar(await visita.esperar("pizarra"), "editar_actor", pedido)

    _con_visita(servido, romper)


def test_late_mientras_vive_y_al_cerrar_ya_no(servido: Servido):
    latidos = []

    async def latir(visita: Visita) -> None:
        latidos.append(await visita.latir())
        await visita.cerrar()
        latidos.append(await visita.latir())

    _con_visita(servido, latir)

    assert latidos == [True, False]


def test_la_sesion_del_banco_comprueba_que_la_edicion_cambio_las_filas(servido: Servido):
    async def vivir() -> None:
        sesion = SesionDeKit(servido.raiz)
        await sesion.abrir()
        await sesion.editar()
        await sesion.editar()
        await sesion.cerrar()

    asyncio.run(asyncio.wait_for(vivir(), 60))


def _base(servido: Servido) -> Path:
    """La base del servidor del banco, en su carpeta temporal."""
    return servido.datos / "mesas.sqlite"


def test_el_ejecutor_de_clientes_contesta_por_lineas(servido: Servido):
    orden = [sys.executable, "-m", "competencia.clientes.correr", "kit", servido.raiz]
    carpeta = Path(__file__).resolve().parents[2] / "bench"
    pedido = '{"orden": "llegar", "cuantas": 2, "plazo": 50}\n{"orden": "cerrar"}\n'

    dicho = subprocess.run(
        orden, cwd=carpeta, input=pedido, capture_output=True, text=True, timeout=60, check=True
    ).stdout.splitlines()

    assert dicho[0] == '{"listo": true}'
    assert '"listas": 2' in dicho[1]
