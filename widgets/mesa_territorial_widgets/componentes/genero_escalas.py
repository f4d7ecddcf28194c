"""GRES, GEN y Longwe explicados por separado, cada uno con su fuente."""

from mesa_territorial.esquemas.genero_catalogos import GEN, GRES, GRES_DICE, LONGWE, LONGWE_DICE
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro


def _escala(titulo: str, columnas: tuple[str, str], filas: dict[str, str], nota: str) -> Bloque:
    cuadro = Cuadro(columnas=columnas, filas=tuple(filas.items()))
    return Bloque(titulo=titulo, cuadro=cuadro, nota=nota)


ESCALAS = (
    _escala(
        "GRES: lo que resultó",
        ("Nivel", "Qué resultó"),
        {GRES[g]: GRES_DICE[g] for g in GRES},
        "Escala de la Oficina de Evaluación Independiente del PNUD. La regla para pasar de un "
        "nivel al siguiente es de este kit.",
    ),
    _escala(
        "GEN: lo que un proyecto se propone",
        ("Código", "Contribución planificada"),
        dict(g.split(" · ") for g in GEN.values()),
        "Marcador del PNUD. Lo declara quien financia o ejecuta, antes de empezar: un GEN alto es "
        "una promesa, no un resultado.",
    ),
    _escala(
        "Longwe: hasta dónde llega una medida",
        ("Nivel", "Qué mueve"),
        {LONGWE[n]: LONGWE_DICE[n] for n in LONGWE},
        "Niveles según material de la OIT; los ejemplos son de este kit.",
    ),
)
"""Las tres escalas: lo logrado, lo propuesto y lo que mueve cada medida."""
