"""El recorrido dice la verdad: cada respuesta aceptada se comprueba contra el análisis real."""

import tomllib

import pytest

from mesa_territorial import contenido
from mesa_territorial.analisis.red import analizar
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Nivel, Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion import recorrido as modulo
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.recorrido import (
    Opcion,
    Paso,
    cargar_recorrido,
    revisar_paso,
)
from mesa_territorial.textos import numero

ARCHIVOS = sorted(contenido.ruta("guia", "recorridos").glob("[0-9][0-9]_*.toml"))
CON_PASOS = [a.stem for a in ARCHIVOS if cargar_recorrido(a.stem).paso]
PASOS = [pytest.param(c, p, id=f"{c}-{p.id}") for c in CON_PASOS for p in cargar_recorrido(c).paso]
DE_LA_VISTA = {"momento", "tipos", "sectores", "niveles", "estados", "buscar", "medida"}

RECORRIDO = cargar_recorrido("03_mapa_de_actores")
MESA = cargar_caso("mesa_campanilla")
ANTES, DESPUES = analizar(MESA, momento="antes"), analizar(MESA, momento="despues")


def paso(id_paso: str) -> Paso:
    return next(p for p in RECORRIDO.paso if p.id == id_paso)


def la_que_acierta(id_paso: str) -> str:
    (opcion,) = [o for o in paso(id_paso).opciones if o.acierta]
    return opcion.texto


@pytest.mark.parametrize("archivo", ARCHIVOS, ids=lambda a: a.stem)
def test_el_archivo_no_trae_campos_que_nadie_lee(archivo):
    crudo = tomllib.loads(archivo.read_text(encoding="utf-8"))

    assert set(crudo) <= {"caso", "aviso", "cierre", "paso"}
    for uno in crudo.get("paso", ()):
        assert set(uno) <= set(Paso.__slots__), uno["id"]
        for opcion in uno.get("opciones", ()):
            assert set(opcion) <= set(Opcion.__slots__), uno["id"]


@pytest.mark.parametrize("clave", CON_PASOS)
def test_los_ids_de_los_pasos_no_se_repiten(clave):
    ids = [p.id for p in cargar_recorrido(clave).paso]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("clave", "uno"), PASOS)
def test_todo_paso_tiene_texto_algo_que_decir_y_lo_que_pide_su_tarea(clave, uno):
    assert uno.texto and uno.pide and uno.al_lograr
    assert bool(uno.acepta) == (uno.tarea == "elegir")
    assert bool(uno.espera) == (uno.tarea == "hacer")
    assert sum(o.acierta for o in uno.opciones) == (uno.tarea == "opcion")


@pytest.mark.parametrize(("clave", "uno"), PASOS)
def test_todo_id_que_nombra_un_paso_esta_en_su_caso(clave, uno):
    caso = cargar_caso(cargar_recorrido(clave).caso)
    nombrados = {*uno.acepta, *uno.si_elige} - {"*"}

    assert nombrados <= set(caso.actores)
    assert not set(uno.acepta) & set(uno.si_elige)


@pytest.mark.parametrize(("clave", "uno"), PASOS)
def test_lo_que_prepara_y_espera_existe_en_la_pizarra(clave, uno):
    caso = cargar_caso(cargar_recorrido(clave).caso)
    vistas = (uno.preparar, uno.espera)

    assert all(set(v) <= DE_LA_VISTA for v in vistas)
    assert all(v.get("momento", "despues") in caso.momentos for v in vistas)
    assert uno.tarea != "hacer" or uno.preparar != uno.espera


@pytest.mark.parametrize(("clave", "uno"), PASOS)
def test_cada_paso_cita_una_seccion_que_existe(clave, uno):
    assert uno.seccion in {s.ancla for s in leer_guia(clave).secciones}


# ---- Lo que afirma el recorrido del tema 03, contra la red de verdad


def test_convoca_fosis():
    assert paso("quien-convoca").acepta == ("A01",)
    assert MESA.actor("A01").nombre.startswith("FOSIS")


def test_son_34_mapeados_y_28_integran_9_9_6_y_4():
    integran = [a for a in MESA.actores.values() if a.estado is Estado.INTEGRA]
    por_sector = {s: sum(a.sector is s for a in integran) for s in Sector}

    assert (len(MESA.actores), len(integran)) == (34, 28)
    assert [por_sector[s] for s in Sector] == [9, 6, 4, 9, 0]
    assert sum(a.sector is Sector.PUBLICO for a in MESA.actores.values()) == 12
    assert la_que_acierta("cuatro-sectores") == "El público y la sociedad civil, empatados"


def test_antes_habia_un_solo_actor_sin_ningun_vinculo_ni_siquiera_de_conflicto():
    tocados = {i for r in MESA.relaciones.values() if r.momento == "antes" for i in (r.de, r.hacia)}

    assert tuple(set(MESA.actores) - tocados) == paso("suelto").acepta == ANTES.resumen.aislados
    assert "A13" not in DESPUES.resumen.aislados


def test_antes_eran_cuatro_partes_y_despues_dos():
    tamanos = sorted((len(c) for c in ANTES.resumen.componentes), reverse=True)
    (fuera,) = DESPUES.resumen.componentes[1:]

    assert tamanos[1:] == [2, 2, 1]
    assert la_que_acierta("partes") == "En cuatro"
    assert [MESA.actor(i).nombre for i in fuera] == [
        "SEREMI de Bienes Nacionales (caso)",
        "Sociedad propietaria del terreno (ficticia)",
    ]


def test_la_red_paso_de_43_a_80_vinculos():
    assert (ANTES.resumen.enlaces, DESPUES.resumen.enlaces) == (43, 80)
    assert "43 vínculos" in paso("volver-atras").al_lograr
    assert "De 43 vínculos a 80" in paso("despues").al_lograr


def test_los_puntos_de_corte_son_fosis_y_el_municipio():
    assert set(paso("cortes").acepta) == set(DESPUES.resumen.puntos_de_corte) == {"A01", "A29"}


def test_sin_fosis_el_grupo_grande_queda_en_tres():
    sin = analizar(MESA, momento="despues", ids=[i for i in MESA.actores if i != "A01"])

    assert len(sin.resumen.componentes) - (len(DESPUES.resumen.componentes) - 1) == 3


def test_el_municipio_es_el_unico_camino_al_comercio():
    sin = analizar(MESA, momento="despues", ids=[i for i in MESA.actores if i != "A29"])
    (suelto,) = set(sin.resumen.aislados) - set(DESPUES.resumen.aislados)

    assert "comercio" in MESA.actor(suelto).nombre.casefold()


def test_la_intermediacion_de_fosis_es_la_que_se_dice():
    valor = DESPUES.valores["intermediacion"]["A01"]

    assert f"La intermediación de FOSIS es {numero(valor, 2)}:" in paso("que-hacer").texto[0]
    assert DESPUES.primeros("intermediacion", 1) == ("A01",)


def test_quien_decide_en_la_comuna_y_no_esta_es_el_municipio():
    candidatos = [
        a.id
        for a in MESA.actores.values()
        if a.nivel is Nivel.COMUNA
        and a.sector is Sector.PUBLICO
        and (a.capital_politico or 0) >= 2
        and a.estado is not Estado.INTEGRA
    ]

    assert tuple(candidatos) == paso("decide-y-no-esta").acepta == ("A29",)
    assert MESA.actor("A29").estado is Estado.PENDIENTE


def test_la_organizacion_de_mujeres_es_del_campamento_y_tiene_vinculos():
    (quien,) = paso("presencia-y-voz").acepta

    assert "mujeres" in MESA.actor(quien).nombre.casefold()
    assert MESA.actor(quien).sector is Sector.SOCIEDAD_CIVIL
    assert DESPUES.valores["grado"][quien] > 0


# ---- Revisar


def test_elegir_a_todos_y_solo_a_ellos_logra_el_paso():
    cortes = paso("cortes")

    assert revisar_paso(cortes, ["A29", "A01"]).logrado
    assert not revisar_paso(cortes, ["A01"]).logrado
    assert not revisar_paso(cortes, ["A01", "A29", "A20"]).logrado


@pytest.mark.parametrize(
    ("elige", "dice"),
    [
        ([], "Todavía no ha elegido a nadie"),
        (None, "Todavía no ha elegido a nadie"),
        (["A01"], "falta alguien"),
        (["A20"], "La comunidad tiene muchos vínculos"),
        (["A05"], "puede faltar sin que la red se parta"),
    ],
)
def test_cada_eleccion_equivocada_recibe_su_propia_respuesta(elige, dice):
    assert dice in revisar_paso(paso("cortes"), elige).mensaje


@pytest.mark.parametrize("basura", [None, -1, 99, "1", [], {}, 1.5, True])
def test_una_opcion_que_no_existe_pide_escoger_otra(basura):
    revision = revisar_paso(paso("partes"), basura)

    assert (revision.logrado, revision.mensaje) == (False, "Escoja una de las respuestas.")


def test_cada_opcion_dice_lo_suyo():
    partes = paso("partes")

    for n, opcion in enumerate(partes.opciones):
        revision = revisar_paso(partes, n)
        assert (revision.logrado, revision.mensaje) == (opcion.acierta, opcion.dice)


def test_hacer_mira_la_pizarra():
    volver = paso("volver-atras")

    assert revisar_paso(volver, {"momento": "antes", "medida": ""}).logrado
    assert revisar_paso(volver, {"momento": "despues"}).mensaje == volver.pista
    assert not revisar_paso(volver, None).logrado


# ---- Leer


def test_un_recorrido_que_no_existe_o_esta_mal_escrito_se_dice(tmp_path, monkeypatch):
    (tmp_path / "98_x.toml").write_text("caso = 3", encoding="utf-8")
    (tmp_path / "99_x.toml").write_text("caso = [", encoding="utf-8")
    (tmp_path / "97_x.toml").write_text(
        'caso="c"\naviso=""\ncierre=""\n[[paso]]\nid="a"\ntitulo="t"\ntexto=[]\npide="p"\n'
        'tarea="volar"\nal_lograr=""\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(modulo.contenido, "ruta", lambda *p: tmp_path / p[-1])

    for clave, frase in (
        ("96_x", "todavía no tiene recorrido"),
        ("97_x", r"No se puede leer guia/recorridos/97_x\.toml.*volar"),
        ("98_x", r"No se puede leer guia/recorridos/98_x\.toml"),
        ("99_x", r"No se puede leer guia/recorridos/99_x\.toml"),
    ):
        with pytest.raises(ReglaRota, match=frase):
            cargar_recorrido(clave)
