"""Un núcleo que brota es un núcleo como cualquiera, y no comparte nada con sus hermanos."""

import signal
import time

from servidor.nucleos.conftest import PAGINA, Semillero

AZAR = """
import random, uuid, secrets, numpy
print(random.random(), numpy.random.random(), uuid.uuid4(), secrets.token_hex(8))
"""
IDENTIDAD = "k = get_ipython().kernel; print(k.session.session, k.ident, k.session.key.decode())"
MODELOS = "import comm; print(sorted(comm.get_comm_manager().comms))"


def test_cada_brote_tiene_su_propio_azar(semillero: Semillero) -> None:
    ids = semillero.brotar(4)

    tiradas = [semillero.decir(i, AZAR).split() for i in ids]
    semillero.cerrar(*ids)

    for columna in zip(*tiradas, strict=True):
        assert len(set(columna)) == 4


def test_cada_brote_tiene_su_sesion_su_nombre_y_su_clave(semillero: Semillero) -> None:
    ids = semillero.brotar(3, PAGINA)

    datos = [semillero.decir(i, IDENTIDAD).split() for i in ids]
    semillero.cerrar(*ids)

    for columna in zip(*datos, strict=True):
        assert len(set(columna)) == 3


def test_dos_visitas_a_la_misma_pagina_no_comparten_identificadores(semillero: Semillero) -> None:
    ids = semillero.brotar(2, PAGINA)

    una, otra = (set(semillero.decir(i, MODELOS).strip("[]").split(", ")) for i in ids)
    semillero.cerrar(*ids)

    assert una and otra and not una & otra


def test_lo_que_hace_una_persona_no_lo_ve_otra(semillero: Semillero) -> None:
    ana, beto = semillero.brotar(2, PAGINA)
    semillero.decir(ana, "secreto = 'de Ana'; import mesa_territorial; mesa_territorial.x = 1")

    visto = semillero.decir(beto, "print('secreto' in globals(), hasattr(mesa_territorial, 'x'))")
    visto = visto or semillero.decir(beto, "import mesa_territorial as m; print(hasattr(m, 'x'))")
    despues = semillero.brotar(1, PAGINA)
    nacido = semillero.decir(
        despues[0], "import mesa_territorial as m; print('secreto' in globals(), hasattr(m, 'x'))"
    )
    semillero.cerrar(ana, beto, *despues)

    assert visto in ("NameError", "False False")
    assert nacido == "False False"


def test_el_entorno_es_el_de_su_visita_y_el_de_nadie_mas(semillero: Semillero) -> None:
    (ana,) = semillero.brotar(1, PAGINA, MESA_PERSONA="ana", CLAVE_DE_ANA="x")
    (beto,) = semillero.brotar(1, PAGINA, MESA_PERSONA="beto")
    ver = "import os; print(os.environ.get('MESA_PERSONA'), os.environ.get('CLAVE_DE_ANA'))"

    vistos = [semillero.decir(i, ver) for i in (ana, beto)]
    semillero.cerrar(ana, beto)

    assert vistos == ["ana x", "beto None"]
    assert "MESA_PERSONA" not in semillero.almacigo().environ()


def test_parte_en_la_carpeta_que_se_pide(semillero: Semillero, tmp_path) -> None:
    nucleo = semillero.correr(semillero.nucleos._arrancar({}, cwd=str(tmp_path)))

    carpeta = semillero.decir(nucleo, "import os; print(os.getcwd())")
    semillero.cerrar(nucleo)

    assert carpeta == str(tmp_path)


def test_hilos_subprocesos_y_algebra_funcionan(semillero: Semillero) -> None:
    (nucleo,) = semillero.brotar()
    hilo = "import threading as t; h = t.Thread(target=print, args=('hilo',)); h.start(); h.join()"
    hijo = (
        "import subprocess, sys; r = subprocess.run([sys.executable, '-c', 'print(7)'],"
        " capture_output=True, text=True); print(r.returncode, r.stdout)"
    )
    algebra = "import numpy as n; print(n.ones((300, 300)).dot(n.ones(300)).sum())"

    dichos = [semillero.decir(nucleo, codigo) for codigo in (hilo, hijo, algebra)]
    semillero.cerrar(nucleo)

    assert dichos == ["hilo", "0 7", "90000.0"]


def test_se_puede_interrumpir(semillero: Semillero) -> None:
    (nucleo,) = semillero.brotar()

    async def interrumpir() -> str:
        import asyncio

        tarea = asyncio.ensure_future(semillero._decir(nucleo, "import time; time.sleep(60)", 30))
        await asyncio.sleep(1)
        await semillero.nucleos.interrupt_kernel(nucleo)
        return await tarea

    partio = time.monotonic()
    error = semillero.correr(interrumpir())
    semillero.cerrar(nucleo)

    assert error == "KeyboardInterrupt"
    assert time.monotonic() - partio < 20


def test_reiniciado_es_otro_proceso_y_no_recuerda(semillero: Semillero) -> None:
    (nucleo,) = semillero.brotar()
    semillero.decir(nucleo, "recuerdo = 1")
    antes = semillero.pid(nucleo)

    semillero.correr(semillero.nucleos.restart_kernel(nucleo))

    assert semillero.pid(nucleo) != antes
    assert semillero.decir(nucleo, "recuerdo") == "NameError"
    semillero.cerrar(nucleo)


def test_cerrar_con_buenas_maneras_lo_deja_despedirse(semillero: Semillero, tmp_path) -> None:
    (nucleo,) = semillero.brotar()
    huella = tmp_path / "adios"
    despedida = f"import atexit, pathlib; atexit.register(pathlib.Path({str(huella)!r}).touch)"
    semillero.decir(nucleo, despedida)

    semillero.correr(semillero.nucleos.shutdown_kernel(nucleo, now=False))

    assert huella.exists()
    assert nucleo not in semillero.nucleos


def test_si_lo_matan_se_sabe(semillero: Semillero) -> None:
    (nucleo,) = semillero.brotar()
    import os

    os.kill(semillero.pid(nucleo), signal.SIGKILL)
    limite = time.monotonic() + 5
    while semillero.correr(semillero.nucleos.vive(nucleo)) and time.monotonic() < limite:
        time.sleep(0.02)

    assert not semillero.correr(semillero.nucleos.vive(nucleo))
    semillero.cerrar(nucleo)
