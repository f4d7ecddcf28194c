"""Lo que afirman el recorrido, el banco y el capítulo 01, contra el caso y los hechos citados."""

import csv
from collections import Counter

from mesa_territorial import contenido
from mesa_territorial.analisis.coalicion import Sentido, aconsejar_tipo, cambios, chequear
from mesa_territorial.analisis.coalicion.quienes import vinculados_con
from mesa_territorial.analisis.lecturas_de_presencia import ESTAN, decide
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Nivel, Sector
from mesa_territorial.dominio.coalicion import Respuesta, TipoDeMesa
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.recorrido import Paso, cargar_recorrido
from mesa_territorial.formacion.temas import buscar_tema

RECORRIDO = cargar_recorrido("01_que_es_una_mesa")
BANCO = cargar_banco("01_que_es_una_mesa")
CAPITULO = buscar_tema("01_que_es_una_mesa").cuerpo
MESA = cargar_caso("mesa_campanilla")


def paso(id_paso: str) -> Paso:
    return next(p for p in RECORRIDO.paso if p.id == id_paso)


def la_que_acierta(id_paso: str) -> str:
    (opcion,) = [o for o in paso(id_paso).opciones if o.acierta]
    return opcion.texto


def hechos() -> dict[str, str]:
    ruta = contenido.ruta("datos_ejemplo", "casos", "hechos_semilla.csv")
    with ruta.open(encoding="utf-8", newline="") as archivo:
        return {f["hecho_id"]: f["valor"] for f in csv.DictReader(archivo)}


def test_son_34_en_el_mapa_y_28_integran_de_cuatro_sectores():
    integran = [a for a in MESA.actores.values() if a.estado is Estado.INTEGRA]

    assert (len(MESA.actores), len(integran)) == (34, 28)
    assert len({a.sector for a in integran}) == 4
    assert "34 actores; 28 integran" in paso("no-es-un-contrato").texto[0]
    por_sector = Counter(a.sector for a in integran)
    assert (por_sector[Sector.PRIVADO], por_sector[Sector.PUBLICO]) == (6, 9)


def test_serviu_y_fosis_son_quienes_dice_el_recorrido():
    assert MESA.actor(paso("llaves").acepta[0]).nombre.startswith("SERVIU")
    assert MESA.actor(paso("quien-convoca").acepta[0]).nombre.startswith("FOSIS")
    assert MESA.coalicion.convoca == "A01"


def test_fosis_tiene_vinculo_con_29_actores_y_llega_a_cuatro_sectores_mas():
    vecinos = vinculados_con(MESA, "A01")

    assert len(vecinos) == 29
    assert len({a.sector for a in vecinos} - {Sector.PUBLICO}) == 4


def test_la_fundacion_de_vivienda_es_la_unica_civil_de_la_region_en_el_comite():
    civiles = [
        a.id
        for a in MESA.actores.values()
        if a.sector is Sector.SOCIEDAD_CIVIL and a.nivel is Nivel.REGION and a.comite
    ]
    vecinos = {a.id for a in vinculados_con(MESA, "A26")}

    assert tuple(civiles) == paso("quien-une").acepta
    assert {"A20", "A21", "A02"} <= vecinos


def test_el_unico_de_la_comuna_que_decide_desde_el_estado_y_no_esta_es_el_municipio():
    fuera = [
        a.id
        for a in MESA.actores.values()
        if decide(a) and a.estado not in ESTAN and a.nivel is Nivel.COMUNA
    ]

    assert [i for i in fuera if MESA.actor(i).sector is Sector.PUBLICO] == ["A29"]
    assert paso("a-medias").acepta == ("A29",)
    assert MESA.coalicion.respuesta("decision") is Respuesta.EN_PARTE


def test_retrocede_el_territorio_y_los_otros_cuatro_avanzan():
    suyos = cambios(MESA)

    assert {c.elemento for c in suyos if c.retrocede} == {"dominio"}
    assert {c.elemento for c in suyos if not c.retrocede} >= {
        "diversidad",
        "recursos",
        "objetivos",
        "vision",
    }
    assert la_que_acierta("retrocede").startswith("El territorio")


def test_lo_que_impide_la_comunal_es_que_no_esta_la_institucion_de_la_comuna():
    (impide,) = aconsejar_tipo(MESA).impedimentos(TipoDeMesa.COMUNAL)
    a_favor = [
        r.frase
        for r in aconsejar_tipo(MESA).razones[TipoDeMesa.COMUNAL]
        if r.sentido is Sentido.A_FAVOR
    ]

    assert impide.ids == ("A29",)
    assert "institución pública de la comuna no está" in la_que_acierta("territorial-o-comunal")
    assert any("8 actores privados" in frase for frase in a_favor)


def test_el_caso_decidio_lo_mismo_que_se_aconseja_y_escribio_por_que():
    assert MESA.coalicion.tipo is aconsejar_tipo(MESA).aconsejado is TipoDeMesa.TERRITORIAL
    assert "Comité de Coordinación" in MESA.coalicion.razon
    assert chequear(MESA).razones[0].es_firme


def test_las_metas_del_banco_y_del_capitulo_son_las_del_informe():
    citados, item = hechos(), BANCO.item("cumplir-la-meta")

    assert item.tabla.filas == (
        ("Actores que integran la Mesa", citados["H08"], citados["H07"]),
        ("Sesiones de la Mesa", citados["H10"], citados["H09"]),
    )
    assert item.valor == 100 * int(citados["H09"]) / int(citados["H10"])
    assert item.errores[0].valor == 100 * int(citados["H07"]) / int(citados["H08"])
    assert f"Reunió {citados['H07']} actores, cuando la meta era {citados['H08']}" in CAPITULO
    assert citados["H20"] == "20" and "más de veinte" in CAPITULO
