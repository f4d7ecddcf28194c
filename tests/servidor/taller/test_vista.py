"""Lo que ve quien facilita, en palabras."""

from datetime import UTC, datetime, timedelta

import pytest

from mesa_territorial.almacen.padron import Grupo, MesaDeAlguien
from mesa_territorial.servidor.taller.paginas import titular
from mesa_territorial.servidor.taller.vista import MEGA, armar_vista, en_megas, hace_cuanto

AHORA = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
GRUPO = Grupo("g1", "t", "Mesa 1", "m1")


def _pagina(direccion="/", hace=1, memoria=0):
    vista = AHORA - timedelta(seconds=hace)
    return {"direccion": direccion, "desde": vista, "vista": vista, "memoria": memoria}


def _persona(id_="p1", *, paginas=(), conectada=False, **campos):
    vista = max((p["vista"] for p in paginas), default=None)
    propia = {"id": id_, "nombre": id_.upper(), "rol": "participante", "grupo": None}
    return {**propia, "conectada": conectada, "vista": vista, "paginas": list(paginas), **campos}


def _ver(*personas, esperando=(), grupos=(), mesas=(), conducen=None):
    estado = {
        "abierto": True,
        "personas": list(personas),
        "cupo": {"lugares": 1200, "ocupados": 7},
        "esperando": [{"id": e, "nombre": e} for e in esperando],
        "memoria": {"disponible": 5.2 * 1024 * MEGA, "por_pagina": 0, "paginas": 0},
        "fallidos": 3,
    }
    return armar_vista(estado, grupos, mesas, ahora=AHORA, titular=titular, conducen=conducen or {})


@pytest.mark.parametrize(
    ("persona", "fila", "estado"),
    [
        (_persona(paginas=[_pagina()], conectada=True), (), "Adentro"),
        (_persona(paginas=[_pagina(hace=60)]), (), "Sin señal"),
        (_persona(), (), "Fuera"),
        (_persona(), ("otra", "p1"), "En la fila (2º)"),
    ],
)
def test_se_dice_como_esta_cada_persona(persona, fila, estado):
    (vista,) = _ver(persona, esperando=fila)["personas"]

    assert vista["estado"] == estado


def test_se_dice_en_que_pagina_esta_y_cuanto_ocupa():
    paginas = [
        _pagina("/", 30, 20 * MEGA),
        _pagina("/tema/03_mapa_de_actores?mesa=x", 2, 25 * MEGA),
    ]
    (vista,) = _ver(_persona(paginas=paginas, conectada=True))["personas"]

    assert (vista["donde"], vista["memoria"]) == ("Mapa de actores y 1 más", "45 MB")
    assert vista["vista"] == "ahora"


def test_quien_conduce_esta_adentro_aunque_no_ocupe_un_nucleo():
    quien = _persona("p9", rol="facilitador")

    (vista,) = _ver(quien, conducen={"p9": AHORA})["personas"]

    assert (vista["estado"], vista["donde"], vista["rol"]) == ("Adentro", "Conducir", "Facilita")
    assert not vista["se_sienta"]


def test_las_cifras_cuentan_participantes_y_van_a_la_chilena():
    dentro = _persona(paginas=[_pagina()], conectada=True)
    facilita = _persona("p9", rol="facilitador", paginas=[_pagina()], conectada=True)

    cifras = {c["que"]: c["cuanto"] for c in _ver(dentro, _persona("p2"), facilita)["cifras"]}

    assert cifras == {
        "Adentro": "1 de 2",
        "En la fila": "0",
        "Páginas abiertas": "7 de 1.200 que caben",
        "Memoria libre": "5,2 GB",
        "Códigos errados": "3",
    }


def test_cada_mesa_dice_quienes_se_sientan_en_ella_y_cada_persona_sus_mesas():
    sentada = _persona(grupo="g1", paginas=[_pagina()], conectada=True)
    mesas = [
        MesaDeAlguien("p1", "m9", "La mía", "duenia", 1, AHORA),
        MesaDeAlguien("p1", "m1", "Del grupo", "integrante", 1, AHORA),
    ]

    vista = _ver(sentada, _persona("p2"), grupos=[GRUPO], mesas=mesas)

    assert vista["grupos"][0]["personas"] == ["P1"]
    assert vista["grupos"][0]["adentro"] == 1
    assert vista["personas"][0]["grupo"] == "Mesa 1"
    assert vista["personas"][0]["mesas"] == [{"clave": "m9", "nombre": "La mía"}]


@pytest.mark.parametrize(
    ("segundos", "dice"),
    [(-2, "ahora"), (9, "ahora"), (40, "hace 40 s"), (200, "hace 3 min"), (7200, "a las 13:30")],
)
def test_hace_cuanto_se_la_vio(segundos, dice):
    assert hace_cuanto(AHORA - timedelta(seconds=segundos), AHORA) == dice


@pytest.mark.parametrize(
    ("direccion", "titulo"),
    [
        ("/", "Ruta"),
        ("/app/mi_mesa?mesa=1", "Mi Mesa"),
        ("/tema/mapa_de_actores#leer", "Mapa de actores"),
        ("/tema/no_existe", "Otra página"),
        ("/app/votacion", "Votación"),
    ],
)
def test_una_direccion_se_dice_por_su_titulo(direccion, titulo):
    assert titular(direccion) == titulo


def test_un_tamano_se_lee_en_megas_o_en_gigas():
    assert [en_megas(n * MEGA) for n in (0, 45.4, 1023, 1024)] == [
        "0 MB",
        "45 MB",
        "1.023 MB",
        "1,0 GB",
    ]
