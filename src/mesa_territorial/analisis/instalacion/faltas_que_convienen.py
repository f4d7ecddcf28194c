"""Lo que conviene tener y no impide firmar: tipo, escala, reglas, probidad y género."""

from collections.abc import Callable

from mesa_territorial.analisis.coalicion import tipo_de_la_mesa
from mesa_territorial.analisis.instalacion.falta import Revision, sin_rol
from mesa_territorial.analisis.instalacion.probidad import sin_declarar, sin_resguardo
from mesa_territorial.analisis.instalacion.sala import sesion_de_instalacion
from mesa_territorial.dominio.instalacion_codigos import RolDeMesa
from mesa_territorial.dominio.mesa import Mesa


def _preside_y_modera(mesa: Mesa) -> bool:
    presiden, moderan = (
        {r.actor for r in mesa.instalacion.con_rol(rol)}
        for rol in (RolDeMesa.PRESIDE, RolDeMesa.MODERA)
    )
    return bool(presiden & moderan)


def _turnos_sin_contar(mesa: Mesa) -> bool:
    sesion = sesion_de_instalacion(mesa)
    return not sesion or not (sesion.contado("turnos") or sesion.contado("minutos"))


def _sin_contar(que: str) -> Callable[[Mesa], bool]:
    def falta(mesa: Mesa) -> bool:
        sesion = sesion_de_instalacion(mesa)
        return sesion is None or sesion.contado(que) is None

    return falta


_TEMA_6 = "Se anota en el tema 6, en una sesión con la misma fecha."
QUE_CONVIENEN = (
    Revision(
        "tipo",
        lambda m: tipo_de_la_mesa(m).tipo is None,
        "El tipo de Mesa",
        "Se decide en el tema 1.",
        "acta",
    ),
    Revision(
        "escala",
        lambda m: not m.escala.esta_decidida,
        "El nivel del objetivo y el de la Mesa",
        "Se deciden en el tema 2.",
        "acta",
    ),
    Revision(
        "modera",
        sin_rol(RolDeMesa.MODERA),
        "Quién modera",
        "Agregue el rol; mejor si no es quien preside.",
        "roles",
    ),
    Revision(
        "preside_y_modera",
        _preside_y_modera,
        "Quien preside también modera",
        "Quien más necesita la palabra no debería repartirla: cambie uno de los dos.",
        "roles",
    ),
    Revision(
        "reglas",
        lambda m: not m.instalacion.reglas,
        "Las reglas del juego",
        "Agregue dos o tres que se puedan comprobar.",
        "reglas",
    ),
    Revision(
        "declaraciones",
        lambda m: bool(sin_declarar(m)),
        "Declaraciones de intereses de algunos integrantes",
        "El acta dirá quiénes no han declarado.",
        "declaraciones",
    ),
    Revision(
        "resguardos",
        lambda m: bool(sin_resguardo(m)),
        "Resguardos para conflictos declarados",
        "Acuérdelos antes de tratar el punto.",
        "declaraciones",
    ),
    Revision(
        "publicidad",
        lambda m: m.instalacion.publicidad is None,
        "Quién puede leer el acta",
        "Acuerde qué es público y qué queda en reserva.",
        "sesion",
    ),
    Revision(
        "genero_asistentes",
        _sin_contar("asistentes"),
        "Cuántas mujeres, hombres y otras personas asistieron",
        _TEMA_6,
        "genero",
    ),
    Revision(
        "genero_palabra",
        _turnos_sin_contar,
        "Cuántos turnos o minutos habló cada grupo",
        _TEMA_6,
        "genero",
    ),
    Revision(
        "genero_compromisos",
        _sin_contar("compromisos"),
        "Cuántos compromisos quedaron a cargo de mujeres",
        _TEMA_6,
        "genero",
    ),
    Revision(
        "genero_cuidado",
        lambda m: not (m.genero.horario.strip() and m.genero.cuidados),
        "El horario acordado y si hubo cuidado infantil",
        "Se anota en el tema 6, en las condiciones para participar.",
        "genero",
    ),
)
