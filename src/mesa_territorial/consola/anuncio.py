"""Lo que ``mesa taller`` dice en la ventana: cómo se entra y qué hacer si no se puede."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mesa_territorial.almacen.padron import Rol
    from mesa_territorial.servidor.acceso.servidor import ServidorDeTaller

_CONDUCE = "Quien facilita entra por aquí (este enlace sirve una vez):"
_ACOMPANIA = "Quien acompaña como tutora o tutor entra por aquí (sirve una vez):"
_CERTIFICADO = """\
La primera vez, cada navegador avisa que no conoce el certificado: es de este computador y nadie
más lo firmó. La conexión va cifrada igual. Elija «Avanzado» y luego «Continuar». Si quiere estar
seguro de que es este computador, compare la huella que muestra el navegador con esta:
"""
_WIFI = """\
Si un teléfono no llega: revise que esté en el mismo wifi. Algunas redes (las de invitados, las de
hoteles) no dejan que los aparatos se vean entre sí: en ese caso comparta internet desde un teléfono
o use un router propio, y vuelva a correr esta orden. Si este computador pregunta por el
cortafuegos, permita las redes privadas.
"""


class Anuncio:
    """Escribe por ``decir``, que recibe cada párrafo."""

    def __init__(self, decir: Callable[[str], object]) -> None:
        self._decir = decir

    def decir_todo(self, servidor: "ServidorDeTaller") -> None:
        """La dirección, el código, el QR, los enlaces y las advertencias."""
        portero, ajustes = servidor.porteria, servidor.ajustes
        estado = "Sigue el taller de hoy" if portero.retomado else "Taller abierto"
        self._decir(f"\n{estado}: {portero.taller.titulo}\n")
        self._decir(f"    Dirección   {ajustes.origen}")
        self._decir(f"    Código      {portero.codigo}\n")
        self._decir(dibujar_qr(servidor.entrada))
        self._decir(f"{_CONDUCE}\n\n    {servidor.enlace('facilitador')}\n")
        self._decir(f"{_ACOMPANIA}\n\n    {servidor.enlace('tutor')}\n")
        if ajustes.direccion_de_votos:
            self._decir(f"Los celulares votan en:\n\n    {ajustes.direccion_de_votos}\n")
        self._decir(f"{_CERTIFICADO}\n    {_en_lineas(ajustes.certificado.huella())}\n")
        self._decir(_WIFI)
        self._decir("Deje esta ventana abierta durante el taller. Para detenerlo: Ctrl+C.")

    def decir_llave_usada(self, servidor: "ServidorDeTaller", rol: "Rol", desde: str) -> None:
        """Alguien entró por su enlace: desde dónde, y el que viene por si cambia de aparato."""
        quien = "Quien facilita" if rol == "facilitador" else "Quien acompaña"
        self._decir(
            f"\n{quien} entró desde {desde}. Si no fue usted, cierre el taller (Ctrl+C) y ábralo "
            f"con --nuevo.\nPara entrar desde otro aparato:\n\n    {servidor.enlace(rol)}\n"
        )


def dibujar_qr(texto: str) -> str:
    """El código QR de ``texto``, en caracteres que caben en una ventana de 80 columnas."""
    import segno

    hoja = io.StringIO()
    segno.make(texto, error="l", micro=False).terminal(out=hoja, compact=True, border=2)
    return hoja.getvalue()


def _en_lineas(huella: str) -> str:
    mitad = len(huella) // 2 + 1
    return f"{huella[:mitad]}\n    {huella[mitad:]}"
