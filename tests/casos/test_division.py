"""La división comunal: 346 códigos que conservan su cero y se buscan sin tildes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.casos import buscar_comunas, comuna, comunas
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota


def test_son_346_comunas_de_16_regiones_con_codigo_de_cinco_cifras():
    todas = comunas()

    assert len(todas) == len({c.cut for c in todas}) == 346
    assert len({c.region for c in todas}) == 16
    assert all(isinstance(c.cut, str) and len(c.cut) == 5 and c.cut.isdigit() for c in todas)


def test_el_codigo_conserva_su_cero():
    assert comuna("05101").nombre == "Valparaíso"
    assert comuna("01101").nombre == "Iquique"


@pytest.mark.parametrize("cut", ["5101", "99999", "", "Valparaíso"])
def test_un_codigo_que_no_existe_dice_como_arreglarlo(cut):
    with pytest.raises(ReglaRota, match="por ejemplo 05101"):
        comuna(cut)


@pytest.mark.parametrize(
    ("texto", "primera"),
    [
        ("valparaiso", "05101"),
        ("VALPARAÍSO", "05101"),
        ("nunoa", "13120"),
        ("san pedro", "13505"),
        ("05101", "05101"),
        ("  viña   del mar ", "05109"),
    ],
)
def test_se_busca_sin_tildes_por_nombre_o_por_codigo(texto, primera):
    assert buscar_comunas(texto)[0].cut == primera


def test_las_que_empiezan_asi_van_antes_que_las_que_lo_contienen():
    nombres = [c.nombre for c in buscar_comunas("pedro")]
    empiezan = [c.nombre for c in buscar_comunas("san")]

    assert nombres[0] == "Pedro Aguirre Cerda"
    assert empiezan[-1].startswith("San")
    assert len(empiezan) == 20


def test_el_limite_se_respeta_y_el_texto_vacio_no_encuentra_nada():
    assert len(buscar_comunas("a", limite=5)) == 5
    assert buscar_comunas("   ") == ()
    assert buscar_comunas("zzzz") == ()


def test_la_etiqueta_muestra_la_region():
    assert comuna("13505").etiqueta == "San Pedro (Metropolitana de Santiago)"


def test_la_antartica_viene_sin_coordenadas_y_fuera_del_mapa():
    antartica = comuna("12202")

    assert (antartica.lat, antartica.lon, antartica.en_mapa) == (None, None, False)


@given(texto=st.text(max_size=30), limite=st.integers(0, 400))
def test_cualquier_texto_da_comunas_que_lo_contienen_sin_pasar_el_limite(texto, limite):
    halladas = buscar_comunas(texto, limite)

    assert len(halladas) <= limite
    assert len(set(halladas)) == len(halladas)
    for hallada in halladas:
        busca = nombre_comparable(texto)
        assert busca in nombre_comparable(hallada.nombre) or hallada.cut.startswith(busca)


def test_toda_comuna_se_encuentra_por_su_nombre_y_por_su_codigo():
    for buscada in comunas():
        assert buscada in buscar_comunas(buscada.nombre)
        assert (buscada,) == buscar_comunas(buscada.cut)
