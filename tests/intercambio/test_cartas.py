"""Las cartas: una página, con lo anotado, sin datos de personas y sin interpretar nada."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from estrategias import TEXTOS_HOSTILES

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.convocatoria import Convocatoria, Invitacion, PlantillaDeCarta
from mesa_territorial.dominio.genero import Genero
from mesa_territorial.dominio.genero_codigos import Cuidado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.cartas import (
    archivo_de_carta,
    carta_de,
    cartas_en_zip,
    sesion_en_palabras,
)
from mesa_territorial.intercambio.cartas_plantillas import (
    HUECOS,
    desconocidos_en,
    huecos_de,
    llenar,
    plantilla_del_kit,
)

HOY = date(2026, 11, 21)
ENTERA = Invitacion(id="A29", por_que="Decide en la comuna.", ofrece="Un acta.", pide="Que venga.")


def mesa_con(invitacion: Invitacion = ENTERA, **campos) -> Mesa:
    por_omision = {
        "convoca": "A01",
        "cargo": "Dirección Regional",
        "sesion_fecha": "2026-12-03",
        "sesion_hora": "10:30",
        "sesion_lugar": "Sede social",
        "responder_hasta": "2026-11-27",
        "invitaciones": {invitacion.id: invitacion},
    }
    seccion = Convocatoria(**{**por_omision, **campos})
    return cargar_caso("mesa_campanilla").con(convocatoria=seccion, genero=Genero())


def paginas(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def texto_de_docx(contenido: bytes) -> str:
    documento = Document(io.BytesIO(contenido))
    celdas = (c.text for t in documento.tables for fila in t.rows for c in fila.cells)
    return "\n".join([*(p.text for p in documento.paragraphs), *celdas])


@pytest.mark.parametrize("sector", list(Sector))
def test_cada_sector_tiene_su_plantilla_y_dice_lo_que_toda_carta_dice(sector):
    huecos = set(huecos_de(plantilla_del_kit(sector)))

    assert huecos <= set(HUECOS)
    assert {"actor", "mesa", "convoca", "por_que", "ofrece", "pide", "sesion"} <= huecos
    assert len({plantilla_del_kit(s) for s in Sector}) == len(Sector)


def test_una_carta_completa_no_deja_huecos():
    carta = carta_de(mesa_con(), "A29")

    assert carta.falta == ()
    assert "[falta" not in carta.texto
    assert "{" not in carta.texto
    for dato in ("FOSIS", "Municipio de Valparaíso", "Decide en la comuna.", "Un acta."):
        assert dato in carta.texto
    assert "el 3 de diciembre de 2026, a las 10:30, en Sede social" in carta.texto
    assert "27 de noviembre de 2026" in carta.texto


def test_lo_que_falta_queda_a_la_vista_y_se_dice():
    carta = carta_de(mesa_con(Invitacion(id="A29"), convoca=None), "A29")

    assert "la institución que convoca" in carta.falta
    assert "[falta: por qué importa a la Mesa]" in carta.texto


def test_un_parrafo_opcional_sin_dato_se_omite():
    sin, con = mesa_con(), mesa_con(replace(ENTERA, presenta="A05"))

    assert "se la acercará también" not in carta_de(sin, "A29").texto
    assert "también Gobierno Regional (caso)" in carta_de(con, "A29").texto


def test_el_horario_y_los_cuidados_vienen_de_la_estrategia_de_genero():
    genero = Genero(horario="sábados, 11:00", cuidados=(Cuidado.INFANTIL, Cuidado.NADA))

    texto = carta_de(mesa_con().con(genero=genero), "A29").texto

    assert "Horario: sábados, 11:00. Para quien cuida: cuidado infantil en el lugar." in texto


def test_la_carta_corregida_a_mano_manda():
    carta = carta_de(mesa_con(replace(ENTERA, carta="Otra cosa.\n\nFin {actr}")), "A29")

    assert carta.a_mano
    assert carta.texto == "Otra cosa.\n\nFin {actr}"
    assert carta.falta == ("un dato que no se llena: {actr}",)


def test_la_plantilla_del_equipo_reemplaza_a_la_del_kit():
    propia = {"publico": PlantillaDeCarta(id=Sector.PUBLICO, texto="Hola {actor}. {pide}")}

    assert carta_de(mesa_con(plantillas=propia), "A29").texto == (
        "Hola Municipio de Valparaíso. Que venga."
    )


@pytest.mark.parametrize("hostil", TEXTOS_HOSTILES)
def test_lo_que_alguien_escribio_entra_tal_cual(hostil):
    """Un hueco dentro de un dato no se vuelve a llenar, y nada se interpreta."""
    limpio = hostil.strip()
    texto = llenar("{por_que}", {"por_que": limpio, "influencia": "9"})

    assert texto == limpio
    assert llenar("{ofrece}", {"ofrece": "{pide}", "pide": "x"}) == "{pide}"
    assert desconocidos_en("{no_existe} y {actor}") == ("no_existe",)


@pytest.mark.parametrize(
    ("parrafos", "letras"), [(1, 2430), (6, 350), (9, 178), (12, 88), (19, 20)]
)
def test_una_carta_que_no_es_larga_cabe_en_una_pagina(parrafos, letras):
    frase = "Coordinar con la comunidad y los servicios qué hace cada uno y cuándo. " * 40
    mesa = mesa_con(replace(ENTERA, carta="\n\n".join([frase[:letras].strip()] * parrafos)))

    assert not carta_de(mesa, "A29").es_larga
    assert paginas(archivo_de_carta(mesa, "A29", HOY, "PDF")[1]) == 1


def test_la_carta_de_la_plantilla_cabe_con_cuatro_lineas_por_pregunta():
    frase = "Coordinar con la comunidad y los servicios qué hace cada uno y cuándo. "
    tres = {c: (frase * 9)[:300].strip() for c in ("por_que", "ofrece", "pide")}
    mesa = mesa_con(replace(ENTERA, presenta="A05", **tres))

    assert not carta_de(mesa, "A29").es_larga
    assert paginas(archivo_de_carta(mesa, "A29", HOY, "PDF")[1]) == 1


def test_una_carta_larga_se_avisa():
    assert carta_de(mesa_con(replace(ENTERA, carta="Hola " * 599)), "A29").es_larga
    assert carta_de(mesa_con(replace(ENTERA, carta="\n\n".join("x" * 25))), "A29").es_larga


def test_word_lleva_destinatario_fecha_y_firma():
    nombre, contenido = archivo_de_carta(mesa_con(), "A29", HOY, "Word")

    texto = texto_de_docx(contenido)
    assert nombre == "Invitacion_Municipio_De_Valparaiso.docx"
    assert "21 de noviembre de 2026" in texto
    assert "Presente" in texto
    assert "Dirección Regional" in texto
    assert "@" not in texto


def test_la_fecha_de_la_invitacion_va_antes_que_la_de_hoy():
    _, contenido = archivo_de_carta(
        mesa_con(replace(ENTERA, fecha="2026-11-10")), "A29", HOY, "Word"
    )

    assert "10 de noviembre de 2026" in texto_de_docx(contenido)


def test_todas_van_en_un_zip_cada_una_con_su_actor_y_siempre_iguales():
    mesa = mesa_con()

    nombre, contenido = cartas_en_zip(mesa, ["A29", "A32"], HOY, "PDF")

    dentro = zipfile.ZipFile(io.BytesIO(contenido)).namelist()
    assert nombre == "Cartas_Campamento_Campanilla_PDF.zip"
    assert dentro == [
        "Invitacion_Municipio_De_Valparaiso.pdf",
        "Invitacion_Seremi_De_Bienes_Nacionales_Caso.pdf",
    ]
    assert contenido == cartas_en_zip(mesa, ["A29", "A32"], HOY, "PDF")[1]


def test_dos_nombres_que_quedan_iguales_no_se_pisan():
    mesa = mesa_con()
    mesa = mesa.con_cambio_de_actor("A32", nombre="Servicio (uno)")
    mesa = mesa.con_cambio_de_actor("A33", nombre="Servicio uno")

    _, contenido = cartas_en_zip(mesa, ["A32", "A33"], HOY, "Word")

    assert len(zipfile.ZipFile(io.BytesIO(contenido)).namelist()) == 2


def test_lo_que_no_se_puede_hacer_se_dice():
    with pytest.raises(ReglaRota, match="No hay cartas que bajar"):
        cartas_en_zip(mesa_con(), [], HOY, "PDF")
    with pytest.raises(ReglaRota, match="elija Word o PDF"):
        archivo_de_carta(mesa_con(), "A29", HOY, "Excel")
    with pytest.raises(ReglaRota, match="ya no está"):
        archivo_de_carta(mesa_con(), "Z9", HOY, "PDF")


def test_sin_fecha_no_hay_sesion_que_nombrar():
    assert sesion_en_palabras(mesa_con(sesion_fecha="")) == ""
