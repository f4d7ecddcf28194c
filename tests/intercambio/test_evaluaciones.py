"""La planilla de evaluaciones: sale con los actores puestos y vuelve con sus errores por fila."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Prioridad
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.escritos import Tabla, Titulo, archivo_pdf, archivo_word
from mesa_territorial.intercambio.evaluaciones import (
    leer_evaluaciones,
    planilla_de_evaluaciones,
)
from mesa_territorial.intercambio.prioridad_escrita import escrito_de_prioridad
from mesa_territorial.intercambio.prioridad_xlsx import exportar_prioridad

CASO = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))


def libro(*filas: tuple[object, ...]) -> bytes:
    """Un xlsx con esas filas bajo el encabezado de la planilla."""
    obra = Workbook()
    for fila in (("Evaluador", "Actor", "Influencia", "Interés", "Urgencia"), *filas):
        obra.active.append(fila)
    memoria = BytesIO()
    obra.save(memoria)
    return memoria.getvalue()


def textos(contenido: bytes) -> str:
    """Todo lo escrito en un xlsx."""
    hojas = load_workbook(BytesIO(contenido)).worksheets
    return "\n".join(str(c.value) for h in hojas for f in h.iter_rows() for c in f if c.value)


def test_la_planilla_trae_a_cada_actor_y_sin_llenar_se_dice():
    contenido = planilla_de_evaluaciones(CASO)

    assert "SERVIU de Valparaíso" in textos(contenido)
    with pytest.raises(ReglaRota, match="ninguna nota"):
        leer_evaluaciones(CASO, "p.xlsx", contenido)
    with pytest.raises(ReglaRota, match="agregue actores"):
        planilla_de_evaluaciones(VACIA)


def test_se_leen_varios_evaluadores_y_los_actores_por_su_nombre():
    leidas = leer_evaluaciones(CASO, "p.xlsx", libro(
        ("Equipo FOSIS", "serviu de  valparaiso", 5, "3,5", None),
        ("equipo fosis", "Municipio de Valparaíso", 4, None, 2),
        ("Dirigencia", "SERVIU de Valparaíso", None, 4, None),
    ))  # fmt: skip

    assert leidas.evaluadores == {
        "Equipo FOSIS": {"A02": {"influencia": 5, "interes": 3.5},
                         "A29": {"influencia": 4, "urgencia": 2}},
        "Dirigencia": {"A02": {"interes": 4}},
    }  # fmt: skip
    assert (leidas.notas, leidas.problemas) == (5, ())


def test_cada_celda_mala_se_dice_con_su_fila_y_no_detiene_a_las_demas():
    leidas = leer_evaluaciones(CASO, "p.xlsx", libro(
        ("Equipo", "SERVIU de Valparaíso", "alta", 4, 7),
        ("", "Municipio de Valparaíso", 4, None, None),
        ("Equipo", "Quién sabe", 4, None, None),
        ("Equipo", "SERVIU de Valparaíso", None, 2, None),
        (None, "FOSIS Región de Valparaíso", None, None, None),
    ))  # fmt: skip

    assert leidas.evaluadores == {"Equipo": {"A02": {"interes": 4}}}
    assert [p.frase for p in leidas.problemas] == [
        'Fila 2, columna Influencia: dice "alta"; escriba un número de 1 a 5 (puede ser 3,5), o '
        "deje la celda vacía.",
        'Fila 2, columna Urgencia: dice "7"; escriba un número de 1 a 5 (puede ser 3,5), o deje '
        "la celda vacía.",
        "Fila 3, columna Evaluador: está vacía; escriba el rol o el grupo que evalúa.",
        'Fila 4, columna Actor: dice "Quién sabe"; escriba el nombre tal como está en el mapa.',
        'Fila 5, columna Interés: dice "2"; deje una sola fila por evaluador y actor.',
    ]


def test_una_planilla_de_otra_cosa_se_dice():
    with pytest.raises(ReglaRota, match="no tiene las columnas Evaluador, Actor"):
        leer_evaluaciones(CASO, "p.csv", b"Nombre;Nota\nSERVIU;4\n")


def test_lo_que_puso_cada_evaluador_no_sale_salvo_que_se_pida():
    publico, privado = exportar_prioridad(CASO), exportar_prioridad(CASO, con_evaluaciones=True)

    assert "Evaluaciones" not in load_workbook(BytesIO(publico)).sheetnames
    assert "Evaluaciones" in load_workbook(BytesIO(privado)).sheetnames
    assert "No lleva lo que puso cada evaluador" in textos(publico)
    assert "sólo orienta" in textos(publico)


def test_la_hoja_privada_vuelve_igual_a_como_salio():
    leidas = leer_evaluaciones(CASO, "p.xlsx", exportar_prioridad(CASO, con_evaluaciones=True))

    guardadas = {
        e.nombre: {
            i: {c: getattr(x, c) for c in ("influencia", "interes", "legitimidad", "urgencia")}
            for i, x in e.evaluaciones.items()
        }
        for e in CASO.prioridad.evaluadores.values()
    }
    assert leidas.evaluadores == guardadas


def test_el_documento_lleva_las_decisiones_con_su_razon_y_ninguna_nota_de_evaluador():
    escrito = escrito_de_prioridad(CASO)
    (primera,) = [b for b in escrito.bloques if isinstance(b, Tabla)][:1]

    assert [b.texto for b in escrito.bloques if isinstance(b, Titulo)][:2] == [
        "Convocar en primer lugar", "Convocar más adelante"
    ]  # fmt: skip
    assert primera.filas[0][1].startswith("Los plazos de la radicación")
    assert "30 de septiembre de 2020" in primera.filas[0][2]
    assert not any(f"según {e.nombre}" in str(escrito) for e in CASO.prioridad.evaluadores.values())


def test_el_documento_se_escribe_en_word_y_en_pdf_aunque_haya_textos_raros():
    mesa = CASO.con_cambio_de_actor("A02", nombre="=HOY() <b>SERVIU</b>")

    nombre, pdf = archivo_pdf(escrito_de_prioridad(mesa))
    _, word = archivo_word(escrito_de_prioridad(mesa))

    assert nombre.endswith(".pdf") and pdf[:4] == b"%PDF"
    assert word[:2] == b"PK"


def test_con_un_solo_evaluador_sus_notas_no_salen_ni_como_mediana():
    solo = {"e1": CASO.prioridad.evaluadores["e1"]}
    mesa = CASO.con(prioridad=replace(CASO.prioridad, evaluadores=solo))

    assert ": influencia 4, inter" not in textos(exportar_prioridad(mesa))
    assert ": influencia 4, inter" not in str(escrito_de_prioridad(mesa))


def test_una_decision_sin_fecha_ni_grupo_tambien_se_escribe():
    sin_fecha = replace(CASO.prioridad, fecha="", quien="")

    escrito = escrito_de_prioridad(CASO.con(prioridad=sin_fecha))

    assert "(sin anotar)" in str(escrito)
    assert archivo_pdf(escrito)[1].startswith(b"%PDF")


def test_sin_decisiones_el_documento_dice_que_falta():
    with pytest.raises(ReglaRota, match="Todavía no hay decisiones"):
        escrito_de_prioridad(CASO.con(prioridad=Prioridad()))
