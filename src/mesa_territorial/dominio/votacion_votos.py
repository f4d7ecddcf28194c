"""Lo que se marca en una papeleta, revisado según lo que se consulta."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA, Sector
from mesa_territorial.dominio.reglas import ReglaRota, exigir, exigir_rango
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion

LARGO_DE_TESTIGO = 40
PASO = 0.5
"""En el tablero se ubica de medio en medio punto."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marca:
    """Lo respondido sobre una opción; sin ningún valor, esa opción queda en blanco.

    Con actores se usan ``influencia`` e ``interes`` (1 a 5, de medio en medio; puede faltar uno);
    en lo demás, ``valor``: puntos, lugar en el orden (1 es el primero) o nota de 1 a 5.
    """

    opcion: str
    influencia: float | None = None
    interes: float | None = None
    valor: int | None = None

    @property
    def esta_en_blanco(self) -> bool:
        """Si no dice nada."""
        return self.influencia is None and self.interes is None and self.valor is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papeleta:
    """Una papeleta de papel pasada a planilla: su testigo («papel-001») y sus marcas."""

    testigo: str
    marcas: tuple[Marca, ...]
    sector: Sector | None = None

    def __post_init__(self) -> None:
        exigir(bool(self.testigo.strip()), "Falta el número de la papeleta.")
        exigir(
            len(self.testigo) <= LARGO_DE_TESTIGO,
            f"El número de la papeleta admite {LARGO_DE_TESTIGO} letras.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voto:
    """Una marca guardada en la urna.

    ``ficha`` es el testigo anónimo del aparato o de la papeleta, el mismo en las dos rondas y
    distinto en cada votación. ``cuando`` va al minuto: no alcanza para saber de quién es.
    """

    ficha: str
    sector: Sector | None
    opcion: str
    influencia: float | None
    interes: float | None
    valor: int | None
    cuando: datetime

    @property
    def esta_en_blanco(self) -> bool:
        """Si quien votó retiró lo que había respondido."""
        return self.influencia is None and self.interes is None and self.valor is None


def revisar_marcas(votacion: Votacion, marcas: Iterable[Marca]) -> tuple[Marca, ...]:
    """Las ``marcas`` si valen para esa votación; levanta ``ReglaRota`` con lo que está mal."""
    revisadas = tuple(marcas)
    nombres = {o.id: o.nombre for o in votacion.opciones}
    for marca in revisadas:
        exigir(marca.opcion in nombres, "Esa opción no está en la votación. Actualice la página.")
    exigir(
        len({m.opcion for m in revisadas}) == len(revisadas), "Hay una opción marcada dos veces."
    )
    _REVISIONES[votacion.tipo](votacion, revisadas, nombres)
    return revisadas


def _revisar_actores(_: Votacion, marcas: tuple[Marca, ...], nombres: Mapping[str, str]) -> None:
    for marca in marcas:
        nombre = nombres[marca.opcion]
        exigir(marca.valor is None, f"«{nombre}» se responde con influencia e interés.")
        _exigir_nota(marca.influencia, f"La influencia de «{nombre}»")
        _exigir_nota(marca.interes, f"El interés de «{nombre}»")


def _exigir_nota(nota: float | None, que: str) -> None:
    if nota is None:
        return
    _exigir_numero(nota, que)
    exigir_rango(nota, NOTA_MINIMA, NOTA_MAXIMA, que)
    exigir(nota % PASO == 0, f"{que} va de medio en medio punto; llegó «{nota:g}».")


def _exigir_numero(valor: object, que: str) -> None:
    es_numero = isinstance(valor, int | float) and not isinstance(valor, bool)
    exigir(es_numero, f"{que} debe ser un número.")


def _revisar_notas(_: Votacion, marcas: tuple[Marca, ...], nombres: Mapping[str, str]) -> None:
    _exigir_enteros(marcas, nombres)
    for marca in marcas:
        que = f"La respuesta sobre «{nombres[marca.opcion]}»"
        exigir_rango(marca.valor, NOTA_MINIMA, NOTA_MAXIMA, que)


def _revisar_puntos(
    votacion: Votacion, marcas: tuple[Marca, ...], nombres: Mapping[str, str]
) -> None:
    _exigir_enteros(marcas, nombres)
    _exigir_entera(marcas, nombres)
    for marca in marcas:
        que = f"Lo que se le da a «{nombres[marca.opcion]}»"
        exigir_rango(marca.valor, 0, votacion.puntos, que)
    total = sum(m.valor or 0 for m in marcas)
    exigir(
        total <= votacion.puntos,
        f"Repartió {total} puntos y hay {votacion.puntos}. Quite {total - votacion.puntos}.",
    )


def _revisar_orden(_: Votacion, marcas: tuple[Marca, ...], nombres: Mapping[str, str]) -> None:
    _exigir_enteros(marcas, nombres)
    _exigir_entera(marcas, nombres)
    vistos: dict[int, str] = {}
    for marca in marcas:
        nombre = nombres[marca.opcion]
        exigir_rango(marca.valor, 1, len(nombres), f"El lugar de «{nombre}»")
        if marca.valor is None:
            continue
        if marca.valor in vistos:
            raise ReglaRota(
                f"«{vistos[marca.valor]}» y «{nombre}» tienen el mismo lugar ({marca.valor}). "
                "Dé un lugar distinto a cada una."
            )
        vistos[marca.valor] = nombre
    exigir(
        not vistos or max(vistos) == len(vistos),
        "El orden se salta un lugar. Use 1, 2, 3… sin dejar huecos.",
    )


def _exigir_enteros(marcas: tuple[Marca, ...], nombres: Mapping[str, str]) -> None:
    for marca in marcas:
        nombre = nombres[marca.opcion]
        sin_ejes = marca.influencia is None and marca.interes is None
        exigir(sin_ejes, f"«{nombre}» se responde con un solo número.")
        es_entero = isinstance(marca.valor, int) and not isinstance(marca.valor, bool)
        exigir(marca.valor is None or es_entero, f"«{nombre}» se responde con un número entero.")


def _exigir_entera(marcas: tuple[Marca, ...], nombres: Mapping[str, str]) -> None:
    exigir(
        {m.opcion for m in marcas} == set(nombres),
        "Esta papeleta se entrega completa: falta alguna opción. Actualice la página.",
    )


_REVISIONES = {
    TipoConsulta.ACTORES: _revisar_actores,
    TipoConsulta.PUNTOS: _revisar_puntos,
    TipoConsulta.RANKING: _revisar_orden,
    TipoConsulta.ACUERDO: _revisar_notas,
    TipoConsulta.PESOS: _revisar_notas,
}
