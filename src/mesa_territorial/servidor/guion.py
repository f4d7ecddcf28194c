"""Qué lleva cada página: título, lugar en la ruta, pestañas, menú, lo anterior y lo que sigue."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.temas import Tema, buscar_tema, listar_temas

TIEMPOS = {
    "leer": ("Leer", "Abriendo la lectura…"),
    "explorar": ("Explorar", "Abriendo el recorrido…"),
    "practicar": ("Practicar", "Abriendo la práctica…"),
    "aplicar": ("Aplicar", "Abriendo su Mesa…"),
}
_MINUTOS = {
    "leer": "minutos_lectura",
    "explorar": "minutos_explorar",
    "practicar": "minutos_practica",
}
_APLICACIONES = {
    "inicio": (
        "Arme y conduzca su Mesa Territorial",
        "Doce temas. En cada uno se lee, se explora un caso resuelto, se practica y se aplica a su "
        "propio territorio.",
    ),
    "mi_mesa": (
        "Mi Mesa",
        "Cree, abra, duplique o lleve consigo las Mesas de su equipo.",
    ),
    "votacion": (
        "Votar con el grupo",
        "Cada persona responde a ciegas desde su celular o en papel; después se revela, se "
        "conversa y se vuelve a votar.",
    ),
}


@dataclass(frozen=True)
class Momento:
    """Una pestaña: su clave es la etiqueta de la celda y el ancla de la dirección."""

    clave: str
    titulo: str
    cargando: str
    minutos: int = 0


@dataclass(frozen=True)
class Enlace:
    """Un tema en el menú o en el pie; sin dirección, está en preparación."""

    numero: int
    titulo: str
    direccion: str
    aqui: bool = False


@dataclass(frozen=True, kw_only=True)
class Guion:
    """Todo lo que la plantilla escribe, salvo lo que corre en el núcleo."""

    aqui: str
    cuaderno: Path
    titulo: str
    gana: str = ""
    lugar: str = ""
    momentos: tuple[Momento, ...]
    temas: tuple[Enlace, ...]
    anterior: Enlace | None = None
    siguiente: Enlace | None = None


def enlazar(tema: Tema, carpeta: Path, aqui: str = "") -> Enlace:
    """El enlace a un tema; sin dirección si aún no se puede abrir."""
    listo = (carpeta / f"{tema.clave}.ipynb").is_file()
    return Enlace(
        tema.numero, tema.titulo, f"/tema/{tema.clave}" if listo else "", tema.clave == aqui
    )


def guion_de_tema(clave: str, carpeta: Path) -> Guion | None:
    """El guion de un tema, con o sin número en la clave; ``None`` si no se puede abrir."""
    try:
        tema = buscar_tema(clave)
    except ReglaRota:
        return None
    enlaces = [enlazar(t, carpeta, tema.clave) for t in listar_temas()]
    if not enlaces[listar_temas().index(tema)].direccion:
        return None
    return Guion(
        aqui=tema.clave,
        cuaderno=carpeta / f"{tema.clave}.ipynb",
        titulo=tema.titulo,
        gana=tema.gana,
        lugar=f"{tema.numero} de {len(enlaces)}",
        momentos=tuple(
            Momento(k, *v, minutos=getattr(tema, _MINUTOS.get(k, ""), 0))
            for k, v in TIEMPOS.items()
        ),
        temas=tuple(enlaces),
        anterior=_vecino(enlaces, tema, -1),
        siguiente=_vecino(enlaces, tema, 1),
    )


def _vecino(enlaces: Sequence[Enlace], tema: Tema, paso: int) -> Enlace | None:
    lugar = listar_temas().index(tema) + paso
    vecino = enlaces[lugar] if 0 <= lugar < len(enlaces) else None
    return vecino if vecino and vecino.direccion else None


def guion_de_aplicacion(nombre: str, carpeta: Path) -> Guion | None:
    """El guion de ``app_<nombre>.ipynb``; ``None`` si no existe."""
    cuaderno = carpeta / f"app_{nombre}.ipynb"
    if not cuaderno.is_file():
        return None
    titulo, gana = _APLICACIONES.get(nombre, (nombre.replace("_", " ").capitalize(), ""))
    return Guion(
        aqui=nombre,
        cuaderno=cuaderno,
        titulo=titulo,
        gana=gana,
        momentos=(Momento("aplicar", titulo, f"Abriendo «{titulo}»…"),),
        temas=tuple(enlazar(t, carpeta) for t in listar_temas()),
    )


def listar_cuadernos(carpeta: Path, *, todos: bool) -> tuple[Path, ...]:
    """Los cuadernos de las páginas que conviene tener listas: la portada o ``todos``."""
    portada = carpeta / "app_inicio.ipynb"
    resto = sorted(carpeta.glob("*.ipynb")) if todos else []
    return tuple(c for c in dict.fromkeys((portada, *resto)) if c.is_file())
