"""El tema 05, Juego de actores: la matriz, lo que se calcula al vuelo y lo que se lleva."""

import base64

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.analisis.mactor import plantear, resolver
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.formacion.temas import buscar_tema
from mesa_territorial.graficos.convergencias import filas_de_convergencias, grafico_de_convergencias
from mesa_territorial.graficos.juego import filas_del_plano, grafico_del_plano, rotulo
from mesa_territorial.intercambio.juego_planilla import exportar_juego
from mesa_territorial_widgets.componentes.entrega import Entrega
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.juego_entrega import entrega_del_juego
from mesa_territorial_widgets.componentes.juego_laminas import matriz_de_distancias
from mesa_territorial_widgets.componentes.juego_matrices import (
    matriz_de_influencias,
    matriz_de_posiciones,
    ver_influencias,
    ver_posiciones,
)
from mesa_territorial_widgets.componentes.juego_vivo import (
    JuegoVivo,
    cifras_del_juego,
    razones_del_juego,
    veredictos_del_juego,
)
from mesa_territorial_widgets.componentes.matriz import Matriz, Rotulo, VistaDeMatriz
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.temas import juego_de_actores as tema

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


@pytest.fixture
def pizarra():
    return Pizarra(CAMPANILLA)


def anotar(pizarra, fila, columna, valor, orden="anotar_influencias"):
    celda = {"fila": fila, "columna": columna, "valor": valor}
    return Pantalla(pizarra).apretar(orden, celdas=[celda])


def test_el_tema_esta_en_la_ruta():
    assert buscar_tema("juego_de_actores").clave == tema.CLAVE


def test_explorar_abre_el_recorrido_y_no_deja_cambiar_el_caso(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        recorrido = tema.explorar(Contexto(almacen, persona="ana"))

    assert recorrido.valor == (0, [])


def test_aplicar_sin_mesa_invita_a_crear_una(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        pantalla = tema.aplicar(Contexto(almacen, persona="ana"))

    assert isinstance(pantalla, Invitacion)


def test_aplicar_arma_todo_sobre_una_mesa_vacia(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        contexto = Contexto(almacen, persona="ana")
        contexto.crear(VACIA)
        tablero = tema.aplicar(contexto)

    assert [p["titulo"] for p in tablero.zonas["lienzo"]][:2] == ["Quiénes entran", "Carnés"]


def test_la_matriz_muestra_lo_guardado_y_lo_vacio_no_es_cero(pizarra):
    vista = matriz_de_influencias(pizarra).vista

    assert len(vista["filas"]) == len(vista["columnas"]) == 12
    assert vista["valores"]["A02"]["A20"] == 3
    assert vista["valores"]["A10"]["A24"] == 0
    assert "A12" not in vista["valores"]["A32"]
    assert vista["marcas"]["A02"]["A29"].startswith("Comparten programas")


def test_escribir_una_casilla_cambia_la_vista_y_sus_sumas(pizarra):
    matriz = matriz_de_influencias(pizarra)
    antes = int(matriz.vista["resumen_filas"][0]["textos"]["A01"])

    respuesta = anotar(pizarra, "A01", "A02", 4)

    assert "error" not in respuesta
    assert matriz.vista["valores"]["A01"]["A02"] == 4
    assert int(matriz.vista["resumen_filas"][0]["textos"]["A01"]) == antes + 3


def test_lo_que_no_sirve_se_dice_y_no_cambia_nada(pizarra):
    matriz = matriz_de_influencias(pizarra)
    antes = matriz.vista

    respuesta = anotar(pizarra, "A01", "A02", 9)

    assert "de 0 a 4" in respuesta["error"]
    assert matriz.vista == antes


def test_las_posiciones_cuentan_a_favor_y_en_contra(pizarra):
    resumenes = {
        r["titulo"]: r["textos"] for r in matriz_de_posiciones(pizarra).vista["resumen_columnas"]
    }

    assert resumenes["A favor"]["OB5"] == "5"
    assert resumenes["En contra"]["OB1"] == "1"


@pytest.mark.parametrize("ver", [ver_influencias, ver_posiciones])
def test_sin_nadie_en_el_juego_la_matriz_esta_vacia(ver):
    vista = ver(VACIA)

    assert not (vista.filas and vista.columnas)


def test_traer_un_archivo_devuelve_las_celdas_de_la_hoja_que_corresponde(pizarra):
    codigo = base64.b64encode(exportar_juego(CAMPANILLA)).decode()

    datos = Pantalla(matriz_de_posiciones(pizarra)).apretar(
        "leer", nombre="juego.xlsx", base64=codigo
    )["datos"]

    assert datos["hoja"] == "Posiciones (2MAO)"
    assert datos["filas"][0][:3] == ["2MAO", "Radicación", "Suelo"]
    assert datos["filas"][8][1:4] == ["-4", "-3", "0"]


@pytest.mark.parametrize("contenido", [b"", b"%PDF-1.7 x", b"PK\x03\x04roto"])
def test_un_archivo_que_no_es_planilla_se_dice(pizarra, contenido):
    codigo = base64.b64encode(contenido).decode()

    respuesta = Pantalla(matriz_de_influencias(pizarra)).apretar(
        "leer", nombre="x.xlsx", base64=codigo
    )

    assert "«x.xlsx»" in respuesta["error"]


def test_una_matriz_sirve_para_otra_cosa_y_sin_nombre_corto_usa_el_largo(pizarra):
    fila = Rotulo("A01", "FOSIS")
    vista = VistaDeMatriz(
        filas=[fila], columnas=[Rotulo("p", "Poder")], valores={"A01": {"p": 2.5}}
    )

    matriz = Matriz(pizarra, lambda _: vista, minimo=1, maximo=5, paso=0.5, leyenda={2.5: "medio"})

    assert matriz.vista["filas"][0]["corto"] == "FOSIS"
    assert matriz.ajustes["leyenda"] == {"2.5": "medio"}
    assert matriz.ajustes["orden"] == ""


def test_lo_que_dice_se_rehace_al_cambiar_una_casilla(pizarra):
    razones = razones_del_juego(JuegoVivo(pizarra))
    antes = next(b for b in razones.bloques if b["titulo"].startswith("Quién pesa"))

    anotar(pizarra, "A02", "A29", 1)

    ahora = next(b for b in razones.bloques if b["titulo"].startswith("Quién pesa"))
    assert "SERVIU" in antes["veredicto"]
    assert "Municipio" in ahora["veredicto"]


def test_mover_a_un_actor_en_el_mapa_no_recalcula_el_juego(pizarra):
    vivo = JuegoVivo(pizarra)
    antes = vivo.resultado

    Pantalla(pizarra).apretar("mover", lugares={"A01": [5, 5]})

    assert vivo.resultado is antes


def test_las_cifras_traen_a_cada_actor_y_a_cada_objetivo(pizarra):
    actores, objetivos = cifras_del_juego(JuegoVivo(pizarra)).bloques

    assert len(actores["cuadro"]["filas"]) == 12
    assert actores["cuadro"]["filas"][1][3] == "1,46"
    assert len(objetivos["cuadro"]["filas"]) == 5


def test_al_lado_va_una_frase_por_asunto(pizarra):
    bloques = veredictos_del_juego(JuegoVivo(pizarra)).bloques

    assert all(b["veredicto"] and not b["frases"] for b in bloques)


def test_las_distancias_se_ven_como_matriz_con_la_diagonal_bloqueada(pizarra):
    matriz = matriz_de_distancias(JuegoVivo(pizarra))

    assert matriz.ajustes["diagonal"] is True
    assert matriz.vista["valores"]["A20"]["A33"] == -7.4
    assert matriz.vista["valores"]["A33"]["A20"] == -7.4


def test_en_una_mesa_vacia_nada_falla():
    vivo = JuegoVivo(Pizarra(VACIA))

    assert vivo.resultado is None
    assert "al menos dos actores" in razones_del_juego(vivo).bloques[0]["veredicto"]
    assert cifras_del_juego(vivo).bloques == []
    assert matriz_de_distancias(vivo).vista["filas"] == []


@pytest.mark.parametrize(
    ("clave", "formato", "empieza"),
    [("planilla", "Excel", b"PK"), ("informe", "Word", b"PK"), ("informe", "PDF", b"%PDF")],
)
def test_lo_que_se_lleva_dice_que_es_privado_hasta_en_su_nombre(pizarra, clave, formato, empieza):
    entrega = entrega_del_juego(pizarra)

    archivo = Pantalla(entrega).apretar("bajar", clave=clave, formato=formato)["datos"]

    assert isinstance(entrega, Entrega)
    assert "PRIVADO" in archivo["nombre"]
    assert base64.b64decode(archivo["base64"]).startswith(empieza)


def test_llevarse_un_juego_vacio_dice_que_falta():
    respuesta = Pantalla(entrega_del_juego(Pizarra(VACIA))).apretar(
        "bajar", clave="planilla", formato="Excel"
    )

    assert "al menos dos actores" in respuesta["error"]


def test_el_plano_pone_a_cada_actor_y_no_tapa_a_los_vecinos():
    filas = filas_del_plano(CAMPANILLA, resolver(plantear(CAMPANILLA)))

    lados = {f["rotulo"]: f["lado"] for f in filas}
    assert len(filas) == 12
    assert lados["SERVIU de Valparaíso"] != lados["Municipio de Valparaíso"]


def test_el_grafo_trae_los_pares_mayores_y_a_todos_los_actores():
    filas = filas_de_convergencias(CAMPANILLA, resolver(plantear(CAMPANILLA)))
    actores = [f for f in filas if f["clase"] == "actor"]
    pares = [f for f in filas if f["clase"] == "par"]

    assert len(actores) == 12
    assert all((f["neta"] > 0) == (f["signo"] == "Coinciden más") for f in pares)


@pytest.mark.parametrize("hacer", [grafico_del_plano, grafico_de_convergencias])
def test_las_laminas_no_llevan_datos_dentro(hacer):
    especificacion = hacer()

    assert especificacion["data"] == {"name": "filas"}
    assert "datasets" not in especificacion


@pytest.mark.parametrize(
    ("nombre", "corto"),
    [
        ("SERVIU", "SERVIU"),
        ("Cámara Chilena de la Construcción, delegación regional", "Cámara Chilena…"),
        ("Anticonstitucionalísimamente largo", "Anticonstitucionalísimam…"),
    ],
)
def test_un_nombre_largo_se_corta_en_una_palabra(nombre, corto):
    assert rotulo(nombre) == corto
