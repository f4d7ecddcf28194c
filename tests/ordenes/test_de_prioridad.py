"""Las órdenes de la priorización: cada una se aplica entera o no se aplica."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import Trato
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

CASO = cargar_caso("mesa_campanilla")


def pedir(orden: str, mesa: Mesa = CASO, **datos) -> tuple[str, Mesa]:
    frase, transicion = preparar(orden, mesa, datos)
    return frase, transicion(mesa)


def test_una_nota_se_pone_se_cambia_y_se_vacia():
    celda = {"fila": "A03", "columna": "e1", "valor": 4}

    frase, con = pedir("evaluar", atributo="urgencia", celdas=[celda])
    _, sin = pedir("evaluar", con, atributo="urgencia", celdas=[{**celda, "valor": None}])

    assert con.prioridad.evaluadores["e1"].evaluaciones["A03"].urgencia == 4
    assert "A03" not in sin.prioridad.evaluadores["e1"].evaluaciones
    # El historial dice que evaluó y no cuánto puso.
    assert frase == (
        "Equipo FOSIS (ejercicio) evaluó la urgencia de SEREMI de Vivienda y Urbanismo (caso)"
    )


def test_pegar_un_bloque_es_un_solo_paso_y_una_nota_mala_no_deja_nada():
    buenas = [{"fila": i, "columna": "e1", "valor": 3} for i in ("A03", "A04")]

    frase, con = pedir("evaluar", atributo="interes", celdas=buenas)

    assert frase == "Puso 2 notas de interés (Equipo FOSIS (ejercicio))"
    assert con.prioridad.evaluadores["e1"].evaluaciones["A04"].interes == 3
    with pytest.raises(ReglaRota, match="va de 1 a 5"):
        pedir("evaluar", atributo="interes",
              celdas=[*buenas, {"fila": "A05", "columna": "e1", "valor": 9}])  # fmt: skip


@pytest.mark.parametrize(
    ("datos", "frase"),
    [
        ({"atributo": "nombre", "celdas": [{"fila": "A01", "columna": "e1"}]}, "No se evalúa"),
        ({"atributo": "interes", "celdas": []}, "ninguna nota"),
        ({"atributo": "interes", "celdas": [{"fila": "Z", "columna": "e1"}]}, "ya no está"),
        ({"atributo": "interes", "celdas": [{"fila": "A01", "columna": "z"}]}, "Agréguelo"),
        ({"atributo": "interes", "celdas": [{"fila": "A01", "columna": "e1", "valor": "x"}]},
         "no sirve"),
        ({"celdas": []}, "incompleto"),
    ],
)  # fmt: skip
def test_lo_que_no_sirve_se_dice(datos, frase):
    with pytest.raises(ReglaRota, match=frase):
        pedir("evaluar", **datos)


def test_traer_evaluadores_agrega_sin_tocar_a_los_demas():
    nuevo = {"id": "e9", "nombre": "Sector privado", "origen": "importada",
             "evaluaciones": {"A01": {"influencia": 5}}}  # fmt: skip

    frase, con = pedir("traer_evaluadores", evaluadores=[nuevo])

    assert frase == "Trajo las evaluaciones de Sector privado: 1 actor"
    assert list(con.prioridad.evaluadores) == ["e1", "e2", "e3", "e4", "e9"]
    with pytest.raises(ReglaRota, match="ya no está"):
        pedir("traer_evaluadores", evaluadores=[{**nuevo, "evaluaciones": {"Z": {"interes": 3}}}])


def test_llevar_al_mapa_cambia_las_notas_de_los_actores():
    frase, con = pedir("llevar_al_mapa", notas={"A20": {"influencia": 2.5, "urgencia": 5}})

    assert (con.actor("A20").influencia, con.actor("A20").urgencia) == (2.5, 5)
    assert frase.startswith("Llevó al mapa la mediana")
    with pytest.raises(ReglaRota, match="No hay notas"):
        pedir("llevar_al_mapa", notas={})


def test_decidir_pide_una_razon_y_queda_con_quien_y_cuando():
    datos = {"ids": ["A01", "A20"], "trato": "primero", "quien": "Equipo", "fecha": "2026-03-14"}

    frase, con = pedir("decidir", razon="Firma los permisos.", **datos)

    assert con.prioridad.decisiones["A20"].trato is Trato.PRIMERO
    assert con.prioridad.decisiones["A20"].fecha == "2026-03-14"
    assert "convocar en primer lugar (Firma los permisos.)" in frase
    for mala in ({"razon": " "}, {"razon": "x", "ids": []}, {"razon": "x", "trato": "ya"}):
        with pytest.raises(ReglaRota):
            pedir("decidir", **{**datos, **mala})


def test_agregar_un_evaluador_con_la_orden_comun_no_borra_sus_notas():
    _, con = pedir("poner_ficha", seccion="prioridad", coleccion="evaluadores", id="e1",
                   campos={"personas": 8})  # fmt: skip

    assert con.prioridad.evaluadores["e1"].personas == 8
    assert len(con.prioridad.evaluadores["e1"].evaluaciones) == 12


def test_los_promedios_de_una_votacion_no_se_cambian_a_mano():
    votada = {"id": "v1-todos", "nombre": "Votación «x»", "origen": "votacion",
              "evaluaciones": {"A01": {"influencia": 3.3}}}  # fmt: skip
    _, con = pedir("traer_evaluadores", evaluadores=[votada], quitar=["e4"])

    assert list(con.prioridad.evaluadores) == ["e1", "e2", "e3", "v1-todos"]
    with pytest.raises(ReglaRota, match="no se cambian a mano"):
        pedir("evaluar", con, atributo="interes",
              celdas=[{"fila": "A01", "columna": "v1-todos", "valor": 5}])  # fmt: skip
