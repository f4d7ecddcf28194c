"""Las piezas de un ejercicio: lo común a todos, alternativas, categorías, zonas y datos.

Son el espejo de ``exercises/NN_tema.toml``; la forma la revisa msgspec y el sentido, cada clase.
"""

import msgspec

from mesa_territorial.dominio.reglas import exigir


class Pieza(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base de todo lo que se lee del TOML: inmutable, con nombre y sin campos de más."""


class Tabla(Pieza, frozen=True, kw_only=True):
    """Datos que acompañan a la pregunta: una fila por actor, relación o momento."""

    titulo: str
    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        ancho = len(self.columnas)
        exigir(
            all(len(f) == ancho for f in self.filas),
            f"la tabla «{self.titulo}» tiene filas con más o menos de {ancho} celdas; complételas",
        )


class Punto(Pieza, frozen=True, kw_only=True):
    """Un actor del dibujo que acompaña a la pregunta; ``x`` e ``y`` van de 0 a 100."""

    id: str
    nombre: str
    x: float
    y: float
    sector: str = ""


class Dibujo(Pieza, frozen=True, kw_only=True):
    """Una red pequeña para mirar; ``descripcion`` la cuenta a quien no la ve."""

    descripcion: str
    puntos: tuple[Punto, ...]
    enlaces: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        ids = {p.id for p in self.puntos}
        sueltos = {extremo for enlace in self.enlaces for extremo in enlace} - ids
        exigir(not sueltos, f"el dibujo une puntos que no existen: {', '.join(sorted(sueltos))}")


class Item(Pieza, tag_field="tipo", frozen=True, kw_only=True):
    """Lo común a todo ejercicio.

    ``id`` no cambia nunca; ``version`` sube cuando cambia lo que se pregunta o lo que se acepta.
    ``seccion`` es el ancla de la guía, «guia/03_mapa_de_actores#quien-falta». ``solucion_tras``
    es el número de intentos fallidos tras los cuales se ofrece la solución.
    """

    id: str
    version: int
    objetivo: str
    seccion: str
    titulo: str
    enunciado: str
    pistas: tuple[str, ...]
    explicacion: str
    si_acierta: str
    si_falla: str
    solucion_tras: int = 2
    nota: str = ""
    tabla: Tabla | None = None
    dibujo: Dibujo | None = None

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "falta el id")
        exigir(self.version >= 1, "la versión empieza en 1")
        exigir(bool(self.pistas), "falta al menos una pista")
        exigir(self.solucion_tras >= 1, "solucion_tras es 1 o más")
        self.revisar()

    def revisar(self) -> None:
        """Comprueba lo propio de cada tipo; levanta ``ReglaRota`` con el remedio."""


class Opcion(Pieza, frozen=True, kw_only=True):
    """Una alternativa y lo que se le dice a quien la marca."""

    id: str
    texto: str
    mensaje: str
    correcta: bool = False


class ErrorNumerico(Pieza, frozen=True, kw_only=True):
    """Un resultado equivocado que se ve venir y qué decirle a quien llegó a él."""

    valor: float
    mensaje: str


class Elemento(Pieza, frozen=True, kw_only=True):
    """Algo con nombre: un paso por ordenar, una categoría."""

    id: str
    texto: str


class ErrorDeOrden(Pieza, frozen=True, kw_only=True):
    """Poner ``antes`` delante de ``despues``, y por qué no."""

    antes: str
    despues: str
    mensaje: str


class Clasificable(Pieza, frozen=True, kw_only=True):
    """Algo que va en una categoría; ``errores`` responde a cada categoría equivocada."""

    id: str
    texto: str
    categoria: str
    mensaje: str
    errores: dict[str, str] = {}


class Zona(Pieza, frozen=True, kw_only=True):
    """Un rectángulo de la cuadrícula: influencia e interés, cada uno [desde, hasta] de 1 a 5."""

    influencia: tuple[float, float]
    interes: tuple[float, float]

    def contiene(self, influencia: float, interes: float) -> bool:
        """Si el lugar cae dentro, bordes incluidos."""
        (i0, i1), (x0, x1) = self.influencia, self.interes
        return i0 <= influencia <= i1 and x0 <= interes <= x1


class ErrorDeLugar(Zona, frozen=True, kw_only=True):
    """Una zona equivocada y qué decir de ella."""

    mensaje: str


class Ubicable(Zona, frozen=True, kw_only=True):
    """Un actor que se ubica y la zona donde lo dejan los hechos contados."""

    id: str
    texto: str
    mensaje: str
    errores: tuple[ErrorDeLugar, ...] = ()
