"""Ningún error queda mudo ni muestra su traza."""

import logging

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.seguro import atender


class ConDatos(ReglaRota):
    """Una regla que además trae algo que mostrar."""

    def para_pantalla(self):
        """Lo que la pantalla muestra."""
        return {"conflicto": {"autor": "Ana"}}


def _romper(error):
    raise error


def test_lo_que_sale_bien_va_en_datos():
    assert atender(lambda a, b: a + b, 1, b=2) == {"datos": 3}


def test_una_regla_rota_da_su_frase_y_no_ensucia_el_registro(caplog):
    with caplog.at_level(logging.DEBUG, logger="mesa_territorial"):
        respuesta = atender(_romper, ReglaRota("Falta el nombre."))

    assert respuesta == {"error": "Falta el nombre."}
    assert not caplog.records


def test_una_regla_puede_traer_algo_mas_para_la_pantalla():
    respuesta = atender(_romper, ConDatos("Otra persona cambió lo mismo."))

    assert respuesta == {
        "error": "Otra persona cambió lo mismo.",
        "conflicto": {"autor": "Ana"},
    }


def test_cada_falla_lleva_su_propio_codigo(caplog):
    uno, otro = (atender(_romper, ValueError("x"))["error"] for _ in range(2))

    assert uno != otro
    assert "Lo anterior está guardado" in uno
    assert len([r for r in caplog.records if r.exc_info]) == 2


def test_lo_que_no_es_una_falla_sigue_su_camino():
    for corte in (KeyboardInterrupt, SystemExit):
        try:
            atender(_romper, corte())
        except BaseException as visto:
            assert type(visto) is corte
        else:
            raise AssertionError(f"{corte} quedó atrapado")
