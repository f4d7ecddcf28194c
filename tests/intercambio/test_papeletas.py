"""Votar en papel: lo que se imprime, lo que se digita y lo que vuelve."""

import io
import re

import openpyxl
import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Marca, revisar_marcas
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.papeletas import planilla_de_papeletas
from mesa_territorial.intercambio.papeletas_hoja import hoja_de_papeletas
from mesa_territorial.intercambio.papeletas_lectura import leer_papeletas

MALO = '<img src=x onerror="alert(1)"> & Cía.'


def votacion(tipo=TipoConsulta.ACTORES, nombres=("SERVIU", "Junta de vecinos"), **campos):
    opciones = tuple(Opcion(id=f"x{i}", nombre=n) for i, n in enumerate(nombres))
    return Votacion(id="v", tipo=tipo, titulo="¿Quién puede más?", opciones=opciones, **campos)


def digitar(consulta, *celdas: tuple[str, object]) -> bytes:
    """La planilla de la votación con esas celdas («D2», valor) escritas."""
    libro = openpyxl.load_workbook(io.BytesIO(planilla_de_papeletas(consulta)))
    for lugar, valor in celdas:
        libro["Papeletas"][lugar] = valor
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


def test_la_planilla_trae_una_fila_por_papeleta_y_opcion_en_orden():
    libro = leer_archivo("p.xlsx", planilla_de_papeletas(votacion(), cuantas=2))

    (hoja,) = libro.hojas
    assert hoja.filas[0] == ("Papeleta", "Sector", "Opción", "Interés", "Influencia")
    assert [(f[0], f[2]) for f in hoja.filas[1:]] == [
        (1, "SERVIU"),
        (1, "Junta de vecinos"),
        (2, "SERVIU"),
        (2, "Junta de vecinos"),
    ]


def test_sin_digitar_no_trae_ninguna_papeleta():
    leidas = leer_papeletas(votacion(), "p.xlsx", planilla_de_papeletas(votacion()))

    assert (leidas.papeletas, leidas.problemas) == ((), ())


def test_lo_digitado_vuelve_con_su_numero_su_sector_y_sus_notas():
    celdas = [("B2", "privado"), ("D2", 4), ("E2", "3,5"), ("E3", 1), ("D4", 2)]

    leidas = leer_papeletas(votacion(), "p.xlsx", digitar(votacion(), *celdas))

    una, otra = leidas.papeletas
    assert leidas.problemas == ()
    assert (una.testigo, una.sector) == ("papel-1", "privado")
    assert una.marcas == (
        Marca(opcion="x0", interes=4, influencia=3.5),
        Marca(opcion="x1", influencia=1),
    )
    assert (otra.testigo, otra.sector, otra.marcas) == (
        "papel-2",
        None,
        (Marca(opcion="x0", interes=2),),
    )


def test_el_sector_sirve_aunque_esa_fila_no_tenga_notas():
    leidas = leer_papeletas(
        votacion(), "p.xlsx", digitar(votacion(), ("B2", "Academia"), ("D3", 5))
    )

    assert leidas.papeletas[0].sector == "academia"


@pytest.mark.parametrize(
    ("celda", "valor", "frase"),
    [
        ("D2", "harto", 'Fila 2, columna Interés: dice "harto"; escriba un número de 1 a 5'),
        ("B2", "marciano", 'Fila 2, columna Sector: dice "marciano"; elija Público'),
        ("C2", "Otro", 'Fila 2, columna Opción: dice "Otro"; escriba el nombre tal como'),
        ("A2", None, "Fila 2, columna Papeleta: está vacía; escriba el número de la papeleta"),
        ("C3", "SERVIU", 'Fila 3, columna Opción: dice "SERVIU"; deje una sola fila por opción'),
    ],
)
def test_cada_error_dice_su_fila_su_columna_y_como_se_arregla(celda, valor, frase):
    celdas = [("E2", 3), ("E3", 3), ("E4", 2), (celda, valor)]

    leidas = leer_papeletas(votacion(), "p.xlsx", digitar(votacion(), *celdas))

    (problema,) = leidas.problemas
    assert problema.frase.startswith(frase)
    assert "papel-2" in [p.testigo for p in leidas.papeletas]
    if celda != "A2":
        assert "papel-1" not in [p.testigo for p in leidas.papeletas]


def test_un_ranking_incompleto_se_entrega_entero_con_lo_demas_en_blanco():
    consulta = votacion(TipoConsulta.RANKING, ("a", "b", "c"))

    leidas = leer_papeletas(consulta, "p.xlsx", digitar(consulta, ("D3", 1)))

    (papeleta,) = leidas.papeletas
    assert revisar_marcas(consulta, papeleta.marcas) == papeleta.marcas
    assert {m.opcion: m.valor for m in papeleta.marcas} == {"x1": 1, "x0": None, "x2": None}


def test_los_puntos_no_llevan_decimales():
    consulta = votacion(TipoConsulta.PUNTOS)

    leidas = leer_papeletas(consulta, "p.xlsx", digitar(consulta, ("D2", 1.5)))

    assert "sin decimales" in leidas.problemas[0].frase
    assert leidas.papeletas == ()


def test_una_planilla_de_otra_cosa_se_rechaza_diciendo_que_falta():
    with pytest.raises(ReglaRota, match="no tiene las columnas Papeleta, Opción, Interés"):
        leer_papeletas(votacion(), "otra.csv", b"Nombre;Sector\nSERVIU;privado\n")


def test_la_planilla_de_una_votacion_grande_cabe_en_lo_que_se_puede_leer():
    grande = votacion(nombres=[f"Actor {i}" for i in range(60)])

    libro = leer_archivo("p.xlsx", planilla_de_papeletas(grande, cuantas=500))

    assert len(libro.hojas[0].filas) == 1 + 75 * 60


def test_la_papeleta_impresa_trae_todas_las_opciones_y_nada_de_afuera():
    hoja = hoja_de_papeletas(votacion(ayuda="Piense en este año"), "Los Aromos").decode()

    assert "¿Quién puede más?" in hoja and "Los Aromos" in hoja and "Piense en este año" in hoja
    assert hoja.count('<th scope="row">') == 2
    assert hoja.count('class="nota"') == 2 * 2 * 5
    assert not re.search(r"https?://|<script|<link|<img", hoja)


def test_lo_que_alguien_escribe_no_se_vuelve_marcas_en_el_papel():
    hoja = hoja_de_papeletas(votacion(nombres=(MALO, "b")), MALO).decode()

    assert "<img" not in hoja
    assert hoja.count("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Cía.") == 2


@pytest.mark.parametrize("tipo", TipoConsulta)
def test_cada_tipo_tiene_su_papeleta_y_su_planilla(tipo):
    consulta = votacion(tipo, puntos=12)

    hoja = hoja_de_papeletas(consulta, "Mesa").decode()

    assert ("12 puntos" in hoja) == (tipo is TipoConsulta.PUNTOS)
    assert leer_papeletas(consulta, "p.xlsx", planilla_de_papeletas(consulta)).problemas == ()


def test_la_papeleta_de_un_caso_de_ejercicio_lo_dice():
    assert "Caso de ejercicio" in hoja_de_papeletas(votacion(ilustrativa=True), "M").decode()
    assert "Caso de ejercicio" not in hoja_de_papeletas(votacion(), "M").decode()
