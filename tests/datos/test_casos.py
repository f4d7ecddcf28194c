"""Las planillas de los casos dicen lo que dicen sus fuentes y nada de más."""

from collections import Counter

from datos.planillas import filas

CAMPANILLA = "casos/mesa_campanilla"
SAN_PEDRO = "casos/mesa_san_pedro"


def _actores() -> dict[str, dict[str, str]]:
    return {a["actor_id"]: a for a in filas(f"{CAMPANILLA}/actores.csv")}


def test_28_integran_y_el_municipio_esta_pendiente():
    actores = _actores()

    assert sum(a["estado_convocatoria"] == "integra" for a in actores.values()) == 28
    assert actores["A29"]["nombre"] == "Municipio de Valparaíso"
    assert actores["A29"]["estado_convocatoria"] == "pendiente"


def test_todo_lo_que_nombra_un_actor_nombra_uno_que_existe():
    ids = _actores().keys()
    relaciones = filas(f"{CAMPANILLA}/relaciones.csv")
    compromisos = filas(f"{CAMPANILLA}/compromisos.csv")
    problemas = filas(f"{CAMPANILLA}/escala_problemas.csv")

    assert {r["origen"] for r in relaciones} | {r["destino"] for r in relaciones} <= ids
    assert {a["actor_id"] for a in filas(f"{CAMPANILLA}/asistencia.csv")} <= ids
    assert {c["responsable_id"] for c in compromisos} <= ids
    assert {c["corresponsable_id"] for c in compromisos} <= ids
    assert {p["decisor_id"] for p in problemas} | {
        p["otro_actor_clave_id"] for p in problemas
    } <= ids


def test_asisten_28_en_promedio():
    asistencia = filas(f"{CAMPANILLA}/asistencia.csv")

    por_sesion = Counter(a["sesion_id"] for a in asistencia if a["asiste"] == "sí")

    assert sum(por_sesion.values()) / len(por_sesion) == 28


def test_las_sesiones_son_seis_seis_ocho_y_tres():
    tipos = Counter(s["tipo"] for s in filas(f"{CAMPANILLA}/sesiones.csv"))

    assert tipos == {
        "capacitación": 6,
        "mapa de actores": 6,
        "trabajo con equipo FOSIS": 8,
        "mesa territorial": 3,
    }


def test_un_compromiso_esta_al_cien_por_ciento_solo_si_se_cumplio():
    for compromiso in filas(f"{CAMPANILLA}/compromisos.csv"):
        assert (compromiso["avance_pct"] == "100") == (compromiso["estado"] == "cumplido")


def test_ninguna_institucion_real_aparece_atrasada():
    actores = _actores()

    for compromiso in filas(f"{CAMPANILLA}/compromisos.csv"):
        responsable = actores[compromiso["responsable_id"]]
        assert compromiso["estado"] != "atrasado" or responsable["origen_nombre"] != "fuente"


def test_quien_no_consta_en_la_fuente_lo_dice_en_su_nombre():
    inventados = [a for a in _actores().values() if a["origen_nombre"] == "ilustrativo"]

    assert inventados
    for actor in inventados:
        assert "(caso)" in actor["nombre"] or "(fictici" in actor["nombre"]


def test_san_pedro_suma_966_y_76_millones():
    cartera = filas(f"{SAN_PEDRO}/cartera.csv")
    aportes = filas(f"{SAN_PEDRO}/aportes_privados.csv")

    assert len(cartera) == 10
    assert sum(int(p["inversion_mm"]) for p in cartera) == 966
    assert sum(int(p["aporte_privado_diseno_mm"]) for p in cartera) == 76
    assert sum(int(a["aporte_mm"]) for a in aportes) == 76


def test_la_red_huella_local_son_55_comunas_reales_y_30_con_mesa():
    red = filas("casos/huella_local/comunas_red.csv")
    reales = {c["cut_comuna"] for c in filas("referencia/comunas.csv")}

    assert len(red) == 55
    assert {c["cut_comuna"] for c in red} <= reales
    assert sum(c["mesa_convergencia"] == "sí" for c in red) == 30


def test_las_cifras_de_los_hechos_cumplen_sus_reglas():
    valor = {h["hecho_id"]: h["valor"] for h in filas("casos/hechos_semilla.csv")}

    assert len(valor) == 30
    assert float(valor["H03"]) == float(valor["H04"]) + float(valor["H05"]) + float(valor["H06"])
    assert int(valor["H07"]) >= int(valor["H08"])
    assert int(valor["H24"]) / int(valor["H23"]) == 10.4
    assert (valor["H26"], valor["H27"], valor["H28"]) == ("10", "966", "76")
