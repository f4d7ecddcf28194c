"""La configuración de JupyterHub: todo se elige por variables de entorno (ver LEEME.md).

jupyterhub --config despliegue/jupyterhub_config.py
"""

import os
import sys
from pathlib import Path

AQUI = Path(__file__).resolve().parent
sys.path.insert(0, str(AQUI))

from mesa_en_el_hub.entradas import configurar_entrada, opciones_de_galletas  # noqa: E402
from mesa_en_el_hub.espacios import configurar_espacios  # noqa: E402
from mesa_en_el_hub.grupos import (  # noqa: E402
    como_roles,
    leer_grupos,
    poner_entorno,
)

c = get_config()  # noqa: F821 - la da JupyterHub

grupos = leer_grupos(os.environ.get("MESA_GRUPOS", ""))
c.JupyterHub.load_roles = como_roles(grupos)
configurar_entrada(c, os.environ, grupos)
configurar_espacios(c, os.environ)
c.Spawner.pre_spawn_hook = poner_entorno
c.Authenticator.admin_users = set(os.environ.get("MESA_ADMINISTRAN", "").split())
# Administrar el Hub no da derecho a mirar el trabajo de nadie.
c.JupyterHub.admin_access = False

# La dirección pública permite rechazar peticiones que llegan con otro nombre.
if os.environ.get("MESA_PUBLICA"):
    c.JupyterHub.public_url = os.environ["MESA_PUBLICA"]
c.JupyterHub.bind_url = os.environ.get("HUB_ESCUCHA") or "http://127.0.0.1:8000/"
c.JupyterHub.hub_bind_url = os.environ.get("HUB_INTERNA") or "http://127.0.0.1:8081/"
c.JupyterHub.db_url = os.environ.get("HUB_BD") or "sqlite:///jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = os.environ.get("HUB_SECRETO") or "jupyterhub_cookie_secret"
c.JupyterHub.pid_file = os.environ.get("HUB_PID", "")
proxy = AQUI / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
if proxy.exists():
    c.ConfigurableHTTPProxy.command = [str(proxy)]
if os.environ.get("PROXY_API"):
    c.ConfigurableHTTPProxy.api_url = os.environ["PROXY_API"]

c.JupyterHub.template_paths = [str(AQUI / "plantillas")]
# Cada quien entra directo a su servidor, que parte solo.
c.JupyterHub.allow_named_servers = False
c.JupyterHub.implicit_spawn_seconds = 1
c.JupyterHub.concurrent_spawn_limit = int(os.environ.get("MESA_PARTIDAS") or 8)
c.JupyterHub.active_server_limit = int(os.environ.get("MESA_TOPE") or 0)
# Un reinicio del Hub no interrumpe a nadie.
c.JupyterHub.cleanup_servers = os.environ.get("HUB_AL_CERRAR", "deja") == "termina"
c.JupyterHub.tornado_settings = {
    "cookie_options": opciones_de_galletas(os.environ),
    "headers": {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    },
}
