"""Escribe ``requirements-hub.lock``: lo que la imagen instala además de ``requirements.lock``.

    python despliegue/candado.py

No consulta a nadie: recorre las dependencias del extra ``hub`` en el entorno instalado y copia sus
versiones y huellas de ``requirements-desarrollo.lock``. Así las tres listas no se contradicen.
"""

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RAIZ = Path(__file__).resolve().parents[1]
DESTINO = RAIZ / "despliegue" / "requirements-hub.lock"
_ENTRADA = re.compile(r"^(?=[A-Za-z0-9])", re.M)


def leer_candado(archivo: Path) -> dict[str, str]:
    """De cada paquete, su versión con huellas, sin los comentarios de quién lo pidió."""
    texto = "\n".join(
        linea
        for linea in archivo.read_text(encoding="utf-8").splitlines()
        if not linea.strip().startswith("#")
    )
    entradas = (e for e in _ENTRADA.split(texto) if "==" in e)
    return {canonicalize_name(e.split("==")[0].strip()): e.strip() for e in entradas}


def alcanzar(paquete: str, extras: frozenset[str], vistos: dict[str, set[str]]) -> None:
    """Agrega a ``vistos`` lo que ese paquete, con esos extras, necesita para correr."""
    nombre = canonicalize_name(paquete)
    nuevos = set(extras) - vistos.get(nombre, set())
    if nombre in vistos and not nuevos:
        return
    vistos.setdefault(nombre, set()).update(extras)
    for texto in requires(nombre) or ():
        pedido = Requirement(texto)
        marca = pedido.marker
        if marca is None or any(marca.evaluate({"extra": e}) for e in (*extras, "")):
            alcanzar(pedido.name, frozenset(pedido.extras), vistos)


def del_hub() -> list[str]:
    """Las entradas del candado que agrega el extra ``hub``, por orden alfabético."""
    vistos: dict[str, set[str]] = {}
    alcanzar("mesa-territorial", frozenset({"hub"}), vistos)
    base = leer_candado(RAIZ / "requirements.lock")
    todo = leer_candado(RAIZ / "requirements-desarrollo.lock")
    return [todo[n] for n in sorted(vistos) if n not in base and n != "mesa-territorial"]


def main() -> None:
    """Escribe el candado."""
    cabeza = "# Lo escribe despliegue/candado.py; va junto con requirements.lock.\n"
    DESTINO.write_text(cabeza + "\n".join(del_hub()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
