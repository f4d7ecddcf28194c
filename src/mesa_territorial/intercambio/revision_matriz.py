"""Revisión de una matriz de actor por actor: la fila influye en la columna."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mesa_territorial.dominio.actores import Procedencia, Relacion, nombre_comparable
from mesa_territorial.intercambio.libro import esta_vacia, texto_de
from mesa_territorial.intercambio.planilla import Encargo, Planilla, Renglon
from mesa_territorial.intercambio.revision import Clase, FilaRevisada, Problema, Propuesta
from mesa_territorial.intercambio.revision_actores import suponer_sector
from mesa_territorial.intercambio.revision_relaciones import Directorio
from mesa_territorial.intercambio.valores import LECTORES_DE_RELACION, ValorInvalido, numero_de

_SUMAS = frozenset(("total", "totales", "suma", "promedio", "sum"))
_FALTA_SECTOR = "elija el sector de los actores nuevos, o agréguelo primero"
_REMEDIO = "escriba 1, 2 o 3, o deje la celda vacía si no hay relación"


def revisar_matriz(encargo: Encargo, planilla: Planilla) -> list[FilaRevisada]:
    """Una fila revisada por renglón, con sus relaciones, y una por cada título sin fila propia.

    La diagonal no se lee. Si la matriz es simétrica, cada par es una relación no dirigida.
    """
    matriz = _Matriz(encargo, planilla)
    return [*matriz.titulos_sin_fila(), *(matriz.revisar(r) for r in matriz.renglones)]


@dataclass(slots=True)
class _Matriz:
    encargo: Encargo
    planilla: Planilla
    de: int = field(init=False)
    hacia: dict[int, str] = field(init=False)
    renglones: list[Renglon] = field(init=False)
    directorio: dict[str, str] = field(init=False)
    es_simetrica: bool = field(init=False)
    huellas: dict[tuple[str, str, str, str], Relacion] = field(init=False)
    vistas: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        columnas = self.planilla.columnas
        self.de = next(c for c, campo in columnas.items() if campo == "de")
        titulos = {c: self.planilla.titulo(c) for c in columnas if c != self.de}
        self.hacia = {c: t for c, t in titulos.items() if t and not _es_suma(t)}
        self.renglones = [r for r in self.planilla.renglones() if not _es_suma(self._nombre(r))]
        self.directorio = dict(Directorio.de(self.encargo.mesa).actores)
        self.huellas = {r.huella: r for r in self.encargo.mesa.relaciones.values()}
        self.vistas = {}
        self.es_simetrica = self._medir_simetria()
        self._anotar_nuevos()

    def _nombre(self, renglon: Renglon) -> str:
        return texto_de(renglon.celdas[self.de])

    def _medir_simetria(self) -> bool:
        valores = {
            (nombre_comparable(self._nombre(r)), nombre_comparable(titulo)): _dicho(r, columna)
            for r in self.renglones
            for columna, titulo in self.hacia.items()
        }
        pares = [(a, b) for a, b in valores if a != b]
        return bool(pares) and all(valores[p] == valores.get(p[::-1]) for p in pares)

    def _anotar_nuevos(self) -> None:
        """Da id a los actores que no están en la Mesa, para que filas y columnas coincidan."""
        for nombre in [*map(self._nombre, self.renglones), *self.hacia.values()]:
            if nombre and nombre_comparable(nombre) not in self.directorio:
                self.directorio[nombre_comparable(nombre)] = self.encargo.crear_id()

    def titulos_sin_fila(self) -> Iterator[FilaRevisada]:
        """Los actores nuevos que sólo aparecen como título de columna, en la fila de títulos."""
        con_fila = {nombre_comparable(self._nombre(r)) for r in self.renglones}
        indice = self.planilla.fila_encabezado
        renglon = Renglon(indice + 1, self.planilla.hoja.filas[indice])
        for columna, titulo in self.hacia.items():
            id_actor = self.directorio[nombre_comparable(titulo)]
            if nombre_comparable(titulo) in con_fila or id_actor in self.encargo.mesa.actores:
                continue
            propuesta, avisos, problemas = self._actor_nuevo(renglon, columna, titulo)
            clase: Clase = "error" if problemas else "nueva"
            cambios = {c: (None, v) for c, v in propuesta.campos.items()}
            yield FilaRevisada(
                renglon.numero, clase, titulo, cambios, problemas, avisos, id_actor, (propuesta,)
            )

    def _actor_nuevo(
        self, renglon: Renglon, columna: int, nombre: str
    ) -> tuple[Propuesta, tuple[str, ...], tuple[Problema, ...]]:
        sector, avisos = suponer_sector(self.encargo, nombre)
        id_actor = self.directorio[nombre_comparable(nombre)]
        campos = {
            "nombre": nombre,
            "sector": sector,
            "procedencia": Procedencia.IMPORTADO,
            "fuente": self.encargo.archivo,
        }
        que = "no está en la Mesa y no se sabe su sector"
        falta = () if sector else (
            self.planilla.problema_en(renglon, columna, _FALTA_SECTOR, que),)  # fmt: skip
        return Propuesta(id_actor, campos), avisos, falta

    def revisar(self, renglon: Renglon) -> FilaRevisada:
        """La fila con su actor, si es nuevo, y sus relaciones."""
        nombre = self._nombre(renglon)
        if repite := self._repeticion(renglon, nombre):
            return FilaRevisada(renglon.numero, "error", nombre or "(sin nombre)", {}, (repite,))
        id_actor = self.directorio[nombre_comparable(nombre)]
        propuestas, avisos, problemas = self._actor_si_falta(renglon, id_actor, nombre)
        cambios = self._relaciones(renglon, id_actor, propuestas, problemas)
        return FilaRevisada(
            renglon.numero, _clase(problemas, propuestas, cambios), nombre, cambios,
            tuple(problemas), avisos, id_actor, tuple(propuestas),
        )  # fmt: skip

    def _actor_si_falta(
        self, renglon: Renglon, id_actor: str, nombre: str
    ) -> tuple[list[Propuesta], tuple[str, ...], list[Problema]]:
        if id_actor in self.encargo.mesa.actores:
            return [], (), []
        propuesta, avisos, falta = self._actor_nuevo(renglon, self.de, nombre)
        return [propuesta], avisos, list(falta)

    def _repeticion(self, renglon: Renglon, nombre: str) -> Problema | None:
        if not nombre:
            return self.planilla.problema_en(
                renglon, self.de, "escriba su nombre", "falta el actor"
            )
        antes = self.vistas.setdefault(nombre_comparable(nombre), renglon.numero)
        que = f"repite al actor de la fila {antes}"
        repite = antes != renglon.numero
        return self.planilla.problema_en(renglon, self.de, "deje una sola", que) if repite else None

    def _relaciones(
        self, renglon: Renglon, de: str, propuestas: list[Propuesta], problemas: list[Problema]
    ) -> dict[str, tuple[Any, Any]]:
        cambios: dict[str, tuple[Any, Any]] = {}
        for columna, titulo in self.hacia.items():
            hacia = self.directorio[nombre_comparable(titulo)]
            if hacia == de or not _hay_relacion(renglon, columna):
                continue
            try:
                intensidad = LECTORES_DE_RELACION["intensidad"](renglon.celdas[columna])
            except ValorInvalido:
                problemas.append(self.planilla.problema_en(renglon, columna, _REMEDIO))
                continue
            if cambio := self._proponer((de, hacia), intensidad, propuestas):
                cambios[titulo] = cambio
        return cambios

    def _proponer(
        self, extremos: tuple[str, str], intensidad: int, propuestas: list[Propuesta]
    ) -> tuple[Any, Any] | None:
        campos: dict[str, Any] = {
            "de": extremos[0], "hacia": extremos[1], "tipo": self.encargo.supuestos.tipo,
            "intensidad": intensidad, "dirigida": not self.es_simetrica,
            "momento": self.encargo.momento, "procedencia": Procedencia.IMPORTADO,
        }  # fmt: skip
        nueva = Relacion(id="nueva", **campos)
        antes = self.huellas.get(nueva.huella)
        if antes and antes.intensidad == intensidad:
            return None
        if antes and antes.id != "nueva":
            propuestas.append(Propuesta(antes.id, {"intensidad": intensidad}, es_relacion=True))
            return (antes.intensidad, intensidad)
        self.huellas[nueva.huella] = nueva
        propuestas.append(Propuesta(self.encargo.crear_id(), campos, es_relacion=True))
        return (None, intensidad)


def _es_suma(texto: str) -> bool:
    return nombre_comparable(texto) in _SUMAS


def _dicho(renglon: Renglon, columna: int) -> str:
    celda = renglon.celdas[columna]
    return "" if not _hay_relacion(renglon, columna) else texto_de(celda)


def _hay_relacion(renglon: Renglon, columna: int) -> bool:
    celda = renglon.celdas[columna]
    return not esta_vacia(celda) and numero_de(celda) != 0 and texto_de(celda) not in ("-", "—")


def _clase(
    problemas: list[Problema], propuestas: list[Propuesta], cambios: Mapping[str, tuple[Any, Any]]
) -> Clase:
    if problemas:
        return "error"
    es_nueva = any(not p.es_relacion for p in propuestas)
    es_nueva = es_nueva or any(antes is None for antes, _ in cambios.values())
    return "nueva" if es_nueva else "actualiza" if cambios else "igual"
