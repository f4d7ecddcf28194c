"""La ficha del territorio guarda datos que otra persona puede comprobar."""

import msgspec
import pytest

from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.actores import Actor, Nivel, Sector
from mesa_territorial.dominio.ficha_territorial import (
    Asentamiento,
    FichaTerritorial,
    Indicador,
    OtraComuna,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

HOGARES = Indicador(id="i1", nombre="Hogares", valor=40, valores={"05101": 40, "05109": 12})


def _mesa(ficha: FichaTerritorial) -> Mesa:
    return Mesa(
        id="m",
        nombre="Los Aromos",
        territorio=Territorio(cut_comuna="05101"),
        actores={"05101": Actor(id="05101", nombre="SERVIU", sector=Sector.PUBLICO)},
        ficha_territorial=ficha,
    )


def test_un_indicador_sin_nombre_no_existe():
    with pytest.raises(ReglaRota, match="necesita un nombre"):
        Indicador(id="i", nombre="  ")


@pytest.mark.parametrize(
    "campos",
    [
        {"valor": 4.0, "minimo": 5.0, "maximo": 9.0},
        {"valor": 9.5, "minimo": 5.0, "maximo": 9.0},
        {"minimo": 9.0, "maximo": 5.0},
    ],
)
def test_el_valor_no_puede_quedar_fuera_de_su_intervalo(campos):
    with pytest.raises(ReglaRota, match="fuera de su intervalo"):
        Indicador(id="i", nombre="Pobreza", **campos)


@pytest.mark.parametrize(
    "campos",
    [
        {"valor": -3.0, "minimo": -5.0, "maximo": -1.0},
        {"minimo": 5.0, "maximo": 9.0},
        {"maximo": -2.0},
        {"valor": 7.0, "minimo": 7.0, "maximo": 7.0},
    ],
)
def test_un_intervalo_que_contiene_al_valor_se_acepta(campos):
    assert Indicador(id="i", nombre="Variación", **campos)


@pytest.mark.parametrize("malo", [float("nan"), float("inf")])
def test_un_numero_que_no_es_un_numero_no_entra(malo):
    with pytest.raises(ReglaRota):
        Indicador(id="i", nombre="x", valor=malo)
    with pytest.raises(ReglaRota):
        Indicador(id="i", nombre="x", valores={"05101": malo})


@pytest.mark.parametrize("cut", ["5101", "O5101", "051010"])
def test_un_codigo_de_comuna_tiene_cinco_cifras(cut):
    with pytest.raises(ReglaRota, match="cinco cifras"):
        OtraComuna(id=cut)
    with pytest.raises(ReglaRota, match="cinco cifras"):
        Indicador(id="i", nombre="x", valores={cut: 1.0})


def test_un_campamento_puede_no_tener_punto_pero_no_medio_punto():
    assert Asentamiento(id="a", nombre="Las Rocas")
    with pytest.raises(ReglaRota, match="latitud y longitud"):
        Asentamiento(id="a", nombre="Las Rocas", lat=-33.0)


@pytest.mark.parametrize(("lat", "lon"), [(33.05, -71.6), (-33.05, 71.6), (6_340_000, 255_000)])
def test_un_punto_fuera_de_chile_no_entra(lat, lon):
    with pytest.raises(ReglaRota, match="en Chile"):
        Asentamiento(id="a", nombre="Las Rocas", lat=lat, lon=lon)


def test_la_ficha_va_al_documento_y_vuelve_igual():
    ficha = FichaTerritorial(
        descripcion="Sobre la quebrada.",
        lat=-33.05,
        lon=-71.64,
        revisada="2026-03-14",
        comunas={"05109": OtraComuna(id="05109", motivo="El campamento sigue al otro lado")},
        indicadores={"i1": HOGARES},
        asentamientos={"a": Asentamiento(id="a", nombre="Las Rocas", hogares=60)},
    )
    mesa = _mesa(ficha)

    assert a_mesa(msgspec.json.decode(msgspec.json.encode(a_documento(mesa)))) == mesa


def test_quitar_un_actor_no_toca_el_territorio_aunque_su_id_parezca_un_codigo():
    mesa = _mesa(FichaTerritorial(indicadores={"i1": HOGARES}))

    assert mesa.sin_actor("05101").ficha_territorial == mesa.ficha_territorial


def test_un_indicador_dice_de_que_lugar_es_y_por_omision_es_de_la_comuna():
    assert HOGARES.nivel is Nivel.COMUNA


@pytest.mark.parametrize("fecha", ["14-03-2026", "2026-3-14", "ayer"])
def test_la_revision_es_una_fecha(fecha):
    with pytest.raises(ReglaRota, match="fecha"):
        FichaTerritorial(revisada=fecha)
