"""Fechas y horas como se guardan en la Mesa: AAAA-MM-DD y HH:MM, o vacías."""

import re
from datetime import date

from mesa_territorial.dominio.reglas import ReglaRota, exigir

_HORA = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def exigir_fecha(texto: str, que: str = "La fecha") -> None:
    """Exige que ``texto`` esté vacío o sea una fecha AAAA-MM-DD que existe; ``que`` la nombra."""
    try:
        bien = not texto or date.fromisoformat(texto).isoformat() == texto
    except ValueError as error:
        raise ReglaRota(f"{que}: «{texto}» no es una fecha. Elíjala del calendario.") from error
    exigir(bien, f"{que}: «{texto}» no es una fecha. Elíjala del calendario.")


def exigir_hora(texto: str, que: str) -> None:
    """Exige que ``texto`` esté vacío o sea una hora HH:MM de 00:00 a 23:59."""
    bien = not texto or bool(_HORA.fullmatch(texto))
    exigir(bien, f"{que}: «{texto}» no es una hora. Escríbala como 15:30.")
