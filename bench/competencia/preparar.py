"""Crea el entorno virtual de cada contendor: ``python bench/competencia/preparar.py [nombre…]``.

Cada uno vive en ``bench/competencia/entornos/<nombre>``, con las versiones y huellas fijas de
``requisitos/<nombre>.txt``. Un entorno ya hecho con los mismos requisitos se deja como está.
Para subir versiones: edite ``requisitos/<nombre>.in`` y corra este guion con ``--fijar``.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

AQUI = Path(__file__).resolve().parent
REQUISITOS = AQUI / "requisitos"
ENTORNOS = AQUI / "entornos"
NOMBRES = tuple(sorted(r.stem for r in REQUISITOS.glob("*.in")))


def uv() -> str:
    """El ``uv`` del proyecto o el de la máquina; termina con una frase si no hay."""
    propio = Path(sys.executable).with_name("uv")
    hallado = str(propio) if propio.exists() else shutil.which("uv")
    if hallado is None:
        raise SystemExit("Falta uv: corra antes «make probar», que lo instala en .venv.")
    return hallado


def fijar(nombre: str) -> None:
    """Vuelve a resolver ``<nombre>.in`` en ``<nombre>.txt``, con huellas y sin direcciones."""
    opciones = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--upgrade"]
    destino = str(REQUISITOS / f"{nombre}.txt")
    orden = [uv(), "pip", "compile", "-q", *opciones, str(REQUISITOS / f"{nombre}.in")]
    subprocess.run([*orden, "-o", destino], check=True)


def huella(nombre: str) -> str:
    """La huella de los requisitos de ese contendor."""
    return hashlib.sha256((REQUISITOS / f"{nombre}.txt").read_bytes()).hexdigest()


def preparar(nombre: str) -> bool:
    """Crea el entorno de ese contendor; dice si hubo que hacerlo."""
    entorno = ENTORNOS / nombre
    sello = entorno / "huella"
    if sello.is_file() and sello.read_text() == huella(nombre):
        return False
    shutil.rmtree(entorno, ignore_errors=True)
    subprocess.run([uv(), "venv", "-q", "--python", sys.executable, str(entorno)], check=True)
    instalar = [uv(), "pip", "install", "-q", "--python", str(entorno / "bin" / "python")]
    archivo = str(REQUISITOS / f"{nombre}.txt")
    subprocess.run([*instalar, "--compile-bytecode", "--require-hashes", "-r", archivo], check=True)
    if nombre == "solara":
        _acomodar_solara(entorno)
    sello.write_text(huella(nombre))
    return True


def _acomodar_solara(entorno: Path) -> None:
    """Sin internet, Solara pide «vega@5» y su paquete de archivos trae «vega@5.21.0»."""
    archivos = entorno / "share" / "solara" / "cdn"
    for pedido in ("vega@5", "vega-lite@5", "vega-embed@6"):
        hallado = next(archivos.glob(f"{pedido}.*"), None)
        if hallado and not (archivos / pedido).exists():
            (archivos / pedido).symlink_to(hallado.name)


def main() -> None:
    """Prepara los contendores pedidos, o todos."""
    pedidos = [a for a in sys.argv[1:] if not a.startswith("--")] or list(NOMBRES)
    for nombre in pedidos:
        if "--fijar" in sys.argv:
            fijar(nombre)
        print(f"{nombre}: {'entorno creado' if preparar(nombre) else 'ya estaba'}", flush=True)


if __name__ == "__main__":
    main()
