"""Lo que el Hub dice por variables de entorno, y lo que el núcleo debe saber de cada persona."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.ajustes import Ajustes

LUGARES = 4
"""Páginas abiertas a la vez en el servidor de una persona: las suyas y las de quien la acompaña."""
DESCANSO = 1800
"""Segundos sin páginas abiertas tras los que el servidor de una persona se apaga solo."""
MODO = "hub"
TUTORIA = "tutor"
ROLES = ("participante", "facilitador", TUTORIA)
# Con esto el núcleo podría hablarle al Hub como si fuera el servidor: no lo hereda.
SECRETOS = ("JUPYTERHUB_API_TOKEN", "JPY_API_TOKEN")


def leer_ajustes(entorno: Mapping[str, str]) -> Ajustes:
    """Los ajustes del servidor de una persona, según las variables que pone el Hub.

    Levanta ``ReglaRota`` si falta alguna o si no dice dónde se guardan las Mesas.
    """
    escucha = urlsplit(_exigir(entorno, "JUPYTERHUB_SERVICE_URL"))
    return Ajustes(
        direccion=escucha.hostname or "127.0.0.1",
        puerto=escucha.port or 8888,
        raiz=_exigir(entorno, "JUPYTERHUB_SERVICE_PREFIX").rstrip("/"),
        persona=_exigir(entorno, "JUPYTERHUB_USER"),
        base=_exigir(entorno, "MESAS_BD"),
        lugares=int(entorno.get("MESA_LUGARES") or LUGARES),
        con_repuesto=False,
        bifurcar=entorno.get("MESA_TIBIO") == "si",
    )


def _exigir(entorno: Mapping[str, str], nombre: str) -> str:
    valor = entorno.get(nombre, "")
    if not valor:
        raise ReglaRota(
            f"Falta la variable {nombre}. Esta orden la corre JupyterHub; para abrir el kit en su "
            "computador use «mesa servir»."
        )
    return valor


def entorno_del_nucleo(visita: str, entorno: Mapping[str, str]) -> dict[str, str]:
    """Lo que el núcleo de ``visita`` debe saber de ella, en el servidor que describe ``entorno``.

    Quien entra al servidor de otra persona lo hace porque el Hub la deja acompañar: entra con su
    propio nombre y como tutora, que sólo mira; nunca como la dueña.
    """
    duenia = entorno.get("JUPYTERHUB_USER", "")
    rol = entorno.get("MESA_ROL", "") if visita == duenia else TUTORIA
    # Un rol desconocido o vacío no puede significar «todo permitido», como en un computador.
    return {
        "MESA_MODO": MODO,
        "MESA_PERSONA": visita,
        "MESA_ROL": rol if rol in ROLES else ROLES[0],
        "MESA_ACOMPANA": entorno.get("MESA_ACOMPANA", "") if visita == duenia else duenia,
    }


def anfitriones(entorno: Mapping[str, str]) -> list[str]:
    """Los nombres con que la gente llega, si el Hub sabe su dirección pública; vacía si no."""
    publica = entorno.get("JUPYTERHUB_PUBLIC_URL") or entorno.get("JUPYTERHUB_PUBLIC_HUB_URL") or ""
    nombre = urlsplit(publica).hostname
    return [nombre, "localhost"] if nombre else []
