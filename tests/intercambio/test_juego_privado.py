"""Lo privado no sale sin que se pida: ni en archivos, ni en la copia, ni en su historial."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from intercambio.ayudas import actor, mesa_con

from mesa_territorial import intercambio
from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.juego import Juego
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.guardadas import llevar, traer
from mesa_territorial.intercambio.juego_escrito import PRIVADO, escribir_juego, escrito_del_juego
from mesa_territorial.intercambio.juego_planilla import exportar_juego
from mesa_territorial.intercambio.resguardo import FRASE, sin_privado_en, tiene_privado
from mesa_territorial.ordenes import preparar
from mesa_territorial.servidor.taller.despedida import armar_copia

SECRETO = "SECRETO-DEL-EQUIPO"
CASO = cargar_caso("mesa_campanilla")


def con_secretos() -> Mesa:
    """Una Mesa con la misma palabra en todo lo que es privado del juego."""
    mesa = mesa_con(actor("a", "FOSIS"), actor("b", "SERVIU")).con(juego=Juego(actores=("a", "b")))
    pasos = (
        ("poner_ficha", {"coleccion": "carnes", "id": "a", "campos": {"fines": SECRETO}}),
        ("poner_ficha", {"coleccion": "objetivos", "id": "o", "campos": {"nombre": SECRETO}}),
        ("editar_seccion", {"campos": {"resguardo": SECRETO}}),
        ("anotar_influencias", {"celdas": [{"fila": "a", "columna": "b", "porque": SECRETO}]}),
        ("anotar_posiciones", {"celdas": [{"fila": "a", "columna": "o", "porque": SECRETO}]}),
    )
    for orden, datos in pasos:
        mesa = preparar(orden, mesa, {"seccion": "juego", **datos})[1](mesa)
    return mesa


def todo_lo_que_dice(contenido: bytes) -> str:
    """El texto de un archivo, abriendo los que vienen comprimidos, también unos dentro de otros."""
    if not contenido.startswith(b"PK"):
        return contenido.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(contenido)) as envoltura:
        return "\n".join(todo_lo_que_dice(envoltura.read(n)) for n in envoltura.namelist())


SALIDAS: dict[str, Callable[[Mesa], bytes]] = {
    "xlsx": intercambio.exportar_xlsx,
    "csv": intercambio.exportar_csv,
    "kobo": intercambio.exportar_xlsform,
    "svg": lambda m: intercambio.exportar_svg(m, "actual"),
    "graphml": lambda m: intercambio.exportar_graphml(m, "actual"),
    "gexf": lambda m: intercambio.exportar_gexf(m, "actual"),
}


@pytest.mark.parametrize("nombre", SALIDAS)
def test_ningun_archivo_del_mapa_lleva_algo_del_juego(nombre):
    dicho = todo_lo_que_dice(SALIDAS[nombre](con_secretos()))

    assert "FOSIS" in dicho
    assert SECRETO not in dicho


@pytest.fixture
def almacen(tmp_path):
    with Almacen.abrir(tmp_path / "mesas.sqlite") as abierto:
        yield abierto


def anotar(almacen, orden, **datos):
    mesa = almacen.leer("m").mesa
    frase, transicion = preparar(orden, mesa, datos)
    almacen.cambiar("m", frase, transicion, autor="Ana")


@pytest.fixture
def guardada(almacen):
    """La Mesa creada con secretos y, después, cambiada en lo privado y en lo público."""
    almacen.crear(con_secretos(), autor="Ana")
    anotar(almacen, "anotar_influencias", celdas=[{"fila": "b", "columna": "a", "valor": 4}])
    anotar(almacen, "editar_actor", id="a", campos={"nota": "pública"})
    celda = {"fila": "b", "columna": "o", "valor": -3, "porque": SECRETO}
    anotar(almacen, "anotar_posiciones", celdas=[celda])
    almacen.deshacer("m", autor="Ana")
    return almacen


def test_la_copia_de_siempre_no_lleva_lo_privado_ni_en_su_historial(guardada):
    mesa, archivo = llevar(guardada, "m")

    dicho = todo_lo_que_dice(archivo)
    assert SECRETO not in dicho
    assert "Influencias:" not in dicho and "Posiciones:" not in dicho
    assert "pública" in dicho
    assert mesa.juego == Juego()


def test_la_copia_sin_lo_privado_conserva_cada_suceso_y_vuelve_a_entrar(guardada, tmp_path):
    _, archivo = llevar(guardada, "m")

    with Almacen.abrir(tmp_path / "otro.sqlite") as otro:
        traida = traer(otro, archivo, autor="Eva", crear_clave=lambda: "n")
        historia = sorted(otro.historial(traida.id), key=lambda s: s.numero)

    frases = [s.frase for s in historia]
    assert frases[:5] == ["Creó la Mesa", FRASE, "FOSIS: nota (vacío) → pública", FRASE, FRASE]
    assert traida.juego == Juego()
    assert traida.actores["a"].nota == "pública"


def test_el_respaldo_que_lo_pide_lo_lleva_todo(guardada, tmp_path):
    _, archivo = llevar(guardada, "m", con_privado=True)

    with Almacen.abrir(tmp_path / "otro.sqlite") as otro:
        traida = traer(otro, archivo, autor="Eva", crear_clave=lambda: "n")

    assert traida.juego == guardada.leer("m").mesa.juego
    assert SECRETO in todo_lo_que_dice(archivo)


@pytest.mark.parametrize("con_privado", [True, False])
def test_el_manifiesto_dice_si_lleva_lo_privado(guardada, con_privado):
    _, archivo = llevar(guardada, "m", con_privado=con_privado)

    with zipfile.ZipFile(io.BytesIO(archivo)) as envoltura:
        assert json.loads(envoltura.read("manifest.json"))["con_privado"] is con_privado


@pytest.mark.parametrize("con_privado", [True, False])
def test_la_copia_del_taller_lo_lleva_solo_si_se_pide(guardada, con_privado):
    _, archivo = armar_copia(guardada, "m", "mesa", con_privado=con_privado)

    assert (SECRETO in todo_lo_que_dice(archivo)) is con_privado


def test_la_planilla_del_taller_nunca_lo_lleva(guardada):
    _, archivo = armar_copia(guardada, "m", "xlsx", con_privado=True)

    assert SECRETO not in todo_lo_que_dice(archivo)


def test_una_mesa_sin_nada_privado_sale_igual_de_las_dos_maneras(almacen):
    almacen.crear(mesa_con(actor("a", "FOSIS")), autor="Ana")

    mesa, _ = llevar(almacen, "m")

    assert not tiene_privado(mesa)
    assert mesa == almacen.leer("m").mesa


def test_limpiar_dos_veces_es_lo_mismo_que_una():
    from mesa_territorial.documento import a_documento

    limpio = sin_privado_en(a_documento(CASO))

    assert sin_privado_en(limpio) == limpio
    assert tiene_privado(CASO)


def test_la_planilla_del_juego_dice_que_es_privada_y_trae_las_matrices():
    libro = intercambio.leer_archivo("j.xlsx", exportar_juego(CASO))

    hojas = {h.nombre: h.filas for h in libro.hojas}
    assert hojas["PRIVADO (leer)"][0][0] == PRIVADO
    assert hojas["Influencias (MID)"][1][:4] == ("FOSIS Región de Valparaíso", None, 1, 1)
    assert hojas["Posiciones (2MAO)"][8][1:4] == (-4, -3, 0)
    assert {"MDII", "MMDII", "1CAA", "3DAA", "Distancias de actores", "Lo que dice"} <= set(hojas)


def test_en_la_planilla_una_casilla_vacia_queda_en_blanco():
    libro = intercambio.leer_archivo("j.xlsx", exportar_juego(CASO))

    hoja = next(h for h in libro.hojas if h.nombre.startswith("Influencias"))
    fila = next(f for f in hoja.filas if f[0] == "SEREMI de Bienes Nacionales (caso)")
    assert fila[hoja.filas[0].index("Empresa sanitaria B (ficticia)")] is None


def test_el_informe_avisa_en_cada_hoja_y_dice_las_frases():
    escrito = escrito_del_juego(CASO, fecha="2026-11-21")

    assert escrito.reservado == PRIVADO
    assert "Quien más pesa es SERVIU de Valparaíso" in str(escrito.bloques)


@pytest.mark.parametrize(("formato", "marca"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_el_informe_sale_en_word_y_en_pdf(formato, marca):
    assert escribir_juego(CASO, formato, fecha="2026-11-21").startswith(marca)


def test_sin_dos_actores_se_dice_que_falta():
    with pytest.raises(ReglaRota, match="al menos dos actores"):
        exportar_juego(mesa_con(actor("a", "FOSIS")))
