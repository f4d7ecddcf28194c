"""Los documentos: mismos bytes, nada se interpreta, nada se pierde y todo cabe en la hoja."""

import io
import re
import subprocess
import sys
import zipfile
import zlib

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Campos,
    Dibujo,
    Escrito,
    Firma,
    Firmas,
    Imagen,
    Lista,
    Papel,
    Parrafo,
    Portada,
    Salto,
    Tabla,
    Titulo,
    Trozo,
    archivo_pdf,
    archivo_word,
    enlazado,
    escribir_docx,
    escribir_pdf,
    escrito_de_mesa,
    negrita,
)
from mesa_territorial.intercambio.escritos.hojas import (
    ARRIBA,
    MARGEN,
    MEDIDAS,
    Caja,
    Foto,
    Letras,
    Raya,
    Senal,
    Trazo,
)
from mesa_territorial.intercambio.escritos.letra import limpiar
from mesa_territorial.intercambio.escritos.pdf import componer
from mesa_territorial.intercambio.escritos.renglones import ancho_de, partir

HOSTIL = "**no** <b>x</b> [y](z) =1+1 {nb} \x00\x07 \ud800 🙂👩‍👧 中文 \u202e ñandú\r\nfin"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

SVG = (
    '<svg viewBox="0 0 100 60"><circle cx="20" cy="20" r="9" fill="#1F5FA8"/>'
    '<text x="20" y="50" font-size="9" stroke="#fff" stroke-width="3">Ñ 🙂 ✕ &amp; ↑</text></svg>'
)


def de_todo(**campos):
    """Un escrito con cada clase de bloque, con texto hostil en cada lugar."""
    largo = "palabra " * 900
    bloques = (
        Titulo(HOSTIL, 1, "uno"),
        Parrafo(("Va a ", enlazado(HOSTIL, "#uno"), " y ", enlazado("afuera", "https://a.cl"))),
        Parrafo(HOSTIL, suave=True),
        Lista((HOSTIL, ("b", negrita("c")))),
        Lista(("a", "b"), numerada=True),
        Tabla(("A", HOSTIL), [("x", "1"), (largo, "2"), ("y", HOSTIL * 40)], derecha=(1,)),
        Titulo("Segundo", 2),
        Aviso(largo, tono="alerta", titulo=HOSTIL),
        Campos((("Rótulo", ""), (HOSTIL, HOSTIL))),
        Salto(),
        Firmas([Firma(HOSTIL, "Cargo", "Org"), Firma(), Firma("c")]),
        Imagen(PNG, HOSTIL, 20, pie=HOSTIL),
        Dibujo(SVG, "Un rótulo", pie=HOSTIL),
    )
    return Escrito(titulo="Todo", bloques=bloques, mesa=HOSTIL, fecha="2026-03-14", **campos)


FORMAS = [
    {},
    {"portada": Portada.HOJA, "indice": True, "papel": Papel.CARTA},
    {"portada": Portada.NINGUNA, "ilustrativa": True, "reservado": HOSTIL},
]


def letras(hojas):
    """Los textos de todas las hojas, seguidos."""
    return " ".join(m.texto for hoja in hojas for m in hoja if isinstance(m, Letras))


@pytest.mark.parametrize("campos", FORMAS)
def test_el_texto_hostil_no_rompe_ninguna_salida(campos):
    escrito = de_todo(**campos)

    pdf, word = escribir_pdf(escrito), escribir_docx(escrito)

    assert pdf.startswith(b"%PDF")
    texto = "\n".join(p.text for p in docx.Document(io.BytesIO(word)).paragraphs)
    assert "**no** <b>x</b> [y](z) =1+1 {nb}" in texto
    assert "🙂" in texto


@pytest.mark.parametrize("campos", FORMAS)
def test_nada_se_sale_de_la_hoja(campos):
    escrito = de_todo(**campos)
    ancho, alto = MEDIDAS[escrito.papel]

    for hoja in componer(escrito):
        for marca in hoja:
            if isinstance(marca, Letras):
                assert MARGEN - 0.01 <= marca.x <= marca.x + marca.ancho <= ancho - MARGEN + 0.5
                assert 5 < marca.y < alto - 5
            elif isinstance(marca, Caja | Foto | Trazo):
                assert 0 <= marca.y <= marca.y + marca.alto <= alto


def test_el_mismo_escrito_da_los_mismos_bytes_en_otro_proceso():
    orden = (
        "import hashlib; from intercambio.test_escritos import *; e = de_todo(indice=True);"
        "print(hashlib.sha256(escribir_pdf(e) + escribir_docx(e)).hexdigest())"
    )
    salidas = {
        subprocess.run(
            [sys.executable, "-c", orden],
            env={"PYTHONHASHSEED": semilla, "PYTHONPATH": "tests", "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for semilla in ("1", "2")
    }

    assert len(salidas) == 1


def test_el_documento_no_dice_nada_de_la_maquina():
    word = zipfile.ZipFile(io.BytesIO(escribir_docx(de_todo())))
    nombres, propias = word.namelist(), word.read("docProps/core.xml").decode()
    pdf = escribir_pdf(de_todo())

    assert not [n for n in nombres if "thumbnail" in n or "app.xml" in n or "customXml" in n]
    assert "python-docx" not in propias
    assert "2026-03-14T00:00:00Z" in propias
    assert {i.date_time for i in word.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"D:20260314" in pdf
    assert b"fpdf" not in pdf.lower()


def test_el_pie_cuenta_las_paginas_y_el_ejercicio_va_en_cada_hoja():
    hojas = componer(de_todo(ilustrativa=True))

    for numero, hoja in enumerate(hojas, start=1):
        assert f"Página {numero} de {len(hojas)}" in letras([hoja])
        assert "Valores de ejercicio" in letras([hoja])


def test_el_indice_dice_la_hoja_donde_esta_cada_titulo():
    escrito = Escrito(
        titulo="Libro",
        bloques=[b for n in range(60) for b in (Titulo(f"Parte {n}"), Parrafo("x " * 700))],
        indice=True,
    )

    hojas = componer(escrito)

    esta = {
        m.texto: n
        for n, hoja in enumerate(hojas, start=1)
        for m in hoja
        if isinstance(m, Senal) and m.ancla != "indice"
    }
    indice = re.findall(r"(Parte \d+) (\d+)", letras(hojas[1:4]))
    assert [(t, int(n)) for t, n in indice if int(n) > 3][:20] == list(esta.items())[:20]


def test_el_encabezado_de_la_tabla_se_repite_en_cada_hoja():
    tabla = Tabla(("Actor",), [(f"n.º {n}",) for n in range(120)])
    escrito = Escrito(titulo="T", bloques=[tabla], portada=Portada.NINGUNA)

    hojas = componer(escrito)
    word = docx.Document(io.BytesIO(escribir_docx(escrito)))

    assert len(hojas) > 2
    assert all("Actor" in letras([hoja]) for hoja in hojas)
    assert "w:tblHeader" in word.tables[0].rows[0]._tr.xml


def test_todas_las_filas_de_la_tabla_estan_una_vez():
    tabla = Tabla(("Actor", "Nota"), [(f"n{n:03}", "z " * (n * 7)) for n in range(90)])
    hojas = componer(Escrito(titulo="T", bloques=[tabla]))

    assert re.findall(r"n\d{3}", letras(hojas)) == [f"n{n:03}" for n in range(90)]


@pytest.mark.parametrize("parte", [b"tblCellMar", b"pBdr"])
def test_word_recibe_las_propiedades_en_el_orden_que_exige(parte):
    archivo = zipfile.ZipFile(io.BytesIO(escribir_docx(de_todo())))
    todo = archivo.read("word/document.xml") + archivo.read("word/footer1.xml")
    despues = {b"tblCellMar": b"<w:tblLook", b"pBdr": b"<w:tabs"}[parte]

    for trozo in todo.split(b"<w:" + parte)[1:]:
        assert trozo.index(despues) < trozo.index(
            b"</w:" + (b"tblPr" if despues[3:6] == b"tbl" else b"pPr")
        )


def test_cada_lista_numerada_de_word_empieza_de_nuevo():
    listas = [Lista(("a", "b"), numerada=True), Parrafo("x"), Lista(("c",), numerada=True)]
    word = docx.Document(io.BytesIO(escribir_docx(Escrito(titulo="T", bloques=listas))))

    numeros = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]

    assert numeros[0] == numeros[1] != numeros[2]


def test_la_mesa_pone_su_nombre_su_lugar_y_si_es_de_ejercicio():
    escrito = escrito_de_mesa(cargar_caso("mesa_campanilla"), "Acta", (), fecha="2026-03-14")

    nombre, contenido = archivo_word(escrito)

    assert nombre == "Campamento_Campanilla_Acta_2026-03-14.docx"
    texto = "\n".join(p.text for p in docx.Document(io.BytesIO(contenido)).paragraphs)
    assert "Valparaíso" in texto and "14 de marzo de 2026" in texto
    assert escrito.ilustrativa
    assert archivo_pdf(escrito)[0].endswith("Acta_2026-03-14.pdf")


def test_lo_que_no_se_puede_escribir_lo_dice():
    with pytest.raises(ReglaRota, match="título"):
        Escrito(titulo=" ", bloques=())
    with pytest.raises(ReglaRota, match="2 celdas"):
        Tabla(("a", "b"), [("c",)])
    with pytest.raises(ReglaRota, match="empieza con http"):
        Trozo("x", enlace="javascript:alert(1)")
    with pytest.raises(ReglaRota, match="descripción"):
        Imagen(PNG, " ")


def test_el_signo_sin_dibujo_queda_como_un_cuadro():
    assert limpiar("a🙂👩‍👧中文b") == "a□b"
    assert limpiar("ﬁn → ≥ ✓ «ñ»") == "fin → ≥ ✓ «ñ»"
    assert limpiar("n\u0303a\tb\u00a0c\r\nd") == "ña b c\nd"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.floats(20, 160))
def test_partir_no_pierde_letras_y_todo_renglon_cabe(texto, ancho):
    renglones = partir(texto, ancho, 10)

    juntas = "".join(p.texto for r in renglones for p in r)
    assert juntas.replace(" ", "") == re.sub(r"[ \n]", "", limpiar(texto))
    assert all(ancho_de(r) <= ancho + 0.01 for r in renglones)


def test_importar_los_escritos_no_carga_las_bibliotecas_pesadas():
    orden = (
        "import sys, mesa_territorial.intercambio.escritos;"
        "print([m for m in ('docx', 'fpdf', 'fontTools', 'PIL') if m in sys.modules])"
    )
    salida = subprocess.run(
        [sys.executable, "-c", orden], capture_output=True, text=True, check=True
    )

    assert salida.stdout.strip() == "[]"


def test_el_pdf_lleva_la_letra_del_kit_y_marcadores():
    pdf = escribir_pdf(de_todo())
    flujos = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    abiertos = b"".join(zlib.decompress(f) for f in flujos[:1])

    assert b"AtkinsonHyperlegibleNext" in pdf
    assert b"/Outlines" in pdf
    assert b"/Lang (es-CL)" in pdf
    assert abiertos


def test_la_raya_del_campo_vacio_esta_para_escribir_a_mano():
    hojas = componer(Escrito(titulo="T", bloques=[Campos([("Fecha", "")])]))

    assert "____" in letras(hojas)
    assert [m for h in hojas for m in h if isinstance(m, Raya)]
    assert ARRIBA > 0


def test_un_dibujo_va_en_trazos_en_el_pdf_y_descrito_en_word():
    escrito = Escrito(titulo="T", bloques=[Dibujo(SVG, "Un círculo azul", pie="Figura 1.")])
    word = docx.Document(io.BytesIO(escribir_docx(escrito)))

    (trazo,) = [m for h in componer(escrito) for m in h if isinstance(m, Trazo)]
    assert "stroke=" not in trazo.svg and "Ñ □ × &amp; ↑" in trazo.svg
    assert "Un círculo azul." in word.tables[0].rows[0].cells[0].text
    assert escribir_pdf(escrito).startswith(b"%PDF")
