"""La ficha del territorio como documento de Word o PDF."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar
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
    motivos = ((o, o.motivo or "falta decir por qué entra") for o in otras)
    puntos = [(negrita(comuna(o.id).etiqueta), f": {motivo}") for o, motivo in motivos]
    sin_otras = "La Mesa es intercomunal y todavía no dice qué otras comunas la forman."
    yield Lista(puntos) if puntos else Parrafo(sin_otras)


def _indicadores(mesa: Mesa) -> Iterator[Bloque]:
    todos = list(mesa.ficha_territorial.indicadores.values())
    yield Titulo("Lo que se sabe", 2)
    if not todos:
        yield Parrafo("Todavía no hay indicadores en la ficha.")
        return
    filas = [_fila(mesa, i) for i in todos]
    yield Tabla(_COLUMNAS, filas, anchos=(3, 2, 2, 1.4, 4), derecha=(1, 2, 3))
    for indicador in todos:
        yield from _en_palabras(mesa, indicador)


def _en_palabras(mesa: Mesa, indicador: Indicador) -> Iterator[Bloque]:
    yield Titulo(_rotulo(indicador), 3)
    yield Lista([f.frase for f in leer_indicador(mesa, indicador)])
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
    return (
        f"{_rotulo(indicador)} · {NIVELES[indicador.nivel].lower()}",
        _valor(indicador, unidad),
        decir_numero(c.mediana, unidad) if c else "—",
        f"{c.puesto} de {c.n}" if c else "—",
        _fuente(indicador) or _FALTA,
    )


def _valor(indicador: Indicador, unidad: str) -> str:
    valor = _FALTA if indicador.valor is None else decir_numero(indicador.valor, unidad)
    if indicador.minimo is None or indicador.maximo is None:
        return valor
    return f"{valor} ({decir_numero(indicador.minimo)} a {decir_numero(indicador.maximo)})"


def _fuente(indicador: Indicador) -> str:
    """La fuente con su año, que no se repite si la fuente ya lo dice."""
    anio = str(indicador.anio or "")
    if anio in indicador.fuente:
        return indicador.fuente
    return ", ".join(x for x in (indicador.fuente, anio) if x)


def _campamentos(mesa: Mesa) -> Iterator[Bloque]:
    todos = por_hogares(mesa)
    if not todos:
        return
    hogares = decir_numero(sum(a.hogares or 0 for a in todos))
    yield Titulo("Campamentos", 2)
    cuantos = contar(len(todos), "Un campamento anotado", "campamentos anotados")
    yield Parrafo(f"{cuantos}; {hogares} hogares en total.")
    yield Tabla(
        ("Campamento", "Comuna", "Hogares"),
        [_fila_de(a) for a in todos[:MAXIMO_DE_CAMPAMENTOS]],
        anchos=(5, 3, 1.5),
        derecha=(2,),
        nota=_nota_de_campamentos(todos),
    )


def _fila_de(a: Asentamiento) -> tuple[str, str, str]:
    hogares = _FALTA if a.hogares is None else decir_numero(a.hogares)
    return a.nombre, comuna(a.cut).nombre if a.cut else "", hogares


def por_hogares(mesa: Mesa) -> list[Asentamiento]:
    """Los campamentos de la ficha, de más a menos hogares."""
    todos = mesa.ficha_territorial.asentamientos.values()
    return sorted(todos, key=lambda a: (-(a.hogares or 0), a.nombre))


def _nota_de_campamentos(todos: list[Asentamiento]) -> str:
    fuentes = "; ".join(sorted({a.fuente for a in todos if a.fuente})) or "sin fuente anotada"
    resto = len(todos) - MAXIMO_DE_CAMPAMENTOS
    demas = f" Van los de más hogares; los otros {resto} están en el Excel." if resto > 0 else ""
    return f"Fuente: {fuentes}.{demas}"
