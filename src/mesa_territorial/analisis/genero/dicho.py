"""Algo que la herramienta dice sobre género: qué pasa, por qué se dice y qué hacer."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.lectura import Tono


def alerta(
    texto: str, que_hacer: str = "", *, por_que: str = "", ids: tuple[str, ...] = ()
) -> Dicho:
    """Un dicho que pide actuar."""
    return Dicho(texto=texto, tono=Tono.ALERTA, que_hacer=que_hacer, por_que=por_que, ids=ids)


def fortaleza(texto: str, *, por_que: str = "", ids: tuple[str, ...] = ()) -> Dicho:
    """Un dicho sobre algo ya ganado."""
    return Dicho(texto=texto, tono=Tono.FORTALEZA, por_que=por_que, ids=ids)
