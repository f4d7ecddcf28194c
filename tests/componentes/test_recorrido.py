"""El recorrido guiado, hecho entero como lo haría una persona."""

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.casos import cargar_caso
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.recorrido import FILTRO_LIBRE, RecorridoGuiado

RECORRIDO = cargar_recorrido("03_mapa_de_actores")
NUMERO = {p.id: n for n, p in enumerate(RECORRIDO.paso)}


class Visita(Pantalla):
    """Un recorrido con su pizarra y lo que se fue recordando."""

    def __init__(self, **rasgos):
        self.pizarra = Pizarra(cargar_caso(RECORRIDO.caso))
        self.recordado = []
        super().__init__(
            RecorridoGuiado(
                RECORRIDO,
                self.pizarra,
                (self.pizarra,),
                al_avanzar=lambda *donde: self.recordado.append(donde),
                **rasgos,
            )
        )

    def resolver(self, paso):
        """Hace bien lo que pide el paso en que está."""
        if paso.tarea == "hacer":
            self.pizarra.filtro = {**self.pizarra.filtro, **paso.espera}
        elif paso.tarea == "elegir":
            self.pizarra.seleccion = list(paso.acepta)
            self.apretar("responder")
        else:
            self.apretar("responder", respuesta=[o.acierta for o in paso.opciones].index(True))


@pytest.fixture
def visita():
    return Visita()


def test_haciendo_bien_cada_paso_se_llega_al_final(visita):
    for numero, paso in enumerate(RECORRIDO.paso):
        visita.apretar("ir", paso=numero)
        visita.resolver(paso)
        assert visita.componente.mensaje["logrado"], paso.id

    visita.apretar("ir", paso=len(RECORRIDO.paso))

    assert visita.componente.valor == (len(RECORRIDO.paso), [p.id for p in RECORRIDO.paso])
    assert visita.recordado[-1] == visita.componente.valor


def test_cada_paso_deja_a_la_vista_lo_que_prepara(visita):
    visita.apretar("ir", paso=NUMERO["cortes"])

    esperado = {**FILTRO_LIBRE, **RECORRIDO.paso[NUMERO["cortes"]].preparar}
    assert visita.pizarra.filtro == esperado
    assert visita.pizarra.seleccion == []


def test_ningun_paso_viene_hecho_al_llegar(visita):
    for numero in range(len(RECORRIDO.paso)):
        visita.apretar("ir", paso=numero)

    assert visita.componente.logrados == []


def test_que_respuesta_acierta_no_viaja_al_navegador(visita):
    assert all(
        set(p) & {"acepta", "espera", "si_elige", "al_lograr"} == set()
        and all(isinstance(o, str) for o in p["opciones"])
        for p in visita.componente.pasos
    )


def test_equivocarse_dice_por_que_y_no_avanza(visita):
    visita.pizarra.seleccion = ["A30"]
    visita.apretar("responder")

    assert "PNUD" in visita.componente.mensaje["texto"]
    assert (visita.componente.logrados, visita.recordado) == ([], [])


def test_volver_a_empezar_borra_lo_logrado(visita):
    visita.resolver(RECORRIDO.paso[0])
    visita.apretar("reiniciar")

    assert visita.componente.valor == (0, [])
    assert visita.recordado[-1] == (0, [])


@pytest.mark.parametrize(("pide", "queda"), [(-5, 0), (999, len(RECORRIDO.paso)), (2, 2)])
def test_ir_fuera_de_rango_queda_en_el_borde(visita, pide, queda):
    visita.apretar("ir", paso=pide)

    assert visita.componente.paso == queda


def test_despues_del_final_responder_no_falla(visita):
    visita.apretar("ir", paso=999)

    assert "error" not in visita.apretar("responder", respuesta=0)


def test_se_retoma_donde_se_dejo():
    visita = Visita(paso=NUMERO["volver-atras"], logrados=["quien-convoca"])

    assert visita.pizarra.filtro["momento"] == "despues"
    assert visita.componente.valor == (NUMERO["volver-atras"], ["quien-convoca"])


@pytest.mark.parametrize("orden", ["avanzar", "mensaje", "preparar", "_contar", "__init__"])
def test_la_pantalla_no_puede_llamar_a_lo_que_no_es_una_orden(visita, orden):
    respuesta = visita.apretar(orden, paso=9, logrados=["x"])

    assert respuesta["error"].startswith("Este paso no existe")
    assert visita.recordado == []


@pytest.mark.parametrize("basura", [None, [], {}, "x", 1.5, "A01"])
def test_una_respuesta_basura_recibe_una_frase(visita, basura):
    visita.apretar("ir", paso=NUMERO["partes"])
    visita.apretar("responder", respuesta=basura)

    assert visita.componente.mensaje == {"texto": "Escoja una de las respuestas.", "logrado": False}


def test_ir_a_un_paso_que_no_es_numero_responde_con_una_frase(visita):
    assert "error" in visita.apretar("ir", paso="tercero")
    assert "error" in visita.apretar("ir")
    assert visita.componente.paso == 0
