"""El libro: todos los capítulos, con índice, enlaces que llevan a su hoja y nada perdido."""

import io
import re

import docx
import pytest

from mesa_territorial.formacion.glosario import leer_glosario
from mesa_territorial.formacion.lectura import leer_arbol, leer_guia
from mesa_territorial.formacion.temas import listar_temas
from mesa_territorial.intercambio.escritos import Dibujo, Titulo, Trozo
from mesa_territorial.intercambio.escritos.hojas import ABAJO, ARRIBA, MEDIDAS, Letras, Senal
from mesa_territorial.intercambio.escritos.pdf import componer
from mesa_territorial.intercambio.guia_bloques import bloques_de
from mesa_territorial.intercambio.guia_en_papel import (
    guia_en_pdf,
    guia_en_word,
    guia_entera,
)
from mesa_territorial.intercambio.guia_renglones import trozos_de

ESCRITOS = [t for t in listar_temas() if not t.esta_en_preparacion]
LIBRO = guia_entera()
HOJAS = componer(LIBRO)


def _letras() -> str:
    """Lo que se lee seguido, sin las cabeceras ni los pies de las hojas."""
    fin = MEDIDAS[LIBRO.papel][1] - ABAJO
    letras = (m for h in HOJAS for m in h if isinstance(m, Letras))
    return " ".join(m.texto for m in letras if ARRIBA <= m.y <= fin)


def _palabras(texto: str) -> str:
    return re.sub(r"[^\wáéíóúñü]+", "", texto.lower())


def test_cada_capitulo_y_cada_seccion_estan_en_su_orden():
    titulos = [b.ancla for b in LIBRO.bloques if isinstance(b, Titulo)]

    esperados = [
        ancla
        for t in ESCRITOS
        for ancla in (t.clave, *(f"{t.clave}--{s.ancla}" for s in leer_guia(t.clave).secciones))
    ]
    assert [a for a in titulos if a in set(esperados)] == esperados
    assert {"glosario", "fuentes", "votacion", "taller"} <= set(titulos)


def test_todo_enlace_interno_llega_a_una_hoja_del_libro():
    llegan = {m.ancla for h in HOJAS for m in h if isinstance(m, Senal)}
    salen = {
        m.enlace[1:] for h in HOJAS for m in h if isinstance(m, Letras) and m.enlace[:1] == "#"
    }

    assert salen - llegan == set()
    assert any(a.startswith("glosario--") for a in salen)


def _frases(html: str) -> list[str]:
    """Lo que se lee en pantalla, en trozos cortos y sin llamadas ni botones."""
    limpio = re.sub(r'<sup.*?</sup>|<p class="mt-pruebe-titulo">.*?</p>', "", html, flags=re.S)
    limpio = re.sub(r'<a class="mt-pruebe-ir".*?</a>', "", limpio, flags=re.S)
    parrafos = re.findall(r"<(p|h2|h3|td|th)\b[^>]*>(.*?)</\1>", limpio, re.S)
    textos = [re.sub(r"<[^>]+>|&\w+;", "", texto) for _, texto in parrafos]
    return [f for texto in textos for f in re.split(r"[.:;?]\s", texto)]


@pytest.mark.parametrize("tema", ESCRITOS, ids=lambda t: t.clave)
def test_ninguna_frase_del_capitulo_se_pierde(tema):
    """Se compara con lo que ve la pantalla: el mismo texto, sin las etiquetas."""
    libro = _palabras(_letras())

    for frase in _frases(leer_guia(tema.clave).html):
        assert _palabras(" ".join(frase.split()[:4])) in libro, frase


def test_el_glosario_entero_esta_en_el_libro():
    libro = _palabras(_letras())

    for termino in leer_glosario().values():
        assert _palabras(" ".join(termino.definicion.split()[:5])) in libro, termino.termino


def test_el_indice_lleva_cada_capitulo_con_su_hoja():
    indice = " ".join(m.texto for h in HOJAS[1:6] for m in h if isinstance(m, Letras))

    for tema in ESCRITOS:
        assert re.search(rf"{tema.numero}\. {re.escape(tema.titulo)} \d+", indice), tema.clave


def test_los_dos_archivos_se_abren_y_no_cambian_si_no_cambia_la_guia():
    nombre, contenido = guia_en_word()
    estilos = {p.style.name for p in docx.Document(io.BytesIO(contenido)).paragraphs}

    assert nombre.endswith(".docx") and guia_en_pdf()[1].startswith(b"%PDF")
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number"} <= estilos
    assert guia_en_pdf.__wrapped__() == guia_en_pdf()


def test_cada_marca_de_la_guia_tiene_su_forma_en_papel():
    texto = (
        "Uno **dos** *tres* `cuatro`[^a]\nsigue [aquí](https://a.cl) o [acá](LEEME.md).\n\n"
        "> cita\n\n```\ncódigo\n```\n\n---\n\n1. a\n2. b\n   - c\n\n### Sub\n\n[^a]: Nota.\n"
    )

    bloques = list(bloques_de(texto, "x"))

    clases = [type(b).__name__ for b in bloques]
    assert clases == ["Parrafo", "Aviso", "Parrafo", "Lista", "Titulo", "Titulo", "Lista"]
    assert Trozo("dos", negrita=True) in bloques[0].texto
    assert Trozo("1", alta=True) in bloques[0].texto
    assert Trozo("aquí", enlace="https://a.cl") in bloques[0].texto
    assert Trozo("acá") in bloques[0].texto
    assert "– " in "".join(t.texto for t in bloques[3].puntos[1])


def test_un_termino_lleva_a_su_letra_del_glosario():
    (parrafo,) = leer_arbol("[mapa](glosario:mapa-multi-actor)")

    assert trozos_de(parrafo["children"], "x") == (Trozo("mapa", enlace="#glosario--m"),)


def test_cada_figura_del_capitulo_va_dibujada_con_su_pie():
    dibujos = [b for b in LIBRO.bloques if isinstance(b, Dibujo)]
    figuras = sum(len(leer_guia(t.clave).figuras) for t in ESCRITOS)

    assert len(dibujos) >= figuras
    assert all(d.descripcion for d in dibujos)
    assert len([d for d in dibujos if d.pie]) == figuras


def test_cada_titulo_tiene_en_word_un_marcador_propio_y_todo_enlace_llega_a_uno():
    cuerpo = docx.Document(io.BytesIO(guia_en_word()[1])).element.xml
    marcadores = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', cuerpo)
    enlaces = re.findall(r'w:anchor="([^"]+)"', cuerpo)

    assert len(set(marcadores)) == len(marcadores) > 100
    assert max(map(len, marcadores)) <= 40
    assert set(enlaces) - set(marcadores) == set()
