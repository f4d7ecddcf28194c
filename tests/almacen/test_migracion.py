"""Subir una base de la versión anterior, con datos adentro, en las dos bases."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from alembic import command

from mesa_territorial.almacen import Almacen, Autor, esquema
from mesa_territorial.almacen.motor import crear_motor
from mesa_territorial.dominio.reglas import ReglaRota

DATOS = (
    "INSERT INTO mesa (clave, version, cambiada, formato, ilustrativa, actores, relaciones, "
    "cut_comuna, nombre, lugar, documento) VALUES ('m1', 2, '2026-11-01T10:00:00+00:00', 1, 0, 0, "
    "0, '05101', 'Vieja', '', "
    '\'{"id":"m1","nombre":"Vieja","territorio":{"cut_comuna":"05101"}}\')',
    "INSERT INTO suceso (mesa, numero, autor, cuando, tipo, frase, busqueda, formato, parche) "
    "VALUES ('m1', 1, 'Ana', '2026-11-01T09:00:00+00:00', 'crear', 'Creó la Mesa', 'creo', 1, "
    '\'[{"ruta":["id"],"despues":"m1"},{"ruta":["nombre"],"despues":"Nueva"},'
    '{"ruta":["territorio"],"despues":{"cut_comuna":"05101"}}]\'), '
    "('m1', 2, 'Ana', '2026-11-01T10:00:00+00:00', 'cambio', 'Le puso Vieja', 'vieja', 1, "
    '\'[{"ruta":["nombre"],"antes":"Nueva","despues":"Vieja"}]\')',
    "INSERT INTO pila (mesa, autor, numero, deshecho) VALUES ('m1', 'Ana', 2, 0)",
)


@pytest.fixture
def anterior(
    request: pytest.FixtureRequest, donde: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Una base recién hecha en el esquema 0001, con una Mesa y su historia."""
    en_postgresql = donde.startswith("postgresql")
    lugar = _otra_base(donde) if en_postgresql else donde
    subir = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda conf, _: subir(conf, "0001"))
    motor = crear_motor(lugar)
    esquema.subir(motor)
    with motor.execution_options(escribe=True).begin() as conexion:
        assert esquema.revision(conexion) == "0001"
        for orden in DATOS:
            conexion.exec_driver_sql(orden)
    motor.dispose()
    monkeypatch.undo()
    yield lugar
    if en_postgresql:
        _mandar(donde, "DROP DATABASE anterior")


def _otra_base(url: str) -> str:
    _mandar(url, "CREATE DATABASE anterior")
    return url.replace("/postgres?", "/anterior?")


def _mandar(url: str, orden: str) -> None:
    motor = sa.create_engine(
        url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with motor.connect() as conexion:
        conexion.exec_driver_sql(orden)
    motor.dispose()


def test_lo_guardado_sigue_entero_y_la_historia_sigue_por_el_nombre(anterior: str) -> None:
    with Almacen.abrir(anterior) as almacen:
        registro = almacen.leer("m1", autor=Autor("Ana", "local"))
        sucesos = almacen.historial("m1")

        assert (registro.mesa.nombre, registro.puede_deshacer) == ("Vieja", True)
        assert [(s.autor, s.persona, s.deshecho) for s in sucesos] == [("Ana", "", False)] * 2
        deshecha = almacen.deshacer("m1", autor=Autor("Ana", "local"))
        assert deshecha.mesa.nombre == "Nueva"


def test_la_bitacora_conserva_su_candado_despues_de_subir(anterior: str) -> None:
    with Almacen.abrir(anterior) as almacen:
        for orden in ("UPDATE suceso SET persona = 'p'", "DELETE FROM suceso"):
            with (
                pytest.raises(sa.exc.DBAPIError, match="no se"),
                almacen._para_escribir.begin() as conexion,
            ):
                conexion.exec_driver_sql(orden)


def test_en_un_taller_lo_que_ya_estaba_no_es_de_nadie(anterior: str) -> None:
    with Almacen.abrir(anterior, persona="p-rosa") as almacen:
        assert almacen.listar() == ()
        with pytest.raises(ReglaRota, match="no existe"):
            almacen.leer("m1")
