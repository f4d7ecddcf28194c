"""Ningún archivo dañado deja una traza: o se lee, o se dice qué pasa."""

from collections import Counter

import pytest
from intercambio.mutador import bases, mutar, recorrer


def _recorrer_muchos(cuantos: int) -> Counter[str]:
    return Counter(recorrer(*mutar(numero)) for numero in range(cuantos))


def test_los_archivos_sanos_se_leen():
    assert [recorrer(nombre, contenido) for nombre, contenido in bases()] == ["leído"] * len(
        bases()
    )


def test_cien_archivos_mutados_no_dejan_trazas():
    hubo = _recorrer_muchos(100)

    assert hubo["leído"] > 10
    assert hubo["rechazado"] > 10


@pytest.mark.completa
@pytest.mark.timeout(600)
def test_mil_archivos_mutados_no_dejan_trazas():
    hubo = _recorrer_muchos(1_000)

    assert sum(hubo.values()) == 1_000
    assert min(hubo["leído"], hubo["rechazado"]) > 100
