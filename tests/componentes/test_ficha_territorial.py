"""La ficha en pantalla: la comuna por búsqueda, los archivos oficiales y lo que se deshace."""

import base64
import io
from itertools import count

import openpyxl
import pytest
from componentes.pantalla import Pantalla
from intercambio.oficiales import recortes

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import FichaTerritorial, Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.ficha_territorial import (
    documentos_de_ficha,
    piezas_de_explorar,
    piezas_de_ficha,
)
from mesa_territorial_widgets.componentes.importador_oficial import ImportadorOficial
from mesa_territorial_widgets.componentes.indicadores import CuadroDeIndicadores
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.territorio import TerritorioDeLaMesa

VALORES = {"05101": 7.0, "05109": 5.0, "05102": 9.0}


def _mesa(**campos):
    territorio = campos.pop("territorio", Territorio(cut_comuna="05101", nivel=Nivel.COMUNA))
    ficha = FichaTerritorial(**campos)
    return Mesa(id="m", nombre="Los Aromos", territorio=territorio, ficha_territorial=ficha)


def _en_base64(contenido):
    return base64.b64encode(
        contenido.encode() if isinstance(contenido, str) else contenido
    ).decode()


# ------------------------------------------------------------------ el territorio


def test_cambiar_de_comuna_es_un_paso_que_se_dice_y_se_deshace():
    pizarra = Pizarra(_mesa())
    pantalla = Pantalla(TerritorioDeLaMesa(pizarra))

    assert pantalla.apretar("ubicar", campos={"cut": "05109"})["datos"] is None
    assert pizarra.valor.territorio.cut_comuna == "05109"
    assert "comuna Valparaíso (Valparaíso) → Viña del Mar" in pizarra.guardado["frase"]

    pizarra.responder("deshacer", {})
    assert pizarra.valor.territorio.cut_comuna == "05101"
    assert pantalla.componente.dicho["comuna"] == "Valparaíso"


def test_repetir_lo_mismo_no_deja_un_paso_vacio():
    pizarra = Pizarra(_mesa())

    Pantalla(TerritorioDeLaMesa(pizarra)).apretar("ubicar", campos={"nivel": "comuna"})

    assert not pizarra.guardado["deshacer"]


@pytest.mark.parametrize(
    "campos",
    [
        {"cut": "99999"},
        {"cut": "5101"},
        {"nivel": "nacional"},
        {"nivel": "x"},
        {"lugar": "a" * 201},
    ],
)
def test_un_territorio_que_no_existe_se_rechaza_con_una_frase(campos):
    pizarra = Pizarra(_mesa())

    respuesta = Pantalla(TerritorioDeLaMesa(pizarra)).apretar("ubicar", campos=campos)

    assert "error" in respuesta and "código" not in respuesta["error"][:5]
    assert pizarra.valor.territorio.cut_comuna == "05101"


def test_los_indicadores_siguen_a_la_comuna_o_recuerdan_de_cual_eran():
    de_archivo = Indicador(id="a", nombre="Pobreza", valor=7.0, cut="05101", valores=VALORES)
    escrito = Indicador(id="b", nombre="Ferias libres", valor=3.0)
    del_lugar = Indicador(id="c", nombre="Hogares", valor=98, nivel=Nivel.CAMPAMENTO)
    pizarra = Pizarra(_mesa(indicadores={"a": de_archivo, "b": escrito, "c": del_lugar}))

    Pantalla(TerritorioDeLaMesa(pizarra)).apretar("ubicar", campos={"cut": "05109"})
    ficha = pizarra.valor.ficha_territorial

    assert (ficha.indicadores["a"].valor, ficha.indicadores["a"].cut) == (5.0, "05109")
    assert (ficha.indicadores["b"].valor, ficha.indicadores["b"].cut) == (3.0, "05101")
    assert ficha.indicadores["c"] == del_lugar


def test_sumar_una_comuna_hace_intercomunal_a_la_mesa_y_la_propia_no_se_suma():
    pizarra = Pizarra(_mesa())
    pantalla = Pantalla(TerritorioDeLaMesa(pizarra))

    pantalla.apretar("sumar_comuna", cut="05109")
    repetida = pantalla.apretar("sumar_comuna", cut="05101")
    pantalla.apretar("sumar_comuna", cut="05109")

    assert pizarra.valor.territorio.nivel is Nivel.INTERCOMUNAL
    assert list(pizarra.valor.ficha_territorial.comunas) == ["05109"]
    assert "ya es la comuna" in repetida["error"]

    pantalla.apretar("quitar_comuna", cut="05109")
    assert pizarra.valor.ficha_territorial.comunas == {}
    assert "ya no está" in pantalla.apretar("quitar_comuna", cut="05109")["error"]


def test_una_mesa_que_se_mira_no_se_muda():
    pizarra = Pizarra(_mesa(), solo_lectura=True)

    respuesta = Pantalla(TerritorioDeLaMesa(pizarra)).apretar("ubicar", campos={"cut": "05109"})

    assert "no se puede cambiar" in respuesta["error"]


def test_un_codigo_que_no_existe_se_dice_y_se_puede_arreglar():
    pizarra = Pizarra(_mesa(territorio=Territorio(cut_comuna="99999"), lat=-33.0, lon=-71.0))
    pantalla = Pantalla(TerritorioDeLaMesa(pizarra))
    cuadro = CuadroDeIndicadores(pizarra)

    assert "No hay una comuna" in pantalla.componente.dicho["falta"]
    assert cuadro.region is None and cuadro.aviso_mapa

    pantalla.apretar("ubicar", campos={"cut": "05101"})
    assert pantalla.componente.dicho["comuna"] == "Valparaíso"
    assert not pantalla.componente.dicho["descrito"]
    assert len(cuadro.region.valor) == 38


def test_la_comuna_se_busca_sin_tildes_y_por_codigo():
    pantalla = Pantalla(TerritorioDeLaMesa(Pizarra(_mesa())))

    assert pantalla.apretar("buscar_comuna", texto="aysen")["datos"][0]["cut"] == "11201"
    assert pantalla.apretar("buscar_comuna", texto="13505")["datos"][0]["nombre"] == "San Pedro"
    assert pantalla.apretar("buscar_comuna", texto="  ")["datos"] == []


# ------------------------------------------------------------------ el cuadro


def test_el_cuadro_parte_por_el_primer_indicador_y_cambia_con_el_elegido():
    cuadro = CuadroDeIndicadores(Pizarra(cargar_caso("mesa_campanilla")))

    assert cuadro.elegido == "in-superficie"
    assert not cuadro.region.ilustrativa
    cuadro.elegido = "in-encuesta"

    assert cuadro.region.ilustrativa and cuadro.puestos.ilustrativa
    assert [f["clave"] for f in cuadro.frases] == ["posicion", "intervalo"]
    assert len(cuadro.region.valor) == len(cuadro.puestos.valor) == 38
    cuadro.elegido = "in-hogares"

    assert cuadro.puestos is None  # es del campamento: no hay puesto entre comunas


def test_cambiar_de_indicador_no_vuelve_a_mandar_el_mapa():
    cuadro = CuadroDeIndicadores(Pizarra(cargar_caso("mesa_campanilla")))
    mapa, especificacion = cuadro.region, cuadro.region.especificacion

    cuadro.elegido = "in-encuesta"

    assert cuadro.region is mapa and cuadro.region.especificacion is especificacion


def test_sin_indicadores_el_cuadro_igual_muestra_la_comuna():
    cuadro = CuadroDeIndicadores(Pizarra(_mesa()))

    assert cuadro.opciones == [] and cuadro.frases == [] and cuadro.puestos is None
    assert len(cuadro.region.valor) == 38


def test_una_comuna_sin_mapa_lo_dice():
    mesa = _mesa(territorio=Territorio(cut_comuna="05201"))
    cuadro = CuadroDeIndicadores(Pizarra(mesa))

    assert "no sale en los mapas" in cuadro.aviso_mapa
    assert cuadro.lugar is None and cuadro.region is not None


def test_mudarse_de_region_cambia_el_mapa():
    pizarra = Pizarra(_mesa())
    cuadro = CuadroDeIndicadores(pizarra)
    antes = cuadro.region

    Pantalla(TerritorioDeLaMesa(pizarra)).apretar("ubicar", campos={"cut": "13505"})

    assert cuadro.region is not antes
    assert len(cuadro.region.valor) == 52


def test_si_se_quita_el_indicador_que_se_mira_queda_otro():
    pizarra = Pizarra(cargar_caso("mesa_campanilla"))
    cuadro = CuadroDeIndicadores(pizarra)

    pizarra.responder(
        "quitar_ficha",
        {"seccion": "ficha_territorial", "coleccion": "indicadores", "id": "in-superficie"},
    )

    assert cuadro.elegido == "in-encuesta"


# ------------------------------------------------------------------ los archivos oficiales


def _importador(pizarra):
    numeros = count()
    return Pantalla(ImportadorOficial(pizarra, crear_id=lambda: f"in{next(numeros)}"))


def test_un_archivo_se_lee_se_elige_se_importa_y_se_deshace_entero():
    pizarra = Pizarra(_mesa())
    pantalla = _importador(pizarra)

    pantalla.apretar("leer", nombre="sae.xlsx", base64=_en_base64(recortes.pobreza()))
    estado = pantalla.componente.estado
    tasa = next(c for c in estado["candidatos"] if c["nombre"] == "Pobreza por ingresos")
    assert (tasa["valor"], tasa["intervalo"]) == ("7,4", "5,7 a 9,0")
    assert (tasa["con_dato"], tasa["de"], tasa["reemplaza"]) == (3, 38, False)

    pantalla.apretar("importar", elegidos=[tasa])
    (indicador,) = pizarra.valor.ficha_territorial.indicadores.values()
    assert indicador.valor == pytest.approx(7.3764)
    assert pantalla.componente.estado["frase"] == "Importó un indicador de «sae.xlsx»"

    pantalla.apretar("importar", elegidos=[tasa])  # el segundo clic no hace nada
    assert len(pizarra.valor.ficha_territorial.indicadores) == 1

    pantalla.apretar("deshacer")
    assert pizarra.valor.ficha_territorial.indicadores == {}


def test_el_catastro_cuenta_lo_de_la_comuna_antes_de_importar():
    pizarra = Pizarra(_mesa())
    pantalla = _importador(pizarra)

    pantalla.apretar("leer", nombre="c_2024.csv", base64=_en_base64(recortes.CAMPAMENTOS))
    campamentos = pantalla.componente.estado["campamentos"]
    assert campamentos == {
        "todos": 5, "de_la_mesa": 3, "hogares": 49, "con_punto": 3, "anio": 2024
    }  # fmt: skip

    pantalla.apretar("importar", elegidos=[], campamentos=True, anio="2024")
    assert len(pizarra.valor.ficha_territorial.asentamientos) == 3


@pytest.mark.parametrize(
    ("nombre", "contenido", "dice"),
    [
        ("a.csv", "comuna;hogares\nValparaíso;10\nAysén;30\nCalera;2\n", "código de comuna"),
        ("a.pdf", "%PDF-1.7 nada", "PDF"),
        ("a.geojson", "{}", "GeoJSON"),
        ("a.csv", "   ", "vacío"),
        ("a.shp", "xx", "cartografía"),
    ],
)
def test_un_archivo_que_no_sirve_dice_por_que_y_deja_elegir_otro(nombre, contenido, dice):
    pantalla = _importador(Pizarra(_mesa()))

    respuesta = pantalla.apretar("leer", nombre=nombre, base64=_en_base64(contenido))

    assert dice in respuesta["error"]
    assert pantalla.componente.estado == {"paso": "archivo"}


@pytest.mark.parametrize("anio", ["", "24", "dos mil", None])
def test_sin_un_anio_de_cuatro_cifras_no_se_importa(anio):
    pizarra = Pizarra(_mesa())
    pantalla = _importador(pizarra)
    pantalla.apretar("leer", nombre="i.csv", base64=_en_base64(recortes.INDICADORES))
    elegido = {**pantalla.componente.estado["candidatos"][0], "anio": anio}

    respuesta = pantalla.apretar("importar", elegidos=[elegido])

    assert "año" in respuesta["error"]
    assert pizarra.valor.ficha_territorial.indicadores == {}


# ------------------------------------------------------------------ las piezas


def test_las_piezas_del_tema_y_las_de_mirar():
    pizarra = Pizarra(cargar_caso("mesa_campanilla"))

    claves = [p.clave for p in piezas_de_ficha(None, pizarra)]

    assert claves[:2] == [p.clave for p in piezas_de_explorar(pizarra)] == ["territorio", "cuadro"]
    assert claves[2:] == ["indicadores", "importar_oficial", "campamentos", "llevar_ficha"]


def test_lo_que_se_dice_de_cada_indicador_viaja_con_su_ficha():
    pizarra = Pizarra(_mesa(indicadores={"a": Indicador(id="a", nombre="Cuarenta", valor=40)}))
    fichero = piezas_de_ficha(None, pizarra)[2].componente

    assert fichero.dichos["a"][0]["tono"] == "alerta"

    pizarra.responder(
        "poner_ficha",
        {
            "seccion": "ficha_territorial",
            "coleccion": "indicadores",
            "id": "a",
            "campos": {"unidad": "hogares", "anio": 2025, "fuente": "Catastro municipal"},
        },
    )
    assert [d["tono"] for d in fichero.dichos["a"]] == ["dato"]


def test_la_ficha_se_lleva_en_word_pdf_y_un_excel_que_se_vuelve_a_importar():
    pizarra = Pizarra(cargar_caso("mesa_campanilla"))
    (documento,) = documentos_de_ficha(pizarra)
    archivos = {formato: hacer() for formato, hacer in documento.formatos.items()}

    assert archivos["PDF"][1].startswith(b"%PDF") and archivos["Word"][1].startswith(b"PK")
    nombre, contenido = archivos["Excel"]
    libro = openpyxl.load_workbook(io.BytesIO(contenido))
    assert libro.sheetnames == ["Indicadores", "Comunas", "Campamentos"]
    assert libro["Comunas"]["A2"].value == "05101"
    assert [c.value for c in libro["Indicadores"][2]][8:11] == [pytest.approx(275.4), 15, 38]

    vacia = Pizarra(_mesa())
    pantalla = _importador(vacia)
    pantalla.apretar("leer", nombre=nombre, base64=_en_base64(contenido))
    assert {c["nombre"] for c in pantalla.componente.estado["candidatos"]} == {
        "Superficie",
        "Hogares que conocen a su junta de vecinos",
    }
