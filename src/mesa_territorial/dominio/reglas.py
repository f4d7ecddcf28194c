"""Las reglas del dominio hablan castellano: su mensaje se muestra tal cual en la pantalla."""


class ReglaRota(Exception):
    """Una regla del método no se cumple; el mensaje está escrito para la persona."""


def exigir(condicion: bool, mensaje: str) -> None:
    """Levanta ``ReglaRota`` con ``mensaje`` cuando ``condicion`` es falsa."""
    if not condicion:
        raise ReglaRota(mensaje)


def exigir_rango(valor: float | None, minimo: float, maximo: float, que: str) -> None:
    """Exige que ``valor`` esté vacío o entre ``minimo`` y ``maximo``, ambos incluidos."""
    if valor is None:
        return
    dentro = isinstance(valor, int | float) and minimo <= valor <= maximo
    exigir(dentro, f"{que} va de {minimo:g} a {maximo:g}; llegó «{valor}».")
