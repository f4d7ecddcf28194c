"""Todo lo que llega de la pantalla pasa por aquí: ningún error queda mudo ni muestra su traza."""

import logging
import secrets
from collections.abc import Callable
from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota

registro = logging.getLogger("mesa_territorial")

Respuesta = dict[str, Any]


def atender(hacer: Callable[..., Any], *datos: Any, **campos: Any) -> Respuesta:
    """Lo que responde ``hacer`` como ``{"datos": …}``, o la frase de su error.

    Una ``ReglaRota`` da su propia frase en ``error`` (y ``conflicto`` si lo trae); cualquier otra
    falla da una frase amable con un código, y la traza va al registro con ese mismo código.
    """
    try:
        return {"datos": hacer(*datos, **campos)}
    except ReglaRota as regla:
        return {"error": str(regla), **getattr(regla, "para_pantalla", dict)()}
    except Exception:
        codigo = secrets.token_hex(3).upper()
        registro.exception("Falla %s en %s", codigo, getattr(hacer, "__qualname__", hacer))
        return {
            "error": "Algo falló de nuestro lado y este paso no se hizo. "
            "Lo anterior está guardado. "
            f"Vuelva a intentarlo; si se repite, avise con el código {codigo}."
        }
