"""Cómo se ve una votación: de los valores del método a lo que dibuja la pantalla."""

from collections.abc import Iterable, Mapping
from typing import Any

from mesa_territorial import textos
from mesa_territorial.analisis.consenso import Acuerdo
from mesa_territorial.analisis.consenso_cambio import Paso, comparar_rondas, leer_cambio
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.consenso_frases import (
    decir_concordancia,
    decir_metodo,
    faltan_votos,
    leer_conteo,
    nivel_de_consenso,
)
from mesa_territorial.analisis.consenso_ronda import LecturaDeCosa
from mesa_territorial.analisis.consenso_votacion import DIMENSIONES, leer_orden, regla_de
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion

Ficha = dict[str, Any]
A_CIEGAS = "Se muestra al revelar la ronda: así nadie vota mirando a los demás."
SIN_SECTOR = "Sin decir su sector"


def cosas_de(votacion: Votacion, mesa: Mesa) -> list[Ficha]:
    """Lo votado con su lugar en la Mesa; en el tablero van también los demás actores de la red."""
    nombres = {o.id: o.nombre for o in votacion.opciones}
    if votacion.tipo is not TipoConsulta.ACTORES:
        return [_cosa(i, nombre) for i, nombre in nombres.items()]
    en_mesa = {i: _cosa(i, a.nombre, a) for i, a in mesa.actores.items()}
    return [*en_mesa.values(), *(_cosa(i, n) for i, n in nombres.items() if i not in en_mesa)]


def _cosa(id_cosa: str, nombre: str, actor: Any = None) -> Ficha:
    puestas = (actor.interes, actor.influencia) if actor else (None, None)
    return {
        "id": id_cosa,
        "nombre": nombre,
        "sector": str(actor.sector) if actor else "",
        "x": actor.x if actor else None,
        "y": actor.y if actor else None,
        "antes": [] if None in puestas else list(puestas),
    }


def enlaces_de(mesa: Mesa) -> list[Ficha]:
    """Las relaciones del último momento de la Mesa, para dibujar la red."""
    momento = mesa.momentos_en_orden[-1].id
    return [
        {"id": r.id, "de": r.de, "hacia": r.hacia, "tipo": str(r.tipo), "intensidad": r.intensidad}
        for r in mesa.relaciones.values()
        if r.momento == momento
    ]


def escala_de(votacion: Votacion) -> Ficha:
    """La escala en que se dibuja."""
    minimo, maximo = regla_de(votacion).escala
    dimensiones = list(DIMENSIONES[votacion.tipo])
    return {"minimo": minimo, "maximo": maximo, "dimensiones": dimensiones, "decimales": 1}


def lecturas_de(conteo: Conteo, *, a_la_vista: bool) -> dict[str, Ficha]:
    """La lectura de cada cosa; a ciegas, sólo cuántos votos lleva."""
    if not a_la_vista:
        return {c: _callada(conteo.cuantos(c), A_CIEGAS) for c in conteo.cosas}
    disputas = {cosa: lugar for lugar, cosa in enumerate(conteo.mas_disputadas, start=1)}
    minimo = conteo.regla.minimo_de_votos
    return {
        c: _callada(x.votos, faltan_votos(x.votos, minimo))
        if x.esta_oculta
        else _lectura(x, disputas.get(c, 0), minimo)
        for c, x in conteo.lecturas.items()
    }


def _callada(votos: int, por_que: str) -> Ficha:
    vacia = {"medidas": [], "elipse": None, "distancia": 0, "disputa": 0}
    return {"votos": votos, "oculta": por_que, **vacia, "sectores": [], "callados": ""}


def _lectura(x: LecturaDeCosa, disputa: int, minimo: int) -> Ficha:
    e = x.elipse
    return {
        "votos": x.votos,
        "oculta": "",
        "medidas": [_medida(a) for a in x.acuerdos],
        "elipse": {
            "x": e.x, "y": e.y, "mayor": e.mayor, "menor": e.menor, "angulo": e.angulo
        } if e else None,
        "distancia": x.distancia,
        "disputa": disputa,
        "sectores": [_de_sector(s, suyos) for s, suyos in x.por_sector.items()],
        "callados": _decir_callados(x.sectores_ocultos, minimo),
    }  # fmt: skip


def _medida(a: Acuerdo) -> Ficha:
    return {
        "media": a.media,
        "mediana": a.mediana,
        "desviacion": a.desviacion,
        "cuartiles": list(a.cuartiles),
        "recorrido": a.recorrido,
        "consenso": a.consenso,
        "nivel": nivel_de_consenso(a.consenso),
    }


def _nombre_de_sector(sector: str) -> str:
    return textos.SECTORES.get(sector, SIN_SECTOR)


def _de_sector(sector: str, acuerdos: tuple[Acuerdo, ...]) -> Ficha:
    return {
        "sector": sector,
        "nombre": _nombre_de_sector(sector),
        "votos": acuerdos[0].votos if acuerdos else 0,
        "medidas": [_medida(a) for a in acuerdos],
    }


def _decir_callados(sectores: Iterable[str], minimo: int) -> str:
    nombres = [_nombre_de_sector(s) for s in sectores]
    if not nombres:
        return ""
    verbo = "No se muestra" if len(nombres) == 1 else "No se muestran"
    return (
        f"{verbo}: {enumerar(nombres, 6)}. Con menos de {minimo} votos, o si se pudieran despejar "
        "restando, un sector se oculta para que nadie adivine el voto de otra persona."
    )


def resumen_de(votacion: Votacion, conteos: Mapping[int, Conteo], *, a_la_vista: bool) -> Ficha:
    """La ronda en palabras: consenso, coincidencia en el orden, método y cambio entre rondas."""
    conteo = conteos[max(conteos)]
    if not a_la_vista:
        return {**_RESUMEN_VACIO, "frases": [A_CIEGAS]}
    nombres = {o.id: o.nombre for o in votacion.opciones}
    dimensiones = DIMENSIONES[votacion.tipo]
    return {
        "frases": list(leer_conteo(conteo, nombres)),
        "concordancias": [
            decir_concordancia(w, d.lower())
            for w, d in zip(conteo.concordancias, dimensiones, strict=False)
        ],
        "metodo": decir_metodo(conteo.regla.metodo)
        + " Desviación de una muestra (n − 1). Consenso de Tastle y Wierman, de 0 a 1.",
        "cambio": leer_cambio(_pasos(conteos)),
        "orden": [{"id": c, "texto": t} for c, t in leer_orden(votacion, conteo)],
    }


_RESUMEN_VACIO: Ficha = {
    "frases": [], "concordancias": [], "metodo": "", "cambio": "", "orden": []
}  # fmt: skip


def _pasos(conteos: Mapping[int, Conteo]) -> tuple[Paso, ...]:
    return comparar_rondas(conteos[1], conteos[2]) if len(conteos) > 1 else ()


def pasos_de(conteos: Mapping[int, Conteo], *, a_la_vista: bool) -> list[Ficha]:
    """De la ronda 1 a la 2, sólo lo que se ve en ambas; vacío mientras se vota a ciegas."""
    return [
        {
            "id": p.cosa,
            "antes": list(p.antes.medias),
            "despues": list(p.despues.medias),
            "consenso": [p.antes.consenso, p.despues.consenso],
            "juntos": p.se_acercaron,
        }
        for p in (_pasos(conteos) if a_la_vista else ())
    ]
