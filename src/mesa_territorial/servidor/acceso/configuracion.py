"""Lo que un taller configura distinto de un computador propio, y cómo dice que no."""

from collections.abc import Mapping
from typing import Any

from mesa_territorial.servidor.acceso.ajustes import AjustesDeTaller
from mesa_territorial.servidor.acceso.identidad import DIAS, IdentidadDeTaller

MODO = "taller"
ERRORES: Mapping[int, tuple[str, str]] = {
    403: (
        "Esta página no es para usted",
        "La usa quien conduce el taller. Si es usted, entre por el enlace que muestra la ventana "
        "donde corre «mesa taller».",
    ),
    429: (
        "Va muy rápido",
        "Hubo demasiados intentos seguidos desde este aparato o este wifi. Espere un minuto y "
        "pruebe de nuevo; quienes ya entraron no se ven afectados.",
    ),
}
_GALLETA = {"samesite": "Strict", "httponly": True, "secure": True, "expires_days": DIAS}


def configurar_taller(ajustes: AjustesDeTaller) -> dict[str, dict[str, Any]]:
    """Lo que se agrega a la configuración de siempre, por clase."""
    return {
        "Voila": {"identity_provider_class": IdentidadDeTaller},
        "IdentidadDeTaller": {
            "cookie_options": _GALLETA,
            "get_secure_cookie_kwargs": {"max_age_days": DIAS},
        },
        "Nucleos": {
            "por_persona": ajustes.por_persona,
            "lugares": ajustes.lugares or 2,
            "entorno": _entorno_de_nadie(ajustes),
        },
    }


def _entorno_de_nadie(ajustes: AjustesDeTaller) -> dict[str, str]:
    # Si faltara decirle al núcleo quién es la persona, que no sea nadie y no pueda nada.
    return {
        "MESA_PAGINA": "propia",
        "MESAS_BD": ajustes.base,
        "MESA_MODO": MODO,
        "MESA_PERSONA": "nadie",
        "MESA_NOMBRE": "",
        "MESA_ROL": "participante",
        "MESA_VOTOS": str(ajustes.votos),
        "MESA_VOTOS_DIRECCION": ajustes.direccion_de_votos,
    }
