"""Las láminas del cuadro de indicadores, cada una con las columnas de su tabla gemela."""

from typing import Any

from mesa_territorial_widgets.componentes.lamina import Columna, Lamina


def lamina_de_region(especificacion: dict[str, Any]) -> Lamina:
    """Las comunas de la región, pintadas o con círculos."""
    return Lamina(
        especificacion=especificacion,
        nombre="mapa_de_la_region",
        columnas=(
            Columna("comuna", "Comuna"),
            Columna("valor", "Valor", 1),
            Columna("cuarto", "Cuarto"),
            Columna("quien", "Cuál es"),
        ),
    )


def lamina_del_lugar(especificacion: dict[str, Any]) -> Lamina:
    """Los puntos de las comunas de la Mesa."""
    return Lamina(
        especificacion=especificacion,
        nombre="mapa_de_la_comuna",
        bajada="Un punto por campamento, del tamaño de sus hogares. No se dibujan contornos.",
        columnas=(
            Columna("nombre", "Nombre"),
            Columna("que", "Qué es"),
            Columna("comuna", "Comuna"),
            Columna("hogares", "Hogares"),
        ),
    )


def lamina_de_puestos(especificacion: dict[str, Any]) -> Lamina:
    """Las comunas de mayor a menor, con su intervalo y la mediana."""
    return Lamina(
        especificacion=especificacion,
        nombre="puestos_en_la_region",
        columnas=(
            Columna("comuna", "Comuna"),
            Columna("puesto", "Puesto"),
            Columna("valor", "Valor", 1),
            Columna("desde", "Mínimo del intervalo", 1),
            Columna("hasta", "Máximo del intervalo", 1),
        ),
    )
