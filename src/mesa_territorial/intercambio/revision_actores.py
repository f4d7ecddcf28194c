"""Revisión de una lista de actores o de una transcripción de Net-Map."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mesa_territorial.dominio.actores import Actor, Procedencia, Sector, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.comparacion import cambios_entre
from mesa_territorial.intercambio.planilla import Encargo, Planilla, Renglon
from mesa_territorial.intercambio.revision import Clase, FilaRevisada, Problema, Propuesta
from mesa_territorial.intercambio.valores import LECTORES_DE_ACTOR
from mesa_territorial.intercambio.vocabulario import SECTOR_SEGUN_NOMBRE
from mesa_territorial.textos import SECTORES

_SECTORES = "escriba Público, Privado, Academia, Sociedad civil u Organismo internacional"


def revisar_actores(encargo: Encargo, planilla: Planilla) -> list[FilaRevisada]:
    """Una fila revisada por cada renglón con datos que no sea de ejemplo."""
    quien_es = {nombre_comparable(a.nombre): a.id for a in encargo.mesa.actores.values()}
    filas = [
        _revisar_renglon(encargo, planilla, renglon, quien_es)
        for renglon in planilla.renglones()
        if not planilla.es_ejemplo(renglon)
    ]
    return _marcar_repetidas(encargo.mesa, planilla, filas)


def _revisar_renglon(
    encargo: Encargo, planilla: Planilla, renglon: Renglon, quien_es: Mapping[str, str]
) -> FilaRevisada:
    valores, problemas = planilla.leer(renglon, LECTORES_DE_ACTOR)
    id_dado = valores.pop("id", "")
    nombre = valores.get("nombre", "")
    id_actor = (
        id_dado if id_dado in encargo.mesa.actores else quien_es.get(nombre_comparable(nombre))
    )
    if id_actor and (nombre or id_dado):
        return _actualizacion(encargo, planilla, renglon, (id_actor, valores), problemas)
    return _novedad(encargo, planilla, renglon, (id_dado, valores), problemas)


def _actualizacion(
    encargo: Encargo,
    planilla: Planilla,
    renglon: Renglon,
    trae: tuple[str, dict[str, Any]],
    problemas: list[Problema],
) -> FilaRevisada:
    id_actor, valores = trae
    antes = encargo.mesa.actores[id_actor]
    cambios = cambios_entre(antes, valores)
    problemas += _reglas_rotas(planilla, renglon, antes, {c: d for c, (_, d) in cambios.items()})
    clase: Clase = "error" if problemas else "actualiza" if cambios else "igual"
    campos = {campo: despues for campo, (_, despues) in cambios.items()}
    return FilaRevisada(
        renglon.numero, clase, antes.nombre, cambios, tuple(problemas),
        id=id_actor, propuestas=(Propuesta(id_actor, campos),),
    )  # fmt: skip


def _novedad(
    encargo: Encargo,
    planilla: Planilla,
    renglon: Renglon,
    trae: tuple[str, dict[str, Any]],
    problemas: list[Problema],
) -> FilaRevisada:
    id_dado, valores = trae
    avisos = _completar(encargo, planilla, renglon, valores, problemas)
    campos = _origen(encargo, planilla) | valores
    id_actor = id_dado or encargo.crear_id()
    if not problemas:
        problemas += _reglas_rotas(planilla, renglon, None, {"id": id_actor, **campos})
    cambios = {campo: (None, valor) for campo, valor in valores.items()}
    clase: Clase = "error" if problemas else "nueva"
    titulo = valores.get("nombre", "(sin nombre)")
    propuestas = (Propuesta(id_actor, campos),)
    return FilaRevisada(
        renglon.numero, clase, titulo, cambios, tuple(problemas), avisos, id_actor, propuestas
    )


def _completar(
    encargo: Encargo,
    planilla: Planilla,
    renglon: Renglon,
    valores: dict[str, Any],
    problemas: list[Problema],
) -> tuple[str, ...]:
    """Exige nombre y sector; si el sector falta lo supone, y devuelve el aviso que lo dice."""
    nombre = valores.get("nombre", "")
    ya_dichos = {problema.indice for problema in problemas} - {None}
    if not nombre and planilla.columna_de("nombre") not in ya_dichos:
        problemas.append(planilla.problema(renglon, "nombre", "falta el nombre", "escríbalo"))
    if "sector" in valores or planilla.columna_de("sector") in ya_dichos:
        return ()
    sector, avisos = suponer_sector(encargo, nombre)
    if sector:
        valores["sector"] = sector
    elif nombre:
        problemas.append(planilla.problema(renglon, "sector", "falta el sector", _SECTORES))
    return avisos


def _origen(encargo: Encargo, planilla: Planilla) -> dict[str, Any]:
    """De dónde viene el dato, cuando la planilla no tiene columnas que lo digan."""
    origen: dict[str, Any] = {"procedencia": Procedencia.IMPORTADO}
    if planilla.columna_de("fuente") is None and planilla.columna_de("procedencia") is None:
        origen["fuente"] = encargo.archivo
    return origen


def suponer_sector(encargo: Encargo, nombre: str) -> tuple[Sector | None, tuple[str, ...]]:
    """El sector que se propone para un actor que no lo trae, y el aviso que lo dice."""
    sector = _sector_segun_nombre(nombre)
    if sector:
        return sector, (f"No trae sector: por su nombre se propone «{SECTORES[sector]}».",)
    sector = encargo.supuestos.sector
    return sector, (f"No trae sector: se usa «{SECTORES[sector]}».",) if sector else ()


def _sector_segun_nombre(nombre: str) -> Sector | None:
    plano = nombre_comparable(nombre)
    for sector, palabras in SECTOR_SEGUN_NOMBRE.items():
        if any(re.search(rf"(?<!\w){re.escape(palabra)}(?!\w)", plano) for palabra in palabras):
            return Sector(sector)
    return None


def _reglas_rotas(
    planilla: Planilla, renglon: Renglon, antes: Actor | None, campos: Mapping[str, Any]
) -> list[Problema]:
    """El problema que el dominio ve en el actor ya armado, si hay."""
    try:
        replace(antes, **campos) if antes else Actor(**campos)
    except ReglaRota as regla:
        que = str(regla).rstrip(".")
        return [planilla.problema(renglon, "nombre", que, "corrija esa fila")]
    return []


def _marcar_repetidas(
    mesa: Mesa, planilla: Planilla, filas: list[FilaRevisada]
) -> list[FilaRevisada]:
    """Las mismas filas, con error en las que repiten actor o toman el nombre de otro."""
    nuevos = {f.id: f.propuestas[0].campos.get("nombre", "") for f in filas if f.clase != "error"}
    quedan = {a.id: nuevos.get(a.id) or a.nombre for a in mesa.actores.values()} | {
        i: nombre for i, nombre in nuevos.items() if i not in mesa.actores
    }
    veces = Counter(nombre_comparable(nombre) for nombre in quedan.values())
    vistas: dict[str, int] = {}
    listas = []
    for fila in filas:
        problema = _repeticion(
            planilla, fila, vistas, veces[nombre_comparable(quedan.get(fila.id, ""))]
        )
        listas.append(fila if not problema else replace(
            fila, clase="error", problemas=(*fila.problemas, problema)))  # fmt: skip
    return listas


def _repeticion(
    planilla: Planilla, fila: FilaRevisada, vistas: dict[str, int], tocayos: int
) -> Problema | None:
    if fila.clase == "error":
        return None
    nombre = nombre_comparable(fila.propuestas[0].campos.get("nombre", fila.titulo))
    antes = vistas.get(fila.id) or vistas.get(f"nombre {nombre}")
    vistas.setdefault(fila.id, fila.numero)
    vistas.setdefault(f"nombre {nombre}", fila.numero)
    renglon = Renglon(fila.numero, planilla.hoja.filas[fila.numero - 1])
    if antes:
        return planilla.problema(
            renglon, "nombre", f"repite al actor de la fila {antes}", "deje una sola"
        )
    cambia_nombre = "nombre" in fila.cambios and fila.clase == "actualiza"
    if tocayos > 1 and cambia_nombre:
        return planilla.problema(renglon, "nombre", "ya hay otro actor con ese nombre", "use otro")
    return None
