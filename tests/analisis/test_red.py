"""El análisis entero: redes mínimas, filtros, avisos y lo que se manda a la pantalla."""

import json
import subprocess
import sys

import pytest
from analisis.redes import actor, mesa_de

from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.red import analizar
from mesa_territorial.dominio.actores import Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota

CADENA = [("a", "b"), ("b", "c"), ("c", "d")]


@pytest.mark.parametrize("nombres", ["", "a", "ab"])
def test_una_mesa_sin_relaciones_tiene_todas_las_medidas_y_ningun_tropiezo(nombres):
    analisis = analizar(mesa_de(nombres))

    assert set(analisis.valores) == set(MEDIDAS)
    assert analisis.resumen.nodos == len(nombres)
    assert analisis.resumen.densidad == 0
    assert analisis.resumen.ei_sector.red.indice is None
    assert analisis.valores["restriccion"] == {}
    assert all(v == 0 for v in analisis.valores["intermediacion"].values())
    assert len(analisis.resumen.aislados) == len(nombres)


def test_dos_actores_unidos_estan_a_un_paso_y_nadie_media():
    analisis = analizar(mesa_de("ab", [("a", "b")]))

    assert analisis.valores["cercania"] == {"a": 1, "b": 1}
    assert analisis.valores["alcance"] == {"a": 1, "b": 1}
    assert analisis.valores["intermediacion"] == {"a": 0, "b": 0}
    assert analisis.resumen.puentes == (("a", "b"),)


def test_varias_relaciones_entre_los_mismos_dos_son_un_enlace():
    mesa = mesa_de("ab", [("a", "b"), ("b", "a")])
    mesa = mesa.con_relacion(
        Relacion(id="f", de="a", hacia="b", tipo=TipoRelacion.FINANCIAMIENTO, intensidad=3)
    )

    assert analizar(mesa).resumen.enlaces == 1


def test_dos_actores_unidos_solo_entre_si_no_pasan_por_los_mas_cercanos():
    analisis = analizar(mesa_de("abcdxy", [*CADENA, ("x", "y")]))

    assert analisis.valores["cercania"]["x"] < analisis.valores["cercania"]["b"]
    assert any("partes sin relación" in aviso for aviso in analisis.avisos)


def test_sin_momento_se_mira_el_ultimo():
    mesa = _mesa_de_dos_momentos()

    assert analizar(mesa).momento == "hoy"
    assert analizar(mesa).resumen.enlaces == 1
    assert analizar(mesa, momento="antes").resumen.enlaces == 0


def _mesa_de_dos_momentos() -> Mesa:
    mesa = mesa_de("ab").con(
        momentos={
            "hoy": Momento(id="hoy", nombre="Hoy", orden=2),
            "antes": Momento(id="antes", nombre="Antes", orden=1),
        }
    )
    return mesa.con_relacion(
        Relacion(id="r", de="a", hacia="b", tipo=TipoRelacion.COORDINACION, momento="hoy")
    )


def test_un_momento_o_un_tipo_que_no_existe_se_dice_en_castellano():
    with pytest.raises(ReglaRota, match="El momento «ayer» no existe"):
        analizar(mesa_de("ab"), momento="ayer")
    with pytest.raises(ReglaRota, match="No hay relaciones de tipo «amistad»"):
        analizar(mesa_de("ab"), tipos=["amistad"])


def test_el_filtro_de_actores_recalcula_y_avisa():
    mesa = mesa_de("abcd", CADENA)

    todos, algunos = analizar(mesa), analizar(mesa, ids=["a", "b", "c", "ya_no_esta"])

    assert algunos.ids == ("a", "b", "c")
    assert algunos.resumen.puntos_de_corte == ("b",)
    assert algunos.avisos[0].startswith("El filtro deja 3 de 4 actores")
    assert not any("filtro" in aviso for aviso in todos.avisos)


def test_el_filtro_de_tipos_avisa_solo_si_deja_algo_fuera():
    mesa = mesa_de("abcd", CADENA)

    deja_fuera = analizar(mesa, tipos=["mandato"])
    no_cambia = analizar(mesa, tipos=["coordinacion"])

    assert deja_fuera.resumen.enlaces == 0
    assert "El filtro deja fuera las relaciones de coordinación" in deja_fuera.avisos[0]
    assert not any("filtro" in aviso for aviso in no_cambia.avisos)


def test_el_conflicto_no_une_y_se_avisa_en_singular():
    mesa = mesa_de("abcd", CADENA).con_relacion(
        Relacion(id="x", de="a", hacia="d", tipo=TipoRelacion.CONFLICTO)
    )

    analisis = analizar(mesa)

    assert analisis.resumen.enlaces == 3
    assert analisis.avisos[0].startswith("Hay una relación de conflicto que no cuenta como enlace:")


def test_con_menos_de_diez_actores_se_avisa_y_con_diez_no():
    pocos, diez = analizar(mesa_de("abcdefghi")), analizar(mesa_de("abcdefghij"))

    assert any("Con 9 actores" in aviso for aviso in pocos.avisos)
    assert not any(aviso.startswith("Con ") for aviso in diez.avisos)


def test_el_ei_de_un_grupo_se_dice_con_las_dos_convenciones():
    publicos = [actor(x) for x in "abc"]
    mesa = mesa_de(
        [*publicos, actor("d", Sector.PRIVADO)], [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")]
    )

    ei = analizar(mesa).resumen.ei_sector

    assert ei.red.indice == pytest.approx((1 - 3) / 4)
    assert ei.grupos["publico"].indice == pytest.approx((1 - 3) / 4)
    assert ei.grupos["publico"].indice_dos_veces == pytest.approx((1 - 6) / 7)
    assert ei.grupos["privado"].indice == 1


def test_quien_no_tiene_nivel_queda_fuera_del_ei_por_nivel_y_se_avisa():
    comuna, region = actor("a", nivel=Nivel.COMUNA), actor("b", nivel=Nivel.REGION)
    mesa = mesa_de([comuna, region, actor("c")], [("a", "b"), ("b", "c")])

    analisis = analizar(mesa)

    assert analisis.valores["ei_nivel"] == {"a": 1, "b": 1}
    assert analisis.resumen.ei_nivel.sin_grupo == 1
    assert any(a.startswith("Un actor no tiene nivel anotado") for a in analisis.avisos)


def test_en_la_restriccion_destaca_el_valor_mas_bajo():
    analisis = analizar(mesa_de("abcd", [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c")]))

    assert analisis.primeros("restriccion", 1) == ("a",)
    assert analisis.valores["restriccion"]["a"] == min(analisis.valores["restriccion"].values())


def test_cada_medida_dice_para_que_sirve_que_no_dice_y_de_donde_sale():
    for clave, medida in MEDIDAS.items():
        assert medida.clave == clave
        for texto in (medida.para_que, medida.que_no_dice, medida.fuente, medida.si_son_pocos):
            assert texto.endswith(".")
            assert len(texto) > 20


def test_la_cercania_avisa_cuando_la_red_esta_partida():
    assert "varias partes" in MEDIDAS["cercania"].avisos(30, 2)[0]
    assert MEDIDAS["cercania"].avisos(30, 1) == ()
    assert len(MEDIDAS["cercania"].avisos(5, 2)) == 2


def test_la_pantalla_recibe_json_sin_valores_raros():
    analisis = analizar(mesa_de("abcde", CADENA))

    texto = json.dumps(analisis.a_json(), allow_nan=False)

    dato = json.loads(texto)
    assert dato["medidas"]["intermediacion"]["valores"]["b"] == pytest.approx(2 / 6, abs=1e-6)
    assert dato["medidas"]["grado"]["nombre"] == "Grado"
    assert "e" not in dato["medidas"]["restriccion"]["valores"]
    assert len(dato["medidas"]["cercania"]["avisos"]) == 2
    assert dato["medidas"]["ei_sector"]["avisos"] == [MEDIDAS["ei_sector"].si_son_pocos]
    assert dato["resumen"]["puentes"] == [["a", "b"], ["b", "c"], ["c", "d"]]
    assert dato["resumen"]["ei_nivel"]["indice"] is None


def test_importar_el_analisis_no_carga_networkx_ni_numpy():
    guion = (
        "import sys, mesa_territorial.analisis.lecturas, mesa_territorial.analisis.momentos, "
        "mesa_territorial.analisis.robustez; "
        "print(sorted({'networkx', 'numpy', 'pandas', 'igraph'} & sys.modules.keys()))"
    )

    salida = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, text=True, check=True
    )

    assert salida.stdout.strip() == "[]"
