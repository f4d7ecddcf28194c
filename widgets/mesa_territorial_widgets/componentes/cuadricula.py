"""La cuadrícula de influencia e interés."""

import traitlets as t

from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra


class Cuadricula(ComponenteDePizarra):
    """Ubica a cada actor por su influencia y su interés, de 1 a 5.

    ``anteriores`` lleva, por id de actor, el par ``[influencia, interés]`` de una mirada previa
    (otra sesión, otro momento): se dibuja como fantasma. Vacío, el fantasma es el último cambio.
    ``rotulo_anteriores`` dice qué es ese fantasma, si no es el lugar anterior.
    """

    modulo = "cuadricula"
    anteriores = t.Dict().tag(sync=True)
    rotulo_anteriores = t.Unicode().tag(sync=True)
