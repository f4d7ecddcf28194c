"""Una matriz de filas por columnas sobre la pizarra, que se llena como una planilla."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial_widgets.componentes.archivos import desde_base64
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.seguro import atender

MAX_MEGAS = 5
Valores = Mapping[str, Mapping[str, float | None]]
Textos = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Rotulo:
    """Una fila o columna; ``corto`` es lo que cabe en el encabezado (sin él, el nombre)."""

    id: str
    nombre: str
    corto: str = ""
    ayuda: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Resumen:
    """Una fila o columna final de sólo lectura: su título y el texto de cada id."""

    titulo: str
    textos: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class VistaDeMatriz:
    """Lo que se ve. Lo que no está en ``valores`` (o es ``None``) es una casilla vacía.

    ``marcas`` son las casillas dudosas con su porqué; ``notas``, el porqué de las que no lo son.
    """

    filas: Sequence[Rotulo]
    columnas: Sequence[Rotulo]
    valores: Valores
    marcas: Textos = field(default_factory=dict)
    notas: Textos = field(default_factory=dict)
    resumen_filas: Sequence[Resumen] = ()
    resumen_columnas: Sequence[Resumen] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ajustes:
    """Cómo se llena: qué ``orden`` guarda (vacía, sólo se mira), rango, paso y palabras."""

    orden: str = ""
    datos: Mapping[str, Any] = field(default_factory=dict)
    minimo: float = 0
    maximo: float = 4
    paso: float = 1
    con_signo: bool = False
    diagonal: bool = False
    dudosas: bool = False
    pregunta: str = ""
    leyenda: Mapping[float, str] = field(default_factory=dict)
    filas_de: str = "actores"
    columnas_de: str = "actores"
    vacio: str = "Todavía no hay nada que llenar."
    archivos: bool = True
    hojas: Sequence[str] = ()


class Matriz(ComponenteDePizarra):
    """``mirar(mesa)`` dice qué se ve; se llama de nuevo cada vez que la Mesa cambia.

    Lo escrito va a la orden de ``ajustes`` como ``{"celdas": [{"fila", "columna", "valor"}]}``.
    """

    modulo = "matriz"
    vista = t.Dict().tag(sync=True)
    ajustes = t.Dict().tag(sync=True)
    titulo = t.Unicode().tag(sync=True)
    bajada = t.Unicode().tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        mirar: Callable[[Mesa], VistaDeMatriz],
        *,
        titulo: str = "",
        bajada: str = "",
        **ajustes: Any,
    ) -> None:
        self._mirar, self._ajustes = mirar, Ajustes(**ajustes)
        super().__init__(
            pizarra, titulo=titulo, bajada=bajada, ajustes=_para_pantalla(self._ajustes)
        )
        self.pizarra.observe(lambda _: atender(self.ver), "valor")
        self.ver()

    def ver(self) -> None:
        """Vuelve a mirar la Mesa."""
        self.vista = _a_pantalla(self._mirar(self.valor))

    def _al_leer(self, nombre: str, base64: str) -> dict[str, Any]:
        """Las celdas de una planilla, como texto: la pantalla decide qué cambia y pregunta."""
        from mesa_territorial.intercambio import leer_archivo
        from mesa_territorial.intercambio.libro import texto_de

        libro = leer_archivo(nombre, desde_base64(base64, megas=MAX_MEGAS))
        hojas = [h for h in libro.hojas if h.filas]
        exigir(bool(hojas), f"«{nombre}» no trae datos. Elija otro archivo.")
        pedidas = [p.casefold() for p in self._ajustes.hojas]
        preferidas = [h for p in pedidas for h in hojas if h.nombre.casefold().startswith(p)]
        hoja = (preferidas or hojas)[0]
        return {"hoja": hoja.nombre, "filas": [[texto_de(c) for c in f] for f in hoja.filas]}


def _para_pantalla(ajustes: Ajustes) -> dict[str, Any]:
    leyenda = {f"{valor:g}": palabra for valor, palabra in ajustes.leyenda.items()}
    return {**asdict(ajustes), "leyenda": leyenda}


def _a_pantalla(vista: VistaDeMatriz) -> dict[str, Any]:
    crudo = asdict(vista)
    for lado in ("filas", "columnas"):
        crudo[lado] = [{**r, "corto": r["corto"] or r["nombre"]} for r in crudo[lado]]
    return crudo
