"""Las órdenes del juego de actores y la frase que dejan en el historial."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

MESA = cargar_caso("mesa_campanilla")


def anotar(mesa, *celdas, orden="anotar_influencias"):
    frase, transicion = preparar(orden, mesa, {"celdas": list(celdas)})
    return frase, transicion(mesa)


def test_anotar_una_influencia_la_guarda_y_lo_cuenta():
    frase, mesa = anotar(MESA, {"fila": "A01", "columna": "A02", "valor": 4})

    assert mesa.juego.influencias["A01>A02"].valor == 4
    assert frase == "Influencias: FOSIS Región de Valparaíso sobre SERVIU de Valparaíso: 4"


def test_anotar_una_posicion_dice_el_signo_y_el_objetivo():
    celda = {"fila": "A33", "columna": "OB1", "valor": -2}

    frase, mesa = anotar(MESA, celda, orden="anotar_posiciones")

    assert mesa.juego.posiciones["A33>OB1"].valor == -2
    assert frase.endswith("ante «Radicación»: −2")


def test_marcar_una_duda_no_cambia_el_valor():
    frase, mesa = anotar(
        MESA, {"fila": "A01", "columna": "A02", "dudosa": True, "porque": "Nadie lo sabe"}
    )

    hallada = mesa.juego.influencias["A01>A02"]
    assert (hallada.valor, hallada.dudosa, hallada.porque) == (1, True, "Nadie lo sabe")
    assert "dudosa" in frase and "porqué" in frase


def test_un_bloque_entra_entero_con_una_sola_frase():
    celdas = [{"fila": "A01", "columna": c, "valor": 0} for c in ("A02", "A29", "A05")]

    frase, mesa = anotar(MESA, *celdas)

    assert frase == "Influencias: anotó 3 casillas"
    assert [mesa.juego.influencias[f"A01>{c}"].valor for c in ("A02", "A29", "A05")] == [0, 0, 0]


def test_vaciar_una_casilla_la_quita():
    _, mesa = anotar(MESA, {"fila": "A01", "columna": "A02", "valor": None})

    assert "A01>A02" not in mesa.juego.influencias


@pytest.mark.parametrize(
    ("celda", "dice"),
    [
        ({"fila": "A01", "columna": "A01", "valor": 1}, "sí mismo"),
        ({"fila": "A01", "columna": "A02", "valor": 7}, "de 0 a 4"),
        ({"fila": "A01", "columna": "A02", "valor": 1.5}, "entero"),
        ({"fila": "A01", "columna": "A02", "valor": "dos"}, "entero"),
        ({"fila": "A01", "columna": "A02", "valor": True}, "entero"),
        ({"fila": "A01", "columna": "zzz", "valor": 1}, "ya no está"),
        ({"columna": "A02", "valor": 1}, "incompleto"),
    ],
)
def test_una_casilla_que_no_sirve_dice_por_que(celda, dice):
    with pytest.raises(ReglaRota, match=dice):
        anotar(MESA, celda)


def test_una_casilla_mala_no_deja_entrar_a_las_demas():
    buena = {"fila": "A01", "columna": "A02", "valor": 4}

    with pytest.raises(ReglaRota):
        anotar(MESA, buena, {"fila": "A01", "columna": "A29", "valor": 9})


def test_sin_casillas_no_hay_nada_que_anotar():
    with pytest.raises(ReglaRota, match="ninguna casilla"):
        anotar(MESA)


def test_quitar_un_objetivo_con_la_orden_comun_se_lleva_sus_posiciones():
    datos = {"seccion": "juego", "coleccion": "objetivos", "id": "OB1"}

    frase, transicion = preparar("quitar_ficha", MESA, datos)

    assert "Radicar" in frase
    assert not any(p.objetivo == "OB1" for p in transicion(MESA).juego.posiciones.values())


def test_elegir_quienes_entran_no_borra_lo_dicho_de_los_demas():
    datos = {"seccion": "juego", "campos": {"actores": ["A01", "A02"]}}

    _, transicion = preparar("editar_seccion", MESA, datos)

    juego = transicion(MESA).juego
    assert juego.actores == ("A01", "A02")
    assert juego.influencias == MESA.juego.influencias
