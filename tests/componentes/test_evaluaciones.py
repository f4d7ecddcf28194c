"""Traer evaluaciones desde la pantalla: se mira antes de guardar, se deshace y no se duplica."""

import base64
from io import BytesIO

from componentes.pantalla import Pantalla
from openpyxl import Workbook

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.prioridad import Prioridad
from mesa_territorial_widgets.componentes.decidir_varios import DecidirVarios
from mesa_territorial_widgets.componentes.evaluaciones import Evaluaciones
from mesa_territorial_widgets.componentes.notas_de_evaluadores import notas_por_atributo
from mesa_territorial_widgets.componentes.pila import Pila
from mesa_territorial_widgets.componentes.pizarra import Pizarra

CASO = cargar_caso("mesa_campanilla")


def planilla(*filas: tuple[object, ...]) -> str:
    obra = Workbook()
    for fila in (("Evaluador", "Actor", "Influencia"), *filas):
        obra.active.append(fila)
    memoria = BytesIO()
    obra.save(memoria)
    return base64.b64encode(memoria.getvalue()).decode()


def abrir(mesa=CASO) -> tuple[Pizarra, Pantalla]:
    pizarra = Pizarra(mesa)
    numeros = iter(range(100))
    return pizarra, Pantalla(Evaluaciones(pizarra, crear_id=lambda: f"n{next(numeros)}"))


def test_leer_no_guarda_nada_y_confirmar_es_un_solo_paso_que_se_deshace():
    pizarra, pantalla = abrir()
    fila = ("Academia", "SERVIU de Valparaíso", 5)

    leido = pantalla.apretar("leer", nombre="a.xlsx", base64=planilla(fila))["datos"]
    antes = pizarra.valor
    pantalla.apretar("confirmar", nombre="a.xlsx")

    assert leido["evaluadores"] == [{"nombre": "Academia", "actores": 1, "notas": 1, "nuevo": True}]
    assert "n0" not in antes.prioridad.evaluadores
    assert pizarra.valor.prioridad.evaluadores["n0"].fuente == "Planilla «a.xlsx»"
    pizarra.responder("deshacer", {})
    assert pizarra.valor == antes


def test_traer_dos_veces_suma_al_mismo_evaluador_y_no_borra_lo_que_ya_puso():
    pizarra, pantalla = abrir()
    fila = ("equipo fosis (EJERCICIO)", "SEREMI de Vivienda y Urbanismo (caso)", 3.5)

    for _ in range(2):
        pantalla.apretar("leer", nombre="a.xlsx", base64=planilla(fila))
        pantalla.apretar("confirmar", nombre="a.xlsx")

    (equipo,) = [e for e in pizarra.valor.prioridad.evaluadores.values() if e.id == "e1"]
    assert len(pizarra.valor.prioridad.evaluadores) == 4
    assert equipo.evaluaciones["A03"].influencia == 3.5
    assert equipo.evaluaciones["A01"].urgencia == 3


def test_confirmar_dos_veces_o_sin_leer_se_dice():
    _, pantalla = abrir()

    assert "Elija la planilla" in pantalla.apretar("confirmar")["error"]
    assert "No se pudo" not in str(pantalla.apretar("leer", nombre="x.pdf", base64="JVBERi0="))


def test_copiar_el_mapa_crea_un_evaluador_y_repetirlo_lo_actualiza():
    pizarra, pantalla = abrir(CASO.con(prioridad=Prioridad()))

    pantalla.apretar("copiar_mapa")
    pantalla.apretar("copiar_mapa")

    (evaluador,) = pizarra.valor.prioridad.evaluadores.values()
    assert (evaluador.nombre, evaluador.origen) == ("Notas del mapa", "mapa")
    assert evaluador.evaluaciones["A29"].influencia == 5


def test_llevar_al_mapa_muestra_antes_lo_que_cambia():
    pizarra, pantalla = abrir()

    cambios = pantalla.apretar("prever_mapa")["datos"]
    pantalla.apretar("llevar_al_mapa")

    assert any(c.startswith("Representantes de la comunidad") and "4 → 2,5" in c for c in cambios)
    assert pizarra.valor.actor("A20").influencia == 2.5
    assert pantalla.apretar("prever_mapa")["datos"] == []
    assert "No hay notas" in pantalla.apretar("llevar_al_mapa")["error"]


def test_en_una_mesa_que_solo_se_mira_no_se_trae_nada():
    pizarra, pantalla = abrir()
    pizarra.solo_lectura = True

    assert "no se puede cambiar" in pantalla.apretar("copiar_mapa")["error"]


def test_la_matriz_muestra_notas_vacios_y_medianas():
    tablero = notas_por_atributo(Pizarra(CASO))
    influencia = tablero._piezas[0]

    assert influencia.vista["valores"]["A20"] == {"e1": 2, "e2": 5, "e3": 3, "e4": 2}
    assert "A03" not in influencia.vista["valores"]
    mediana, en_el_mapa = influencia.vista["resumen_filas"]
    assert (mediana["textos"]["A20"], en_el_mapa["textos"]["A20"]) == ("2,5", "4")
    assert len(Pila([influencia]).piezas) == 1


def test_decidir_sobre_varios_ofrece_las_cuatro_decisiones():
    assert list(DecidirVarios(CASO).tratos) == ["primero", "despues", "informar", "esperar"]
