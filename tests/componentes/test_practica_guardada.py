"""Lo que se responde se guarda antes de mostrarse corregido, y otro día se retoma."""

import pytest
from componentes.sala_de_practica import BANCO, PRIMERO, SEGUNDO, Pantalla

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.items import Abierta
from mesa_territorial.formacion.solucion import responder_bien
from mesa_territorial_widgets.componentes.practica import Practica


def test_si_no_se_pudo_guardar_se_dice_y_no_se_da_por_respondido():
    def sin_disco(_):
        raise ReglaRota("No queda espacio en el disco. Libere un poco y vuelva a responder.")

    pantalla = Pantalla(al_responder=sin_disco)

    contestado = pantalla.apretar("responder", item=PRIMERO.id, respuesta="resultado")

    assert "No queda espacio" in contestado["error"]
    assert not pantalla.turno["terminado"]
    assert pantalla.practica.valor.terminados == 0


def test_reintentar_tras_una_falla_usa_el_mismo_evento_para_no_duplicar():
    eventos = []

    def falla_una_vez(dada):
        eventos.append(dada.evento)
        if len(eventos) == 1:
            raise ReglaRota("Espere un momento.")

    pantalla = Pantalla(al_responder=falla_una_vez)
    for _ in range(2):
        pantalla.apretar("responder", item=PRIMERO.id, respuesta="resultado")
    pantalla.apretar("responder", item=SEGUNDO.id, respuesta=["comite"])

    assert eventos == ["e1", "e1", "e2"]


def test_al_volver_otro_dia_se_retoma_donde_se_dejo():
    ayer = Pantalla()
    ayer.apretar("responder", item=PRIMERO.id, respuesta="resultado")
    ayer.apretar("pista", item=SEGUNDO.id)
    ayer.apretar("responder", item=SEGUNDO.id, respuesta=["agua"])

    hoy = Pantalla(ayer.guardadas)

    assert hoy.turno["item"]["id"] == SEGUNDO.id
    assert (hoy.turno["intentos"], len(hoy.turno["pistas"])) == (1, 1)
    assert hoy.turno["dada"] == ["agua"]
    assert hoy.turno["correccion"]["acierto"] is False


def test_el_texto_abierto_se_guarda_como_borrador_y_se_recupera():
    abierta, texto = BANCO.items[-1], "falta mucha gente " * 10
    ayer = Pantalla()
    ayer.apretar("responder", item=abierta.id, respuesta={"texto": texto, "niveles": {}})

    hoy = Pantalla(ayer.guardadas)
    hoy.apretar("ir", item=abierta.id)

    assert ayer.guardadas[0].puntaje is None
    assert hoy.turno["dada"]["texto"] == texto
    assert not hoy.turno["terminado"]


def test_volver_al_texto_abierto_lo_deja_listo_para_mejorar():
    abierta = BANCO.items[-1]
    pantalla = Pantalla()
    pantalla.apretar("responder", item=abierta.id, respuesta=responder_bien(abierta))

    pantalla.apretar("repetir", item=abierta.id)

    assert pantalla.turno["dada"]["texto"] == abierta.modelo
    assert not pantalla.turno["terminado"]


@pytest.mark.parametrize("orden", ["ir", "pista", "responder", "rendirse", "repetir"])
def test_un_ejercicio_que_ya_no_existe_se_dice_con_calma(orden):
    contestado = Pantalla().apretar(orden, item="retirado")

    assert "Siga con el que aparece ahora" in contestado["error"]


ABIERTO = next(i for i in BANCO.items if isinstance(i, Abierta))
A_MEDIAS = {"texto": "Falta invitar al", "niveles": {}}


def _escribir(borradores=None):
    """Una práctica y la lista de borradores que va guardando."""
    guardados = []
    practica = Practica(
        BANCO, borradores=borradores or {}, al_escribir=lambda *dado: guardados.append(dado)
    )
    pantalla = Pantalla.__new__(Pantalla)
    pantalla.practica, pantalla.contestado = practica, []
    practica.send = lambda contenido, **_: pantalla.contestado.append(contenido)
    return pantalla, guardados


def test_un_texto_a_medias_se_guarda_sin_responder_y_no_cuenta_como_respuesta():
    pantalla, guardados = _escribir()

    respuesta = pantalla.apretar("borrador", item=ABIERTO.id, respuesta=A_MEDIAS)
    pantalla.apretar("borrador", item=ABIERTO.id, respuesta=A_MEDIAS)

    assert "error" not in respuesta
    assert guardados == [(ABIERTO.id, A_MEDIAS)]
    assert pantalla.practica.borradores == {ABIERTO.id: A_MEDIAS}
    assert pantalla.practica.valor.terminados == 0


def test_borrar_el_texto_o_responderlo_se_lleva_el_borrador():
    pantalla, guardados = _escribir({ABIERTO.id: A_MEDIAS})

    pantalla.apretar("borrador", item=ABIERTO.id, respuesta={"texto": "", "niveles": {}})

    assert guardados == [(ABIERTO.id, None)]
    assert pantalla.practica.borradores == {}

    pantalla, guardados = _escribir({ABIERTO.id: A_MEDIAS})
    pantalla.apretar("responder", item=ABIERTO.id, respuesta=responder_bien(ABIERTO))
    assert guardados == [(ABIERTO.id, None)]


@pytest.mark.parametrize(
    ("item", "respuesta"),
    [(PRIMERO.id, A_MEDIAS), (ABIERTO.id, {"texto": "a" * 30_000}), ("no_existe", A_MEDIAS)],
)
def test_lo_que_no_es_un_texto_a_medias_no_se_guarda(item, respuesta):
    pantalla, guardados = _escribir()

    assert pantalla.apretar("borrador", item=item, respuesta=respuesta)["error"]
    assert guardados == []
