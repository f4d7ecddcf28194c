"""El acta de constitución: lo que ya está en la Mesa, en el orden en que se lee y se firma.

Los nombres de las personas no están en la Mesa: la hoja de firmas los deja para escribirlos a mano.
"""

from collections.abc import Iterator

from mesa_territorial.analisis.instalacion import Falta, revisar_acta
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio import acta_de_la_mesa, acta_de_la_sesion, acta_de_lo_declarado
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Bloque,
    Escrito,
    Papel,
    Titulo,
    archivo_pdf,
    archivo_word,
    escrito_de_mesa,
)

TITULO = "Acta de constitución"
SESION = "Sesión n.º 1, de instalación"
BORRADOR = "Borrador: todavía no se puede firmar"
# El orden del acta: título y quién lo escribe.
_PARTES = (
    ("La sesión", acta_de_la_sesion.datos),
    ("La Mesa que se constituye", acta_de_la_mesa.identidad),
    ("Quiénes la constituyen", acta_de_la_sesion.asistencia),
    ("Comité de Coordinación", acta_de_la_mesa.comite),
    ("Cómo se decide", acta_de_la_mesa.decision),
    ("Roles", acta_de_la_mesa.roles),
    ("Reglas del juego", acta_de_la_mesa.reglas),
    ("Tabla y síntesis", acta_de_la_sesion.tabla),
    ("Acuerdos", acta_de_la_sesion.acuerdos),
    ("Primeros compromisos", acta_de_la_sesion.compromisos),
    ("Calendario", acta_de_la_mesa.calendario),
    ("Participación y cuidados", acta_de_lo_declarado.participacion),
    ("Reserva y probidad", acta_de_lo_declarado.probidad),
    ("Firmas", acta_de_lo_declarado.firmas),
)


def acta_de_constitucion(mesa: Mesa, *, papel: Papel = Papel.A4) -> Escrito:
    """El acta lista para firmar; si algo lo impide, sale como borrador y dice qué falta."""
    impiden = [f for f in revisar_acta(mesa) if f.impide]
    return escrito_de_mesa(
        mesa,
        TITULO,
        tuple(_bloques(mesa, impiden)),
        fecha=mesa.instalacion.fecha,
        version=mesa.instalacion.version.strip(),
        bajada=SESION,
        reservado="Borrador" if impiden else "",
        papel=papel,
    )


def acta_en_word(mesa: Mesa) -> tuple[str, bytes]:
    """El archivo de Word, para corregir antes de firmar."""
    return archivo_word(acta_de_constitucion(mesa))


def acta_en_pdf(mesa: Mesa) -> tuple[str, bytes]:
    """El PDF, para imprimir y firmar."""
    return archivo_pdf(acta_de_constitucion(mesa))


def _bloques(mesa: Mesa, impiden: list[Falta]) -> Iterator[Bloque]:
    if impiden:
        faltan = "\n".join(f"· {f.texto}." for f in impiden)
        yield Aviso(faltan, tono="error", titulo=BORRADOR)
    for titulo, escribir in _PARTES:
        yield Titulo(titulo, 2)
        yield from escribir(mesa)
