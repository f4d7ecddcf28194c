"""El tablero nombra sus piezas por referencia y no las deja morir."""

import gc
import weakref

from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero


def test_cada_pieza_va_en_su_zona_con_su_titulo_y_su_referencia():
    una, otra = Invitacion(frase="1"), Invitacion(frase="2")

    tablero = Tablero(
        {"lienzo": [Pieza("mapa", "Mapa", una)], "abajo": [Pieza("tabla", "Tabla", otra)]},
        recuerdo="m1",
    )

    assert tablero.recuerdo == "m1"
    assert tablero.zonas == {
        "lienzo": [{"clave": "mapa", "titulo": "Mapa", "referencia": f"IPY_MODEL_{una.model_id}"}],
        "abajo": [
            {"clave": "tabla", "titulo": "Tabla", "referencia": f"IPY_MODEL_{otra.model_id}"}
        ],
    }


def test_las_piezas_viven_mientras_viva_el_tablero():
    pieza = Invitacion(frase="1")
    rastro = weakref.ref(pieza)

    tablero = Tablero({"lienzo": [Pieza("a", "A", pieza)]})
    del pieza
    gc.collect()

    assert rastro() is not None and tablero.zonas
