"""Con qué tipo trabaja la Mesa: lo usan los demás temas sin saber cómo se aconseja."""

from dataclasses import dataclass

from mesa_territorial.analisis.coalicion.tipo import aconsejar_tipo
from mesa_territorial.dominio.coalicion import TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion_palabras import TIPOS


@dataclass(frozen=True, slots=True, kw_only=True)
class TipoDeLaMesa:
    """El tipo con que trabaja la Mesa: el que decidió el equipo o, si no, el aconsejado."""

    tipo: TipoDeMesa | None
    decidido: bool
    razon: str = ""

    @property
    def nombre(self) -> str:
        """«Mesa comunal», o vacío si no hay tipo."""
        return TIPOS[self.tipo] if self.tipo else ""


def tipo_de_la_mesa(mesa: Mesa) -> TipoDeLaMesa:
    """El tipo decidido con su razón; sin decisión, el aconsejado con la frase del consejo."""
    decidido = mesa.coalicion.tipo
    if decidido:
        return TipoDeLaMesa(tipo=decidido, decidido=True, razon=mesa.coalicion.razon)
    consejo = aconsejar_tipo(mesa)
    return TipoDeLaMesa(tipo=consejo.aconsejado, decidido=False, razon=consejo.frase)
