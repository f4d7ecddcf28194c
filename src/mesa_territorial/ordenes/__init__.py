"""Las órdenes que puede dar una persona sobre su Mesa, con la frase que queda en el historial.

Cada orden recibe la Mesa que se ve y datos JSON; devuelve la frase y la transición ``Mesa → Mesa``
que el almacén aplica de una vez. Levanta ``ReglaRota`` si los datos no sirven.
"""

from collections.abc import Callable, Mapping

import msgspec

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.ordenes.construccion import Datos, Orden, Transicion
from mesa_territorial.ordenes.de_actores import DE_ACTORES
from mesa_territorial.ordenes.de_convocatoria import DE_CONVOCATORIA
from mesa_territorial.ordenes.de_escala import DE_ESCALA
from mesa_territorial.ordenes.de_fichas import DE_FICHAS
from mesa_territorial.ordenes.de_genero import DE_GENERO
from mesa_territorial.ordenes.de_instalacion import DE_INSTALACION
from mesa_territorial.ordenes.de_juego import DE_JUEGO
from mesa_territorial.ordenes.de_prioridad import DE_PRIORIDAD
from mesa_territorial.ordenes.de_relaciones import DE_RELACIONES
from mesa_territorial.ordenes.en_bloque import EN_BLOQUE

__all__ = ["ORDENES", "Datos", "Orden", "Transicion", "preparar"]

ORDENES: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    **DE_ACTORES,
    **DE_RELACIONES,
    **EN_BLOQUE,
    **DE_FICHAS,
    **DE_ESCALA,
    **DE_CONVOCATORIA,
    **DE_PRIORIDAD,
    **DE_JUEGO,
    **DE_GENERO,
    **DE_INSTALACION,
}


def preparar(orden: str, mesa: Mesa, datos: Datos) -> Orden:
    """La frase y la transición de la orden; levanta ``ReglaRota`` si la orden no existe."""
    exigir(orden in ORDENES, f"Este paso no existe: «{orden}».")
    try:
        # Lo que no se puede escribir (medio carácter, por ejemplo) no llega a guardarse a medias.
        msgspec.json.encode(datos)
        return ORDENES[orden](mesa, datos)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ReglaRota(
            f"Este paso llegó incompleto o con un dato que no sirve ({error})."
        ) from error
