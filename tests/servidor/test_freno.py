"""El freno: cuenta fallos, por dirección y en total, y se le pasa solo."""

import pytest

from mesa_territorial.servidor.freno import Frenado, Freno


class Segundos:
    """Un reloj que se mueve a mano."""

    ahora = 1000.0

    def __call__(self) -> float:
        return self.ahora


@pytest.fixture
def segundos() -> Segundos:
    return Segundos()


def _fallar(freno: Freno, direccion: str, veces: int) -> None:
    for _ in range(veces):
        freno.fallar(direccion)


def test_al_decimo_fallo_se_espera_hasta_que_pase_un_minuto(segundos: Segundos) -> None:
    freno = Freno(reloj=segundos)
    _fallar(freno, "a", 9)
    antes = freno.espera("a")
    segundos.ahora += 20

    freno.fallar("a")

    assert antes == 0
    assert freno.espera("a") == 40
    segundos.ahora += 40
    assert freno.espera("a") == 0


def test_una_direccion_no_frena_a_las_otras(segundos: Segundos) -> None:
    freno = Freno(reloj=segundos)

    _fallar(freno, "a", 50)

    assert freno.espera("a") > 0
    assert freno.espera("b") == 0


def test_muchas_direcciones_juntas_si_frenan(segundos: Segundos) -> None:
    freno = Freno(en_total=300, reloj=segundos)
    for n in range(300):
        freno.fallar(f"a{n}")

    assert freno.espera("otra") == 60


def test_la_memoria_no_crece_con_cada_direccion(segundos: Segundos) -> None:
    freno = Freno(reloj=segundos)
    for n in range(500):
        segundos.ahora += 1
        freno.fallar(f"a{n}")

    assert len(freno._fallos) <= 61
    assert freno.fallos() <= 61


def test_la_frase_dice_cuanto_esperar(segundos: Segundos) -> None:
    freno = Freno(reloj=segundos)
    _fallar(freno, "a", 10)

    with pytest.raises(Frenado, match="Espere 60 segundos"):
        freno.exigir_paso("a")
