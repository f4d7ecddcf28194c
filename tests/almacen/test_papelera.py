import pytest
import sqlalchemy as sa
from almacen.mesas import influencia, los_aromos

from mesa_territorial.almacen import tablas
from mesa_territorial.dominio.reglas import ReglaRota


def test_lo_eliminado_va_a_la_papelera_y_se_recupera_con_su_historia(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(5), autor="ana")

    almacen.borrar("aromos", autor="ana")
    (en_papelera,) = almacen.listar(papelera=True)
    almacen.recuperar("aromos", autor="ana")

    assert en_papelera.borrada is not None
    assert almacen.leer("aromos").mesa.actor("serviu").influencia == 5
    assert len(almacen.historial("aromos")) == 2
    assert (almacen.listar(papelera=True), len(almacen.listar())) == ((), 1)


def test_en_la_papelera_no_se_trabaja(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.borrar("aromos", autor="ana")

    with pytest.raises(ReglaRota, match="papelera"):
        almacen.cambiar("aromos", "subió", influencia(5), autor="ana")
    with pytest.raises(ReglaRota, match="papelera"):
        almacen.crear(los_aromos(), autor="ana")
    assert almacen.listar() == ()


def test_purgar_respeta_la_semana_de_gracia(almacen, reloj):
    almacen.crear(los_aromos(), autor="ana")
    almacen.crear(los_aromos("viva"), autor="ana")
    almacen.borrar("aromos", autor="ana")

    reloj.adelantar(days=6)
    antes = almacen.purgar()
    reloj.adelantar(days=2)
    despues = almacen.purgar()

    assert (antes, despues) == (0, 1)
    assert almacen.listar(papelera=True) == ()
    assert [r.clave for r in almacen.listar()] == ["viva"]


def test_lo_purgado_no_deja_bitacora_y_su_clave_queda_libre(almacen, reloj):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(5), autor="ana")
    almacen.borrar("aromos", autor="ana")
    reloj.adelantar(days=8)

    almacen.purgar()

    with almacen._leyendo() as conexion:
        assert conexion.scalar(sa.select(sa.func.count()).select_from(tablas.suceso)) == 0
    assert almacen.crear(los_aromos(), autor="beto").version == 1


def test_recuperar_lo_que_no_esta_en_la_papelera_se_dice(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="no está en la papelera"):
        almacen.recuperar("aromos", autor="ana")
