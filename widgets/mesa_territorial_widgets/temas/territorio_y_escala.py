"""El tema 02: la ficha del territorio y la decisión de escala, en el caso y en la Mesa propia."""

from collections.abc import Callable, Sequence
from datetime import date

from ipywidgets import DOMWidget

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.escala import CRITERIOS, DECISION, PROBLEMAS
from mesa_territorial_widgets.componentes import escala_de_problemas as de_problemas
from mesa_territorial_widgets.componentes.escala_en_pantalla import bloques_de_escala
from mesa_territorial_widgets.componentes.ficha_territorial import (
    piezas_de_explorar,
    piezas_de_ficha,
)
from mesa_territorial_widgets.componentes.fichero import Fichero, Formulario
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.matriz import Matriz
from mesa_territorial_widgets.componentes.pares import Pares
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.quien_falta import QuienFalta
from mesa_territorial_widgets.componentes.razones import Razones
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar

CLAVE = "02_territorio_y_escala"
DE_LA_FICHA = ("territorio", "cuadro")
"""Las piezas de la ficha que se miran arriba; las demás se despliegan abajo."""
_COLUMNAS = (
    Columna("nivel", "Nivel"),
    Columna("puntaje", "Puntaje", 2),
    Columna("minimo", "Mínimo con ±10 puntos", 2),
    Columna("maximo", "Máximo con ±10 puntos", 2),
    Columna("lugar", "Lugar"),
)
_BAJADA = (
    "Puntaje de cada nivel, de 1 a 5 (punto), y entre qué valores queda si un peso sube o baja "
    "diez puntos (línea)."
)
_BAJADA_DE_NOTAS = (
    "De 1 a 5: una nota alta quiere decir que ese nivel conviene más. Deje vacío el nivel que no "
    "se compara; si a uno le falta una nota, queda fuera de la cuenta."
)
_LEYENDA = {1: "Nada", 2: "Poco", 3: "Medio", 4: "Bastante", 5: "Del todo"}
_PARA_LLEVAR = (
    "Una o dos páginas: lo que decidió el equipo, las razones, la compuerta y quién tiene cada "
    "llave."
)
_COMO_PESAR = (
    "Los pesos los pone el equipo: escríbalos aquí, compárelos de a pares más abajo o vótelos en "
    "la sala con una votación de «Peso de criterios» que lleve estos mismos nombres."
)


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _para_mirar)


def _para_mirar(pizarra: Pizarra) -> Sequence[DOMWidget]:
    vistas = [
        *piezas_de_explorar(pizarra),
        Pieza("problemas", "Problemas", _problemas(pizarra)),
        Pieza("razones", "Lo que dice la escala", _razones(pizarra)),
        Pieza("puntajes", "Puntajes", _lamina(pizarra)),
    ]
    return (Tablero({"lienzo": vistas}, recuerdo=f"explorar-{CLAVE}"),)


def aplicar(contexto: Contexto) -> DOMWidget:
    """La herramienta sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(
        contexto, CLAVE, lambda p: _armar(contexto, p), rotulo_lado="Lo que dice la escala"
    )


def _armar(contexto: Contexto, pizarra: Pizarra) -> Zonas:
    ficha = piezas_de_ficha(contexto, pizarra)
    return {
        "lienzo": [*(p for p in ficha if p.clave in DE_LA_FICHA), *_para_decidir(pizarra)],
        "lado": [
            Pieza("falta", "Quién falta", QuienFalta(pizarra)),
            Pieza("razones", "Lo que dice", _razones(pizarra)),
        ],
        "abajo": [*(p for p in ficha if p.clave not in DE_LA_FICHA), *_de_apoyo(pizarra)],
    }


def _para_decidir(pizarra: Pizarra) -> list[Pieza]:
    return [
        Pieza("problemas", "Problemas", _problemas(pizarra)),
        Pieza("notas", "Notas por nivel", _notas(pizarra)),
        Pieza("puntajes", "Puntajes", _perezoso(lambda: _lamina(pizarra), "Dibujando")),
        Pieza("decision", "La decisión", Formulario(pizarra, DECISION, nota=_PARA_DECIDIR)),
    ]


def _de_apoyo(pizarra: Pizarra) -> list[Pieza]:
    return [
        Pieza("criterios", "Criterios y pesos", Fichero(pizarra, CRITERIOS, nota=_COMO_PESAR)),
        Pieza("pares", "Pesar de a pares", _perezoso(lambda: Pares(pizarra), "Comparando")),
        Pieza("catalogo", "Catálogo de competencias", _catalogo(pizarra)),
        Pieza("llevar", "Para llevar", _perezoso(lambda: _entrega(pizarra), "Preparando")),
    ]


_PARA_DECIDIR = (
    "La cuenta aconseja y ustedes deciden. Si la compuerta está en rojo, anote la decisión como "
    "provisoria en «Por qué»."
)


def _perezoso(construir: Callable[[], DOMWidget], titulo: str) -> Tiempo:
    return Tiempo(construir, titulo=titulo)


def _problemas(pizarra: Pizarra) -> Fichero:
    fichero = Fichero(pizarra, PROBLEMAS)

    def poner(mesa: Mesa) -> None:
        fichero.dichos = de_problemas.dichos_de_problemas(mesa)
        fichero.sugerencias = [dict(s) for s in de_problemas.sugerencias_de_problemas(mesa)]

    mantener_al_dia(pizarra, poner, mira=lambda m: (m.escala.problemas, m.actores))
    return fichero


def _notas(pizarra: Pizarra) -> Matriz:
    return Matriz(
        pizarra,
        de_problemas.vista_de_notas,
        titulo="Notas por nivel",
        bajada=_BAJADA_DE_NOTAS,
        orden="anotar_notas",
        minimo=1,
        maximo=5,
        paso=0.5,
        diagonal=True,
        leyenda=_LEYENDA,
        filas_de="niveles",
        columnas_de="criterios",
        archivos=False,
    )


def _razones(pizarra: Pizarra) -> Razones:
    razones = Razones(pizarra, titulo="Lo que dice la escala")
    mantener_al_dia(
        pizarra,
        lambda m: razones.decir(bloques_de_escala(m)),
        mira=lambda m: (m.escala, m.actores, m.territorio),
    )
    return razones


def _lamina(pizarra: Pizarra) -> Lamina:
    from mesa_territorial.graficos import escala

    lamina = Lamina(
        especificacion=escala.grafico_de_escala(),
        columnas=_COLUMNAS,
        bajada=_BAJADA,
        nombre="escala",
        ilustrativa=pizarra.valor.ilustrativa,
    )

    def poner(mesa: Mesa) -> None:
        with lamina.hold_sync():
            lamina.titulo = escala.titulo_de_escala(mesa)
            lamina.valor = escala.filas_de_escala(mesa)

    mantener_al_dia(pizarra, poner, mira=lambda m: m.escala)
    return lamina


def _catalogo(pizarra: Pizarra) -> Razones:
    return Razones(
        pizarra, de_problemas.bloques_del_catalogo(), titulo="Quién puede qué en Chile, por nivel"
    )


def _entrega(pizarra: Pizarra) -> DOMWidget:
    from mesa_territorial.intercambio.escala_escrito import decision_de_escala as decidida
    from mesa_territorial.intercambio.escritos import Escrito, archivo_pdf, archivo_word
    from mesa_territorial_widgets.componentes.entrega import Documento, Entrega

    def escrito() -> Escrito:
        return decidida(pizarra.valor, date.today().isoformat())  # noqa: DTZ011  día local

    documento = Documento(
        clave="decision",
        titulo="Decisión de escala",
        formatos={"Word": lambda: archivo_word(escrito()), "PDF": lambda: archivo_pdf(escrito())},
        descripcion=_PARA_LLEVAR,
    )
    return Entrega([documento])
