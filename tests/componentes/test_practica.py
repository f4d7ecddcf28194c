"""La práctica sin navegador: se aprieta lo que la pantalla aprieta y se mira lo que se ve."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.avance import Estado
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.solucion import responder_bien
from mesa_territorial_widgets.componentes.practica import Practica

BANCO = cargar_banco("03_mapa_de_actores")
PRIMERO, SEGUNDO = BANCO.items[0], BANCO.items[1]


def reloj():
    minutos = count()
    return lambda: datetime(2026, 3, 14, 10, tzinfo=UTC) + timedelta(minutes=next(minutos))


class Pantalla:
    """Una práctica con su cuaderno de respuestas y el oído puesto en lo que contesta."""

    def __init__(self, respuestas=(), al_responder=None):
        self.guardadas, self.contestado = [], []
        numeros = count(1)
        self.practica = Practica(
            BANCO,
            respuestas,
            al_responder=al_responder or self.guardadas.append,
            reloj=reloj(),
            evento=lambda: f"e{next(numeros)}",
        )
        self.practica.send = lambda contenido, **_: self.contestado.append(contenido)

    def apretar(self, orden, **datos):
        pedido = {"pedido": 1, "orden": orden, "datos": datos}
        self.practica._al_mensaje(self.practica, pedido, [])
        return self.contestado[-1]

    @property
    def turno(self):
        return self.practica.vista["turno"]


def test_al_abrir_se_ve_el_primer_ejercicio_sin_responder():
    pantalla = Pantalla()

    assert pantalla.turno["item"]["id"] == PRIMERO.id
    assert pantalla.turno["dada"] is None
    assert len(pantalla.practica.vista["puntos"]) == len(BANCO.items)


def test_responder_bien_guarda_al_instante_y_muestra_el_por_que():
    pantalla = Pantalla()

    pantalla.apretar("responder", item=PRIMERO.id, respuesta=responder_bien(PRIMERO))

    assert pantalla.turno["correccion"]["acierto"] is True
    assert pantalla.turno["solucion"]["explicacion"] == PRIMERO.explicacion
    [dada] = pantalla.guardadas
    assert asdict(dada) == {
        "evento": "e1", "item": PRIMERO.id, "version_contenido": "1", "dada": "resultado",
        "correcta": True, "puntaje": 1.0, "intento": 1, "pistas": 0, "rendida": False,
        "cuando": datetime(2026, 3, 14, 10, tzinfo=UTC),
    }  # fmt: skip
    assert pantalla.practica.valor.estados[PRIMERO.id] is Estado.A_LA_PRIMERA


def test_la_respuesta_vacia_no_se_guarda_ni_gasta_intento():
    pantalla = Pantalla()

    pantalla.apretar("responder", item=PRIMERO.id, respuesta=None)

    assert "Todavía no hay respuesta" in pantalla.turno["correccion"]["mensaje"]
    assert pantalla.turno["intentos"] == 0
    assert pantalla.guardadas == []


def test_la_solucion_se_ofrece_tras_los_intentos_del_item_y_no_antes():
    pantalla = Pantalla()

    for intento in range(PRIMERO.solucion_tras):
        assert not pantalla.turno["ofrece_solucion"]
        pantalla.apretar("responder", item=PRIMERO.id, respuesta="directorio")
        assert pantalla.turno["solucion"] is None
        assert pantalla.guardadas[-1].intento == intento + 1

    assert pantalla.turno["ofrece_solucion"]


def test_las_pistas_se_abren_de_a_una_y_quedan_anotadas():
    pantalla = Pantalla()

    for abiertas in (1, 2, 2):
        pantalla.apretar("pista", item=PRIMERO.id)
        assert pantalla.turno["pistas"] == list(PRIMERO.pistas[:abiertas])
    pantalla.apretar("responder", item=PRIMERO.id, respuesta="resultado")

    assert pantalla.guardadas[0].pistas == 2
    assert pantalla.practica.valor.estados[PRIMERO.id] is Estado.LOGRADO


def test_rendirse_muestra_la_solucion_y_el_ejercicio_vuelve():
    pantalla = Pantalla()

    pantalla.apretar("rendirse", item=PRIMERO.id, respuesta="culpa")

    assert pantalla.turno["solucion"]["frases"]
    assert pantalla.guardadas[0].rendida
    assert pantalla.practica.valor.vuelven == (PRIMERO.id,)


def test_lo_terminado_no_se_vuelve_a_guardar():
    pantalla = Pantalla()
    pantalla.apretar("responder", item=PRIMERO.id, respuesta="resultado")

    pantalla.apretar("responder", item=PRIMERO.id, respuesta="culpa")
    pantalla.apretar("rendirse", item=PRIMERO.id)

    assert len(pantalla.guardadas) == 1
    assert pantalla.turno["correccion"]["acierto"] is True


def test_practicar_otra_vez_parte_de_cero_y_puede_dejarlo_dominado():
    pantalla = Pantalla()
    pantalla.apretar("rendirse", item=PRIMERO.id)

    pantalla.apretar("repetir", item=PRIMERO.id)
    limpio = (pantalla.turno["intentos"], pantalla.turno["solucion"], pantalla.turno["dada"])
    pantalla.apretar("responder", item=PRIMERO.id, respuesta="resultado")

    assert limpio == (0, None, None)
    assert pantalla.practica.valor.estados[PRIMERO.id] is Estado.A_LA_PRIMERA


def test_seguir_pasa_por_todos_y_cuando_no_queda_ninguno_cierra():
    pantalla = Pantalla()
    vistos = []

    for _ in BANCO.items:
        vistos.append(pantalla.turno["item"]["id"])
        item = BANCO.item(vistos[-1])
        pantalla.apretar("responder", item=item.id, respuesta=responder_bien(item))
        pantalla.apretar("seguir")

    cierre = pantalla.practica.vista["cierre"]
    assert vistos == [i.id for i in BANCO.items]
    assert pantalla.turno is None
    assert cierre["completo"]
    assert all(o["dominado"] for o in cierre["objetivos"])


def test_dejar_para_despues_da_la_vuelta():
    pantalla = Pantalla()
    pantalla.apretar("ir", item=BANCO.items[-1].id)

    pantalla.apretar("seguir")

    assert pantalla.turno["item"]["id"] == PRIMERO.id


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
