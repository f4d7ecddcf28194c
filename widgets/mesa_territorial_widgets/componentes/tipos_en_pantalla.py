"""Lo que el tema 01 dice del tipo de Mesa: el consejo, la decisión y cada tipo con sus razones."""

from collections.abc import Iterator

from mesa_territorial.analisis.coalicion import (
    Consejo,
    OrigenDelAlcance,
    Razon,
    Sentido,
    aconsejar_tipo,
    pugna_con_la_escala,
    que_lo_cambiaria,
)
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.coalicion import TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion_palabras import TIPOS
from mesa_territorial_widgets.componentes.razones import Bloque, Frase

_DE_CADA_SENTIDO = {
    Sentido.IMPIDE: (Tono.ALERTA, "Hoy lo impide: "),
    Sentido.A_FAVOR: (Tono.FORTALEZA, ""),
    Sentido.EN_CONTRA: (Tono.DATO, "En contra: "),
}
_DE_DONDE = {
    OrigenDelAlcance.RESPONDIDO: "",
    OrigenDelAlcance.ESCALA: "El alcance se tomó del nivel que decidieron para la Mesa en "
    "«Territorio y escala».",
    OrigenDelAlcance.TERRITORIO: "El alcance se tomó del nivel del territorio: respóndalo en «Tipo "
    "de Mesa» para afinar el consejo.",
}
NOMBRABLES = 4
"""Con más actores, la razón los cuenta y no los enumera uno por uno."""


def bloque_de_tipo(mesa: Mesa) -> Bloque:
    """El consejo en una frase, lo que decidió el equipo y lo que hoy impide lo que calza."""
    consejo = aconsejar_tipo(mesa)
    return Bloque(
        titulo="Tipo de Mesa",
        veredicto=consejo.frase,
        tono="fortaleza" if consejo.se_puede else "dato",
        frases=tuple(_frases_de_tipo(mesa, consejo)),
        nota=_DE_DONDE[consejo.origen],
    )


def _frases_de_tipo(mesa: Mesa, consejo: Consejo) -> Iterator[Frase]:
    if pugna := pugna_con_la_escala(mesa):
        yield Frase(texto=pugna, tono="alerta")
    if decidido := mesa.coalicion.tipo:
        yield _frase_de_decision(mesa, decidido, consejo.aconsejado)
    for razon in consejo.impedimentos(consejo.calza) if consejo.hay_con_que else ():
        yield _de_razon(razon)


def _frase_de_decision(mesa: Mesa, decidido: TipoDeMesa, consejo: TipoDeMesa | None) -> Frase:
    razon = mesa.coalicion.razon.strip()
    distinto = "" if decidido is consejo else ", distinto del consejo"
    if razon:
        return Frase(
            texto=f"El equipo decidió {TIPOS[decidido]}{distinto}.", tono="fortaleza", por_que=razon
        )
    return Frase(
        texto=f"El equipo decidió {TIPOS[decidido]}{distinto}, y falta escribir por qué.",
        tono="alerta",
        que_hacer="Anoten la razón en «Tipo de Mesa»: es lo que leerá quien llegue después.",
    )


def bloques_de_los_tipos(mesa: Mesa) -> list[Bloque]:
    """Un bloque por tipo, con sus razones a favor y en contra; primero el que pide el problema."""
    consejo = aconsejar_tipo(mesa)
    orden = sorted(TipoDeMesa, key=lambda tipo: tipo is not consejo.calza)
    cambios = tuple(Frase(texto=frase) for frase in que_lo_cambiaria(mesa))
    tipos = [_bloque_de_un_tipo(tipo, consejo) for tipo in orden]
    return [*tipos, Bloque(titulo="Qué cambiaría el consejo", frases=cambios)]


def _bloque_de_un_tipo(tipo: TipoDeMesa, consejo: Consejo) -> Bloque:
    esta_impedido = bool(consejo.impedimentos(tipo))
    return Bloque(
        titulo=TIPOS[tipo],
        veredicto=_lo_que_se_puede(tipo, consejo.calza, esta_impedido),
        tono="alerta" if esta_impedido else "dato",
        frases=tuple(_de_razon(r) for r in consejo.razones[tipo]),
    )


def _lo_que_se_puede(tipo: TipoDeMesa, calza: TipoDeMesa, esta_impedido: bool) -> str:
    pide = "Es el que pide el problema" if tipo is calza else ""
    impedido = "hoy no se puede" if esta_impedido else ""
    return ", y ".join(p for p in (pide, impedido) if p).capitalize()


def _de_razon(razon: Razon) -> Frase:
    tono, antes = _DE_CADA_SENTIDO[razon.sentido]
    return Frase(
        texto=f"{antes}{_en_medio(razon.frase) if antes else razon.frase}",
        tono=tono.value,
        por_que=razon.por_que,
        que_hacer=razon.que_hacer,
        ids=razon.ids if len(razon.ids) <= NOMBRABLES else (),
    )


def _en_medio(frase: str) -> str:
    return frase[:1].lower() + frase[1:]
