"""Las evaluaciones de cada grupo en una planilla: la que se entrega y la que vuelve.

Una fila por evaluador y actor. Lo que no se sabe se deja vacío; una celda que no se entiende se
dice con su fila y no detiene a las demás.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.esquemas.prioridad import ATRIBUTOS
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import (
    Celda,
    Hoja,
    Libro,
    esta_vacia,
    letra_de_columna,
    texto_de,
)
from mesa_territorial.intercambio.revision import Problema
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_posible
from mesa_territorial.intercambio.valores import numero_de

EVALUADOR, ACTOR = "Evaluador", "Actor"
_COLUMNAS = {"quien": EVALUADOR, "nombre": ACTOR, **ATRIBUTOS}
_REMEDIO = "escriba un número de 1 a 5 (puede ser 3,5), o deje la celda vacía"
Notas = dict[str, dict[str, float]]
"""De id de actor a atributo a nota."""


@dataclass(frozen=True, slots=True)
class EvaluacionesLeidas:
    """Las notas de cada evaluador, por su nombre, y las celdas que no se entendieron."""

    evaluadores: Mapping[str, Notas]
    problemas: tuple[Problema, ...]

    @property
    def notas(self) -> int:
        """Cuántas notas se entendieron."""
        return sum(len(n) for suyas in self.evaluadores.values() for n in suyas.values())


def planilla_de_evaluaciones(mesa: Mesa, evaluador: str = "") -> bytes:
    """El libro xlsx con una fila por actor, para que un grupo ponga sus notas."""
    exigir(bool(mesa.actores), "Primero agregue actores al mapa: la planilla los trae puestos.")
    filas = ((evaluador or None, texto_posible(a.nombre)) for a in mesa.actores.values())
    with LibroDeSalida() as libro:
        libro.agregar_tabla("Evaluaciones", tuple(_COLUMNAS), _COLUMNAS, filas)
        libro.agregar_textos("Instrucciones (ignorar)", _INSTRUCCIONES)
    return libro.contenido


_INSTRUCCIONES = [
    ("Evaluador", "El rol o el grupo que evalúa, en todas sus filas. Nunca una persona."),
    ("Notas", "De 1 a 5; puede ser 3,5. Lo que no se sabe se deja vacío: no es un cero."),
    ("Influencia", "¿Puede hacer que esto pase, o detenerlo?"),
    ("Interés", "¿Cuánto le importa, por lo que hace sin que se lo pidan?"),
    ("Legitimidad", "¿Se reconoce su derecho a opinar y pedir en este asunto?"),
    ("Urgencia", "¿Su necesidad no puede esperar?"),
    (
        "Varios grupos",
        "Copie las filas más abajo y cambie el evaluador, o use una planilla por grupo.",
    ),
    ("Traerla de vuelta", "Guárdela y elíjala en «Traer una planilla». Repetirla no duplica nada."),
]


def leer_evaluaciones(mesa: Mesa, nombre: str, contenido: bytes) -> EvaluacionesLeidas:
    """Las evaluaciones de una planilla; los actores se reconocen por su nombre.

    Levanta ``ReglaRota`` si el archivo no se puede leer, le faltan columnas o no trae notas.
    """
    lectura = _Lectura(mesa, leer_archivo(nombre, contenido))
    leidas = EvaluacionesLeidas(lectura.evaluadores, tuple(lectura.problemas))
    exigir(
        bool(leidas.notas or leidas.problemas),
        f"«{nombre}» tiene las columnas, pero ninguna nota. Llénela y vuelva a elegirla.",
    )
    return leidas


class _Lectura:
    """Una planilla mientras se lee."""

    def __init__(self, mesa: Mesa, libro: Libro) -> None:
        self._hoja, self._columnas = _buscar_hoja(libro)
        self._ids = {
            nombre_comparable(texto_posible(a.nombre)): a.id for a in mesa.actores.values()
        }
        self._nombres: dict[str, str] = {}
        self.evaluadores: dict[str, Notas] = {}
        self.problemas: list[Problema] = []
        for numero, fila in enumerate(self._hoja.filas[1:], start=2):
            if any(not esta_vacia(fila[c]) for t, c in self._columnas.items() if t in _TITULOS):
                self._leer_fila(numero, fila)

    def _leer_fila(self, numero: int, fila: tuple[Celda, ...]) -> None:
        quien = texto_de(fila[self._columnas[EVALUADOR]])
        id_actor = self._ids.get(nombre_comparable(texto_de(fila[self._columnas[ACTOR]])))
        if not quien:
            self._anotar(numero, EVALUADOR, "escriba el rol o el grupo que evalúa")
        elif id_actor is None:
            self._anotar(numero, ACTOR, "escriba el nombre tal como está en el mapa")
        else:
            # «Equipo FOSIS» y «equipo fosis» son el mismo evaluador.
            quien = self._nombres.setdefault(nombre_comparable(quien), quien)
            self._leer_notas(numero, fila, self.evaluadores.setdefault(quien, {}), id_actor)

    def _leer_notas(
        self, numero: int, fila: tuple[Celda, ...], notas: Notas, id_actor: str
    ) -> None:
        for atributo, titulo in ATRIBUTOS.items():
            celda = fila[self._columnas[titulo]] if titulo in self._columnas else None
            if esta_vacia(celda):
                continue
            nota = numero_de(celda)
            if nota is None or not NOTA_MINIMA <= nota <= NOTA_MAXIMA:
                self._anotar(numero, titulo, _REMEDIO)
            elif atributo in notas.get(id_actor, {}):
                self._anotar(numero, titulo, "deje una sola fila por evaluador y actor")
            else:
                notas.setdefault(id_actor, {})[atributo] = nota

    def _anotar(self, numero: int, titulo: str, remedio: str) -> None:
        columna = self._columnas[titulo]
        valor = texto_de(self._hoja.filas[numero - 1][columna])[:80]
        que = f'dice "{valor}"' if valor else "está vacía"
        letra = letra_de_columna(columna)
        self.problemas.append(Problema(numero, titulo, letra, columna, valor, que, remedio))


_TITULOS = frozenset(ATRIBUTOS.values())


def _buscar_hoja(libro: Libro) -> tuple[Hoja, dict[str, int]]:
    """La primera hoja con evaluador, actor y alguna nota, y dónde está cada columna."""
    for hoja in libro.hojas:
        columnas = dict(_columnas(hoja))
        if {EVALUADOR, ACTOR} <= columnas.keys() and _TITULOS & columnas.keys():
            return hoja, columnas
    raise ReglaRota(
        f"«{libro.nombre}» no tiene las columnas {EVALUADOR}, {ACTOR} y al menos una nota en una "
        "misma hoja. Baje la planilla de aquí y llénela."
    )


def _columnas(hoja: Hoja) -> Iterator[tuple[str, int]]:
    encabezado = [nombre_comparable(texto_de(c)) for c in hoja.filas[0]] if hoja.filas else []
    for titulo in _COLUMNAS.values():
        if nombre_comparable(titulo) in encabezado:
            yield titulo, encabezado.index(nombre_comparable(titulo))
