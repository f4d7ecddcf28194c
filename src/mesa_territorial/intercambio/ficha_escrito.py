"""La ficha del territorio como documento de Word o PDF."""

from collections.abc import Iterator

from mesa_territorial.analisis.territorio import (
    Comparacion,
    comparar_en_su_region,
    datos_por_comuna,
)
from mesa_territorial.analisis.territorio_frases import decir_numero, leer_indicador, unidad_corta
from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import nombre_de_region, region_de
from mesa_territorial.dominio.actores import Nivel, Procedencia
from mesa_territorial.dominio.ficha_territorial import Asentamiento, Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Campos,
    Escrito,
    Lista,
    Parrafo,
    Tabla,
    Titulo,
    escrito_de_mesa,
    fecha_larga,
    negrita,
)
from mesa_territorial.textos import NIVELES

MAXIMO_DE_CAMPAMENTOS = 25
_METODO = (
    "Cómo se leen: la mediana deja la mitad de las comunas de la región a cada lado; el puesto va "
    "de mayor a menor entre las que tienen el dato, y las empatadas lo comparten. El intervalo es "
    "el que publica la fuente. Los campamentos son puntos y conteos; no se dibujan contornos."
)
_COLUMNAS = ("Indicador", "Valor", "Mediana de la región", "Puesto", "Fuente y año")
_FALTA = "falta"


def ficha_del_territorio(mesa: Mesa, fecha: str) -> Escrito:
    """La ficha a una ``fecha``: el lugar, los indicadores con su comparación y los campamentos."""
    bloques: tuple[Bloque, ...] = (
        _lugar(mesa),
        *_otras_comunas(mesa),
        *_indicadores(mesa),
        *_campamentos(mesa),
        Parrafo(_METODO, suave=True),
    )
    return escrito_de_mesa(mesa, "Ficha del territorio", bloques, fecha=fecha)


def _lugar(mesa: Mesa) -> Bloque:
    ficha, propia = mesa.ficha_territorial, comuna(mesa.territorio.cut_comuna)
    return Campos(
        (
            ("Lugar", mesa.territorio.lugar),
            ("Comuna", f"{propia.nombre} (CUT {propia.cut})"),
            (
                "Provincia y región",
                f"{propia.provincia}, {nombre_de_region(region_de(propia.cut))}",
            ),
            ("Nivel a que se mira", NIVELES[mesa.territorio.nivel]),
            ("Cómo es el lugar", ficha.descripcion),
            ("Hasta dónde llega", ficha.limites),
            ("Última revisión", fecha_larga(ficha.revisada) if ficha.revisada else ""),
        )
    )


def _otras_comunas(mesa: Mesa) -> Iterator[Bloque]:
    if mesa.territorio.nivel is not Nivel.INTERCOMUNAL:
        return
    yield Titulo("Otras comunas de la Mesa", 2)
    otras = mesa.ficha_territorial.comunas.values()
    if otras:
        yield Lista(
            [
                (negrita(comuna(o.id).etiqueta), f": {o.motivo or 'falta decir por qué entra'}")
                for o in otras
            ]
        )
    else:
        yield Parrafo("La Mesa es intercomunal y todavía no dice qué otras comunas la forman.")


def _indicadores(mesa: Mesa) -> Iterator[Bloque]:
    todos = list(mesa.ficha_territorial.indicadores.values())
    yield Titulo("Lo que se sabe", 2)
    if not todos:
        yield Parrafo("Todavía no hay indicadores en la ficha.")
        return
    yield Tabla(
        _COLUMNAS,
        [_fila(mesa, i) for i in todos],
        anchos=(3, 2, 2, 1.4, 4),
        derecha=(1, 2, 3),
    )
    for indicador in todos:
        frases = leer_indicador(mesa, indicador)
        yield Titulo(_rotulo(indicador), 3)
        yield Lista([f.frase for f in frases])
        if indicador.nota:
            yield Parrafo(indicador.nota, suave=True)


def _rotulo(indicador: Indicador) -> str:
    ejercicio = " (valor de ejercicio)" if indicador.procedencia is Procedencia.ILUSTRATIVO else ""
    return f"{indicador.nombre}{ejercicio}"


def comparacion_de(mesa: Mesa, indicador: Indicador) -> Comparacion | None:
    """La comuna de la Mesa entre las de su región; ``None`` si no hay con qué comparar."""
    propio = mesa.territorio.cut_comuna
    return comparar_en_su_region(datos_por_comuna(indicador, propio), propio)


def _fila(mesa: Mesa, indicador: Indicador) -> tuple[str, ...]:
    unidad, c = unidad_corta(indicador), comparacion_de(mesa, indicador)
    valor = _FALTA if indicador.valor is None else decir_numero(indicador.valor, unidad)
    if indicador.minimo is not None and indicador.maximo is not None:
        valor += f" ({decir_numero(indicador.minimo)} a {decir_numero(indicador.maximo)})"
    anio = str(indicador.anio or "")
    sobra = anio in indicador.fuente
    fuente = indicador.fuente if sobra else ", ".join(x for x in (indicador.fuente, anio) if x)
    return (
        f"{_rotulo(indicador)} · {NIVELES[indicador.nivel].lower()}",
        valor,
        decir_numero(c.mediana, unidad) if c else "—",
        f"{c.puesto} de {c.n}" if c else "—",
        fuente or _FALTA,
    )


def _campamentos(mesa: Mesa) -> Iterator[Bloque]:
    todos = por_hogares(mesa)
    if not todos:
        return
    hogares = sum(a.hogares or 0 for a in todos)
    yield Titulo("Campamentos", 2)
    yield Parrafo(
        f"{len(todos)} campamentos anotados, con {decir_numero(hogares)} hogares en total."
    )
    yield Tabla(
        ("Campamento", "Comuna", "Hogares"),
        [
            (a.nombre, comuna(a.cut).nombre if a.cut else "", _cuantos(a))
            for a in todos[:MAXIMO_DE_CAMPAMENTOS]
        ],
        anchos=(5, 3, 1.5),
        derecha=(2,),
        nota=_nota_de_campamentos(todos),
    )


def por_hogares(mesa: Mesa) -> list[Asentamiento]:
    """Los campamentos de la ficha, de más a menos hogares."""
    todos = mesa.ficha_territorial.asentamientos.values()
    return sorted(todos, key=lambda a: (-(a.hogares or 0), a.nombre))


def _cuantos(asentamiento: Asentamiento) -> str:
    return _FALTA if asentamiento.hogares is None else decir_numero(asentamiento.hogares)


def _nota_de_campamentos(todos: list[Asentamiento]) -> str:
    fuentes = "; ".join(sorted({a.fuente for a in todos if a.fuente})) or "sin fuente anotada"
    resto = len(todos) - MAXIMO_DE_CAMPAMENTOS
    demas = f" Van los de más hogares; los otros {resto} están en el Excel." if resto > 0 else ""
    return f"Fuente: {fuentes}.{demas}"
