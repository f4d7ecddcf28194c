"""Lo que la instalación dice, puesto en la forma que muestran los componentes."""

from collections.abc import Iterable

from mesa_territorial.analisis.convocatoria import Dicho
from mesa_territorial.analisis.instalacion import (
    IMPLICANCIAS,
    Falta,
    integrantes,
    leer_comite,
    leer_decision,
    leer_probidad,
    revisar_acta,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.instalacion_textos import REGLAS, REGLAS_SUGERIDAS
from mesa_territorial_widgets.componentes.fichero import Dicho as DichoDeFicha
from mesa_territorial_widgets.componentes.fichero import Sugerencia
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase
from mesa_territorial_widgets.componentes.razones import Tono as TonoDeFrase

_SE_FIRMA = "Nada impide firmar el acta."


def bloques_del_comite(mesa: Mesa) -> tuple[Bloque, ...]:
    """Quién falta en el Comité, cómo está repartido y si se puede usar."""
    return (_bloque("El Comité de Coordinación", leer_comite(mesa)),)


def bloques_de_decision(mesa: Mesa) -> tuple[Bloque, ...]:
    """Qué implica la regla elegida, y las cuatro lado a lado."""
    return (_bloque("Cómo se decide", leer_decision(mesa), cuadro=_cuadro_de_reglas()),)


def bloques_de_probidad(mesa: Mesa) -> tuple[Bloque, ...]:
    """Quién no ha declarado, qué no tiene resguardo y qué conviene preguntar."""
    dichos = leer_probidad(mesa)
    return (_bloque("Probidad", dichos),) if dichos else ()


def _bloque(titulo: str, dichos: Iterable[Dicho], cuadro: Cuadro | None = None) -> Bloque:
    return Bloque(titulo=titulo, frases=tuple(_frase(d) for d in dichos), cuadro=cuadro)


def _frase(dicho: Dicho) -> Frase:
    return Frase(
        texto=dicho.texto,
        tono=dicho.tono.value,
        por_que=dicho.por_que,
        que_hacer=dicho.que_hacer,
        ids=dicho.ids,
    )


def _cuadro_de_reglas() -> Cuadro:
    return Cuadro(
        columnas=("Regla", "Qué le hace a la palabra", "Conviene para"),
        filas=tuple(
            (REGLAS[r].split(":")[0], dice.palabra, dice.conviene)
            for r, dice in IMPLICANCIAS.items()
        ),
    )


def bloques_de_faltas(mesa: Mesa) -> tuple[Bloque, ...]:
    """Lo que le falta al acta: lo que impide firmarla y lo que conviene."""
    faltas = revisar_acta(mesa)
    impiden, convienen = ([f for f in faltas if f.impide is si] for si in (True, False))
    return (
        Bloque(
            titulo="Qué impide firmar el acta",
            veredicto=f"Impiden firmar: {len(impiden)}." if impiden else _SE_FIRMA,
            tono="alerta" if impiden else "fortaleza",
            frases=tuple(_falta(f, "alerta") for f in impiden),
        ),
        Bloque(
            titulo="Qué conviene agregar",
            veredicto="" if convienen else "Nada más.",
            tono="dato" if convienen else "fortaleza",
            frases=tuple(_falta(f, "dato") for f in convienen),
        ),
    )


def _falta(falta: Falta, tono: TonoDeFrase) -> Frase:
    return Frase(texto=f"{falta.texto}.", tono=tono, que_hacer=falta.que_hacer)


def dichos_de_declaraciones(mesa: Mesa) -> dict[str, list[DichoDeFicha]]:
    """Qué se dice de cada integrante en la lista de asistencia y declaraciones."""
    por_actor: dict[str, list[DichoDeFicha]] = {a.id: [] for a in integrantes(mesa)}
    for id_actor, declara in mesa.instalacion.declaraciones.items():
        if declara.pide_resguardo and declara.resguardo is None and id_actor in por_actor:
            texto = "Declara un conflicto y falta acordar el resguardo."
            por_actor[id_actor].append({"texto": texto, "tono": "alerta"})
    return por_actor


def reglas_sugeridas(mesa: Mesa) -> list[Sugerencia]:
    """Las reglas que propone el kit y que todavía no están."""
    puestas = {r.texto for r in mesa.instalacion.reglas.values()}
    return [
        {"rotulo": texto, "campos": {"texto": texto, "asunto": asunto}, "dice": por_que}
        for asunto, texto, por_que in REGLAS_SUGERIDAS
        if texto not in puestas
    ]
