"""La compuerta: antes de comparar niveles, ¿está quien tiene la competencia y el recurso?

Con la compuerta en rojo ningún puntaje vale: la Mesa puede elegir el mejor nivel y aun así no
destrabar nada. Es una regla de este kit, inferida de la lección de escala del piloto (informe
PNUD–FOSIS 2020).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.escala.lente import (
    CAMPOS,
    QUE_TIENE,
    Asiento,
    Llave,
    Papel,
    centrales,
    decir_estado,
    mirar_escala,
)
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.escala import ProblemaDelTerritorio
from mesa_territorial.dominio.mesa import Mesa


class Luz(StrEnum):
    """Cómo está la compuerta."""

    ROJO = "rojo"
    AMARILLO = "amarillo"
    VERDE = "verde"
    GRIS = "gris"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hallazgo:
    """Una llave que falta: qué pasa, qué hacer y a quién mirar; ``grave`` cierra la compuerta."""

    frase: str
    que_hacer: str
    por_que: str = ""
    ids: tuple[str, ...] = ()
    grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compuerta:
    """La luz, su frase y los hallazgos, los graves primero."""

    luz: Luz
    frase: str
    hallazgos: tuple[Hallazgo, ...] = ()

    @property
    def esta_cerrada(self) -> bool:
        """Si falta alguien sin quien el objetivo no avanza."""
        return self.luz is Luz.ROJO


_AGREGAR = (
    "Agregue esa institución al mapa, anote quién puede presentarla y ponga fecha a la invitación."
)
_QUE_HACER: Mapping[Estado, str] = {
    Estado.POR_CONVOCAR: "Todavía no se le invita: decida quién lo hace y en qué fecha.",
    Estado.PENDIENTE: "La invitación sigue abierta: busque quién de la Mesa ya se relaciona con ese"
    " actor y pídale que la lleve.",
    Estado.SIN_RESPUESTA: "No ha respondido: pruebe otro camino, por alguien en quien confíe, y"
    " pida una reunión corta sobre este solo problema.",
    Estado.DECLINA: "Declinó: pregunte qué tendría que cambiar para que venga, o acuerde con él"
    " cómo decidirá lo suyo sin estar.",
    Estado.OBSERVA: "Mira, pero no participa: pídale que se comprometa o que diga quién decide.",
    Estado.CONTACTADO: "Ya hay contacto: pida que confirme antes de fijar los objetivos.",
    Estado.REUNION: "Ya hay reunión: lleve este problema a ella y salga con un sí o un no.",
}
_SIN_PROBLEMAS = Compuerta(
    luz=Luz.GRIS,
    frase="Anote primero los problemas que la Mesa quiere mover y quién los tiene en sus manos.",
)


def revisar_compuerta(mesa: Mesa) -> Compuerta:
    """Roja si falta quien destraba un problema central; amarilla si falta saber o es secundario."""
    if not mesa.escala.problemas:
        return _SIN_PROBLEMAS
    hallazgos = (*_de_ausentes(mesa), *_de_vacios(mesa))
    graves = [h for h in hallazgos if h.grave]
    if graves:
        return Compuerta(luz=Luz.ROJO, frase=_frase_roja(mesa), hallazgos=hallazgos)
    if hallazgos:
        return Compuerta(luz=Luz.AMARILLO, frase=_FRASE_AMARILLA, hallazgos=hallazgos)
    return Compuerta(luz=Luz.VERDE, frase=_FRASE_VERDE)


_FRASE_AMARILLA = (
    "De lo que depende el objetivo, quien se sabe que decide está en la Mesa; todavía falta "
    "averiguar o invitar."
)
_FRASE_VERDE = "Quienes tienen la competencia y el recurso de cada problema están en la Mesa."


def _frase_roja(mesa: Mesa) -> str:
    faltan = list(dict.fromkeys(x.nombre for x in mirar_escala(mesa).ausentes if x.central))
    cuenta = contar(len(faltan), "Falta un actor", "actores", "")
    inicio = cuenta if len(faltan) == 1 else f"Faltan {cuenta}"
    return (
        f"{inicio} sin quien el objetivo no avanza: {enumerar(faltan)}. Resuelva esto antes de "
        "decidir la escala."
    )


def _de_ausentes(mesa: Mesa) -> Iterator[Hallazgo]:
    """Un hallazgo por actor ausente, con todo lo que tiene en sus manos."""
    grupos: dict[str, list[Llave]] = {}
    for llave in mirar_escala(mesa).ausentes:
        grupos.setdefault(llave.actor or llave.nombre, []).append(llave)
    for llaves in sorted(grupos.values(), key=lambda g: not any(x.central for x in g)):
        yield _hallazgo(mesa, llaves)


def _hallazgo(mesa: Mesa, llaves: list[Llave]) -> Hallazgo:
    primera = llaves[0]
    tiene = "; ".join(_que_tiene(llaves, papel) for papel in CAMPOS if _con(llaves, papel))
    situacion, hacer = _situacion(mesa, primera)
    return Hallazgo(
        frase=f"{primera.nombre} {tiene}, y {situacion}.",
        que_hacer=hacer,
        por_que=_POR_QUE,
        ids=(primera.actor,) if primera.actor else (),
        grave=any(x.central for x in llaves),
    )


def _situacion(mesa: Mesa, llave: Llave) -> tuple[str, str]:
    """Dónde está quien tiene esa llave, y qué hacer."""
    if llave.asiento is Asiento.SIN_MAPA:
        return "no está en el mapa", _AGREGAR
    estado = mesa.actores[llave.actor].estado
    return f"no participa todavía ({decir_estado(estado)})", _QUE_HACER[estado]


_POR_QUE = (
    "Sin quien tiene la competencia o el recurso, la Mesa puede ponerse de acuerdo y no mover nada."
)


def _con(llaves: list[Llave], papel: Papel) -> list[str]:
    return [f"«{x.titulo}»" for x in llaves if x.papel is papel]


def _que_tiene(llaves: list[Llave], papel: Papel) -> str:
    return f"{QUE_TIENE[papel]} en {enumerar(_con(llaves, papel))}"


def _de_vacios(mesa: Mesa) -> Iterator[Hallazgo]:
    """Lo que nadie ha anotado de los problemas centrales: también es un hallazgo."""
    anotadas = {(x.problema, x.papel) for x in mirar_escala(mesa).llaves}
    for papel in CAMPOS:
        faltan = [p for p in centrales(mesa) if (p.id, papel) not in anotadas]
        if faltan:
            yield _vacio(papel, faltan)


_SIN_ANOTAR: Mapping[Papel, tuple[str, str]] = {
    Papel.COMPETENCIA: (
        "No está anotado quién tiene la competencia en",
        "Busque la materia en el catálogo de competencias y pregunte a un servicio público.",
    ),
    Papel.RECURSO: (
        "No está anotado quién tiene el recurso crítico de",
        "Pregunte qué es lo que hoy lo tiene detenido: suelo, subsidio, permiso o presupuesto.",
    ),
    Papel.PAGO: (
        "No está anotado quién paga",
        "Pregunte de qué presupuesto saldría y quién lo firma.",
    ),
}


def _vacio(papel: Papel, faltan: list[ProblemaDelTerritorio]) -> Hallazgo:
    inicio, hacer = _SIN_ANOTAR[papel]
    cuales = enumerar([f"«{p.nombre}»" for p in faltan])
    return Hallazgo(frase=f"{inicio} {cuales}.", que_hacer=hacer, por_que=_NO_SE_SABE)


_NO_SE_SABE = "«No se sabe» es un hallazgo: es la próxima pregunta del equipo."
