"""Abrir un zip ajeno sin riesgo: límites antes de descomprimir y sin DOCTYPE en sus XML."""

import io
import re
import zipfile
from collections.abc import Iterable

from mesa_territorial.dominio.reglas import ReglaRota, exigir

MAX_DESCOMPRIMIDO = 50 * 1024 * 1024
MAX_RAZON = 100
MAX_ENTRADAS = 500
# Las partes de una planilla que se interpretan; imágenes y macros ni se abren.
_INTERPRETADAS = (".xml", ".rels", ".vml")
_PELIGRO = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TROZO = 1024 * 1024


def abrir_zip(nombre: str, contenido: bytes) -> zipfile.ZipFile:
    """El zip abierto y comprobado; quien llama lo cierra.

    Levanta ``ReglaRota`` si está dañado, cifrado, si sus partes descomprimidas pasan de 50 MB,
    de 100 veces el archivo o de 500 entradas, o si alguna declara DOCTYPE o ENTITY.
    """
    try:
        envoltura = zipfile.ZipFile(io.BytesIO(contenido))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReglaRota(f"«{nombre}» está dañado o incompleto. Vuelva a copiarlo.") from error
    partes = envoltura.infolist()
    _exigir_limites(nombre, partes, len(contenido))
    cifrada = any(parte.flag_bits & 1 for parte in partes)
    exigir(not cifrada, f"«{nombre}» está protegido con contraseña. Quítesela y vuelva a elegirlo.")
    for parte in partes:
        if parte.filename.lower().endswith(_INTERPRETADAS):
            _exigir_sin_entidades(nombre, envoltura, parte)
    return envoltura


def _exigir_limites(nombre: str, partes: Iterable[zipfile.ZipInfo], pesa: int) -> None:
    partes = list(partes)
    total = sum(parte.file_size for parte in partes)
    razonable = (
        len(partes) <= MAX_ENTRADAS and total <= MAX_DESCOMPRIMIDO and total <= MAX_RAZON * pesa
    )
    exigir(
        razonable,
        f"«{nombre}» se infla demasiado al abrirlo y no se lee, por seguridad. "
        "Copie la lista en un libro nuevo.",
    )


def _exigir_sin_entidades(nombre: str, envoltura: zipfile.ZipFile, parte: zipfile.ZipInfo) -> None:
    cola = b""
    with envoltura.open(parte) as flujo:
        while trozo := flujo.read(_TROZO):
            # Sin los ceros, un XML en UTF-16 se busca igual que uno en UTF-8.
            junto = cola + trozo.replace(b"\x00", b"")
            exigir(
                not _PELIGRO.search(junto),
                f"«{nombre}» trae definiciones que una planilla no necesita y no se lee, por "
                "seguridad. Copie la lista en un libro nuevo.",
            )
            cola = junto[-16:]
