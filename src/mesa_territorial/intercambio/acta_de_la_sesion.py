"""Del acta: la sesión, quiénes vinieron, la tabla, los acuerdos y los compromisos."""

from collections.abc import Iterator

from mesa_territorial.analisis.instalacion import integrantes
from mesa_territorial.dominio.actores import Actor
from mesa_territorial.dominio.instalacion_codigos import Asistencia, RolDeMesa
from mesa_territorial.dominio.instalacion_fichas import AcuerdoDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.esquemas.instalacion_textos import (
    ASISTENCIAS,
    CALIDADES,
    MODALIDADES,
    REGLAS,
)
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Campos,
    Lista,
    Parrafo,
    Tabla,
    Texto,
    negrita,
)
from mesa_territorial.textos import SECTORES, numero

NO_HAY = "No se anotaron."
SIN_ACTA_ANTERIOR = "No hay acta anterior ni compromisos por revisar: es la primera sesión."
POR_HACER = "Por hacer"
_NO_VINIERON = ((Asistencia.SE_EXCUSA, "Excusas"), (Asistencia.NO_ASISTE, "Inasistencias"))


def datos(mesa: Mesa) -> Iterator[Bloque]:
    """Cuándo, dónde y quién la condujo."""
    i = mesa.instalacion
    yield Campos(
        (
            ("Sesión y tipo", "N.º 1, de instalación (constitutiva)"),
            ("Fecha", fecha_larga(i.fecha) if i.fecha else ""),
            ("Hora de inicio", i.hora_inicio),
            ("Hora de término", i.hora_termino),
            ("Modalidad", MODALIDADES[i.modalidad] if i.modalidad else ""),
            ("Lugar o enlace", i.lugar),
            ("Preside", quien_tiene(mesa, RolDeMesa.PRESIDE)),
            ("Secretaría y fe de lo acordado", quien_tiene(mesa, RolDeMesa.SECRETARIA)),
            ("Modera", quien_tiene(mesa, RolDeMesa.MODERA)),
            ("Acta anterior", SIN_ACTA_ANTERIOR),
        )
    )


def quien_tiene(mesa: Mesa, rol: RolDeMesa) -> str:
    """Los nombres de los actores con ese rol; vacío si nadie."""
    nombres = (nombre_de(mesa, r.actor) for r in mesa.instalacion.con_rol(rol))
    return "; ".join(dict.fromkeys(nombres))


def nombre_de(mesa: Mesa, id_actor: str) -> str:
    """El nombre del actor, o vacío."""
    return mesa.actores[id_actor].nombre if id_actor else ""


def asistencia(mesa: Mesa) -> Iterator[Bloque]:
    """Los integrantes con su asistencia, y las excusas e inasistencias."""
    quienes = integrantes(mesa)
    if not quienes:
        yield Parrafo("Todavía nadie integra la Mesa.")
        return
    yield Tabla(
        ("Organización", "Sector", "Asistencia", "En calidad de"),
        [_fila_de_asistencia(mesa, a) for a in quienes],
        anchos=(5, 3, 2, 2),
        titulo=f"{numero(len(quienes))} integrantes",
        nota="El nombre y el género de quien representa se escriben en la hoja de firmas.",
    )
    for cual, titulo in (
        (Asistencia.SE_EXCUSA, "Excusas"),
        (Asistencia.NO_ASISTE, "Inasistencias"),
    ):
        nombres = [a.nombre for a in quienes if _asistencia_de(mesa, a) is cual]
        yield Parrafo((negrita(f"{titulo}: "), "; ".join(nombres) or "ninguna anotada", "."))


def _asistencia_de(mesa: Mesa, actor: Actor) -> Asistencia | None:
    dicho = mesa.instalacion.declaraciones.get(actor.id)
    return dicho.asistencia if dicho else None


def _fila_de_asistencia(mesa: Mesa, actor: Actor) -> tuple[str, ...]:
    dicho = mesa.instalacion.declaraciones.get(actor.id)
    vino = ASISTENCIAS[dicho.asistencia] if dicho and dicho.asistencia else ""
    calidad = CALIDADES[dicho.calidad] if dicho and dicho.calidad else ""
    return actor.nombre, SECTORES[actor.sector], vino, calidad


def tabla(mesa: Mesa) -> Iterator[Bloque]:
    """Los puntos tratados con la síntesis de cada uno; sin síntesis queda la raya."""
    puntos = list(mesa.instalacion.tabla.values())
    if not puntos:
        yield Parrafo(NO_HAY)
        return
    yield Campos([(f"{n}. {p.asunto}", p.sintesis) for n, p in enumerate(puntos, start=1)])


def acuerdos(mesa: Mesa) -> Iterator[Bloque]:
    """Los acuerdos numerados: cómo se tomaron, con cuántos votos y quién disintió."""
    todos = list(mesa.instalacion.acuerdos.values())
    if not todos:
        yield Parrafo(NO_HAY)
        return
    yield Lista([_acuerdo(a) for a in todos], numerada=True)


def _acuerdo(acuerdo: AcuerdoDeMesa) -> Texto:
    como = [f"Se tomó por {REGLAS[acuerdo.regla].split(':')[0].lower()}."] if acuerdo.regla else []
    votos = (
        ("a favor", acuerdo.a_favor),
        ("en contra", acuerdo.en_contra),
        ("abstenciones", acuerdo.se_abstienen),
    )
    contados = ", ".join(f"{numero(n)} {que}" for que, n in votos if n is not None)
    if contados:
        como.append(f"Votos: {contados}.")
    disenso = acuerdo.disenso.strip() or "no se anotaron"
    return (negrita(acuerdo.texto), "\n", " ".join([*como, f"Disensos: {disenso.rstrip('.')}."]))


def compromisos(mesa: Mesa) -> Iterator[Bloque]:
    """Una fila por compromiso, con quién responde, el plazo y cómo se sabrá que se hizo."""
    todos = list(mesa.instalacion.compromisos.values())
    if not todos:
        yield Parrafo(NO_HAY)
        return
    yield Tabla(
        ("N.º", "Tarea", "Responsable", "Plazo", "Medio de verificación", "Estado"),
        [
            (
                str(n),
                c.tarea,
                "\n".join(t for t in (nombre_de(mesa, c.responsable), c.cargo) if t),
                fecha_larga(c.plazo) if c.plazo else "",
                c.verificador,
                POR_HACER,
            )
            for n, c in enumerate(todos, start=1)
        ],
        anchos=(1, 4, 4, 2.4, 3.6, 1.8),
        nota="El nombre de la persona responsable se escribe a mano junto a su organización.",
    )
