"""La puerta de entrada de los archivos: reconoce qué son por su contenido y los lee."""

from collections.abc import Callable

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.envoltura import abrir_zip
from mesa_territorial.intercambio.lectura_csv import leer_csv
from mesa_territorial.intercambio.lectura_ods import leer_ods
from mesa_territorial.intercambio.lectura_xlsx import leer_xlsx
from mesa_territorial.intercambio.libro import Libro, esta_vacia

MAX_BYTES = 5 * 1024 * 1024
_XLS = (
    "«{}» está en el formato antiguo de Excel. Ábralo, elija «Guardar como» y "
    "guárdelo como .xlsx (Libro de Excel)."
)
_CON_CLAVE = "«{}» está protegido con contraseña. Quítesela en Excel y vuelva a elegirlo."
_AJENOS = (
    (b"%PDF", "es un PDF"),
    (b"\x89PNG", "es una imagen"),
    (b"\xff\xd8\xff", "es una imagen"),
    (b"Rar!", "es un archivo comprimido"),
    (b"7z\xbc\xaf", "es un archivo comprimido"),
    (b"\x1f\x8b", "es un archivo comprimido"),
    (b"{\\rtf", "es un documento de texto"),
    (b"<!DOCTYPE", "es una página web"),
    (b"<html", "es una página web"),
    (b"<?xml", "es un documento XML"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORMATOS = "Elija una planilla .xlsx, .ods o .csv."


def leer_archivo(nombre: str, contenido: bytes) -> Libro:
    """Lee una planilla xlsx, ods o csv.

    ``nombre`` es el del archivo, para los mensajes. Levanta ``ReglaRota`` con una frase para la
    persona si el archivo está vacío, dañado, cifrado, es de otro tipo o excede los límites.
    """
    exigir(bool(contenido.strip(b"\x00 \t\r\n")), f"«{nombre}» está vacío. Elija otro archivo.")
    exigir(len(contenido) <= MAX_BYTES, f"«{nombre}» pesa más de 5 MB. Deje sólo la lista.")
    _rechazar_ajenos(nombre, contenido)
    leer = _leer_zip if contenido.startswith(b"PK") else leer_csv
    libro = _sin_trazas(leer, nombre, contenido)
    hay = any(not esta_vacia(c) for hoja in libro.hojas for fila in hoja.filas for c in fila)
    exigir(hay, f"«{nombre}» no tiene datos en ninguna hoja que se pueda leer.")
    return libro


def _rechazar_ajenos(nombre: str, contenido: bytes) -> None:
    if contenido.startswith(_OLE):
        cifrado = "EncryptedPackage".encode("utf-16-le") in contenido
        raise ReglaRota((_CON_CLAVE if cifrado else _XLS).format(nombre))
    exigir(not nombre.lower().endswith(".xls"), _XLS.format(nombre))
    inicio = contenido.lstrip(b"\xef\xbb\xbf \t\r\n")[:16]
    for firma, que in _AJENOS:
        if inicio.lower().startswith(firma.lower()):
            raise ReglaRota(f"«{nombre}» {que}, no una planilla. {_FORMATOS}")


def _leer_zip(nombre: str, contenido: bytes) -> Libro:
    with abrir_zip(nombre, contenido) as envoltura:
        partes = set(envoltura.namelist())
        if "content.xml" in partes:
            return leer_ods(nombre, envoltura)
        if any(parte.startswith("xl/") for parte in partes):
            return leer_xlsx(nombre, contenido, envoltura)
    raise ReglaRota(f"«{nombre}» no es una planilla. {_FORMATOS}")


def _sin_trazas(leer: Callable[[str, bytes], Libro], nombre: str, contenido: bytes) -> Libro:
    try:
        return leer(nombre, contenido)
    except ReglaRota:
        raise
    except Exception as error:
        # Los lectores ajenos fallan de mil maneras con bytes dañados; todas son la misma frase.
        raise ReglaRota(
            f"«{nombre}» está dañado y no se puede leer. Ábralo en su programa de planillas, "
            "guárdelo de nuevo como .xlsx y vuelva a elegirlo."
        ) from error
