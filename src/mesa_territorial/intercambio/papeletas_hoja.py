"""La papeleta de papel: una página web suelta, lista para imprimir, sin nada de afuera."""

from html import escape

from mesa_territorial import fichas
from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion
from mesa_territorial.intercambio.papeletas import COLUMNAS_DE_NOTA
from mesa_territorial.textos import SECTORES

_COMO: dict[TipoConsulta, str] = {
    TipoConsulta.ACTORES: "Marque un número de 1 (muy poco) a 5 (muchísimo) en cada columna. "
    "Interés es cuánto le importa al actor lo que pase; influencia, cuánto puede cambiarlo. "
    "Deje en blanco a quien no conoce.",
    TipoConsulta.PUNTOS: "Tiene {puntos} puntos. Repártalos como quiera: puede dejar opciones sin "
    "puntos o poner varios en una sola.",
    TipoConsulta.RANKING: "Escriba 1 en lo más importante para usted, 2 en lo que sigue, y así.",
    TipoConsulta.ACUERDO: "Marque de 1 (nada de acuerdo) a 5 (muy de acuerdo).",
    TipoConsulta.PESOS: "Marque cuánto debe pesar cada criterio, de 1 (poco) a 5 (mucho).",
}
_CON_ESCALA = (TipoConsulta.ACTORES, TipoConsulta.ACUERDO, TipoConsulta.PESOS)


def hoja_de_papeletas(votacion: Votacion, mesa: str) -> bytes:
    """La papeleta de esa votación como HTML para imprimir; ``mesa`` es el nombre de la Mesa.

    Todo texto va escapado. Se imprime una copia por persona.
    """
    titulos = [titulo for titulo, _ in COLUMNAS_DE_NOTA[votacion.tipo]]
    encabezado = "".join(f'<th scope="col">{escape(t)}</th>' for t in titulos)
    filas = "\n".join(_fila(o, votacion.tipo, len(titulos)) for o in votacion.opciones)
    como = _COMO[votacion.tipo].format(puntos=votacion.puntos)
    pregunta = f"<p><strong>{escape(votacion.ayuda)}</strong></p>" if votacion.ayuda else ""
    pagina = f"""<!doctype html>
<html lang="es-CL"><head><meta charset="utf-8"><title>{escape(votacion.titulo)}: papeleta</title>
<style>{_estilo()}</style></head><body>
<header><p class="mesa">{escape(mesa)}</p><h1>{escape(votacion.titulo)}</h1>
<p class="datos">Papeleta n.º <span class="raya"></span> Ronda <span class="raya corta"></span></p>
</header>
{pregunta}<p>{escape(como)}</p>
<p class="sectores">Su sector, si quiere decirlo: {_sectores()}</p>
<table><thead><tr><th scope="col">{_que(votacion.tipo)}</th>{encabezado}</tr></thead>
<tbody>
{filas}
</tbody></table>
{_marca(votacion)}
<footer>No escriba su nombre. Lo que usted marque se suma a lo de los demás y no se muestra solo.
</footer></body></html>
"""
    return pagina.encode("utf-8")


def _marca(votacion: Votacion) -> str:
    return "<p><em>Caso de ejercicio.</em></p>" if votacion.ilustrativa else ""


def _que(tipo: TipoConsulta) -> str:
    return "Actor" if tipo is TipoConsulta.ACTORES else "Opción"


def _fila(opcion: Opcion, tipo: TipoConsulta, columnas: int) -> str:
    notas = range(NOTA_MINIMA, NOTA_MAXIMA + 1)
    marcas = "".join(f'<span class="nota">{n}</span>' for n in notas)
    celda = (
        f"<td>{marcas}</td>" if tipo in _CON_ESCALA else '<td><span class="casilla"></span></td>'
    )
    ayuda = f"<small>{escape(opcion.ayuda)}</small>" if opcion.ayuda else ""
    return f'<tr><th scope="row">{escape(opcion.nombre)} {ayuda}</th>{celda * columnas}</tr>'


def _sectores() -> str:
    return " ".join(f'<span class="sector">▢ {escape(s)}</span>' for s in SECTORES.values())


def _estilo() -> str:
    tinta, linea = fichas.color("tinta"), fichas.color("linea_fuerte")
    return f"""
@page {{ size: letter; margin: 14mm; }}
body {{ font: 11pt/1.35 system-ui, sans-serif; color: {tinta}; margin: 0 auto; max-width: 190mm; }}
h1 {{ font-size: 17pt; margin: 0 0 4mm; }}
.mesa {{ margin: 0; }} .datos {{ margin: 0 0 3mm; }}
.raya {{ display: inline-block; width: 24mm; border-bottom: 1px solid {tinta}; }}
.raya.corta {{ width: 10mm; }}
.sectores {{ line-height: 1.8; }} .sector {{ white-space: nowrap; margin-right: 4mm; }}
table {{ border-collapse: collapse; width: 100%; }} thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th, td {{ border: 1px solid {linea}; padding: 1.2mm 2mm; text-align: left; font-weight: 400; }}
thead th {{ font-weight: 700; }} td {{ white-space: nowrap; text-align: center; width: 46mm; }}
small {{ display: block; font-size: 9pt; }}
.nota {{ display: inline-block; width: 6mm; line-height: 6mm; margin: 0 .8mm; border-radius: 50%;
  border: 1px solid {linea}; }}
.casilla {{ display: inline-block; width: 14mm; height: 7mm; border: 1px solid {linea}; }}
footer {{ margin-top: 4mm; font-size: 9.5pt; }}
"""
