"""El tema 06: la estrategia de género, guiada sobre Campanilla y después en la Mesa del equipo."""

from collections.abc import Callable, Sequence
from datetime import date

from ipywidgets import DOMWidget

from mesa_territorial.analisis.genero.preguntas import DE_RESULTADO, preguntas_de
from mesa_territorial.dominio.genero_codigos import EtapaDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero import CONDICIONES, MEDIDAS, PLANIFICADO, REPRESENTACIONES
from mesa_territorial.esquemas.genero_catalogos import CONTESTACIONES, ETAPAS
from mesa_territorial.esquemas.genero_sesiones import SESIONES
from mesa_territorial_widgets.componentes import genero_en_pantalla as dice
from mesa_territorial_widgets.componentes.cronometro import Cronometro
from mesa_territorial_widgets.componentes.cuestionario import Cuestionario
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.genero_escalas import ESCALAS
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Razones
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar

CLAVE = "06_estrategia_de_genero"
_COLUMNAS = (Columna("sesion", "Sesión"), Columna("serie", "Qué"), Columna("cuenta", "Mujeres"))


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _para_mirar)


def _para_mirar(pizarra: Pizarra) -> Sequence[DOMWidget]:
    from mesa_territorial_widgets.componentes.al_dia import AlDia
    from mesa_territorial_widgets.componentes.mapa import Mapa

    AlDia(pizarra)
    vistas = [
        Pieza("medidas", "Medidas", _medidas(pizarra)),
        Pieza("razones", "Lo que dice", _razones(pizarra)),
        Pieza("tiempo", "En el tiempo", _lamina(pizarra)),
        Pieza("mapa", "Mapa", Mapa(pizarra)),
    ]
    return (Tablero({"lienzo": vistas}, recuerdo=f"explorar-{CLAVE}"),)


def aplicar(contexto: Contexto) -> DOMWidget:
    """La herramienta sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(contexto, CLAVE, _armar, rotulo_lado="Lo que dice la estrategia de género")


def _armar(pizarra: Pizarra) -> Zonas:
    grafico = Tiempo(lambda: _lamina(pizarra), titulo="Dibujando las sesiones")
    llevar = Tiempo(lambda: _entrega(pizarra), titulo="Preparando los documentos")
    return {
        "lienzo": [
            Pieza("diagnostico", "Diagnóstico", _diagnostico(pizarra)),
            Pieza("medidas", "Medidas", _medidas(pizarra)),
            Pieza("representacion", "Representación", _representacion(pizarra)),
            Pieza("condiciones", "Condiciones", Formulario(pizarra, CONDICIONES)),
            Pieza("palabra", "Palabra", Cronometro(pizarra)),
            Pieza("sesiones", "Sesiones", _sesiones(pizarra)),
            Pieza("resultados", "Resultados", _resultados(pizarra)),
        ],
        "lado": [Pieza("razones", "Lo que dice", _razones(pizarra))],
        "abajo": [
            Pieza("tiempo", "Presencia, voz y cargos en el tiempo", grafico),
            Pieza("llevar", "Para llevar", llevar),
        ],
    }


def _vivo(pizarra: Pizarra, hacer: Callable[[Mesa], None]) -> None:
    mantener_al_dia(pizarra, hacer, mira=lambda m: (m.genero, m.actores, m.relaciones))


def _diagnostico(pizarra: Pizarra) -> Cuestionario:
    grupos = [(e, ETAPAS[e], [(p.id, p.texto) for p in preguntas_de(e)]) for e in EtapaDeMesa]
    cuestionario = Cuestionario(
        pizarra,
        grupos,
        opciones=CONTESTACIONES,
        titulo="Diagnóstico por etapa",
        nota="Junto a cada etapa está lo que ya muestra su Mesa. «No se sabe» es una respuesta.",
        seccion="genero",
        orden="responder_genero",
    )
    _vivo(pizarra, lambda m: setattr(cuestionario, "dichos", dice.decir_por_etapa(m)))
    return cuestionario


def _resultados(pizarra: Pizarra) -> Tablero:
    """Lo logrado y lo planificado, cada uno en su vista: no se mezclan."""
    logrado = Cuestionario(
        pizarra,
        [("gres", "Resultados", [(p.id, p.texto) for p in DE_RESULTADO])],
        opciones=CONTESTACIONES,
        titulo="Qué cambió, y cómo se sabe",
        nota="Un «sí» cuenta sólo con su prueba escrita. Contar asistentes es presencia: por sí "
        "sola no pasa de «dirigido».",
        seccion="genero",
        orden="responder_genero",
    )
    vistas = [
        Pieza("logrado", "Lo logrado (GRES)", logrado),
        Pieza("planificado", "Lo planificado (GEN)", Formulario(pizarra, PLANIFICADO)),
        Pieza("escalas", "Qué dice cada escala", Razones(pizarra, ESCALAS, titulo="Las escalas")),
    ]
    return Tablero({"lienzo": vistas}, recuerdo=f"resultados-{CLAVE}")


def _medidas(pizarra: Pizarra) -> Fichero:
    fichero = Fichero(pizarra, MEDIDAS)

    def poner(mesa: Mesa) -> None:
        fichero.dichos = dice.decir_de_medidas(mesa.genero, date.today())  # noqa: DTZ011  día local
        fichero.sugerencias = [dict(s) for s in dice.sugerir_medidas(mesa.genero)]

    mantener_al_dia(pizarra, poner, mira=lambda m: m.genero)
    return fichero


def _representacion(pizarra: Pizarra) -> Fichero:
    nota = "De cada organización, no de una persona. Todo es opcional."
    fichero = Fichero(pizarra, REPRESENTACIONES, nota=nota)

    def poner(mesa: Mesa) -> None:
        fichero.orden = dice.primero_las_comunitarias(mesa)
        fichero.dichos = dice.decir_de_representaciones(mesa.genero)

    _vivo(pizarra, poner)
    return fichero


def _sesiones(pizarra: Pizarra) -> Fichero:
    nota = "Sólo números por grupo; ningún nombre."
    fichero = Fichero(pizarra, SESIONES, nota=nota)

    def poner(mesa: Mesa) -> None:
        fichero.dichos = dice.decir_de_sesiones(mesa.genero)

    mantener_al_dia(pizarra, poner, mira=lambda m: m.genero.sesiones)
    return fichero


def _razones(pizarra: Pizarra) -> Razones:
    razones = Razones(pizarra, titulo="Lo que dice la estrategia")
    mantener_al_dia(
        pizarra, lambda m: razones.decir(dice.leer_estrategia(m)), mira=lambda m: m.genero
    )
    return razones


def _lamina(pizarra: Pizarra) -> Lamina:
    from mesa_territorial.graficos.genero import filas_de_participacion, grafico_de_participacion

    lamina = Lamina(
        especificacion=grafico_de_participacion(),
        columnas=_COLUMNAS,
        titulo="Estar no es hablar ni quedar a cargo",
        bajada="Mujeres, en porcentaje de lo contado en cada sesión. La franja va de 40 % a 60 %; "
        "con menos de diez casos no se dibuja el porcentaje: la tabla trae la cuenta.",
        nombre="participacion",
        ilustrativa=pizarra.valor.ilustrativa,
    )

    def poner(mesa: Mesa) -> None:
        lamina.valor = filas_de_participacion(mesa)

    mantener_al_dia(pizarra, poner, mira=lambda m: m.genero.sesiones)
    return lamina


def _entrega(pizarra: Pizarra) -> DOMWidget:
    from mesa_territorial_widgets.componentes.genero_para_llevar import entrega_de_genero

    return entrega_de_genero(pizarra)
