from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from almacen.mesas import influencia, los_aromos, nota

from mesa_territorial.almacen import bitacora, tablas
from mesa_territorial.documento import VERSION
from mesa_territorial.dominio.parches import aplicar
from mesa_territorial.dominio.reglas import ReglaRota


@pytest.fixture
def con_historia(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "movió SERVIU: influencia 3 → 4", influencia(4), autor="ana")
    almacen.cambiar("aromos", "anotó en Municipalidad", nota("llamar"), autor="beto")
    almacen.cambiar("aromos", "Llamó a la Ñuñoína 100%", nota("llamada"), autor="beto")
    return almacen


def _frases(sucesos):
    return [s.frase for s in sucesos]


def test_la_historia_va_de_lo_ultimo_a_lo_primero_y_dice_quien_y_cuando(con_historia):
    ultimo, *_, primero = con_historia.historial("aromos")

    assert (ultimo.numero, ultimo.autor, ultimo.tipo) == (4, "beto", "cambio")
    assert (primero.numero, primero.autor, primero.tipo) == (1, "ana", "crear")
    assert datetime(2026, 11, 21, 14, 0, 1, tzinfo=UTC) == primero.cuando


@pytest.mark.parametrize(
    ("filtro", "numeros"),
    [
        ({"autor": "ana"}, [2, 1]),
        ({"texto": "LLAMO"}, [4]),
        ({"texto": "nunoina 100%"}, [4]),
        ({"texto": "%"}, [4]),
        ({"texto": "nada de esto"}, []),
        ({"desde": datetime(2026, 11, 21, 14, 0, 3, tzinfo=UTC)}, [4, 3]),
        ({"hasta": datetime(2026, 11, 21, 14, 0, 2, tzinfo=UTC)}, [2, 1]),
        ({"antes_de": 3}, [2, 1]),
        ({"limite": 1}, [4]),
        ({"autor": "beto", "texto": "anoto"}, [3]),
    ],
)
def test_la_historia_se_filtra(con_historia, filtro, numeros):
    assert numeros == [s.numero for s in con_historia.historial("aromos", **filtro)]


def test_se_ve_como_estaba_la_mesa_en_cada_momento(con_historia):
    tercera = con_historia.mesa_en("aromos", 3)

    assert los_aromos() == con_historia.mesa_en("aromos", 1)
    assert (tercera.actor("serviu").influencia, tercera.actor("muni").nota) == (4, "llamar")
    assert con_historia.leer("aromos").mesa == con_historia.mesa_en("aromos", 4)


@pytest.mark.parametrize("numero", [0, -1, 5])
def test_un_momento_que_no_existe_se_dice(con_historia, numero):
    with pytest.raises(ReglaRota, match="no está en la historia"):
        con_historia.mesa_en("aromos", numero)


def test_quien_mira_recibe_solo_lo_que_cambio_desde_su_version(con_historia):
    visto = con_historia.mesa_en("aromos", 2)

    sucesos = con_historia.parche_desde("aromos", 2)

    documento = bitacora.a_documento(visto)
    for suceso in sucesos:
        documento = aplicar(documento, suceso.parche)
    assert bitacora.a_mesa(documento) == con_historia.leer("aromos").mesa
    assert con_historia.parche_desde("aromos", 4) == ()


@pytest.mark.parametrize("orden", ["UPDATE suceso SET frase = 'x'", "DELETE FROM suceso"])
def test_la_bitacora_no_se_edita_ni_se_borra(con_historia, orden):
    with (
        pytest.raises(sa.exc.DBAPIError, match="no se"),
        con_historia._para_escribir.begin() as conexion,
    ):
        conexion.exec_driver_sql(orden)

    assert len(con_historia.historial("aromos")) == 4


def test_tampoco_se_puede_reemplazar_una_linea_por_otra(en_sqlite):
    en_sqlite.crear(los_aromos(), autor="ana")
    copia = "INSERT OR REPLACE INTO suceso SELECT * FROM suceso"

    with (
        pytest.raises(sa.exc.DBAPIError, match="no se borra"),
        en_sqlite._para_escribir.begin() as conexion,
    ):
        conexion.exec_driver_sql(copia)


def test_un_parche_escrito_en_un_formato_anterior_se_traduce(con_historia, monkeypatch):
    def con_objetivo(documento):
        return {**documento, "objetivo": documento["objetivo"] or "Sin objetivo"}

    monkeypatch.setattr("mesa_territorial.documento._SUBIDAS", {VERSION: con_objetivo})
    for modulo in ("documento", "almacen.bitacora", "almacen.fila", "almacen.valores"):
        monkeypatch.setattr(f"mesa_territorial.{modulo}.VERSION", VERSION + 1)
    monkeypatch.setattr("mesa_territorial.documento.a_mesa.__defaults__", (VERSION + 1,))
    con_historia._memoria.olvidar()

    registro = con_historia.deshacer("aromos", autor="beto")

    assert (
        registro.mesa.objetivo,
        registro.mesa.actor("muni").nota,
    ) == ("Sin objetivo", "llamar")
    assert con_historia.mesa_en("aromos", 2).objetivo == "Sin objetivo"
    with con_historia._leyendo() as conexion:
        formato = conexion.scalar(sa.select(tablas.mesa.c.formato))
    assert formato == VERSION + 1
