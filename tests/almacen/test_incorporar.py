from dataclasses import asdict, replace

import msgspec
import pytest
from almacen.mesas import influencia, los_aromos, nota

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.reglas import ReglaRota


@pytest.fixture
def otra_maquina(tmp_path, reloj):
    with Almacen.abrir(tmp_path / "otra" / "mesas.sqlite", reloj=reloj) as otra:
        otra.crear(los_aromos(), autor="ana")
        otra.cambiar("aromos", "subió", influencia(5), autor="ana")
        otra.cambiar("aromos", "anotó", nota("llamar"), autor="beto")
        otra.deshacer("aromos", autor="beto")
        yield otra


def test_una_mesa_traida_de_un_archivo_conserva_su_bitacora(otra_maquina, almacen):
    mesa, sucesos = otra_maquina.leer("aromos").mesa, otra_maquina.parche_desde("aromos", 0)

    registro = almacen.incorporar(mesa, sucesos, autor="carla")

    assert (mesa, 5, []) == (registro.mesa, registro.version, registro.parche)
    *traidos, ultimo = almacen.parche_desde("aromos", 0)
    assert list(sucesos) == traidos
    assert (ultimo.tipo, ultimo.autor) == ("importar", "carla")
    assert otra_maquina.mesa_en("aromos", 2) == almacen.mesa_en("aromos", 2)


def test_lo_traido_se_puede_deshacer_y_rehacer_por_quien_lo_hizo(otra_maquina, almacen):
    mesa, sucesos = otra_maquina.leer("aromos").mesa, otra_maquina.parche_desde("aromos", 0)
    almacen.incorporar(mesa, sucesos, autor="carla")

    repuesta = almacen.rehacer("aromos", autor="beto").mesa
    anulada = almacen.deshacer("aromos", autor="ana").mesa

    assert repuesta.actor("muni").nota == "llamar"
    assert anulada.actor("serviu").influencia == 3


def test_los_sucesos_pueden_venir_como_dicts_de_json(otra_maquina, almacen):
    sucesos = otra_maquina.parche_desde("aromos", 0)
    en_json = msgspec.json.decode(msgspec.json.encode([asdict(s) for s in sucesos]))

    almacen.incorporar(otra_maquina.leer("aromos").mesa, en_json, autor="carla")

    assert sucesos == almacen.parche_desde("aromos", 0)[:-1]


def test_traer_con_otra_clave_deja_anotada_la_diferencia(otra_maquina, almacen):
    mesa, sucesos = otra_maquina.leer("aromos").mesa, otra_maquina.parche_desde("aromos", 0)

    registro = almacen.incorporar(mesa.con(id="copia"), sucesos, autor="carla")

    assert [cambio["ruta"] for cambio in registro.parche] == [["id"]]
    assert almacen.mesa_en("copia", 2).id == "copia"


def test_sin_bitacora_la_importacion_la_empieza(almacen):
    almacen.incorporar(los_aromos(), (), autor="carla")

    assert los_aromos() == almacen.mesa_en("aromos", 1)
    assert [s.tipo for s in almacen.historial("aromos")] == ["importar"]


def test_una_clave_ocupada_no_se_pisa(otra_maquina, almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="ya está guardada"):
        almacen.incorporar(los_aromos(), otra_maquina.parche_desde("aromos", 0), autor="carla")

    assert almacen.version("aromos") == 1


def test_una_bitacora_rota_se_rechaza_entera(otra_maquina, almacen):
    mesa, sucesos = otra_maquina.leer("aromos").mesa, otra_maquina.parche_desde("aromos", 0)
    sin_principio = sucesos[1:]
    sin_ruta = (replace(sucesos[0], parche=[{"despues": 1}]),)
    raiz = (replace(sucesos[0], parche=[{"ruta": [], "despues": 1}]),)
    sin_autor = [{"numero": 1}]

    for rota in (sin_principio, sin_ruta, raiz, sin_autor):
        with pytest.raises(ReglaRota, match="bitácora"):
            almacen.incorporar(mesa, rota, autor="carla")
    assert almacen.listar() == ()
