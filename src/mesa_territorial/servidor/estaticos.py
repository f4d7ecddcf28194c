"""Los archivos de la pantalla: en memoria, comprimidos una vez y con su huella en la dirección."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from mesa_territorial.servidor.respuestas import Respuesta

_YA_COMPRIMIDOS = {".woff2", ".png"}
_PARA_SIEMPRE = "public, max-age=31536000, immutable"
_UNA_SEMANA = "public, max-age=604800"


@dataclass(frozen=True)
class Archivo:
    """Un archivo compilado, tal como estaba cuando se leyó."""

    nombre: str
    datos: bytes

    @cached_property
    def huella(self) -> str:
        """Doce dígitos que cambian cuando cambia el archivo."""
        return hashlib.sha256(self.datos).hexdigest()[:12]

    @cached_property
    def comprimido(self) -> bytes | None:
        """Los datos en gzip; ``None`` si no vale la pena."""
        return None if Path(self.nombre).suffix in _YA_COMPRIMIDOS else gzip.compress(self.datos, 9)

    @property
    def tipo(self) -> str:
        """El tipo MIME."""
        if self.nombre.endswith(".woff2"):
            return "font/woff2"
        tipo = mimetypes.guess_type(self.nombre)[0] or "application/octet-stream"
        return f"{tipo}; charset=utf-8" if tipo.startswith("text/") else tipo


class Estaticos:
    """Los archivos de una o más carpetas planas. Sólo existe lo que está en ellas."""

    def __init__(self, carpetas: tuple[Path, ...]) -> None:
        self._carpetas = carpetas
        self._leidos: dict[Path, tuple[int, Archivo]] = {}

    def _rutas(self) -> dict[str, Path]:
        return {r.name: r for c in self._carpetas if c.is_dir() for r in c.iterdir() if r.is_file()}

    def buscar(self, nombre: str) -> Archivo | None:
        """El archivo de ese nombre, releído si cambió en el disco."""
        ruta = self._rutas().get(nombre)
        return self._leer(ruta) if ruta else None

    def _leer(self, ruta: Path) -> Archivo:
        fecha = ruta.stat().st_mtime_ns
        if ruta not in self._leidos or self._leidos[ruta][0] != fecha:
            self._leidos[ruta] = (fecha, Archivo(ruta.name, ruta.read_bytes()))
        return self._leidos[ruta][1]

    def huellas(self) -> dict[str, str]:
        """La huella de cada módulo y hoja, para escribir direcciones que duran para siempre."""
        rutas = self._rutas().values()
        return {r.name: self._leer(r).huella for r in rutas if r.suffix in {".js", ".css", ".svg"}}


class PaginaDeEstatico(Respuesta):
    """``/mesa/estatico/<archivo>?v=<huella>``: público, porque es lo mismo para todo el mundo."""

    @allow_unauthenticated
    def get(self, nombre: str) -> None:
        """Entrega el archivo; 404 si no es uno de los compilados."""
        archivo = self.estaticos.buscar(nombre)
        if archivo is None:
            raise HTTPError(404)
        self.set_header("Content-Type", archivo.tipo)
        self.set_header("Etag", f'"{archivo.huella}"')
        self.set_header("Cache-Control", self._duracion(archivo))
        if self.check_etag_header():
            self.set_status(304)
            return
        self.write(self._cuerpo(archivo))

    def _duracion(self, archivo: Archivo) -> str:
        if self.get_argument("v", "") == archivo.huella:
            return _PARA_SIEMPRE
        return _UNA_SEMANA if archivo.nombre.endswith(".woff2") else "no-cache"

    def _cuerpo(self, archivo: Archivo) -> bytes:
        acepta = "gzip" in self.request.headers.get("Accept-Encoding", "")
        if not (acepta and archivo.comprimido):
            return archivo.datos
        self.set_header("Content-Encoding", "gzip")
        self.set_header("Vary", "Accept-Encoding")
        return archivo.comprimido
