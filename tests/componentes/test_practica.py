"""La práctica sin navegador: se aprieta lo que la pantalla aprieta y se mira lo que se ve."""

from dataclasses import asdict
from datetime import UTC, datetime

from componentes.sala_de_practica import BANCO, PRIMERO, Pantalla

from mesa_territorial.formacion.avance import Estado
from mesa_territorial.formacion.solucion import responder_bien


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
