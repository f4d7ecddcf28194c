"""Lo que va alrededor del cuerpo: franja, portada, índice, cabecera y pie."""

from collections.abc import Mapping

from mesa_territorial.intercambio.escritos.cuadros import poner_aviso
from mesa_territorial.intercambio.escritos.hojas import (
    ARRIBA,
    MARGEN,
    MEDIDAS,
    Caja,
    Hoja,
    Pluma,
    Raya,
    Senal,
    alto_de,
    letras_de,
)
from mesa_territorial.intercambio.escritos.modelo import Aviso, Escrito
from mesa_territorial.intercambio.escritos.palabras import (
    DE_EJERCICIO,
    INDICE,
    al_indice,
    cabecera_de,
    datos_de,
    pie_de,
)
from mesa_territorial.intercambio.escritos.renglones import Renglon, ancho_de, partir
from mesa_territorial.intercambio.escritos.texto import Texto, con_negrita, enlazado, negrita

_CHICA, _TITULO, _TITULO_DE_PORTADA = 8.5, 22.0, 32.0


def poner_franja(pluma: Pluma, escrito: Escrito) -> None:
    """El título del escrito, arriba de la primera hoja."""
    _correr(pluma, (negrita(escrito.mesa),) if escrito.mesa else "", 10.5, "acento")
    _correr(pluma, con_negrita(escrito.titulo), _TITULO, "tinta")
    _correr(pluma, escrito.bajada, 12, "tinta_2")
    _correr(pluma, " · ".join(datos_de(escrito)), 9.5, "tinta_2")
    pluma.y += 2
    pluma.marcar(Raya(MARGEN, pluma.y, pluma.ancho, "acento", 0.8))
    pluma.y += 5
    if escrito.ilustrativa:
        poner_aviso(pluma, Aviso(DE_EJERCICIO, tono="ejercicio"), 9)
        pluma.y += 3


def componer_portada(escrito: Escrito) -> Hoja:
    """La portada de hoja entera."""
    pluma = Pluma(escrito.papel)
    _, alto = MEDIDAS[escrito.papel]
    pluma.marcar(Caja(0, 0, 8, alto, "acento"))
    pluma.y = alto * 0.3
    _correr(pluma, (negrita(escrito.mesa),) if escrito.mesa else "", 15, "acento")
    pluma.y += 4
    _correr(pluma, con_negrita(escrito.titulo), _TITULO_DE_PORTADA, "tinta")
    pluma.y += 2
    _correr(pluma, escrito.bajada, 15, "tinta_2")
    pluma.y += 10
    for dato in (*datos_de(escrito), escrito.reservado):
        _correr(pluma, dato, 12, "tinta_2")
    pluma.y += 8
    if escrito.ilustrativa:
        poner_aviso(pluma, Aviso(DE_EJERCICIO, tono="ejercicio"), 10.5)
    return pluma.hojas[0]


def _correr(pluma: Pluma, texto: Texto, puntos: float, color: str) -> None:
    if texto:
        pluma.escribir(partir(texto, pluma.ancho, puntos), puntos, color)


def componer_indice(escrito: Escrito, hoja_de: Mapping[str, int]) -> list[Hoja]:
    """Las hojas del índice; ``hoja_de`` dice en qué hoja está cada ancla."""
    pluma = Pluma(escrito.papel)
    titulo = partir(con_negrita(INDICE), pluma.ancho, 18)
    pluma.marcar(Senal(pluma.y, INDICE, 1, "indice"))
    pluma.escribir(titulo, 18, "tinta")
    pluma.y += 4
    for entrada in al_indice(escrito):
        primero = entrada.nivel == 1
        texto = enlazado(entrada.texto, f"#{entrada.ancla}")
        _poner_entrada(
            pluma,
            con_negrita((texto,)) if primero else (texto,),
            str(hoja_de.get(entrada.ancla, "")),
            (MARGEN, 10.5) if primero else (MARGEN + 6, 9.3),
        )
    return pluma.hojas


def _poner_entrada(pluma: Pluma, texto: Texto, hoja: str, lugar: tuple[float, float]) -> None:
    x, puntos = lugar
    renglones = partir(texto, pluma.ancho - (x - MARGEN) - 14, puntos)
    pluma.bajar(2.0 if x == MARGEN else 0.1)
    pluma.asegurar(len(renglones) * alto_de(puntos))
    pluma.escribir(renglones, puntos, "tinta", x)
    (numero,) = partir(hoja, 14, puntos)
    arriba, derecha = pluma.y - alto_de(puntos), MARGEN + pluma.ancho
    pluma.marcar(*letras_de(numero, 0, arriba, puntos, "tinta_2", derecha=derecha))


def vestir(hoja: Hoja, escrito: Escrito, numero: int, total: int) -> None:
    """Agrega a la hoja su cabecera y su pie."""
    ancho_hoja, alto_hoja = MEDIDAS[escrito.papel]
    ancho, derecha, y = ancho_hoja - 2 * MARGEN, ancho_hoja - MARGEN, alto_hoja - 15
    cuenta = partir(f"Página {numero} de {total}", 60, _CHICA)[0]
    hoja.append(Raya(MARGEN, y - 1, ancho, "linea", 0.25))
    pie = _recortar(pie_de(escrito), ancho - ancho_de(cuenta) - 8)
    hoja += letras_de(pie, MARGEN, y, _CHICA, "tinta_2")
    hoja += letras_de(cuenta, 0, y, _CHICA, "tinta_2", derecha=derecha)
    arriba = _recortar(cabecera_de(escrito), ancho)
    hoja += letras_de(arriba, 0, ARRIBA - 12, _CHICA, "aviso", derecha=derecha)


def _recortar(texto: str, ancho: float) -> Renglon:
    """El texto en un renglón; si no cabe, termina en puntos suspensivos."""
    renglones = partir(texto.replace("\n", " "), ancho - 4, _CHICA)
    if len(renglones) == 1:
        return renglones[0]
    return partir("".join(p.texto for p in renglones[0]) + "…", ancho + 4, _CHICA)[0]
