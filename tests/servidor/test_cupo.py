"""El cupo: nunca entra uno de más, se entra por orden de llegada y nadie acapara."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mesa_territorial.servidor.cupo import GRACIA, PACIENCIA, Cupo, SinLugar, Tenencia

NADA = Tenencia()


class Segundos:
    """Un reloj que se mueve a mano."""

    ahora = 0.0

    def __call__(self) -> float:
        return self.ahora


@pytest.fixture
def segundos() -> Segundos:
    return Segundos()


@pytest.fixture
def cupo(segundos: Segundos) -> Cupo:
    return Cupo(2, por_persona=3, reloj=segundos)


def _llega(cupo: Cupo, persona: str, ocupados: int) -> bool:
    try:
        cupo.entrar(persona, NADA, ocupados)
    except SinLugar:
        return False
    return True


def test_en_un_computador_propio_lleno_es_lleno_y_no_hay_fila() -> None:
    cupo = Cupo(1)

    with pytest.raises(SinLugar):
        cupo.entrar("a", Tenencia(("n1",)), 1)
    assert cupo.esperando() == ()


def test_quien_llega_despues_no_pasa_antes(cupo: Cupo) -> None:
    assert not _llega(cupo, "ana", 2)
    assert not _llega(cupo, "beto", 2)

    adelantado = _llega(cupo, "carla", 1)

    assert not adelantado
    assert cupo.esperando() == ("ana", "beto", "carla")
    assert _llega(cupo, "ana", 1)


def test_quien_se_va_de_la_fila_pierde_el_turno(cupo: Cupo, segundos: Segundos) -> None:
    _llega(cupo, "ana", 2)
    _llega(cupo, "beto", 2)
    segundos.ahora += PACIENCIA - 1
    cupo.latir("beto", NADA, 2)
    segundos.ahora += 2

    assert cupo.esperando() == ("beto",)
    assert _llega(cupo, "beto", 1)


def test_latir_dice_cuantas_personas_hay_delante_y_cuando_se_puede(cupo: Cupo) -> None:
    for persona in ("ana", "beto", "carla"):
        _llega(cupo, persona, 2)

    assert [cupo.latir(p, NADA, 2).delante for p in ("ana", "beto", "carla")] == [0, 1, 2]
    assert [cupo.latir(p, NADA, 0).puede for p in ("ana", "beto", "carla")] == [True, True, False]


def test_con_demasiadas_pestanias_se_cierra_la_mas_antigua(cupo: Cupo) -> None:
    cupo.lugares = 100

    assert cupo.entrar("ana", Tenencia(("n1", "n2")), 2) == ""
    assert cupo.entrar("ana", Tenencia(("n1", "n2", "n3")), 3) == "n1"
    assert cupo.entrar("ana", Tenencia(("n1", "n2", "n3")), 3, deja="n2") == "n2"


def test_muchas_pestanias_a_la_vez_no_se_cuelan_mientras_vienen_en_camino(cupo: Cupo) -> None:
    cupo.lugares = 100

    with pytest.raises(SinLugar):
        cupo.entrar("ana", Tenencia((), en_camino=3), 3)


def test_cambiar_de_tema_con_la_sala_llena_no_manda_a_la_fila(cupo: Cupo) -> None:
    _llega(cupo, "otra", 2)

    assert cupo.entrar("ana", Tenencia(("n1",)), 2, deja="n1") == "n1"
    assert cupo.esperando() == ("otra",)


def test_el_lugar_de_quien_recarga_se_guarda_un_momento(cupo: Cupo, segundos: Segundos) -> None:
    _llega(cupo, "otra", 2)
    cupo.soltar("ana", NADA)

    assert not _llega(cupo, "otra", 1)
    assert _llega(cupo, "ana", 1)

    cupo.soltar("ana", NADA)
    segundos.ahora += GRACIA + 0.1
    assert _llega(cupo, "otra", 1)


def test_quien_facilita_entra_aunque_este_lleno(cupo: Cupo) -> None:
    cupo.exentas.add("facilita")

    assert _llega(cupo, "facilita", 2)
    assert not _llega(cupo, "ana", 3)


def test_que_el_tope_baje_no_deja_pasar_de_mas(cupo: Cupo) -> None:
    cupo.lugares = 1

    assert not _llega(cupo, "ana", 2)


PERSONAS = st.sampled_from([f"p{n}" for n in range(6)])


class SalaConCupo(RuleBasedStateMachine):
    """Gente que llega, espera, abre más pestañas, se va y se arrepiente, en cualquier orden."""

    def __init__(self) -> None:
        super().__init__()
        self.segundos = Segundos()
        self.cupo = Cupo(3, por_persona=2, reloj=self.segundos)
        self.abiertas: dict[str, str] = {}
        self.siguiente = 0
        self.llegadas: list[str] = []

    def _tiene(self, persona: str) -> Tenencia:
        return Tenencia([n for n, p in self.abiertas.items() if p == persona])

    @rule(persona=PERSONAS)
    def llega(self, persona: str) -> None:
        antes = self.cupo.esperando()
        suyas, habia = self._tiene(persona), len(self.abiertas)
        try:
            cede = self.cupo.entrar(persona, suyas, habia)
        except SinLugar:
            assert persona in self.cupo.esperando()
            assert not suyas.abiertas
            return
        self.abiertas.pop(cede, None)
        self.siguiente += 1
        self.abiertas[f"n{self.siguiente}"] = persona
        if not cede:
            delante = antes[: antes.index(persona)] if persona in antes else antes
            # A cada quien que espera desde antes le sigue quedando su lugar.
            assert habia + len(delante) < 3 or not suyas.abiertas
            assert habia < 3

    @rule(persona=PERSONAS)
    def late(self, persona: str) -> None:
        turno = self.cupo.latir(persona, self._tiene(persona), len(self.abiertas))
        assert not (turno.puede and len(self.abiertas) >= 3)

    @precondition(lambda self: self.abiertas)
    @rule(datos=st.data())
    def cierra(self, datos: st.DataObject) -> None:
        nucleo = datos.draw(st.sampled_from(sorted(self.abiertas)))
        persona = self.abiertas.pop(nucleo)
        self.cupo.soltar(persona, self._tiene(persona))

    @rule(cuanto=st.floats(0.1, 20))
    def pasa_el_tiempo(self, cuanto: float) -> None:
        self.segundos.ahora += cuanto

    @invariant()
    def nunca_hay_mas_paginas_que_lugares(self) -> None:
        assert len(self.abiertas) <= 3

    @invariant()
    def nadie_acapara(self) -> None:
        assert all(len(self._tiene(f"p{n}")) <= 2 for n in range(6))

    @invariant()
    def el_primero_de_la_fila_puede_entrar_si_hay_lugar(self) -> None:
        fila = self.cupo.esperando()
        guardados = len(self.cupo._guardados)
        if fila and len(self.abiertas) + guardados < 3 and not self._tiene(fila[0]).abiertas:
            assert self.cupo._hay_lugar(fila[0], len(self.abiertas))


SalaConCupo.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
test_cualquier_orden_de_llegada = SalaConCupo.TestCase
