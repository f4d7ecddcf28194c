"""Lo elegido de un archivo oficial pasa a la ficha, de una vez y sólo de la región de la Mesa."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.territorio import comunas_de_la_mesa
from mesa_territorial.casos.regiones import comunas_de_region, region_de
from mesa_territorial.dominio.actores import Procedencia
from mesa_territorial.dominio.ficha_territorial import Asentamiento, FichaTerritorial, Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.oficiales.archivo import ArchivoOficial, Campamento, Candidato
from mesa_territorial.intercambio.oficiales.diccionario import CATASTRO, POR_TITULO

CrearId = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eleccion:
    """Un candidato elegido por su ``clave``, con los datos que la persona completó o corrigió."""

    clave: str
    nombre: str
    unidad: str
    anio: int | None
    fuente: str


def importar_oficial(
    mesa: Mesa,
    archivo: ArchivoOficial,
    elegidos: Sequence[Eleccion],
    *,
    campamentos: bool,
    crear_id: CrearId,
) -> Mesa:
    """La Mesa con lo elegido en su ficha; lo que ya se había importado se reemplaza.

    ``campamentos`` trae además el catastro: los puntos de las comunas de la Mesa y los conteos
    de toda la región. Levanta ``ReglaRota`` si no se eligió nada o si a algo le falta la fuente,
    el año o la unidad.
    """
    exigir(bool(elegidos or campamentos), "Elija al menos un indicador.")
    sin_anio = campamentos and archivo.anio_del_catastro is None
    exigir(not sin_anio, "Escriba el año del catastro.")
    por_clave = {c.clave: c for c in archivo.candidatos}
    nuevos = [_indicador(mesa, por_clave, e) for e in elegidos]
    ficha = mesa.ficha_territorial
    if campamentos:
        nuevos += _conteos(mesa, archivo)
        ficha = _con_campamentos(ficha, _de_la_mesa(mesa, archivo), archivo, crear_id)
    return mesa.con(ficha_territorial=_con_indicadores(ficha, nuevos, crear_id))


def decir_importacion(archivo: ArchivoOficial, elegidos: int, campamentos: int) -> str:
    """La frase del historial: «Importó 3 indicadores y 99 campamentos de «catastro.csv»»."""
    partes = [contar(elegidos, "un indicador", "indicadores")] if elegidos else []
    if campamentos:
        partes.append(contar(campamentos, "un campamento", "campamentos"))
    return f"Importó {' y '.join(partes)} de «{archivo.nombre[:80]}»"


def campamentos_de_la_mesa(mesa: Mesa, archivo: ArchivoOficial) -> tuple[Campamento, ...]:
    """Los campamentos del archivo que están en las comunas de la Mesa."""
    return tuple(_de_la_mesa(mesa, archivo))


def _cuts_de_la_region(mesa: Mesa) -> frozenset[str]:
    regiones = {region_de(cut) for cut in comunas_de_la_mesa(mesa)}
    return frozenset(c.cut for r in regiones for c in comunas_de_region(r))


def _indicador(mesa: Mesa, por_clave: Mapping[str, Candidato], e: Eleccion) -> Indicador:
    exigir(e.clave in por_clave, "Eso ya no está en el archivo: vuelva a elegirlo.")
    for dato, que in ((e.nombre, "el nombre"), (e.unidad, "la unidad"), (e.fuente, "la fuente")):
        exigir(bool(dato.strip()), f"Escriba {que} de «{e.nombre or por_clave[e.clave].nombre}».")
    exigir(e.anio is not None, f"Escriba el año de «{e.nombre}».")
    return _con_su_region(mesa, por_clave[e.clave], e)


def _con_su_region(mesa: Mesa, candidato: Candidato, e: Eleccion) -> Indicador:
    cuts, propio = _cuts_de_la_region(mesa), mesa.territorio.cut_comuna
    valores, minimos, maximos = (
        {cut: v for cut, v in por_cut.items() if cut in cuts}
        for por_cut in (candidato.valores, candidato.minimos, candidato.maximos)
    )
    exigir(bool(valores), f"El archivo no trae «{e.nombre}» para ninguna comuna de su región.")
    dichos: dict[str, Any] = {c: getattr(e, c) for c in ("nombre", "unidad", "anio", "fuente")}
    return Indicador(
        id="",
        **dichos,
        minimo=minimos.get(propio),
        maximo=maximos.get(propio),
        cut=propio if propio in valores else "",
        valor=valores.get(propio),
        procedencia=Procedencia.IMPORTADO,
        codigo=candidato.codigo,
        valores=valores,
        minimos=minimos,
        maximos=maximos,
    )


def _conteos(mesa: Mesa, archivo: ArchivoOficial) -> Iterator[Indicador]:
    """Cuántos campamentos y hogares registra el catastro en cada comuna de la región."""
    cuantos = Counter(c.cut for c in archivo.campamentos)
    hogares: Counter[str] = Counter()
    for c in archivo.campamentos:
        hogares[c.cut] += c.hogares or 0
    for cuenta, codigo in ((cuantos, "campamentos"), (hogares, "hogares campamentos")):
        # Una comuna sin filas vale cero sólo si el archivo trae su región.
        regiones = {region_de(cut) for cut in cuantos}
        cuts = (c for c in _cuts_de_la_region(mesa) if region_de(c) in regiones)
        yield _conteo(mesa, archivo, codigo, {cut: float(cuenta[cut]) for cut in cuts})


def _conteo(
    mesa: Mesa, archivo: ArchivoOficial, codigo: str, valores: dict[str, float]
) -> Indicador:
    nombre, unidad, fuente = POR_TITULO[codigo]
    anio = archivo.anio_del_catastro
    dicho = Eleccion(
        clave=codigo, nombre=nombre, unidad=unidad, anio=anio, fuente=fuente.format(anio)
    )
    de_la_eleccion = {c: getattr(dicho, c) for c in Eleccion.__slots__}
    candidato = Candidato(codigo=codigo, hoja="", valores=valores, **de_la_eleccion)
    return _con_su_region(mesa, candidato, dicho)


def _fuente_del_catastro(archivo: ArchivoOficial) -> str:
    return CATASTRO.format(archivo.anio_del_catastro or "").strip()


def _de_la_mesa(mesa: Mesa, archivo: ArchivoOficial) -> Iterator[Campamento]:
    suyas = set(comunas_de_la_mesa(mesa))
    return (c for c in archivo.campamentos if c.cut in suyas)


def _con_indicadores(
    ficha: FichaTerritorial, nuevos: Iterable[Indicador], crear_id: CrearId
) -> FichaTerritorial:
    """Un indicador con la misma columna y año reemplaza al anterior y conserva su nota."""
    indicadores = dict(ficha.indicadores)
    previos = {(i.codigo, i.anio): i for i in indicadores.values() if i.codigo}
    for nuevo in nuevos:
        previo = previos.get((nuevo.codigo, nuevo.anio))
        id_suyo = previo.id if previo else crear_id()
        indicadores[id_suyo] = replace(nuevo, id=id_suyo, nota=previo.nota if previo else "")
    return replace(ficha, indicadores=indicadores)


def _con_campamentos(
    ficha: FichaTerritorial,
    campamentos: Iterable[Campamento],
    archivo: ArchivoOficial,
    crear_id: CrearId,
) -> FichaTerritorial:
    """El catastro importado antes se reemplaza entero, con sus notas; lo anotado a mano queda."""
    previos = {
        (a.folio, a.nombre): a
        for a in ficha.asentamientos.values()
        if a.procedencia is Procedencia.IMPORTADO
    }
    viejos = {a.id for a in previos.values()}
    asentamientos = {i: a for i, a in ficha.asentamientos.items() if i not in viejos}
    for c in campamentos:
        previo = previos.pop((c.folio, c.nombre), None)
        nuevo = _asentamiento(c, archivo, previo.id if previo else crear_id())
        asentamientos[nuevo.id] = replace(nuevo, nota=previo.nota) if previo else nuevo
    return replace(ficha, asentamientos=asentamientos)


def _asentamiento(c: Campamento, archivo: ArchivoOficial, id_suyo: str) -> Asentamiento:
    return Asentamiento(
        id=id_suyo,
        nombre=c.nombre,
        cut=c.cut,
        hogares=c.hogares,
        hectareas=c.hectareas,
        lat=c.lat,
        lon=c.lon,
        anio=archivo.anio_del_catastro,
        fuente=_fuente_del_catastro(archivo),
        folio=c.folio,
        procedencia=Procedencia.IMPORTADO,
    )
