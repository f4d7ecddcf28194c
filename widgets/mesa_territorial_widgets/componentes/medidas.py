"""El cuadro de medidas: la medida elegida, actor por actor, y qué tan firme es ese orden."""

from collections.abc import Mapping
from typing import Any

import traitlets as t
from ipywidgets import DOMWidget, widget_serialization

from mesa_territorial.analisis.lugar import CALCULOS
from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.analisis.robustez import probar_robustez
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.medidas import filas_de_medida, grafico_de_medida
from mesa_territorial_widgets.componentes.al_dia import AlDia, explicaciones
from mesa_territorial_widgets.componentes.base import Componente
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.seguro import atender

PRIMERA = "intermediacion"
SEMILLA = 2020
# Una red grande se prueba menos veces, para que la página no se quede esperando.
MENOS_PRUEBAS, MAS_PRUEBAS, PRESUPUESTO = 20, 200, 2_000_000


class CuadroDeMedidas(Componente):
    """``medida`` es la que se mira; al cambiarla se rehacen las filas y la firmeza del orden."""

    modulo = "medidas"
    medidas = t.List().tag(sync=True)
    medida = t.Unicode(PRIMERA).tag(sync=True)
    avisos = t.List().tag(sync=True)
    firmeza = t.Unicode().tag(sync=True)
    cifras = t.List().tag(sync=True)
    lamina = t.Instance(DOMWidget).tag(sync=True, **widget_serialization)

    def __init__(self, al_dia: AlDia) -> None:
        self._al_dia = al_dia
        self._visto: tuple[AnalisisRed, str, list[str]] | None = None
        self._lamina = Lamina(
            especificacion=grafico_de_medida("Valor"),
            columnas=(
                Columna("actor", "Actor"),
                Columna("sector", "Sector"),
                Columna("valor", "Valor", 3),
            ),
            ilustrativa=al_dia.pizarra.valor.ilustrativa,
        )
        super().__init__(medidas=explicaciones(), lamina=self._lamina)
        self.observe(
            lambda _: atender(self._pintar, al_dia.pizarra.valor, al_dia.analisis), "medida"
        )
        al_dia.avisar_a(self._pintar)

    @property
    def valor(self) -> list[dict[str, Any]]:
        """Las filas que se ven: actor, sector y valor."""
        return self._lamina.valor

    def _pintar(self, mesa: Mesa, analisis: AnalisisRed) -> None:
        # Lo que cambia viaja en un solo mensaje por componente.
        with self._lamina.hold_sync(), self.hold_sync():
            self._escribir(mesa, analisis)

    def _escribir(self, mesa: Mesa, analisis: AnalisisRed) -> None:
        medida = MEDIDAS[self.medida if self.medida in MEDIDAS else PRIMERA]
        valores: Mapping[str, float] = analisis.valores[medida.clave]
        self._lamina.titulo = medida.nombre
        self._lamina.bajada = medida.para_que
        self._lamina.nombre = medida.clave
        self._lamina.valor = filas_de_medida(mesa, valores, sentido=medida.sentido)
        # Probar si el orden es firme cuesta cien veces lo que el resto, y subir una influencia no
        # cambia la red: sólo se repite con otra red, otra medida u otros nombres.
        visto = (analisis, medida.clave, [a.nombre for a in mesa.actores.values()])
        if visto != self._visto:
            self._visto = visto
            self.avisos = list(analisis.avisos)
            self.firmeza = _firmeza(mesa, analisis, medida.clave)
            self.cifras = _cifras(analisis)


def _firmeza(mesa: Mesa, analisis: AnalisisRed, medida: str) -> str:
    if medida not in CALCULOS:
        return ""
    trabajo = max(1, analisis.resumen.nodos * analisis.resumen.enlaces)
    veces = max(MENOS_PRUEBAS, min(MAS_PRUEBAS, PRESUPUESTO // trabajo))
    return probar_robustez(mesa, analisis, medida, semilla=SEMILLA, repeticiones=veces).frase


def _cifras(analisis: AnalisisRed) -> list[dict[str, Any]]:
    r = analisis.resumen
    return [
        {"nombre": "Actores", "valor": r.nodos, "decimales": 0},
        {"nombre": "Enlaces", "valor": r.enlaces, "decimales": 0},
        {"nombre": "Densidad", "valor": r.densidad, "decimales": 3},
        {"nombre": "Partes de la red", "valor": len(r.componentes), "decimales": 0},
        {"nombre": "E-I por sector", "valor": r.ei_sector.red.indice, "decimales": 2},
        {"nombre": "E-I por nivel", "valor": r.ei_nivel.red.indice, "decimales": 2},
    ]


def cuadro_de_medidas(al_dia: AlDia) -> CuadroDeMedidas:
    """El cuadro, conectado al análisis vivo de la pizarra."""
    return CuadroDeMedidas(al_dia)
