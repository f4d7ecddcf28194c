"""El único lugar donde las fallas de la base se traducen a frases para la persona."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy.exc as sa

from mesa_territorial.dominio.reglas import ReglaRota

LLENO = (
    "No queda espacio en el disco y el cambio no se guardó. "
    "Libere espacio y vuelva a intentarlo; lo anterior sigue a salvo."
)
SOLO_LECTURA = (
    "El archivo de las Mesas está protegido contra escritura y el cambio no se guardó. "
    "Revise los permisos del archivo y de su carpeta."
)
OCUPADA = (
    "El lugar donde se guardan las Mesas está ocupado y el cambio no se guardó. "
    "Espere unos segundos y vuelva a intentarlo."
)
AJENA = "Ese archivo no es una base de Mesas. Elija otro."
DANIADA = "El archivo de las Mesas está dañado. Restaure el último respaldo con «mesa restaurar»."
NO_ABRE = (
    "No se pudo abrir el archivo de las Mesas. "
    "Revise que la carpeta exista y que usted tenga permiso para escribir en ella."
)
DISCO = (
    "El disco falló al leer o escribir y el cambio no se guardó. "
    "Revise el disco, o copie su carpeta a otro, antes de seguir."
)
SIN_CONEXION = (
    "No hay conexión con la base de datos y el último cambio puede no haberse guardado. "
    "Revise la red y vuelva a intentarlo."
)
LETRA_IMPOSIBLE = "Hay un carácter que no se puede guardar. Bórrelo y vuelva a escribirlo."
_POR_CODIGO = {
    "SQLITE_FULL": LLENO,
    "SQLITE_READONLY": SOLO_LECTURA,
    "SQLITE_PERM": SOLO_LECTURA,
    "SQLITE_BUSY": OCUPADA,
    "SQLITE_LOCKED": OCUPADA,
    "SQLITE_CORRUPT": DANIADA,
    "SQLITE_NOTADB": AJENA,
    "SQLITE_CANTOPEN": NO_ABRE,
    "SQLITE_IOERR": DISCO,
}
_POR_ESTADO = {"53100": LLENO, "25006": SOLO_LECTURA, "55P03": OCUPADA, "40P01": OCUPADA}


class FallaDeAlmacen(ReglaRota):
    """La base no pudo leer o guardar: no es culpa del dato, y lo ya guardado sigue guardado."""


@contextmanager
def traducir() -> Iterator[None]:
    """Convierte las fallas de la base que se saben explicar en ``FallaDeAlmacen``."""
    try:
        yield
    except sa.TimeoutError as error:
        raise FallaDeAlmacen(OCUPADA) from error
    except sa.DBAPIError as error:
        frase = _frase(error)
        if frase is None:
            raise
        raise FallaDeAlmacen(frase) from error
    except UnicodeEncodeError as error:
        raise ReglaRota(LETRA_IMPOSIBLE) from error


def _frase(error: sa.DBAPIError) -> str | None:
    codigo = getattr(error.orig, "sqlite_errorname", None)
    if codigo is not None:
        return _POR_CODIGO.get("_".join(codigo.split("_")[:2]))
    estado = getattr(error.orig, "sqlstate", None)
    if estado in _POR_ESTADO:
        return _POR_ESTADO[estado]
    perdida = error.connection_invalidated or (
        isinstance(error, sa.OperationalError) and (estado is None or estado[:2] in ("08", "57"))
    )
    return SIN_CONEXION if perdida else None
