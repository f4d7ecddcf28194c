"""El archivo .mesa: la Mesa entera con su bitácora, comprobable y legible sin este programa."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from mesa_territorial import documento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.atado import atar
from mesa_territorial.intercambio.salida_xlsx import exportar_xlsx

FORMATO = "mesa-territorial"
VERSION_DEL_PAQUETE = 1
MAX_BYTES = 50 * 1024 * 1024
MAX_DESCOMPRIMIDO = 100 * 1024 * 1024
_MANIFIESTO, _DATOS, _BITACORA, _LEGIBLE = (
    "manifest.json", "datos.json", "bitacora.jsonl", "LEGIBLE.xlsx",
)  # fmt: skip
_PARTES = (_DATOS, _BITACORA, _LEGIBLE)
_DANADO = "Este archivo .mesa está dañado o incompleto. Use otra copia."
_ALTERADO = "Este archivo .mesa fue cambiado por fuera del programa y no se abre. Use otra copia."
_AJENO = "Este archivo no es una Mesa guardada con este programa (.mesa)."
_ENORME = "Este archivo .mesa se infla demasiado al abrirlo y no se lee, por seguridad."
_FUTURO = (
    "Esta Mesa se guardó con una versión más nueva del programa. "
    "Actualice el programa y vuelva a abrirla."
)

Suceso = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Paquete:
    """Lo que trae un archivo .mesa ya comprobado."""

    mesa: Mesa
    sucesos: tuple[Suceso, ...]
    manifiesto: Mapping[str, Any]


def empaquetar(mesa: Mesa, sucesos: Sequence[Suceso], *, con_privado: bool = True) -> bytes:
    """El archivo .mesa con la Mesa, los sucesos de su bitácora y una copia en planilla.

    Guarda lo que recibe: quitar lo privado es de ``resguardo``, y ``con_privado`` sólo lo deja
    dicho en el manifiesto. Los sucesos son dicts de tipos JSON. Los mismos datos dan siempre los
    mismos bytes. Levanta ``ReglaRota`` si algo no se puede guardar como JSON.
    """
    lineas = "".join(f"{_json(dict(suceso))}\n" for suceso in sucesos)
    partes = {
        _DATOS: _json(documento.a_documento(mesa)).encode(),
        _BITACORA: lineas.encode(),
        _LEGIBLE: exportar_xlsx(mesa),
    }
    manifiesto = {
        "formato": FORMATO,
        "version": VERSION_DEL_PAQUETE,
        "version_de_datos": documento.VERSION,
        "mesa": mesa.nombre,
        "sucesos": len(sucesos),
        "con_privado": con_privado,
        "partes": {nombre: _huella(contenido) for nombre, contenido in partes.items()},
    }
    return atar({_MANIFIESTO: _json(manifiesto).encode(), **partes})


def _json(valor: Any) -> str:
    try:
        texto = json.dumps(valor, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        texto.encode()
    except UnicodeEncodeError:
        # Un medio par suelto sólo cabe en JSON escrito con escapes.
        return json.dumps(valor, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise ReglaRota(f"Hay un dato que no se puede guardar en el archivo ({error}).") from error
    return texto


def _huella(contenido: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(contenido).hexdigest(), "bytes": len(contenido)}


def desempaquetar(contenido: bytes) -> Paquete:
    """Lo contrario de ``empaquetar``.

    Levanta ``ReglaRota`` si el archivo está dañado, fue alterado, es de otro programa, es una
    bomba o lo escribió una versión posterior. La huella detecta daños y descuidos; no es una
    firma: quien rehaga el manifiesto puede cambiar el contenido.
    """
    exigir(len(contenido) <= MAX_BYTES, "Este archivo .mesa pesa más de 50 MB y no se abre.")
    manifiesto, partes = _abrir(contenido)
    mesa = documento.a_mesa(_leer_json(partes[_DATOS]), _version_de_datos(manifiesto))
    lineas = partes[_BITACORA].split(b"\n")
    sucesos = tuple(_leer_json(linea) for linea in lineas if linea)
    exigir(all(isinstance(suceso, dict) for suceso in sucesos), _DANADO)
    return Paquete(mesa, sucesos, manifiesto)


def _abrir(contenido: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """El manifiesto y las partes, con sus huellas comprobadas."""
    try:
        with zipfile.ZipFile(io.BytesIO(contenido)) as envoltura:
            _exigir_partes(envoltura)
            manifiesto = _leer_json(envoltura.read(_MANIFIESTO))
            _exigir_manifiesto(manifiesto)
            partes = {nombre: envoltura.read(nombre) for nombre in _PARTES}
    except ReglaRota:
        raise
    except Exception as error:
        # zipfile y zlib fallan de muchas maneras con bytes dañados; la frase es la misma.
        raise ReglaRota(_DANADO) from error
    huellas = {nombre: _huella(parte) for nombre, parte in partes.items()}
    exigir(huellas == manifiesto["partes"], _ALTERADO)
    return manifiesto, partes


def _exigir_partes(envoltura: zipfile.ZipFile) -> None:
    nombres = [parte.filename for parte in envoltura.infolist()]
    exigir(_MANIFIESTO in nombres, _AJENO)
    exigir(sorted(nombres) == sorted((_MANIFIESTO, *_PARTES)), _ALTERADO)
    total = sum(parte.file_size for parte in envoltura.infolist())
    exigir(total <= MAX_DESCOMPRIMIDO, _ENORME)


def _exigir_manifiesto(manifiesto: Any) -> None:
    exigir(isinstance(manifiesto, dict) and manifiesto.get("formato") == FORMATO, _AJENO)
    version = manifiesto.get("version")
    exigir(isinstance(version, int) and not isinstance(version, bool) and version > 0, _DANADO)
    exigir(version <= VERSION_DEL_PAQUETE, _FUTURO)


def _version_de_datos(manifiesto: Mapping[str, Any]) -> int:
    version = manifiesto.get("version_de_datos")
    if not isinstance(version, int) or version < 1:
        raise ReglaRota(_DANADO)
    return version


def _leer_json(contenido: bytes) -> Any:
    try:
        return json.loads(contenido, parse_constant=_rechazar_constante)
    except (ValueError, RecursionError) as error:
        raise ReglaRota(_DANADO) from error


def _rechazar_constante(_: str) -> NoReturn:
    raise ValueError
