"""Los textos de las medidas que comparan sectores o niveles."""

from mesa_territorial.analisis.medida import Medida

_FUENTE_EI = "Krackhardt y Stern (1988): (externos − internos) / (externos + internos)."
_FUENTE_PAPELES = (
    "Gould y Fernandez (1989), con los sectores como grupos; la red no tiene dirección, así que "
    "cada mediación se cuenta dos veces, de ida y de vuelta."
)
_POCOS_PAPELES = "Con pocos actores hay muy pocos tríos: mire quién aparece, no cuánto."

MEDIDAS_DE_GRUPO: tuple[Medida, ...] = (
    Medida(
        clave="ei_sector",
        nombre="E-I por sector",
        para_que="Dice si cada actor se relaciona más con otros sectores (+1) o con el suyo "
        "(−1): muestra dónde la alianza ya existe y dónde falta.",
        que_no_dice="No dice que +1 sea lo ideal: un sector que no conversa por dentro llega "
        "sin acuerdo a la Mesa. Y depende de cuántos actores de cada sector se anotaron.",
        fuente=_FUENTE_EI,
        sin_dato="Quien no tiene relaciones anotadas no tiene valor.",
    ),
    Medida(
        clave="ei_nivel",
        nombre="E-I por nivel",
        para_que="Dice si cada actor se relaciona con otros niveles (del campamento a la "
        "nación) o sólo con el propio: muestra quién une el territorio con donde se decide.",
        que_no_dice="No dice en qué dirección van las decisiones ni si el otro nivel responde.",
        fuente=_FUENTE_EI,
        sin_dato="No tiene valor quien no tiene nivel, o no tiene relaciones con quien lo tenga.",
    ),
    Medida(
        clave="coordinador",
        nombre="Coordinador",
        para_que="Cuenta las veces que une a dos de su propio sector: sirve para encontrar a "
        "quien puede llevar una sola voz a la Mesa.",
        que_no_dice="No dice que lo hayan elegido para representarlos.",
        fuente=_FUENTE_PAPELES,
        decimales=0,
        si_son_pocos=_POCOS_PAPELES,
    ),
    Medida(
        clave="consultor",
        nombre="Consultor",
        para_que="Cuenta las veces que une, desde fuera, a dos actores de un mismo sector que "
        "no es el suyo.",
        que_no_dice="No dice que ese sector lo reconozca como mediador.",
        fuente=_FUENTE_PAPELES,
        decimales=0,
        si_son_pocos=_POCOS_PAPELES,
    ),
    Medida(
        clave="portero",
        nombre="Portero",
        para_que="Cuenta las veces que alguien de otro sector llega al suyo a través de él: "
        "es la puerta de entrada a su sector.",
        que_no_dice="No dice si abre o cierra la puerta. Sin dirección en las relaciones, "
        "su número es el mismo que el de representante.",
        fuente=_FUENTE_PAPELES,
        decimales=0,
        si_son_pocos=_POCOS_PAPELES,
    ),
    Medida(
        clave="representante",
        nombre="Representante",
        para_que="Cuenta las veces que uno de su sector llega a otro sector a través de él: "
        "es la puerta de salida de su sector.",
        que_no_dice="No dice que hable en nombre de nadie. Sin dirección en las relaciones, "
        "su número es el mismo que el de portero.",
        fuente=_FUENTE_PAPELES,
        decimales=0,
        si_son_pocos=_POCOS_PAPELES,
    ),
    Medida(
        clave="enlace",
        nombre="Enlace",
        para_que="Cuenta las veces que une a dos sectores distintos sin ser de ninguno de los "
        "dos: un tercero que puede reunirlos.",
        que_no_dice="No dice que ambos confíen en él: eso se pregunta.",
        fuente=_FUENTE_PAPELES,
        decimales=0,
        si_son_pocos=_POCOS_PAPELES,
    ),
)
