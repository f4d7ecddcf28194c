"""Los temas del kit, leídos de ``guia/NN_nombre.md``: no hay otro registro.

Cada archivo empieza con una portada en TOML entre líneas ``+++``. Un archivo que sólo trae la
portada es un tema «en preparación».
"""

import tomllib
from dataclasses import dataclass
from functools import cache

import msgspec

from mesa_territorial import contenido
from mesa_territorial.dominio.reglas import ReglaRota

_MARCA = "+++"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tema:
    """La portada de un tema; ``clave`` es «03_mapa_de_actores» y ``nombre`` va sin número."""

    clave: str
    titulo: str
    gana: str = ""
    preguntas: tuple[str, ...] = ()
    objetivos: tuple[str, ...] = ()
    prerrequisitos: tuple[str, ...] = ()
    minutos_lectura: int = 0
    minutos_explorar: int = 0
    minutos_practica: int = 0
    fuentes: tuple[str, ...] = ()
    cuerpo: str = ""

    @property
    def numero(self) -> int:
        """El lugar del tema en la ruta."""
        return int(self.clave[:2])

    @property
    def nombre(self) -> str:
        """La clave sin número: con ella se guarda el avance."""
        return self.clave[3:]

    @property
    def esta_en_preparacion(self) -> bool:
        """Si todavía no tiene lectura."""
        return not self.cuerpo.strip()


def separar_portada(texto: str, archivo: str) -> tuple[dict[str, object], str]:
    """La portada y el cuerpo de un archivo de la guía; levanta ``ReglaRota`` si no la trae."""
    partes = texto.split(_MARCA + "\n", 2)
    if len(partes) != 3 or partes[0].strip():
        raise ReglaRota(f"{archivo} debe empezar con una portada entre líneas {_MARCA}.")
    try:
        return tomllib.loads(partes[1]), partes[2]
    except tomllib.TOMLDecodeError as error:
        raise ReglaRota(f"La portada de {archivo} no se puede leer: {error}.") from error


@cache
def listar_temas() -> tuple[Tema, ...]:
    """Todos los temas, en orden."""
    archivos = sorted(contenido.ruta("guia").glob("[0-9][0-9]_*.md"))
    return tuple(_leer(a.stem, a.read_text(encoding="utf-8")) for a in archivos)


def _leer(clave: str, texto: str) -> Tema:
    portada, cuerpo = separar_portada(texto, f"guia/{clave}.md")
    try:
        return msgspec.convert({**portada, "clave": clave, "cuerpo": cuerpo}, Tema)
    except msgspec.ValidationError as error:
        raise ReglaRota(f"La portada de guia/{clave}.md no está bien: {error}.") from error


def buscar_tema(clave: str) -> Tema:
    """El tema de esa clave, con o sin número; levanta ``ReglaRota`` si no existe."""
    for tema in listar_temas():
        if clave in (tema.clave, tema.nombre):
            return tema
    raise ReglaRota(f"No hay un tema llamado «{clave}».")
