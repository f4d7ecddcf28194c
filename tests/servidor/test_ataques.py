"""El kit resiste la batería; Voilà de fábrica, no: así se sabe que la batería muerde."""

import pytest
from servidor.ataques import ATAQUES, Ataque
from servidor.objetivo import Objetivo

AGUJEROS_CONOCIDOS = {
    "secuestrar_un_nucleo_por_su_id",
    "mirar_un_nucleo_ajeno",
    "borrar_un_nucleo_ajeno",
    "cerrar_un_nucleo_ajeno",
    "entrar_sin_clave",
    "entrar_por_otro_host",
    "abrir_el_canal_por_otro_host",
    "elegir_plantilla_o_tema",
    "leer_archivos_sin_clave",
    "listar_lo_que_hay",
    "faltar_cabeceras",
    "dejar_la_cookie_al_alcance",
    "dejar_nucleos_huerfanos",
    "llenar_el_computador",
}


@pytest.mark.parametrize("ataque", ATAQUES, ids=lambda a: a.__name__)
def test_el_kit_resiste(ataque: Ataque, kit: Objetivo) -> None:
    assert not ataque(kit), ataque.__doc__


SIN_NUCLEO = {
    "entrar_sin_clave",
    "entrar_por_otro_host",
    "leer_archivos_sin_clave",
    "listar_lo_que_hay",
    "faltar_cabeceras",
    "dejar_la_cookie_al_alcance",
}


def _hallar(objetivo: Objetivo, nombres: set[str]) -> set[str]:
    return {a.__name__ for a in ATAQUES if a.__name__ in nombres and a(objetivo)}


def test_la_bateria_muerde_a_voila_de_fabrica(voila_de_fabrica: Objetivo) -> None:
    hallados = _hallar(voila_de_fabrica, SIN_NUCLEO)

    assert hallados == SIN_NUCLEO


@pytest.mark.completa
@pytest.mark.timeout(600)
def test_la_bateria_entera_encuentra_los_agujeros_conocidos(voila_de_fabrica: Objetivo) -> None:
    hallados = _hallar(voila_de_fabrica, {a.__name__ for a in ATAQUES})

    assert hallados == AGUJEROS_CONOCIDOS
