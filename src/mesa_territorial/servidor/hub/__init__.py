"""El kit detrás de JupyterHub: un servidor por persona, con la identidad que da el Hub.

Se corre con ``python -m mesa_territorial.servidor.hub``; es lo único de la casa que importa
``jupyterhub`` (dependencia opcional ``hub``). Cómo se despliega está en ``despliegue/LEEME.md``.
"""
