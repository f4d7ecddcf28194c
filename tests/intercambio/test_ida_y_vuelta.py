"""Lo que se exporta se vuelve a importar sin perder ni cambiar nada."""

import io
import random
import zipfile

import estrategias
import pytest
from azar import mesas_al_azar, sucesos_al_azar
from hypothesis import given, settings
from hypothesis import strategies as st
from intercambio.ayudas import importar, revisar_hoja

from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio import (
    desempaquetar,
    empaquetar,
    exportar_csv,
    exportar_xlsx,
    leer_archivo,
)


def _en_blanco(mesa: Mesa) -> Mesa:
    return mesa.con(actores={}, relaciones={})


def _partes(zip_csv: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(zip_csv)) as atado:
        return [(nombre, atado.read(nombre)) for nombre in atado.namelist()]


@given(estrategias.mesas())
@settings(max_examples=60, deadline=None)
def test_exportar_xlsx_e_importarlo_en_una_mesa_en_blanco_da_la_misma_mesa(mesa):
    libro = leer_archivo("mesa.xlsx", exportar_xlsx(mesa))

    assert importar(_en_blanco(mesa), libro) == mesa


@given(estrategias.mesas())
@settings(max_examples=60, deadline=None)
def test_exportar_csv_e_importarlo_en_una_mesa_en_blanco_da_la_misma_mesa(mesa):
    vuelta = _en_blanco(mesa)
    for nombre, contenido in _partes(exportar_csv(mesa)):
        vuelta = importar(vuelta, leer_archivo(nombre, contenido))

    assert vuelta == mesa


@given(estrategias.mesas())
@settings(max_examples=40, deadline=None)
def test_reimportar_lo_exportado_sobre_la_misma_mesa_no_cambia_nada(mesa):
    for hoja in leer_archivo("mesa.xlsx", exportar_xlsx(mesa)).hojas:
        if len(hoja.filas) > 1:
            cuentas = revisar_hoja(mesa, hoja, next(iter(mesa.momentos))).cuentas

            assert cuentas.iguales == len(hoja.filas) - 1


@pytest.mark.completa
def test_exportar_e_importar_xlsx_es_identidad_en_mil_mesas():
    for numero, mesa in enumerate(mesas_al_azar(2020, 1_000, actores=7, relaciones=9)):
        libro = leer_archivo("mesa.xlsx", exportar_xlsx(mesa))

        assert importar(_en_blanco(mesa), libro) == mesa, f"la Mesa {numero}"


@given(estrategias.mesas(), st.lists(estrategias.sucesos(), max_size=4))
@settings(max_examples=50, deadline=None)
def test_el_archivo_mesa_devuelve_la_misma_mesa_y_la_misma_bitacora(mesa, sucesos):
    paquete = desempaquetar(empaquetar(mesa, sucesos))

    assert paquete.mesa == mesa
    assert list(paquete.sucesos) == sucesos


@pytest.mark.completa
def test_el_archivo_mesa_es_identidad_en_dos_mil_casos():
    azar = random.Random(2020)
    for numero, mesa in enumerate(mesas_al_azar(2021, 2_000, actores=6, relaciones=8)):
        sucesos = sucesos_al_azar(azar)

        paquete = desempaquetar(empaquetar(mesa, sucesos))

        assert paquete.mesa == mesa, f"la Mesa {numero}"
        assert list(paquete.sucesos) == sucesos
        assert list(paquete.mesa.actores) == list(mesa.actores)


@given(estrategias.mesas())
@settings(max_examples=15, deadline=None)
def test_exportar_dos_veces_da_los_mismos_bytes(mesa):
    assert exportar_xlsx(mesa) == exportar_xlsx(mesa)
    assert exportar_csv(mesa) == exportar_csv(mesa)
    assert empaquetar(mesa, []) == empaquetar(mesa, [])


@pytest.mark.parametrize(
    "nombre", ["<r><t>x</t></r>", "a\x01b\x07c", "x\ud800y", "\ufffe", "_x0041_"]
)
def test_un_nombre_imposible_de_escribir_no_rompe_la_salida(nombre):
    actor = Actor(id="a", nombre=nombre, sector=Sector.PUBLICO)
    mesa = Mesa(
        id="m", nombre=nombre, territorio=Territorio(cut_comuna="05101"), actores={"a": actor}
    )

    libro = leer_archivo("mesa.xlsx", exportar_xlsx(mesa))
    paquete = desempaquetar(empaquetar(mesa, [{"frase": nombre}]))

    assert libro.hojas[0].filas[1][0] in (nombre, nombre.replace("\ud800", "\ufffd"), "\ufffd")
    assert paquete.mesa == mesa
