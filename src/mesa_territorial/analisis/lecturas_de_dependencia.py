"""De quién depende la red: puntos de corte, partes, aislados y paso obligado."""

from collections.abc import Iterator

from mesa_territorial.analisis.cortes import buscar_cortes, componentes
from mesa_territorial.analisis.frases import con_mayuscula, contar, de_cada_cien, enumerar
from mesa_territorial.analisis.grafo import TIPOS_QUE_UNEN, Grafo, elegir, grafo_de_mesa
from mesa_territorial.analisis.lectura import Lectura, Tono, nombrar
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

MAXIMO_DE_PARTES = 4
PASO_OBLIGADO = 0.4  # desde esta intermediación, casi la mitad de los caminos es de uno solo
_SEGUNDA_RELACION = (
    "Son puntos de corte: una segunda relación para quienes dependen de ellos da seguridad."
)
_RED_UNIDA = "La red está unida: cada actor tiene un camino hacia cualquier otro."
_NO_ANOTADA = "Que no esté anotada no quiere decir que no exista: pregunte antes de concluir."
_OBLIGADO = (
    "paso_obligado",
    Tono.ALERTA,
    "Con tanto peso en un solo actor, si se detiene, la Mesa lo resiente: conviene que otros "
    "también se reúnan entre sí.",
)
_UNO_MAS = (
    "quien_mas_une",
    Tono.DATO,
    "Puede acercar a quienes no se hablan: pregunte si quiere y puede cumplir ese papel.",
)


def leer_dependencia(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """El actor cuya salida deja a más gente separada, y los demás puntos de corte."""
    cortan = analisis.resumen.puntos_de_corte
    if cortan:
        grafo = grafo_de_mesa(mesa, elegir(mesa, analisis.momento, analisis.tipos, analisis.ids))
        separados = dict(zip(grafo.ids, buscar_cortes(grafo).separados, strict=True))
        partes = analisis.valores["partes"]
        orden = sorted(cortan, key=lambda i: (-separados[i], -partes[i], mesa.actores[i].nombre))
        yield _dependencia(mesa, grafo, orden[0])
        if len(orden) > 1:
            yield _otros_cortes(mesa, orden[1:])


def _dependencia(mesa: Mesa, grafo: Grafo, actor: str) -> Lectura:
    partes = _partes_sin(grafo, grafo.ids.index(actor))
    sueltos = [id_ for parte in partes[1:] for id_ in parte]
    quedan = "queda" if len(sueltos) == 1 else "quedan"
    por_que = (
        f"Hoy une a {numero(sum(map(len, partes)))} actores entre sí. Si sale, {quedan} sin camino "
        f"hacia el resto: {nombrar(mesa, sueltos)}. Conviene que tengan otra relación en la Mesa."
    )
    frase = f"Sin {mesa.actores[actor].nombre}, la red se parte en {len(partes)}."
    return Lectura("dependencia", frase, (actor, *sueltos), Tono.ALERTA, por_que)


def _partes_sin(grafo: Grafo, actor: int) -> list[list[str]]:
    """Las partes en que queda lo que el actor unía, de mayor a menor."""
    contactos = set(grafo.vecinos[actor])
    return [
        [grafo.ids[i] for i in parte]
        for parte in componentes(grafo, sin=actor)
        if contactos.intersection(parte)
    ]


def _otros_cortes(mesa: Mesa, cortan: list[str]) -> Lectura:
    cuenta = contar(len(cortan), "Otro actor es", "actores más son")
    frase = f"{cuenta} la única unión de alguien con el resto: {nombrar(mesa, cortan)}."
    return Lectura("otros_puntos_de_corte", frase, tuple(cortan), Tono.DATO, _SEGUNDA_RELACION)


def leer_partes(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """En cuántas partes está la red, sin contar a los aislados."""
    partes = [parte for parte in analisis.resumen.componentes if len(parte) > 1]
    if len(partes) > 1:
        yield _en_partes(mesa, partes, bool(analisis.resumen.aislados))
    elif len(partes) == 1 and not analisis.resumen.aislados:
        enlaces = contar(analisis.resumen.enlaces, "un enlace", "enlaces")
        por_que = f"{numero(analisis.resumen.nodos)} actores y {enlaces}, sin nadie aparte."
        yield Lectura("red_unida", _RED_UNIDA, (), Tono.FORTALEZA, por_que)


def _en_partes(mesa: Mesa, partes: list[tuple[str, ...]], hay_aislados: bool) -> Lectura:
    aparte = tuple(id_ for parte in partes[1:] for id_ in parte)
    inicio = "Sin contar a los aislados, la red" if hay_aislados else "La red"
    tamanos = [numero(len(parte)) for parte in partes]
    muchas = len(partes) > MAXIMO_DE_PARTES
    detalle = f"la mayor de {tamanos[0]}" if muchas else f"de {enumerar(tamanos)}"
    frase = f"{inicio} está en {len(partes)} partes sin relación entre sí, {detalle} actores."
    por_que = f"Fuera de la parte mayor: {nombrar(mesa, aparte)}. ¿Quién podría presentarlos?"
    return Lectura("partes", frase, aparte, Tono.ALERTA, por_que)


def leer_aislados(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Quién no tiene relaciones."""
    solos = analisis.resumen.aislados
    if solos and analisis.resumen.enlaces:
        cuenta = contar(len(solos), "Un actor no tiene", "actores no tienen")
        pronombre = "lo" if len(solos) == 1 else "los"
        completo = set(analisis.tipos) >= TIPOS_QUE_UNEN and len(analisis.ids) == len(mesa.actores)
        frase = (
            f"{cuenta} ninguna relación que {pronombre} una a los demás"
            f"{'' if completo else ' con este filtro'}: {nombrar(mesa, solos)}."
        )
        yield Lectura("aislados", frase, solos, Tono.ALERTA, _NO_ANOTADA)


def leer_paso(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Por quién pasan más caminos entre los demás."""
    primero = next(iter(analisis.primeros("intermediacion", 1)), "")
    valor = analisis.valores["intermediacion"].get(primero, 0.0)
    if valor > 0:
        pasan = "pasan" if round(100 * valor) > 1 else "pasa"
        frase = (
            f"{con_mayuscula(de_cada_cien(valor))} caminos más cortos entre los demás {pasan} por "
            f"{mesa.actores[primero].nombre}."
        )
        clave, tono, por_que = _OBLIGADO if valor >= PASO_OBLIGADO else _UNO_MAS
        yield Lectura(clave, frase, (primero,), tono, por_que)
