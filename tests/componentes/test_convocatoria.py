"""Las piezas de la convocatoria, como las usa la pantalla."""

import base64
import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.convocatoria import Convocatoria
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.convocatoria import piezas_de_convocatoria
from mesa_territorial_widgets.componentes.convocatoria_historia import leer_mudanzas, mudanzas_de
from mesa_territorial_widgets.componentes.pizarra import Pizarra

HOY = date(2020, 11, 20)
CAMBIO = {"actor": "A29", "estado": "comprometido", "fecha": "2020-11-20", "id": "c9"}


@pytest.fixture
def pizarra() -> Pizarra:
    return Pizarra(cargar_caso("mesa_campanilla"))


def piezas(pizarra: Pizarra, contexto: Any = None) -> dict[str, Any]:
    armadas = piezas_de_convocatoria(contexto, pizarra, reloj=lambda: HOY)
    return {p.clave: p.componente for p in armadas}


def test_las_piezas_van_en_el_orden_en_que_se_usan(pizarra):
    assert list(piezas(pizarra)) == [
        "estados", "invitaciones", "gestiones", "sesion", "cartas", "balance", "razones", "llevar",
    ]  # fmt: skip


def test_una_mesa_vacia_se_puede_abrir_y_no_inventa_nada():
    vacia = Pizarra(Mesa(id="m", nombre="M", territorio=Territorio(cut_comuna="05101")))

    todas = piezas(vacia)

    assert todas["estados"].tarjetas == {}
    assert todas["cartas"].cartas == []
    assert todas["razones"].bloques == []


def test_cambiar_el_estado_en_el_tablero_cambia_el_mapa_y_el_tablero(pizarra):
    tablero = piezas(pizarra)["estados"]

    Pantalla(pizarra).apretar("cambiar_estado", **CAMBIO)

    assert pizarra.valor.actor("A29").estado is Estado.COMPROMETIDO
    assert pizarra.mesa["actores"]["A29"]["estado"] == "comprometido"
    assert "A29" not in tablero.orden[:4]


def test_cambiar_el_estado_desde_el_mapa_se_ve_en_el_tablero(pizarra):
    todas = piezas(pizarra)

    Pantalla(pizarra).apretar("editar_actor", id="A34", campos={"estado": "reunion"})

    assert pizarra.valor.convocatoria.historia_de("A34")[-1].a is Estado.DECLINA
    cuenta = next(b for b in todas["razones"].bloques if b["titulo"] == "En qué va")
    assert "1 en «En reunión»" in cuenta["frases"][0]["texto"]


def test_lo_atrasado_se_senala_respecto_del_dia_que_da_el_reloj(pizarra):
    tarjetas = piezas(pizarra)["estados"].tarjetas

    assert tarjetas["A29"]["atrasado"]
    assert tarjetas["A29"]["plazo"] == "venció hace 8 días"
    assert tarjetas["A29"]["cargo"] == "Gestora territorial"
    assert tarjetas["A32"]["silencio"] == "18 días sin respuesta"
    assert not tarjetas["A01"]["atrasado"]


def test_cada_invitacion_dice_por_donde_llegar(pizarra):
    fichero = piezas(pizarra)["invitaciones"]

    textos = " ".join(d["texto"] for d in fichero.dichos["A29"])

    assert fichero.orden[0] == "A29"
    assert "Gobierno Regional (caso) → Municipio de Valparaíso" in textos
    assert "Atrasado: «Reunión con la dirección" in textos


def test_mover_un_actor_en_el_mapa_no_rehace_nada(pizarra, monkeypatch):
    todas = piezas(pizarra)
    tocadas: list[str] = []
    for clave in ("estados", "cartas", "razones", "invitaciones"):
        todas[clave].observe(lambda _, clave=clave: tocadas.append(clave))

    Pantalla(pizarra).apretar("mover", lugares={"A29": [10.0, 20.0]})

    assert tocadas == []


def test_pedir_un_borrador_llena_la_carta_y_se_deshace(pizarra):
    cartas = piezas(pizarra)["cartas"]
    pantalla = Pantalla(cartas)
    antes = pizarra.valor

    assert "error" not in pantalla.apretar("proponer", actores=["A33"])
    puesta = next(c for c in cartas.cartas if c["actor"] == "A33")
    assert puesta["falta"] == []
    assert pantalla.apretar("proponer", actores=["A33"])["error"].startswith("No queda nada")
    Pantalla(pizarra).apretar("deshacer")
    assert pizarra.valor == antes


def test_en_un_ejemplo_de_solo_lectura_no_se_propone_nada():
    pizarra = Pizarra(cargar_caso("mesa_campanilla"), solo_lectura=True)

    respuesta = Pantalla(piezas(pizarra)["cartas"]).apretar("proponer", actores=["A33"])

    assert "se está mirando" in respuesta["error"]


def test_las_cartas_bajan_de_a_una_y_todas(pizarra):
    pantalla = Pantalla(piezas(pizarra)["cartas"])

    una = pantalla.apretar("bajar", actor="A29", formato="PDF")["datos"]
    todas = pantalla.apretar("bajar_todas", actores=["A29", "A32"], formato="Word")["datos"]

    assert base64.b64decode(una["base64"]).startswith(b"%PDF")
    dentro = zipfile.ZipFile(io.BytesIO(base64.b64decode(todas["base64"]))).namelist()
    assert len(dentro) == 2
    assert "error" in pantalla.apretar("bajar", actor="Z", formato="PDF")
    assert "error" in pantalla.apretar("bajar_todas", actores="A29", formato="PDF")


@pytest.mark.parametrize(
    ("clave", "formato", "empieza"),
    [
        ("plan", "Word", b"PK"),
        ("plan", "PDF", b"%PDF"),
        ("plan", "Excel", b"PK"),
        ("cartas", "PDF", b"PK"),
        ("calendario", "Archivo .ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_lo_que_se_lleva_se_hace_al_pedirlo(pizarra, clave, formato, empieza):
    pantalla = Pantalla(piezas(pizarra)["llevar"])

    datos = pantalla.apretar("bajar", clave=clave, formato=formato)["datos"]

    assert base64.b64decode(datos["base64"]).startswith(empieza)


def test_sin_fechas_el_calendario_dice_que_falta(pizarra):
    pizarra = Pizarra(pizarra.valor.con(convocatoria=Convocatoria()))

    respuesta = Pantalla(piezas(pizarra)["llevar"]).apretar(
        "bajar", clave="calendario", formato="Archivo .ics"
    )

    assert "anote primero una gestión" in respuesta["error"]


def test_el_grafico_del_balance_trae_su_tabla_y_su_hallazgo(pizarra):
    from mesa_territorial_widgets.componentes.convocatoria import lamina_de_balance

    lamina = lamina_de_balance(pizarra)

    publico = next(f for f in lamina.valor if f["grupo"] == "Público")
    assert (publico["hoy"], publico["comprometidos"], publico["invitados"]) == (9, 9, 11)
    assert lamina.titulo
    Pantalla(pizarra).apretar("cambiar_estado", **CAMBIO)
    publico = next(f for f in lamina.valor if f["grupo"] == "Público")
    assert (publico["hoy"], publico["comprometidos"], publico["invitados"]) == (9, 10, 11)


# ---------------------------------------------------------------- la bitácora


@dataclass
class Suceso:
    parche: list[dict[str, Any]]
    tipo: str = "cambio"
    deshecho: bool = False
    autor: str = "Rosa"
    cuando: datetime = field(default_factory=lambda: datetime(2026, 11, 20, 15, tzinfo=UTC))


DESDE_EL_MAPA = {"ruta": ["actores", "A29", "estado"], "antes": "pendiente", "despues": "reunion"}
DEL_TABLERO = {"ruta": ["convocatoria", "cambios", "c1"], "despues": {}}


def test_un_cambio_hecho_en_el_mapa_entra_a_la_historia_con_su_dia():
    (mudanza,) = leer_mudanzas(Suceso([DESDE_EL_MAPA]))

    assert mudanza == {
        "actor": "A29", "de": "pendiente", "a": "reunion", "fecha": "2026-11-20", "autor": "Rosa",
    }  # fmt: skip


@pytest.mark.parametrize(
    "suceso",
    [
        Suceso([DESDE_EL_MAPA, DEL_TABLERO]),
        Suceso([DESDE_EL_MAPA], deshecho=True),
        Suceso([DESDE_EL_MAPA], tipo="deshacer"),
        Suceso([{"ruta": ["actores", "A29", "nota"], "despues": "x"}]),
        Suceso([{"ruta": ["actores", "A29"], "despues": {}}]),
    ],
)
def test_lo_que_ya_tiene_fecha_o_no_quedo_en_pie_no_se_repite(suceso):
    assert list(leer_mudanzas(suceso)) == []


def test_el_tablero_pide_a_la_bitacora_solo_lo_que_hace_falta(pizarra):
    class Contexto:
        def historial(self, **filtro: Any) -> list[Suceso]:
            assert filtro["texto"] == "convocatoria"
            return [Suceso([DESDE_EL_MAPA])]

    tablero = piezas(pizarra, Contexto())["estados"]

    assert [m["a"] for m in tablero.tarjetas["A29"]["fuera"]] == ["reunion"]
    assert tablero.tarjetas["A01"]["fuera"] == []
    assert mudanzas_de(None)() == []
