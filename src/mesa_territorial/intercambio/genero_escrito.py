"""La estrategia de género como documento para llevar a la oficina (Word o PDF)."""

from mesa_territorial.analisis.genero import (
    CuentasDeSesion,
    contar_sesiones,
    contrastar_gen,
    decir_cuenta,
    decir_rango,
    techo_gres,
)
from mesa_territorial.analisis.genero.preguntas import DE_RESULTADO, TODAS, preguntas_de
from mesa_territorial.dominio.genero import Genero, MedidaDeGenero
from mesa_territorial.dominio.genero_codigos import EtapaDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero_catalogos import (
    CONTESTACIONES,
    ESTADOS_DE_MEDIDA,
    ETAPAS,
    GEN,
    LONGWE,
)
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Bloque,
    Campos,
    Escrito,
    Lista,
    Parrafo,
    Tabla,
    Titulo,
    escrito_de_mesa,
    fecha_larga,
)
from mesa_territorial.intercambio.genero_participacion import (
    bloques_de_representacion,
    campos_de_condiciones,
)
from mesa_territorial.textos import numero

_SIN_DATO = "—"
_FUENTES = (
    "GEN y GRES: PNUD y su Oficina de Evaluación Independiente. Niveles de Longwe: OIT. Rango "
    "40/60: ley 21.356. Las preguntas, las medidas propuestas y la regla para pasar de un nivel "
    "GRES al siguiente son de este kit."
)


def estrategia_de_genero(mesa: Mesa, fecha: str) -> Escrito:
    """La estrategia de la Mesa a una ``fecha`` (AAAA-MM-DD), sólo con lo anotado."""
    genero = mesa.genero
    bloques: tuple[Bloque, ...] = (
        *_resultado(genero),
        *_sesiones(genero),
        Titulo("Medidas"),
        *_medidas(mesa),
        Titulo("Diagnóstico por etapa"),
        *(b for e in EtapaDeMesa for b in _etapa(genero, e)),
        *bloques_de_representacion(mesa),
        Titulo("Condiciones para participar"),
        campos_de_condiciones(genero),
        Parrafo(_FUENTES, suave=True),
    )
    return escrito_de_mesa(mesa, "Estrategia de género", bloques, fecha=fecha)


def _resultado(genero: Genero) -> list[Bloque]:
    techo, contraste = techo_gres(genero), contrastar_gen(genero)
    bloques: list[Bloque] = [
        Titulo("Lo planificado y lo logrado"),
        Campos(
            (("GEN, lo que el proyecto se propone", GEN.get(genero.gen or "", "sin declarar")),)
        ),
        Aviso(techo.frase, titulo="GRES, lo que se puede mostrar"),
        Lista(techo.porque) if techo.porque else Parrafo("Nada anotado todavía."),
    ]
    if techo.faltan:
        bloques += [Parrafo("Para el nivel siguiente falta:"), Lista(techo.faltan)]
    dadas = [p.id for p in DE_RESULTADO if _respondida(genero, p.id)]
    if dadas:
        bloques.append(_tabla_de_respuestas(genero, dadas))
    return [*bloques, Parrafo(contraste, suave=True)] if contraste else bloques


def _sesiones(genero: Genero) -> list[Bloque]:
    cuentas = contar_sesiones(genero)
    if not cuentas:
        return [Titulo("Presencia y voz"), Parrafo("Todavía no hay sesiones registradas.")]
    columnas = ("Sesión", "Asisten mujeres", "Minutos", "Turnos", "Índice de voz", "A cargo")
    return [
        Titulo("Presencia y voz"),
        Tabla(
            columnas,
            [_fila_de_sesion(c) for c in cuentas],
            anchos=(1.5, 1.8, 1.3, 1.3, 0.9, 1.1),
            derecha=(4,),
        ),
        Parrafo(
            "Índice de voz: la parte de lo hablado sobre la parte de la asistencia; 1 es hablar en "
            "proporción a la presencia. Con menos de diez casos se dice sólo la cuenta.",
            suave=True,
        ),
    ]


def _fila_de_sesion(c: CuentasDeSesion) -> tuple[str, ...]:
    fecha = f", {fecha_larga(c.sesion.fecha)}" if c.sesion.fecha else ""
    rango = f"; {dicho}" if (dicho := decir_rango(c.asistencia)) else ""
    return (
        f"{c.sesion.nombre}{fecha}",
        f"{decir_cuenta(c.asistencia)}{rango}",
        decir_cuenta(c.minutos),
        decir_cuenta(c.turnos),
        _SIN_DATO if c.voz is None else numero(c.voz, 2),
        decir_cuenta(c.compromisos),
    )


def _medidas(mesa: Mesa) -> list[Bloque]:
    medidas = mesa.genero.medidas.values()
    if not medidas:
        return [Parrafo("Todavía no hay medidas anotadas.")]
    orden = sorted(medidas, key=lambda m: (list(EtapaDeMesa).index(m.etapa), m.fecha or "9"))
    columnas = ("Etapa", "Medida", "Responsable", "Fecha", "Estado", "Longwe")
    filas = [_fila_de_medida(mesa, m) for m in orden]
    return [Tabla(columnas, filas, anchos=(1.6, 2.8, 1.7, 1.2, 1.2, 1.8))]


def _fila_de_medida(mesa: Mesa, m: MedidaDeGenero) -> tuple[str, ...]:
    return (
        ETAPAS[m.etapa],
        f"{m.medida} ({m.evidencia})" if m.evidencia else m.medida,
        decir_responsable(mesa, m) or "falta",
        fecha_larga(m.fecha) if m.fecha else "falta",
        ESTADOS_DE_MEDIDA[m.estado],
        LONGWE[m.longwe].split(" · ")[1] if m.longwe else _SIN_DATO,
    )


def decir_responsable(mesa: Mesa, medida: MedidaDeGenero) -> str:
    """La organización y el rol que responden por la medida; vacío si no hay."""
    nombre = mesa.actores[medida.responsable].nombre if medida.responsable else ""
    return ", ".join(p for p in (nombre, medida.rol.strip()) if p)


def _etapa(genero: Genero, etapa: EtapaDeMesa) -> list[Bloque]:
    ids = [p.id for p in preguntas_de(etapa)]
    dadas = [i for i in ids if _respondida(genero, i)]
    faltan = [TODAS[i] for i in ids if i not in dadas]
    bloques: list[Bloque] = [Titulo(ETAPAS[etapa], nivel=2)]
    if dadas:
        bloques.append(_tabla_de_respuestas(genero, dadas))
    if faltan:
        bloques += [Parrafo("Sin responder todavía:", suave=True), Lista(faltan, suave=True)]
    return bloques


def _tabla_de_respuestas(genero: Genero, ids: list[str]) -> Tabla:
    filas = []
    for id_ in ids:
        dada = genero.respuestas.get(id_)
        respuesta = CONTESTACIONES.get((dada and dada.respuesta) or "", "Sin responder")
        filas.append((TODAS[id_], respuesta, (dada.evidencia if dada else "") or _SIN_DATO))
    return Tabla(("Pregunta", "Respuesta", "Cómo se sabe"), filas, anchos=(3, 1, 2.4))


def _respondida(genero: Genero, id_: str) -> bool:
    dada = genero.respuestas.get(id_)
    return dada is not None and dada.respuesta is not None
