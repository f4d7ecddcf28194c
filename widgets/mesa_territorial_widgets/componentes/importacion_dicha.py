"""Lo que una importación hará y lo que hizo, dicho en una frase."""

from mesa_territorial.intercambio import Revision
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.importacion import (
    Balance,
    Importacion,
    decisiones_para_aplicar,
    hacer_balance,
)

_COSAS = {"relaciones": ("relación", "relaciones"), "matriz": ("fila", "filas de la matriz")}


def decir_lo_importado(importacion: Importacion, revision: Revision, balance: Balance) -> str:
    """«Importó 31 actores y 2 cambios desde «actores.xlsx»»: así queda en el historial."""
    uno, varios = _COSAS.get(importacion.forma, ("actor", "actores"))
    agregan, actualizan = balance.agregan, balance.actualizan
    partes = [
        f"{agregan} {uno if agregan == 1 else varios}" if agregan else "",
        f"{actualizan} {'cambio' if actualizan == 1 else 'cambios'}" if actualizan else "",
    ]
    return f"Importó {' y '.join(p for p in partes if p)} desde «{revision.archivo}»"


def decir_balance(importacion: Importacion, revision: Revision) -> str:
    """«Se agregarán 31, se actualizarán 2, 3 quedan fuera.»"""
    b = hacer_balance(revision, decisiones_para_aplicar(importacion, revision))
    partes = [
        _contar(b.agregan, "se agregará 1", "se agregarán {}"),
        _contar(b.actualizan, "se actualizará 1", "se actualizarán {}"),
        _contar(b.iguales, "1 ya estaba igual", "{} ya estaban igual"),
        _contar(b.fuera, "1 queda fuera", "{} quedan fuera"),
    ]
    frase = ", ".join(p for p in partes if p) or "no hay nada que importar"
    return f"{frase[0].upper()}{frase[1:]}."


def _contar(cuantas: int, una: str, varias: str) -> str:
    return "" if not cuantas else una if cuantas == 1 else varias.format(numero(cuantas))
