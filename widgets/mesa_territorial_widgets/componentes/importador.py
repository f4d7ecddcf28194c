"""El asistente de importación: el estado vive aquí y la pantalla sólo lo pinta."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import traitlets as t

from mesa_territorial.dominio.actores import Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio import (
    Libro,
    Revision,
    abrir_planilla,
    aplicar,
    leer_archivo,
    plantilla,
)
from mesa_territorial_widgets.componentes import importacion_en_pantalla as pantalla
from mesa_territorial_widgets.componentes.archivos import desde_base64, para_bajar
from mesa_territorial_widgets.componentes.importacion import (
    OTRA,
    Importacion,
    decisiones_para_aplicar,
    empezar,
    hacer_balance,
    sin_decidir,
    sin_lugares,
)
from mesa_territorial_widgets.componentes.importacion_dicha import (
    decir_balance,
    decir_lo_importado,
)
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

PASOS = ("archivo", "hoja", "columnas", "revision", "confirmar")
MAX_MEGAS, FILAS_A_LA_VISTA = 5, 100
_NADA: dict[str, Any] = {"paso": "archivo"}


def _crear_prefijo() -> str:
    return f"i{secrets.token_hex(5)}"


class Importador(ComponenteDePizarra):
    """Trae actores o relaciones desde una planilla, en cinco pasos con vuelta atrás.

    ``estado`` es lo que la pantalla pinta. Nada toca la Mesa hasta confirmar, y confirmar es un
    solo cambio, que se deshace entero. ``crear_prefijo`` da el comienzo de los ids nuevos.
    """

    modulo = "importador"
    estado = t.Dict().tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        *,
        crear_prefijo: Callable[[], str] = _crear_prefijo,
        **rasgos: Any,
    ) -> None:
        self._crear_prefijo = crear_prefijo
        self._importacion: Importacion | None = None
        self._revision: Revision | None = None
        self._ver, self._hasta = "", FILAS_A_LA_VISTA
        self._resultado: Mesa | None = None
        super().__init__(pizarra, estado=dict(_NADA), **rasgos)

    def _al_leer(self, nombre: str, base64: str) -> None:
        contenido = desde_base64(base64, megas=MAX_MEGAS)
        self._empezar(abrir_planilla(self.valor, nombre[:120], contenido))

    def _al_leer_texto(self, texto: str) -> None:
        exigir(bool(texto.strip()), "Pegue primero el texto copiado de la planilla.")
        self._empezar(leer_archivo("texto pegado.csv", texto.encode("utf-8")))

    def _empezar(self, libro: Libro) -> None:
        momento = self.pizarra.filtro.get("momento") or self.valor.momentos_en_orden[-1].id
        self._importacion = empezar(libro, prefijo=self._crear_prefijo(), momento=momento)
        self._resultado = None
        self._ir("hoja")

    def _al_elegir_hoja(self, hoja: int) -> None:
        self._cambiar(self._en_curso().con_hoja(int(hoja)))

    def _al_elegir_encabezado(self, fila: int) -> None:
        self._cambiar(self._en_curso().con_encabezado(int(fila)))

    def _al_elegir_forma(self, forma: str) -> None:
        self._cambiar(self._en_curso().con_forma(forma))

    def _al_emparejar(self, columna: int, campo: str) -> None:
        self._cambiar(self._en_curso().con_columna(int(columna), campo))

    def _al_suponer(self, **datos: str) -> None:
        actual = self._en_curso()
        supuestos = actual.supuestos
        if "sector" in datos:
            sector = Sector(datos["sector"]) if datos["sector"] else None
            supuestos = replace(supuestos, sector=sector)
        if "tipo" in datos:
            supuestos = replace(supuestos, tipo=TipoRelacion(datos["tipo"]))
        momento = datos.get("momento", actual.momento)
        exigir(momento in self.valor.momentos, "Ese momento no está en la Mesa.")
        self._cambiar(replace(actual, supuestos=supuestos, momento=momento))

    def _al_corregir(self, fila: int, columna: int, valor: str) -> None:
        self._cambiar(self._en_curso().con_celda(int(fila), int(columna), valor))

    def _al_decidir(self, fila: int, decision: str) -> None:
        self._cambiar(self._en_curso().con_decision({int(fila): decision}))

    def _al_decidir_otras(self) -> None:
        """Las que falta decidir son otras: ninguna se funde."""
        faltan = sin_decidir(self._en_curso(), self._revisada())
        self._cambiar(self._en_curso().con_decision(dict.fromkeys(faltan, OTRA)))

    def _al_ver(self, clase: str = "", hasta: int = FILAS_A_LA_VISTA) -> None:
        self._ver, self._hasta = clase, int(hasta)
        self._pintar(self.estado["paso"])

    def _al_ir(self, paso: str) -> None:
        exigir(paso in PASOS, "Ese paso no existe.")
        self._ir(paso)

    def _al_reiniciar(self) -> None:
        self._importacion = self._revision = self._resultado = None
        self.estado = dict(_NADA)

    def _al_plantilla(self) -> dict[str, str]:
        return para_bajar("planilla_de_actores.xlsx", plantilla())

    def _al_confirmar(self) -> None:
        # Un segundo clic llega cuando el paso ya es otro: no hace nada.
        if self.estado["paso"] != "confirmar":
            return
        exigir(not self.pizarra.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")
        importacion, revision = self._en_curso(), self._revisada()
        decisiones = decisiones_para_aplicar(importacion, revision)
        balance = hacer_balance(revision, decisiones)
        exigir(bool(balance.agregan + balance.actualizan), "No hay nada que importar.")
        frase = decir_lo_importado(importacion, revision, balance)
        self.pizarra.ordenar(frase, lambda m: aplicar(m, revision, decisiones=decisiones))
        self._resultado = self.valor
        resumen = decir_balance(importacion, revision)
        self._importacion = self._revision = None
        self.estado = {"paso": "listo", "frase": frase, "resumen": resumen}

    def _al_deshacer(self) -> None:
        exigir(
            self._resultado is not None and sin_lugares(self.valor) == sin_lugares(self._resultado),
            "Después de importar hubo otros cambios: vuelva atrás desde el historial.",
        )
        self.pizarra.responder("deshacer", {})
        self._resultado = None
        self.estado = {"paso": "listo", "frase": "La importación se deshizo entera.", "resumen": ""}

    def _en_curso(self) -> Importacion:
        if self._importacion is None:
            raise ReglaRota("Elija primero un archivo.")
        return self._importacion

    def _revisada(self) -> Revision:
        if self._revision is None:
            self._revision = self._en_curso().revisar(self.valor)
        return self._revision

    def _cambiar(self, importacion: Importacion) -> None:
        self._importacion = importacion
        self._revision = None
        self._pintar(self.estado["paso"])

    def _ir(self, paso: str) -> None:
        if paso in ("revision", "confirmar"):
            self._revision = None
            self._revisada()
        if paso == "confirmar":
            faltan = sin_decidir(self._en_curso(), self._revisada())
            exigir(not faltan, f"Falta decidir {len(faltan)} de los parecidos.")
        if paso == "revision":
            con_error = self._revisada().cuentas.errores
            self._ver, self._hasta = "error" if con_error else "", FILAS_A_LA_VISTA
        self._pintar(paso)

    def _pintar(self, paso: str) -> None:
        actual = self._importacion
        if actual is None or paso == "archivo":
            self.estado = {"paso": "archivo", "archivo": actual.libro.nombre if actual else ""}
            return
        estado: dict[str, Any] = {"paso": paso, **pantalla.pintar_hoja(actual)}
        if paso == "columnas":
            estado |= pantalla.pintar_columnas(actual, self.valor)
        elif paso in ("revision", "confirmar"):
            estado |= pantalla.pintar_revision(
                actual, self._revisada(), ver=self._ver, hasta=self._hasta
            )
        self.estado = estado
