"""La división comunal de Chile: 346 comunas con su código único territorial (CUT).

Fuente: División Político Administrativa 2023, IDE Chile (ver ``datos_ejemplo/FUENTES.csv``).
"""

from dataclasses import dataclass
from functools import cache

from mesa_territorial.casos.planilla import a_decimal, leer_filas
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota


@dataclass(frozen=True, slots=True, kw_only=True)
class Comuna:
    """Una comuna; ``cut`` tiene cinco cifras y ``lat`` y ``lon`` van en grados decimales.

    La Antártica viene sin coordenadas; las islas oceánicas tienen, pero no salen en los mapas.
    """

    cut: str
    nombre: str
    provincia: str
    region: str
    lat: float | None
    lon: float | None
    en_mapa: bool
    area_km2: float | None = None

    @property
    def etiqueta(self) -> str:
        """El nombre con su región, para distinguir homónimas en pantalla."""
        return f"{self.nombre} ({self.region})"


@cache
def comunas() -> tuple[Comuna, ...]:
    """Las 346 comunas, de norte a sur."""
    return tuple(
        Comuna(
            cut=fila["cut_comuna"],
            nombre=fila["comuna"],
            provincia=fila["provincia"],
            region=fila["region"],
            lat=a_decimal(fila["lat"]),
            lon=a_decimal(fila["lon"]),
            en_mapa=fila["en_mapa"] == "True",
            area_km2=a_decimal(fila["area_km2_aprox"]),
        )
        for fila in leer_filas("referencia", "comunas.csv")
    )


@cache
def _por_cut() -> dict[str, Comuna]:
    return {c.cut: c for c in comunas()}


def comuna(cut: str) -> Comuna:
    """La comuna de ese CUT; levanta ``ReglaRota`` si no existe."""
    try:
        return _por_cut()[cut]
    except KeyError:
        raise ReglaRota(
            f"No hay una comuna con el código «{cut}». "
            "Búsquela por su nombre o escriba las cinco cifras del CUT, por ejemplo 05101."
        ) from None


@cache
def _nombres_comparables() -> tuple[tuple[str, Comuna], ...]:
    return tuple((nombre_comparable(c.nombre), c) for c in comunas())


def buscar_comunas(texto: str, limite: int = 20) -> tuple[Comuna, ...]:
    """Hasta ``limite`` comunas cuyo nombre contiene ``texto``, o cuyo CUT empieza por él.

    No distingue tildes ni mayúsculas. Primero la que se llama igual, luego las que empiezan así
    y al final las que lo contienen. Un texto vacío no encuentra ninguna.
    """
    busca = nombre_comparable(texto)
    if not busca:
        return ()
    halladas = [
        (nombre != busca, not nombre.startswith(busca), nombre, c.cut, c)
        for nombre, c in _nombres_comparables()
        if busca in nombre or c.cut.startswith(busca)
    ]
    return tuple(h[-1] for h in sorted(halladas, key=lambda h: h[:-1])[:limite])
