"""Las preguntas del diagnóstico, por etapa, y las que acreditan resultados.

Cada pregunta trae la medida que propone cuando la respuesta no es un «sí». Que se promueva la
participación de mujeres desde cada organización, y que el enfoque esté en el mapa y en las
sesiones, consta en el informe PNUD–FOSIS 2020; el resto es propuesta de este kit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mesa_territorial.dominio.genero_codigos import EtapaDeMesa, Gres, NivelLongwe


@dataclass(frozen=True, slots=True, kw_only=True)
class Pregunta:
    """Una pregunta del diagnóstico y la medida que propone."""

    id: str
    etapa: EtapaDeMesa
    texto: str
    medida: str
    longwe: NivelLongwe


@dataclass(frozen=True, slots=True, kw_only=True)
class PreguntaDeResultado:
    """Una pregunta cuyo «sí», con prueba escrita, acredita un nivel GRES; ``falta`` la dice corta.

    La de nivel negativo es al revés: un «sí» o un «en parte» es un daño por reparar.
    """

    id: str
    nivel: Gres
    texto: str
    falta: str


def _p(id_: str, etapa: EtapaDeMesa, texto: str, medida: str, longwe: NivelLongwe) -> Pregunta:
    return Pregunta(id=id_, etapa=etapa, texto=texto, medida=medida, longwe=longwe)


_E, _L = EtapaDeMesa, NivelLongwe
PREGUNTAS: tuple[Pregunta, ...] = (
    _p(
        "organizaciones", _E.MAPEO,
        "¿El mapa tiene a las organizaciones de mujeres y de cuidados, aunque no tengan "
        "personalidad jurídica?",
        "Buscar y anotar en el mapa a las organizaciones de mujeres y de cuidados del territorio",
        _L.ACCESO,
    ),
    _p(
        "representa", _E.MAPEO,
        "¿Se sabe a quiénes representa cada organización y quiénes hablan por ella?",
        "Anotar, organización por organización, a quiénes representa y quiénes hablan por ella",
        _L.CONCIENTIZACION,
    ),
    _p(
        "notas", _E.MAPEO,
        "¿Mujeres y hombres anotaron las influencias por separado antes de compararlas?",
        "Pedir las notas de influencia por separado a mujeres y a hombres, y comparar",
        _L.CONCIENTIZACION,
    ),
    _p(
        "al_menos_una", _E.CONVOCATORIA,
        "¿La invitación pide a cada organización integrar a mujeres en su representación?",
        "Pedir en la invitación que cada organización integre a mujeres en su representación",
        _L.PARTICIPACION,
    ),
    _p(
        "horario", _E.CONVOCATORIA,
        "¿El día, la hora y la modalidad se acordaron con quienes cuidan?",
        "Preguntar a quienes cuidan qué día, hora y modalidad les sirve, y fijar el horario así",
        _L.ACCESO,
    ),
    _p(
        "cuidados", _E.CONVOCATORIA,
        "¿La invitación ofrece cuidado infantil, movilización y un lugar seguro?",
        "Ofrecer cuidado infantil y movilización, y decirlo en la invitación",
        _L.ACCESO,
    ),
    _p(
        "reglas", _E.INSTALACION,
        "¿Las reglas de palabra quedaron escritas en el acta de constitución?",
        "Acordar las reglas de palabra y escribirlas en el acta de constitución",
        _L.PARTICIPACION,
    ),
    _p(
        "comite", _E.INSTALACION,
        "¿Hay mujeres con decisión en el Comité de Coordinación, y se sabe cuántas?",
        "Integrar el Comité de Coordinación con paridad y anotar cuántas mujeres lo componen",
        _L.CONTROL,
    ),
    _p(
        "decision", _E.INSTALACION,
        "¿Se acordó cómo se decide y se revisó a quién deja en silencio esa regla?",
        "Acordar la regla de decisión después de revisar a quién deja en silencio",
        _L.CONTROL,
    ),
    _p(
        "registro", _E.SESIONES,
        "¿Cada sesión registra asistentes, minutos y turnos por grupo, sólo en números?",
        "Registrar en cada sesión asistentes, minutos y turnos por grupo, sólo en números",
        _L.CONCIENTIZACION,
    ),
    _p(
        "moderacion", _E.SESIONES,
        "¿Rotan la moderación y las vocerías entre mujeres y hombres?",
        "Rotar la moderación y las vocerías entre mujeres y hombres",
        _L.PARTICIPACION,
    ),
    _p(
        "trato", _E.SESIONES,
        "¿Hay una forma acordada de detener interrupciones y malos tratos?",
        "Acordar cómo se detienen las interrupciones y los malos tratos, y a quién se avisa",
        _L.PARTICIPACION,
    ),
    _p(
        "cargo", _E.COMPROMISOS,
        "¿Se mira quiénes quedan a cargo de cada compromiso, y no sólo quiénes asisten?",
        "Revisar en cada acta quiénes quedan a cargo de los compromisos y equilibrarlo",
        _L.CONTROL,
    ),
    _p(
        "servicio", _E.COMPROMISOS,
        "¿Se reparten las tareas de servicio: acta, café, orden de la sala, llamadas?",
        "Sortear o rotar las tareas de servicio de cada sesión",
        _L.CONCIENTIZACION,
    ),
    _p(
        "necesidades", _E.CARTERA,
        "¿Los proyectos parten de necesidades levantadas también con mujeres por separado?",
        "Levantar por separado con mujeres las necesidades que dan origen a los proyectos",
        _L.BIENESTAR,
    ),
    _p(
        "beneficio", _E.CARTERA,
        "¿Cada proyecto dice a quiénes beneficia y quiénes deciden sobre sus recursos?",
        "Escribir en la ficha de cada proyecto a quiénes beneficia y quiénes deciden su gasto",
        _L.CONTROL,
    ),
    _p(
        "indicadores", _E.SEGUIMIENTO,
        "¿El informe de la Mesa muestra asistencia, voz y liderazgos en el tiempo?",
        "Incluir en el informe anual la asistencia, la voz y los liderazgos en el tiempo",
        _L.CONCIENTIZACION,
    ),
    _p(
        "traspaso", _E.SEGUIMIENTO,
        "¿Quien reciba la Mesa recibe también estas medidas, con responsable?",
        "Incluir las medidas de género, con responsable, en el acuerdo de traspaso",
        _L.CONTROL,
    ),
)  # fmt: skip

DE_RESULTADO: tuple[PreguntaDeResultado, ...] = (
    PreguntaDeResultado(
        id="gres_dano", nivel=Gres.NEGATIVO,
        texto="¿Alguna decisión de la Mesa agravó una desigualdad o reforzó una norma que limita?",
        falta="reparar el daño anotado",
    ),
    PreguntaDeResultado(
        id="gres_necesidades", nivel=Gres.RESPONSIVO,
        texto="¿La Mesa resolvió alguna necesidad que las mujeres plantearon como propia?",
        falta="una necesidad planteada por mujeres que la Mesa haya resuelto",
    ),
    PreguntaDeResultado(
        id="gres_beneficios", nivel=Gres.RESPONSIVO,
        texto="¿Los beneficios, recursos o cupos que consiguió la Mesa se repartieron con equidad?",
        falta="el reparto equitativo de un beneficio, recurso o cupo",
    ),
    PreguntaDeResultado(
        id="gres_normas", nivel=Gres.TRANSFORMADOR,
        texto="¿Cambió una norma o una costumbre que limitaba a las mujeres, dentro o fuera de la "
        "Mesa?",
        falta="una norma o costumbre que haya cambiado",
    ),
    PreguntaDeResultado(
        id="gres_poder", nivel=Gres.TRANSFORMADOR,
        texto="¿Cambió quién decide (coordinación, vocería, recursos) y se sostuvo más de una "
        "sesión?",
        falta="un cambio sostenido en quién decide",
    ),
    PreguntaDeResultado(
        id="gres_raices", nivel=Gres.TRANSFORMADOR,
        texto="¿Se trabajó una causa de fondo, como el reparto de los cuidados o de la propiedad?",
        falta="una causa de fondo trabajada, con su resultado",
    ),
)  # fmt: skip

TODAS: Mapping[str, str] = {p.id: p.texto for p in PREGUNTAS} | {
    p.id: p.texto for p in DE_RESULTADO
}
"""El texto de cada pregunta, por id."""


def preguntas_de(etapa: EtapaDeMesa) -> tuple[Pregunta, ...]:
    """Las preguntas del diagnóstico de una etapa."""
    return tuple(p for p in PREGUNTAS if p.etapa is etapa)
