"""Cuando dos personas tocan el mismo campo: se muestra a quien llega segundo, nunca se pisa."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from mesa_territorial import textos
from mesa_territorial.almacen.valores import Suceso
from mesa_territorial.dominio.parches import Documento, Parche, Ruta, se_pisan
from mesa_territorial.dominio.reglas import ReglaRota

AUSENTE = object()
MOSTRADOS = 3
_ETIQUETAS = {
    "actores": textos.CAMPOS_DE_ACTOR,
    "relaciones": textos.CAMPOS_DE_RELACION,
    "momentos": {"nombre": "Nombre", "orden": "Orden"},
}
_DE_LA_MESA = {
    "nombre": "el nombre de la Mesa",
    "objetivo": "el objetivo de la Mesa",
    "territorio": "el territorio de la Mesa",
    "ilustrativa": "la marca de ejemplo",
}
_CODIGOS = {
    "sector": textos.SECTORES,
    "nivel": textos.NIVELES,
    "estado": textos.ESTADOS,
    "tipo": textos.TIPOS_DE_RELACION,
    "procedencia": textos.PROCEDENCIAS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pugna:
    """Un campo en disputa: su ruta en el documento, cómo se llama y los dos valores.

    ``None`` en ``suyo`` o ``mio`` quiere decir vacío o quitado.
    """

    ruta: Ruta
    que: str
    suyo: Any
    mio: Any


class Conflicto(ReglaRota):
    """Otra persona cambió lo mismo después de que usted lo vio; no se guardó nada.

    ``campos`` trae cada campo con el valor de la otra persona (``suyo``) y el que se intentaba
    guardar (``mio``); ``autor`` y ``cuando`` son del último cambio ajeno; ``version`` es la que hay
    que declarar como vista para conservar lo propio.
    """

    def __init__(
        self, campos: tuple[Pugna, ...], otro: Suceso, version: int, zona: tzinfo | None
    ) -> None:
        self.campos = campos
        self.autor = otro.autor
        self.cuando = otro.cuando
        self.version = version
        super().__init__(_frase(campos, otro, zona))


def _frase(campos: tuple[Pugna, ...], otro: Suceso, zona: tzinfo | None) -> str:
    hora = otro.cuando.astimezone(zona).strftime("%H:%M")
    vistos = [
        f"{p.que} (ahora dice {en_palabras(p.ruta, p.suyo)}; usted puso "
        f"{en_palabras(p.ruta, p.mio)})"
        for p in campos[:MOSTRADOS]
    ]
    resto = len(campos) - MOSTRADOS
    lista = "; ".join(vistos) + (f"; y {resto} más" if resto > 0 else "")
    return f"{otro.autor} cambió lo mismo a las {hora}: {lista}. Elija cuál conservar."


def valor_en(documento: Any, ruta: Ruta) -> Any:
    """El valor en esa ruta, o ``AUSENTE``."""
    for clave in ruta:
        if not isinstance(documento, dict) or clave not in documento:
            return AUSENTE
        documento = documento[clave]
    return documento


def choque(
    ahora: Documento, mio: Documento, parche: Parche, ajenos: Iterable[Suceso]
) -> tuple[tuple[Pugna, ...], Suceso] | None:
    """Lo que ``parche`` y los sucesos ajenos tocan a la vez, y el último de ellos; o ``None``."""
    rutas: dict[Ruta, None] = {}
    ultimo: Suceso | None = None
    for suceso in ajenos:
        suyos = se_pisan(suceso.parche, parche)
        if suyos:
            ultimo = suceso
            mios = se_pisan(parche, suyos)
            rutas.update((tuple(cambio["ruta"]), None) for cambio in (*suyos, *mios))
    if ultimo is None:
        return None
    return tuple(pugna(ruta, ahora, mio) for ruta in _mas_precisas(rutas)), ultimo


def _mas_precisas(rutas: Iterable[Ruta]) -> list[Ruta]:
    """Sin las fichas enteras de las que ya se nombra el campo."""
    todas = list(rutas)
    fichas = {ruta[:largo] for ruta in todas for largo in range(len(ruta))}
    return [ruta for ruta in todas if ruta not in fichas]


def desajustes(ahora: Documento, parche: Parche) -> list[Ruta]:
    """Las rutas en que el documento ya no dice lo que ``parche`` espera encontrar."""
    return [
        tuple(cambio["ruta"])
        for cambio in parche
        if valor_en(ahora, tuple(cambio["ruta"])) != cambio.get("antes", AUSENTE)
    ]


def pugna(ruta: Ruta, ahora: Documento, mio: Documento) -> Pugna:
    """La pugna en ``ruta`` entre el documento guardado y el que se quería guardar."""
    return Pugna(
        ruta=ruta,
        que=nombre_de(ruta, ahora, mio),
        suyo=_o_nada(valor_en(ahora, ruta)),
        mio=_o_nada(valor_en(mio, ruta)),
    )


def _o_nada(valor: Any) -> Any:
    return None if valor is AUSENTE else valor


def nombre_de(ruta: Ruta, *documentos: Documento) -> str:
    """Cómo se llama en pantalla el campo de esa ruta: «Influencia de SERVIU»."""
    if ruta[0] not in _ETIQUETAS or len(ruta) == 1:
        return _DE_LA_MESA.get(ruta[0], ruta[0])
    ficha = _ficha(ruta, *documentos)
    if len(ruta) == 2:
        return f"la ficha de {ficha}"
    return f"{_ETIQUETAS[ruta[0]].get(ruta[2], ruta[2])} de {ficha}"


def _ficha(ruta: Ruta, *documentos: Documento) -> str:
    for documento in documentos:
        cosa = valor_en(documento, ruta[:2])
        if isinstance(cosa, dict) and ruta[0] == "relaciones":
            puntas = (_ficha(("actores", cosa[p]), *documentos) for p in ("de", "hacia"))
            return " y ".join(puntas)
        if isinstance(cosa, dict):
            return str(cosa.get("nombre", ruta[1]))
    return "un dato quitado"


def en_palabras(ruta: Ruta, valor: Any) -> str:
    """Un valor como se lee en pantalla."""
    if valor is None or valor == "":
        return "nada"
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, int | float):
        return textos.numero(valor, 0 if valor == int(valor) else 1)
    if isinstance(valor, dict):
        return f"«{valor.get('nombre', 'una ficha')}»"
    return f"«{_CODIGOS.get(ruta[-1], {}).get(valor, valor)}»"
