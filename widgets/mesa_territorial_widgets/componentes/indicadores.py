"""El cuadro de indicadores: uno a la vez, en el mapa, entre las comunas y en palabras."""

from collections.abc import Callable
from typing import Any

import traitlets as t
from ipywidgets import DOMWidget, widget_serialization

from mesa_territorial.analisis.lectura import Lectura
from mesa_territorial.analisis.territorio import (
    MINIMO_PARA_COMPARAR,
    comunas_de_la_mesa,
    datos_por_comuna,
)
from mesa_territorial.analisis.territorio_frases import es_conteo, leer_indicador
from mesa_territorial.dominio.actores import Nivel, Procedencia
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.territorio import Modo, filas_del_mapa, mapa_de_la_region
from mesa_territorial.graficos.territorio_lugar import filas_de_la_comuna, mapa_de_la_comuna
from mesa_territorial.graficos.territorio_puestos import filas_de_puestos, grafico_de_puestos
from mesa_territorial.textos import NIVELES, PROCEDENCIAS
from mesa_territorial_widgets.componentes.indicadores_laminas import (
    lamina_de_puestos,
    lamina_de_region,
    lamina_del_lugar,
)
from mesa_territorial_widgets.componentes.lamina import Lamina
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

FUERA_DEL_MAPA = "Esta comuna no sale en los mapas del kit; su tabla y sus cifras sí están."


def _un_widget() -> Any:
    return t.Instance(DOMWidget, allow_none=True).tag(sync=True, **widget_serialization)


class CuadroDeIndicadores(ComponenteDePizarra):
    """``elegido`` es el indicador que se mira; lo demás se rehace con él y con la Mesa.

    Las láminas se cambian por otras sólo si cambia la comuna: un indicador manda filas.
    """

    modulo = "indicadores"
    opciones: "t.List[dict[str, str]]" = t.List().tag(sync=True)
    elegido = t.Unicode().tag(sync=True)
    apellidos: "t.List[dict[str, str]]" = t.List().tag(sync=True)
    frases: "t.List[dict[str, str]]" = t.List().tag(sync=True)
    aviso_mapa = t.Unicode().tag(sync=True)
    region = _un_widget()
    puestos = _un_widget()
    lugar = _un_widget()

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        self._laminas: dict[Any, Lamina | None] = {}
        super().__init__(pizarra, **rasgos)
        mantener_al_dia(self.pizarra, self._pintar, mira=_lo_que_se_mira)
        self.observe(lambda _: atender(self._pintar, self.valor), "elegido")

    def _pintar(self, mesa: Mesa) -> None:
        with self.hold_sync():
            indicador = self._elegir(mesa)
            cuts = comunas_de_la_mesa(mesa)
            self._dibujar(cuts, _modo(indicador))
            self._escribir(mesa, indicador)

    def _elegir(self, mesa: Mesa) -> Indicador | None:
        todos = mesa.ficha_territorial.indicadores
        indicador = todos.get(self.elegido) or next(iter(todos.values()), None)
        self.opciones = [{"clave": i.id, "nombre": _rotulo(i)} for i in todos.values()]
        if indicador and self.elegido != indicador.id:
            self.elegido = indicador.id
        return indicador

    def _dibujar(self, cuts: tuple[str, ...], modo: Modo) -> None:
        """Cada lámina se hace una vez por comuna: volver a ella no la manda de nuevo."""
        region = mapa_de_la_region(cuts, modo)
        comuna = mapa_de_la_comuna(cuts)
        self.region = self._lamina(("region", cuts, modo), region, lamina_de_region)
        self.lugar = self._lamina(("lugar", cuts), comuna, lamina_del_lugar)
        self.aviso_mapa = "" if comuna else FUERA_DEL_MAPA

    def _lamina(
        self, clave: Any, especificacion: dict[str, Any], hacer: Callable[..., Lamina]
    ) -> Lamina | None:
        if clave not in self._laminas:
            self._laminas[clave] = hacer(especificacion) if especificacion else None
        return self._laminas[clave]

    def _escribir(self, mesa: Mesa, indicador: Indicador | None) -> None:
        self.apellidos = _apellidos(indicador) if indicador else []
        self.frases = [_a_pantalla(x) for x in leer_indicador(mesa, indicador)] if indicador else []
        self._llenar(mesa, indicador)

    def _llenar(self, mesa: Mesa, indicador: Indicador | None) -> None:
        propio = mesa.territorio.cut_comuna
        datos = datos_por_comuna(indicador, propio) if indicador else {}
        titulo = _rotulo(indicador) if indicador else "Las comunas de la región"
        puestos = filas_de_puestos(mesa, datos)
        # Con una o dos comunas no hay puestos que mostrar.
        hacer = grafico_de_puestos() if len(puestos) >= MINIMO_PARA_COMPARAR else {}
        self.puestos = self._lamina(("puestos", bool(hacer)), hacer, lamina_de_puestos)
        _poner(self.region, indicador, titulo, filas_del_mapa(mesa, datos))
        _poner(self.puestos, indicador, f"{titulo}, de mayor a menor", puestos)
        _poner(self.lugar, None, "Campamentos y lugar de la Mesa", filas_de_la_comuna(mesa))


def _modo(indicador: Indicador | None) -> Modo:
    if indicador is None or indicador.nivel is not Nivel.COMUNA:
        return "nada"
    return "conteo" if es_conteo(indicador) else "tasa"


def _lo_que_se_mira(mesa: Mesa) -> Any:
    return mesa.territorio, mesa.ficha_territorial, mesa.nombre


def _poner(
    lamina: Lamina | None, indicador: Indicador | None, titulo: str, filas: list[dict[str, Any]]
) -> None:
    if lamina is None:
        return
    with lamina.hold_sync():
        lamina.titulo = titulo
        if indicador:
            lamina.bajada = _bajada(indicador)
            lamina.ilustrativa = indicador.procedencia is Procedencia.ILUSTRATIVO
        lamina.valor = filas


def _rotulo(indicador: Indicador) -> str:
    return f"{indicador.nombre} ({indicador.anio})" if indicador.anio else indicador.nombre


def _bajada(indicador: Indicador) -> str:
    anio = str(indicador.anio or "")
    partes = (indicador.unidad, "" if anio in indicador.fuente else anio, indicador.fuente)
    return " · ".join(p for p in partes if p)


def _apellidos(indicador: Indicador) -> list[dict[str, str]]:
    """Los datos del dato: unidad, año, fuente, de qué lugar es y de dónde salió."""
    pares = (
        ("Unidad", indicador.unidad),
        ("Año", str(indicador.anio or "")),
        ("Fuente", indicador.fuente),
        ("De qué lugar es", NIVELES[indicador.nivel]),
        ("De dónde salió", PROCEDENCIAS[indicador.procedencia]),
        ("Nota", indicador.nota),
    )
    return [
        {"nombre": que, "valor": valor or "falta"} for que, valor in pares if valor or que != "Nota"
    ]


def _a_pantalla(lectura: Lectura) -> dict[str, str]:
    return {
        "clave": lectura.clave,
        "frase": lectura.frase,
        "por_que": lectura.por_que,
        "tono": str(lectura.tono),
    }
