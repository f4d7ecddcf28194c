"""Quitar un actor no deja rastro de él en ninguna sección, y lo demás queda igual."""

from dataclasses import dataclass, field

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, sin_rastro


@dataclass(frozen=True, slots=True, kw_only=True)
class Ficha:
    id: str
    de: str
    paga: str = ""
    con: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ejemplo(Seccion):
    fichas: dict[str, Ficha] = field(default_factory=dict)
    notas: dict[str, dict[str, int]] = field(default_factory=dict)


def test_lo_que_el_actor_tenia_que_ser_se_va_y_lo_demas_se_vacia():
    seccion = Ejemplo(
        fichas={
            "f1": Ficha(id="f1", de="ana"),
            "f2": Ficha(id="f2", de="eva", paga="ana", con=("ana", "eva")),
        },
        notas={"ana": {"eva": 2}, "eva": {"ana": 3, "ema": 1}},
    )

    limpia = seccion.sin_actor("ana")

    assert limpia.fichas == {"f2": Ficha(id="f2", de="eva", con=("eva",))}
    assert limpia.notas == {"eva": {"ema": 1}}


def test_lo_que_no_nombra_al_actor_es_el_mismo_objeto():
    seccion = Ejemplo(fichas={"f1": Ficha(id="f1", de="eva")})

    assert sin_rastro(seccion, "ana") is seccion


def test_las_citas_se_juntan_sin_los_vacios():
    assert list(citas("ana", "", None, ("eva", ""))) == ["ana", "eva"]


def test_una_ficha_bajo_un_id_ajeno_no_entra():
    with pytest.raises(ReglaRota, match="no corresponde a su ficha"):
        exigir_claves({"f2": Ficha(id="f1", de="eva")})
