"""La pantalla de quien facilita y la del proyector, sin navegador."""

import base64
from dataclasses import replace

import pytest
from componentes.sala_de_votacion import ACTORES, REPARTO, SalaDePrueba

from mesa_territorial.analisis.escala.decision import aconsejar
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.papeletas import planilla_de_papeletas
from mesa_territorial_widgets.componentes.votacion import SOLO_MIRA, Votacion
from mesa_territorial_widgets.componentes.votacion_vivo import Proyector


@pytest.fixture
def sala():
    return SalaDePrueba(direccion="https://10.0.0.5:8890")


@pytest.fixture
def pantalla(sala):
    una = Votacion(sala, sala.pizarra)
    una.responder("crear", {"tipo": "actores", "titulo": "Tablero", "ids": list(ACTORES)})
    return una


@pytest.fixture
def mandado(pantalla):
    """Los mensajes que salen hacia la página."""
    enviados: list = []
    pantalla.send = lambda contenido, buffers=None: enviados.append(contenido)
    return enviados


def pasar(pantalla, *pasos):
    for paso in pasos:
        pantalla.responder("pasar", {"paso": paso})


def acciones(pantalla) -> list[str]:
    return [a["orden"] for a in pantalla.actual["acciones"]]


def test_crear_deja_la_votacion_elegida_con_su_codigo_y_su_qr(pantalla):
    assert pantalla.actual["estado"] == "preparada"
    assert pantalla.actual["codigo"] == "BCDFG"
    assert pantalla.actual["direccion"] == "https://10.0.0.5:8890/v/BCDFG"
    filas = pantalla.actual["qr"]
    assert len({len(f) for f in filas} | {len(filas)}) == 1
    assert acciones(pantalla) == ["abrir_ronda"]


def test_el_formulario_sabe_quien_no_tiene_valor(sala):
    sala.pizarra.ordenar("x", lambda m: m.con_cambio_de_actor("A02", interes=None))

    pantalla = Votacion(sala, sala.pizarra)

    assert {a["id"] for a in pantalla.actores if not a["valorado"]} == {"A02"}
    assert [t["pide"] for t in pantalla.tipos] == [
        "actores", "opciones", "opciones", "afirmacion", "criterios",
    ]  # fmt: skip


def test_a_ciegas_se_cuenta_y_no_se_muestra_nada(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)

    pantalla.mirar()

    assert pantalla.conteo["votantes"] == 6
    assert pantalla.conteo["dicho"] == "6 personas han votado; 6 respondieron todo."
    assert all(x["oculta"] and not x["medidas"] for x in pantalla.lecturas.values())
    assert (pantalla.resumen["orden"], pantalla.pasos) == ([], [])
    assert "6 personas" in pantalla.actual["acciones"][0]["confirma"]


def test_al_revelar_salen_medias_elipses_disputa_y_palabras(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pasar(pantalla, "revelar")

    disputado, tranquilo = pantalla.lecturas["A10"], pantalla.lecturas["A01"]
    assert [round(m["media"], 2) for m in tranquilo["medidas"]] == [4.0, 4.67]
    assert (disputado["disputa"], tranquilo["disputa"]) == (1, 0)
    assert disputado["elipse"]["mayor"] > tranquilo["elipse"]["mayor"]
    assert [s["nombre"] for s in tranquilo["sectores"]] == ["Público"]
    assert len(pantalla.resumen["frases"]) == 3
    assert len(pantalla.resumen["concordancias"]) == 2
    assert "lineal (tipo 7" in pantalla.resumen["metodo"]


def test_en_vivo_se_ve_solo_en_la_pantalla_de_quien_facilita(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pantalla.responder("mirar_en_vivo", {"si": True})
    proyector = Proyector(sala)

    assert pantalla.lecturas["A01"]["medidas"]
    assert not proyector.lecturas["A01"]["medidas"]
    assert pantalla.actual["adoptable"] == 0
    pasar(pantalla, "revelar")
    assert pantalla.en_vivo is False


def test_un_voto_manda_solo_lo_que_cambio(pantalla, sala, mandado):
    pasar(pantalla, "abrir_ronda", "revelar")
    sala.votar_todos(1)
    pantalla.mirar()
    mandado.clear()

    sala.votar(1, "f0", "A01", 3, 5, sector="publico")
    pantalla.mirar()
    pantalla.mirar()

    (mensaje,) = mandado
    assert mensaje["tipo"] == "lecturas"
    assert set(mensaje["lecturas"]) == {"A01"}
    assert set(pantalla.lecturas) == set(ACTORES)


def test_las_lecturas_enteras_no_vuelven_a_viajar_por_un_voto(pantalla, sala, monkeypatch):
    pasar(pantalla, "abrir_ronda", "revelar")
    sala.votar_todos(1)
    pantalla.mirar()
    enviados: list = []
    monkeypatch.setattr(type(pantalla), "send_state", lambda self, key=None: enviados.append(key))

    sala.votar(1, "f0", "A01", 3, 5, sector="publico")
    pantalla.mirar()

    assert enviados
    assert all("lecturas" not in (k if isinstance(k, set | list) else [k]) for k in enviados)


def test_con_menos_de_cinco_votos_la_pantalla_explica_por_que_no_muestra(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1, REPARTO[:4])
    pasar(pantalla, "revelar")

    assert pantalla.resumen["frases"] == [
        "Se muestra desde 5 votos, para que nadie adivine el de otra persona; van 4."
    ]
    assert pantalla.lecturas["A01"]["oculta"].endswith("van 4.")
    assert pantalla.responder("previsualizar", {}) == []


def test_los_pasos_ofrecidos_siguen_el_proceso(pantalla):
    vistos = []
    for paso in ("abrir_ronda", "revelar", "conversar", "segunda_ronda", "revelar", "conversar"):
        pasar(pantalla, paso)
        vistos.append(acciones(pantalla))
    pasar(pantalla, "cerrar")

    assert vistos == [
        ["revelar"],
        ["conversar", "segunda_ronda", "cerrar"],
        ["segunda_ronda", "cerrar"],
        ["revelar"],
        ["conversar", "cerrar"],
        ["cerrar"],
    ]
    assert acciones(pantalla) == []
    assert pantalla.actual["estado_dicho"] == "Votación cerrada"


def test_todo_paso_que_congela_pregunta_antes(pantalla):
    for paso in ("abrir_ronda", "revelar", "conversar"):
        pasar(pantalla, paso)
        for accion in pantalla.actual["acciones"]:
            assert bool(accion["confirma"]) == (accion["orden"] != "conversar")


def test_la_segunda_ronda_se_compara_con_la_primera_recien_al_revelarla(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pasar(pantalla, "revelar", "segunda_ronda")
    sala.votar_todos(2, ((3, 5),) * 6)
    pantalla.mirar()
    a_ciegas = list(pantalla.pasos)
    pasar(pantalla, "revelar")

    assert a_ciegas == []
    pasos = {p["id"]: p for p in pantalla.pasos}
    assert pasos["A01"]["antes"] == pytest.approx([4, 28 / 6])
    assert pasos["A01"]["despues"] == [3, 5]
    assert pasos["A01"]["juntos"] and not pasos["A10"]["juntos"]
    assert "se acercaron en 2 de 3" in pantalla.resumen["cambio"]


def test_adoptar_muestra_antes_y_despues_y_deja_su_huella_en_el_historial(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pasar(pantalla, "revelar")
    previa = {p["id"]: p for p in pantalla.responder("previsualizar", {})}

    frase = pantalla.responder("adoptar", {"ids": ["A01"]})

    assert previa["A01"]["despues"] == "interés 4,0, influencia 4,7"
    assert (sala.mesa.actor("A01").interes, sala.mesa.actor("A01").influencia) == (4.0, 4.7)
    assert frase.startswith(
        "Adoptó la ronda 1 de la votación «Tablero» (6 personas votaron; huella"
    )
    assert sala.pizarra.guardado["frase"] == frase
    sala.pizarra.responder("deshacer", {})
    assert sala.mesa.actor("A01").influencia != 4.7


def test_con_la_segunda_ronda_a_ciegas_se_adopta_la_primera(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pasar(pantalla, "revelar", "segunda_ronda")

    frase = pantalla.responder("adoptar", {"ids": ["A02"]})

    assert pantalla.actual["adoptable"] == 1
    assert frase.startswith("Adoptó la ronda 1 ")


@pytest.mark.parametrize("orden", ["previsualizar", "adoptar"])
def test_no_se_adopta_lo_que_no_se_ha_revelado(pantalla, orden):
    pasar(pantalla, "abrir_ronda")

    with pytest.raises(ReglaRota, match="Revele la ronda"):
        pantalla.responder(orden, {"ids": ["A01"]} if orden == "adoptar" else {})


@pytest.mark.parametrize(
    ("orden", "datos"),
    [
        ("crear", {"tipo": "actores", "titulo": "x", "ids": ["A01"]}),
        ("pasar", {"paso": "abrir_ronda"}),
        ("mirar_en_vivo", {"si": True}),
        ("adoptar", {"ids": ["A01"]}),
        ("previsualizar", {}),
        ("importar_papeletas", {"nombre": "x.xlsx", "base64": ""}),
    ],
)
def test_quien_no_facilita_solo_mira(pantalla, sala, orden, datos):
    sala.puede_conducir = False

    with pytest.raises(ReglaRota, match=SOLO_MIRA):
        pantalla.responder(orden, datos)


def test_a_quien_solo_mira_no_se_le_ofrece_nada_ni_se_le_adelantan_resultados(sala, pantalla):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    sala.puede_conducir = False

    tutora = Votacion(sala, sala.pizarra, clave="v0")
    tutora.en_vivo = True
    tutora.publicar()

    assert acciones(tutora) == []
    assert not tutora.lecturas["A01"]["medidas"]
    assert (tutora.actual["adoptable"], tutora.actual["papel"]) == (0, False)


def test_sin_nadie_que_atienda_no_hay_qr_y_aparece_solo_cuando_llega(pantalla, sala):
    sala.raiz = ""
    pantalla.mirar()
    sin = (pantalla.atendida, pantalla.actual["qr"], pantalla.actual["direccion"])
    sala.raiz = "https://10.0.0.9"
    pantalla.mirar()

    assert sin == (False, [], "")
    assert pantalla.actual["direccion"] == "https://10.0.0.9/v/BCDFG"


def test_el_proyector_sigue_a_la_ultima_votacion_o_a_la_pedida(sala):
    proyector = Proyector(sala)
    vacio = dict(proyector.actual)
    sala.crear(tipo="acuerdo", titulo="Una", textos=["El agua primero"])
    proyector.mirar()
    una = proyector.actual["titulo"]
    sala.crear(tipo="acuerdo", titulo="Otra", textos=["La luz primero"])
    proyector.mirar()
    fijo = Proyector(sala, clave="v0")

    assert (vacio, una, proyector.actual["titulo"]) == ({}, "Una", "Otra")
    assert fijo.actual["titulo"] == "Una"
    assert proyector.actual["acciones"] == []


def test_el_proyector_no_atiende_ninguna_orden(sala):
    proyector = Proyector(sala)

    for orden in ("pasar", "crear", "adoptar", "elegir", "mirar_en_vivo"):
        with pytest.raises(ReglaRota, match="no existe"):
            proyector.responder(orden, {})


def test_un_ranking_y_un_acuerdo_se_leen_sin_tablero(sala):
    pantalla = Votacion(sala, sala.pizarra)
    pantalla.responder("crear", {"tipo": "ranking", "titulo": "Orden", "textos": ["Agua", "Luz"]})
    pasar(pantalla, "abrir_ronda")
    for n in range(5):
        sala.votar(1, f"f{n}", "o1", 2)
        sala.votar(1, f"f{n}", "o2", 1)
    pasar(pantalla, "revelar")

    assert pantalla.escala["dimensiones"] == ["Lugar"]
    assert [o["id"] for o in pantalla.resumen["orden"]] == ["o2", "o1"]
    assert "Borda" in pantalla.resumen["orden"][0]["texto"]
    assert pantalla.lecturas["o1"]["elipse"] is None
    assert pantalla.actual["adoptable"] == 0
    assert pantalla.relaciones == []


def test_la_hoja_y_la_planilla_bajan_con_el_titulo(pantalla):
    hoja = pantalla.responder("bajar_hoja", {})
    planilla = pantalla.responder("bajar_planilla", {})

    assert (hoja["nombre"], planilla["nombre"]) == (
        "Tablero_papeleta.html",
        "Tablero_papeletas.xlsx",
    )
    assert b"<!doctype html>" in base64.b64decode(hoja["base64"])


def test_las_papeletas_se_traen_con_la_votacion_abierta(pantalla, sala):
    vacia = base64.b64encode(planilla_de_papeletas(pantalla.valor)).decode()
    datos = {"nombre": "p.xlsx", "base64": vacia}
    with pytest.raises(ReglaRota, match="Abra la votación"):
        pantalla.responder("importar_papeletas", datos)

    pasar(pantalla, "abrir_ronda")
    respuesta = pantalla.responder("importar_papeletas", datos)

    assert respuesta == {"guardadas": 0, "errores": []}
    assert sala.cargadas == [(1, ())]


def test_un_actor_que_salio_de_la_mesa_sigue_en_lo_votado_y_no_se_adopta(pantalla, sala):
    pasar(pantalla, "abrir_ronda")
    sala.votar_todos(1)
    pasar(pantalla, "revelar")
    sala.pizarra.ordenar("Quitó", lambda m: m.sin_actor("A02"))

    assert "A02" in {c["id"] for c in pantalla.cosas}
    assert {p["id"] for p in pantalla.responder("previsualizar", {})} == {"A01", "A10"}


def test_volver_muestra_la_lista_al_dia(pantalla):
    pasar(pantalla, "abrir_ronda")
    pantalla.responder("volver", {})

    assert pantalla.actual == {}
    assert [v["estado"] for v in pantalla.votaciones] == ["Ronda 1 abierta, a ciegas"]
    pantalla.responder("elegir", {"id": "v0"})
    assert pantalla.actual["titulo"] == "Tablero"


CRITERIOS = ("Competencia legal", "Participación directa", "Otra cosa")


def votar_pesos(pantalla, sala, notas=(2, 4, 5)) -> None:
    """Seis personas dan la misma nota a cada criterio, y se revela."""
    pantalla.responder("crear", {"tipo": "pesos", "titulo": "Pesos", "textos": CRITERIOS})
    pasar(pantalla, "abrir_ronda")
    for persona in range(6):
        for n, nota in enumerate(notas, 1):
            sala.votar(1, f"f{persona}", f"o{n}", nota)
    pasar(pantalla, "revelar")


def test_los_pesos_votados_se_adoptan_entre_los_criterios_que_se_llaman_igual(pantalla, sala):
    votar_pesos(pantalla, sala)
    previa = {p["id"]: p for p in pantalla.responder("previsualizar", {})}

    frase = pantalla.responder("adoptar", {"ids": list(previa)})

    pesos = {i: c.peso for i, c in sala.mesa.escala.criterios.items()}
    assert (pesos["competencia"], pesos["participacion"]) == (15, 30)
    assert sum(pesos.values()) == 100
    assert previa["competencia"]["despues"] == "pesa 15,0"
    assert "6 personas votaron; huella" in frase and "pesos de 2 criterios" in frase
    dice = " ".join(aconsejar(sala.mesa).objetivo.razones)
    assert "Los pesos se votaron en «Pesos», ronda 1, con 6 personas" in dice
    sala.pizarra.responder("deshacer", {})
    assert sala.mesa.escala.criterios["competencia"].peso == 30
    assert sala.mesa.escala.votados is None


def test_si_el_equipo_cambia_un_peso_despues_ya_no_se_dice_que_se_voto(pantalla, sala):
    votar_pesos(pantalla, sala)
    pantalla.responder("adoptar", {"ids": []})
    sala.pizarra.responder("pesar_criterios", {"pesos": {"competencia": 50}})

    assert "se votaron" not in " ".join(aconsejar(sala.mesa).objetivo.razones)


def test_sin_nombres_conocidos_se_dice_como_nombrarlos(pantalla, sala):
    sala.pizarra.ordenar("Sin criterios", lambda m: m.con(escala=replace(m.escala, criterios={})))
    votar_pesos(pantalla, sala)

    assert pantalla.responder("previsualizar", {}) == []
    with pytest.raises(ReglaRota, match="use los mismos nombres"):
        pantalla.responder("adoptar", {"ids": []})
