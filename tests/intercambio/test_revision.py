"""La vista previa: nuevas, cambios, iguales y errores que dicen cómo se arreglan."""

import pytest
from intercambio.ayudas import actor, hoja_con, mesa_con, revisar_hoja

from mesa_territorial.dominio.actores import (
    Estado,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
)
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio import (
    Supuestos,
    aplicar,
    corregir_celda,
    leer_archivo,
    plantilla,
    reconocer,
    revisar,
    sugerir_columnas,
    sugerir_encabezado,
)

ENCABEZADO = ("Institución", "Sector", "Interés")


@pytest.mark.parametrize(
    ("titulo", "campo"),
    [
        ("Institución", "nombre"),
        ("Organización", "nombre"),
        ("NOMBRE DE LA INSTITUCIÓN", "nombre"),
        ("Poder", "influencia"),
        ("Nivel de influenca", "influencia"),
        ("Altura torre", "torre"),
        ("Estado de convocatoria", "estado"),
        ("Escala", "nivel"),
        ("capital_politico", "capital_politico"),
    ],
)
def test_las_columnas_de_actores_se_reconocen_por_sinonimos(titulo, campo):
    assert sugerir_columnas([titulo], "actores") == {0: campo}


@pytest.mark.parametrize("par", [("De", "Hacia"), ("Origen", "Destino"), ("Desde", "A")])
def test_los_extremos_de_una_relacion_se_reconocen(par):
    hoja = hoja_con(par, ("FOSIS", "SERVIU"))

    assert sugerir_columnas(par, "relaciones") == {0: "de", 1: "hacia"}
    assert reconocer(hoja, 0) == "relaciones"


def test_el_encabezado_se_encuentra_bajo_un_titulo_y_filas_vacias():
    hoja = hoja_con(("Catastro de actores 2026",), (), ENCABEZADO, ("FOSIS", "público", 5))

    assert sugerir_encabezado(hoja) == 2


def test_una_palabra_donde_va_un_numero_se_explica_con_fila_columna_y_remedio():
    filas = [(f"Actor {i}", "público", 3) for i in range(2, 14)]
    hoja = hoja_con(("Nombre", "Sector", "Interés"), *filas, ("FOSIS", "público", "alto"))

    revision = revisar_hoja(mesa_con(), hoja)

    problema = revision.problemas[0]
    assert problema.frase == 'Fila 14, columna Interés: dice "alto"; escriba un número de 1 a 5.'
    assert (problema.letra, problema.indice, problema.valor) == ("C", 2, "alto")
    assert (revision.cuentas.nuevas, revision.cuentas.errores) == (12, 1)


def test_corregir_la_celda_en_la_pantalla_quita_el_error():
    hoja = hoja_con(ENCABEZADO, ("FOSIS", "público", "alto"))
    problema = revisar_hoja(mesa_con(), hoja).problemas[0]

    corregida = corregir_celda(hoja, problema.fila, problema.indice, "4")

    assert revisar_hoja(mesa_con(), corregida).cuentas.nuevas == 1


def test_corregir_una_celda_que_no_esta_se_explica():
    with pytest.raises(ReglaRota, match="no tiene esa celda"):
        corregir_celda(hoja_con(("a",)), 9, 0, "x")


@pytest.mark.parametrize(
    ("dicho", "sector"),
    [
        ("municipal", Sector.PUBLICO),
        ("ONG", Sector.SOCIEDAD_CIVIL),
        ("Empresa", Sector.PRIVADO),
        ("universidad", Sector.ACADEMIA),
        ("PÚBLICO", Sector.PUBLICO),
        ("sociedad_civil", Sector.SOCIEDAD_CIVIL),
        ("cooperación", Sector.ORGANISMO_INTERNACIONAL),
    ],
)
def test_el_sector_se_entiende_con_las_palabras_de_la_gente(dicho, sector):
    revision = revisar_hoja(mesa_con(), hoja_con(ENCABEZADO, ("Los Pinos", dicho, 3)))

    assert revision.filas[0].cambios["sector"] == (None, sector)


def test_las_demas_listas_tambien_se_entienden():
    titulos = ("Actor", "Sector", "Escala", "Estado", "Posición", "Capital social", "Comité")
    fila = ("Los Pinos", "ONG", "comunal", "no responde", "en contra", "alto", "x")

    cambios = revisar_hoja(mesa_con(), hoja_con(titulos, fila)).filas[0].cambios

    vistos = {campo: despues for campo, (_, despues) in cambios.items()}
    assert vistos["nivel"] is Nivel.COMUNA
    assert vistos["estado"] is Estado.SIN_RESPUESTA
    assert (vistos["posicion"], vistos["capital_social"], vistos["comite"]) == (-1, 3, True)


@pytest.mark.parametrize(("dicho", "nota"), [("3,5", 3.5), ("4.0", 4), (" 2 ", 2), (5.0, 5)])
def test_los_numeros_entran_con_coma_o_con_punto(dicho, nota):
    revision = revisar_hoja(mesa_con(), hoja_con(ENCABEZADO, ("Los Pinos", "ONG", dicho)))

    assert revision.filas[0].cambios["interes"] == (None, nota)


@pytest.mark.parametrize("dicho", [6, 0, "9", "-1", "2,5,1", True, "1e400"])
def test_un_numero_fuera_de_rango_o_raro_es_un_error(dicho):
    revision = revisar_hoja(mesa_con(), hoja_con(ENCABEZADO, ("Los Pinos", "ONG", dicho)))

    assert revision.cuentas.errores == 1
    assert "1 a 5" in revision.problemas[0].remedio


def test_reimportar_actualiza_por_nombre_y_lo_vacio_no_borra():
    mesa = mesa_con(actor("a", "Fundación Niñez", Sector.SOCIEDAD_CIVIL, interes=2, nota="clave"))
    hoja = hoja_con((*ENCABEZADO, "Nota"), ("FUNDACION NINEZ", None, 5, None))

    revision = revisar_hoja(mesa, hoja)
    nueva = aplicar(mesa, revision, decisiones={})

    assert revision.filas[0].clase == "actualiza"
    assert revision.filas[0].cambios["interes"] == (2, 5)
    assert (nueva.actores["a"].interes, nueva.actores["a"].nota) == (5, "clave")


def test_reimportar_actualiza_por_id_aunque_cambie_el_nombre():
    mesa = mesa_con(actor("a", "SERVIU"))
    hoja = hoja_con(("Identificador", "Nombre"), ("a", "SERVIU de Valparaíso"))

    nueva = aplicar(mesa, revisar_hoja(mesa, hoja), decisiones={})

    assert nueva.actores["a"].nombre == "SERVIU de Valparaíso"


def test_tomar_el_nombre_de_otro_actor_es_un_error():
    mesa = mesa_con(actor("a", "SERVIU"), actor("b", "FOSIS"))

    revision = revisar_hoja(mesa, hoja_con(("Identificador", "Nombre"), ("a", "Fosis")))

    assert revision.problemas[0].que == "ya hay otro actor con ese nombre"


def test_un_actor_repetido_en_la_planilla_se_dice_con_su_otra_fila():
    hoja = hoja_con(ENCABEZADO, ("FOSIS", "público", 5), (), ("Fosis", "público", 4))

    revision = revisar_hoja(mesa_con(), hoja)

    assert [f.numero for f in revision.filas] == [2, 4]
    assert "fila 2" in revision.problemas[0].frase


def test_sin_sector_se_propone_uno_por_el_nombre_y_se_avisa():
    hoja = hoja_con(("Institución", "Interés"), ("Universidad de Los Lagos", 3), ("Los Pinos", 3))

    revision = revisar_hoja(mesa_con(), hoja)

    assert revision.filas[0].cambios["sector"] == (None, Sector.ACADEMIA)
    assert "Academia" in revision.filas[0].avisos[0]
    assert revision.problemas[0].que == "falta el sector"


def test_sin_sector_se_usa_el_que_eligio_la_persona():
    hoja = hoja_con(("Institución", "Interés"), ("Los Pinos", 3))

    revision = revisar_hoja(mesa_con(), hoja, supuestos=Supuestos(sector=Sector.PRIVADO))

    assert revision.filas[0].cambios["sector"] == (None, Sector.PRIVADO)


def test_lo_nuevo_dice_que_se_importo_y_de_que_archivo():
    hoja = hoja_con(ENCABEZADO, ("Los Pinos", "ONG", 3))

    nueva = aplicar(mesa_con(), revisar_hoja(mesa_con(), hoja), decisiones={})

    hecho = next(iter(nueva.actores.values()))
    assert (hecho.procedencia, hecho.fuente) == (Procedencia.IMPORTADO, "lista.xlsx")


def test_net_map_lleva_la_altura_de_la_torre():
    hoja = hoja_con(("Actor", "Sector", "Altura torre", "Meta"), ("Los Pinos", "ONG", 7, "-"))

    revision = revisar_hoja(mesa_con(), hoja)

    assert reconocer(hoja, 0) == "netmap"
    assert revision.filas[0].cambios["torre"] == (None, 7)
    assert revision.filas[0].cambios["posicion"] == (None, -1)


def test_una_torre_negativa_es_un_error():
    hoja = hoja_con(("Actor", "Sector", "Altura torre"), ("Los Pinos", "ONG", -1))

    assert "desde 0" in revisar_hoja(mesa_con(), hoja).problemas[0].frase


def test_falta_emparejar_el_nombre():
    with pytest.raises(ReglaRota, match="nombre del actor"):
        revisar(
            mesa_con(), hoja_con(ENCABEZADO), 0, {1: "sector"},
            forma="actores", archivo="a.csv", crear_id=lambda: "n",
        )  # fmt: skip


def test_los_ejemplos_de_la_plantilla_no_se_importan():
    libro = leer_archivo("plantilla.xlsx", plantilla())

    revisiones = [revisar_hoja(mesa_con(), hoja) for hoja in libro.hojas]

    assert [hoja.nombre for hoja in libro.hojas] == ["Actores", "Relaciones"]
    assert [revision.filas for revision in revisiones] == [(), ()]
    assert "2 filas de ejemplo" in revisiones[0].avisos[0]


MUNICIPIO = "Municipio de Valparaíso"


@pytest.mark.parametrize(
    ("nuevo", "existente"),
    [
        ("I. Municipalidad de Valparaíso", MUNICIPIO),
        ("Ilustre Municipalidad de Valparaiso", MUNICIPIO),
        ("PUCV", "Pontificia Universidad Católica de Valparaíso"),
        ("JJ.VV. El Vergel", "Junta de Vecinos El Vergel"),
        ("Fundación Junto al Barrio", "Fundacion Junto al Bario"),
        ("SERVIU Región de Valparaíso", "SERVIU"),
    ],
)
def test_un_nombre_parecido_se_propone_y_nunca_se_funde_solo(nuevo, existente):
    mesa = mesa_con(actor("a", existente))

    revision = revisar_hoja(mesa, hoja_con(ENCABEZADO, (nuevo, "público", 3)))
    sin_decidir = aplicar(mesa, revision, decisiones={})

    assert [(p.numero_fila, p.id_existente) for p in revision.parecidos] == [(2, "a")]
    assert 0.8 < revision.parecidos[0].parecido <= 1
    assert len(sin_decidir.actores) == 2


@pytest.mark.parametrize(
    ("nuevo", "existente"),
    [
        ("Junta de Vecinos N° 5", "Junta de Vecinos N° 6"),
        ("Municipalidad de Viña del Mar", MUNICIPIO),
        ("SEREMI de Salud", "SEREMI de Vivienda"),
        ("Universidad", "Universidad de Playa Ancha"),
    ],
)
def test_dos_nombres_de_cosas_distintas_no_se_proponen(nuevo, existente):
    mesa = mesa_con(actor("a", existente))

    revision = revisar_hoja(mesa, hoja_con(ENCABEZADO, (nuevo, "público", 3)))

    assert revision.parecidos == ()


def test_fundir_conserva_el_nombre_y_toma_lo_demas():
    mesa = mesa_con(actor("a", MUNICIPIO, influencia=5))
    hoja = hoja_con(ENCABEZADO, ("I. Municipalidad de Valparaíso", "público", 4))

    nueva = aplicar(mesa, revisar_hoja(mesa, hoja), decisiones={2: "fundir:a"})

    assert len(nueva.actores) == 1
    fundido = nueva.actores["a"]
    assert (fundido.nombre, fundido.influencia, fundido.interes) == (MUNICIPIO, 5, 4)


def test_dos_filas_parecidas_del_mismo_archivo_se_proponen_y_se_pueden_fundir():
    hoja = hoja_con(
        ENCABEZADO, (MUNICIPIO, "público", 3), ("I. Municipalidad de Valparaíso", "público", 4)
    )
    revision = revisar_hoja(mesa_con(), hoja)

    parecido = revision.parecidos[0]
    nueva = aplicar(mesa_con(), revision, decisiones={3: f"fundir:{parecido.id_existente}"})

    assert (parecido.numero_fila, parecido.fila_existente) == (3, 2)
    assert [a.interes for a in nueva.actores.values()] == [4]


def test_omitir_deja_la_fila_fuera():
    hoja = hoja_con(ENCABEZADO, ("Los Pinos", "ONG", 3), ("Los Robles", "ONG", 3))

    nueva = aplicar(mesa_con(), revisar_hoja(mesa_con(), hoja), decisiones={2: "omitir"})

    assert [a.nombre for a in nueva.actores.values()] == ["Los Robles"]


def test_una_decision_que_no_se_entiende_se_rechaza():
    with pytest.raises(ReglaRota, match="decisión"):
        aplicar(mesa_con(), revisar_hoja(mesa_con(), hoja_con(ENCABEZADO)), decisiones={2: "??"})


def test_las_filas_con_error_quedan_fuera_y_las_demas_entran():
    hoja = hoja_con(ENCABEZADO, ("Los Pinos", "ONG", "mucho"), ("Los Robles", "ONG", 3))

    nueva = aplicar(mesa_con(), revisar_hoja(mesa_con(), hoja), decisiones={})

    assert [a.nombre for a in nueva.actores.values()] == ["Los Robles"]


PAR = (actor("a", "FOSIS"), actor("b", "SERVIU"))


def test_una_relacion_nueva_se_arma_por_los_nombres():
    hoja = hoja_con(("De", "Hacia", "Vínculo", "Fuerza"), ("fosis", "SERVIU", "financia", "alta"))

    nueva = aplicar(mesa_con(*PAR), revisar_hoja(mesa_con(*PAR), hoja), decisiones={})

    hecha = next(iter(nueva.relaciones.values()))
    assert (hecha.de, hecha.hacia, hecha.intensidad) == ("a", "b", 3)
    assert hecha.tipo is TipoRelacion.FINANCIAMIENTO


def test_una_relacion_que_ya_estaba_se_actualiza():
    vieja = Relacion(id="r", de="a", hacia="b", tipo=TipoRelacion.COORDINACION, intensidad=1)
    mesa = mesa_con(*PAR).con_relacion(vieja)
    hoja = hoja_con(("De", "Hacia", "Tipo", "Intensidad"), ("FOSIS", "SERVIU", "coordinación", 3))

    revision = revisar_hoja(mesa, hoja)

    assert revision.filas[0].cambios == {"intensidad": (1, 3)}
    assert aplicar(mesa, revision, decisiones={}).relaciones["r"].intensidad == 3


def test_un_actor_que_no_esta_se_explica_y_se_sugiere_el_parecido():
    hoja = hoja_con(("De", "Hacia"), ("FOSIS", "SERVIU Valparaíso"), ("FOSIS", "FOSIS"))

    problemas = revisar_hoja(mesa_con(*PAR), hoja).problemas

    assert "¿quiso decir «SERVIU»?" in problemas[0].frase
    assert "consigo mismo" in problemas[1].frase


def test_una_matriz_con_nombres_agrega_actores_y_relaciones():
    hoja = hoja_con(
        (None, "FOSIS", "SERVIU", "Universidad del Mar"),
        ("FOSIS", None, 3, 1),
        ("SERVIU", 0, None, None),
        ("Universidad del Mar", "x", "-", None),
    )

    revision = revisar_hoja(mesa_con(*PAR), hoja)
    nueva = aplicar(mesa_con(*PAR), revision, decisiones={})

    assert revision.forma == "matriz"
    assert [f.clase for f in revision.filas] == ["nueva", "igual", "nueva"]
    assert revision.filas[0].cambios == {"SERVIU": (None, 3), "Universidad del Mar": (None, 1)}
    assert len(nueva.actores) == 3
    hechas = {(r.de, r.hacia): r.intensidad for r in nueva.relaciones.values()}
    assert hechas == {("a", "b"): 3, ("a", "nuevo1"): 1, ("nuevo1", "a"): 1}


def test_una_matriz_simetrica_da_relaciones_no_dirigidas():
    hoja = hoja_con((None, "FOSIS", "SERVIU"), ("FOSIS", None, 2), ("SERVIU", 2, None))

    nueva = aplicar(mesa_con(*PAR), revisar_hoja(mesa_con(*PAR), hoja), decisiones={})

    assert [(r.dirigida, r.intensidad) for r in nueva.relaciones.values()] == [(False, 2)]


def test_un_valor_raro_en_la_matriz_dice_su_celda():
    hoja = hoja_con((None, "FOSIS", "SERVIU"), ("FOSIS", None, 7), ("SERVIU", 1, None))

    problema = revisar_hoja(mesa_con(*PAR), hoja).problemas[0]

    assert (problema.fila, problema.columna, problema.letra) == (2, "SERVIU", "C")
    assert "1, 2 o 3" in problema.remedio


def test_una_matriz_de_actores_llamados_actor_1_no_se_confunde_con_relaciones():
    nombres = ("Actor 1", "Actor 2")
    hoja = hoja_con((None, *nombres), ("Actor 1", None, 2), ("Actor 2", 1, None))

    assert reconocer(hoja, sugerir_encabezado(hoja)) == "matriz"
