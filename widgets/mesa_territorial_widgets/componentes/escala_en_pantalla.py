"""Cómo se lee la decisión de escala: la compuerta, las tres respuestas y lo decidido."""

from collections.abc import Iterator, Mapping

from mesa_territorial.analisis.escala.compuerta import Compuerta, Hallazgo, Luz
from mesa_territorial.analisis.escala.decision import Consejo, aconsejar
from mesa_territorial.analisis.escala.niveles import EL, nombrar_niveles, ordenar_niveles
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.frases import con_mayuscula
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.razones import Bloque, Frase, Tono

_LUCES: Mapping[Luz, tuple[str, Tono]] = {
    Luz.ROJO: ("En rojo", "freno"),
    Luz.AMARILLO: ("En amarillo", "alerta"),
    Luz.VERDE: ("En verde", "fortaleza"),
    Luz.GRIS: ("Todavía sin problemas", "dato"),
}


def bloques_de_escala(mesa: Mesa) -> list[Bloque]:
    """La compuerta, las tres respuestas y, si la hay, la decisión del equipo."""
    consejo = aconsejar(mesa)
    return [
        _de_la_compuerta(consejo.compuerta),
        _de_respuesta("1. Dónde se ancla el objetivo", consejo.objetivo, consejo.falta),
        _de_respuesta("2. En qué nivel conviene la Mesa", consejo.mesa, consejo.falta),
        _de_respuesta("3. Qué niveles van en el Comité", consejo.comite, ""),
        _de_la_decision(mesa, consejo),
    ]


def _de_la_compuerta(compuerta: Compuerta) -> Bloque:
    nombre, tono = _LUCES[compuerta.luz]
    return Bloque(
        titulo="La compuerta",
        veredicto=f"{nombre}. {compuerta.frase}",
        tono=tono,
        frases=tuple(_de_hallazgo(h) for h in compuerta.hallazgos),
    )


def _de_hallazgo(hallazgo: Hallazgo) -> Frase:
    return Frase(
        texto=hallazgo.frase,
        tono="freno" if hallazgo.grave else "dato",
        por_que=hallazgo.por_que,
        que_hacer=hallazgo.que_hacer,
        ids=hallazgo.ids,
    )


def _de_respuesta(titulo: str, respuesta: Respuesta, falta: str) -> Bloque:
    if not respuesta.niveles:
        frases = tuple(Frase(texto=r) for r in respuesta.razones)
        veredicto = falta or "Anote problemas y notas para poder aconsejar."
        return Bloque(titulo=titulo, veredicto=veredicto, frases=frases)
    return Bloque(
        titulo=titulo,
        veredicto=f"{con_mayuscula(nombrar_niveles(respuesta.niveles))}.",
        frases=tuple(Frase(texto=r) for r in respuesta.razones),
        nota=" ".join(("Qué la cambiaría:", *respuesta.cambiaria)) if respuesta.cambiaria else "",
    )


_SIN_DECIDIR = "Falta anotarla en «La decisión». La cuenta aconseja; deciden ustedes."


def _de_la_decision(mesa: Mesa, consejo: Consejo) -> Bloque:
    titulo = "Lo que decidió el equipo"
    if not mesa.escala.esta_decidida:
        return Bloque(titulo=titulo, veredicto=_SIN_DECIDIR)
    return Bloque(
        titulo=titulo,
        veredicto=_decidido(mesa),
        tono="fortaleza",
        frases=tuple(Frase(texto=f) for f in diferencias(mesa, consejo)),
        nota=mesa.escala.razon or "Falta escribir la razón.",
    )


def _decidido(mesa: Mesa) -> str:
    escala = mesa.escala
    objetivo, de_mesa = escala.nivel_objetivo, escala.nivel_mesa
    partes = [
        f"objetivo en {EL[objetivo]}" if objetivo else "",
        f"Mesa en {EL[de_mesa]}" if de_mesa else "",
        f"Comité con {nombrar_niveles(ordenar_niveles(escala.niveles_comite))}"
        if escala.niveles_comite
        else "",
    ]
    return con_mayuscula("; ".join(p for p in partes if p)) + "."


def diferencias(mesa: Mesa, consejo: Consejo) -> Iterator[str]:
    """En qué se aparta la decisión del equipo de lo aconsejado; nada si coincide."""
    escala = mesa.escala
    pares = (
        ("el objetivo", escala.nivel_objetivo, consejo.objetivo.niveles),
        ("la Mesa", escala.nivel_mesa, consejo.mesa.niveles),
    )
    for que, decidido, aconsejado in pares:
        if decidido and aconsejado and decidido not in aconsejado:
            yield f"Para {que} la cuenta aconsejaba {nombrar_niveles(aconsejado)}."
    fuera = [n for n in consejo.comite.niveles if n not in escala.niveles_comite]
    if escala.niveles_comite and fuera:
        yield f"Del Comité aconsejado falta: {nombrar_niveles(fuera)}."
