"""Lo que el equipo se lleva del tema 01: la hoja de una página y su respaldo (Word o PDF)."""

from collections.abc import Iterator

from mesa_territorial.analisis.coalicion import (
    Chequeo,
    RazonDeCondicion,
    Sentido,
    Veredicto,
    aconsejar_tipo,
    chequear,
    decir_condicion,
    nombrar_elemento,
)
from mesa_territorial.analisis.coalicion.consecuencias import CORTAS
from mesa_territorial.analisis.frases import con_mayuscula, contar
from mesa_territorial.dominio.coalicion import CONDICIONES, ELEMENTOS, Condicion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion_palabras import (
    ESTADOS_DE_ELEMENTO,
    NOMBRES_DE_ELEMENTO,
    RESPUESTAS,
    TIPOS,
)
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Escrito,
    Lista,
    Parrafo,
    Tabla,
    Titulo,
    escrito_de_mesa,
    fecha_larga,
    negrita,
)

TITULO, RESPALDO = "Condiciones y tipo de Mesa", "Condiciones y coalición: los hechos"
RESERVA = "Uso interno del equipo"
_CORTO, _MEDIO, _LARGO = 40, 75, 150
_TAREAS_EN_HOJA = 5
_SIN_DATO, _SIN_RESPONDER = "—", "Sin responder"
_FUENTES = (
    "Coalición y tipos: presentación Huella Local 2023 e informe PNUD–FOSIS 2020. Condiciones, "
    "estados y regla del consejo: de este kit; no es un puntaje ni reproduce la Guía oficial."
)


def condiciones_y_tipo(mesa: Mesa, fecha: str) -> Escrito:
    """La hoja de una página a una ``fecha`` (AAAA-MM-DD); lo que se corta va entero al respaldo."""
    chequeo = chequear(mesa)
    bloques: tuple[Bloque, ...] = (
        _las_diez(mesa, _veredicto(chequeo)),
        *_tareas(mesa, chequeo.pendientes),
        _tipo(mesa),
        *_coalicion_en_corto(mesa),
        Parrafo(_FUENTES, suave=True),
    )
    return escrito_de_mesa(mesa, TITULO, bloques, fecha=fecha, reservado=RESERVA)


def _veredicto(chequeo: Chequeo) -> str:
    if chequeo.veredicto is Veredicto.CON_TAREAS:
        cuantas = contar(len(chequeo.pendientes), "una por afirmar", "por afirmar")
        return f"Hay condiciones para partir, con {cuantas}."
    return chequeo.frase


def los_hechos(mesa: Mesa, fecha: str) -> Escrito:
    """El respaldo: cada condición y cada observación con su hecho completo."""
    filas = [_fila_de_condicion(mesa, c) for c in CONDICIONES]
    columnas = ("Condición", "Respuesta", "El hecho que la muestra", "Lo que falta y quién")
    bloques: tuple[Bloque, ...] = (
        Titulo("Las diez condiciones"),
        Tabla(columnas, filas, anchos=(2.2, 1.3, 3.5, 3)),
        *(b for o in mesa.coalicion.observaciones_en_orden for b in _observacion(mesa, o.id)),
        Parrafo(_FUENTES, suave=True),
    )
    return escrito_de_mesa(mesa, RESPALDO, bloques, fecha=fecha, reservado=RESERVA)


def recortar(texto: str, largo: int) -> str:
    """El texto en una línea, cortado en una palabra si pasa de ``largo`` letras.

    >>> recortar("Una asamblea con acta", 14)
    'Una asamblea…'
    """
    junto = " ".join(texto.split())
    if len(junto) <= largo:
        return junto
    return junto[:largo].rsplit(" ", 1)[0].rstrip(".,;: ") + "…"


def _respuesta(mesa: Mesa, condicion: str) -> str:
    respuesta = mesa.coalicion.respuesta(condicion)
    return RESPUESTAS[respuesta] if respuesta else _SIN_RESPONDER


def _las_diez(mesa: Mesa, veredicto: str) -> Tabla:
    """Las condiciones juntas por respuesta: así caben las diez de una mirada."""
    filas = [
        (rotulo, con_mayuscula("; ".join(suyas)))
        for rotulo in (*RESPUESTAS.values(), _SIN_RESPONDER)
        if (suyas := [CORTAS[c] for c in CONDICIONES if _respuesta(mesa, c) == rotulo])
    ]
    return Tabla(("Respuesta", "Las diez condiciones"), filas, anchos=(1.2, 6), titulo=veredicto)


def _tareas(mesa: Mesa, pendientes: tuple[RazonDeCondicion, ...]) -> Iterator[Bloque]:
    puestas = (mesa.coalicion.condiciones.get(r.condicion) for r in pendientes)
    tareas = [_tarea(mesa, c) for c in puestas if c and c.pendiente.strip()]
    sobran = len(tareas) - _TAREAS_EN_HOJA
    if tareas:
        yield Parrafo((negrita("Lo que falta hacer"),))
        mas = (f"Y {sobran} más, en el respaldo.",) if sobran > 0 else ()
        yield Lista((*tareas[:_TAREAS_EN_HOJA], *mas), suave=True)


def _tarea(mesa: Mesa, condicion: Condicion) -> str:
    que = recortar(condicion.pendiente, _MEDIO).rstrip(".")
    quien = recortar(_a_cargo(mesa, condicion), _CORTO)
    cuando = "-".join(reversed(condicion.revisar.split("-")))
    return " · ".join(p for p in (que, quien, cuando) if p)


def _a_cargo(mesa: Mesa, condicion: Condicion) -> str:
    return mesa.actores[condicion.a_cargo].nombre if condicion.a_cargo else ""


def _tipo(mesa: Mesa) -> Tabla:
    decidido = mesa.coalicion.tipo
    convoca = mesa.actores.get(mesa.coalicion.convoca)
    filas = [
        ("El consejo", aconsejar_tipo(mesa).frase),
        ("A favor", _juntar(mesa, Sentido.A_FAVOR)),
        ("En contra", _juntar(mesa, Sentido.IMPIDE, Sentido.EN_CONTRA)),
        ("Quién convoca", recortar(convoca.nombre, _MEDIO) if convoca else "Por anotar"),
        ("Por qué", recortar(mesa.coalicion.razon, _LARGO) or "Por escribir"),
        ("Quiénes", _quienes_y_cuando(mesa) or "Por anotar"),
    ]
    equipo = f"El equipo: {TIPOS[decidido] if decidido else 'por decidir'}"
    return Tabla(("El tipo de Mesa", equipo), filas, anchos=(1.4, 6))


def _juntar(mesa: Mesa, *sentidos: Sentido) -> str:
    consejo = aconsejar_tipo(mesa)
    razones = consejo.razones[mesa.coalicion.tipo or consejo.calza]
    frases = " ".join(r.frase for r in razones if r.sentido in sentidos)
    return recortar(frases, _LARGO) or "Nada anotado."


def _quienes_y_cuando(mesa: Mesa) -> str:
    fecha = mesa.coalicion.fecha_de_decision
    partes = (recortar(mesa.coalicion.decidido_por, _CORTO), fecha_larga(fecha) if fecha else "")
    return ", ".join(p for p in partes if p)


def _coalicion_en_corto(mesa: Mesa) -> Iterator[Bloque]:
    observaciones = mesa.coalicion.observaciones_en_orden
    if observaciones:
        ultima = observaciones[-1]
        estados = "; ".join(
            f"{NOMBRES_DE_ELEMENTO[e].lower()}, {_estado(ultima.estado(e)).lower()}"
            for e in ELEMENTOS
        )
        yield Parrafo(f"La coalición al {fecha_larga(ultima.fecha)}: {estados}.", suave=True)


def _estado(estado: str | None) -> str:
    return ESTADOS_DE_ELEMENTO[estado] if estado else "Sin mirar"


def _fila_de_condicion(mesa: Mesa, condicion: str) -> tuple[str, ...]:
    puesta = mesa.coalicion.condiciones.get(condicion, Condicion(id=condicion))
    cuando = f"revisar el {fecha_larga(puesta.revisar)}" if puesta.revisar else ""
    falta = (puesta.pendiente.strip(), _a_cargo(mesa, puesta), cuando)
    return (
        decir_condicion(condicion),
        _respuesta(mesa, condicion),
        puesta.evidencia.strip() or _SIN_DATO,
        " · ".join(p for p in falta if p) or _SIN_DATO,
    )


def _observacion(mesa: Mesa, id_observacion: str) -> Iterator[Bloque]:
    o = mesa.coalicion.observaciones[id_observacion]
    ocasion = f": {o.ocasion}" if o.ocasion else ""
    filas = [
        (nombrar_elemento(e), _estado(o.estado(e)), o.hecho(e).strip() or _SIN_DATO)
        for e in ELEMENTOS
    ]
    yield Titulo(f"La coalición al {fecha_larga(o.fecha)}{ocasion}", 2)
    yield Tabla(("Elemento", "Estado", "El hecho que lo muestra"), filas, anchos=(2.4, 1.2, 5))
