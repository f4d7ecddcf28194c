"""Los códigos individuales: quién los emite y cómo se revisan al entrar.

``python -m mesa_en_el_hub.codigos ana beto`` emite un código para cada una y lo muestra una sola
vez; el archivo (``HUB_CODIGOS``) sólo guarda huellas. Emitir de nuevo anula el anterior.
"""

import hashlib
import hmac
import os
import secrets
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ARCHIVO = "codigos.tsv"
LETRAS = "abcdefghjkmnpqrstuvwxyz23456789"  # sin las que se confunden al dictar: i, l, o, 0, 1
TRAMOS, TRAMO = 4, 4


def archivo_de_codigos(entorno: Mapping[str, str]) -> Path:
    """El archivo de huellas: ``HUB_CODIGOS`` o ``codigos.tsv`` en la carpeta del Hub."""
    return Path(entorno.get("HUB_CODIGOS") or ARCHIVO)


def crear_codigo() -> str:
    """Un código al azar como ``k7mw-p3fa-9xcd-h2ve``: 31^16 posibles, casi 80 bits."""
    tramos = ("".join(secrets.choice(LETRAS) for _ in range(TRAMO)) for _ in range(TRAMOS))
    return "-".join(tramos)


def resumir(sal: str, codigo: str) -> str:
    """La huella de un código: se escriba con mayúsculas, espacios o sin guiones, es la misma.

    Basta una pasada: con 80 bits de azar no hay diccionario que recorrer.
    """
    limpio = "".join(letra for letra in codigo.lower() if letra.isalnum())
    return hashlib.sha256(f"{sal}:{limpio}".encode()).hexdigest()


def leer(archivo: Path) -> dict[str, tuple[str, str]]:
    """De cada persona, la sal y la huella de su código."""
    if not archivo.exists():
        return {}
    filas = (f.split("\t") for f in archivo.read_text(encoding="utf-8").splitlines())
    return {persona: (sal, huella) for persona, sal, huella in filas}


def corresponde(archivo: Path, persona: str, codigo: str) -> bool:
    """Si ese es el código vigente de esa persona; demora lo mismo si la persona no existe."""
    sal, huella = leer(archivo).get(persona, ("", "0" * 64))
    return hmac.compare_digest(resumir(sal, codigo), huella)


def emitir(archivo: Path, personas: Iterable[str]) -> dict[str, str]:
    """Guarda la huella de un código nuevo para cada persona; devuelve persona → código."""
    nuevos = {persona.strip().lower(): crear_codigo() for persona in personas}
    filas = leer(archivo)
    for persona, codigo in nuevos.items():
        sal = secrets.token_hex(8)
        filas[persona] = (sal, resumir(sal, codigo))
    texto = "".join("\t".join((p, *filas[p])) + "\n" for p in sorted(filas))
    # Se escribe aparte y se cambia de una vez: el Hub nunca lee un archivo a medias.
    aparte = archivo.with_suffix(".nuevo")
    aparte.touch(mode=0o600)
    aparte.write_text(texto, encoding="utf-8")
    aparte.replace(archivo)
    return nuevos


def principal() -> None:
    """Emite los códigos de las personas nombradas y los muestra, uno por línea."""
    if len(sys.argv) < 2:
        sys.exit("Uso: python -m mesa_en_el_hub.codigos persona [persona …]")
    for persona, codigo in emitir(archivo_de_codigos(os.environ), sys.argv[1:]).items():
        print(f"{persona}\t{codigo}")  # noqa: T201


if __name__ == "__main__":
    principal()
