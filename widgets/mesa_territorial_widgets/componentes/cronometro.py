"""El cronómetro de palabra: tiempo y turnos por grupo, que se suman a una sesión de la Mesa."""

from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra


class Cronometro(ComponenteDePizarra):
    """Mide en el navegador y guarda con la orden «sumar_palabra»; nunca pide un nombre."""

    modulo = "cronometro"
