"""Las papeletas digitadas, de vuelta: lo que se entendió y los errores con su fila."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mesa_territorial.dominio.actores import Sector, nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_votos import Marca, Papeleta
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import (
    Celda,
    Hoja,
    Libro,
    esta_vacia,
    letra_de_columna,
    texto_de,
)
from mesa_territorial.intercambio.papeletas import (
    COLUMNAS_DE_NOTA,
    NUMERO,
    OPCION,
    REMEDIOS,
    SECTOR,
)
from mesa_territorial.intercambio.revision import Problema
from mesa_territorial.intercambio.tablas import texto_posible
from mesa_territorial.intercambio.valores import numero_de
from mesa_territorial.textos import SECTORES

_SECTORES = {nombre_comparable(nombre): Sector(clave) for clave, nombre in SECTORES.items()}


@dataclass(frozen=True, slots=True)
class PapeletasLeidas:
    """Las papeletas que se entendieron y las celdas que no.

    Una papeleta con una celda mala no se entrega: se corrige la planilla y se trae de nuevo.
    """

    papeletas: tuple[Papeleta, ...]
    problemas: tuple[Problema, ...]


@dataclass(slots=True)
class _Pila:
    """Lo que se va juntando de una papeleta mientras se bajan las filas."""

    sector: Sector | None = None
    marcas: list[Marca] = field(default_factory=list)
    mala: bool = False


def leer_papeletas(votacion: Votacion, nombre: str, contenido: bytes) -> PapeletasLeidas:
    """Las papeletas de una planilla digitada.

    Levanta ``ReglaRota`` si el archivo no se puede leer o no tiene las columnas de esta votación.
    """
    return _Lectura(votacion, leer_archivo(nombre, contenido)).papeletas()


class _Lectura:
    """Una planilla mientras se lee."""

    def __init__(self, votacion: Votacion, libro: Libro) -> None:
        self._votacion = votacion
        self._notas = COLUMNAS_DE_NOTA[votacion.tipo]
        self._hoja, self._columnas = _buscar_hoja(libro, [t for t, _ in self._notas])
        # Lo demás ya viene escrito en la planilla.
        self._digitadas = [t for t in (SECTOR, *(t for t, _ in self._notas)) if t in self._columnas]
        self._ids = {nombre_comparable(texto_posible(o.nombre)): o.id for o in votacion.opciones}
        self._pilas: dict[str, _Pila] = {}
        self._problemas: list[Problema] = []

    def papeletas(self) -> PapeletasLeidas:
        """Lee todas las filas."""
        for numero, fila in enumerate(self._hoja.filas[1:], start=2):
            if any(not esta_vacia(fila[self._columnas[t]]) for t in self._digitadas):
                self._leer_fila(numero, fila)
        buenas = (
            Papeleta(testigo=f"papel-{testigo}", sector=p.sector, marcas=self._completar(p))
            for testigo, p in self._pilas.items()
            if p.marcas and not p.mala
        )
        return PapeletasLeidas(tuple(buenas), tuple(self._problemas))

    def _leer_fila(self, numero: int, fila: tuple[Celda, ...]) -> None:
        testigo = texto_de(fila[self._columnas[NUMERO]])[:20]
        if not testigo:
            self._anotar(numero, NUMERO, "escriba el número de la papeleta")
            return
        pila = self._pilas.setdefault(testigo, _Pila())
        antes = len(self._problemas)
        self._leer_sector(numero, fila, pila)
        marca = self._leer_marca(numero, fila)
        if marca and any(m.opcion == marca.opcion for m in pila.marcas):
            self._anotar(numero, OPCION, "deje una sola fila por opción en cada papeleta")
        elif marca:
            pila.marcas.append(marca)
        pila.mala |= len(self._problemas) > antes

    def _leer_sector(self, numero: int, fila: tuple[Celda, ...], pila: _Pila) -> None:
        columna = self._columnas.get(SECTOR)
        dicho = texto_de(fila[columna]) if columna is not None else ""
        if not dicho:
            return
        sector = _SECTORES.get(nombre_comparable(dicho))
        if sector is None:
            self._anotar(numero, SECTOR, f"elija {', '.join(SECTORES.values())}, o déjelo vacío")
        pila.sector = sector or pila.sector

    def _leer_marca(self, numero: int, fila: tuple[Celda, ...]) -> Marca | None:
        id_opcion = self._ids.get(nombre_comparable(texto_de(fila[self._columnas[OPCION]])))
        if id_opcion is None:
            self._anotar(numero, OPCION, "escriba el nombre tal como está en la votación")
            return None
        notas: dict[str, float] = {}
        for titulo, campo in self._notas:
            celda = fila[self._columnas[titulo]]
            if esta_vacia(celda):
                continue
            nota = numero_de(celda)
            if nota is None or (campo == "valor" and nota != int(nota)):
                self._anotar(numero, titulo, REMEDIOS[self._votacion.tipo])
            else:
                notas[campo] = int(nota) if campo == "valor" else nota
        return _marca(id_opcion, notas)

    def _completar(self, pila: _Pila) -> tuple[Marca, ...]:
        """Las marcas; si la papeleta va entera, con lo no contestado en blanco."""
        if not self._votacion.tipo.va_entera:
            return tuple(pila.marcas)
        puestas = {m.opcion for m in pila.marcas}
        faltan = (o.id for o in self._votacion.opciones if o.id not in puestas)
        return (*pila.marcas, *(Marca(opcion=i) for i in faltan))

    def _anotar(self, numero: int, titulo: str, remedio: str) -> None:
        columna = self._columnas[titulo]
        valor = texto_de(self._hoja.filas[numero - 1][columna])[:80]
        que = f'dice "{valor}"' if valor else "está vacía"
        letra = letra_de_columna(columna)
        self._problemas.append(Problema(numero, titulo, letra, columna, valor, que, remedio))


def _marca(opcion: str, notas: Mapping[str, float]) -> Marca | None:
    if not notas:
        return None
    valor = notas.get("valor")
    return Marca(
        opcion=opcion,
        influencia=notas.get("influencia"),
        interes=notas.get("interes"),
        valor=None if valor is None else int(valor),
    )


def _buscar_hoja(libro: Libro, notas: list[str]) -> tuple[Hoja, dict[str, int]]:
    """La primera hoja con las columnas de las papeletas, y dónde está cada una."""
    necesarias = [NUMERO, OPCION, *notas]
    for hoja in libro.hojas:
        columnas = dict(_columnas(hoja, [*necesarias, SECTOR]))
        if columnas.keys() >= set(necesarias):
            return hoja, columnas
    raise ReglaRota(
        f"«{libro.nombre}» no tiene las columnas {', '.join(necesarias)} en una misma hoja. "
        "Baje la planilla de esta votación y digite en ella."
    )


def _columnas(hoja: Hoja, titulos: list[str]) -> Iterator[tuple[str, int]]:
    encabezado = [nombre_comparable(texto_de(c)) for c in hoja.filas[0]] if hoja.filas else []
    for titulo in titulos:
        if nombre_comparable(titulo) in encabezado:
            yield titulo, encabezado.index(nombre_comparable(titulo))
