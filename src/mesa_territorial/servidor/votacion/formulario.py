"""El formulario sin JavaScript: de sus campos a marcas, y qué pregunta sigue."""

from collections.abc import Mapping

from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Marca

Campos = Mapping[str, str]


def leer_marcas(votacion: Votacion, campos: Campos) -> tuple[Marca, ...]:
    """Las marcas de un formulario; lo vacío queda en blanco y lo ilegible se dice después.

    Por pregunta trae ``o`` (la opción) y ``i``, ``t`` o ``v``; entera, un ``v0``, ``v1``… por cada
    opción en su orden.
    """
    if votacion.tipo.va_entera:
        return tuple(
            Marca(opcion=o.id, valor=_entero(campos.get(f"v{n}", "")))
            for n, o in enumerate(votacion.opciones)
        )
    opcion = campos.get("o", "")
    if votacion.tipo is TipoConsulta.ACTORES:
        return (Marca(opcion=opcion, influencia=_nota(campos, "i"), interes=_nota(campos, "t")),)
    return (Marca(opcion=opcion, valor=_entero(campos.get("v", ""))),)


def leer_sector(campos: Campos) -> Sector | None:
    """El sector elegido, o ``None`` si prefirió no decirlo."""
    return next((s for s in Sector if s.value == campos.get("s")), None)


def siguiente(votacion: Votacion, campos: Campos) -> int:
    """El número (desde 1) de la pregunta que sigue; después de la última, la misma."""
    claves = [o.id for o in votacion.opciones]
    opcion = campos.get("o", "")
    lugar = claves.index(opcion) + 1 if opcion in claves else 0
    return min(lugar + 1, len(claves))


def _nota(campos: Campos, cual: str) -> float | None:
    valor = _entero(campos.get(cual, ""))
    return None if valor is None else float(valor)


def _entero(escrito: str) -> int | None:
    limpio = escrito.strip()
    if not limpio:
        return None
    # Un número imposible se rechaza con su frase al revisar la marca.
    return int(limpio) if limpio.isdecimal() and len(limpio) < 6 else -1
