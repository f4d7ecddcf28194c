"""Las órdenes de la decisión de escala: notas por nivel, pesos, comparaciones y quien falta."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mesa_territorial.dominio.actores import Actor, Nivel, nombre_comparable
from mesa_territorial.dominio.escala import CAMPOS_DE_PAPEL, Escala, ProblemaDelTerritorio
from mesa_territorial.dominio.escala_criterios import (
    ComparacionDePares,
    CriterioDeEscala,
    NotasDeNivel,
    par_de,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes.construccion import Datos, Orden, construir
from mesa_territorial.textos import NIVELES, numero

_Nota = tuple[Nivel, CriterioDeEscala, float | None]


def _anotar_notas(mesa: Mesa, datos: Datos) -> Orden:
    """Pone notas de 1 a 5 (o vacías, para borrarlas) en ``celdas`` de nivel por criterio."""
    celdas = [_leer_celda(mesa.escala, c) for c in datos["celdas"]]
    exigir(bool(celdas), "No llegó ninguna nota.")
    _con_notas(mesa, celdas)
    return _frase_de_notas(mesa.escala, celdas), lambda m: _con_notas(m, celdas)


def _leer_celda(escala: Escala, celda: Datos) -> _Nota:
    valor = celda["valor"]
    criterio = _criterio(escala, str(celda["columna"]))
    return Nivel(celda["fila"]), criterio, None if valor is None else float(valor)


def _criterio(escala: Escala, id_criterio: str) -> CriterioDeEscala:
    exigir(id_criterio in escala.criterios, "Ese criterio ya no está.")
    return escala.criterios[id_criterio]


def _notas(escala: Escala, nivel: Nivel) -> NotasDeNivel:
    return escala.niveles.get(nivel) or NotasDeNivel(id=nivel.value)


def _con_notas(mesa: Mesa, celdas: Sequence[_Nota]) -> Mesa:
    niveles = dict(mesa.escala.niveles)
    for nivel, criterio, nota in celdas:
        antes = niveles.get(nivel.value) or NotasDeNivel(id=nivel.value)
        quedan = {c: n for c, n in antes.notas.items() if c != criterio.id or nota is not None}
        if nota is not None:
            quedan[criterio.id] = nota
        niveles[nivel.value] = replace(antes, notas=quedan)
    return mesa.con(escala=replace(mesa.escala, niveles=niveles))


def _frase_de_notas(escala: Escala, celdas: Sequence[_Nota]) -> str:
    if len(celdas) > 1:
        return f"Escala: cambió {len(celdas)} notas de niveles"
    nivel, criterio, nota = celdas[0]
    antes = _notas(escala, nivel).notas.get(criterio.id)
    cambio = f"{_decir(antes)} → {_decir(nota)}"
    return f"Escala, {NIVELES[nivel].lower()}: {criterio.nombre.lower()} {cambio}"


def _pesar_criterios(mesa: Mesa, datos: Datos) -> Orden:
    """Cambia los ``pesos`` de varios criterios de una vez; ``por_que`` dice de dónde salieron."""
    pesos = {str(c): float(p) for c, p in datos["pesos"].items()}
    exigir(bool(pesos), "No llegó ningún peso.")
    nombres = [
        f"{_criterio(mesa.escala, c).nombre.lower()} {_decir(mesa.escala.criterios[c].peso)} → "
        f"{_decir(p)}"
        for c, p in pesos.items()
    ]
    origen = str(datos.get("por_que") or "Pesos de escala")[:120]
    return f"{origen}: {'; '.join(nombres)}"[:300], lambda m: con_pesos(m, pesos)


def con_pesos(mesa: Mesa, pesos: Mapping[str, float]) -> Mesa:
    """La Mesa con esos pesos (0 a 100) en sus criterios; los que no se nombran no cambian."""
    escala = mesa.escala
    nuevos = {c: replace(_criterio(escala, c), peso=p) for c, p in pesos.items()}
    return mesa.con(escala=replace(escala, criterios={**escala.criterios, **nuevos}))


def _comparar_criterios(mesa: Mesa, datos: Datos) -> Orden:
    """Anota que ``uno`` importa ``veces`` (1 a 9) más que ``otro``; sin ``veces``, lo borra."""
    uno, otro = (_criterio(mesa.escala, str(datos[c])) for c in ("uno", "otro"))
    clave, veces = par_de(uno.id, otro.id), datos.get("veces")
    if veces is None:
        frase = f"Escala: borró la comparación entre {uno.nombre.lower()} y {otro.nombre.lower()}"
        return frase, lambda m: _con_par(m, clave, None)
    exigir(float(veces).is_integer(), "Escriba un número entero de veces, de 1 a 9.")
    par = ComparacionDePares(id=clave, uno=uno.id, otro=otro.id, veces=int(veces))
    frase = _decir_par(uno.nombre.lower(), otro.nombre.lower(), par.veces)
    return frase, lambda m: _con_par(m, clave, par)


def _decir_par(uno: str, otro: str, veces: int) -> str:
    if veces == 1:
        return f"Escala: {uno} y {otro} importan igual"
    return f"Escala: {uno} importa {veces} veces más que {otro}"


def _con_par(mesa: Mesa, clave: str, par: ComparacionDePares | None) -> Mesa:
    pares = {k: p for k, p in mesa.escala.pares.items() if k != clave}
    if par is not None:
        pares[clave] = par
    return mesa.con(escala=replace(mesa.escala, pares=pares))


def _agregar_quien_falta(mesa: Mesa, datos: Datos) -> Orden:
    """Pone en el mapa a quien se nombró fuera de él y lo anota en cada problema que lo nombra.

    Recibe ``nombre``, ``sector`` y, si se sabe, ``nivel``; si ya hay un actor con ese nombre, lo
    usa. ``id`` es el del actor nuevo.
    """
    nombre = str(datos["nombre"]).strip()
    campos = {"id": datos["id"], "nombre": nombre, "sector": datos["sector"]}
    nuevo = construir(Actor, {**campos, "nivel": datos.get("nivel") or None})
    exigir(bool(_que_lo_nombran(mesa, nombre)), f"Ningún problema nombra a «{nombre}».")
    return f"Agregó a {nombre} al mapa, desde los problemas", lambda m: _con_quien(m, nuevo)


def _con_quien(mesa: Mesa, nuevo: Actor) -> Mesa:
    ya = _llamado(mesa, nuevo.nombre)
    actor = ya or nuevo
    problemas = {
        p.id: _anotado(p, nuevo.nombre, actor.id) for p in _que_lo_nombran(mesa, nuevo.nombre)
    }
    con_actor = mesa if ya else mesa.con_actor(actor)
    escala = replace(mesa.escala, problemas={**mesa.escala.problemas, **problemas})
    return con_actor.con(escala=escala)


def _llamado(mesa: Mesa, nombre: str) -> Actor | None:
    comparable = nombre_comparable(nombre)
    return next(
        (a for a in mesa.actores.values() if nombre_comparable(a.nombre) == comparable), None
    )


def _que_lo_nombran(mesa: Mesa, nombre: str) -> list[ProblemaDelTerritorio]:
    return [p for p in mesa.escala.problemas.values() if _anotado(p, nombre, "x") != p]


def _anotado(problema: ProblemaDelTerritorio, nombre: str, id_actor: str) -> ProblemaDelTerritorio:
    """El problema con el actor en cada papel vacío que lo nombraba por fuera del mapa."""
    comparable = nombre_comparable(nombre)
    cambios: dict[str, Any] = {}
    for campo, fuera in CAMPOS_DE_PAPEL.values():
        suyo = nombre_comparable(getattr(problema, fuera))
        if not getattr(problema, campo) and suyo == comparable:
            cambios |= {campo: id_actor, fuera: ""}
    return replace(problema, **cambios)


def _decir(valor: float | None) -> str:
    if valor is None:
        return "(vacío)"
    return numero(float(valor), 0 if float(valor).is_integer() else 1)


DE_ESCALA: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "anotar_notas": _anotar_notas,
    "pesar_criterios": _pesar_criterios,
    "comparar_criterios": _comparar_criterios,
    "agregar_quien_falta": _agregar_quien_falta,
}
