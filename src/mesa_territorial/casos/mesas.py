"""Los casos de práctica como Mesas: cada carpeta de ``datos_ejemplo/casos`` con ``caso.toml``.

Los hechos llevan su fuente; todo puntaje es un valor de ejercicio y la Mesa va marcada como
ilustrativa.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import msgspec

from mesa_territorial import contenido
from mesa_territorial.casos.planilla import Fila, a_codigo, a_entero, leer_filas
from mesa_territorial.dominio.actores import (
    CAPITALES,
    Actor,
    Estado,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
)
from mesa_territorial.dominio.mesa import SECCIONES, Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

_ESTADOS = {"no_convocado": Estado.POR_CONVOCAR}
_PUNTAJES = ("influencia", "interes", "posicion", *CAPITALES)
_SECTORES = {"comunidad": Sector.SOCIEDAD_CIVIL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caso:
    """Un caso de práctica: su ``clave`` es el nombre de la carpeta."""

    clave: str
    nombre: str
    resumen: str


def _ficha_de(clave: str) -> dict[str, Any]:
    ruta = contenido.ruta("datos_ejemplo", "casos", clave, "caso.toml")
    return tomllib.loads(ruta.read_text(encoding="utf-8"))


@cache
def listar_casos() -> tuple[Caso, ...]:
    """Los casos que se pueden abrir como Mesa, por clave."""
    archivos = contenido.ruta("datos_ejemplo", "casos").glob("*/caso.toml")
    claves = sorted(archivo.parent.name for archivo in archivos)
    fichas = ((clave, _ficha_de(clave)) for clave in claves)
    return tuple(Caso(clave=c, nombre=f["nombre"], resumen=f["resumen"]) for c, f in fichas)


def cargar_caso(clave: str) -> Mesa:
    """La Mesa del caso, con los lugares del mapa si los trae (``posiciones.csv``).

    Levanta ``ReglaRota`` si no hay tal caso.
    """
    if clave not in {caso.clave for caso in listar_casos()}:
        raise ReglaRota(f"No hay un caso de práctica llamado «{clave}».")
    ficha = _ficha_de(clave)
    lugares = _lugares(clave)
    actores = (
        replace(_a_actor(fila, ficha["fuente"]), **lugares.get(fila["actor_id"], {}))
        for fila in leer_filas("casos", clave, "actores.csv")
    )
    return Mesa(
        id=clave,
        nombre=ficha["nombre"],
        territorio=_a_territorio(ficha),
        objetivo=ficha["objetivo"],
        ilustrativa=True,
        actores={a.id: a for a in actores},
        relaciones={r.id: r for r in map(_a_relacion, _filas_de_relaciones(clave))},
        momentos=_a_momentos(ficha),
        **_secciones(clave),
    )


def _secciones(clave: str) -> dict[str, Any]:
    """Lo que el caso trae de cada tema, en ``secciones/<seccion>.json`` con la forma del documento.

    Todo ahí es de ejercicio, salvo lo que diga su fuente.
    """
    carpeta = contenido.ruta("datos_ejemplo", "casos", clave, "secciones")
    archivos = ((n, carpeta / f"{n}.json") for n in SECCIONES)
    return {
        n: msgspec.json.decode(a.read_bytes(), type=SECCIONES[n])
        for n, a in archivos
        if a.is_file()
    }


def _a_territorio(ficha: dict[str, Any]) -> Territorio:
    return Territorio(
        cut_comuna=ficha["cut_comuna"], lugar=ficha["lugar"], nivel=Nivel(ficha["nivel"])
    )


def _a_momentos(ficha: dict[str, Any]) -> dict[str, Momento]:
    momentos = (Momento(orden=orden, **m) for orden, m in enumerate(ficha["momentos"]))
    return {m.id: m for m in momentos}


def _filas_de_relaciones(clave: str) -> list[Fila]:
    return _filas_si_hay(clave, "relaciones.csv")


def _filas_si_hay(clave: str, nombre: str) -> list[Fila]:
    archivo = contenido.ruta("datos_ejemplo", "casos", clave, nombre)
    return leer_filas("casos", clave, nombre) if archivo.is_file() else []


def _lugares(clave: str) -> dict[str, dict[str, Any]]:
    """Por actor, su ``x`` e ``y`` en unidades del lienzo; vacío si el caso no los trae."""
    filas = _filas_si_hay(clave, "posiciones.csv")
    return {f["actor_id"]: {"x": float(f["x"]), "y": float(f["y"])} for f in filas}


def _a_actor(fila: Fila, fuente: str) -> Actor:
    consta = fila["origen_nombre"] == "fuente"
    return Actor(
        id=fila["actor_id"],
        nombre=fila["nombre"],
        sector=_a_sector(fila["sector"]),
        tipo=fila.get("tipo", ""),
        nivel=Nivel(a_codigo(fila["escala"])) if fila.get("escala") else None,
        estado=_a_estado(fila["estado_convocatoria"]),
        **_puntajes(fila),
        comite=fila.get("comite_coordinacion_propuesto") == "True",
        nota=fila["nota"],
        procedencia=Procedencia.FUENTE if consta else Procedencia.ILUSTRATIVO,
        fuente=fuente if consta else "",
    )


def _puntajes(fila: Fila) -> dict[str, Any]:
    return {campo: a_entero(fila.get(campo)) for campo in _PUNTAJES}


def _a_sector(etiqueta: str) -> Sector:
    return _SECTORES.get(etiqueta) or Sector(a_codigo(etiqueta))


def _a_estado(etiqueta: str) -> Estado:
    return _ESTADOS.get(etiqueta) or Estado(a_codigo(etiqueta))


def _a_relacion(fila: Fila) -> Relacion:
    return Relacion(
        id=fila["relacion_id"],
        de=fila["origen"],
        hacia=fila["destino"],
        tipo=TipoRelacion(a_codigo(fila["tipo"])),
        intensidad=int(fila["intensidad"]),
        dirigida=fila["sentido"] == "dirigida",
        momento=a_codigo(fila["momento"]),
        procedencia=Procedencia.ILUSTRATIVO,
    )
