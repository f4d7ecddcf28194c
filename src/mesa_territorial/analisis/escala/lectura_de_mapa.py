"""Lo que la lente de escala agrega a «Lo que dice el mapa»."""

from collections.abc import Iterator

from mesa_territorial.analisis.escala.lente import mirar_escala
from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa


def leer_escala(mesa: Mesa, _: AnalisisRed) -> Iterator[Lectura]:
    """Quién tiene la competencia o el recurso de lo central y no está; nada sin problemas."""
    ausentes = [x for x in mirar_escala(mesa).ausentes if x.central]
    if ausentes:
        nombres = list(dict.fromkeys(x.nombre for x in ausentes))
        cuenta = contar(len(nombres), "un actor que no participa", "actores que no participan")
        frase = f"El objetivo depende de {cuenta}: {enumerar(nombres)}."
        por_que = " ".join(f"{x.nombre}: {x.frase}" for x in ausentes[:3])
        ids = tuple(dict.fromkeys(x.actor for x in ausentes if x.actor))
        yield Lectura("llave_ausente", frase, ids, Tono.ALERTA, por_que)
