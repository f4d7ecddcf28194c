"""La sección de género del caso es la de sus planillas, sumada de nuevo aquí."""

from collections import Counter

from datos.planillas import filas

from mesa_territorial.casos import cargar_caso

GENERO = cargar_caso("mesa_campanilla").genero
CASO = "casos/mesa_campanilla"
ETAPAS = {
    "preparación": "mapeo",
    "instalación": "instalacion",
    "comité": "instalacion",
    "transferencia": "seguimiento",
}


def test_las_medidas_son_las_diez_de_la_planilla_sin_dueno_inventado():
    escritas = filas(f"{CASO}/genero_medidas.csv")

    assert [(m.id, m.medida, m.estado) for m in GENERO.medidas.values()] == [
        (f["medida_id"], f["medida"], f["estado"]) for f in escritas
    ]
    assert [m.etapa for m in GENERO.medidas.values()] == [
        ETAPAS.get(f["etapa"], f["etapa"]) for f in escritas
    ]
    assert not any(m.tiene_dueno or m.fecha or m.evidencia for m in GENERO.medidas.values())


def test_las_cuentas_de_cada_sesion_suman_las_de_sus_asistentes():
    asistencia = [a for a in filas(f"{CASO}/asistencia.csv") if a["asiste"] == "sí"]
    compromisos = filas(f"{CASO}/compromisos.csv")

    for id_, sesion in GENERO.sesiones.items():
        suyas = [a for a in asistencia if a["sesion_id"] == id_]
        voces = Counter(a["vocera"] for a in suyas)
        cargos = Counter(c["liderazgo"] for c in compromisos if c["sesion_id"] == id_)
        assert sesion.asistentes_mujeres == sum(int(a["mujeres"]) for a in suyas)
        assert sesion.asistentes_hombres == sum(int(a["hombres"]) for a in suyas)
        assert sesion.turnos_mujeres == sum(int(a["intervenciones_mujeres"]) for a in suyas)
        assert sesion.turnos_hombres == sum(int(a["intervenciones_hombres"]) for a in suyas)
        assert (sesion.liderazgos_mujeres, sesion.liderazgos_hombres) == (
            voces["mujer"],
            voces["hombre"],
        )
        assert (
            sesion.compromisos_mujeres,
            sesion.compromisos_hombres,
            sesion.compromisos_otra,
        ) == (cargos["mujer"], cargos["hombre"], cargos["mixto"])


def test_lo_que_la_fuente_no_dice_queda_en_blanco():
    assert {s.contado("minutos") for s in GENERO.sesiones.values()} == {None}
    assert not GENERO.respuestas
    assert not (GENERO.horario or GENERO.cuidados or GENERO.lugar or GENERO.palabra)
    assert GENERO.gen is None
    assert {r.conduccion for r in GENERO.representaciones.values()} == {None}
    assert [i for i, r in GENERO.representaciones.items() if r.de_mujeres] == ["A24"]


def test_todo_lo_contado_se_dice_de_ejercicio():
    assert all("ejercicio" in s.nota for s in GENERO.sesiones.values())
