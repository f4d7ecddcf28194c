"""Traer una votación cerrada como evaluador: promedios, nunca votos; y dos veces no duplica."""

import pytest

from mesa_territorial.almacen.urna import Envio, Urna
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion_votos import Marca
from mesa_territorial_widgets.componentes.evaluaciones import Evaluaciones
from mesa_territorial_widgets.contexto.votaciones import SalaDeVotaciones
from mesa_territorial_widgets.contexto.votaciones_cerradas import VotacionesCerradas

JUNTA = Actor(id="j", nombre="Junta de vecinos", sector=Sector.SOCIEDAD_CIVIL)


@pytest.fixture
def votada(ana, base, monkeypatch):
    """La Mesa de Ana con una votación de actores abierta y su urna."""
    monkeypatch.setenv("MESAS_BD", str(base))
    for variable in ("MESA_VOTOS", "MESA_ROL"):
        monkeypatch.delenv(variable, raising=False)
    ana.pizarra.ordenar("Agregó a la Junta", lambda m: m.con_actor(JUNTA))
    assert VotacionesCerradas(ana).listar_cerradas() == []
    sala = SalaDeVotaciones.abrir(ana)
    return ana, sala, sala.crear(tipo="actores", titulo="¿Quién puede?", ids=["s", "j"])


def votar(base, cual, sectores):
    with Urna.abrir(base.with_name("votos.sqlite")) as urna:
        urna.abrir_ronda(cual.id)
        envios = [
            Envio(votacion=cual.id, ronda=1, ficha=f"{n:08x}", sector=sector,
                  marcas=(Marca(opcion="s", interes=4.0, influencia=5.0 - (n % 2)),))
            for n, sector in enumerate(sectores)
        ]  # fmt: skip
        assert all(a.esta_guardado for a in urna.votar_lote(envios))
        urna.revelar(cual.id)


def test_solo_se_ofrecen_las_cerradas_y_se_traen_con_su_huella(votada, base):
    ana, _, cual = votada
    votar(base, cual, [Sector.PUBLICO] * 6)
    cerradas = VotacionesCerradas(ana)
    assert cerradas.listar_cerradas() == []
    with Urna.abrir(base.with_name("votos.sqlite")) as urna:
        urna.cerrar(cual.id)

    (ficha,) = cerradas.listar_cerradas()
    panel = Evaluaciones(ana.pizarra, cerradas)
    panel.responder("traer_votacion", {"clave": cual.id})
    panel.responder("traer_votacion", {"clave": cual.id})

    (evaluador,) = ana.pizarra.valor.prioridad.evaluadores.values()
    assert ficha["titulo"] == "¿Quién puede?" and panel.cerradas[0]["clave"] == cual.id
    assert evaluador.nombre == "Votación «¿Quién puede?»"
    assert (evaluador.personas, evaluador.origen) == (6, "votacion")
    assert evaluador.evaluaciones["s"].influencia == 4.5
    # Nadie votó por la Junta: no aparece, y no como un cero.
    assert "j" not in evaluador.evaluaciones and "huella" in evaluador.fuente


def test_por_sector_solo_salen_los_que_se_pueden_mostrar(votada, base):
    ana, _, cual = votada
    votar(base, cual, [Sector.PUBLICO] * 6 + [Sector.SOCIEDAD_CIVIL] * 5)
    with Urna.abrir(base.with_name("votos.sqlite")) as urna:
        urna.cerrar(cual.id)

    fichas = VotacionesCerradas(ana).evaluadores_de(cual.id, por_sector=True)

    assert [(f["nombre"], f["personas"]) for f in fichas] == [
        ("Votación «¿Quién puede?» · Público", 6),
        ("Votación «¿Quién puede?» · Sociedad civil", 5),
    ]

    # Los mismos votos no cuentan dos veces: el promedio reemplaza a los sectores, y al revés.
    panel = Evaluaciones(ana.pizarra, VotacionesCerradas(ana))
    panel.responder("traer_votacion", {"clave": cual.id, "por_sector": True})
    assert len(ana.pizarra.valor.prioridad.evaluadores) == 2
    panel.responder("traer_votacion", {"clave": cual.id})
    assert list(ana.pizarra.valor.prioridad.evaluadores) == [f"{cual.id}-todos"]


def test_con_menos_de_cinco_votos_no_se_trae_nada(votada, base):
    ana, _, cual = votada
    votar(base, cual, [Sector.PUBLICO] * 4)
    with Urna.abrir(base.with_name("votos.sqlite")) as urna:
        urna.cerrar(cual.id)

    with pytest.raises(ReglaRota, match="cinco votos o más"):
        VotacionesCerradas(ana).evaluadores_de(cual.id, por_sector=False)
    with pytest.raises(ReglaRota, match="ya no está"):
        VotacionesCerradas(ana).evaluadores_de("otra", por_sector=False)
