"""Traer indicadores y campamentos de un archivo oficial: se lee, se elige y se confirma."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import traitlets as t

from mesa_territorial.analisis.territorio_frases import decir_numero
from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import comunas_de_region, region_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.oficiales import (
    ArchivoOficial,
    Candidato,
    Eleccion,
    importar_oficial,
    leer_oficial,
)
from mesa_territorial.intercambio.oficiales.aplicar import campamentos_de_la_mesa, decir_importacion
from mesa_territorial_widgets.componentes.archivos import desde_base64
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

MAX_MEGAS, MAX_ELEGIDOS = 20, 60
_NADA: dict[str, Any] = {"paso": "archivo"}


def _crear_id() -> str:
    return f"in{secrets.token_hex(5)}"


class ImportadorOficial(ComponenteDePizarra):
    """``estado`` es lo que se pinta: el archivo, lo que se puede elegir, o lo que se importó.

    Nada toca la Mesa hasta confirmar, y confirmar es un solo cambio que se deshace entero.
    """

    modulo = "importador_oficial"
    estado = t.Dict().tag(sync=True)

    def __init__(
        self, pizarra: Pizarra | Mesa, *, crear_id: Callable[[], str] = _crear_id, **rasgos: Any
    ) -> None:
        self._crear_id = crear_id
        self._archivo: ArchivoOficial | None = None
        self._resultado: Mesa | None = None
        super().__init__(pizarra, estado=dict(_NADA), **rasgos)

    def _al_leer(self, nombre: str, base64: str) -> None:
        contenido = desde_base64(base64, megas=MAX_MEGAS)
        self._archivo = leer_oficial(nombre[:120], contenido)
        self._resultado = None
        self.estado = {"paso": "elegir", **pintar_archivo(self.valor, self._archivo)}

    def _al_reiniciar(self) -> None:
        self._archivo = self._resultado = None
        self.estado = dict(_NADA)

    def _al_importar(
        self,
        elegidos: Sequence[dict[str, Any]],
        campamentos: bool = False,
        anio: int | None = None,
    ) -> None:
        exigir(not self.pizarra.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")
        # Un segundo clic llega cuando ya se importó: no hace nada.
        if self._archivo is None:
            return
        exigir(len(elegidos) <= MAX_ELEGIDOS, f"Elija hasta {MAX_ELEGIDOS} indicadores.")
        archivo = replace(self._archivo, anio_del_catastro=_a_anio(anio))
        elecciones = [_a_eleccion(e) for e in elegidos]
        cuantos = len(campamentos_de_la_mesa(self.valor, archivo)) if campamentos else 0
        frase = decir_importacion(archivo, len(elecciones) + 2 * bool(campamentos), cuantos)

        def transicion(m: Mesa) -> Mesa:
            return importar_oficial(
                m, archivo, elecciones, campamentos=bool(campamentos), crear_id=self._crear_id
            )

        self.pizarra.ordenar(frase, transicion)
        self._archivo, self._resultado = None, self.valor
        self.estado = {"paso": "listo", "frase": frase}

    def _al_deshacer(self) -> None:
        exigir(
            self._resultado is not None and self._resultado == self.valor,
            "Después de importar hubo otros cambios: vuelva atrás desde el historial.",
        )
        self.pizarra.responder("deshacer", {})
        self._resultado = None
        self.estado = {"paso": "listo", "frase": "La importación se deshizo entera."}


def _a_eleccion(datos: dict[str, Any]) -> Eleccion:
    return Eleccion(
        clave=str(datos["clave"]),
        nombre=str(datos["nombre"]).strip(),
        unidad=str(datos["unidad"]).strip(),
        anio=_a_anio(datos["anio"]),
        fuente=str(datos["fuente"]).strip(),
    )


def _a_anio(valor: Any) -> int | None:
    texto = str(valor or "").strip()
    if not texto:
        return None
    exigir(texto.isdigit() and len(texto) == 4, f"El año tiene cuatro cifras; llegó «{texto}».")
    return int(texto)


def pintar_archivo(mesa: Mesa, archivo: ArchivoOficial) -> dict[str, Any]:
    """Lo que se muestra antes de elegir: cada columna con su valor en la comuna de la Mesa."""
    propio = comuna(mesa.territorio.cut_comuna)
    region = [c.cut for c in comunas_de_region(region_de(propio.cut))]
    ya = {(i.codigo, i.anio) for i in mesa.ficha_territorial.indicadores.values() if i.codigo}
    return {
        "archivo": archivo.nombre,
        "comuna": propio.nombre,
        "avisos": list(archivo.avisos),
        "candidatos": [_pintar(c, propio.cut, region, ya) for c in archivo.candidatos],
        "campamentos": _pintar_campamentos(mesa, archivo),
    }


def _pintar_campamentos(mesa: Mesa, archivo: ArchivoOficial) -> dict[str, Any]:
    de_la_mesa = campamentos_de_la_mesa(mesa, archivo)
    return {
        "todos": len(archivo.campamentos),
        "de_la_mesa": len(de_la_mesa),
        "hogares": sum(c.hogares or 0 for c in de_la_mesa),
        "con_punto": sum(c.lat is not None for c in de_la_mesa),
        "anio": archivo.anio_del_catastro,
    }


def _pintar(
    candidato: Candidato, cut: str, region: list[str], ya: set[tuple[str, int | None]]
) -> dict[str, Any]:
    propios = ("clave", "nombre", "unidad", "anio", "fuente", "hoja")
    valor = candidato.valores.get(cut)
    return {
        **{c: getattr(candidato, c) for c in propios},
        "valor": "sin dato" if valor is None else decir_numero(valor),
        "intervalo": _decir_intervalo(candidato, cut),
        "con_dato": sum(c in candidato.valores for c in region),
        "de": len(region),
        "reemplaza": (candidato.codigo, candidato.anio) in ya,
        "avisos": list(candidato.avisos),
    }


def _decir_intervalo(candidato: Candidato, cut: str) -> str:
    if cut not in candidato.minimos or cut not in candidato.maximos:
        return ""
    return f"{decir_numero(candidato.minimos[cut])} a {decir_numero(candidato.maximos[cut])}"
