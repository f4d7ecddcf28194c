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


def leer_dependencia(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """El actor cuya salida deja a más gente separada, y los demás puntos de corte."""
    cortan = analisis.resumen.puntos_de_corte
    if not cortan:
        return
    grafo = grafo_de_mesa(mesa, elegir(mesa, analisis.momento, analisis.tipos, analisis.ids))
    separados = dict(zip(grafo.ids, buscar_cortes(grafo).separados, strict=True))
    orden = sorted(
        cortan,
        key=lambda i: (-separados[i], -analisis.valores["partes"][i], mesa.actores[i].nombre),
    )
    yield _dependencia(mesa, analisis, grafo, orden[0])
    if len(orden) > 1:
        yield _otros_cortes(mesa, orden[1:])


def _dependencia(mesa: Mesa, analisis: AnalisisRed, grafo: Grafo, actor: str) -> Lectura:
    numero_de = grafo.ids.index(actor)
    suyos = next(c for c in analisis.resumen.componentes if actor in c)
    partes = [
        tuple(grafo.ids[i] for i in parte)
        for parte in componentes(grafo, sin=numero_de)
        if grafo.ids[parte[0]] in suyos
    ]
    sueltos = [id_ for parte in partes[1:] for id_ in parte]
    pierden = "queda" if len(sueltos) == 1 else "quedan"
    return Lectura(
        "dependencia",
        f"Sin {mesa.actores[actor].nombre}, la red se parte en {len(partes)}.",
        (actor, *sueltos),
        Tono.ALERTA,
        f"Hoy une a {numero(len(suyos) - 1)} actores entre sí. Si sale, {pierden} sin camino hacia "
        f"el resto: {nombrar(mesa, sueltos)}. Conviene que tengan otra relación en la Mesa.",
    )


def _otros_cortes(mesa: Mesa, cortan: list[str]) -> Lectura:
    cuenta = contar(len(cortan), "Otro actor es", "actores más son")
    return Lectura(
        "otros_puntos_de_corte",
        f"{cuenta} la única unión de alguien con el resto: {nombrar(mesa, cortan)}.",
        tuple(cortan),
        Tono.DATO,
        "Son puntos de corte: una segunda relación para quienes dependen de ellos da seguridad.",
    )


def leer_partes(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """En cuántas partes está la red, sin contar a los aislados."""
    partes = [parte for parte in analisis.resumen.componentes if len(parte) > 1]
    if len(partes) > 1:
        yield _en_partes(mesa, partes, bool(analisis.resumen.aislados))
    elif len(partes) == 1 and not analisis.resumen.aislados:
        enlaces = contar(analisis.resumen.enlaces, "un enlace", "enlaces")
        yield Lectura(
            "red_unida",
            "La red está unida: cada actor tiene un camino hacia cualquier otro.",
            (),
            Tono.FORTALEZA,
            f"{numero(analisis.resumen.nodos)} actores y {enlaces}, sin nadie aparte.",
        )


def _en_partes(mesa: Mesa, partes: list[tuple[str, ...]], hay_aislados: bool) -> Lectura:
    aparte = tuple(id_ for parte in partes[1:] for id_ in parte)
    inicio = "Sin contar a los aislados, la red" if hay_aislados else "La red"
    tamanos = [numero(len(parte)) for parte in partes]
    detalle = f"de {enumerar(tamanos)} actores"
    if len(partes) > MAXIMO_DE_PARTES:
        detalle = f"la mayor de {tamanos[0]} actores"
    return Lectura(
        "partes",
        f"{inicio} está en {numero(len(partes))} partes sin relación entre sí, {detalle}.",
        aparte,
        Tono.ALERTA,
        f"Fuera de la parte mayor: {nombrar(mesa, aparte)}. ¿Quién podría presentarlos?",
    )


def leer_aislados(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Quién no tiene relaciones."""
    solos = analisis.resumen.aislados
    if solos and analisis.resumen.enlaces:
        cuenta = contar(len(solos), "Un actor no tiene", "actores no tienen")
        completo = set(analisis.tipos) >= TIPOS_QUE_UNEN and len(analisis.ids) == len(mesa.actores)
        cual = "ninguna relación que lo una" if len(solos) == 1 else "ninguna relación que los una"
        yield Lectura(
            "aislados",
            f"{cuenta} {cual} a los demás{'' if completo else ' con este filtro'}: "
            f"{nombrar(mesa, solos)}.",
            solos,
            Tono.ALERTA,
            "Que no esté anotada no quiere decir que no exista: pregunte antes de concluir.",
        )


def leer_paso(mesa: Mesa, analisis: AnalisisRed) -> Iterator[Lectura]:
    """Por quién pasan más caminos entre los demás."""
    primero = next(iter(analisis.primeros("intermediacion", 1)), "")
    valor = analisis.valores["intermediacion"].get(primero, 0.0)
    if valor <= 0:
        return
    obligado = valor >= PASO_OBLIGADO
    yield Lectura(
        "paso_obligado" if obligado else "quien_mas_une",
        f"{con_mayuscula(de_cada_cien(valor))} caminos más cortos entre los demás "
        f"{'pasan' if round(100 * valor) > 1 else 'pasa'} por {mesa.actores[primero].nombre}.",
        (primero,),
        Tono.ALERTA if obligado else Tono.DATO,
        _QUE_HACER_CON_EL_PASO[obligado],
    )


_QUE_HACER_CON_EL_PASO = {
    True: "Con tanto peso en un solo actor, si se detiene, la Mesa lo resiente: conviene que otros "
    "también se reúnan entre sí.",
    False: "Puede acercar a quienes no se hablan: pregunte si quiere y puede cumplir ese papel.",
}
