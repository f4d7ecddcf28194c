"""El calendario: se lee con la biblioteca, lleva la hora de Chile y no duplica al reimportar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.convocatoria import Canal, Convocatoria, Gestion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.calendario import (
    ZONA,
    Cita,
    citas_de_convocatoria,
    escribir_calendario,
)

AHORA = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
LLAMAR = Gestion(
    id="g1",
    actor="A29",
    que="Llamar, y preguntar; luego ñ",
    fecha="2026-11-27",
    responsable="Gestora territorial",
    canal=Canal.LLAMADA,
)
REUNION = Gestion(
    id="g2", actor="A32", que="Reunión", fecha="2026-07-02", hora="15:30", minutos=90, lugar="Sede"
)


def mesa_con(*gestiones: Gestion, **campos) -> Mesa:
    seccion = Convocatoria(gestiones={g.id: g for g in gestiones}, **campos)
    return cargar_caso("mesa_campanilla").con(convocatoria=seccion)


def leer(mesa: Mesa, ahora: datetime = AHORA) -> Calendar:
    contenido = escribir_calendario(mesa.nombre, citas_de_convocatoria(mesa), ahora)
    return Calendar.from_ical(contenido)


def test_una_gestion_sin_hora_ocupa_el_dia_y_no_la_agenda():
    (cita,) = leer(mesa_con(LLAMAR)).events

    assert (cita.start, cita.end) == (date(2026, 11, 27), date(2026, 11, 28))
    assert cita["TRANSP"] == "TRANSPARENT"
    assert cita["SUMMARY"] == "Llamar, y preguntar; luego ñ (Municipio de Valparaíso)"
    assert "Responsable: Gestora territorial" in cita["DESCRIPTION"]


@pytest.mark.parametrize(("fecha", "desfase"), [("2026-07-02", -4), ("2026-12-03", -3)])
def test_una_reunion_va_con_la_hora_de_chile_en_invierno_y_en_verano(fecha, desfase):
    calendario = leer(mesa_con(replace(REUNION, fecha=fecha)))

    (cita,) = calendario.events
    assert cita.start.utcoffset() == timedelta(hours=desfase)
    assert (cita.start.hour, cita.start.minute) == (15, 30)
    assert cita.end - cita.start == timedelta(minutes=90)
    assert [z.tz_name for z in calendario.timezones] == [ZONA]
    assert calendario.get_missing_tzids() == set()


def test_volver_a_importar_reemplaza_y_no_duplica():
    """El mismo UID y un SEQUENCE mayor es lo que un calendario usa para reemplazar (RFC 5545)."""
    (antes,) = leer(mesa_con(LLAMAR)).events
    movida = replace(LLAMAR, fecha="2026-12-01", que="Visitar")
    (despues,) = leer(mesa_con(movida), AHORA + timedelta(minutes=5)).events

    assert antes["UID"] == despues["UID"] == "mesa_campanilla-gestion-g1@mesa-territorial"
    assert despues["SEQUENCE"] > antes["SEQUENCE"]
    assert despues.start == date(2026, 12, 1)


def test_dos_mesas_no_comparten_identificadores():
    una, otra = mesa_con(LLAMAR), mesa_con(LLAMAR).con(id="otra")

    assert leer(una).events[0]["UID"] != leer(otra).events[0]["UID"]


def test_la_primera_sesion_va_y_lo_que_no_tiene_fecha_no():
    mesa = mesa_con(
        replace(LLAMAR, fecha=""),
        sesion_fecha="2026-12-03",
        sesion_hora="10:00",
        sesion_lugar="Sede",
    )

    (cita,) = leer(mesa).events

    assert cita["SUMMARY"] == "Primera sesión: Campamento Campanilla"
    assert cita["LOCATION"] == "Sede"


def test_lo_hecho_se_dice():
    (cita,) = leer(mesa_con(replace(LLAMAR, hecha=True, resultado="Vienen"))).events

    assert cita["SUMMARY"].startswith("Hecha: ")
    assert "En qué quedó: Vienen" in cita["DESCRIPTION"]


def test_el_archivo_cumple_lo_minimo_y_no_lleva_palabras_en_ingles_de_mas():
    crudo = escribir_calendario("Mesa", citas_de_convocatoria(mesa_con(REUNION)), AHORA)

    texto = crudo.decode()
    assert crudo.startswith(b"BEGIN:VCALENDAR\r\n")
    assert "METHOD:PUBLISH" in texto
    assert "works from" not in texto
    assert all(len(linea) <= 75 for linea in crudo.split(b"\r\n"))
    assert crudo == escribir_calendario("Mesa", citas_de_convocatoria(mesa_con(REUNION)), AHORA)


def test_sin_fechas_no_hay_calendario_y_se_dice_que_falta():
    with pytest.raises(ReglaRota, match="No hay fechas"):
        leer(mesa_con())


def test_sirve_para_cualquier_cita():
    cita = Cita(uid="x@mesa-territorial", titulo="Sesión 2", fecha="2027-01-14", hora="09:00")

    (leida,) = Calendar.from_ical(escribir_calendario("M", [cita], AHORA)).events

    assert leida.end - leida.start == timedelta(hours=1)
