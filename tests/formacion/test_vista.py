"""Lo que viaja a la pantalla: todo para preguntar y nada para copiar."""

import json

import msgspec
import pytest

from mesa_territorial.formacion.correccion import corregir
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos
from mesa_territorial.formacion.items import Clasificar, Ordenar
from mesa_territorial.formacion.solucion import contar_solucion, responder_bien
from mesa_territorial.formacion.turno import Turno
from mesa_territorial.formacion.vista import mostrar_item, mostrar_turno

ITEMS = [pytest.param(i, id=f"{c}-{i.id}") for c in listar_bancos() for i in cargar_banco(c).items]
RESERVADO = {
    "explicacion", "si_acierta", "si_falla", "solucion", "correcta", "categoria", "mensaje",
    "errores", "reglas", "fallidas", "modelo", "valor", "tolerancia", "bien", "falta", "paso",
}  # fmt: skip


def claves_y_textos(valor: object) -> tuple[set[str], set[str]]:
    claves, textos = set(), set()
    pendientes = [valor]
    while pendientes:
        cosa = pendientes.pop()
        if isinstance(cosa, dict):
            claves |= cosa.keys()
            pendientes += cosa.values()
        elif isinstance(cosa, list | tuple):
            pendientes += cosa
        elif isinstance(cosa, str):
            textos.add(cosa)
    return claves, textos


def mensajes_del_banco(item) -> set[str]:
    crudo = msgspec.to_builtins(item)
    reservados = [v for k, v in crudo.items() if k in RESERVADO | {"opciones", "elementos"}]
    _, textos = claves_y_textos(reservados)
    return {t for t in textos if t.endswith(".") and len(t) > 20}


@pytest.mark.parametrize("item", ITEMS)
def test_lo_que_ve_el_navegador_antes_de_responder_no_trae_ni_respuestas_ni_mensajes(item):
    vista = mostrar_turno(Turno(item=item))

    claves, textos = claves_y_textos(vista["item"])
    assert claves & RESERVADO == set()
    assert textos & mensajes_del_banco(item) == set()
    assert vista["solucion"] is None
    assert vista["pistas"] == []
    assert vista["dada"] is None
    json.dumps(vista)


@pytest.mark.parametrize("item", ITEMS)
def test_nada_viene_preseleccionado(item):
    claves, _ = claves_y_textos(mostrar_item(item))

    assert claves & {"elegida", "seleccionada", "marcada", "selected", "checked"} == set()


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Ordenar)])
def test_lo_que_se_ordena_no_llega_ordenado(item):
    mostrados = [e["id"] for e in mostrar_item(item)["elementos"]]

    assert mostrados != list(item.solucion)
    assert sorted(mostrados) == sorted(item.solucion)


@pytest.mark.parametrize("item", ITEMS)
def test_la_solucion_aparece_solo_al_terminar(item):
    turno = Turno(item=item).con_pista().con_respuesta("???")

    assert mostrar_turno(turno)["solucion"] is None
    assert mostrar_turno(turno.rendido())["solucion"]["frases"] == list(contar_solucion(item))
    bien = Turno(item=item).con_respuesta(responder_bien(item))
    assert mostrar_turno(bien)["solucion"]["explicacion"] == item.explicacion


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Clasificar)])
def test_equivocarse_en_uno_no_revela_los_que_no_se_tocaron(item):
    primero, categoria = item.elementos[0], item.categorias[-1].id

    correccion = corregir(item, {primero.id: categoria})

    assert {d.id for d in correccion.detalles} == {primero.id}
