"""Varias personas a la vez, en hilos y en procesos: nadie pierde nada."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from almacen.mesas import influencia, los_aromos, nota

from mesa_territorial.almacen import Almacen, Conflicto, restaurar
from mesa_territorial.dominio.actores import Actor, Sector

PERSONAS, CAMBIOS = 6, 15
_ESCRITORA = """
import sys
from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.actores import Actor, Sector
donde, persona, cambios = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Almacen.abrir(donde) as almacen:
    for n in range(cambios):
        actor = Actor(id=f"{persona}-{n}", nombre=f"{persona} {n}", sector=Sector.PRIVADO)
        almacen.cambiar("aromos", f"agregó {n}", lambda m: m.con_actor(actor), autor=persona)
"""


def _agregar(almacen, persona):
    for n in range(CAMBIOS):
        actor = Actor(id=f"{persona}-{n}", nombre=f"{persona} {n}", sector=Sector.PRIVADO)
        almacen.cambiar("aromos", f"agregó {n}", lambda m, a=actor: m.con_actor(a), autor=persona)


def _exigir_todo(almacen, personas=PERSONAS):
    total = personas * CAMBIOS
    sucesos = almacen.parche_desde("aromos", 0)

    assert total + 1 == almacen.version("aromos") == len(sucesos)
    assert total + 2 == len(almacen.leer("aromos").mesa.actores)
    assert list(range(1, total + 2)) == [s.numero for s in sucesos]
    assert almacen.leer("aromos").mesa == almacen.mesa_en("aromos", total + 1)


def test_en_hilos_del_mismo_almacen_nadie_pierde_nada(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with ThreadPoolExecutor(PERSONAS) as hilos:
        list(hilos.map(lambda p: _agregar(almacen, p), "abcdef"))

    _exigir_todo(almacen)


def test_en_ventanas_distintas_nadie_pierde_nada(abrir):
    almacen = abrir()
    almacen.crear(los_aromos(), autor="ana")
    ventanas = [(abrir(), persona) for persona in "abcdef"]

    with ThreadPoolExecutor(PERSONAS) as hilos:
        list(hilos.map(lambda v: _agregar(*v), ventanas))

    _exigir_todo(almacen)


def test_en_procesos_distintos_nadie_pierde_nada(donde, almacen):
    almacen.crear(los_aromos(), autor="ana")

    procesos = [
        subprocess.Popen([sys.executable, "-c", _ESCRITORA, donde, persona, str(CAMBIOS)])
        for persona in "abcdef"
    ]

    assert [proceso.wait(60) for proceso in procesos] == [0] * PERSONAS
    _exigir_todo(almacen)


def test_muchas_ventanas_crean_la_misma_base_a_la_vez(tmp_path):
    archivo = tmp_path / "nueva" / "mesas.sqlite"

    with ThreadPoolExecutor(8) as hilos:
        almacenes = list(hilos.map(lambda _: Almacen.abrir(archivo), range(8)))

    assert all(a.revisar().esta_bien for a in almacenes)
    for almacen in almacenes:
        almacen.cerrar()


def test_abrir_otra_ventana_no_suelta_los_candados_de_la_primera(en_sqlite, tmp_path):
    en_sqlite.crear(los_aromos(), autor="ana")
    en_sqlite.leer("aromos")
    adueniarse = (
        "import sqlite3, sys; base = sqlite3.connect(sys.argv[1], timeout=0); "
        "print(base.execute('PRAGMA journal_mode=DELETE').fetchone())"
    )

    Almacen.abrir(tmp_path / "mesas.sqlite").cerrar()
    en_sqlite.respaldar(tmp_path / "copia.sqlite")
    en_sqlite.revisar()
    restaurar(tmp_path / "mesas.sqlite", tmp_path / "otra.sqlite")
    orden = [sys.executable, "-c", adueniarse, str(tmp_path / "mesas.sqlite")]
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)

    assert "locked" in hecho.stderr
    assert not hecho.stdout


def test_en_un_mismo_campo_gana_una_y_a_las_demas_se_les_muestra(almacen):
    almacen.crear(los_aromos(), autor="ana")

    def intentar(persona):
        valor = 3.1 + "abcdef".index(persona) / 10
        try:
            almacen.cambiar("aromos", "movió", influencia(valor), autor=persona, vista=1)
        except Conflicto as conflicto:
            return conflicto.campos[0].suyo
        return None

    with ThreadPoolExecutor(PERSONAS) as hilos:
        resultados = list(hilos.map(intentar, "abcdef"))

    guardado = almacen.leer("aromos").mesa.actor("serviu").influencia
    assert resultados.count(None) == 1
    assert {guardado} == set(resultados) - {None}
    assert almacen.version("aromos") == 2


def test_una_ventana_con_memoria_vieja_escribe_sobre_lo_ultimo(abrir):
    de_ana, de_beto = abrir(), abrir()
    de_ana.crear(los_aromos(), autor="ana")
    de_beto.leer("aromos")
    de_ana.cambiar("aromos", "subió", influencia(5), autor="ana")

    registro = de_beto.cambiar("aromos", "anotó", nota("llamar"), autor="beto")

    assert registro.mesa.actor("serviu").influencia == 5
    assert registro.version == 3


def test_un_evento_reintentado_desde_varias_ventanas_se_anota_una_vez(abrir):
    almacen = abrir()
    almacen.crear(los_aromos(), autor="ana")
    ventanas = [abrir() for _ in range(3)]

    def intentar(ventana):
        sumar = influencia(ventana.leer("aromos").mesa.actor("serviu").influencia + 0.5)
        return ventana.cambiar("aromos", "sumó", sumar, autor="ana", evento="e-1").version

    with ThreadPoolExecutor(3) as hilos:
        versiones = set(hilos.map(intentar, ventanas))

    assert {2} == versiones
    assert almacen.leer("aromos").mesa.actor("serviu").influencia == 3.5


def test_la_base_en_archivo_usa_wal(tmp_path: Path):
    with Almacen.abrir(tmp_path / "m.sqlite") as almacen, almacen._leyendo() as conexion:
        valores = [
            conexion.exec_driver_sql(f"PRAGMA {nombre}").scalar_one()
            for nombre in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]

    assert valores == ["wal", 2, 1, 30_000]
