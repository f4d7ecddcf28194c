"""El tema 03: el mapa de actores, guiado sobre Campanilla y después sobre la Mesa del equipo."""

from ipywidgets import DOMWidget

from mesa_territorial.casos import cargar_caso
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial_widgets.componentes.al_dia import AlDia, explicaciones
from mesa_territorial_widgets.componentes.exportador import exportar
from mesa_territorial_widgets.componentes.invitacion import Invitacion
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.recorrido import RecorridoGuiado
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto import Contexto, SinMesa

CLAVE = "03_mapa_de_actores"
_DONDE_IBA = f"recorrido_{CLAVE[3:]}"


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    recorrido = cargar_recorrido(CLAVE)
    pizarra = Pizarra(cargar_caso(recorrido.caso), solo_lectura=True)
    mapa, _ = _mapa_al_dia(pizarra)
    iba = contexto.recordado(_DONDE_IBA, {})
    return RecorridoGuiado(
        recorrido,
        pizarra,
        (mapa,),
        paso=min(int(iba.get("paso", 0)), len(recorrido.paso)),
        logrados=[str(x) for x in iba.get("logrados", [])],
        al_avanzar=lambda paso, logrados: contexto.apuntar(
            _DONDE_IBA, {"paso": paso, "logrados": logrados}
        ),
    )


def aplicar(contexto: Contexto) -> DOMWidget:
    """El tablero de trabajo sobre la Mesa abierta; sin Mesa, invita a crear una."""
    try:
        pizarra = contexto.pizarra
    except SinMesa as falta:
        return Invitacion(frase=str(falta))
    pizarra.extras["exportar"] = lambda **datos: exportar(pizarra, contexto.llevar, **datos)
    mapa, al_dia = _mapa_al_dia(pizarra)
    contexto.guardado.vigilar()
    return _tablero(contexto, pizarra, mapa, al_dia)


def _mapa_al_dia(pizarra: Pizarra) -> tuple[Mapa, AlDia]:
    al_dia = AlDia(pizarra)
    mapa = Mapa(pizarra, medidas=explicaciones())
    al_dia.avisar_a(lambda _, analisis: setattr(mapa, "avisos_medida", list(analisis.avisos)))
    return mapa, al_dia


def _tablero(contexto: Contexto, pizarra: Pizarra, mapa: Mapa, al_dia: AlDia) -> Tablero:
    # Explorar no necesita nada de esto: se importa al aplicar.
    from mesa_territorial_widgets.componentes.cuadricula import Cuadricula
    from mesa_territorial_widgets.componentes.ficha import Ficha
    from mesa_territorial_widgets.componentes.importador import Importador

    lienzo = [
        Pieza("mapa", "Mapa", mapa),
        Pieza("cuadricula", "Influencia e interés", Cuadricula(pizarra)),
    ]
    zonas = {
        "lienzo": lienzo,
        "lado": [Pieza("ficha", "Ficha", Ficha(pizarra, medidas=explicaciones()))],
        "abajo": _paneles(contexto, pizarra, al_dia),
        "sueltas": [Pieza("importador", "Importar", Importador(pizarra))],
    }
    return Tablero(zonas, recuerdo=contexto.guardado.clave)


def _paneles(contexto: Contexto, pizarra: Pizarra, al_dia: AlDia) -> list[Pieza]:
    from mesa_territorial_widgets.componentes.lente_de_genero import lente_de_genero
    from mesa_territorial_widgets.componentes.medidas import cuadro_de_medidas
    from mesa_territorial_widgets.componentes.tabla import Tabla
    from mesa_territorial_widgets.contexto.historial import historial_de

    medidas = Tiempo(lambda: cuadro_de_medidas(al_dia), titulo="Calculando las medidas")
    historial = Tiempo(lambda: historial_de(contexto), titulo="Abriendo el historial")
    return [
        Pieza("tabla", "Tabla de actores y relaciones", Tabla(pizarra)),
        Pieza("medidas", "Medidas de la red", medidas),
        lente_de_genero(pizarra, CLAVE),
        Pieza("historial", "Historial de cambios", historial),
    ]
