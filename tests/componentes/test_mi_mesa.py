"""«Mi Mesa» pide al estante y muestra lo que hay; nada sabe de dónde se guarda."""

import base64

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.archivos import desde_base64, para_bajar
from mesa_territorial_widgets.componentes.mi_mesa import MiMesa


class EstanteDePrueba:
    """Anota lo que le piden y siempre tiene dos Mesas."""

    def __init__(self):
        self.pedidos = []

    def fichas(self, *, papelera=False):
        return [] if papelera else [{"clave": "m1"}, {"clave": "m2"}]

    def exportar(self, clave, *, con_privado=False):
        return f"{clave}{'_PRIVADO' if con_privado else ''}.mesa", b"contenido"

    def __getattr__(self, nombre):
        def anotar(*datos, **campos):
            self.pedidos.append((nombre, datos, campos))
            return "hecho"

        return anotar


@pytest.fixture
def pantalla():
    return Pantalla(MiMesa(EstanteDePrueba(), autor="Ana"))


def test_se_ven_las_mesas_y_los_niveles_menos_el_nacional(pantalla):
    niveles = [n["clave"] for n in pantalla.componente.niveles]

    assert pantalla.componente.valor == ("m1", "m2")
    assert niveles[0] == "campamento" and "nacional" not in niveles


@pytest.mark.parametrize(
    ("orden", "datos", "llega"),
    [
        ("duplicar", {"clave": "m1"}, ("duplicar", ("m1",), {})),
        ("borrar", {"clave": "m1"}, ("borrar", ("m1",), {})),
        ("recuperar", {"clave": "m1"}, ("recuperar", ("m1",), {})),
        ("renombrar", {"clave": "m1", "nombre": "Z"}, ("renombrar", ("m1", "Z"), {})),
        ("copiar_caso", {}, ("copiar_caso", (), {})),
        ("nombrar_autor", {"nombre": "Eva"}, ("nombrar_autor", ("Eva",), {})),
        (
            "crear",
            {"nombre": "N", "lugar": "L", "cut": "05101", "nivel": "barrio"},
            ("crear", (), {"nombre": "N", "lugar": "L", "cut": "05101", "nivel": "barrio"}),
        ),
        ("importar", {"nombre": "x.MESA", "base64": "aG9sYQ=="}, ("importar", (b"hola",), {})),
    ],
)
def test_cada_boton_llega_al_estante(pantalla, orden, datos, llega):
    respuesta = pantalla.apretar(orden, **datos)

    assert "error" not in respuesta
    assert pantalla.componente._estante.pedidos == [llega]


def test_exportar_entrega_el_archivo_en_base64(pantalla):
    datos = pantalla.apretar("exportar", clave="m1")["datos"]

    assert datos["nombre"] == "m1.mesa"
    assert base64.b64decode(datos["base64"]) == b"contenido"


@pytest.mark.parametrize(("pedido", "lleva"), [({"con_privado": True}, True), ({}, False)])
def test_lo_privado_sale_solo_si_se_pide(pantalla, pedido, lleva):
    datos = pantalla.apretar("exportar", clave="m1", **pedido)["datos"]

    assert ("PRIVADO" in datos["nombre"]) is lleva


@pytest.mark.parametrize("texto", ["valpara", "VALPARAISO", "05101"])
def test_la_comuna_se_busca_por_nombre_o_codigo(pantalla, texto):
    halladas = pantalla.apretar("buscar_comuna", texto=texto)["datos"]

    assert {"cut": "05101", "nombre": "Valparaíso", "region": "Valparaíso"} in halladas


@pytest.mark.parametrize("texto", ["", "   ", "zzzz", "x" * 10_000])
def test_buscar_nada_no_encuentra_nada(pantalla, texto):
    assert pantalla.apretar("buscar_comuna", texto=texto)["datos"] == []


def test_una_planilla_no_se_trae_por_aqui_y_se_dice_por_donde(pantalla):
    respuesta = pantalla.apretar("importar", nombre="actores.xlsx", base64="")

    assert "se importa desde el mapa" in respuesta["error"]


@pytest.mark.parametrize("base", ["%%%", "aG9", "ñ"])
def test_un_archivo_que_llega_a_medias_se_dice(pantalla, base):
    respuesta = pantalla.apretar("importar", nombre="x.mesa", base64=base)

    assert respuesta["error"] == "El archivo llegó incompleto. Vuelva a elegirlo."


@pytest.mark.parametrize("orden", ["refrescar", "mensaje", "__init__", "_estante", "fichas"])
def test_lo_que_no_es_boton_no_hace_nada(pantalla, orden):
    assert pantalla.apretar(orden)["error"].startswith("Este paso no existe")
    assert pantalla.componente._estante.pedidos == []


@pytest.mark.parametrize("datos", [{}, {"clave": "m1", "de_mas": 1}])
def test_faltar_o_sobrar_datos_recibe_una_frase(pantalla, datos):
    assert pantalla.apretar("duplicar", **datos)["error"].endswith("le faltan datos o le sobran.")


def test_lo_que_baja_se_puede_volver_a_subir():
    contenido = bytes(range(256))

    assert desde_base64(para_bajar("x", contenido)["base64"], megas=1) == contenido
    with pytest.raises(ReglaRota, match="incompleto"):
        desde_base64("no es base64", megas=1)
