"""La revisión de una hoja contra la Mesa: qué es nuevo, qué cambia y qué no se entiende."""

from collections.abc import Callable, Mapping

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.libro import Hoja
from mesa_territorial.intercambio.parecidos import buscar_parecidos
from mesa_territorial.intercambio.planilla import Encargo, Planilla
from mesa_territorial.intercambio.reconocimiento import FORMAS, Forma
from mesa_territorial.intercambio.revision import FilaRevisada, Revision, Supuestos, contar
from mesa_territorial.intercambio.revision_actores import revisar_actores
from mesa_territorial.intercambio.revision_matriz import revisar_matriz
from mesa_territorial.intercambio.revision_relaciones import revisar_relaciones
from mesa_territorial.intercambio.valores import LECTORES_DE_ACTOR, LECTORES_DE_RELACION

_NECESARIAS: Mapping[Forma, tuple[tuple[str, str], ...]] = {
    "actores": (("nombre", "el nombre del actor"),),
    "netmap": (("nombre", "el nombre del actor"),),
    "relaciones": (("de", "de quién sale la relación"), ("hacia", "hacia quién va")),
    "matriz": (("de", "los nombres de los actores"), ("hacia", "hacia quién va")),
}
_REVISORES: Mapping[Forma, Callable[[Encargo, Planilla], list[FilaRevisada]]] = {
    "actores": revisar_actores,
    "netmap": revisar_actores,
    "relaciones": revisar_relaciones,
    "matriz": revisar_matriz,
}


def revisar(  # noqa: PLR0913  la pantalla decide cada uno de estos en un paso del asistente
    mesa: Mesa,
    hoja: Hoja,
    fila_encabezado: int,
    columnas: Mapping[int, str],
    *,
    forma: Forma,
    archivo: str,
    momento: str = "actual",
    crear_id: Callable[[], str],
    supuestos: Supuestos | None = None,
) -> Revision:
    """Compara la hoja con la Mesa, sin cambiar nada.

    ``columnas`` va de columna (desde 0) a campo; las que no están no se tocan. ``momento`` es el
    de las relaciones que no lo dicen y ``crear_id`` da un id nuevo cada vez. Levanta
    ``ReglaRota`` si falta emparejar una columna necesaria.
    """
    _exigir_emparejadas(mesa, hoja, fila_encabezado, columnas, forma)
    exigir(momento in mesa.momentos, "El momento elegido no existe en esta Mesa.")
    encargo = Encargo(mesa, archivo, momento, crear_id, supuestos or Supuestos())
    planilla = Planilla(hoja, fila_encabezado, dict(sorted(columnas.items())))
    filas = tuple(_REVISORES[forma](encargo, planilla))
    parecidos = buscar_parecidos(mesa, filas)
    return Revision(forma, archivo, filas, parecidos, _avisos(planilla), contar(filas))


def _exigir_emparejadas(
    mesa: Mesa, hoja: Hoja, fila_encabezado: int, columnas: Mapping[int, str], forma: Forma
) -> None:
    exigir(forma in FORMAS, f"No se conoce la forma «{forma}».")
    exigir(0 <= fila_encabezado < len(hoja.filas), "Esa fila de encabezado no está en la hoja.")
    ancho = len(hoja.filas[0])
    exigir(all(0 <= c < ancho for c in columnas), "Hay una columna que no está en la hoja.")
    conocidos = LECTORES_DE_RELACION if forma in ("relaciones", "matriz") else LECTORES_DE_ACTOR
    exigir(set(columnas.values()) <= set(conocidos), "Hay una columna emparejada con otra cosa.")
    repetibles = [campo for campo in columnas.values() if (forma, campo) != ("matriz", "hacia")]
    exigir(len(repetibles) == len(set(repetibles)), "Dos columnas están emparejadas con lo mismo.")
    for campo, que in _NECESARIAS[forma]:
        exigir(campo in columnas.values(), f"Diga qué columna trae {que}.")


def _avisos(planilla: Planilla) -> tuple[str, ...]:
    ejemplos = sum(1 for r in planilla.renglones() if planilla.es_ejemplo(r))
    if not ejemplos:
        return planilla.hoja.avisos
    frase = (
        "Se saltó 1 fila de ejemplo."
        if ejemplos == 1
        else f"Se saltaron {ejemplos} filas de ejemplo."
    )
    return (*planilla.hoja.avisos, frase)
