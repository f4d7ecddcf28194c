"""La lámina manda la especificación una vez; después, sólo filas."""

from mesa_territorial.graficos.medidas import grafico_de_medida
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina


def _lamina() -> Lamina:
    return Lamina(
        especificacion=grafico_de_medida("Grado"),
        columnas=(Columna("actor", "Actor"), Columna("valor", "Valor", 3)),
    )


def test_cambiar_el_valor_manda_filas_y_no_la_especificacion():
    lamina = _lamina()
    mandados = []
    lamina.send_state = lambda key=None: mandados.append(key)

    lamina.valor = [{"actor": "FOSIS", "valor": 0.63}]

    assert mandados == ["filas"]
    assert lamina.valor == [{"actor": "FOSIS", "valor": 0.63}]


def test_la_tabla_gemela_dice_sus_columnas_y_decimales():
    assert _lamina().columnas == [
        {"campo": "actor", "titulo": "Actor", "decimales": 0},
        {"campo": "valor", "titulo": "Valor", "decimales": 3},
    ]


def test_tocar_la_lista_que_entrega_no_cambia_la_lamina():
    lamina = _lamina()

    lamina.valor.append({"actor": "X"})

    assert lamina.valor == []
