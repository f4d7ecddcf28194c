"""Un taller de verdad por HTTPS: cada dirección exige su rol y cada formulario su comprobante."""

import re
from collections.abc import Iterator

import pytest
from servidor.sala_de_prueba import Asistente, Taller, en_taller

SOLO_FACILITA = (
    "/taller/anunciar",
    "/taller/formar",
    "/taller/sentar",
    "/taller/repartir",
    "/taller/cerrar",
    "/taller/borrar",
)
CONDUCEN = ("/taller", "/taller/estado")


@pytest.fixture(scope="module")
def taller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taller]:
    with en_taller(tmp_path_factory.mktemp("taller"), lugares=4, bifurcar=False) as uno:
        yield uno


@pytest.fixture(scope="module")
def facilita(taller: Taller) -> Asistente:
    return taller.conductora()


@pytest.fixture(scope="module")
def rosa(taller: Taller) -> Asistente:
    return taller.persona()


def _mandar(quien: Asistente, ruta: str, **campos: object):
    return quien.escribir(ruta, "POST", data=campos, allow_redirects=False)


def _id_de(facilita: Asistente, nombre: str) -> str:
    personas = facilita.pedir("/taller/estado").json()["personas"]
    return next(p["id"] for p in personas if p["nombre"] == nombre)


@pytest.mark.parametrize("ruta", [*CONDUCEN, "/taller/codigo", "/taller/mirar/x", *SOLO_FACILITA])
def test_una_participante_no_conduce(rosa, ruta):
    assert rosa.pedir(ruta, allow_redirects=False).status_code == 403


@pytest.mark.parametrize("ruta", SOLO_FACILITA)
def test_solo_quien_facilita_manda(taller, rosa, facilita, ruta):
    tutora = taller.conductora("tutor")
    antes = facilita.pedir("/taller/estado").json()["grupos"]

    codigos = {_mandar(q, ruta, nombre="X", confirma="si").status_code for q in (rosa, tutora)}

    assert codigos == {403}
    ahora = facilita.pedir("/taller/estado").json()
    assert (ahora["grupos"], ahora["abierto"]) == (antes, True)


@pytest.mark.parametrize(
    "ruta", [*CONDUCEN, "/taller/novedades", "/taller/despedida", "/taller/copia/x.mesa"]
)
def test_quien_no_ha_entrado_va_a_la_entrada(taller, ruta):
    nadie = taller.persona(entra=False)

    respuesta = nadie.pedir(ruta, allow_redirects=False)

    assert (respuesta.status_code, respuesta.headers["Location"].split("?")[0]) == (302, "/entrar")


@pytest.mark.parametrize("ruta", SOLO_FACILITA)
def test_sin_comprobante_no_se_hace_nada(facilita, ruta):
    respuesta = facilita.pedir(ruta, "POST", data={"texto": "hola", "confirma": "si"})

    assert respuesta.status_code == 403
    assert facilita.pedir("/taller/estado").json()["abierto"]


def test_la_tutoria_mira_la_lista_sin_botones(taller):
    tutora = taller.conductora("tutor")

    hoja = tutora.pedir("/taller").text

    assert "Quién está" in hoja
    assert "<button" not in hoja and taller.senas["codigo"] not in hoja


def test_el_estado_no_cuenta_codigos_ni_huellas(taller, facilita):
    estado = facilita.pedir("/taller/estado")

    assert estado.headers["Cache-Control"] == "no-store"
    assert taller.senas["codigo"] not in estado.text and "huella" not in estado.text


def test_un_anuncio_llega_a_todas_y_no_se_interpreta(rosa, facilita):
    texto = "<img src=x onerror=alert(1)> en 5 minutos"

    hoja = _mandar(facilita, "/taller/anunciar", texto=texto).text

    assert "<img" not in hoja and "&lt;img" in hoja
    assert rosa.pedir("/taller/novedades").json()["anuncio"]["texto"] == texto


@pytest.mark.parametrize(
    ("ruta", "campos", "dice"),
    [
        ("/taller/anunciar", {"texto": " "}, "Falta qué anunciar"),
        ("/taller/sentar", {"grupo": ""}, "Marque primero"),
        ("/taller/formar", {"nombre": "", "base": "vacia"}, "Falta el nombre"),
        ("/taller/repartir", {"tamano": "nueve", "base": "vacia"}, "cuatro a seis"),
        ("/taller/repartir", {"tamano": "²", "base": "vacia"}, "cuatro a seis"),
        ("/taller/borrar", {}, "marque que lo tiene claro"),
        ("/taller/borrar", {"confirma": "si"}, "Primero cierre"),
    ],
)
def test_lo_que_no_se_puede_se_explica(facilita, ruta, campos, dice):
    respuesta = _mandar(facilita, ruta, **campos)

    assert respuesta.status_code == 422
    assert dice in respuesta.text and "Quién está" in respuesta.text


def test_sentada_en_una_mesa_se_lleva_su_copia_y_la_vecina_no(taller, rosa, facilita):
    vecina = taller.persona()
    _mandar(facilita, "/taller/formar", nombre="Norte", base="mesa_campanilla")
    (grupo,) = facilita.pedir("/taller/estado").json()["grupos"]
    _mandar(facilita, "/taller/sentar", grupo=grupo["id"], persona=_id_de(facilita, "Rosa"))
    copias = {f: f"/taller/copia/{grupo['mesa']}.{f}" for f in ("mesa", "xlsx")}

    novedad = rosa.pedir("/taller/novedades").json()
    bajadas = {f: rosa.pedir(ruta) for f, ruta in copias.items()}

    assert novedad["grupo"]["nombre"] == "Norte"
    assert all(b.content.startswith(b"PK") for b in bajadas.values())
    assert "Norte_Campamento_Campanilla.mesa" in bajadas["mesa"].headers["Content-Disposition"]
    assert "La Mesa de su grupo" in rosa.pedir("/taller/despedida").text
    assert {vecina.pedir(ruta).status_code for ruta in copias.values()} == {404}
    assert vecina.pedir("/taller/copia/no-existe.mesa").status_code == 404
    assert "no hay nada que bajar" in vecina.pedir("/taller/despedida").text


def test_la_tutoria_mira_las_mesas_del_taller_y_ninguna_otra(taller, facilita):
    tutora = taller.conductora("tutor")
    (grupo, *_) = facilita.pedir("/taller/estado").json()["grupos"]

    propia = tutora.pedir(f"/taller/mirar/{grupo['mesa']}", allow_redirects=False)
    ajena = tutora.pedir("/taller/mirar/otra", allow_redirects=False)

    assert (propia.status_code, ajena.status_code) == (302, 404)
    assert f"mesa={grupo['mesa']}" in propia.headers["Location"]


def test_quien_facilita_vota_con_un_grupo_y_nadie_mas(taller, rosa, facilita):
    (grupo, *_) = facilita.pedir("/taller/estado").json()["grupos"]
    ruta = f"/taller/votar/{grupo['mesa']}"

    quienes = (facilita, taller.conductora("tutor"), rosa)
    codigos = [q.pedir(ruta, allow_redirects=False).status_code for q in quienes]
    ajena = facilita.pedir("/taller/votar/otra", allow_redirects=False)

    assert codigos == [302, 403, 403]
    assert ajena.status_code == 404


def test_el_codigo_en_grande_trae_el_qr_dibujado_y_nada_de_afuera(taller, facilita):
    hoja = facilita.pedir("/taller/codigo").text

    assert taller.senas["codigo"] in hoja and "<svg" in hoja
    assert not re.findall(r'(?:src|href)="https?://(?!127)', hoja)


def test_cerrar_invita_a_llevarse_la_copia_y_borrar_despide_a_todas(tmp_path):
    with en_taller(tmp_path, lugares=4, bifurcar=False) as taller:
        facilita, rosa = taller.conductora(), taller.persona()
        _mandar(facilita, "/taller/formar", nombre="Norte", base="mesa_campanilla")
        _mandar(facilita, "/taller/cerrar")
        cerrado = rosa.pedir("/taller/novedades").json()["cerrado"]
        despedida = rosa.pedir("/taller/despedida").text

        borrado = _mandar(facilita, "/taller/borrar", confirma="si")

        assert cerrado and "Gracias por venir, Rosa" in despedida
        assert borrado.status_code == 200 and "1 Mesa." in borrado.text
        quedan = {q.pedir("/", allow_redirects=False).status_code for q in (rosa, facilita)}
        assert quedan == {302}
