"""El contrato de todo banco de ejercicios, también de los que se escriban después."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.formacion.correccion import corregir
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos
from mesa_territorial.formacion.items import (
    Abierta,
    Armar,
    Clasificar,
    ItemDeBanco,
    Multiple,
    Numerica,
    Ordenar,
    Ubicar,
    Unica,
)
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.solucion import contar_solucion, responder_bien
from mesa_territorial.formacion.temas import buscar_tema

BANCOS = [cargar_banco(clave) for clave in listar_bancos()]
ITEMS = [pytest.param(i, id=f"{b.clave}-{i.id}") for b in BANCOS for i in b.items]


def _de_unica(item: Unica) -> Iterator[tuple[Any, str]]:
    yield from ((o.id, o.mensaje) for o in item.opciones if not o.correcta)


def _de_multiple(item: Multiple) -> Iterator[tuple[Any, str]]:
    bien = responder_bien(item)
    yield from (([*bien, o.id], o.mensaje) for o in item.opciones if not o.correcta)


def _de_numerica(item: Numerica) -> Iterator[tuple[Any, str]]:
    yield from ((str(e.valor).replace(".", ","), e.mensaje) for e in item.errores)


def _de_clasificar(item: Clasificar) -> Iterator[tuple[Any, str]]:
    bien = responder_bien(item)
    for e in item.elementos:
        yield from (({**bien, e.id: c}, m) for c, m in e.errores.items())


def _de_ordenar(item: Ordenar) -> Iterator[tuple[Any, str]]:
    yield from ((al_reves(item, e.antes, e.despues), e.mensaje) for e in item.errores)


def _de_ubicar(item: Ubicar) -> Iterator[tuple[Any, str]]:
    bien = responder_bien(item)
    for u in item.elementos:
        for zona in u.errores:
            medio = {"influencia": sum(zona.influencia) / 2, "interes": sum(zona.interes) / 2}
            yield {**bien, u.id: medio}, zona.mensaje


def _de_armar(item: Armar) -> Iterator[tuple[Any, str]]:
    reglas = {r.id: r for r in item.reglas}
    for f in item.fallidas:
        inicio = reglas[f.incumple].falta.split("{detalle}")[0]
        yield msgspec.to_builtins(f.respuesta), inicio


ERRORES = {
    Unica: _de_unica,
    Multiple: _de_multiple,
    Numerica: _de_numerica,
    Clasificar: _de_clasificar,
    Ordenar: _de_ordenar,
    Ubicar: _de_ubicar,
    Armar: _de_armar,
    Abierta: lambda _: iter(()),
}


def errores_tipicos(item: ItemDeBanco) -> Iterator[tuple[Any, str]]:
    """Cada respuesta equivocada que el banco prevé, con el mensaje que le corresponde."""
    return ERRORES[type(item)](item)


def al_reves(item: Ordenar, antes: str, despues: str) -> list[str]:
    """El orden bueno con ``antes`` puesto justo delante de ``despues``."""
    orden = [e for e in item.solucion if e != antes]
    orden.insert(orden.index(despues), antes)
    return orden


def escuchar(item: ItemDeBanco, respuesta: Any) -> list[str]:
    return [d.mensaje for d in corregir(item, respuesta).detalles if d.bien is False]


def test_hay_bancos_que_revisar():
    assert listar_bancos()


@pytest.mark.parametrize("banco", BANCOS, ids=lambda b: b.clave)
def test_el_banco_es_de_un_tema_y_todo_objetivo_tiene_ejercicios(banco):
    tema = buscar_tema(banco.clave)

    assert tema.nombre == banco.nombre
    assert [o.id for o in banco.objetivos if not banco.items_de(o.id)] == []


@pytest.mark.parametrize("banco", BANCOS, ids=lambda b: b.clave)
def test_el_banco_tiene_variedad(banco):
    assert len(banco.items) >= 12
    assert len({type(i) for i in banco.items}) >= 6


@pytest.mark.parametrize("item", ITEMS)
def test_la_solucion_pasa_y_se_puede_contar(item):
    correccion = corregir(item, responder_bien(item))

    assert correccion.cuenta
    assert correccion.puntaje == 1
    assert correccion.mensaje == item.si_acierta
    assert correccion.acierto is (None if isinstance(item, Abierta) else True)
    assert all(frase.strip() for frase in contar_solucion(item))


@pytest.mark.parametrize("item", ITEMS)
def test_cada_error_tipico_falla_con_su_propio_mensaje(item):
    for respuesta, mensaje in errores_tipicos(item):
        correccion = corregir(item, respuesta)

        assert correccion.acierto is False, respuesta
        assert any(dicho.startswith(mensaje) for dicho in escuchar(item, respuesta)), respuesta


@pytest.mark.parametrize("item", ITEMS)
def test_todo_ejercicio_que_se_juzga_preve_errores_y_ningun_mensaje_se_repite(item):
    mensajes = [m for _, m in errores_tipicos(item)]

    assert isinstance(item, Abierta) or len(mensajes) >= 2
    assert len(set(mensajes)) == len(mensajes)


@pytest.mark.parametrize("item", ITEMS)
def test_las_pistas_no_contienen_la_respuesta(item):
    pistas = nombre_comparable(" ".join(item.pistas))
    palabras = {p.strip(".,;:¿?") for p in pistas.split()}

    match item:
        case Unica() | Multiple():
            delatan = [o.texto for o in item.opciones if o.correcta]
        case Numerica():
            delatan = []
            assert str(round(item.valor, item.decimales)).replace(".", ",") not in palabras
        case Armar():
            delatan = [a.nombre for a in item.solucion.actores]
        case Abierta():
            delatan = [item.modelo]
        case _:
            delatan = list(contar_solucion(item))
    assert [d for d in delatan if nombre_comparable(d) in pistas] == []


@pytest.mark.parametrize("item", ITEMS)
def test_la_seccion_citada_existe_en_la_guia(item):
    clave, ancla = item.seccion.removeprefix("guia/").split("#")
    tema = buscar_tema(clave)
    if tema.esta_en_preparacion:
        pytest.skip(f"La lectura de {clave} todavía no está escrita.")

    assert ancla in [s.ancla for s in leer_guia(clave).secciones]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("vacia", [None, "", "   ", [], {}, {"texto": ""}, {"actores": []}])
def test_una_respuesta_vacia_recibe_un_mensaje_amable_y_no_cuenta(item, vacia):
    correccion = corregir(item, vacia)

    assert not correccion.cuenta
    assert correccion.acierto is None
    assert correccion.mensaje.startswith("Todavía no hay respuesta.")


@pytest.mark.parametrize("banco", BANCOS, ids=lambda b: b.clave)
def test_la_alternativa_correcta_no_se_delata_por_su_lugar_ni_por_ser_la_mas_larga(banco):
    unicas = [i for i in banco.items if isinstance(i, Unica)]
    lugares = {next(n for n, o in enumerate(i.opciones) if o.correcta) for i in unicas}
    delatadas = [i.id for i in unicas if max(i.opciones, key=lambda o: len(o.texto)).correcta]

    assert len(lugares) >= min(len(unicas), 3)
    assert len(delatadas) <= len(unicas) / 2, delatadas


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Multiple)])
def test_las_correctas_de_una_multiple_no_son_justo_las_mas_largas(item):
    largas = sorted(item.opciones, key=lambda o: -len(o.texto))
    correctas = sum(o.correcta for o in item.opciones)

    assert not all(o.correcta for o in largas[:correctas])
