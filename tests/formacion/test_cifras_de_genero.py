"""Toda cifra del tema 06 (capítulo, recorrido y banco) se vuelve a contar de las planillas."""

import re
from collections import Counter
from math import ceil

import pytest
from datos.planillas import filas

from mesa_territorial.analisis.genero import techo_gres
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import TipoRelacion
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial.textos import numero

CLAVE = "06_estrategia_de_genero"
BANCO, RECORRIDO = cargar_banco(CLAVE), cargar_recorrido(CLAVE)
TEXTO = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", leer_guia(CLAVE).html))
CASO = "casos/mesa_campanilla"
ASISTENCIA = [a for a in filas(f"{CASO}/asistencia.csv") if a["asiste"] == "sí"]
COMPROMISOS = filas(f"{CASO}/compromisos.csv")
SESIONES = ("S1", "S2", "S3")
MESA = cargar_caso("mesa_campanilla")


def suma(sesion: str, columna: str) -> int:
    return sum(int(a[columna]) for a in ASISTENCIA if a["sesion_id"] == sesion)


def asisten(sesion: str) -> tuple[int, int]:
    return suma(sesion, "mujeres"), suma(sesion, "hombres")


def hablan(sesion: str) -> tuple[int, int]:
    return suma(sesion, "intervenciones_mujeres"), suma(sesion, "intervenciones_hombres")


def voz(sesion: str) -> float:
    (m, h), (tm, th) = asisten(sesion), hablan(sesion)
    return (tm / (tm + th)) / (m / (m + h))


def cargos(sesion: str) -> tuple[int, int, int]:
    c = Counter(k["liderazgo"] for k in COMPROMISOS if k["sesion_id"] == sesion)
    return c["mujer"], c["hombre"], c["mixto"]


def paso(id_paso: str):
    return next(p for p in RECORRIDO.paso if p.id == id_paso)


def acierta(id_paso: str):
    (opcion,) = [o for o in paso(id_paso).opciones if o.acierta]
    return opcion


def test_el_capitulo_cuenta_las_sesiones_como_son():
    (m1, h1), (t1, th1) = asisten("S1"), hablan("S1")

    assert f"{m1} de {m1 + h1} asistentes en la primera sesión" in TEXTO
    assert f"toman {t1} de {t1 + th1} turnos: el índice es {numero(voz('S1'), 2)}" in TEXTO
    assert f"llega a {numero(voz('S3'), 2)}" in TEXTO


def test_el_capitulo_suma_asistencias_y_compromisos():
    mujeres = sum(asisten(s)[0] for s in SESIONES)
    todos = sum(sum(asisten(s)) for s in SESIONES)
    de_mujeres, compartidos = (sum(cargos(s)[i] for s in SESIONES) for i in (0, 2))

    assert f"{mujeres} de {todos} asistencias ({100 * mujeres / todos:.0f} %)" in TEXTO
    assert f"{de_mujeres} de los {len(COMPROMISOS)} compromisos; otros {compartidos}" in TEXTO


def test_el_ejemplo_del_indice_y_el_piso_son_los_del_oraculo():
    assert "12 de 28 asistentes (43 %) y hablan 27 de 90 minutos (30 %)" in TEXTO
    assert numero(100 * 11 / 28, 1) == "39,3" and "con 11 son 39,3 %" in TEXTO
    assert BANCO.item("piso").valor == ceil(0.4 * 28) == 12
    assert BANCO.item("indice-de-voz").valor == pytest.approx((27 / 90) / (12 / 28))


def test_las_tablas_del_banco_son_las_del_caso():
    de_voz, de_cargos = BANCO.item("voz-campanilla"), BANCO.item("sumar-cuentas")

    assert de_voz.tabla.filas == tuple(
        (s[1], *(str(n) for n in (*asisten(s), *hablan(s)))) for s in SESIONES
    )
    assert de_cargos.tabla.filas == tuple(
        (s[1], *(str(n) for n in (*cargos(s), asisten(s)[0], sum(asisten(s))))) for s in SESIONES
    )
    assert de_voz.valor == pytest.approx(voz("S3"), abs=1e-4)
    errores = {e.valor for e in de_voz.errores}
    assert round(voz("S2"), 2) in errores and round(1 / voz("S3"), 2) in errores


def test_el_recorrido_cuenta_bien_las_medidas():
    estados = Counter(m.estado for m in MESA.genero.medidas.values())

    assert (estados["cumplida"], estados["parcial"], estados["pendiente"]) == (5, 3, 2)
    assert acierta("cumplidas").texto.startswith("Cinco")
    assert not any(m.tiene_dueno or m.fecha for m in MESA.genero.medidas.values())
    assert all(m.longwe for m in MESA.genero.medidas.values())


def test_el_recorrido_dice_que_cambio_la_palabra_y_no_la_asistencia():
    (t1, th1), (t3, th3) = hablan("S1"), hablan("S3")
    opcion = acierta("presencia-y-voz")

    assert f"de {numero(voz('S1'), 2)} a {numero(voz('S3'), 2)}" in opcion.texto
    assert f"de {t1} turnos entre {t1 + th1} a {t3} entre {t3 + th3}" in opcion.dice
    partes = [f"{100 * asisten(s)[0] / sum(asisten(s)):.0f} %" for s in ("S1", "S3")]
    assert partes == ["53 %", "52 %"]
    assert "2 de 4, 3 de 7 y 1 de 5" in paso("a-cargo").texto[1]
    assert [(c[0], sum(c)) for c in map(cargos, SESIONES)] == [(2, 4), (3, 7), (1, 5)]


def test_el_recorrido_ubica_a_las_organizaciones_y_a_quienes_deciden():
    unidos = {
        otro
        for r in MESA.relaciones.values()
        if r.momento == "despues" and r.tipo is not TipoRelacion.CONFLICTO
        for otro in ({r.de, r.hacia} - {"A24"} if "A24" in (r.de, r.hacia) else ())
    }
    deciden = {i for i in unidos if (MESA.actores[i].influencia or 0) >= 4}

    assert set(paso("el-lente").acepta) == deciden
    assert paso("de-mujeres").acepta == ("A24",)
    comunitarias = sum(a.sector == "sociedad_civil" for a in MESA.actores.values())
    assert comunitarias - 1 == 8 and "ocho organizaciones" in paso("de-mujeres").al_lograr


def test_el_recorrido_no_promete_mas_que_el_analisis():
    assert techo_gres(MESA.genero).nivel == "dirigido"
    assert "A lo más «dirigido»" in acierta("hasta-donde").texto
