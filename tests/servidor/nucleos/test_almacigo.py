"""El proceso tibio: no guarda nada de nadie, no deja rastros y su muerte no interrumpe a nadie."""

import os
import signal
import socket
import threading
import time

import psutil
import pytest
from servidor.nucleos.conftest import CUADERNOS, PAGINA, Semillero

from mesa_territorial.servidor.nucleos import almacigo
from mesa_territorial.servidor.nucleos.linea import SinAlmacigo
from mesa_territorial.servidor.nucleos.molde import derivar, traducir
from mesa_territorial.servidor.nucleos.vista import VISTA

MODELOS = "import comm; print(list(comm.get_comm_manager().comms))"


def _esperar(cierto, segundos: float = 10) -> bool:
    limite = time.monotonic() + segundos
    while not cierto() and time.monotonic() < limite:
        time.sleep(0.02)
    return bool(cierto())


def _familia(semillero: Semillero) -> list[psutil.Process]:
    return [semillero.almacigo(), *semillero.almacigo().children(recursive=True)]


def _vive(proceso: psutil.Process) -> bool:
    return proceso.is_running() and proceso.status() != psutil.STATUS_ZOMBIE


def _zombis(semillero: Semillero) -> list[int]:
    return [p.pid for p in _familia(semillero) if p.status() == psutil.STATUS_ZOMBIE]


def test_los_que_terminan_no_quedan_como_zombis(semillero: Semillero) -> None:
    ids = semillero.brotar(6, PAGINA) + semillero.brotar(6)
    for nucleo in ids[::2]:
        os.kill(semillero.pid(nucleo), signal.SIGKILL)

    semillero.cerrar(*ids)

    assert _esperar(lambda: not _zombis(semillero))
    assert _esperar(lambda: len(_familia(semillero)) == 2)  # el almácigo y el molde de la página


def test_treinta_a_la_vez_y_ningun_descriptor_perdido(semillero: Semillero) -> None:
    def descriptores() -> list[int]:
        return [psutil.Process().num_fds(), *(p.num_fds() for p in _familia(semillero)[:2])]

    def ronda() -> set[str]:
        ids = semillero.brotar(30, PAGINA)
        vivos = {str(semillero.pid(i)) for i in ids if semillero.correr(semillero.nucleos.vive(i))}
        semillero.cerrar(*ids)
        _esperar(lambda: len(_familia(semillero)) == 2)
        return vivos

    ronda()
    antes = descriptores()

    assert len(ronda()) == 30
    assert len(ronda()) == 30
    assert all(d <= a for d, a in zip(descriptores(), antes, strict=True))


def test_el_almacigo_no_tiene_hilos_ni_bases_ni_canales_abiertos(semillero: Semillero) -> None:
    semillero.cerrar(*semillero.brotar(1, PAGINA))

    for proceso in _familia(semillero)[:2]:
        assert proceso.num_threads() == 1
        assert not [a.path for a in proceso.open_files() if "sqlite" in a.path]
        # El control con el servidor es su único enchufe.
        assert len(proceso.net_connections("unix")) == 1


def test_con_hilos_vivos_no_se_bifurca(semillero: Semillero) -> None:
    aqui, alla = socket.socketpair()
    fin = threading.Event()
    hilo = threading.Thread(target=fin.wait)
    hilo.start()

    almacigo._bifurcar(socket.socket(), alla, None)
    fin.set()
    hilo.join()

    assert almacigo.oir(aqui) == {"falla": "El proceso tibio tiene hilos vivos"}


def test_un_pedido_imposible_se_sabe_al_tiro(semillero: Semillero) -> None:
    pedido = {"conexion": "/no/existe.json", "entorno": {}, "carpeta": "", "semilla": "a"}
    partio = time.monotonic()

    with pytest.raises(SinAlmacigo):
        semillero.correr(semillero.nucleos.jardinero.brotar(pedido))

    assert time.monotonic() - partio < 5


def test_si_el_almacigo_muere_nadie_lo_nota(semillero: Semillero) -> None:
    (vivo,) = semillero.brotar(1, PAGINA)
    semillero.decir(vivo, "antes = 7")
    muerto = semillero.almacigo().pid
    os.kill(muerto, signal.SIGKILL)

    (nuevo,) = semillero.brotar()
    (de_pagina,) = semillero.brotar(1, PAGINA)

    assert semillero.decir(vivo, "print(antes)") == "7"
    assert semillero.decir(nuevo, "print('hola')") == "hola"
    assert semillero.almacigo().pid != muerto
    semillero.cerrar(vivo, nuevo, de_pagina)


def test_si_muere_un_molde_la_pagina_se_vuelve_a_correr(semillero: Semillero) -> None:
    semillero.cerrar(*semillero.brotar(1, PAGINA))
    molde = semillero.nucleos.jardinero._moldes[PAGINA].result()
    molde.control.shutdown(socket.SHUT_RDWR)

    (nucleo,) = semillero.brotar(1, PAGINA)

    assert semillero.decir(nucleo, "print('hola')") == "hola"
    semillero.cerrar(nucleo)


def test_una_pagina_que_falla_no_brota_pero_se_abre(semillero: Semillero) -> None:
    turno = semillero.correr(semillero.nucleos.tomar("d", {}, CUADERNOS / "app_falla.ipynb"))

    assert turno.celdas is None
    assert semillero.decir(turno.nucleo, "print('hola')") == "hola"
    semillero.cerrar(turno.nucleo)


def test_las_salidas_del_molde_llevan_el_identificador_del_brote(semillero: Semillero) -> None:
    turno = semillero.correr(semillero.nucleos.tomar("d", {}, PAGINA))
    vistas = [s["data"][VISTA]["model_id"] for c in turno.celdas for s in c if VISTA in s["data"]]

    modelos = semillero.decir(turno.nucleo, MODELOS)
    semillero.cerrar(turno.nucleo)

    assert vistas
    assert all(vista in modelos for vista in vistas)


def test_el_identificador_depende_de_la_semilla_y_es_siempre_el_mismo() -> None:
    salida = {"output_type": "display_data", "data": {VISTA: {"model_id": "m"}, "text/plain": "x"}}

    (traducida,) = traducir([salida], "s")

    assert traducida["data"][VISTA]["model_id"] == derivar("s", "m") != derivar("t", "m")
    assert salida["data"][VISTA]["model_id"] == "m"


def test_sin_bifurcacion_el_nucleo_parte_como_siempre(tmp_path) -> None:
    propio = Semillero(tmp_path, bifurcar=False)
    propio.nucleos.config.KernelManager.transport = "tcp"

    turno = propio.correr(propio.nucleos.tomar("d", {"MARCA": "1"}, PAGINA))
    dicho = propio.decir(turno.nucleo, "import os; print(os.environ['MARCA'])", espera=60)
    propio.terminar()

    assert (turno.celdas, dicho) == (None, "1")


def test_cuando_el_servidor_se_va_no_queda_nadie(tmp_path_factory) -> None:
    propio = Semillero(tmp_path_factory.mktemp("s"))
    familia = []
    try:
        propio.brotar(2)
        familia = _familia(propio)
        propio.nucleos.jardinero._almacigo.result().control.shutdown(socket.SHUT_RDWR)
        for nucleo in propio.nucleos.list_kernel_ids():
            propio.nucleos.get_kernel(nucleo).provisioner.process._linea.shutdown(socket.SHUT_RDWR)
        se_fueron = _esperar(lambda: not any(_vive(p) for p in familia))
    finally:
        propio.terminar()

    assert len(familia) == 3
    assert se_fueron
