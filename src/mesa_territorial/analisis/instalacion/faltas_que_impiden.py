"""Lo obligatorio: lo que llevan las actas que sirvieron de modelo y lo propio de una Mesa."""

from mesa_territorial.analisis.instalacion.falta import Revision, sin_rol
from mesa_territorial.analisis.instalacion.sala import asistentes, integrantes
from mesa_territorial.dominio.instalacion_codigos import Instancia, RolDeMesa
from mesa_territorial.dominio.mesa import Mesa


def _sin_sintesis(mesa: Mesa) -> bool:
    return not any(p.sintesis.strip() for p in mesa.instalacion.tabla.values())


def _sin_compromiso_entero(mesa: Mesa) -> bool:
    return not any(
        c.responsable and c.plazo and c.verificador.strip()
        for c in mesa.instalacion.compromisos.values()
    )


def _sin_proxima_sesion(mesa: Mesa) -> bool:
    hoy = mesa.instalacion.fecha
    return not any(
        s.instancia is Instancia.MESA and s.fecha > hoy
        for s in mesa.instalacion.sesiones.values()
        if s.fecha
    )


QUE_IMPIDEN = (
    Revision(
        "fecha",
        lambda m: not (m.instalacion.fecha and m.instalacion.hora_inicio),
        "La fecha y la hora de inicio",
        "Póngalas en «La sesión».",
        "sesion",
    ),
    Revision(
        "termino",
        lambda m: not m.instalacion.hora_termino,
        "La hora de término",
        "Se anota al cerrar; en el papel queda una raya.",
        "sesion",
    ),
    Revision(
        "lugar",
        lambda m: not m.instalacion.lugar.strip(),
        "El lugar o el enlace",
        "Póngalo en «La sesión».",
        "sesion",
    ),
    Revision(
        "integrantes",
        lambda m: not integrantes(m),
        "Quiénes constituyen la Mesa",
        "Marque en el mapa a quienes integran la Mesa.",
        "declaraciones",
    ),
    Revision(
        "objetivo",
        lambda m: not m.objetivo.strip(),
        "El objetivo de la Mesa",
        "Es el primer acuerdo: escríbalo en «La sesión».",
        "sesion",
    ),
    Revision(
        "preside",
        sin_rol(RolDeMesa.PRESIDE),
        "Quién preside",
        "Agregue el rol con su titular.",
        "roles",
    ),
    Revision(
        "secretaria",
        sin_rol(RolDeMesa.SECRETARIA),
        "Quién hace de secretaría y da fe de lo acordado",
        "Agregue el rol con su titular.",
        "roles",
    ),
    Revision(
        "comite",
        lambda m: not any(a.comite for a in m.actores.values()),
        "El Comité de Coordinación",
        "Mire la propuesta, siente a quienes correspondan y corrija.",
        "comite",
    ),
    Revision(
        "regla",
        lambda m: m.instalacion.regla is None,
        "La regla de decisión",
        "Elíjala en «La sesión» y lea al lado qué implica.",
        "sesion",
    ),
    Revision(
        "quorum",
        lambda m: m.instalacion.quorum is None,
        "El quórum",
        "Diga con cuántos integrantes se puede acordar.",
        "sesion",
    ),
    Revision(
        "asistencia",
        lambda m: bool(integrantes(m)) and not asistentes(m),
        "La lista de asistencia",
        "Pásela en la sesión: quién asiste, quién se excusa y en qué calidad.",
        "declaraciones",
    ),
    Revision(
        "tabla",
        lambda m: not m.instalacion.tabla,
        "La tabla",
        "Agregue los puntos en el orden en que se tratarán.",
        "tabla",
    ),
    Revision(
        "sintesis",
        lambda m: bool(m.instalacion.tabla) and _sin_sintesis(m),
        "La síntesis de lo conversado",
        "Dos o tres frases por punto, después de la sesión.",
        "tabla",
    ),
    Revision(
        "acuerdos",
        lambda m: not m.instalacion.acuerdos,
        "Los acuerdos",
        "Constituir la Mesa y su objetivo suele ser el primero.",
        "acuerdos",
    ),
    Revision(
        "compromisos",
        _sin_compromiso_entero,
        "Un compromiso con responsable, plazo y medio de verificación",
        "Basta uno para empezar; sin esas tres cosas no se puede seguir.",
        "compromisos",
    ),
    Revision(
        "proxima",
        _sin_proxima_sesion,
        "La fecha de la próxima sesión",
        "Agréguela al calendario.",
        "calendario",
    ),
)
