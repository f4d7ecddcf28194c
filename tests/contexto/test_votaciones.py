"""La sala de votaciones sobre una urna de verdad: quién conduce, qué se lee y cómo se adopta."""

import pytest

from mesa_territorial.almacen.urna import Envio, Urna
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import EstadoRonda
from mesa_territorial.dominio.votacion_votos import Marca, Papeleta
from mesa_territorial_widgets.apps.votacion import votacion
from mesa_territorial_widgets.componentes.votacion_sala import RondasVivas
from mesa_territorial_widgets.contexto import SinMesa
from mesa_territorial_widgets.contexto.votaciones import SalaDeVotaciones, pedido, puede_conducir

JUNTA = Actor(id="j", nombre="Junta de vecinos", sector=Sector.SOCIEDAD_CIVIL)


@pytest.fixture
def sala(ana, base, monkeypatch):
    """La sala de Ana, con dos actores en su Mesa y la urna junto a la base."""
    monkeypatch.setenv("MESAS_BD", str(base))
    monkeypatch.delenv("MESA_VOTOS", raising=False)
    monkeypatch.delenv("MESA_ROL", raising=False)
    ana.pizarra.ordenar("Agregó a la Junta", lambda m: m.con_actor(JUNTA))
    return SalaDeVotaciones.abrir(ana)


@pytest.fixture
def urna(sala, base):
    with Urna.abrir(base.with_name("votos.sqlite")) as abierta:
        yield abierta


def tablero(sala):
    return sala.crear(tipo="actores", titulo="  Quién   puede ", ids=["s", "j"])


def votar(urna, cual, ronda, cuantos=6, interes=4.0):
    envios = [
        Envio(
            votacion=cual.id,
            ronda=ronda,
            ficha=f"{n:08x}",
            marcas=tuple(Marca(opcion=o.id, interes=interes, influencia=2.0)
                         for o in cual.opciones),
        )
        for n in range(cuantos)
    ]  # fmt: skip
    assert all(a.esta_guardado for a in urna.votar_lote(envios))


def test_crear_guarda_en_la_urna_los_actores_elegidos_de_esta_mesa(sala, urna):
    nueva = tablero(sala)

    guardada = urna.votacion(nueva.id)
    assert (guardada.mesa, guardada.titulo) == ("m1", "Quién puede")
    assert [(o.id, o.nombre) for o in guardada.opciones] == [("s", "SERVIU"), ("j", JUNTA.nombre)]
    assert [v.id for v in sala.listar()] == [nueva.id]


def test_las_opciones_escritas_se_limpian_y_las_vacias_se_saltan(sala):
    nueva = sala.crear(
        tipo="puntos", titulo="x", textos=["  Agua ", "", "Luz\ud800\x00 "], puntos=5
    )

    assert [o.nombre for o in nueva.opciones] == ["Agua", "Luz"]
    assert nueva.puntos == 5


@pytest.mark.parametrize(
    "campos",
    [
        {"tipo": "a mano alzada", "titulo": "x", "textos": ["a"]},
        {"tipo": "acuerdo", "titulo": "x"},
        {"tipo": "actores", "titulo": "x", "ids": ["no está"]},
        {"tipo": "acuerdo", "titulo": " ", "textos": ["a"]},
    ],
)
def test_lo_que_no_se_puede_votar_no_se_crea(sala, campos):
    with pytest.raises(ReglaRota):
        sala.crear(**campos)

    assert sala.listar() == ()


def test_los_pasos_llevan_la_votacion_por_sus_dos_rondas(sala):
    clave = tablero(sala).id

    for paso in ("abrir_ronda", "revelar", "conversar", "segunda_ronda", "revelar", "cerrar"):
        nueva = sala.pasar(clave, paso)

    assert nueva.esta_cerrada
    assert [r.estado for r in nueva.rondas] == [EstadoRonda.CERRADA] * 2


@pytest.mark.parametrize("paso", ["soltar", "crear", "_pasar", "votar_lote"])
def test_un_paso_que_no_es_de_la_votacion_no_llega_a_la_urna(sala, paso):
    clave = tablero(sala).id

    with pytest.raises(ReglaRota, match="no existe"):
        sala.pasar(clave, paso)


def test_no_se_conduce_la_votacion_de_otra_mesa(sala, abrir, monkeypatch):
    clave = tablero(sala).id
    ajeno = abrir("caro")
    ajeno.crear(sala.mesa.con(id="m2"))
    otra = SalaDeVotaciones.abrir(ajeno)

    assert otra.listar() == ()
    with pytest.raises(ReglaRota, match="otra Mesa"):
        otra.pasar(clave, "abrir_ronda")


def test_las_rondas_vivas_leen_solo_lo_nuevo(sala, urna, monkeypatch):
    nueva = tablero(sala)
    vivas = RondasVivas(sala, nueva)
    sala.pasar(nueva.id, "abrir_ronda")
    votar(urna, nueva, 1)
    pedidas = []
    de_verdad = sala.novedades
    monkeypatch.setattr(sala, "novedades", lambda c, r, m: pedidas.append(m) or de_verdad(c, r, m))

    assert vivas.mirar()
    assert (vivas.ronda, vivas.conteo.votantes, vivas.conteo.votos) == (1, 6, 12)
    assert not vivas.mirar()
    votar(urna, nueva, 1, cuantos=1, interes=1.0)
    assert vivas.mirar()
    assert pedidas[-1] > 0
    assert vivas.conteo.lecturas["s"].medias == pytest.approx((3.5, 2))


def test_la_segunda_ronda_no_se_mezcla_con_la_primera(sala, urna):
    nueva = tablero(sala)
    vivas = RondasVivas(sala, nueva)
    sala.pasar(nueva.id, "abrir_ronda")
    votar(urna, nueva, 1)
    sala.pasar(nueva.id, "revelar")
    vivas.mirar()
    sala.pasar(nueva.id, "segunda_ronda")
    votar(urna, nueva, 2, cuantos=5, interes=2.0)

    vivas.mirar()

    assert (vivas.ronda, vivas.esta_a_la_vista) == (2, False)
    assert {n: c.votantes for n, c in vivas.conteos.items()} == {1: 6, 2: 5}
    assert vivas.conteos[1].lecturas["s"].medias == (4, 2)


def test_abrir_a_mitad_de_la_segunda_ronda_trae_las_dos(sala, urna):
    nueva = tablero(sala)
    for ronda, paso in ((1, "abrir_ronda"), (2, "segunda_ronda")):
        sala.pasar(nueva.id, paso)
        votar(urna, nueva, ronda, cuantos=5 + ronda)
        if ronda == 1:
            sala.pasar(nueva.id, "revelar")

    vivas = RondasVivas(sala, nueva)

    assert {n: c.votantes for n, c in vivas.conteos.items()} == {1: 6, 2: 7}


def test_adoptar_es_un_cambio_de_la_mesa_que_se_deshace(sala, ana):
    sala.adoptar("Adoptó algo", lambda m: m.con_cambio_de_actor("s", interes=4.1))

    assert ana.registro().mesa.actor("s").interes == 4.1
    assert ana.historial(limite=1)[0].frase == "Adoptó algo"
    ana.pizarra.responder("deshacer", {})
    assert ana.registro().mesa.actor("s").interes is None


def test_las_papeletas_de_papel_se_suman_a_la_ronda(sala):
    nueva = tablero(sala)
    sala.pasar(nueva.id, "abrir_ronda")
    papeleta = Papeleta(testigo="papel-1", marcas=(Marca(opcion="s", interes=3.0),))

    carga = sala.cargar(nueva.id, 1, [papeleta, papeleta])

    assert (carga.guardadas, len(carga.errores)) == (1, 1)
    assert RondasVivas(sala, nueva).conteo.votantes == 1


def test_la_direccion_existe_solo_mientras_alguien_atiende(sala, urna):
    nueva = tablero(sala)
    antes = (sala.esta_atendida(), sala.direccion(nueva))
    urna.anunciar("https://10.0.0.5:8890")

    assert antes == (False, "")
    assert sala.direccion(nueva) == f"https://10.0.0.5:8890/v/{nueva.codigo}"


@pytest.mark.parametrize(
    ("rol", "conduce"),
    [("", True), ("facilitador", True), ("tutor", False), ("participante", False)],
)
def test_en_un_taller_solo_conduce_quien_facilita(monkeypatch, rol, conduce):
    monkeypatch.setenv("MESA_ROL", rol)

    assert puede_conducir() is conduce


@pytest.mark.parametrize(
    ("consulta", "valor"),
    [
        ("vista=proyector", "proyector"),
        ("vista=a/b", ""),
        ("otra=x", ""),
        ("vista=" + "x" * 90, ""),
    ],
)
def test_lo_pedido_en_la_direccion_se_lee_solo_si_parece_clave(monkeypatch, consulta, valor):
    monkeypatch.setenv("QUERY_STRING", consulta)

    assert pedido("vista") == valor


def test_sin_mesa_no_hay_sala(abrir, base, monkeypatch):
    monkeypatch.setenv("MESAS_BD", str(base))

    with pytest.raises(SinMesa):
        SalaDeVotaciones.abrir(abrir("nadie"))


@pytest.mark.parametrize(
    ("consulta", "clase"),
    [("", "Votacion"), ("vista=proyector", "Proyector"), ("vista=otra", "Votacion")],
)
def test_la_aplicacion_abre_la_pantalla_que_se_pide(sala, ana, monkeypatch, consulta, clase):
    nueva = tablero(sala)
    monkeypatch.setenv("QUERY_STRING", f"{consulta}&votacion={nueva.id}")

    pantalla = votacion(ana)

    assert type(pantalla).__name__ == clase
    assert pantalla.actual["titulo"] == "Quién puede"


def test_sin_mesa_la_aplicacion_invita_a_crear_una(abrir, base, monkeypatch):
    monkeypatch.setenv("MESAS_BD", str(base))

    assert "Todavía no hay una Mesa abierta" in votacion(abrir("nadie")).frase
