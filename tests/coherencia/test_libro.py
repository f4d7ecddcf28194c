"""La guía se lee como un libro: sus enlaces llegan, su glosario se usa y dice qué es fuente."""

import re
from pathlib import Path

import pytest
from coherencia.arbol import RAIZ

from mesa_territorial import contenido
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.glosario import Termino, anclar, leer_glosario
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.referencias import SUELTOS, Referencia, leer_referencia
from mesa_territorial.formacion.temas import listar_temas

ESCRITOS = [t for t in listar_temas() if not t.esta_en_preparacion]
PREPARACION = {t.numero for t in listar_temas() if t.esta_en_preparacion}
REFERENCIA = re.compile(r"\]\((guia/[^)\s]+)\)")
GUIA = contenido.ruta("guia")
APARTADO = "que-es-fuente-y-que-es-inferido"
VOCES = re.compile(
    r"\b(stakeholders?|workshops?|feedback|módulos?|tomador(es|as)? de decisi[oó]n)\b", re.I
)


def _textos() -> list[Path]:
    carpetas = (GUIA, GUIA / "tutoria", GUIA / "recorridos", contenido.ruta("exercises"))
    return [a for c in carpetas for a in sorted(c.iterdir()) if a.suffix in (".md", ".toml")]


def _referencias() -> list[tuple[str, str]]:
    return [
        (archivo.name, url)
        for archivo in _textos()
        for url in REFERENCIA.findall(archivo.read_text(encoding="utf-8"))
    ]


def _secciones(referencia: Referencia) -> set[str]:
    if referencia.clave in SUELTOS:
        texto = (GUIA / f"{referencia.clave}.md").read_text(encoding="utf-8")
        return {anclar(t) for t in re.findall(r"^## (.+)$", texto, re.M)}
    return {s.ancla for s in leer_guia(referencia.clave).secciones}


def test_hay_referencias_de_un_capitulo_a_otro():
    assert len({archivo for archivo, _ in _referencias()}) >= 5


@pytest.mark.parametrize(("archivo", "url"), _referencias())
def test_toda_referencia_lleva_a_un_texto_y_a_una_seccion_que_existen(archivo, url):
    referencia = leer_referencia(url)

    assert not referencia.ancla or referencia.ancla in _secciones(referencia), archivo


def test_una_referencia_rota_se_dice():
    with pytest.raises(ReglaRota, match="no existe"):
        leer_referencia("guia/99_nada#x")
    with pytest.raises(ReglaRota, match="no existe"):
        leer_referencia("guia/../README")


def test_una_referencia_se_abre_en_leer_y_sin_pagina_queda_como_texto():
    html = leer_guia("07_convocatoria_e_instalacion").html

    assert 'href="03_mapa_de_actores#leer/quien-falta"' in html
    assert 'href="guia/' not in "".join(leer_guia(t.clave).html for t in ESCRITOS)


@pytest.mark.parametrize("tema", ESCRITOS, ids=lambda t: t.clave)
def test_cada_capitulo_dice_que_es_fuente_y_que_es_inferido(tema):
    """Antes de la lista de cierre, con algo sobre lo que consta y algo sobre lo que se infiere."""
    anclas = [s.ancla for s in leer_guia(tema.clave).secciones]
    apartado = tema.cuerpo.split("## Qué es fuente y qué es inferido")[-1].split("\n## ")[0]

    assert anclas[-2:] == [APARTADO, "lista-de-cierre"]
    assert re.search(r"inf(ier|er)|propuesta|propone", apartado, re.I)
    assert re.search(r"consta|fuente|informe|presentación", apartado, re.I)


@pytest.mark.parametrize("tema", ESCRITOS, ids=lambda t: t.clave)
def test_cada_capitulo_escrito_se_une_a_los_demas(tema):
    """Un libro no es una pila de folletos: todo capítulo lleva a otro o alguno lleva a él."""
    lleva = REFERENCIA.search(tema.cuerpo)
    llevan = any(tema.clave in url for _, url in _referencias())

    assert lleva or llevan


def _todo_lo_escrito() -> str:
    """La guía sin su glosario, las pantallas y los datos de ejemplo."""
    raices = ("src", "widgets/mesa_territorial_widgets", "widgets/js/src", "datos_ejemplo")
    sufijos = (".py", ".ts", ".csv", ".toml", ".json")
    archivos = [a for r in raices for a in sorted((RAIZ / r).rglob("*")) if a.suffix in sufijos]
    archivos += [a for a in _textos() if a.name != "glosario.md"]
    return nombre_comparable(" ".join(a.read_text(encoding="utf-8") for a in archivos))


@pytest.fixture(scope="module")
def escrito() -> str:
    """Todo lo que se escribe fuera del glosario."""
    return _todo_lo_escrito()


def _se_usa(termino: Termino, escrito: str) -> bool:
    nombres = re.split(r"\s*[(/,]\s*|\)", termino.termino)
    dicho = any(re.search(rf"\b{re.escape(nombre_comparable(n))}", escrito) for n in nombres if n)
    por_venir = any(int(n) in PREPARACION for n in re.findall(r"\b\d+\b", termino.donde))
    dicho = dicho or f"glosario:{termino.ancla})" in escrito or bool(termino.identificador)
    return dicho or por_venir or "documentos de origen" in termino.donde


@pytest.mark.parametrize("termino", leer_glosario().values(), ids=lambda t: t.ancla)
def test_todo_termino_definido_se_usa_o_dice_donde_se_usara(termino, escrito):
    assert _se_usa(termino, escrito), f"«{termino.termino}» no se usa: quítelo o enlácelo."


@pytest.mark.parametrize("termino", leer_glosario().values(), ids=lambda t: t.ancla)
def test_donde_se_explica_un_termino_es_un_tema_que_existe(termino):
    numeros = {t.numero for t in listar_temas()}

    for numero in re.findall(r"\b\d+\b", " ".join(re.findall(r"temas? [\d, y]+", termino.donde))):
        assert int(numero) in numeros, termino.donde


@pytest.mark.parametrize("archivo", _textos(), ids=lambda a: f"{a.parent.name}/{a.name}")
def test_el_libro_tiene_una_sola_voz(archivo):
    assert not VOCES.findall(archivo.read_text(encoding="utf-8"))
