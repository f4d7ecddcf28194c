"""El asistente de importación, mandado como lo manda la pantalla."""

import base64
from typing import Any

import pytest

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio import exportar_xlsx, plantilla
from mesa_territorial_widgets.componentes.importador import Importador
from mesa_territorial_widgets.componentes.pizarra import Pizarra

CSV = (
    "Institución;Sector;Poder;Interés\n"
    "SERVIU Valparaíso;Público;4,5;5\n"
    "Fundación Techo Nuevo;ONG;2;alto\n"
    "I. Municipalidad de Valparaíso;Municipal;5;2\n"
)


@pytest.fixture(autouse=True)
def pagina_propia(monkeypatch):
    monkeypatch.setenv("MESA_PAGINA", "propia")


@pytest.fixture
def importador() -> Importador:
    mesa = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
    municipio = Actor(id="mun", nombre="Municipio de Valparaíso", sector=Sector.PUBLICO)
    return Importador(Pizarra(mesa.con_actor(municipio)), crear_prefijo=lambda: "i1")


def mandar(componente: Importador, orden: str, **datos: Any) -> dict[str, Any]:
    """Manda un mensaje como la pantalla y devuelve la respuesta que recibiría."""
    respuestas: list[Any] = []
    componente.send = respuestas.append
    componente._al_mensaje(componente, {"pedido": 1, "orden": orden, "datos": datos}, [])
    return respuestas[-1]


def leer(componente: Importador, texto: str, nombre: str = "lista.csv") -> dict[str, Any]:
    contenido = base64.b64encode(texto.encode("utf-8")).decode("ascii")
    return mandar(componente, "leer", nombre=nombre, base64=contenido)


def hasta_la_revision(componente: Importador) -> dict[str, Any]:
    leer(componente, CSV)
    mandar(componente, "ir", paso="columnas")
    mandar(componente, "ir", paso="revision")
    return componente.estado


def test_al_leer_sugiere_hoja_encabezado_y_forma(importador):
    respuesta = leer(importador, "Lista de la Mesa\n\n" + CSV)

    assert "error" not in respuesta
    assert importador.estado["paso"] == "hoja"
    assert importador.estado["encabezado"] == 2
    assert importador.estado["forma"] == "actores"


def test_las_columnas_llegan_emparejadas_y_con_ejemplos(importador):
    leer(importador, CSV)

    mandar(importador, "ir", paso="columnas")

    columnas = importador.estado["columnas"]
    assert [c["campo"] for c in columnas] == ["nombre", "sector", "influencia", "interes"]
    assert columnas[2]["ejemplos"][0] == "4,5"


def test_la_revision_dice_que_fila_esta_mal_y_como_se_arregla(importador):
    estado = hasta_la_revision(importador)

    assert estado["cuentas"]["error"] == 1
    [fila] = estado["filas"]
    assert fila["numero"] == 3
    assert "Fila 3, columna Interés" in fila["problemas"][0]["frase"]


def test_corregir_la_celda_ahi_mismo_quita_el_error(importador):
    problema = hasta_la_revision(importador)["filas"][0]["problemas"][0]

    mandar(importador, "corregir", fila=problema["fila"], columna=problema["indice"], valor="4")

    assert importador.estado["cuentas"]["error"] == 0


def test_sin_decidir_los_parecidos_no_se_puede_confirmar(importador):
    hasta_la_revision(importador)

    respuesta = mandar(importador, "ir", paso="confirmar")

    assert importador.estado["parecidos"][0]["decision"] == ""
    assert "Falta decidir 1" in respuesta["error"]
    assert importador.estado["paso"] == "revision"


def test_la_misma_institucion_se_funde_y_no_se_duplica(importador):
    estado = hasta_la_revision(importador)
    opcion = estado["parecidos"][0]["opciones"][0]["clave"]
    mandar(importador, "decidir", fila=estado["parecidos"][0]["fila"], decision=opcion)
    mandar(importador, "ir", paso="confirmar")

    assert importador.estado["resumen"] == ("Se agregará 1, se actualizará 1, 1 queda fuera.")
    mandar(importador, "confirmar")

    nombres = {a.nombre for a in importador.valor.actores.values()}
    assert nombres == {"Municipio de Valparaíso", "SERVIU Valparaíso"}
    assert importador.valor.actor("mun").influencia == 5


def _confirmar(importador: Importador) -> None:
    hasta_la_revision(importador)
    mandar(importador, "decidir_otras")
    mandar(importador, "ir", paso="confirmar")
    mandar(importador, "confirmar")


def test_confirmar_es_un_solo_cambio_con_su_frase(importador):
    frases: list[str] = []
    importador.pizarra.observe(lambda c: frases.append(c.new["frase"]), "guardado")

    _confirmar(importador)

    assert frases == ["Importó 2 actores desde «lista.csv»"]
    assert len(importador.valor.actores) == 3


def test_el_doble_clic_en_confirmar_no_duplica(importador):
    _confirmar(importador)

    respuesta = mandar(importador, "confirmar")

    assert "error" not in respuesta
    assert len(importador.valor.actores) == 3
    assert importador.estado["paso"] == "listo"


def test_la_importacion_se_deshace_entera(importador):
    _confirmar(importador)

    mandar(importador, "deshacer")

    assert set(importador.valor.actores) == {"mun"}


def test_si_hubo_otro_cambio_despues_no_deshace_lo_ajeno(importador):
    _confirmar(importador)
    importador.pizarra.ordenar("Otra cosa", lambda m: m.con(nombre="Otra"))

    respuesta = mandar(importador, "deshacer")

    assert "hubo otros cambios" in respuesta["error"]
    assert importador.valor.nombre == "Otra"


def test_volver_atras_no_pierde_lo_emparejado(importador):
    leer(importador, CSV)
    mandar(importador, "ir", paso="columnas")
    mandar(importador, "emparejar", columna=3, campo="")
    mandar(importador, "ir", paso="revision")
    mandar(importador, "ir", paso="columnas")

    assert importador.estado["columnas"][3]["campo"] == ""


def test_sin_la_columna_del_nombre_se_dice_y_no_se_avanza(importador):
    leer(importador, CSV)
    mandar(importador, "ir", paso="columnas")
    mandar(importador, "emparejar", columna=0, campo="")

    respuesta = mandar(importador, "ir", paso="revision")

    assert "el nombre del actor" in respuesta["error"]
    assert importador.estado["paso"] == "columnas"


def test_el_texto_copiado_de_excel_tambien_entra(importador):
    respuesta = mandar(importador, "leer_texto", texto="Actor\tSector\nEscuela\tPúblico\n")

    assert "error" not in respuesta
    mandar(importador, "ir", paso="columnas")
    assert [c["campo"] for c in importador.estado["columnas"]] == ["nombre", "sector"]


def test_el_xls_antiguo_se_explica(importador):
    respuesta = leer(importador, "\u00d0\u00cf", "vieja.xls")

    assert "guárdelo como .xlsx" in respuesta["error"]
    assert importador.estado["paso"] == "archivo"


def test_un_archivo_a_medias_se_dice(importador):
    respuesta = mandar(importador, "leer", nombre="x.xlsx", base64="%%%")

    assert "incompleto" in respuesta["error"]


def test_la_planilla_de_ejemplo_se_baja_y_se_puede_leer(importador):
    datos = mandar(importador, "plantilla")["datos"]

    assert base64.b64decode(datos["base64"]) == plantilla()
    assert "error" not in mandar(importador, "leer", nombre=datos["nombre"], base64=datos["base64"])


def test_reimportar_lo_exportado_no_cambia_a_nadie():
    mesa = cargar_caso("mesa_campanilla")
    importador = Importador(Pizarra(mesa))
    contenido = base64.b64encode(exportar_xlsx(mesa)).decode("ascii")

    mandar(importador, "leer", nombre="campanilla.xlsx", base64=contenido)
    actores = next(
        i for i, h in enumerate(importador.estado["hojas"]) if h["nombre"].startswith("Actores")
    )
    mandar(importador, "elegir_hoja", hoja=actores)
    respuesta = mandar(importador, "ir", paso="revision")

    assert "error" not in respuesta
    assert importador.estado["cuentas"] == {"nueva": 0, "actualiza": 0, "igual": 34, "error": 0}


def test_en_una_mesa_de_solo_mirar_no_se_importa(importador):
    hasta_la_revision(importador)
    mandar(importador, "decidir_otras")
    mandar(importador, "ir", paso="confirmar")
    importador.pizarra.solo_lectura = True

    respuesta = mandar(importador, "confirmar")

    assert "no se puede cambiar" in respuesta["error"]
    assert len(importador.valor.actores) == 1


def test_lo_que_alguien_agrego_mientras_tanto_se_revisa_antes_de_confirmar(importador):
    hasta_la_revision(importador)
    mandar(importador, "decidir_otras")
    otro = Actor(id="s", nombre="SERVIU Valparaíso", sector=Sector.PUBLICO)
    importador.pizarra.ordenar("Ana agregó a SERVIU", lambda m: m.con_actor(otro))

    mandar(importador, "ir", paso="confirmar")
    mandar(importador, "confirmar")

    assert importador.estado["paso"] == "listo"
    assert importador.valor.actor("s").influencia == 4.5
