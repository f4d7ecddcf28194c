"""El balance de la futura mesa, en palabras: qué faltaría y qué se desequilibraría."""

from collections.abc import Iterator, Mapping, Sequence

from mesa_territorial.analisis.convocatoria.balance import (
    SIN_DATO,
    Aspecto,
    Balance,
    Escenario,
    Renglon,
)
from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.lecturas_de_presencia import SECTORES_DE_UNA_MESA
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import CAMPOS_DE_ACTOR, NIVELES, SECTORES

LIDERAZGOS: Mapping[str, str] = {
    "mujeres": "Liderada por mujeres",
    "otra": "Otro liderazgo",
    SIN_DATO: "No se sabe",
}
ASPECTOS: Mapping[Aspecto, str] = {
    Aspecto.SECTOR: "Sector",
    Aspecto.NIVEL: "Nivel",
    Aspecto.CAPITAL: "Capital",
    Aspecto.LIDERAZGO: "Liderazgo",
}
ESCENARIOS: Mapping[Escenario, str] = {
    Escenario.HOY: "Hoy",
    Escenario.COMPROMETIDOS: "Si cumplen los comprometidos",
    Escenario.INVITADOS: "Si aceptan todos",
}


def rotulo(renglon: Renglon) -> str:
    """Cómo se lee un renglón: «Sociedad civil», «Comuna», «Capital social», «No se sabe»."""
    rotulos: Mapping[Aspecto, Mapping[str, str]] = {
        Aspecto.SECTOR: SECTORES,
        Aspecto.NIVEL: {**NIVELES, SIN_DATO: "Sin nivel anotado"},
        Aspecto.CAPITAL: CAMPOS_DE_ACTOR,
        Aspecto.LIDERAZGO: LIDERAZGOS,
    }
    return rotulos[renglon.aspecto][renglon.clave]


def leer_balance(mesa: Mesa, balance: Balance) -> Iterator[Dicho]:
    """Cómo quedaría la Mesa si aceptan todos los invitados, y qué conviene corregir antes."""
    if not balance.total(Escenario.INVITADOS):
        yield Dicho(
            texto="Todavía no integra nadie ni hay invitados: no hay balance que mirar.",
            que_hacer="Escriba las invitaciones y vuelva: se cuentan apenas están completas.",
        )
        return
    yield _resumen(balance)
    for leer in (_sectores, _mayoria, _niveles, _capitales, _liderazgo):
        yield from leer(mesa, balance)


def _resumen(balance: Balance) -> Dicho:
    hoy, quedarian = balance.total(Escenario.HOY), balance.total(Escenario.INVITADOS)
    integran = contar(
        hoy, "integra una organización", "organizaciones la integran", "nadie la integra"
    )
    if quedarian == hoy:
        return Dicho(texto=f"Hoy {integran} y no hay nadie en camino.")
    entran = balance.quienes[Escenario.INVITADOS][hoy:]
    return Dicho(
        texto=f"Hoy {integran}; si aceptan todos los invitados serían {quedarian}.", ids=entran
    )


def _sectores(_: Mesa, balance: Balance) -> Iterator[Dicho]:
    vacios = [r.clave for r in balance.de(Aspecto.SECTOR) if not r.invitados]
    faltan = [SECTORES[s].lower() for s in SECTORES_DE_UNA_MESA if s in vacios]
    if faltan:
        verbo = "faltaría el sector" if len(faltan) == 1 else "faltarían los sectores"
        yield Dicho(
            texto=f"Aunque aceptaran todos, {verbo} {enumerar(faltan)}.",
            tono=Tono.ALERTA,
            que_hacer="Busque en el mapa quién podría hablar desde ahí e invítelo.",
        )


def _mayoria(_: Mesa, balance: Balance) -> Iterator[Dicho]:
    total = balance.total(Escenario.INVITADOS)
    for r in balance.de(Aspecto.SECTOR):
        if 2 * r.invitados > total > 2:
            yield Dicho(
                texto=f"El sector {rotulo(r).lower()} tendría más de la mitad de la Mesa: "
                f"{r.invitados} de {total}.",
                tono=Tono.ALERTA,
                que_hacer="Sume de otros sectores o acuerde reglas de decisión que lo equilibren.",
            )


def _niveles(mesa: Mesa, balance: Balance) -> Iterator[Dicho]:
    """Los niveles que importan son el del territorio, la comuna y la región."""
    esperados = {mesa.territorio.nivel, Nivel.COMUNA, Nivel.REGION}
    vacios = [rotulo(r).lower() for r in _vacios(balance, esperados)]
    if vacios:
        yield Dicho(
            texto=f"No habría nadie que decida a nivel de {enumerar(vacios)}.",
            tono=Tono.ALERTA,
            que_hacer="Vuelva a la lente de escala (tema 2): ¿qué problema se decide ahí?",
        )


def _vacios(balance: Balance, niveles: set[Nivel]) -> Sequence[Renglon]:
    return [r for r in balance.de(Aspecto.NIVEL) if r.clave in niveles and not r.invitados]


_SIN_CAPITALES = Dicho(
    texto="No hay capitales anotados: el balance no puede decir qué recursos faltan.",
    que_hacer="Anote en el mapa qué aporta cada actor, de 0 a 3.",
)
_SIN_LIDERAZGOS = Dicho(
    texto="No se ha anotado qué organizaciones lideran mujeres.",
    tono=Tono.ALERTA,
    que_hacer="Anótelo en la estrategia de género (tema 6) antes de enviar las cartas.",
)


def _capitales(_: Mesa, balance: Balance) -> Iterator[Dicho]:
    renglones = balance.de(Aspecto.CAPITAL)
    faltan = [rotulo(r).lower() for r in renglones if not r.invitados]
    if len(faltan) == len(renglones):
        yield _SIN_CAPITALES
    elif faltan:
        yield Dicho(
            texto=f"Nadie aportaría con peso {enumerar(faltan)}.",
            tono=Tono.ALERTA,
            por_que="Se cuenta a quien tiene 2 o 3 de 3 en ese capital.",
        )


def _liderazgo(_: Mesa, balance: Balance) -> Iterator[Dicho]:
    mujeres, _otra, nadie_sabe = (r.invitados for r in balance.de(Aspecto.LIDERAZGO))
    total = balance.total(Escenario.INVITADOS)
    if nadie_sabe == total:
        yield _SIN_LIDERAZGOS
        return
    aparte = f"; de {nadie_sabe} no se sabe" if nadie_sabe else ""
    yield Dicho(
        texto=f"{mujeres} de {total} organizaciones serían lideradas por mujeres{aparte}.",
        tono=Tono.DATO if mujeres else Tono.ALERTA,
        por_que="Es un conteo de organizaciones: no dice cuántas mujeres vendrán ni si hablarán.",
        que_hacer="" if mujeres else "Busque organizaciones de mujeres antes de cerrar la lista.",
    )
