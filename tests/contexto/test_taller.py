"""En un taller cada quien ve lo suyo y lo de su grupo, y se sabe quién está y quién cambió qué."""

import asyncio

import pytest
from componentes.pantalla import Pantalla
from contexto.conftest import MESA

from mesa_territorial.almacen import Almacen, Padron, accesos
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.paquete import desempaquetar
from mesa_territorial_widgets.contexto import Contexto, EstanteDeMesas, SinMesa, compania, entorno
from mesa_territorial_widgets.contexto import guardado as modulo
from mesa_territorial_widgets.contexto.compania import Compania, iniciales

JUNTA = {"id": "j", "nombre": "Junta de Vecinos", "sector": "sociedad_civil"}


@pytest.fixture
def padron(base):
    with Padron.abrir(base) as padron:
        yield padron


@pytest.fixture
def taller(padron):
    return padron.crear_taller("Taller", huella_codigo=b"c").id


@pytest.fixture
def entrar(base, padron, taller):
    """Abre el contexto de alguien inscrito en el taller, con su alias."""
    abiertos = []

    def _entrar(nombre, rol="participante", pedida=None):
        id_ = f"p-{nombre.lower()}"
        if padron.participante(id_) is None:
            padron.inscribir(taller, id=id_, nombre=nombre, rol=rol, huella_retorno=id_.encode())
        abiertos.append(Almacen.abrir(base, persona=id_))
        return Contexto(abiertos[-1], persona=id_, alias=nombre, pedida=pedida)

    yield _entrar
    for almacen in abiertos:
        almacen.cerrar()


@pytest.fixture
def sentar(base, padron, taller):
    """Forma un grupo con su Mesa y sienta en él a quien se pida."""

    def _sentar(*personas, clave="grupal", nombre="Grupo 1"):
        with Almacen.abrir(base) as almacen:
            almacen.crear(MESA.con(id=clave, nombre="Mesa del grupo"), autor="facilita")
        grupo = padron.crear_grupo(taller, nombre, clave)
        for contexto in personas:
            padron.sentar(contexto.persona, grupo.id)
        return grupo

    return _sentar


@pytest.fixture
def rosa(entrar):
    return entrar("Rosa")


@pytest.fixture
def pedro(entrar):
    return entrar("Pedro")


# ---- Qué Mesa se abre


def test_cada_quien_ve_solo_sus_mesas(rosa, pedro):
    rosa.crear(MESA.con(id="de-rosa"))

    assert [r.clave for r in rosa.mesas()] == ["de-rosa"]
    assert (pedro.mesas(), pedro.clave) == ((), None)


def test_pedir_la_mesa_de_otra_persona_es_como_pedir_una_que_no_existe(rosa, entrar):
    rosa.crear(MESA.con(id="de-rosa"))

    intruso = entrar("Pedro", pedida="de-rosa")

    with pytest.raises(SinMesa):
        _ = intruso.pizarra


def test_la_mesa_del_grupo_se_abre_por_defecto(rosa, sentar, entrar):
    rosa.crear(MESA.con(id="propia"))

    sentar(rosa)

    assert entrar("Rosa").clave == "grupal"
    assert entrar("Rosa").pizarra.valor.nombre == "Mesa del grupo"


def test_quien_ya_sentada_elige_su_mesa_propia_sigue_en_ella(rosa, sentar, entrar):
    rosa.crear(MESA.con(id="propia"))
    sentar(rosa)

    _ = entrar("Rosa", pedida="propia").guardado

    assert entrar("Rosa").clave == "propia"


def test_al_cambiar_de_grupo_se_abre_la_del_nuevo(rosa, sentar, entrar):
    sentar(rosa)
    _ = entrar("Rosa").guardado

    sentar(rosa, clave="otra", nombre="Grupo 2")

    assert entrar("Rosa").clave == "otra"


def test_se_firma_con_el_nombre_con_que_se_entro(rosa):
    rosa.crear(MESA)

    with pytest.raises(ReglaRota, match="firma como «Rosa»"):
        rosa.nombrar_autor("Otra")

    assert [(s.autor, s.persona) for s in rosa.historial()] == [("Rosa", "p-rosa")]


# ---- La tutoría


def test_la_tutoria_mira_en_vivo_y_no_cambia(rosa, entrar, padron):
    rosa.crear(MESA.con(id="de-rosa"))
    tutora = entrar("Marta", "tutor")
    padron.acompanar(tutora.persona, "de-rosa")
    pantalla = Pantalla(tutora.pizarra)

    respuesta = pantalla.apretar("agregar_actor", **JUNTA)
    Pantalla(rosa.pizarra).apretar("agregar_actor", **JUNTA)

    assert "se está mirando" in respuesta["error"]
    assert tutora.guardado.mirar() and "j" in tutora.pizarra.valor.actores
    assert not rosa.pizarra.solo_lectura


def test_prender_la_edicion_desde_la_pantalla_no_le_sirve_a_la_tutoria(rosa, entrar, padron):
    rosa.crear(MESA.con(id="de-rosa"))
    tutora = entrar("Marta", "tutor")
    padron.acompanar(tutora.persona, "de-rosa")
    tutora.pizarra.solo_lectura = False

    respuesta = Pantalla(tutora.pizarra).apretar("agregar_actor", **JUNTA)

    assert respuesta["error"] == accesos.SOLO_LEER
    assert rosa.registro().version == 1


# ---- Quién está y qué hizo


def _mirar_todo(contexto):
    contexto.guardado._compania._latio = contexto.guardado._compania._miro = float("-inf")
    return contexto.guardado.mirar()


def test_se_ve_quien_mas_esta_y_no_a_una_misma(rosa, pedro, sentar):
    sentar(rosa, pedro)
    for contexto in (rosa, pedro, rosa):
        _mirar_todo(contexto)

    assert rosa.pizarra.guardado["presentes"] == [{"nombre": "Pedro", "iniciales": "P"}]
    assert pedro.pizarra.guardado["presentes"] == [{"nombre": "Rosa", "iniciales": "R"}]


def test_el_cambio_de_otra_persona_se_cuenta_con_su_nombre(rosa, pedro, sentar):
    sentar(rosa, pedro)
    pantalla = Pantalla(rosa.pizarra)
    _ = pedro.guardado
    pantalla.apretar("agregar_actor", **JUNTA)

    pedro.guardado.mirar()

    (novedad,) = pedro.pizarra.guardado["novedades"]
    assert (novedad["nombre"], novedad["iniciales"]) == ("Rosa", "R")
    assert (novedad["frase"], novedad["numero"]) == ("agregó a Junta de Vecinos", 2)
    assert rosa.pizarra.guardado["novedades"] == []


def test_lo_ajeno_que_se_sabe_al_guardar_lo_propio_tambien_se_cuenta(rosa, pedro, sentar):
    sentar(rosa, pedro)
    _ = pedro.guardado
    Pantalla(rosa.pizarra).apretar("agregar_actor", **JUNTA)

    pedro.pizarra.ordenar("Acomodó 1 actor", lambda m: m.con(objetivo="x"))

    (novedad,) = pedro.pizarra.guardado["novedades"]
    assert (novedad["nombre"], novedad["frase"]) == ("Rosa", "agregó a Junta de Vecinos")
    assert not pedro.guardado.mirar()


def test_muchos_cambios_juntos_no_llenan_la_pantalla(rosa, pedro, sentar):
    sentar(rosa, pedro)
    _ = pedro.guardado
    for n in range(5):
        rosa.pizarra.ordenar(f"Anotó {n}", lambda m, n=n: m.con(objetivo=str(n)))

    pedro.guardado.mirar()

    novedades = pedro.pizarra.guardado["novedades"]
    assert [n["frase"] for n in novedades] == ["anotó 2", "anotó 3", "anotó 4"]
    assert {n["mas"] for n in novedades} == {2}


def test_lo_que_el_mapa_acomoda_solo_no_es_noticia(rosa, pedro, sentar):
    sentar(rosa, pedro)
    _ = pedro.guardado
    rosa.pizarra.ordenar("Acomodó 3 actores", lambda m: m.con(objetivo="x"))

    pedro.guardado.mirar()

    assert pedro.pizarra.guardado["novedades"] == []


def test_quien_pierde_el_acceso_con_la_pagina_abierta_se_entera_y_no_cambia_nada(
    rosa, sentar, padron, monkeypatch
):
    monkeypatch.setattr(modulo, "SEGUNDOS_ENTRE_MIRADAS", 0.02)
    sentar(rosa)
    guardado = rosa.guardado

    async def levantar():
        guardado.vigilar()
        padron.sentar(rosa.persona, None)
        await asyncio.sleep(0.3)

    asyncio.run(levantar())
    respuesta = Pantalla(guardado.pizarra).apretar("agregar_actor", **JUNTA)

    assert guardado.pizarra.guardado["salida"] == modulo.AFUERA
    assert not guardado._vigia.is_running()
    assert "error" in respuesta


def test_el_latido_se_escribe_cada_diez_segundos_y_no_en_cada_mirada(rosa, sentar, monkeypatch):
    sentar(rosa)
    ahora = [0.0]
    latidos = []
    monkeypatch.setattr(rosa.almacen, "latir", lambda clave, autor: latidos.append(ahora[0]))
    compania_ = Compania(rosa.almacen, "grupal", lambda: ahora[0])

    for segundo in range(25):
        ahora[0] = float(segundo)
        compania_.mirar(rosa.firma)

    assert latidos == [0.0, compania.CADA_LATIDO, 2 * compania.CADA_LATIDO]


@pytest.mark.parametrize(
    ("nombre", "letras"),
    [
        ("Rosa", "R"),
        ("Rosa Elena Soto", "RS"),
        ("ñuble ávila", "ÑÁ"),
        ("Rosa 2", "R2"),
        ("«»", "·"),
        ("", "·"),
    ],
)
def test_las_iniciales_representan_un_nombre(nombre, letras):
    assert iniciales(nombre) == letras


# ---- El estante y el entorno


def test_dos_personas_traen_el_mismo_archivo_sin_saber_una_de_otra(rosa, pedro):
    rosa.crear(MESA)
    _, archivo = EstanteDeMesas(rosa).exportar(MESA.id)

    EstanteDeMesas(pedro).importar(archivo)

    (suya,) = pedro.mesas()
    assert (suya.nombre, suya.papel) == (MESA.nombre, "duenia")
    assert suya.clave != MESA.id
    assert {s["persona"] for s in desempaquetar(archivo).sucesos} == {""}


def test_una_ficha_dice_de_quien_es_la_mesa(rosa, sentar, entrar, padron):
    rosa.crear(MESA.con(id="propia"))
    sentar(rosa)
    tutora = entrar("Marta", "tutor")
    padron.acompanar(tutora.persona, "propia")

    papeles = {f["clave"]: f["papel"] for f in EstanteDeMesas(rosa).fichas()}

    assert papeles == {"propia": "duenia", "grupal": "integrante"}
    assert [f["papel"] for f in EstanteDeMesas(tutora).fichas()] == ["tutoria"]


@pytest.fixture
def en_taller(base, monkeypatch):
    monkeypatch.setenv("MESAS_BD", str(base))
    monkeypatch.setenv("MESA_MODO", "taller")
    monkeypatch.setenv("MESA_PERSONA", "p-rosa")
    monkeypatch.setenv("MESA_ROL", "participante")
    return monkeypatch


def test_el_servidor_dice_quien_es_y_como_se_llama(en_taller):
    en_taller.setenv("MESA_NOMBRE", " Rosa \n Elena ")

    contexto = Contexto.abrir()

    assert (contexto.autor, contexto.firma.persona) == ("Rosa Elena", "p-rosa")
    assert contexto.almacen.persona == "p-rosa"
    contexto.almacen.cerrar()


@pytest.mark.parametrize("variable", ["MESA_MODO", "MESA_ROL"])
def test_basta_el_modo_o_el_rol_para_que_cada_quien_vea_solo_lo_suyo(en_taller, variable):
    en_taller.delenv(variable)

    assert entorno.es_compartido()


def test_sin_identidad_no_se_abre_una_base_de_varias_personas(en_taller):
    en_taller.delenv("MESA_PERSONA")

    with pytest.raises(ReglaRota, match="No se sabe quién"):
        Contexto.abrir()


def test_la_tutoria_que_llega_a_acompanar_a_alguien_mira_sus_mesas(rosa, en_taller):
    rosa.crear(MESA)
    en_taller.setenv("MESA_PERSONA", "marta")
    en_taller.setenv("MESA_ACOMPANA", "p-rosa")
    ajena = Contexto.abrir()
    antes = ajena.clave
    en_taller.setenv("MESA_ROL", "tutor")

    tutora = Contexto.abrir()

    assert antes is None
    assert (tutora.clave, tutora.pizarra.solo_lectura) == (MESA.id, True)
    ajena.almacen.cerrar()
    tutora.almacen.cerrar()
