"""Traer evaluaciones: de una planilla, de una votación cerrada o de las notas del mapa."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import traitlets as t

from mesa_territorial.analisis.prioridad.notas import NOMBRES, notas_de
from mesa_territorial.dominio.actores import NOTAS, nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluador
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.evaluaciones import (
    Notas,
    leer_evaluaciones,
    planilla_de_evaluaciones,
)
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.archivos import desde_base64, para_bajar
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

MAX_MEGAS = 5
PROBLEMAS_A_LA_VISTA = 50
DEL_MAPA = "Notas del mapa"


class Votaciones(Protocol):
    """Quien sabe qué votaciones cerradas hay y las vuelve evaluadores."""

    def listar_cerradas(self) -> Sequence[Mapping[str, str]]: ...
    def evaluadores_de(self, clave: str, *, por_sector: bool) -> Sequence[Mapping[str, Any]]: ...


class Evaluaciones(ComponenteDePizarra):
    """``cerradas`` son las votaciones que se pueden traer: clave, título y detalle.

    Traer una planilla primero muestra lo que trae; nada cambia hasta confirmar, y se deshace.
    """

    modulo = "evaluaciones"
    cerradas: "t.List[dict[str, str]]" = t.List().tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        votaciones: Votaciones | None = None,
        *,
        crear_id: Callable[[], str] = lambda: f"e{secrets.token_hex(6)}",
    ) -> None:
        self._votaciones, self._crear_id = votaciones, crear_id
        self._leidas: dict[str, Notas] = {}
        super().__init__(pizarra)
        self._al_mirar_votaciones()

    def _al_mirar_votaciones(self) -> None:
        cerradas = self._votaciones.listar_cerradas() if self._votaciones else ()
        self.cerradas = [dict(v) for v in cerradas]

    def _al_bajar_planilla(self) -> dict[str, str]:
        nombre = f"{nombre_de_archivo(self.valor.nombre)}_evaluaciones.xlsx"
        return para_bajar(nombre, planilla_de_evaluaciones(self.valor))

    def _al_leer(self, nombre: str, base64: str) -> dict[str, Any]:
        leidas = leer_evaluaciones(self.valor, nombre, desde_base64(base64, megas=MAX_MEGAS))
        self._leidas = dict(leidas.evaluadores)
        antes = {nombre_comparable(e.nombre): e for e in self._evaluadores()}
        return {
            "evaluadores": [
                {
                    "nombre": quien,
                    "actores": len(notas),
                    "notas": sum(map(len, notas.values())),
                    "nuevo": nombre_comparable(quien) not in antes,
                }
                for quien, notas in self._leidas.items()
                if notas
            ],
            "problemas": [p.frase for p in leidas.problemas[:PROBLEMAS_A_LA_VISTA]],
            "mas": max(0, len(leidas.problemas) - PROBLEMAS_A_LA_VISTA),
        }

    def _evaluadores(self) -> Sequence[Evaluador]:
        return tuple(self.valor.prioridad.evaluadores.values())

    def _al_confirmar(self, nombre: str = "") -> None:
        fichas = [self._importado(q, n, nombre) for q, n in self._leidas.items() if n]
        exigir(bool(fichas), "No hay notas que traer. Elija la planilla otra vez.")
        self._traer(fichas)
        self._leidas = {}

    def _importado(self, quien: str, notas: Notas, archivo: str) -> dict[str, Any]:
        """El evaluador con sus notas nuevas sobre las que ya tenía, si es uno conocido."""
        igual = nombre_comparable(quien)
        antes = next((e for e in self._evaluadores() if nombre_comparable(e.nombre) == igual), None)
        viejas = {} if antes is None else {
            i: {c: getattr(x, c) for c in NOTAS} for i, x in antes.evaluaciones.items()
        }  # fmt: skip
        return {
            "id": antes.id if antes else self._crear_id(),
            "nombre": antes.nombre if antes else quien,
            "origen": "importada",
            "personas": antes.personas if antes else 1,
            "cuenta": antes.cuenta if antes else True,
            "fuente": f"Planilla «{archivo[:200]}»",
            "evaluaciones": {
                **viejas, **{i: {**viejas.get(i, {}), **n} for i, n in notas.items()}
            },
        }  # fmt: skip

    def _traer(self, fichas: Sequence[Mapping[str, Any]], quitar: Sequence[str] = ()) -> None:
        datos = {"evaluadores": [dict(f) for f in fichas], "quitar": list(quitar)}
        self.pizarra.responder("traer_evaluadores", datos)

    def _al_traer_votacion(self, clave: str, por_sector: bool = False) -> int:
        exigir(self._votaciones is not None, "Aquí no hay votaciones que traer.")
        assert self._votaciones is not None
        fichas = self._votaciones.evaluadores_de(str(clave), por_sector=bool(por_sector))
        # Los mismos votos no cuentan dos veces: o el promedio, o los sectores.
        nuevos = {str(f["id"]) for f in fichas}
        de_antes = {e.id for e in self._evaluadores() if e.id.startswith(f"{clave}-")}
        self._traer(fichas, quitar=sorted(de_antes - nuevos))
        return len(fichas)

    def _al_copiar_mapa(self) -> None:
        notas = {i: self._del_mapa(i) for i in self.valor.actores}
        evaluaciones = {i: n for i, n in notas.items() if n}
        exigir(bool(evaluaciones), "El mapa todavía no tiene influencia ni interés de nadie.")
        antes = next((e for e in self._evaluadores() if e.origen == "mapa"), None)
        ficha = {
            "id": antes.id if antes else self._crear_id(),
            "nombre": antes.nombre if antes else DEL_MAPA,
            "origen": "mapa",
            "fuente": "Lo que decía el mapa al copiarlo.",
            "evaluaciones": evaluaciones,
        }
        self._traer([ficha])

    def _del_mapa(self, id_actor: str) -> dict[str, float]:
        actor = self.valor.actor(id_actor)
        return {c: v for c in NOTAS if (v := getattr(actor, c)) is not None}

    def _medianas(self) -> dict[str, dict[str, float]]:
        """Las medianas de los evaluadores que cambiarían algo en el mapa."""
        cambios: dict[str, dict[str, float]] = {}
        for id_actor, juicio in notas_de(self.valor).items():
            actor = self.valor.actor(id_actor)
            nuevas = {
                c: n.valor
                for c, n in juicio.items()
                if n.evaluadores and n.valor != getattr(actor, c)
            }
            if nuevas:
                cambios[id_actor] = nuevas
        return cambios

    def _al_prever_mapa(self) -> list[str]:
        return [
            f"{self.valor.actor(i).nombre}: {self._decir_cambio(i, suyas)}"
            for i, suyas in self._medianas().items()
        ]

    def _decir_cambio(self, id_actor: str, notas: Mapping[str, float]) -> str:
        actor = self.valor.actor(id_actor)
        return "; ".join(f"{NOMBRES[c]} {_dicha(getattr(actor, c))} → {_dicha(n)}"
                         for c, n in notas.items())  # fmt: skip

    def _al_llevar_al_mapa(self) -> None:
        self.pizarra.responder("llevar_al_mapa", {"notas": self._medianas()})


def _dicha(nota: float | None) -> str:
    return "(vacío)" if nota is None else numero(nota, 0 if float(nota).is_integer() else 1)
