"""Las órdenes de las secciones, probadas sobre todos los esquemas: cada uno promete lo que hace."""

import json
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest
from secciones_llenas import agregar, campos_de, editables

from mesa_territorial.casos import cargar_caso
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.esquemas import Esquema, esquemas
from mesa_territorial.ordenes import preparar
from mesa_territorial.ordenes.de_fichas import clase_de_ficha

# Las que la persona agrega a mano; las demás nacen de una orden propia, con su prueba.
COLECCIONES = [e for e in esquemas().values() if e.coleccion and e.vacio]
SUELTOS = [e for e in esquemas().values() if not e.coleccion]


def mesa() -> Mesa:
    caso = cargar_caso("mesa_campanilla")
    return Mesa(id="m", nombre="De prueba", territorio=caso.territorio, actores=caso.actores)


def hacer(m: Mesa, orden: str, **datos: Any) -> tuple[str, Mesa]:
    frase, transicion = preparar(orden, m, datos)
    return frase, transicion(m)


@pytest.mark.parametrize("esquema", COLECCIONES, ids=lambda e: e.clave)
def test_una_ficha_con_todo_se_pone_se_guarda_y_se_quita(esquema: Esquema):
    antes = mesa()

    frase, con, id_ficha = agregar(antes, esquema)
    quitada, sin = hacer(
        con, "quitar_ficha", seccion=esquema.seccion, coleccion=esquema.coleccion, id=id_ficha
    )

    assert frase.startswith(esquema.varios) and quitada.startswith(esquema.varios)
    assert a_mesa(json.loads(json.dumps(a_documento(con)))) == con
    assert sin == antes


@pytest.mark.parametrize("esquema", COLECCIONES, ids=lambda e: e.clave)
def test_al_quitar_un_actor_no_queda_rastro_de_el(esquema: Esquema):
    _, con, id_ficha = agregar(mesa(), esquema)
    nombrados = {id_ficha, *(f"A{n:02}" for n, _ in enumerate(campos_de(esquema), start=2))}

    for actor in nombrados & set(con.actores):
        assert f'"{actor}"' not in json.dumps(a_documento(con.sin_actor(actor)))


@pytest.mark.parametrize("esquema", COLECCIONES, ids=lambda e: e.clave)
def test_citar_a_quien_no_esta_no_se_guarda(esquema: Esquema):
    citan = [c for c in esquema.campos if c.clase in ("actor", "actores") and not c.calculado]
    _, con, id_ficha = agregar(mesa(), esquema)
    for campo in citan:
        fantasma: Any = "nadie" if campo.clase == "actor" else ["nadie"]
        with pytest.raises(ReglaRota):
            hacer(
                con,
                "poner_ficha",
                seccion=esquema.seccion,
                coleccion=esquema.coleccion,
                id=id_ficha,
                campos={campo.clave: fantasma},
            )


@pytest.mark.parametrize("esquema", COLECCIONES, ids=lambda e: e.clave)
def test_un_dato_que_no_existe_se_dice(esquema: Esquema):
    with pytest.raises(ReglaRota, match="no tiene"):
        hacer(
            mesa(),
            "poner_ficha",
            seccion=esquema.seccion,
            coleccion=esquema.coleccion,
            id="A01",
            campos={"inventado": 1},
        )


@pytest.mark.parametrize("esquema", SUELTOS, ids=lambda e: e.clave)
def test_los_datos_sueltos_de_la_seccion_se_editan_y_se_guardan(esquema: Esquema):
    frase, despues = hacer(
        mesa(), "editar_seccion", seccion=esquema.seccion, campos=editables(esquema)
    )

    assert frase.startswith(esquema.varios)
    assert a_mesa(json.loads(json.dumps(a_documento(despues)))) == despues


def tipos_de(esquema: Esquema) -> dict[str, Any]:
    seccion = mesa().seccion(esquema.seccion)
    clase = clase_de_ficha(seccion, esquema.coleccion) if esquema.coleccion else type(seccion)
    return get_type_hints(clase)


@pytest.mark.parametrize("esquema", esquemas().values(), ids=lambda e: e.clave)
def test_el_esquema_nombra_datos_que_existen_y_todas_sus_opciones(esquema: Esquema):
    tipos = tipos_de(esquema)
    for campo in esquema.campos:
        if campo.calculado:
            continue
        assert campo.clave in tipos, campo.clave
        for tipo in (tipos[campo.clave], *get_args(tipos[campo.clave])):
            if isinstance(tipo, type) and issubclass(tipo, StrEnum):
                assert set(campo.opciones) <= {str(v) for v in tipo}, campo.clave
    assert not esquema.titulo or esquema.campo(esquema.titulo)


def test_una_seccion_que_no_existe_se_dice():
    with pytest.raises(ReglaRota, match="no guarda"):
        hacer(mesa(), "poner_ficha", seccion="otra", coleccion="cosas", id="f", campos={"a": 1})
