"""Una importación en curso: qué hoja, qué encabezado, qué columnas. Valores puros, sin pantalla."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio import (
    FORMAS,
    Forma,
    Hoja,
    Libro,
    Revision,
    Supuestos,
    corregir_celda,
    reconocer,
    revisar,
    sugerir_columnas,
    sugerir_encabezado,
)

MISMA_DE_LA_MESA, MISMA_DE_LA_FILA = "misma:mesa:", "misma:fila:"
OTRA, OMITIR = "nueva", "omitir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Importacion:
    """Lo que la persona ha elegido hasta ahora.

    ``columnas`` va de columna (desde 0) a campo; ``decisiones``, de número de fila a «nueva»,
    «omitir», «misma:mesa:<id>» o «misma:fila:<número>». ``prefijo`` distingue los ids que crea.
    """

    libro: Libro
    prefijo: str
    momento: str
    hoja: int = 0
    encabezado: int = 0
    forma: Forma = "actores"
    columnas: Mapping[int, str] = field(default_factory=dict)
    supuestos: Supuestos = field(default_factory=Supuestos)
    decisiones: Mapping[int, str] = field(default_factory=dict)

    @property
    def hoja_elegida(self) -> Hoja:
        """La hoja que se está importando."""
        return self.libro.hojas[self.hoja]

    def con_hoja(self, hoja: int) -> "Importacion":
        """Pasa a otra hoja y vuelve a sugerir todo."""
        exigir(0 <= hoja < len(self.libro.hojas), "Esa hoja no está en el archivo.")
        otra = replace(self, hoja=hoja, decisiones={})
        elegida = otra.hoja_elegida
        return otra.con_encabezado(sugerir_encabezado(elegida)) if elegida.filas else otra

    def con_encabezado(self, fila: int) -> "Importacion":
        """Toma ``fila`` (desde 0) como encabezado y vuelve a reconocer qué trae la hoja."""
        exigir(0 <= fila < len(self.hoja_elegida.filas), "Esa fila no está en la hoja.")
        otra = replace(self, encabezado=fila)
        return otra.con_forma(reconocer(otra.hoja_elegida, fila))

    def con_forma(self, forma: str) -> "Importacion":
        """Lee la hoja como actores, relaciones, matriz o Net-Map."""
        conocida = next((f for f in FORMAS if f == forma), None)
        if conocida is None or not self.hoja_elegida.filas:
            exigir(False, "Elija una hoja con datos y diga qué trae.")
            return self
        titulos = self.hoja_elegida.filas[self.encabezado]
        columnas = sugerir_columnas(titulos, conocida)
        return replace(self, forma=conocida, columnas=columnas, decisiones={})

    def con_columna(self, columna: int, campo: str) -> "Importacion":
        """Empareja una columna con un campo; vacío, no se importa."""
        quedan = {c: v for c, v in self.columnas.items() if c != columna}
        return replace(self, columnas={**quedan, **({columna: campo} if campo else {})})

    def con_celda(self, fila: int, columna: int, valor: str) -> "Importacion":
        """Corrige una celda de la planilla, sólo en esta importación."""
        corregida = corregir_celda(self.hoja_elegida, fila, columna, valor)
        hojas = (*self.libro.hojas[: self.hoja], corregida, *self.libro.hojas[self.hoja + 1 :])
        return replace(self, libro=replace(self.libro, hojas=hojas))

    def con_decision(self, filas: Mapping[int, str]) -> "Importacion":
        """Anota qué hacer con esas filas parecidas a un actor que ya está."""
        sirve = (OTRA, OMITIR)
        for decision in filas.values():
            misma = decision.startswith((MISMA_DE_LA_MESA, MISMA_DE_LA_FILA))
            exigir(misma or decision in sirve, "Elija si es la misma, si es otra o si se omite.")
        return replace(self, decisiones={**self.decisiones, **filas})

    def revisar(self, mesa: Mesa) -> Revision:
        """La vista previa contra ``mesa``; los ids que crea son los mismos cada vez."""
        cuenta = count(1)
        return revisar(
            mesa,
            self.hoja_elegida,
            self.encabezado,
            self.columnas,
            forma=self.forma,
            archivo=self.libro.nombre,
            momento=self.momento,
            crear_id=lambda: f"{self.prefijo}-{next(cuenta)}",
            supuestos=self.supuestos,
        )


def empezar(libro: Libro, *, prefijo: str, momento: str) -> Importacion:
    """La importación de un libro recién leído, en su hoja con más datos."""
    tamanos = [len(h.filas) for h in libro.hojas]
    nueva = Importacion(libro=libro, prefijo=prefijo, momento=momento)
    return nueva.con_hoja(tamanos.index(max(tamanos)))


def sin_decidir(importacion: Importacion, revision: Revision) -> list[int]:
    """Las filas parecidas a un actor existente que esperan decisión, en orden."""
    filas = {p.numero_fila for p in revision.parecidos}
    return sorted(filas - importacion.decisiones.keys())


def decisiones_para_aplicar(importacion: Importacion, revision: Revision) -> dict[int, str]:
    """Las decisiones en las palabras de ``intercambio.aplicar``.

    «La misma que la fila 7» pasa a ser el id que esa fila tiene en esta revisión. Las que ya no
    vienen al caso (la fila cambió) se dejan fuera.
    """
    ids_de_filas = {
        f"{MISMA_DE_LA_FILA}{p.fila_existente}": p.id_existente
        for p in revision.parecidos
        if p.fila_existente is not None
    }
    listas: dict[int, str] = {}
    for fila in {p.numero_fila for p in revision.parecidos} & importacion.decisiones.keys():
        decision = importacion.decisiones[fila]
        if decision in (OTRA, OMITIR):
            listas[fila] = decision
        elif decision in ids_de_filas:
            listas[fila] = f"fundir:{ids_de_filas[decision]}"
        elif decision.startswith(MISMA_DE_LA_MESA):
            listas[fila] = f"fundir:{decision.removeprefix(MISMA_DE_LA_MESA)}"
    return listas


@dataclass(frozen=True, slots=True)
class Balance:
    """Cuántas filas entran, cambian, ya estaban igual o quedan fuera."""

    agregan: int
    actualizan: int
    iguales: int
    fuera: int


def hacer_balance(revision: Revision, decisiones: Mapping[int, str]) -> Balance:
    """Lo que pasaría al confirmar con esas decisiones (las de ``decisiones_para_aplicar``)."""
    c = revision.cuentas
    omitidas = sum(d == OMITIR for d in decisiones.values())
    fundidas = sum(d.startswith("fundir:") for d in decisiones.values())
    return Balance(
        agregan=c.nuevas - omitidas - fundidas,
        actualizan=c.actualizan + fundidas,
        iguales=c.iguales,
        fuera=c.errores + omitidas,
    )


def sin_lugares(mesa: Mesa) -> Mesa:
    """La misma Mesa sin lugares en el mapa: acomodar a los nuevos no es un cambio de nadie."""
    return mesa.con_actores(replace(a, x=None, y=None) for a in mesa.actores.values())
