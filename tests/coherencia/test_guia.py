"""La guía cumple lo que promete: extensión, anclas, portada, glosario y cifras."""

import enum
import importlib
import inspect
import json
import pkgutil
import re

import pytest

from mesa_territorial import contenido, dominio
from mesa_territorial.formacion.glosario import leer_glosario
from mesa_territorial.formacion.lectura import leer_guia
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial.formacion.temas import Tema, listar_temas

ESCRITOS = [t for t in listar_temas() if not t.esta_en_preparacion]
ANCLAS_DEL_MAPA = (
    "para-que-un-mapa",
    "quien-es-un-actor",
    "los-cuatro-sectores",
    "la-escala-de-cada-actor",
    "las-relaciones",
    "dibujar-sin-enredarse",
    "lo-que-dice-la-red",
    "lo-que-la-red-no-dice",
    "quien-falta",
    "genero-en-el-mapa",
    "errores-vistos-en-la-practica",
    "que-es-fuente-y-que-es-inferido",
    "lista-de-cierre",
)
VERBOS_QUE_NO_SE_VEN = ("conocer", "comprender", "entender", "saber", "aprender", "valorar")
VOSEO_Y_TUTEO = re.compile(r"\b(tú|tu|tus|te|ti|contigo|vos|vuestr[oa]s?|haz|mira|piensa)\b", re.I)
CAJAS = re.compile(r"""<h2 id="([^"]+)">|class="mt-pruebe"[^>]*data-paso="(\d+)""")
FIN_DE_ORACION = re.compile(r"[.?!](?:\[\^\w+\])?\**\s+[«¿¡]?[A-ZÁÉÍÓÚÑ]")


def _texto_plano(tema: Tema) -> str:
    return re.sub(r"<[^>]+>", " ", leer_guia(tema.clave).html)


@pytest.fixture(params=ESCRITOS, ids=lambda t: t.clave)
def tema(request) -> Tema:
    return request.param


def test_hay_al_menos_un_tema_escrito():
    assert "03_mapa_de_actores" in {t.clave for t in ESCRITOS}


def test_un_capitulo_tiene_entre_1500_y_2500_palabras(tema):
    palabras = len(_texto_plano(tema).split())

    assert 1_500 <= palabras <= 2_500


def test_el_mapa_de_actores_tiene_sus_secciones_en_orden():
    secciones = leer_guia("03_mapa_de_actores").secciones

    assert tuple(s.ancla for s in secciones) == ANCLAS_DEL_MAPA


def test_todo_capitulo_cierra_con_su_lista(tema):
    assert leer_guia(tema.clave).secciones[-1].ancla == "lista-de-cierre"


def test_la_portada_esta_completa(tema):
    assert tema.titulo and tema.gana
    assert 1 <= len(tema.preguntas) <= 3
    assert all(p.startswith("¿") and p.endswith("?") for p in tema.preguntas)
    assert tema.objetivos and tema.fuentes
    assert all((tema.minutos_lectura, tema.minutos_explorar, tema.minutos_practica))


def test_los_objetivos_empiezan_con_un_verbo_que_se_puede_observar(tema):
    for objetivo in tema.objetivos:
        verbo = objetivo.split()[0].lower()
        assert verbo.endswith(("ar", "er", "ir")), objetivo
        assert verbo not in VERBOS_QUE_NO_SE_VEN, objetivo


def test_los_minutos_de_lectura_corresponden_a_las_palabras(tema):
    palabras = len(_texto_plano(tema).split())

    assert 120 <= palabras / tema.minutos_lectura <= 220


def test_los_prerrequisitos_son_temas_anteriores(tema):
    claves = [t.clave for t in listar_temas()]

    for previo in tema.prerrequisitos:
        assert claves.index(previo) < claves.index(tema.clave)


def test_cada_linea_lleva_una_oracion(tema):
    """En las listas, tablas y notas puede haber más; en el párrafo, una."""
    for linea in tema.cuerpo.splitlines():
        if not re.match(r"[-*#|\[]|\d+\. ", linea):
            assert not FIN_DE_ORACION.search(linea), linea


def test_se_trata_de_usted(tema):
    for linea in tema.cuerpo.splitlines():
        assert not VOSEO_Y_TUTEO.search(linea), linea


def test_la_guia_dice_que_no_reproduce_la_oficial(tema):
    primeras = "\n".join(tema.cuerpo.strip().splitlines()[:4])

    assert "no reproduce la Guía metodológica oficial" in primeras
    assert "inferida" in primeras


def test_toda_nota_se_llama_y_toda_llamada_tiene_nota(tema):
    definidas = set(re.findall(r"^\[\^(\w+)\]:", tema.cuerpo, re.M))
    llamadas = set(re.findall(r"\[\^(\w+)\](?!:)", tema.cuerpo))

    assert definidas == llamadas


def test_los_capitulos_no_llevan_imagenes_ni_html(tema):
    assert "![" not in tema.cuerpo
    assert not re.search(r"<[a-z/]", tema.cuerpo)


def test_todo_capitulo_tiene_su_ficha_para_quien_acompania(tema):
    ficha = contenido.ruta("guia", "tutoria", f"{tema.clave}.md")

    assert ficha.is_file()
    assert len(ficha.read_text(encoding="utf-8").split()) > 300


def test_cada_caja_abre_un_paso_que_trata_de_su_misma_seccion(tema):
    recorrido = cargar_recorrido(tema.clave)
    cajas = CAJAS.findall(leer_guia(tema.clave).html)
    seccion = ""

    for ancla, paso in cajas:
        seccion = ancla or seccion
        assert not paso or recorrido.paso[int(paso) - 1].seccion == seccion, paso


def test_cada_paso_del_recorrido_cita_una_seccion_de_la_guia(tema):
    anclas = {s.ancla for s in leer_guia(tema.clave).secciones}

    assert {p.seccion for p in cargar_recorrido(tema.clave).paso} <= anclas


def test_todo_capitulo_tiene_recorrido_y_banco_de_ejercicios(tema):
    assert contenido.ruta("guia", "recorridos", f"{tema.clave}.toml").is_file()
    assert contenido.ruta("exercises", f"{tema.clave}.toml").is_file()


def test_las_cifras_de_la_red_son_las_del_oraculo():
    ruta = contenido.ruta("datos_ejemplo", "casos", "mesa_campanilla", "oraculo_red.json")
    oraculo = json.loads(ruta.read_text(encoding="utf-8"))
    antes, despues = oraculo["antes"], oraculo["después"]
    texto = _texto_plano(next(t for t in ESCRITOS if t.numero == 3))

    assert f"{antes['nodos']} actores, {antes['enlaces']} y {despues['enlaces']} vínculos" in texto
    assert (len(antes["puntos_articulacion"]), len(despues["puntos_articulacion"])) == (7, 2)
    assert "siete antes de la Mesa y quedan dos después" in texto
    assert f"{despues['top3_intermediacion'][0][1]:.2f}".replace(".", ",") in texto
    assert f"{antes['EI_sector']:.2f} a {despues['EI_sector']:.2f}".replace(".", ",") in texto


def _nombres_del_dominio() -> list[str]:
    nombres = set()
    for modulo in pkgutil.iter_modules(dominio.__path__):
        cargado = importlib.import_module(f"{dominio.__name__}.{modulo.name}")
        for nombre, clase in inspect.getmembers(cargado, inspect.isclass):
            propia = clase.__module__ == cargado.__name__
            if propia and not nombre.startswith("_"):
                nombres.add(nombre)
    return sorted(nombres)


@pytest.mark.parametrize("nombre", _nombres_del_dominio())
def test_todo_nombre_publico_del_dominio_esta_en_el_glosario(nombre):
    identificadores = {t.identificador.split(".")[0] for t in leer_glosario().values()}

    assert nombre in identificadores, f"Agregue «{nombre}» a guia/glosario.md."


def _existe(identificador: str) -> bool:
    clase, _, campo = identificador.partition(".")
    for modulo in pkgutil.iter_modules(dominio.__path__):
        cargado = importlib.import_module(f"{dominio.__name__}.{modulo.name}")
        if (tipo := getattr(cargado, clase, None)) is not None:
            es_valor = isinstance(tipo, enum.EnumMeta) and campo in tipo.__members__
            return not campo or es_valor or campo in getattr(tipo, "__annotations__", {})
    return False


def test_todo_identificador_del_glosario_existe_en_el_dominio():
    for termino in leer_glosario().values():
        assert not termino.identificador or _existe(termino.identificador), termino


def test_el_glosario_va_en_orden_y_sin_repetidos():
    filas = contenido.ruta("guia", "glosario.md").read_text(encoding="utf-8").splitlines()
    terminos = [f for f in filas if f.startswith("| ")][1:]
    anclas = list(leer_glosario())

    assert len(anclas) == len(terminos)
    assert anclas == sorted(anclas)
    assert all(t.definicion and t.donde for t in leer_glosario().values())
