"""«Actores priorizados»: las decisiones con su razón, listas para llevar a una reunión."""

from mesa_territorial.analisis.prioridad import Priorizado, actores_priorizados
from mesa_territorial.analisis.prioridad.comparacion import comparar
from mesa_territorial.analisis.prioridad.firmeza import (
    Firmeza,
    Robustez,
    entre_los_primeros,
    probar_orden,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import Trato
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.prioridad import ATRIBUTOS, TRATOS
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Escrito,
    Lista,
    Parrafo,
    Tabla,
    Titulo,
    escrito_de_mesa,
    fecha_larga,
)
from mesa_territorial.textos import SECTORES, numero

_A_LA_VISTA = 8


def escrito_de_prioridad(mesa: Mesa) -> Escrito:
    """El documento «Actores priorizados».

    No lleva lo que puso cada evaluador. Levanta ``ReglaRota`` si el grupo no ha decidido nada.
    """
    fila = actores_priorizados(mesa)
    decididos = [p for p in fila if p.esta_decidido]
    exigir(bool(decididos), _SIN_DECISIONES)
    sin_decidir = _sin_decidir(mesa, [p for p in fila if not p.esta_decidido])
    calculado = (*_firmeza(mesa), *_discrepancias(mesa), *_reglas(mesa))
    return escrito_de_mesa(
        mesa,
        "Actores priorizados",
        (*_decisiones(mesa, decididos), *sin_decidir, *calculado),
        fecha=max(p.fecha for p in decididos),
        bajada="A quién se busca primero, y por qué",
    )


_SIN_DECISIONES = (
    "Todavía no hay decisiones. Anote al menos una en «Decidir»: el documento lleva lo que "
    "decidió el grupo, no un puntaje."
)


def _decisiones(mesa: Mesa, decididos: list[Priorizado]) -> list[Titulo | Parrafo | Tabla | Aviso]:
    piezas: list[Titulo | Parrafo | Tabla | Aviso] = []
    for trato in Trato:
        suyos = [p for p in decididos if p.decision is trato]
        if suyos:
            piezas += [Titulo(TRATOS[trato]), _tabla(mesa, suyos)]
    sin_razon = [mesa.actor(p.id).nombre for p in decididos if not p.razon.strip()]
    if sin_razon:
        frase = f"Falta escribir la razón de: {', '.join(sin_razon)}."
        piezas.append(Aviso(frase, tono="alerta"))
    return piezas


def _tabla(mesa: Mesa, suyos: list[Priorizado]) -> Tabla:
    return Tabla(
        ("Actor", "Razón", "Quién decidió y cuándo"),
        tuple(
            (
                f"{mesa.actor(p.id).nombre}\n{SECTORES[mesa.actor(p.id).sector]}",
                p.razon.strip() or "(sin razón escrita)",
                _quien_y_cuando(p),
            )
            for p in suyos
        ),
        anchos=(3, 5, 3),
    )


def _quien_y_cuando(p: Priorizado) -> str:
    cuando = fecha_larga(p.fecha) if p.fecha else ""
    return "\n".join(x for x in (p.quien, cuando) if x) or "(sin anotar)"


def _sin_decidir(mesa: Mesa, faltan: list[Priorizado]) -> list[Titulo | Parrafo]:
    if not faltan:
        return []
    nombres = ", ".join(mesa.actor(p.id).nombre for p in faltan)
    return [Titulo("Todavía sin decisión"), Parrafo(f"{nombres}.")]


def _firmeza(mesa: Mesa) -> list[Titulo | Parrafo | Lista]:
    robustez = probar_orden(mesa)
    if not robustez.escenarios:
        return []
    dudas = tuple(_duda(mesa, f) for f in robustez.en_duda[:_A_LA_VISTA])
    piezas: list[Titulo | Parrafo | Lista] = [
        Titulo("Qué tan firme es el orden calculado"),
        Parrafo(_los_firmes(mesa, robustez)),
    ]
    if dudas:
        piezas += [Parrafo("Entran o salen según la prueba:"), Lista(dudas)]
    return piezas


def _duda(mesa: Mesa, f: Firmeza) -> str:
    mejor, peor = numero(f.mejor, 1), numero(f.peor, 1)
    return f"{mesa.actor(f.id).nombre}: lugar {mejor} a {peor} según la prueba."


def _los_firmes(mesa: Mesa, robustez: Robustez) -> str:
    firmes = ", ".join(mesa.actor(f.id).nombre for f in robustez.firmes) or "nadie"
    return (
        f"Están {entre_los_primeros(robustez.corte)} de la suma en las "
        f"{numero(len(robustez.escenarios))} pruebas (cada peso diez puntos arriba y abajo, y sin "
        f"cada evaluador): {firmes}."
    )


def _discrepancias(mesa: Mesa) -> list[Titulo | Parrafo | Lista]:
    comparacion = comparar(mesa)
    frases = tuple(f.frase for f in comparacion.discrepancias[:_A_LA_VISTA])
    if not frases or mesa.prioridad.es_de_uno_solo:
        return []
    return [
        Titulo("Donde dos maneras de ordenar discrepan"),
        Lista(frases),
        Parrafo(f"{comparacion.uno.frase} {comparacion.dos.frase}", suave=True),
    ]


def _reglas(mesa: Mesa) -> list[Titulo | Parrafo]:
    regla = mesa.prioridad
    pesos = ", ".join(f"{ATRIBUTOS[c].lower()} {numero(p)}" for c, p in regla.pesos.items() if p)
    evaluadores = ", ".join(f"{e.nombre} ({numero(e.personas)})" for e in regla.que_cuentan)
    return [
        Titulo("Con qué reglas se ordenó"),
        Parrafo(
            f"Pesos: {pesos}. Es alta la nota estrictamente mayor que {numero(regla.umbral, 1)}. "
            f"Evaluaron, con cuántas personas detrás: {evaluadores or 'nadie más que el mapa'}. "
            "El puntaje ordena la conversación; la decisión es de quienes la firman arriba."
        ),
        Parrafo("Este documento no lleva las notas de cada evaluador: son privadas.", suave=True),
    ]
