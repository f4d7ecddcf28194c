"""Las piezas de la ficha territorial, para que el tema 02 las ponga en su tablero."""

from datetime import date
from typing import Any

from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.territorio_frases import leer_indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.ficha_territorial import ASENTAMIENTOS, INDICADORES
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.fichero import Dicho, Fichero
from mesa_territorial_widgets.componentes.importador_oficial import ImportadorOficial
from mesa_territorial_widgets.componentes.indicadores import CuadroDeIndicadores
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tablero import Pieza
from mesa_territorial_widgets.componentes.territorio import TerritorioDeLaMesa
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

_QUE_LLEVA = (
    "El lugar, los indicadores con su fuente y su comparación, y los campamentos. El Excel trae "
    "además los valores de cada comuna, y se puede volver a importar."
)


def piezas_de_ficha(_contexto: Any, pizarra: Pizarra) -> list[Pieza]:
    """Territorio, cuadro, indicadores, importador, campamentos y archivos para llevar."""
    return [
        *piezas_de_explorar(pizarra),
        Pieza("indicadores", "Escribir indicadores", _indicadores(pizarra)),
        Pieza("importar_oficial", "Importar archivos oficiales", ImportadorOficial(pizarra)),
        Pieza("campamentos", "Campamentos", Fichero(pizarra, ASENTAMIENTOS)),
        Pieza("llevar_ficha", "Llevar la ficha", Entrega(documentos_de_ficha(pizarra))),
    ]


def piezas_de_explorar(pizarra: Pizarra) -> list[Pieza]:
    """Lo que se mira sin escribir: el territorio y el cuadro de indicadores con sus mapas."""
    return [
        Pieza("territorio", "Ficha del territorio", TerritorioDeLaMesa(pizarra)),
        Pieza("cuadro", "Mapa e indicadores", CuadroDeIndicadores(pizarra)),
    ]


def documentos_de_ficha(pizarra: Pizarra) -> list[Documento]:
    """La ficha en Word, PDF y Excel, hecha al momento de bajarla."""
    formatos = {
        "Word": lambda: _word(pizarra.valor),
        "PDF": lambda: _pdf(pizarra.valor),
        "Excel": lambda: _excel(pizarra.valor),
    }
    ficha = Documento(
        clave="ficha", titulo="Ficha del territorio", descripcion=_QUE_LLEVA, formatos=formatos
    )
    return [ficha]


def _escrito(mesa: Mesa) -> Any:
    from mesa_territorial.intercambio.ficha_escrito import ficha_del_territorio

    return ficha_del_territorio(mesa, date.today().isoformat())  # noqa: DTZ011  día local


def _word(mesa: Mesa) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.escritos import archivo_word

    return archivo_word(_escrito(mesa))


def _pdf(mesa: Mesa) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.escritos import archivo_pdf

    return archivo_pdf(_escrito(mesa))


def _excel(mesa: Mesa) -> tuple[str, bytes]:
    from mesa_territorial.intercambio.ficha_excel import libro_de_la_ficha

    return f"{nombre_de_archivo(mesa.nombre)}_ficha.xlsx", libro_de_la_ficha(mesa)


def _indicadores(pizarra: Pizarra) -> Fichero:
    fichero = Fichero(pizarra, INDICADORES)

    def decir(mesa: Mesa) -> None:
        fichero.dichos = dichos_de_indicadores(mesa)

    mantener_al_dia(pizarra, decir, mira=lambda m: (m.territorio, m.ficha_territorial))
    return fichero


def dichos_de_indicadores(mesa: Mesa) -> dict[str, list[Dicho]]:
    """Lo primero que se dice de cada indicador, y todo lo que le falta."""
    return {
        i.id: [
            Dicho(texto=x.frase, tono=str(x.tono))
            for lugar, x in enumerate(leer_indicador(mesa, i))
            if lugar == 0 or x.tono is Tono.ALERTA
        ]
        for i in mesa.ficha_territorial.indicadores.values()
    }
