"""Una colección con fichas fijas: siempre las mismas, se responden y no se agregan otras."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.coalicion import Respuesta
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.esquemas.coalicion import CONDICIONES
from mesa_territorial.ordenes import preparar

CAMPANILLA = cargar_caso("mesa_campanilla")
NUEVA = Mesa(id="m", nombre="Nueva", territorio=CAMPANILLA.territorio)


def poner(mesa: Mesa, id_ficha: str, **campos: str) -> tuple[str, Mesa]:
    datos = {"seccion": "coalicion", "coleccion": "condiciones", "id": id_ficha, "campos": campos}
    frase, transicion = preparar("poner_ficha", mesa, datos)
    return frase, transicion(mesa)


def test_la_primera_respuesta_se_dice_con_la_pregunta_y_no_como_una_ficha_nueva():
    frase, despues = poner(NUEVA, "tiempo", respuesta="no")

    assert frase == "Condiciones, ¿Alcanza el tiempo?: respuesta (vacío) → No"
    assert despues.coalicion.respuesta("tiempo") is Respuesta.NO


def test_una_ficha_que_no_esta_en_la_lista_no_se_agrega():
    with pytest.raises(ReglaRota, match="Eso no está en «Condiciones»"):
        poner(NUEVA, "suerte", respuesta="si")


def test_quitar_una_respuesta_la_deja_sin_responder():
    orden = {"seccion": "coalicion", "coleccion": "condiciones", "id": "tiempo"}

    frase, transicion = preparar("quitar_ficha", CAMPANILLA, orden)

    assert "¿Alcanza el tiempo?" in frase
    assert transicion(CAMPANILLA).coalicion.respuesta("tiempo") is None


def test_la_pantalla_recibe_las_fichas_en_el_orden_en_que_se_preguntan():
    assert next(iter(CONDICIONES.para_pantalla()["fijas"])) == "problema"
    assert len(CONDICIONES.para_pantalla()["fijas"]) == 10
