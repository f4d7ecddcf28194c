"""Tablas y recuadros en las hojas: el encabezado se repite y lo que no cabe sigue en la otra."""

from collections.abc import Sequence

from mesa_territorial.intercambio.escritos.hojas import (
    MARGEN,
    Caja,
    Pluma,
    Raya,
    alto_de,
    letras_de,
)
from mesa_territorial.intercambio.escritos.modelo import Aviso, Tabla
from mesa_territorial.intercambio.escritos.palabras import COLORES, titulo_de
from mesa_territorial.intercambio.escritos.renglones import Renglon, partir
from mesa_territorial.intercambio.escritos.texto import Texto, con_negrita, trozos

LETRA_DE_TABLA = 9.5
_RELLENO = 1.6
_BARRA = 1.2
_HOLGURA = 3.0
_TROZO = 40.0
"""Lo menos que se deja de una fila muy alta al pie de una hoja, en milímetros."""

Celdas = list[list[Renglon]]


def poner_tabla(pluma: Pluma, tabla: Tabla) -> None:
    """La tabla completa; una fila que no cabe baja a la otra hoja, con el encabezado."""
    en_hoja = _EnHoja(pluma, tabla)
    en_hoja.empezar()
    for fila in tabla.filas:
        en_hoja.poner_fila(fila)


class _EnHoja:
    def __init__(self, pluma: Pluma, tabla: Tabla) -> None:
        self._pluma, self._tabla = pluma, tabla
        partes = tabla.anchos or [1.0] * len(tabla.columnas)
        self._anchos = [pluma.ancho * parte / sum(partes) for parte in partes]
        self._titulos = self._celdas([con_negrita(c) for c in tabla.columnas])

    def _celdas(self, fila: Sequence[Texto]) -> Celdas:
        return [
            partir(texto, ancho - 2 * _RELLENO, LETRA_DE_TABLA)
            for texto, ancho in zip(fila, self._anchos, strict=True)
        ]

    def empezar(self) -> None:
        """El encabezado, en una hoja donde también empiece la primera fila."""
        primera = self._celdas(self._tabla.filas[0]) if self._tabla.filas else []
        alto = _alto_de_celdas(primera) if primera else 0.0
        self._pluma.asegurar(_alto_de_celdas(self._titulos) + min(alto, _TROZO))
        self.encabezar()

    def encabezar(self) -> None:
        """Los títulos de las columnas."""
        alto = _alto_de_celdas(self._titulos)
        caja = Caja(MARGEN, self._pluma.y, self._pluma.ancho, alto, "acento_suave")
        self._pluma.marcar(caja)
        self._pintar(self._titulos, "tinta")

    def poner_fila(self, fila: Sequence[Texto]) -> None:
        """Una fila; si es más alta que una hoja se reparte entre varias."""
        celdas = self._celdas(fila)
        alto = _alto_de_celdas(celdas)
        if self._pluma.queda < (alto if alto < self._pluma.fin / 2 else _TROZO):
            self._seguir_en_otra_hoja()
        while _alto_de_celdas(celdas) > self._pluma.queda:
            caben = max(1, int((self._pluma.queda - 2 * _RELLENO) / alto_de(LETRA_DE_TABLA)))
            self._pintar([c[:caben] for c in celdas], "tinta")
            celdas = [c[caben:] for c in celdas]
            self._seguir_en_otra_hoja()
        self._pintar(celdas, "tinta")

    def _seguir_en_otra_hoja(self) -> None:
        self._pluma.saltar()
        self.encabezar()

    def _pintar(self, celdas: Celdas, color: str) -> None:
        y, alto = self._pluma.y, _alto_de_celdas(celdas)
        x = MARGEN
        for numero, (renglones, ancho) in enumerate(zip(celdas, self._anchos, strict=True)):
            derecha = x + ancho - _RELLENO if numero in self._tabla.derecha else 0.0
            for cual, renglon in enumerate(renglones):
                arriba = y + _RELLENO + cual * alto_de(LETRA_DE_TABLA)
                lugar = (x + _RELLENO, arriba, LETRA_DE_TABLA, color)
                self._pluma.marcar(*letras_de(renglon, *lugar, derecha=derecha))
            x += ancho
        self._pluma.marcar(Raya(MARGEN, y + alto, self._pluma.ancho, "linea", 0.25))
        self._pluma.y = y + alto


def _alto_de_celdas(celdas: Celdas) -> float:
    return max(len(c) for c in celdas) * alto_de(LETRA_DE_TABLA) + 2 * _RELLENO


def poner_aviso(pluma: Pluma, aviso: Aviso, puntos: float) -> None:
    """Un recuadro con su raya de color; el título dice el tono con palabras."""
    raya, fondo = COLORES[aviso.tono]
    ancho = pluma.ancho - _BARRA - 2 * _HOLGURA
    titulo = partir(con_negrita(titulo_de(aviso)), ancho, puntos)
    renglones = titulo + (partir(aviso.texto, ancho, puntos) if trozos(aviso.texto) else [])
    pluma.asegurar((len(titulo) + 2) * alto_de(puntos) + 2 * _HOLGURA)
    while renglones:
        caben = max(1, int((pluma.queda - 2 * _HOLGURA) / alto_de(puntos)))
        _poner_trecho(pluma, renglones[:caben], puntos, (raya, fondo))
        renglones = renglones[caben:]
        if renglones:
            pluma.saltar()


def _poner_trecho(
    pluma: Pluma, trecho: list[Renglon], puntos: float, colores: tuple[str, str]
) -> None:
    """Lo que cabe del recuadro en esta hoja."""
    raya, fondo = colores
    alto = len(trecho) * alto_de(puntos) + 2 * _HOLGURA
    pluma.marcar(Caja(MARGEN, pluma.y, pluma.ancho, alto, fondo))
    pluma.marcar(Caja(MARGEN, pluma.y, _BARRA, alto, raya))
    for cual, renglon in enumerate(trecho):
        arriba = pluma.y + _HOLGURA + cual * alto_de(puntos)
        pluma.marcar(*letras_de(renglon, MARGEN + _BARRA + _HOLGURA, arriba, puntos, "tinta"))
    pluma.y += alto
