"""Los temas salen de los archivos de la guía: no hay otra lista."""

import re

import pytest

from mesa_territorial import contenido
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion import temas
from mesa_territorial.formacion.temas import Tema, buscar_tema, listar_temas, separar_portada


@pytest.fixture
def guia(tmp_path, monkeypatch):
    """Una guía vacía, aparte de la del kit."""
    carpeta = tmp_path / "guia"
    carpeta.mkdir()
    monkeypatch.setattr(contenido, "ruta", tmp_path.joinpath)
    temas.listar_temas.cache_clear()
    yield carpeta
    temas.listar_temas.cache_clear()


def test_los_temas_van_numerados_sin_saltos_desde_el_1():
    numeros = [t.numero for t in listar_temas()]

    assert len(numeros) >= 12
    assert numeros == list(range(1, len(numeros) + 1))


def test_el_nombre_de_un_tema_no_se_repite_porque_con_el_se_guarda_el_avance():
    nombres = [t.nombre for t in listar_temas()]

    assert len(set(nombres)) == len(nombres)
    assert all(re.fullmatch("[a-z_]+", n) for n in nombres)


@pytest.mark.parametrize("clave", ["03_mapa_de_actores", "mapa_de_actores"])
def test_un_tema_se_busca_con_o_sin_numero(clave):
    assert buscar_tema(clave).titulo == "Mapa de actores"


@pytest.mark.parametrize("clave", ["", "03", "99_nada", "../fuentes", "mapa"])
def test_un_tema_que_no_existe_se_dice(clave):
    with pytest.raises(ReglaRota, match=f"No hay un tema llamado «{clave}»"):
        buscar_tema(clave)


def test_un_tema_sin_cuerpo_esta_en_preparacion_y_dice_que_se_gana():
    pendientes = [t for t in listar_temas() if t.esta_en_preparacion]

    assert all(t.titulo and t.gana.startswith("Al terminar, su equipo") for t in pendientes)
    assert not buscar_tema("03_mapa_de_actores").esta_en_preparacion


def test_la_portada_y_el_cuerpo_se_separan():
    portada, cuerpo = separar_portada('+++\ntitulo = "X"\n+++\n\nHola +++ no corta\n', "x.md")

    assert (portada, cuerpo.strip()) == ({"titulo": "X"}, "Hola +++ no corta")


@pytest.mark.parametrize(
    ("texto", "frase"),
    [
        ("", "x.md debe empezar con una portada"),
        ("# Título\n", "x.md debe empezar con una portada"),
        ('antes\n+++\ntitulo = "X"\n+++\n', "x.md debe empezar con una portada"),
        ("+++\ntitulo = X\n+++\n", "La portada de x.md no se puede leer"),
    ],
)
def test_una_portada_mal_escrita_dice_en_que_archivo(texto, frase):
    with pytest.raises(ReglaRota, match=frase):
        separar_portada(texto, "x.md")


@pytest.mark.parametrize("portada", ['gana = "algo"', 'titulo = "X"\nminutos_lectura = "doce"'])
def test_una_portada_incompleta_dice_en_que_archivo(guia, portada):
    (guia / "01_x.md").write_text(f"+++\n{portada}\n+++\n", encoding="utf-8")

    with pytest.raises(ReglaRota, match=r"La portada de guia/01_x\.md no está bien"):
        listar_temas()


def test_agregar_un_archivo_agrega_un_tema_y_lo_demas_no_cuenta(guia):
    (guia / "13_x.md").write_text('+++\ntitulo = "X"\n+++\n', encoding="utf-8")
    (guia / "glosario.md").write_text("no es un tema", encoding="utf-8")

    assert listar_temas() == (Tema(clave="13_x", titulo="X"),)
