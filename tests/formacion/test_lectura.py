"""La lectura convierte la guía en HTML sin dejar pasar marcas crudas."""

import re

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.glosario import anclar, buscar_termino, leer_glosario
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.marcas import EscritorDeGuia, crear_lector


def _leer(texto: str) -> tuple[str, EscritorDeGuia]:
    escritor = EscritorDeGuia()
    return str(crear_lector(escritor)(texto)), escritor


def test_los_titulos_de_segundo_nivel_llevan_ancla_sin_tildes():
    html, escritor = _leer("## ¿Quién falta?\n\n### Detalle\n")

    assert '<h2 id="quien-falta">¿Quién falta?</h2>' in html
    assert "<h3>Detalle</h3>" in html
    assert escritor.secciones == [("quien-falta", "¿Quién falta?")]


def test_un_termino_es_un_boton_con_su_definicion():
    html, escritor = _leer("Un [actor clave](glosario:actor-clave).")

    assert '<button type="button" class="mt-termino" data-termino="actor-clave"' in html
    assert f'data-definicion="{buscar_termino("actor-clave").definicion}"' in html
    assert ">actor clave</button>" in html
    assert escritor.terminos == ["actor-clave"]


def test_un_termino_que_no_existe_dice_donde_agregarlo():
    with pytest.raises(ReglaRota, match=r"guia/glosario\.md"):
        _leer("[algo](glosario:no-existe)")


def test_una_caja_lleva_al_paso_de_explorar_y_conserva_su_texto():
    html, escritor = _leer(":::pruebe paso=3\nQuite a **FOSIS**.\n\n- uno\n- dos\n:::\n\nDespués.")

    assert 'class="mt-pruebe" role="note" data-paso="3"' in html
    assert "<strong>FOSIS</strong>" in html
    assert '<a class="mt-pruebe-ir" href="#explorar" data-paso="3">' in html
    assert html.index("</div>") < html.index("<p>Después.</p>")
    assert escritor.pasos == [3]


def test_una_figura_deja_su_lugar_y_su_pie():
    html, escritor = _leer(":::figura nombre=kite\nLa cometa.\n:::\n")

    assert '<figure class="mt-figura" data-figura="kite">' in html
    assert "<figcaption><p>La cometa.</p>" in html
    assert escritor.figuras == ["kite"]


@pytest.mark.parametrize(
    "hostil",
    [
        "<script>alert(1)</script>",
        "Hola <img src=x onerror=alert(1)>",
        "[pinche](javascript:alert(1))",
        "[pinche](JaVaScRiPt:alert(1))",
        "[t](<data:text/html,<script>alert(1)</script>>)",
        '## <svg onload="alert(1)">',
        ":::pruebe paso=1\n<iframe src=x></iframe>\n:::",
        ':::figura nombre=a"onload="x\npie\n:::',
        "Nota[^1].\n\n[^1]: <script>alert(1)</script>\n",
    ],
)
def test_el_html_crudo_y_las_direcciones_hostiles_no_pasan(hostil):
    html, _ = _leer(hostil)

    etiquetas = re.findall(r"<(\w+)([^>]*)>", html)

    assert not {e for e, _ in etiquetas} & {"script", "img", "svg", "iframe"}
    assert not any(re.search(r"\bon\w+\s*=", atributos) for _, atributos in etiquetas)
    assert 'href="javascript' not in html.lower()
    assert 'href="data:' not in html.lower()


def test_una_nota_llamada_dos_veces_no_repite_su_ancla():
    html, _ = _leer("Uno.[^a] Dos.[^a]\n\n[^a]: La fuente.\n")

    assert html.count('id="llamada-1"') == 1
    assert html.count('href="#nota-1"') == 2
    assert 'aria-label="Volver al texto de la nota 1"' in html


def test_los_enlaces_hacia_afuera_no_dicen_de_donde_vienen():
    html, _ = _leer("[licencia](https://creativecommons.org/licenses/by/4.0/deed.es)")

    assert 'rel="noopener noreferrer"' in html


def test_la_lectura_del_tema_tres_trae_portada_indice_y_terminos_sin_repetir():
    lectura = leer_guia("mapa_de_actores")

    assert lectura is leer_guia("mapa_de_actores")
    assert lectura.tema.clave == "03_mapa_de_actores"
    assert len(lectura.secciones) == 13
    assert len({t.ancla for t in lectura.terminos}) == len(lectura.terminos) > 15
    assert "campanilla_antes_despues" in lectura.figuras


def test_ningun_id_se_repite_en_la_lectura():
    ids = re.findall(r'\bid="([^"]+)"', leer_guia("03_mapa_de_actores").html)

    assert len(ids) == len(set(ids))


def test_un_tema_en_preparacion_da_una_lectura_sin_secciones():
    assert leer_guia("12_sostenibilidad_y_transferencia").secciones == ()


def test_un_tema_que_no_existe_se_dice():
    with pytest.raises(ReglaRota, match="No hay un tema"):
        leer_guia("99_nada")


def test_el_ancla_de_un_termino_no_lleva_su_aparte():
    assert anclar("Comité de Coordinación") == "comite-de-coordinacion"
    assert leer_glosario()["junta-de-vecinos"].termino == "junta de vecinos (JJ.VV.)"


def test_una_tabla_que_no_cabe_se_puede_deslizar_con_el_teclado():
    html, _ = _leer("| a | b |\n|---|---|\n| 1 | 2 |\n")

    assert 'mt-tabla-ancha" tabindex="0" role="group" aria-label="Tabla"><table>' in html
