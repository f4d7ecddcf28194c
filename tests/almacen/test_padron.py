"""El padrón del taller: inscribir, sentar en grupos, anunciar, cerrar y borrar."""

import pytest
from almacen.mesas import influencia, los_aromos

from mesa_territorial.almacen import Almacen, Autor, Padron
from mesa_territorial.dominio.reglas import ReglaRota


@pytest.fixture
def padron(donde, reloj):
    with Padron.abrir(donde, reloj=reloj) as padron:
        yield padron


@pytest.fixture
def taller(padron):
    return padron.crear_taller("Taller de Cerro Los Placeres", huella_codigo=b"\x01codigo").id


@pytest.fixture
def inscribir(padron, taller):
    def _inscribir(nombre, rol="participante"):
        huella = f"huella-{nombre}-{len(padron.participantes(taller))}".encode()
        id_ = f"p{len(padron.participantes(taller))}"
        return padron.inscribir(taller, id=id_, nombre=nombre, rol=rol, huella_retorno=huella)

    return _inscribir


@pytest.fixture
def de(donde, reloj):
    """El almacén abierto a nombre de una persona."""
    abiertos = []

    def _de(persona):
        abiertos.append(Almacen.abrir(donde, persona=persona, reloj=reloj))
        return abiertos[-1]

    yield _de
    for almacen in abiertos:
        almacen.cerrar()


def test_un_taller_se_abre_y_se_cierra(padron, taller):
    abierto = padron.taller_abierto()

    padron.cerrar(taller)

    assert (abierto.id, abierto.cerrado) == (taller, None)
    assert padron.taller_abierto() is None
    assert padron.taller(taller).cerrado is not None


def test_del_codigo_se_guarda_la_huella_y_se_puede_cambiar(padron, taller):
    assert padron.huella_codigo(taller) == b"\x01codigo"

    padron.cambiar_huella(taller, b"\x00otro")

    assert padron.huella_codigo(taller) == b"\x00otro"


def test_quien_se_inscribe_vuelve_con_su_huella(padron, taller, inscribir):
    rosa = inscribir("  Rosa   Elena ")

    assert (rosa.nombre, rosa.rol, rosa.grupo) == ("Rosa Elena", "participante", None)
    assert padron.participante(rosa.id) == rosa
    assert padron.por_huella(taller, b"huella-  Rosa   Elena -0") == rosa
    assert padron.por_huella(taller, b"otra") is None
    assert padron.por_huella("otro", b"huella-  Rosa   Elena -0") is None
    assert padron.participante("nadie") is None


def test_dos_personas_con_el_mismo_nombre_se_distinguen(padron, inscribir):
    nombres = [inscribir(n).nombre for n in ("Rosa", "rosa", "ROSA", "Rosá")]

    assert nombres == ["Rosa", "rosa 2", "ROSA 3", "Rosá 4"]


def test_renombrar_no_repite_el_nombre_de_otra(padron, inscribir):
    rosa, pedro = inscribir("Rosa"), inscribir("Pedro")

    assert padron.renombrar(pedro.id, "Rosa").nombre == "Rosa 2"
    assert padron.renombrar(rosa.id, "rosa").nombre == "rosa"
    with pytest.raises(ReglaRota, match="no está inscrita"):
        padron.renombrar("nadie", "Ana")


@pytest.mark.parametrize(("nombre", "rol"), [("  ", "participante"), ("Ana", "jefatura")])
def test_una_inscripcion_incompleta_no_entra(padron, taller, inscribir, nombre, rol):
    with pytest.raises(ReglaRota):
        inscribir(nombre, rol)

    assert padron.participantes(taller) == ()


def test_en_un_taller_cerrado_no_se_inscribe_nadie(padron, taller, inscribir):
    padron.cerrar(taller)

    with pytest.raises(ReglaRota, match="ya cerró"):
        inscribir("Rosa")


def test_quien_se_sienta_en_un_grupo_llega_a_su_mesa_y_quien_se_levanta_no(
    padron, taller, inscribir, almacen, de
):
    rosa = inscribir("Rosa")
    for clave in ("aromos", "otra"):
        almacen.crear(los_aromos(clave), autor="facilita")
    uno, dos = (padron.crear_grupo(taller, n, c) for n, c in (("A", "aromos"), ("B", "otra")))
    suyo = de(rosa.id)

    antes = [r.clave for r in suyo.listar()]
    padron.sentar(rosa.id, uno.id)
    sentada = [r.clave for r in suyo.listar()]
    suyo.cambiar("aromos", "subió", influencia(5), autor=Autor("Rosa", rosa.id))
    padron.sentar(rosa.id, dos.id)

    assert (antes, sentada, [r.clave for r in suyo.listar()]) == ([], ["aromos"], ["otra"])
    assert padron.grupo_de(rosa.id) == dos
    assert padron.sentar(rosa.id, None).grupo is None
    assert (suyo.listar(), padron.grupo_de(rosa.id)) == ((), None)


def test_dos_grupos_no_se_llaman_igual_ni_nacen_sin_mesa(padron, taller, almacen):
    almacen.crear(los_aromos(), autor="facilita")
    grupo = padron.crear_grupo(taller, "Grupo 1", "aromos")

    with pytest.raises(ReglaRota, match="Ya hay un grupo"):
        padron.crear_grupo(taller, " Grupo  1", "aromos")
    with pytest.raises(ReglaRota, match="no existe"):
        padron.crear_grupo(taller, "Grupo 2", "ninguna")

    assert padron.grupos(taller) == (grupo,)


def test_nadie_se_sienta_en_un_grupo_de_otro_taller(padron, taller, inscribir, almacen):
    rosa = inscribir("Rosa")
    almacen.crear(los_aromos(), autor="facilita")
    otro = padron.crear_taller("Otro", huella_codigo=b"x")
    grupo = padron.crear_grupo(otro.id, "Grupo 1", "aromos")

    with pytest.raises(ReglaRota, match="otro taller"):
        padron.sentar(rosa.id, grupo.id)
    with pytest.raises(ReglaRota, match="no existe"):
        padron.sentar(rosa.id, "ninguno")


def test_la_tutoria_acompana_sin_cambiar(padron, inscribir, almacen, de):
    tutora = inscribir("Marta", "tutor")
    almacen.crear(los_aromos(), autor="facilita")

    padron.acompanar(tutora.id, "aromos")

    suyo = de(tutora.id)
    assert suyo.leer("aromos").version == 1
    with pytest.raises(ReglaRota, match="puede mirarla"):
        suyo.cambiar("aromos", "subió", influencia(5), autor=Autor("Marta", tutora.id))


def test_se_sabe_que_mesas_tiene_cada_quien(padron, taller, inscribir, almacen, de):
    rosa, tutora = inscribir("Rosa"), inscribir("Marta", "tutor")
    de(rosa.id).crear(los_aromos("propia"), autor=Autor("Rosa", rosa.id))
    almacen.crear(los_aromos("grupal"), autor="facilita")
    padron.sentar(rosa.id, padron.crear_grupo(taller, "A", "grupal").id)
    padron.acompanar(tutora.id, "propia")

    mesas = padron.mesas_de(taller)

    assert {(m.persona, m.clave, m.papel) for m in mesas} == {
        (rosa.id, "propia", "duenia"),
        (rosa.id, "grupal", "integrante"),
    }


def test_los_anuncios_se_leen_desde_el_ultimo_visto(padron, taller):
    padron.anunciar(taller, "Volvemos en  diez minutos")
    segundo = padron.anunciar(taller, "Abran el mapa")

    assert [a.texto for a in padron.anuncios(taller)] == [
        "Volvemos en diez minutos",
        "Abran el mapa",
    ]
    assert padron.anuncios(taller, 1) == (segundo,)
    with pytest.raises(ReglaRota, match="qué anunciar"):
        padron.anunciar(taller, "   ")


def test_un_taller_cerrado_se_borra_con_todo_lo_hecho_y_nada_mas(
    padron, taller, inscribir, almacen, de
):
    rosa = inscribir("Rosa")
    suyo = de(rosa.id)
    suyo.crear(los_aromos("propia"), autor=Autor("Rosa", rosa.id))
    suyo.guardar_preferencia(rosa.id, "ultima_mesa", "propia")
    almacen.crear(los_aromos("grupal"), autor="facilita")
    almacen.crear(los_aromos("ajena"), autor="facilita")
    padron.sentar(rosa.id, padron.crear_grupo(taller, "A", "grupal").id)
    suyo.latir("grupal", autor=Autor("Rosa", rosa.id))
    padron.anunciar(taller, "Nos vemos")

    with pytest.raises(ReglaRota, match="Primero cierre"):
        padron.borrar_taller(taller)
    padron.cerrar(taller)
    idas = padron.borrar_taller(taller)

    assert idas == 2
    assert [r.clave for r in almacen.listar()] == ["ajena"]
    assert (padron.participante(rosa.id), padron.taller_abierto()) == (None, None)
    assert almacen.preferencia(rosa.id, "ultima_mesa") is None
    with pytest.raises(ReglaRota, match="no existe"):
        padron.taller(taller)


def test_si_la_mesa_del_grupo_se_purga_el_grupo_se_deshace(
    padron, taller, inscribir, almacen, reloj
):
    rosa = inscribir("Rosa")
    almacen.crear(los_aromos(), autor="facilita")
    padron.sentar(rosa.id, padron.crear_grupo(taller, "A", "aromos").id)
    almacen.borrar("aromos", autor="facilita")
    reloj.adelantar(days=8)

    assert almacen.purgar() == 1

    assert padron.grupos(taller) == ()
    assert padron.participante(rosa.id).grupo is None


def test_la_presencia_caduca_sola(almacen, reloj):
    almacen.crear(los_aromos(), autor="facilita")
    rosa, pedro = Autor("Rosa", "p1"), Autor("Pedro", "p2")
    almacen.latir("aromos", autor=rosa)
    almacen.latir("aromos", autor=pedro)
    almacen.latir("aromos", autor=rosa)

    juntas = [p.nombre for p in almacen.presentes("aromos")]
    almacen.ausentarse("aromos", autor=pedro)
    sola = [p.nombre for p in almacen.presentes("aromos")]
    reloj.adelantar(seconds=30)

    assert (juntas, sola, almacen.presentes("aromos")) == (["Pedro", "Rosa"], ["Rosa"], ())
