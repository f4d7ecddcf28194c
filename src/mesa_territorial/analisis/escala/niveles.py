"""Los niveles en orden, del campamento al país, y cómo se nombran dentro de una frase."""

from collections.abc import Iterable, Mapping

from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.actores import Nivel

EN_ORDEN = tuple(Nivel)
EL: Mapping[Nivel, str] = {
    Nivel.CAMPAMENTO: "el campamento",
    Nivel.BARRIO: "el barrio",
    Nivel.UNIDAD_VECINAL: "la unidad vecinal",
    Nivel.COMUNA: "la comuna",
    Nivel.INTERCOMUNAL: "el nivel intercomunal",
    Nivel.REGION: "la región",
    Nivel.NACIONAL: "el país",
}


def ordenar_niveles(niveles: Iterable[Nivel]) -> tuple[Nivel, ...]:
    """Los niveles sin repetir, del más cercano a las familias al más amplio."""
    return tuple(sorted(set(niveles), key=EN_ORDEN.index))


def en_el(nivel: Nivel) -> str:
    """«en la región»."""
    return f"en {EL[nivel]}"


def nombrar_niveles(niveles: Iterable[Nivel]) -> str:
    """«el campamento, la comuna y la región»."""
    return enumerar([EL[n] for n in niveles], len(EN_ORDEN))
