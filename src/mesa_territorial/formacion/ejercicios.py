"""Los bancos de ejercicios: ``exercises/NN_tema.toml`` leído, revisado y en su orden.

Lo que está mal se dice con archivo, ítem y remedio, para que lo arregle quien escribe el banco.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from mesa_territorial import contenido
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.items import ItemDeBanco

_SECCION = re.compile(r"guia/\d\d_\w+#[a-z0-9-]+")
_TRADUCCIONES = (
    (r"Object missing required field `(\w+)`", r"falta el campo «\1»; agréguelo"),
    (r"Object contains unknown field `(\w+)`", r"sobra el campo «\1»; ¿está bien escrito?"),
    (r"Expected `([^`]+)`, got `([^`]+)`", r"se esperaba \1 y llegó \2; corríjalo"),
    (r"Invalid value '([^']+)'", r"no se conoce «\1»; use un tipo de la lista"),
    (r"Invalid enum value '([^']+)'", r"no se conoce «\1»; use un código del catálogo"),
    (r" - at `\$\.?([^`]*)`", r" (en «\1»)"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objetivo:
    """Algo que la persona sabrá hacer; agrupa los ítems que lo muestran."""

    id: str
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banco:
    """Los ejercicios de un tema, en el orden en que se practican."""

    clave: str
    titulo: str
    objetivos: tuple[Objetivo, ...]
    items: tuple[ItemDeBanco, ...]

    @property
    def nombre(self) -> str:
        """La clave sin número: con ella se guarda el avance."""
        return self.clave[3:]

    def item(self, id_item: str) -> ItemDeBanco:
        """El ítem de ese id; levanta ``ReglaRota`` si el banco ya no lo trae."""
        for item in self.items:
            if item.id == id_item:
                return item
        raise ReglaRota("Ese ejercicio ya no está en el banco. Siga con el que aparece ahora.")

    def items_de(self, id_objetivo: str) -> tuple[ItemDeBanco, ...]:
        """Los ítems de un objetivo, en orden."""
        return tuple(i for i in self.items if i.objetivo == id_objetivo)


def listar_bancos() -> tuple[str, ...]:
    """Las claves que tienen banco («03_mapa_de_actores»), en orden; uno sin ítems no cuenta."""
    archivos = contenido.ruta("exercises").glob("[0-9][0-9]_*.toml")
    return tuple(sorted(a.stem for a in archivos if "[[items]]" in a.read_text(encoding="utf-8")))


@cache
def cargar_banco(clave: str) -> Banco:
    """El banco del tema; levanta ``ReglaRota`` si no existe o si algo en él no está bien."""
    if clave not in listar_bancos():
        raise ReglaRota(f"El tema «{clave}» todavía no tiene ejercicios.")
    archivo = contenido.ruta("exercises", f"{clave}.toml")
    return leer_banco(archivo.read_text(encoding="utf-8"), clave)


def leer_banco(texto: str, clave: str) -> Banco:
    """El banco escrito en ``texto`` (TOML); levanta ``ReglaRota`` con archivo, ítem y remedio."""
    archivo = f"exercises/{clave}.toml"
    try:
        crudo = tomllib.loads(texto)
    except tomllib.TOMLDecodeError as error:
        raise ReglaRota(f"{archivo} no se puede leer: {error}. Revise esa línea.") from error
    banco = Banco(
        clave=clave,
        titulo=str(crudo.get("titulo", clave)),
        objetivos=_leer_objetivos(crudo, archivo),
        items=tuple(_leer_item(i, archivo) for i in crudo.get("items", ())),
    )
    _revisar_banco(banco, archivo)
    return banco


def _leer_objetivos(crudo: Mapping[str, Any], archivo: str) -> tuple[Objetivo, ...]:
    try:
        return msgspec.convert(crudo.get("objetivos", []), tuple[Objetivo, ...])
    except msgspec.ValidationError as error:
        raise ReglaRota(f"{archivo}, objetivos: {_en_castellano(error)}.") from error


def _leer_item(crudo: Any, archivo: str) -> ItemDeBanco:
    quien = crudo.get("id", "sin id") if isinstance(crudo, dict) else "sin id"
    try:
        item: ItemDeBanco = msgspec.convert(crudo, ItemDeBanco)
    except (msgspec.ValidationError, ReglaRota) as error:
        raise ReglaRota(f"{archivo}, ítem «{quien}»: {_en_castellano(error)}.") from error
    return item


def _en_castellano(error: Exception) -> str:
    texto = str(error).rstrip(".")
    for patron, frase in _TRADUCCIONES:
        texto = re.sub(patron, frase, texto)
    return texto


def _revisar_banco(banco: Banco, archivo: str) -> None:
    vistos: set[str] = set()
    objetivos = {o.id for o in banco.objetivos}
    for item in banco.items:
        donde = f"{archivo}, ítem «{item.id}»"
        if item.id in vistos:
            raise ReglaRota(f"{donde}: el id está repetido; póngale otro.")
        if item.objetivo not in objetivos:
            raise ReglaRota(f"{donde}: el objetivo «{item.objetivo}» no está declarado; agréguelo.")
        if not _SECCION.fullmatch(item.seccion):
            raise ReglaRota(f"{donde}: la sección debe ser como «guia/03_mapa_de_actores#ancla».")
        vistos.add(item.id)
