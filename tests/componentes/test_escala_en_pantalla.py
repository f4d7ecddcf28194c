"""Lo que la pantalla dice de la escala, y los dos componentes que la cambian."""

from dataclasses import replace

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.analisis.escala.pares import pesar_de_a_pares
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.escala_criterios import ComparacionDePares, par_de
from mesa_territorial.graficos.escala import filas_de_escala, titulo_de_escala
from mesa_territorial_widgets.componentes.escala_de_problemas import (
    bloques_del_catalogo,
    dichos_de_problemas,
    sugerencias_de_problemas,
    vista_de_notas,
)
from mesa_territorial_widgets.componentes.escala_en_pantalla import bloques_de_escala
from mesa_territorial_widgets.componentes.pares import Pares, pesos_para_la_cuenta
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.quien_falta import QuienFalta, faltantes

CASO = cargar_caso("mesa_campanilla")


def con(**campos):
    return replace(CASO, escala=replace(CASO.escala, **campos))


def comparar_todo(escala: Escala, veces: int = 1) -> Escala:
    """Cada criterio importa ``veces`` más que los que le siguen."""
    ids = list(escala.criterios)
    pares = {
        par_de(a, b): ComparacionDePares(id=par_de(a, b), uno=a, otro=b, veces=veces)
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    }
    return replace(escala, pares=pares)


def test_los_bloques_van_de_la_compuerta_a_la_decision():
    bloques = bloques_de_escala(CASO)

    assert bloques[0].veredicto.startswith("En rojo. Faltan 3 actores")
    assert [b.veredicto for b in bloques[1:4]] == [
        "La región.",
        "La comuna.",
        "El campamento, la comuna y la región.",
    ]
    assert "Falta anotarla" in bloques[4].veredicto


def test_una_mesa_vacia_ensena_por_donde_partir():
    bloques = bloques_de_escala(replace(CASO, escala=Escala()))

    assert "Anote primero los problemas" in bloques[0].veredicto
    assert "Ponga notas a dos niveles" in bloques[1].veredicto


def test_si_el_equipo_se_aparta_se_dice_en_que():
    mesa = con(nivel_objetivo="comuna", nivel_mesa="barrio", niveles_comite=("comuna",))
    bloque = bloques_de_escala(mesa)[4]

    assert bloque.veredicto.startswith("Objetivo en la comuna; Mesa en el barrio")
    dichas = " ".join(f.texto for f in bloque.frases)
    assert "Para el objetivo la cuenta aconsejaba la región." in dichas
    assert "Del Comité aconsejado falta: el campamento y la región." in dichas
    assert bloque.nota == "Falta escribir la razón."


def test_de_cada_problema_se_dice_la_norma_lo_no_leido_y_como_esta_cada_llave():
    dichos = [d["texto"] for d in dichos_de_problemas(CASO)["P01"]]

    assert "DS 355" in dichos[0] and "Por verificar" in dichos[0]
    assert "Competencia: SERVIU de Valparaíso, integra la Mesa." in dichos
    assert "Recurso: Municipio de Valparaíso, pendiente." in dichos


def test_lo_que_ya_esta_anotado_no_se_sugiere():
    rotulos = {s["rotulo"] for s in sugerencias_de_problemas(CASO)}

    assert "Tenencia del suelo" not in rotulos
    assert "Basura y aseo" in rotulos


def test_las_notas_se_ven_con_sus_pesos_y_puntajes():
    vista = vista_de_notas(CASO)

    assert len(vista.filas) == 7
    assert vista.resumen_filas[0].textos["region"] == "4,05"
    assert vista.resumen_columnas[0].textos["recurso"] == "25"


def test_el_catalogo_se_ve_por_nivel_y_dice_que_falta_verificar():
    celdas = [c for b in bloques_del_catalogo() if b.cuadro for f in b.cuadro.filas for c in f]

    assert sum(c.startswith("POR VERIFICAR: ") for c in celdas) == 3
    assert "texto vigente a marzo de 2025" in celdas


def test_el_grafico_dice_el_hallazgo_y_trae_el_rango():
    filas = filas_de_escala(CASO)

    assert titulo_de_escala(CASO).startswith("La región suma más: 4,05. Resiste")
    assert [f["lugar"] for f in filas] == [1, 2, 3, 4, 5]
    assert all(f["minimo"] <= f["puntaje"] <= f["maximo"] for f in filas)
    assert filas_de_escala(replace(CASO, escala=Escala())) == []


def test_los_pesos_comparados_suman_cien_despues_de_redondear():
    pesos = pesos_para_la_cuenta(pesar_de_a_pares(comparar_todo(CASO.escala, 3)))

    assert sum(pesos.values()) == pytest.approx(100)
    assert pesos_para_la_cuenta(pesar_de_a_pares(Escala())) == {}


def test_usar_los_pesos_comparados_los_lleva_a_la_cuenta_y_se_deshace():
    pizarra = Pizarra(con(pares=comparar_todo(CASO.escala).pares))
    componente = Pares(pizarra)

    assert "error" not in Pantalla(componente).apretar("usar")
    assert {c.peso for c in pizarra.valor.escala.criterios.values()} == {20}
    pizarra.responder("deshacer", {})
    assert pizarra.valor.escala.criterios["competencia"].peso == 30


def test_no_se_usan_pesos_a_medio_comparar_ni_mirando():
    a_medias = Pares(Pizarra(CASO))
    mirando = Pares(Pizarra(con(pares=comparar_todo(CASO.escala).pares), solo_lectura=True))

    assert "Faltan comparaciones" in Pantalla(a_medias).apretar("usar")["error"]
    assert "no se puede cambiar" in Pantalla(mirando).apretar("usar")["error"]


def test_quien_falta_junta_lo_que_tiene_cada_institucion():
    problemas = {
        **CASO.escala.problemas,
        "P03": replace(CASO.escala.problemas["P03"], paga_fuera="Fondo Regional"),
        "P04": replace(CASO.escala.problemas["P04"], paga_fuera="fondo regional"),
    }
    pizarra = Pizarra(con(problemas=problemas))
    componente = QuienFalta(pizarra)

    (falta,) = componente.faltan
    assert falta["frase"] == (
        "pone el dinero en «Agua potable y alcantarillado» y «Energía eléctrica segura»."
    )
    pizarra.responder(
        "agregar_quien_falta", {"id": "n", "nombre": "Fondo Regional", "sector": "publico"}
    )
    assert componente.faltan == []
    assert pizarra.valor.escala.problemas["P04"].paga == "n"


def test_sin_nadie_fuera_no_hay_faltantes():
    assert faltantes(CASO) == []
