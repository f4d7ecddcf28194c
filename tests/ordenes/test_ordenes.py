"""Cada orden: la frase que queda en el historial y lo que le hace a la Mesa."""

import json
from pathlib import Path

import pytest
from estrategias import mesas
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.actores import Actor, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.ordenes import ORDENES, preparar

SERVIU = Actor(id="s", nombre="SERVIU", sector=Sector.PUBLICO, influencia=3, posicion=-1)
JUNTA = Actor(id="j", nombre="Junta de Vecinos", sector=Sector.SOCIEDAD_CIVIL)
GORE = Actor(id="g", nombre="GORE", sector=Sector.PUBLICO)
UNION = Relacion(id="r", de="s", hacia="j", tipo=TipoRelacion.COORDINACION)
MESA = (
    Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
    .con_actores((SERVIU, JUNTA, GORE))
    .con_relacion(UNION)
)
NUEVO = {"id": "n", "nombre": "Cámara Chilena", "sector": "privado"}
UNA = {"id": "u", "de": "s", "hacia": "g", "tipo": "mandato", "intensidad": 2}
CASOS = {
    "agregar_actor": (NUEVO, "Agregó a Cámara Chilena"),
    "editar_actor": (
        {"id": "s", "campos": {"influencia": 4.5, "nivel": "region", "comite": True}},
        "SERVIU: influencia 3 → 4,5; nivel (vacío) → Región; comité de coordinación no → sí",
    ),
    "quitar_actores": ({"ids": ["s", "g"]}, "Quitó a SERVIU y GORE"),
    "mover": ({"lugares": {"s": [10, -20.5]}, "fijar": True}, "Movió a SERVIU"),
    "fijar": ({"ids": ["s", "j", "g"], "fijado": True}, "Fijó a SERVIU, Junta de Vecinos y GORE"),
    "ubicar": (
        {"id": "s", "influencia": 5, "interes": 2},
        "SERVIU: influencia 3 → 5; interés (vacío) → 2",
    ),
    "unir": (UNA, "Unió SERVIU con GORE (mandato)"),
    "editar_relacion": (
        {"id": "r", "campos": {"tipo": "informacion", "hacia": "g", "intensidad": 3}},
        "SERVIU con Junta de Vecinos: tipo de relación Coordinación → Información; "
        "hacia Junta de Vecinos → GORE; intensidad 1 → 3",
    ),
    "quitar_relacion": ({"id": "r"}, "Quitó la relación de SERVIU con Junta de Vecinos"),
    "agregar_momento": (
        {"id": "s6", "nombre": "Sesión 6", "orden": 1, "copiar_de": "actual"},
        "Agregó el momento «Sesión 6»",
    ),
    "editar_actores": (
        {"ids": ["s", "j"], "campos": {"influencia": 4.5, "posicion": 1}},
        "SERVIU y Junta de Vecinos: influencia → 4,5; posición → Apoya",
    ),
    "pegar": (
        {"actores": [NUEVO], "relaciones": [{**UNA, "momento": "actual"}]},
        "Pegó desde una planilla: agregó 1 actor, agregó 1 relación",
    ),
}


def hacer(orden, mesa=MESA, /, **datos):
    frase, transicion = preparar(orden, mesa, datos)
    return frase, transicion(mesa)


def test_toda_orden_tiene_su_caso_aqui_o_en_la_prueba_de_su_tema():
    aqui = Path(__file__).parent
    pruebas = (*aqui.glob("test_de_*.py"), *aqui.parent.glob("dominio/test_*.py"))
    escritas = "".join(p.read_text(encoding="utf-8") for p in pruebas)

    sin_caso = [o for o in ORDENES if o not in CASOS and f'"{o}"' not in escritas]

    assert sin_caso == []
    assert set(CASOS) <= set(ORDENES)


@pytest.mark.parametrize("orden", CASOS)
def test_la_orden_cambia_la_mesa_y_deja_su_frase(orden):
    datos, esperada = CASOS[orden]

    frase, nueva = hacer(orden, **datos)

    assert frase == esperada
    assert nueva != MESA
    assert a_documento(nueva) == json.loads(json.dumps(a_documento(nueva)))


def test_agregar_deja_al_actor_tal_como_llego():
    _, nueva = hacer("agregar_actor", **NUEVO)

    assert nueva.actor("n") == Actor(id="n", nombre="Cámara Chilena", sector=Sector.PRIVADO)


def test_editar_toca_solo_los_campos_pedidos_y_nunca_el_identificador():
    _, nueva = hacer("editar_actor", id="s", campos={"id": "otro", "nivel": "region"})

    assert set(nueva.actores) == {"s", "j", "g"}
    assert (nueva.actor("s").nivel, nueva.actor("s").influencia) == (Nivel.REGION, 3)


def test_editar_parte_de_lo_que_hay_al_guardar_y_no_de_lo_que_se_veia():
    _, transicion = preparar("editar_actor", MESA, {"id": "s", "campos": {"nota": "mía"}})
    otra_persona = MESA.con_cambio_de_actor("s", interes=5)

    final = transicion(otra_persona).actor("s")

    assert (final.nota, final.interes) == ("mía", 5)


def test_quitar_actores_se_lleva_sus_relaciones():
    _, nueva = hacer("quitar_actores", ids=["s"])

    assert (set(nueva.actores), nueva.relaciones) == ({"j", "g"}, {})


def test_mover_pone_el_lugar_y_fija_si_se_pide():
    _, movido = hacer("mover", lugares={"s": [10, -20.5]})
    _, fijado = hacer("mover", lugares={"s": [1, 2]}, fijar=True)

    assert (movido.actor("s").x, movido.actor("s").y, movido.actor("s").fijado) == (
        10,
        -20.5,
        False,
    )
    assert fijado.actor("s").fijado


@pytest.mark.parametrize("malo", ["nan", "inf", float("nan"), 1e300, 10**400, None, [1]])
def test_mover_a_un_lugar_que_no_es_un_numero_se_rechaza(malo):
    with pytest.raises(ReglaRota):
        hacer("mover", lugares={"s": [malo, 0]})


def test_mover_acepta_la_frase_de_quien_ordena_pero_no_un_discurso():
    frase, _ = hacer("mover", lugares={"s": [0, 0]}, frase="Ordenó el mapa. " * 50)

    assert frase.startswith("Ordenó el mapa.") and len(frase) == 200


def test_soltar_es_lo_contrario_de_fijar():
    _, fijada = hacer("fijar", ids=["s"], fijado=True)

    frase, suelta = hacer("fijar", fijada, ids=["s"], fijado=False)

    assert (frase, suelta) == ("Soltó a SERVIU", MESA)


def test_copiar_un_momento_trae_sus_relaciones_y_deja_las_de_antes():
    _, nueva = hacer("agregar_momento", id="s6", nombre="Sesión 6", copiar_de="actual")

    assert {(r.id, r.momento) for r in nueva.relaciones.values()} == {
        ("r", "actual"),
        ("r-s6", "s6"),
    }


def test_un_momento_sin_copia_empieza_vacio():
    _, nueva = hacer("agregar_momento", id="s6", nombre="Sesión 6")

    assert {r.momento for r in nueva.relaciones.values()} == {"actual"}


def test_con_mas_de_tres_actores_la_frase_dice_cuantos():
    datos = {"ids": ["s", "j", "g", "n"], "fijado": True}

    frase, _ = hacer("fijar", MESA.con_actor(Actor(**{**NUEVO, "sector": Sector.PRIVADO})), **datos)

    assert frase == "Fijó a 4 actores"


def test_una_nota_larga_se_corta_en_la_frase_y_no_en_la_ficha():
    frase, nueva = hacer("editar_actor", id="s", campos={"nota": "x" * 3_000})

    assert len(frase) < 120
    assert len(nueva.actor("s").nota) == 3_000


def test_un_campo_que_no_existe_no_se_anota_ni_se_dice():
    frase, nueva = hacer("editar_actor", id="s", campos={"invento": "x" * 9_000})

    assert (frase, nueva) == ("SERVIU: sin cambios", MESA)


@pytest.mark.parametrize("nombre", ["serviu", "  SERVIU ", "Sérviu"])
def test_agregar_a_quien_ya_esta_se_dice_y_no_lo_duplica(nombre):
    with pytest.raises(ReglaRota, match="Ya hay un actor llamado"):
        hacer("agregar_actor", id="otro", nombre=nombre, sector="publico")


def test_repetir_la_misma_orden_no_agrega_dos_veces():
    _, una = hacer("agregar_actor", **NUEVO)
    _, dos = hacer("agregar_actor", una, **NUEVO)

    assert dos == una


@pytest.mark.parametrize("orden", ["", "deshacer", "__init__", "preparar", "AGREGAR_ACTOR"])
def test_una_orden_que_no_existe_se_dice(orden):
    with pytest.raises(ReglaRota, match=f"Este paso no existe: «{orden}»"):
        preparar(orden, MESA, {})


@pytest.mark.parametrize(
    ("orden", "datos", "frase"),
    [
        ("agregar_actor", {"id": "n", "nombre": "", "sector": "publico"}, "necesita un nombre"),
        ("agregar_actor", {**NUEVO, "sector": "marciano"}, "un dato que no sirve"),
        ("editar_actor", {"id": "nadie", "campos": {}}, "Ese actor ya no está"),
        ("editar_actor", {"id": "s"}, "incompleto"),
        ("editar_actor", {"id": "s", "campos": {"nota": "\ud800"}}, "un dato que no sirve"),
        ("quitar_actores", {"ids": []}, "Elija al menos un actor"),
        ("mover", {"lugares": {}}, "Elija al menos un actor"),
        ("mover", {"lugares": {"s": [1]}}, "incompleto"),
        ("fijar", {"ids": [], "fijado": True}, "Elija al menos un actor"),
        ("ubicar", {"id": "s", "influencia": 7}, "va de 1 a 5"),
        ("unir", {**UNA, "hacia": "s"}, "dos actores distintos"),
        ("unir", {**UNA, "hacia": "nadie"}, "Ese actor ya no está"),
        ("editar_relacion", {"id": "x", "campos": {}}, "Esa relación ya no está"),
        ("quitar_relacion", {"id": "x"}, "Esa relación ya no está"),
        ("agregar_momento", {"id": "x", "nombre": " "}, "El momento necesita un nombre"),
        ("editar_actores", {"ids": [], "campos": {}}, "Elija al menos un actor"),
        ("pegar", {"actores": [{"nombre": "sin id"}]}, "incompleto"),
    ],
)
def test_un_pedido_que_no_sirve_dice_que_le_falta(orden, datos, frase):
    with pytest.raises(ReglaRota, match=frase):
        hacer(orden, **datos)


HOJAS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(["s", "j", "r", "actual", "nan", "mandato", 10**400, "\ud800"])
)
BASURA = st.recursive(
    HOJAS, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=4), x, max_size=3)
)
CLAVES = ("id", "ids", "campos", "lugares", "de", "hacia", "tipo", "nombre", "sector", "fijado")
MAS = ("influencia", "interes", "copiar_de", "actores", "relaciones", "frase", "fijar", "orden")


@given(
    orden=st.sampled_from(sorted(ORDENES)),
    datos=st.dictionaries(st.sampled_from(CLAVES + MAS), BASURA, max_size=6),
)
def test_con_datos_basura_hay_una_mesa_valida_o_una_frase_y_nada_mas(orden, datos):
    try:
        frase, nueva = hacer(orden, **datos)
    except ReglaRota as regla:
        assert str(regla)
    else:
        assert isinstance(frase, str) and isinstance(nueva, Mesa)


@given(orden=st.sampled_from(sorted(CASOS)), campo=st.data(), basura=BASURA)
def test_con_un_solo_dato_basura_tampoco_se_cae(orden, campo, basura):
    datos, _ = CASOS[orden]
    cual = campo.draw(st.sampled_from(sorted(datos)))
    try:
        frase, nueva = hacer(orden, **{**datos, cual: basura})
    except ReglaRota as regla:
        assert str(regla)
    else:
        assert isinstance(frase, str) and isinstance(nueva, Mesa)


@given(mesas(), st.data())
def test_en_cualquier_mesa_se_puede_quitar_a_cualquiera_y_ponerlo_de_vuelta(mesa, datos):
    if not mesa.actores:
        return
    quien = datos.draw(st.sampled_from(sorted(mesa.actores)))
    ficha = a_documento(mesa)["actores"][quien]

    _, sin = hacer("quitar_actores", mesa, ids=[quien])
    _, con = hacer("agregar_actor", sin, **ficha)

    assert con.actores == mesa.actores


def test_un_momento_nuevo_no_pierde_los_que_hay():
    _, nueva = hacer("agregar_momento", id="s6", nombre="Sesión 6", orden=1)

    assert nueva.momentos_en_orden == (
        Momento(id="actual", nombre="Hoy"),
        Momento(id="s6", nombre="Sesión 6", orden=1),
    )
