"""Lo que dice el mapa: las lecturas de una Mesa, de la más urgente a la que sólo informa."""

from collections.abc import Callable, Iterator

from mesa_territorial.analisis.escala.lectura_de_mapa import leer_escala
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.analisis.lecturas_de_dependencia import (
    leer_aislados,
    leer_dependencia,
    leer_partes,
    leer_paso,
)
from mesa_territorial.analisis.lecturas_de_inicio import leer_inicio
from mesa_territorial.analisis.lecturas_de_presencia import (
    leer_decisores,
    leer_niveles,
    leer_sectores,
)
from mesa_territorial.analisis.lecturas_de_relacion import (
    leer_conflictos,
    leer_mezcla,
    leer_quien_une_sectores,
    leer_tamano,
)
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa

_Lector = Callable[[Mesa, AnalisisRed], Iterator[Lectura]]

# Primero quién falta, después de quién se depende, al final cómo es la red.
_EN_ORDEN: tuple[_Lector, ...] = (
    leer_decisores,
    leer_escala,
    leer_dependencia,
    leer_sectores,
    leer_conflictos,
    leer_niveles,
    leer_partes,
    leer_aislados,
    leer_paso,
    leer_quien_une_sectores,
    leer_mezcla,
    leer_tamano,
)


def leer_mapa(mesa: Mesa, analisis: AnalisisRed) -> tuple[Lectura, ...]:
    """Las frases que dice el mapa, las alertas primero; nunca vacío.

    Con menos de dos actores en la Mesa sólo enseña por dónde seguir. Quién está y quién falta se
    lee de la Mesa entera aunque haya filtro: un sector no falta porque no se esté mirando.
    """
    inicio = list(leer_inicio(mesa, analisis))
    if len(mesa.actores) < 2:
        return tuple(inicio)
    resto = [lectura for leer in _EN_ORDEN for lectura in leer(mesa, analisis)]
    return (*inicio, *sorted(resto, key=lambda lectura: lectura.tono is not Tono.ALERTA))
