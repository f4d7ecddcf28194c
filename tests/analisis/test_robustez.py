"""La robustez: los mismos azares dan lo mismo, y un centro indudable no se mueve."""

import pytest
from analisis.redes import mesa_de

from mesa_territorial.analisis.red import analizar
from mesa_territorial.analisis.robustez import probar_robustez
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota


def test_la_misma_semilla_da_el_mismo_resultado():
    mesa = cargar_caso("mesa_campanilla")
    analisis = analizar(mesa)

    una = probar_robustez(mesa, analisis, semilla=7, repeticiones=20)
    otra = probar_robustez(mesa, analisis, semilla=7, repeticiones=20)
    distinta = probar_robustez(mesa, analisis, semilla=8, repeticiones=20)

    assert una == otra
    assert una.permanencia != distinta.permanencia


def test_en_campanilla_el_primero_es_firme_y_el_quinto_no():
    mesa = cargar_caso("mesa_campanilla")
    analisis = analizar(mesa, momento="despues")

    robustez = probar_robustez(mesa, analisis, semilla=1, repeticiones=100)

    assert tuple(robustez.permanencia) == analisis.primeros("intermediacion", 5)
    assert robustez.quitados == 8
    assert robustez.permanencia["A01"] == 1
    assert robustez.permanencia["A10"] < 0.9
    assert "Cámara Chilena de la Construcción" in robustez.frase


def test_el_centro_de_una_estrella_sigue_siempre():
    mesa = mesa_de("abcdefgh", [("a", x) for x in "bcdefgh"])

    robustez = probar_robustez(mesa, analizar(mesa), semilla=1, fraccion=0.3, repeticiones=50)

    assert robustez.permanencia == {"a": 1.0}
    assert robustez.frase == (
        "Aunque faltara una parte de las relaciones, en intermediación el primero se mantiene: "
        "en todas las pruebas."
    )


def test_sin_relaciones_no_hay_nada_que_probar():
    mesa = mesa_de("abc")

    robustez = probar_robustez(mesa, analizar(mesa), semilla=1)

    assert robustez.permanencia == {}
    assert robustez.frase.startswith("Todavía no hay relaciones")


@pytest.mark.parametrize(
    ("pedido", "mensaje"),
    [
        ({"medida": "suerte"}, "No hay prueba de robustez"),
        ({"fraccion": 1.5}, "entre 0 y 1"),
        ({"repeticiones": 0}, "al menos una vez"),
    ],
)
def test_un_pedido_imposible_se_explica(pedido, mensaje):
    mesa = mesa_de("ab", [("a", "b")])

    with pytest.raises(ReglaRota, match=mensaje):
        probar_robustez(mesa, analizar(mesa), semilla=1, **pedido)
