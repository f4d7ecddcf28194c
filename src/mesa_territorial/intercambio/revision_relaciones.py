"""Revisión de una lista de relaciones: de quién, hacia quién, de qué tipo."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from mesa_territorial.dominio.actores import Procedencia, Relacion, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.comparacion import cambios_entre
from mesa_territorial.intercambio.libro import texto_de
from mesa_territorial.intercambio.planilla import Encargo, Planilla, Renglon
from mesa_territorial.intercambio.revision import Clase, FilaRevisada, Problema, Propuesta
from mesa_territorial.intercambio.valores import LECTORES_DE_RELACION

Huella = tuple[str, str, str, str]
_PARECIDO_PARA_SUGERIR = 70


def revisar_relaciones(encargo: Encargo, planilla: Planilla) -> list[FilaRevisada]:
    """Una fila revisada por cada renglón con datos que no sea de ejemplo."""
    huellas = {r.huella: r for r in encargo.mesa.relaciones.values()}
    revisor = _Revisor(encargo, planilla, Directorio.de(encargo.mesa), huellas, {})
    return [
        revisor.revisar(renglon)
        for renglon in planilla.renglones()
        if not planilla.es_ejemplo(renglon)
    ]


@dataclass(frozen=True, slots=True)
class Directorio:
    """Encuentra actores y momentos por lo que dice una celda: nombre primero, después id."""

    actores: Mapping[str, str]
    nombres: Mapping[str, str]
    momentos: Mapping[str, str]

    @classmethod
    def de(cls, mesa: Mesa) -> "Directorio":
        """El directorio de una Mesa."""
        por_nombre = {nombre_comparable(a.nombre): a.id for a in mesa.actores.values()}
        momentos = {nombre_comparable(m.nombre): m.id for m in mesa.momentos_en_orden[::-1]}
        return cls(
            {nombre_comparable(i): i for i in mesa.actores} | por_nombre,
            {i: a.nombre for i, a in mesa.actores.items()},
            momentos | {nombre_comparable(i): i for i in mesa.momentos},
        )

    def el_mas_parecido(self, nombre: str) -> str:
        """El nombre de la Mesa que más se le parece, o vacío."""
        plano = nombre_comparable(nombre)
        puntajes = ((fuzz.WRatio(plano, nombre_comparable(n)), n) for n in self.nombres.values())
        puntaje, mejor = max(puntajes, default=(0.0, ""))
        return mejor if puntaje >= _PARECIDO_PARA_SUGERIR else ""


@dataclass(frozen=True, slots=True)
class _Revisor:
    encargo: Encargo
    planilla: Planilla
    directorio: Directorio
    huellas: Mapping[Huella, Relacion]
    vistas: dict[Huella, int]

    def revisar(self, renglon: Renglon) -> FilaRevisada:
        valores, problemas = self.planilla.leer(renglon, LECTORES_DE_RELACION)
        titulo = f"{valores.get('de', '…')} → {valores.get('hacia', '…')}"
        for campo in ("de", "hacia"):
            problemas += self._ubicar_actor(renglon, campo, valores)
        problemas += self._ubicar_momento(renglon, valores)
        if problemas:
            return FilaRevisada(renglon.numero, "error", titulo, {}, tuple(problemas))
        return self._comparar(renglon, titulo, valores)

    def _ubicar_actor(
        self, renglon: Renglon, campo: str, valores: dict[str, Any]
    ) -> list[Problema]:
        dicho = valores.get(campo, "")
        if not dicho:
            return [self.planilla.problema(renglon, campo, "falta el actor", "escriba su nombre")]
        id_actor = self.directorio.actores.get(nombre_comparable(dicho))
        if id_actor:
            valores[campo] = id_actor
            return []
        cercano = self.directorio.el_mas_parecido(dicho)
        remedio = f"¿quiso decir «{cercano}»?" if cercano else "agregue primero a ese actor"
        que = f'dice "{dicho[:80]}", que no está en la Mesa'
        return [self.planilla.problema(renglon, campo, que, remedio.rstrip("."))]

    def _ubicar_momento(self, renglon: Renglon, valores: dict[str, Any]) -> list[Problema]:
        dicho = valores.get("momento")
        if not dicho:
            valores["momento"] = self.encargo.momento
            return []
        id_momento = self.directorio.momentos.get(nombre_comparable(dicho))
        valores["momento"] = id_momento
        if id_momento:
            return []
        hay = ", ".join(m.nombre for m in self.encargo.mesa.momentos_en_orden)
        return [self.planilla.problema(renglon, "momento", "", f"use uno de la Mesa: {hay}")]

    def _comparar(self, renglon: Renglon, titulo: str, valores: dict[str, Any]) -> FilaRevisada:
        id_dado = valores.pop("id", "")
        antes = self._la_que_habia(id_dado, valores)
        problema = self._incoherencia(renglon, antes, valores)
        if problema:
            return FilaRevisada(renglon.numero, "error", titulo, {}, (problema,))
        if antes:
            return self._actualizacion(renglon, titulo, antes, valores)
        return self._novedad(renglon, titulo, id_dado, valores)

    def _completa(self, id_relacion: str, valores: Mapping[str, Any]) -> Relacion:
        return Relacion(**{**self._por_defecto(), **valores, "id": id_relacion})

    def _por_defecto(self) -> dict[str, Any]:
        return {"tipo": self.encargo.supuestos.tipo, "procedencia": Procedencia.IMPORTADO}

    def _la_que_habia(self, id_dado: str, valores: Mapping[str, Any]) -> Relacion | None:
        relaciones = self.encargo.mesa.relaciones
        if id_dado in relaciones or valores["de"] == valores["hacia"]:
            return relaciones.get(id_dado)
        return self.huellas.get(self._completa("nueva", valores).huella)

    def _incoherencia(
        self, renglon: Renglon, antes: Relacion | None, valores: Mapping[str, Any]
    ) -> Problema | None:
        if valores["de"] == valores["hacia"]:
            que, remedio = "une a un actor consigo mismo", "elija otro actor"
            return self.planilla.problema(renglon, "hacia", que, remedio)
        base = {c: getattr(antes, c) for c in ("tipo", "dirigida")} if antes else {}
        huella = self._completa("nueva", {**base, **valores}).huella
        otra = self.vistas.setdefault(huella, renglon.numero)
        if otra != renglon.numero:
            que = f"repite la relación de la fila {otra}"
            return self.planilla.problema(renglon, "de", que, "deje una sola")
        tocaya = self.huellas.get(huella)
        choca = bool(antes and tocaya and tocaya.id != antes.id)
        que = "repite una relación que ya está en la Mesa"
        return self.planilla.problema(renglon, "de", que, "quite esta fila") if choca else None

    def _actualizacion(
        self, renglon: Renglon, titulo: str, antes: Relacion, valores: Mapping[str, Any]
    ) -> FilaRevisada:
        cambios = cambios_entre(antes, valores)
        propuesta = Propuesta(antes.id, {c: d for c, (_, d) in cambios.items()}, es_relacion=True)
        clase: Clase = "actualiza" if cambios else "igual"
        vistos = {c: self._con_nombres(c, par) for c, par in cambios.items()}
        return FilaRevisada(
            renglon.numero, clase, titulo, vistos, id=antes.id, propuestas=(propuesta,)
        )

    def _novedad(
        self, renglon: Renglon, titulo: str, id_dado: str, valores: dict[str, Any]
    ) -> FilaRevisada:
        id_relacion = id_dado or self.encargo.crear_id()
        falta_tipo = "tipo" not in valores and bool(self.planilla.columna_de("tipo"))
        avisos = ("No trae tipo: se usa el elegido.",) if falta_tipo else ()
        vistos = {c: self._con_nombres(c, (None, v)) for c, v in valores.items()}
        propuesta = Propuesta(id_relacion, {**self._por_defecto(), **valores}, es_relacion=True)
        return FilaRevisada(
            renglon.numero, "nueva", titulo, vistos, (), avisos, id_relacion, (propuesta,)
        )

    def _con_nombres(self, campo: str, par: tuple[Any, Any]) -> tuple[Any, Any]:
        """En los extremos se muestran nombres, no ids."""
        if campo not in ("de", "hacia"):
            return par
        nombres = self.directorio.nombres
        return (nombres.get(par[0]), nombres.get(par[1], texto_de(par[1])))
