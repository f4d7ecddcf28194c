"""La Mesa de otra persona no se alcanza: ni por la dirección ni por el canal de su propia página.

Con los cuadernos de verdad: lo que se ataca es lo que la sala usa.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from servidor.ataques_al_taller import crear_mesa
from servidor.canal_de_widgets import PROTOCOLO, CanalDeWidgets
from servidor.sala_de_prueba import Asistente, Taller, en_taller

from mesa_territorial import contenido
from mesa_territorial.almacen import Almacen

TEMA = "/tema/03_mapa_de_actores"


@dataclass
class Escena:
    """Un taller, la dueña de una Mesa, su clave y quien la quiere ver."""

    taller: Taller
    duenia: Asistente
    intrusa: Asistente
    nombre: str
    clave: str

    def canal(self, quien: Asistente, ruta: str) -> CanalDeWidgets:
        """El canal de widgets de esa página, con todos sus tiempos abiertos."""
        canal = CanalDeWidgets(quien.conectar(quien.abrir(ruta), subprotocols=[PROTOCOLO]))
        tiempos = [
            m for m, estado in canal.estados.items() if estado.get("_componente") == "tiempo"
        ]
        for tiempo in tiempos:
            canal.pedir(tiempo, "abrir")
        return canal


@pytest.fixture(scope="module")
def escena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Escena]:
    datos = tmp_path_factory.mktemp("ajenas")
    cuadernos = str(contenido.ruta("notebooks"))
    with en_taller(datos, lugares=8, cuadernos=cuadernos) as taller:
        duenia, intrusa = taller.persona(), taller.persona()
        nombre = f"Mesa secreta {secrets.token_hex(4)}"
        yield Escena(taller, duenia, intrusa, nombre, crear_mesa(taller, duenia, nombre))


def _lo_visto(canal: CanalDeWidgets) -> str:
    canal.callar(1.0)
    return json.dumps(canal.estados, ensure_ascii=False, default=str)


def test_con_la_clave_en_la_direccion_solo_la_duenia_ve_su_mesa(escena: Escena) -> None:
    ruta = f"{TEMA}?mesa={escena.clave}"

    suya = _lo_visto(escena.canal(escena.duenia, ruta))
    ajena = _lo_visto(escena.canal(escena.intrusa, ruta))

    assert escena.nombre in suya
    assert escena.nombre not in ajena


@pytest.mark.parametrize(
    ("orden", "datos"),
    [
        ("exportar", {}),
        ("duplicar", {}),
        ("renombrar", {"nombre": "Tomada"}),
        ("borrar", {}),
        ("recuperar", {}),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_por_el_canal_de_mi_mesa_no_se_toca_la_de_otra(
    escena: Escena, orden: str, datos: dict[str, Any]
) -> None:
    canal = escena.canal(escena.intrusa, "/app/mi_mesa")

    respuesta = canal.pedir(canal.de(_componente="mi_mesa"), orden, clave=escena.clave, **datos)

    assert "error" in respuesta
    assert escena.nombre not in _lo_visto(canal) + json.dumps(respuesta)
    with Almacen.abrir(escena.taller.datos / "mesas.sqlite") as almacen:
        assert [m.nombre for m in almacen.listar()] == [escena.nombre]


def test_la_duenia_si_puede_por_el_mismo_canal(escena: Escena) -> None:
    canal = escena.canal(escena.duenia, "/app/mi_mesa")

    respuesta = canal.pedir(canal.de(_componente="mi_mesa"), "exportar", clave=escena.clave)

    assert "error" not in respuesta


def test_lo_que_escribe_una_mentira_en_el_estado_no_cambia_quien_es(escena: Escena) -> None:
    canal = escena.canal(escena.intrusa, f"{TEMA}?mesa={escena.clave}")
    for modelo, estado in list(canal.estados.items()):
        for rasgo in ("mesa", "clave", "persona", "autor"):
            if rasgo in estado:
                dicho = {"method": "update", "state": {rasgo: escena.clave}, "buffer_paths": []}
                canal._mandar("comm_msg", {"comm_id": modelo, "data": dicho})

    assert escena.nombre not in _lo_visto(canal)
