import pytest
from almacen.mesas import JUNTA, influencia, los_aromos, nota

from mesa_territorial.dominio.reglas import ReglaRota


def test_lo_que_se_crea_se_lee_igual(almacen):
    creada = almacen.crear(los_aromos(), autor="ana")

    leida = almacen.leer("aromos")

    assert los_aromos() == leida.mesa
    assert (leida.version, leida.frase) == (1, "Creó la Mesa")
    assert creada.guardado == leida.guardado


def test_lo_que_guarda_una_persona_lo_lee_otra_en_otra_ventana(abrir):
    de_ana, de_beto = abrir(), abrir()
    de_ana.crear(los_aromos(), autor="ana")
    de_beto.leer("aromos")

    de_ana.cambiar("aromos", "subió SERVIU", influencia(5), autor="ana")

    assert de_beto.version("aromos") == 2
    assert de_beto.leer("aromos").mesa.actor("serviu").influencia == 5
    assert [s.frase for s in de_beto.parche_desde("aromos", 1)] == ["subió SERVIU"]


def test_no_se_crean_dos_mesas_con_la_misma_clave(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="ya está guardada"):
        almacen.crear(los_aromos(), autor="beto")

    assert [s.tipo for s in almacen.historial("aromos")] == ["crear"]


def test_un_cambio_que_no_cambia_nada_no_se_anota(almacen):
    almacen.crear(los_aromos(), autor="ana")

    registro = almacen.cambiar("aromos", "dejó igual", influencia(3), autor="ana")

    assert (registro.version, registro.parche) == (1, [])
    assert not registro.puede_deshacer


def test_un_cambio_que_rompe_una_regla_no_deja_rastro(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="influencia va de 1 a 5"):
        almacen.cambiar("aromos", "se pasó", influencia(9), autor="ana")

    assert los_aromos() == almacen.leer("aromos").mesa
    assert len(almacen.historial("aromos")) == 1


def test_el_registro_trae_el_parche_y_si_se_puede_deshacer(almacen):
    almacen.crear(los_aromos(), autor="ana")

    registro = almacen.cambiar("aromos", "subió SERVIU", influencia(4), autor="ana")

    cambio = {"ruta": ["actores", "serviu", "influencia"], "antes": 3, "despues": 4}
    assert [cambio] == registro.parche
    assert (registro.puede_deshacer, registro.puede_rehacer) == (True, False)
    assert almacen.leer("aromos", autor="ana").puede_deshacer
    assert not almacen.leer("aromos", autor="beto").puede_deshacer


def test_repetir_el_mismo_evento_no_cambia_dos_veces(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "agregó", lambda m: m.con_actor(JUNTA), autor="ana", evento="e-1")

    otra_vez = almacen.cambiar(
        "aromos", "agregó", nota("no debe quedar"), autor="ana", evento="e-1"
    )

    assert (otra_vez.version, otra_vez.frase) == (2, "agregó")
    assert otra_vez.mesa.actor("muni").nota == "pendiente"


def test_el_identificador_de_la_mesa_no_se_cambia(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="identificador"):
        almacen.cambiar("aromos", "otra", lambda m: m.con(id="otra"), autor="ana")


def test_la_lista_dice_lo_justo_de_cada_mesa_y_la_ultima_cambiada_va_primero(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.crear(los_aromos("otra"), autor="ana")
    almacen.cambiar("aromos", "agregó", lambda m: m.con_actor(JUNTA), autor="ana")

    primera, segunda = almacen.listar()

    assert (primera.clave, segunda.clave) == ("aromos", "otra")
    assert (primera.actores, primera.relaciones, primera.version) == (3, 1, 2)
    assert (primera.cut_comuna, primera.lugar) == ("05101", "Cerro Los Placeres")
    assert primera.ilustrativa is False and primera.borrada is None


def test_duplicar_copia_la_mesa_y_empieza_otra_historia(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(5), autor="ana")

    copia = almacen.duplicar("aromos", nueva_clave="copia", nombre="Copia", autor="beto")

    assert (
        copia.mesa.id,
        copia.mesa.nombre,
        copia.mesa.actor("serviu").influencia,
    ) == ("copia", "Copia", 5)
    assert [s.frase for s in almacen.historial("copia")] == ["Copió la Mesa «Los Aromos»"]


def test_una_mesa_que_no_existe_se_dice_con_palabras(almacen):
    for pedir in (almacen.leer, almacen.version, almacen.historial):
        with pytest.raises(ReglaRota, match="no existe"):
            pedir("nadie")


@pytest.mark.parametrize("autor", ["", "  ", "an\x00a"])
def test_sin_autor_valido_no_se_guarda(almacen, autor):
    with pytest.raises(ReglaRota):
        almacen.crear(los_aromos(), autor=autor)

    assert almacen.listar() == ()


def test_un_texto_con_letras_imposibles_se_rechaza_sin_romper_nada(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="carácter"):
        almacen.cambiar("aromos", "pegó", nota("mitad \ud800 de emoji"), autor="ana")

    almacen.cambiar("aromos", "nulo", nota("con \x00 dentro"), autor="ana")
    assert almacen.leer("aromos").mesa.actor("muni").nota == "con \x00 dentro"
