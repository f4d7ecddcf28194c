"""Un tiempo se construye la primera vez que se ve, y si falla se puede repetir."""

from componentes.pantalla import Pantalla

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.tiempo import Tiempo


def test_no_se_construye_hasta_que_se_abre_y_despues_ya_no_de_nuevo():
    hechos = []

    def construir():
        hechos.append(Invitacion(frase="Aquí estoy"))
        return hechos[-1]

    pantalla = Pantalla(Tiempo(construir, titulo="Abriendo"))
    assert (hechos, pantalla.componente.hijo) == ([], None)

    pantalla.apretar("abrir")
    pantalla.apretar("abrir")

    assert len(hechos) == 1
    assert pantalla.componente.hijo is hechos[0]


def test_una_falla_se_dice_y_el_segundo_intento_puede_salir_bien(caplog):
    intentos = iter([ValueError("x"), ReglaRota("Falta la Mesa."), None])

    def construir():
        if falla := next(intentos):
            raise falla
        return Invitacion(frase="Ahora sí")

    pantalla = Pantalla(Tiempo(construir))

    pantalla.apretar("abrir")
    assert "avise con el código" in pantalla.componente.falla
    pantalla.apretar("abrir")
    assert pantalla.componente.falla == "Falta la Mesa."
    pantalla.apretar("abrir")
    assert (pantalla.componente.falla, pantalla.componente.hijo.frase) == ("", "Ahora sí")
    assert "ValueError: x" in caplog.text
