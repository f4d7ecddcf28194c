"""Leer un banco: lo que está mal se dice con archivo, ítem y remedio."""

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.ejercicios import cargar_banco, leer_banco

ITEM = """
[[objetivos]]
id = "o"
texto = "Probar"
[[items]]
tipo = "unica"
id = "uno"
version = 1
objetivo = "o"
seccion = "guia/03_mapa_de_actores#quien-falta"
titulo = "T"
enunciado = "E"
pistas = ["P"]
explicacion = "X"
si_acierta = "Sí"
si_falla = "No"
opciones = [
  { id = "a", texto = "A", mensaje = "ma" },
  { id = "b", texto = "B", mensaje = "mb", correcta = true },
  { id = "c", texto = "C", mensaje = "mc" },
]
"""


def quejarse(texto: str) -> str:
    with pytest.raises(ReglaRota) as rota:
        leer_banco(texto, "98_prueba")
    return str(rota.value)


def test_un_banco_bien_escrito_se_lee():
    banco = leer_banco(ITEM, "98_prueba")

    assert banco.nombre == "prueba"
    assert banco.item("uno").version == 1


@pytest.mark.parametrize(
    ("viejo", "nuevo", "dice"),
    [
        ('titulo = "T"\n', "", "falta el campo «titulo»; agréguelo"),
        ('titulo = "T"', 'titulo = "T"\npista = "x"', "sobra el campo «pista»"),
        ("version = 1", 'version = "1"', "se esperaba int y llegó str"),
        ("version = 1", "version = 0", "la versión empieza en 1"),
        ('tipo = "unica"', 'tipo = "rara"', "no se conoce «rara»"),
        ('pistas = ["P"]', "pistas = []", "falta al menos una pista"),
        ("correcta = true", "correcta = false", "tiene 0 alternativas correctas"),
        ('id = "c", texto', 'id = "a", texto', "el id «a» está repetido"),
        ('objetivo = "o"', 'objetivo = "z"', "el objetivo «z» no está declarado"),
        ("#quien-falta", "", "la sección debe ser como"),
    ],
)
def test_cada_descuido_se_dice_con_archivo_item_y_remedio(viejo, nuevo, dice):
    queja = quejarse(ITEM.replace(viejo, nuevo))

    assert queja.startswith("exercises/98_prueba.toml, ítem «uno»")
    assert dice in queja


def test_dos_items_no_llevan_el_mismo_id():
    repetido = ITEM + ITEM[ITEM.index("[[items]]") :]

    assert "el id está repetido" in quejarse(repetido)


def test_un_archivo_que_no_es_toml_lo_dice():
    assert "no se puede leer" in quejarse("esto no es = = toml")


def test_un_tema_sin_banco_lo_dice_con_calma():
    with pytest.raises(ReglaRota, match="todavía no tiene ejercicios"):
        cargar_banco("99_nada")


def test_pedir_un_item_que_ya_no_esta_no_asusta():
    with pytest.raises(ReglaRota, match="Siga con el que aparece ahora"):
        leer_banco(ITEM, "98_prueba").item("otro")
