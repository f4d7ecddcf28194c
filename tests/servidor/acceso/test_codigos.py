"""Los códigos que se dictan: azar de sobra, y tolerancia con quien escribe."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.servidor.acceso import codigos


def test_la_lista_alcanza_para_adivinar_nada() -> None:
    lista = codigos.palabras()

    assert len(lista) >= 2048
    assert len(set(lista)) == len(lista)
    assert codigos.bits_del_taller() >= 44
    assert codigos.bits_de_retorno() >= 40


def test_las_palabras_se_dictan_sin_explicar_nada() -> None:
    assert all(p.isascii() and p.isalpha() and p.islower() for p in codigos.palabras())
    assert all(3 <= len(p) <= 9 for p in codigos.palabras())


def _como_suena(palabra: str) -> str:
    pares = (
        ("qu", "k"), ("ch", "#"), ("ll", "y"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"),
        ("v", "b"), ("h", ""), ("ge", "je"), ("gi", "ji"),
    )  # fmt: skip
    for letras, sonido in pares:
        palabra = palabra.replace(letras, sonido)
    return palabra


def test_ninguna_palabra_suena_como_otra() -> None:
    oidas: dict[str, str] = {}
    repetidas = []
    for palabra in codigos.palabras():
        suena = _como_suena(palabra)
        repetidas += [(palabra, oidas[suena])] if suena in oidas else []
        oidas[suena] = palabra

    assert repetidas == []


@pytest.mark.parametrize(
    "escrito",
    [
        "copihue faro trigo nube",
        "  COPIHUE   Faro trigo-NUBE ",
        "copihue,faro;trigo.nube",
        "copihué fáro trigo nübe",
        "copihue\tfaro\ntrigo—nube",
    ],
)
def test_un_codigo_se_reconoce_como_lo_escriban(escrito: str) -> None:
    assert codigos.leer_codigo_del_taller(escrito) == "copihue faro trigo nube"


@given(st.lists(st.sampled_from(codigos.palabras()), min_size=4, max_size=4))
def test_leer_lo_que_se_escribio_da_lo_mismo(partes: list[str]) -> None:
    codigo = " ".join(partes)

    assert codigos.leer_codigo_del_taller("-".join(partes).upper()) == codigo


@given(st.text(max_size=400))
def test_cualquier_texto_se_lee_o_se_explica(texto: str) -> None:
    for leer in (codigos.leer_codigo_del_taller, codigos.leer_codigo_de_retorno):
        try:
            assert leer(texto)
        except codigos.CodigoMalEscrito as falla:
            assert str(falla).endswith(".")


def test_una_palabra_mal_escrita_se_dice_con_la_que_se_le_parece() -> None:
    with pytest.raises(codigos.CodigoMalEscrito, match=r"«copigue».*quizás es «copihue»"):
        codigos.leer_codigo_del_taller("copigue faro trigo nube")


def test_faltar_una_palabra_no_es_un_intento() -> None:
    with pytest.raises(codigos.CodigoMalEscrito, match="cuatro palabras y aquí hay 3"):
        codigos.leer_codigo_del_taller("copihue faro trigo")


def test_el_codigo_de_retorno_es_siempre_el_mismo_y_solo_de_una_persona() -> None:
    secreto = secrets.token_bytes(32)
    de_cada_quien = {codigos.codigo_de_retorno(secreto, f"p{n}") for n in range(500)}

    assert len(de_cada_quien) == 500
    assert codigos.codigo_de_retorno(secreto, "p7") in de_cada_quien
    assert codigos.codigo_de_retorno(b"otro secreto", "p7") not in de_cada_quien
    assert all(codigos.leer_codigo_de_retorno(c) == c for c in de_cada_quien)


def test_la_huella_no_dice_nada_sin_el_secreto_y_vale_para_un_solo_taller() -> None:
    huella = codigos.huella(b"s" * 32, "t1", "copihue faro trigo nube")

    assert huella == codigos.huella(b"s" * 32, "t1", "copihue faro trigo nube")
    assert huella != codigos.huella(b"x" * 32, "t1", "copihue faro trigo nube")
    assert huella != codigos.huella(b"s" * 32, "t2", "copihue faro trigo nube")
    assert b"copihue" not in huella
