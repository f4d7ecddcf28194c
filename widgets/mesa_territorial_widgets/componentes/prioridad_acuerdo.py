"""Lo que dicen los evaluadores, en palabras: dónde no coinciden y si ordenan parecido."""

from collections.abc import Iterator

from mesa_territorial.analisis.consenso import Acuerdo
from mesa_territorial.analisis.consenso_cuantiles import metodo_de
from mesa_territorial.analisis.consenso_frases import (
    decir_concordancia,
    nivel_de_consenso,
)
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.prioridad.acuerdo import (
    MINIMO,
    POCOS,
    AcuerdoSobreActor,
    medir_acuerdos,
    medir_ordenes,
)
from mesa_territorial.analisis.prioridad.notas import NOMBRES
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase

A_LA_VISTA, EN_EL_CUADRO = 10, 15


def decir_acuerdo(mesa: Mesa) -> list[Bloque]:
    """Dónde no coinciden los evaluadores y qué preguntar; y si ordenan parecido."""
    if len(mesa.prioridad.que_cuentan) < MINIMO:
        return []
    return [
        _bloque_de_disputa(mesa),
        Bloque(titulo="Si ordenan parecido", frases=tuple(_coincidencias(mesa))),
    ]


def _bloque_de_disputa(mesa: Mesa) -> Bloque:
    medidos = medir_acuerdos(mesa)
    disputados = [a for a in medidos if a.disputado]
    return Bloque(
        titulo="Donde no coinciden",
        veredicto=_veredicto(len(disputados)),
        tono="alerta" if disputados else "fortaleza",
        frases=tuple(_disputa(mesa, a) for a in disputados[:A_LA_VISTA]),
        cuadro=_cuadro_de_acuerdo(mesa, medidos),
        nota=_nota_de_acuerdo(mesa, len(medidos)),
    )


def _veredicto(disputadas: int) -> str:
    if not disputadas:
        return "En ninguna nota se abren las opiniones más de lo que se acepta como consenso."
    cuantas = contar(disputadas, "Una nota abre las opiniones", "notas abren las opiniones")
    return f"{cuantas}: converse eso antes de mirar el orden."


def _nota_de_acuerdo(mesa: Mesa, medidas: int) -> str:
    evaluadores = len(mesa.prioridad.que_cuentan)
    frases = [f"Recorrido intercuartil por el método {metodo_de(mesa.prioridad.cuantil).nombre}."]
    if evaluadores < POCOS:
        frases.append(f"Con {evaluadores} evaluadores, una sola nota mueve mucho estas cifras.")
    if medidas > EN_EL_CUADRO:
        frases.append(f"Se ven las {EN_EL_CUADRO} con menos consenso de {numero(medidas)}.")
    frases.append("Consenso de Tastle y Wierman, de 0 (mitades opuestas) a 1 (todos igual).")
    return " ".join(frases)


def _disputa(mesa: Mesa, a: AcuerdoSobreActor) -> Frase:
    que = f"{NOMBRES[a.atributo]} de {mesa.actor(a.id).nombre}"
    return Frase(
        texto=f"{que[0].upper()}{que[1:]}: {_extremo(a.menor)}; {_extremo(a.mayor)}.",
        tono="alerta",
        que_hacer="Pida un hecho a cada extremo, sin decir quién tiene razón.",
        por_que=_por_que(a.acuerdo),
        ids=(a.id,),
    )


def _por_que(acuerdo: Acuerdo) -> str:
    return (
        f"Su recorrido intercuartil es {numero(acuerdo.recorrido, 2)}; hasta 1 se acepta como "
        "consenso en una escala de 5 (von der Gracht 2012). Consenso "
        f"{nivel_de_consenso(acuerdo.consenso)}: {numero(acuerdo.consenso, 2)} de 1."
    )


def _extremo(extremo: tuple[float, tuple[str, ...]]) -> str:
    nota, quienes = extremo
    return f"{_nota(nota)} según {enumerar(quienes)}"


def _nota(valor: float) -> str:
    return numero(valor, 0 if float(valor).is_integer() else 1)


def _cuadro_de_acuerdo(mesa: Mesa, medidos: tuple[AcuerdoSobreActor, ...]) -> Cuadro:
    return Cuadro(
        columnas=("Actor", "Nota", "Evaluadores", "Mediana", "Recorrido", "Consenso"),
        filas=tuple(_fila(mesa, a) for a in medidos[:EN_EL_CUADRO]),
    )


def _fila(mesa: Mesa, a: AcuerdoSobreActor) -> tuple[str, ...]:
    return (
        mesa.actor(a.id).nombre,
        NOMBRES[a.atributo].capitalize(),
        numero(a.acuerdo.votos),
        numero(a.acuerdo.mediana, 1),
        numero(a.acuerdo.recorrido, 2),
        f"{numero(a.acuerdo.consenso, 2)} ({nivel_de_consenso(a.acuerdo.consenso)})",
    )


def _coincidencias(mesa: Mesa) -> Iterator[Frase]:
    for atributo, medida in medir_ordenes(mesa).items():
        dicho = decir_concordancia(medida, NOMBRES[atributo])
        texto = dicho.replace("personas calificaron", "evaluadores calificaron")
        actores = "" if medida is None else f" Se compara a {numero(medida.cosas)} actores."
        yield Frase(
            texto=texto + actores,
            por_que="La W de Kendall mira sólo el orden: no importa si uno pone notas más altas. "
            "Se calcula con los actores que todos calificaron en esa nota.",
        )
