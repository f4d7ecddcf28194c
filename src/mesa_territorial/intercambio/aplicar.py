"""La importación confirmada: de la revisión y las decisiones a una Mesa nueva, de una vez."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mesa_territorial.dominio.actores import Actor, Relacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.revision import FilaRevisada, Propuesta, Revision

_FUNDIR = "fundir:"
OMITIR, NUEVA = "omitir", "nueva"


def aplicar(mesa: Mesa, revision: Revision, *, decisiones: Mapping[int, str]) -> Mesa:
    """La Mesa con todo lo importado: un solo cambio, que se deshace de una vez.

    ``decisiones`` va de número de fila a ``"fundir:<id>"`` (con ese actor), ``"nueva"`` u
    ``"omitir"``; sin decisión, la fila entra como dice la revisión. Las filas con error quedan
    fuera. ``mesa`` puede ser posterior a la revisada. Levanta ``ReglaRota`` si una decisión no
    se entiende o si lo que cambió entre medio ya no lo permite.
    """
    for decision in decisiones.values():
        conocida = decision in (OMITIR, NUEVA) or decision.startswith(_FUNDIR)
        exigir(conocida, f"No se entiende la decisión «{decision}».")
    entran = [
        (fila, decisiones.get(fila.numero, NUEVA))
        for fila in revision.filas
        if fila.clase in ("nueva", "actualiza") and decisiones.get(fila.numero) != OMITIR
    ]
    actores = dict(mesa.actores)
    destino = _importar_actores(actores, mesa, entran)
    propuestas = [p for fila, _ in entran for p in fila.propuestas if p.es_relacion]
    relaciones = _importar_relaciones(mesa, actores, propuestas, destino)
    return mesa.con(actores=actores, relaciones=relaciones)


def _importar_actores(
    actores: dict[str, Actor], mesa: Mesa, entran: list[tuple[FilaRevisada, str]]
) -> dict[str, str]:
    """Agrega o cambia en ``actores`` y devuelve en quién se fundió cada id propuesto."""
    destino: dict[str, str] = {}
    for fila, decision in entran:
        for propuesta in fila.propuestas:
            if propuesta.es_relacion:
                continue
            if decision.startswith(_FUNDIR) and propuesta.id not in mesa.actores:
                elegido = decision.removeprefix(_FUNDIR)
                destino[propuesta.id] = destino.get(elegido, elegido)
                _fundir(actores, destino[propuesta.id], propuesta, fila)
            else:
                _poner(actores, propuesta, fila)
    return destino


def _poner(actores: dict[str, Actor], propuesta: Propuesta, fila: FilaRevisada) -> None:
    antes = actores.get(propuesta.id)
    if antes:
        actores[propuesta.id] = replace(antes, **propuesta.campos)
        return
    exigir(
        {"nombre", "sector"} <= set(propuesta.campos),
        f"El actor de la fila {fila.numero} ya no está en la Mesa: vuelva a revisar la planilla.",
    )
    actores[propuesta.id] = Actor(id=propuesta.id, **propuesta.campos)


def _fundir(
    actores: dict[str, Actor], elegido: str, propuesta: Propuesta, fila: FilaRevisada
) -> None:
    """El actor elegido conserva su nombre y su origen; toma lo demás que diga la fila."""
    if elegido not in actores:
        raise ReglaRota(f"El actor con que se funde la fila {fila.numero} no está en la Mesa.")
    propios = {"nombre", "procedencia", "fuente"} | ({"sector"} - _dichos(fila))
    campos = {c: v for c, v in propuesta.campos.items() if c not in propios}
    actores[elegido] = replace(actores[elegido], **campos)


def _dichos(fila: FilaRevisada) -> frozenset[str]:
    """Los campos que la planilla dice; un sector supuesto no cuenta (lleva aviso)."""
    return frozenset() if fila.avisos else frozenset(fila.cambios)


def _importar_relaciones(
    mesa: Mesa,
    actores: Mapping[str, Actor],
    propuestas: list[Propuesta],
    destino: Mapping[str, str],
) -> dict[str, Relacion]:
    """Las relaciones de la Mesa con las propuestas; una que ya estaba sólo cambia su intensidad."""
    relaciones = dict(mesa.relaciones)
    por_huella = {r.huella: r.id for r in relaciones.values()}
    for propuesta in propuestas:
        nueva = _relacion(relaciones, actores, propuesta, destino)
        if not nueva:
            continue
        id_previo = por_huella.setdefault(nueva.huella, nueva.id)
        previa = relaciones.get(id_previo)
        es_otra = previa is not None and id_previo != nueva.id
        if previa and es_otra:
            relaciones[id_previo] = replace(previa, intensidad=nueva.intensidad)
        else:
            relaciones[nueva.id] = nueva
    return relaciones


def _relacion(
    relaciones: Mapping[str, Relacion],
    actores: Mapping[str, Actor],
    propuesta: Propuesta,
    destino: Mapping[str, str],
) -> Relacion | None:
    """La relación ya armada, o ``None`` si un extremo se omitió o se fundió con el otro."""
    campos: dict[str, Any] = {
        c: destino.get(v, v) if c in ("de", "hacia") else v for c, v in propuesta.campos.items()
    }
    antes = relaciones.get(propuesta.id)
    if antes:
        return replace(antes, **campos)
    de, hacia = campos.get("de"), campos.get("hacia")
    if de not in actores or hacia not in actores or de == hacia:
        return None
    return Relacion(id=propuesta.id, **campos)
