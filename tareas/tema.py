"""Empieza un tema nuevo, o dice qué le falta a cada uno.

make tema NOMBRE=13_rendicion_de_cuentas TITULO="Rendición de cuentas"
.venv/bin/python tareas/tema.py --que-falta
"""

import json
import re
import sys
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from string import Template

RAIZ = Path(__file__).resolve().parents[1]
PLANTILLAS = Path(__file__).with_name("plantillas")
CLAVE = re.compile(r"(\d\d)_([a-z][a-z0-9]*(?:_[a-z0-9]+)*)")
LARGO = 60
ARCHIVOS = {
    "guia/{clave}.md": "guia.md",
    "guia/tutoria/{clave}.md": "tutoria.md",
    "guia/recorridos/{clave}.toml": "recorrido.toml",
    "exercises/{clave}.toml": "banco.toml",
    "widgets/mesa_territorial_widgets/temas/{nombre}.py": "tema.py.txt",
    "tests/temas/test_{nombre}.py": "prueba.py.txt",
}
LECTURA = r"(?s)\+\+\+.*\+\+\+\s*\S"
CELDAS = ("abrir", "leer", "explorar", "practicar", "aplicar")


class NombreMalo(Exception):
    """El nombre pedido no sirve para un tema; el mensaje dice por qué y cómo arreglarlo."""


def revisar_nombre(clave: str, raiz: Path) -> str:
    """El nombre sin número; levanta ``NombreMalo`` si no sirve o es de un tema ya escrito."""
    hallado = CLAVE.fullmatch(clave)
    if not hallado or len(clave) > LARGO or iskeyword(clave[3:]):
        raise NombreMalo(
            f"«{clave}» no sirve como nombre de un tema. Escriba dos cifras y palabras en "
            "minúsculas, sin tildes, unidas por guiones bajos: 13_rendicion_de_cuentas."
        )
    numero, nombre = hallado.groups()
    for otro in sorted((raiz / "guia").glob("[0-9][0-9]_*.md")):
        _exigir_distinto(clave, numero, nombre, otro)
    return nombre


def _exigir_distinto(clave: str, numero: str, nombre: str, otro: Path) -> None:
    if otro.stem == clave and _tiene(otro, LECTURA):
        raise NombreMalo(f"El tema «{clave}» ya está escrito: edite sus archivos.")
    if otro.stem[:2] == numero and otro.stem != clave:
        raise NombreMalo(f"El número {numero} ya es de «{otro.stem}». Use el que sigue.")
    if otro.stem[3:] == nombre and otro.stem != clave:
        raise NombreMalo(f"Ya hay un tema «{otro.stem}»: con ese nombre se guarda su avance.")


def escribir_tema(clave: str, titulo: str = "", raiz: Path = RAIZ) -> list[Path]:
    """Escribe los archivos que le faltan al tema y entrega sus rutas; los que hay no se tocan."""
    nombre = revisar_nombre(clave, raiz)
    dice = titulo.strip() or _titulo_de(raiz / f"guia/{clave}.md") or nombre.replace("_", " ")
    if re.search(r'["\\\n]', dice):
        raise NombreMalo("El título va en una línea, sin comillas ni barras invertidas.")
    dice = dice[0].upper() + dice[1:]
    campos = {"clave": clave, "nombre": nombre, "numero": clave[:2], "titulo": dice}
    textos = {raiz / ruta.format(**campos): _llenar(p, campos) for ruta, p in ARCHIVOS.items()}
    textos[raiz / f"notebooks/{clave}.ipynb"] = _cuaderno(clave)
    nuevos = {archivo: texto for archivo, texto in textos.items() if not archivo.exists()}
    for archivo, texto in nuevos.items():
        archivo.parent.mkdir(parents=True, exist_ok=True)
        archivo.write_text(texto, encoding="utf-8")
    return list(nuevos)


def _titulo_de(portada: Path) -> str:
    texto = portada.read_text(encoding="utf-8") if portada.is_file() else ""
    hallado = re.search(r'^titulo = "(.+)"$', texto, re.M)
    return hallado[1] if hallado else ""


def _llenar(plantilla: str, campos: dict[str, str]) -> str:
    return Template((PLANTILLAS / plantilla).read_text(encoding="utf-8")).substitute(campos)


def _cuaderno(clave: str) -> str:
    abrir = f'from mesa_territorial_widgets.cuaderno import *; abrir_tema("{clave}")'
    celdas: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": tiempo,
            "metadata": {"tags": [tiempo]},
            "outputs": [],
            "source": abrir if tiempo == "abrir" else f"{tiempo}()",
        }
        for tiempo in CELDAS
    ]
    nucleo = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadatos = {"kernelspec": nucleo, "language_info": {"name": "python"}}
    cuaderno = {"cells": celdas, "metadata": metadatos, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(cuaderno, ensure_ascii=False, indent=1) + "\n"


def decir_que_falta(raiz: Path = RAIZ) -> Iterator[str]:
    """Una línea por tema sin terminar: qué archivos le faltan y cuáles siguen vacíos."""
    for portada in sorted((raiz / "guia").glob("[0-9][0-9]_*.md")):
        clave = portada.stem
        partes = {
            "la lectura": _tiene(portada, LECTURA),
            "la ficha de tutoría": _tiene(raiz / f"guia/tutoria/{clave}.md", r"(?s)(\S+\s+){300}"),
            "los pasos de Explorar": _tiene(raiz / f"guia/recorridos/{clave}.toml", r"^\[\[paso"),
            "los ejercicios": _tiene(raiz / f"exercises/{clave}.toml", r"^\[\[items"),
            "el cuaderno": (raiz / f"notebooks/{clave}.ipynb").is_file(),
            "la herramienta": _tiene(_herramienta(raiz, clave), r"^def aplicar"),
        }
        if faltan := [parte for parte, esta in partes.items() if not esta]:
            yield f"{clave}: falta {', '.join(faltan)}."


def _herramienta(raiz: Path, clave: str) -> Path:
    return raiz / f"widgets/mesa_territorial_widgets/temas/{clave[3:]}.py"


def _tiene(archivo: Path, patron: str) -> bool:
    texto = archivo.read_text(encoding="utf-8") if archivo.is_file() else ""
    return re.search(patron, texto, re.M) is not None


def principal(clave: str = "", titulo: str = "") -> str:
    """Lo que se le dice a quien corrió la orden; levanta ``NombreMalo`` si no se pudo."""
    if clave == "--que-falta":
        lineas = list(decir_que_falta())
        return "\n".join(
            ["Temas en preparación:", *lineas] if lineas else ["Ningún tema a medias."]
        )
    lista = [f"  {a.relative_to(RAIZ)}" for a in escribir_tema(clave, titulo)]
    return "\n".join(["Se escribió:", *lista, "«make revisar» dice lo que sigue vacío."])


if __name__ == "__main__":
    try:
        sys.stdout.write(principal(*sys.argv[1:3]) + "\n")
    except NombreMalo as malo:
        raise SystemExit(str(malo)) from None
