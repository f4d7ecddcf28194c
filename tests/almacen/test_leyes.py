"""Leyes del almacén, buscadas por Hypothesis: cambios, deshacer y rehacer son dos pilas."""

import tempfile
from pathlib import Path

import pytest
from almacen.mesas import los_aromos
from estrategias import mesas
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mesa_territorial.almacen import Almacen, Conflicto, pila
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.reglas import ReglaRota

IDS = ("serviu", "muni", "junta", "ong")
PERSONAS = st.sampled_from(("ana", "beto"))


class Pilas(RuleBasedStateMachine):
    """Cada persona edita su propio actor; el modelo es una pila de hechos y una de deshechos."""

    @initialize()
    def empezar(self):
        self.carpeta = tempfile.TemporaryDirectory()
        self.almacen = Almacen.abrir(Path(self.carpeta.name) / "mesas.sqlite")
        self.almacen.crear(los_aromos(), autor="ana")
        self.valor = {"ana": "", "beto": "pendiente"}
        self.hechos = {"ana": [], "beto": []}
        self.deshechos = {"ana": [], "beto": []}
        self.sucesos = 1

    def _actor(self, persona):
        return {"ana": "serviu", "beto": "muni"}[persona]

    @rule(persona=PERSONAS, nota=st.sampled_from("abc"))
    def cambiar(self, persona, nota):
        actor = self._actor(persona)
        self.almacen.cambiar(
            "aromos", nota, lambda m: m.con_cambio_de_actor(actor, nota=nota), autor=persona
        )
        if nota != self.valor[persona]:
            self.hechos[persona].append(self.valor[persona])
            self.deshechos[persona].clear()
            self.sucesos += 1
        self.valor[persona] = nota

    @precondition(lambda self: any(self.hechos.values()))
    @rule(datos=st.data())
    def deshacer(self, datos):
        persona = datos.draw(st.sampled_from([p for p, h in self.hechos.items() if h]))
        self.almacen.deshacer("aromos", autor=persona)
        self.deshechos[persona].append(self.valor[persona])
        self.valor[persona] = self.hechos[persona].pop()
        self.sucesos += 1

    @precondition(lambda self: any(self.deshechos.values()))
    @rule(datos=st.data())
    def rehacer(self, datos):
        persona = datos.draw(st.sampled_from([p for p, d in self.deshechos.items() if d]))
        self.almacen.rehacer("aromos", autor=persona)
        self.hechos[persona].append(self.valor[persona])
        self.valor[persona] = self.deshechos[persona].pop()
        self.sucesos += 1

    @invariant()
    def coincide_con_el_modelo(self):
        for persona in ("ana", "beto"):
            registro = self.almacen.leer("aromos", autor=persona)
            assert self.valor[persona] == registro.mesa.actor(self._actor(persona)).nota
            assert bool(self.hechos[persona]) == registro.puede_deshacer
            assert bool(self.deshechos[persona]) == registro.puede_rehacer

    @invariant()
    def la_bitacora_lleva_a_lo_guardado(self):
        registro = self.almacen.leer("aromos")
        sucesos = self.almacen.parche_desde("aromos", 0)
        en_pie = {numero for (_, numero), deshecho in pila.plegar(sucesos).items() if not deshecho}
        assert self.sucesos == registro.version == len(sucesos)
        assert registro.mesa == self.almacen.mesa_en("aromos", registro.version)
        assert en_pie == {s.numero for s in sucesos if s.tipo == "cambio" and not s.deshecho}

    def teardown(self):
        if hasattr(self, "almacen"):
            self.almacen.cerrar()
            self.carpeta.cleanup()


def test_deshacer_y_rehacer_se_portan_como_dos_pilas():
    run_state_machine_as_test(
        Pilas, settings=settings(max_examples=12, stateful_step_count=15, deadline=None)
    )


@pytest.mark.completa
def test_deshacer_y_rehacer_se_portan_como_dos_pilas_en_largo():
    run_state_machine_as_test(
        Pilas, settings=settings(max_examples=40, stateful_step_count=35, deadline=None)
    )


ORDENES = st.lists(
    st.tuples(
        PERSONAS,
        st.sampled_from(("agregar", "quitar", "anotar", "deshacer", "rehacer")),
        st.sampled_from(IDS),
    ),
    max_size=25,
)


def _hacer(almacen, persona, orden, actor):
    """Cualquier orden, sobre cualquier actor; lo que la Mesa no admite se rechaza entero."""
    transiciones = {
        "agregar": lambda m: m.con_actor(Actor(id=actor, nombre=actor, sector=Sector.PRIVADO)),
        "quitar": lambda m: m.sin_actor(actor),
        "anotar": lambda m: m.con_cambio_de_actor(actor, nota=f"{persona} {len(m.actores)}"),
    }
    if orden in transiciones:
        almacen.cambiar("aromos", orden, transiciones[orden], autor=persona)
        return
    paso = getattr(almacen, orden)
    try:
        paso("aromos", autor=persona)
    except Conflicto as conflicto:
        paso("aromos", autor=persona, vista=conflicto.version)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ORDENES)
def test_pase_lo_que_pase_la_historia_lleva_a_lo_guardado(ordenes):
    with (
        tempfile.TemporaryDirectory() as carpeta,
        Almacen.abrir(Path(carpeta) / "mesas.sqlite") as almacen,
    ):
        almacen.crear(los_aromos(), autor="ana")
        for orden in ordenes:
            try:
                _hacer(almacen, *orden)
            except Conflicto:
                raise
            except ReglaRota:
                continue

        registro = almacen.leer("aromos")
        almacen._memoria.olvidar()

        assert registro.mesa == almacen.leer("aromos").mesa
        assert registro.mesa == almacen.mesa_en("aromos", registro.version)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mesas(), mesas())
def test_de_cualquier_mesa_a_cualquier_otra_se_va_y_se_vuelve(una, otra):
    otra = otra.con(id=una.id)
    with (
        tempfile.TemporaryDirectory() as carpeta,
        Almacen.abrir(Path(carpeta) / "mesas.sqlite") as almacen,
    ):
        almacen.crear(una, autor="ana")

        ida = almacen.cambiar(una.id, "todo", lambda _: otra, autor="ana").mesa
        vuelta = almacen.deshacer(una.id, autor="ana").mesa if una != otra else una
        otra_vez = almacen.rehacer(una.id, autor="ana").mesa if una != otra else otra
        almacen._memoria.olvidar()

        assert (otra, una, otra) == (ida, vuelta, otra_vez)
        assert otra == almacen.leer(una.id).mesa
