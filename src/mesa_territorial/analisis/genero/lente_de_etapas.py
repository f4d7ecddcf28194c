"""Lo que el lente de género calcula desde las sesiones en adelante, y de las medidas anotadas."""

from collections.abc import Iterator

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.genero.cuentas import (
    CuentasDeSesion,
    contar_sesiones,
    decir_cuenta,
    decir_rango,
    sumar,
)
from mesa_territorial.analisis.genero.dicho import alerta, fortaleza
from mesa_territorial.analisis.participacion import Cuenta
from mesa_territorial.dominio.genero_codigos import Contestacion, EstadoDeMedida
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero_catalogos import ETAPAS
from mesa_territorial.textos import numero

VOZ_BAJA = 0.8
_COMPLETE = "Complételo en el tema 6, «Medidas»."
_POR_QUE_VOZ = (
    "Índice de voz: la parte de lo hablado sobre la parte de la asistencia; 1 es hablar en "
    "proporción a la presencia. Este kit avisa bajo 0,8."
)


def leer_sesiones(mesa: Mesa) -> Iterator[Dicho]:
    """Presencia y voz de la última sesión contada, cada una por su lado."""
    cuentas = [c for c in contar_sesiones(mesa.genero) if c.asistencia is not None]
    if not cuentas:
        yield alerta(
            "Ninguna sesión tiene contada su asistencia por grupo.",
            "Registre la próxima: sólo números, con «otra / no declara».",
        )
        return
    ultima = cuentas[-1]
    yield _presencia(ultima)
    yield _voz(ultima)


def _presencia(c: CuentasDeSesion) -> Dicho:
    texto = (
        f"{c.sesion.nombre}: {decir_cuenta(c.asistencia)} asistentes son mujeres"
        f"{', ' + rango if (rango := decir_rango(c.asistencia)) else ''}."
    )
    por_que = "Esto es presencia; no dice quién habló ni quién decidió."
    if c.en_rango is False:
        return alerta(texto, "Revise horario, cuidados y lugar antes de insistir.", por_que=por_que)
    return Dicho(texto=texto, por_que=por_que)


def _voz(c: CuentasDeSesion) -> Dicho:
    if c.voz is None:
        return alerta(
            f"{c.sesion.nombre}: no se sabe cuánto hablaron las mujeres.",
            "Lleve el cronómetro de palabra en la próxima sesión, o cuente los turnos.",
        )
    medido = "turnos" if c.voz_minutos is None else "minutos"
    hablado = decir_cuenta(c.turnos if c.voz_minutos is None else c.minutos)
    texto = f"{c.sesion.nombre}: índice de voz {numero(c.voz, 2)}; {medido}: {hablado}."
    if c.voz < VOZ_BAJA:
        que_hacer = "Pruebe una ronda antes del debate y dé primero la palabra a quien no habló."
        return alerta(texto, que_hacer, por_que=_POR_QUE_VOZ)
    return Dicho(texto=texto, por_que=_POR_QUE_VOZ)


def leer_compromisos(mesa: Mesa) -> Iterator[Dicho]:
    """Quiénes quedan a cargo de los compromisos y de los liderazgos, en todas las sesiones."""
    sesiones = mesa.genero.sesiones.values()
    contados = [(q, sumar(sesiones, q)) for q in ("compromisos", "liderazgos")]
    if all(cuenta is None for _, cuenta in contados):
        yield alerta(
            "No se ha contado quiénes quedan a cargo de los compromisos.",
            "Al cerrar cada acta, cuéntelo por grupo en el registro de la sesión.",
        )
    for que, cuenta in contados:
        if cuenta is not None and cuenta.total:
            yield from _a_cargo(mesa, que, cuenta)


def _a_cargo(mesa: Mesa, que: str, cuenta: Cuenta) -> Iterator[Dicho]:
    texto = (
        f"{que.capitalize()} a cargo de mujeres: {decir_cuenta(cuenta)}{_compartidos(mesa, que)}."
    )
    parte, asistencia = cuenta.parte or 0, sumar(mesa.genero.sesiones.values(), "asistentes")
    esta = asistencia.parte if asistencia is not None else None
    if esta and cuenta.se_muestra_en_porcentaje and parte < esta * VOZ_BAJA:
        yield alerta(
            texto,
            "Ofrezca el próximo a una organización liderada por mujeres, con apoyo.",
            por_que=f"Entre quienes asisten, las mujeres son {decir_cuenta(asistencia)}.",
        )
    else:
        yield Dicho(texto=texto)


def _compartidos(mesa: Mesa, que: str) -> str:
    conteos = [c for s in mesa.genero.sesiones.values() if (c := s.contado(que)) is not None]
    otra = sum(c.otra for c in conteos)
    return f", y {numero(otra)} compartidos o sin declarar" if otra else ""


def leer_cartera(mesa: Mesa) -> Iterator[Dicho]:
    """Si los proyectos parten de necesidades levantadas también con mujeres por separado."""
    respuestas = mesa.genero.respuestas
    for id_, que in (
        ("necesidades", "parten de necesidades levantadas también con mujeres por separado"),
        ("beneficio", "dicen a quiénes benefician y quiénes deciden su gasto"),
    ):
        respuesta = respuestas.get(id_)
        if respuesta is None or respuesta.respuesta is None:
            yield Dicho(
                texto=f"Falta responder si los proyectos {que}.",
                que_hacer="Respóndalo en el tema 6, «Diagnóstico», etapa Cartera.",
            )
        elif respuesta.respuesta is not Contestacion.SI:
            yield alerta(
                f"Todavía no se puede decir que los proyectos {que}.",
                "Tome la medida que propone el tema 6.",
            )


def leer_seguimiento(mesa: Mesa) -> Iterator[Dicho]:
    """Si hay con qué mostrar un cambio en el tiempo."""
    voces = [c.voz for c in contar_sesiones(mesa.genero) if c.voz is not None]
    cuantas = len(voces)
    if cuantas < 2:
        yield alerta(
            f"Con {cuantas} {'sesión' if cuantas == 1 else 'sesiones'} de voz medida no hay cambio "
            "que mostrar.",
            "Mida dos sesiones parecidas y compárelas.",
        )
    else:
        serie = " → ".join(numero(v, 2) for v in voces)
        yield fortaleza(f"Voz medida en {cuantas} sesiones: {serie}.", por_que=_POR_QUE_VOZ)


def leer_medidas(mesa: Mesa, etapa: str) -> Iterator[Dicho]:
    """En qué van las medidas de la etapa; sin ninguna, lo dice."""
    nombre = ETAPAS[etapa].lower()
    medidas = [m for m in mesa.genero.medidas.values() if m.etapa == etapa]
    if not medidas:
        yield Dicho(
            texto=f"{nombre.capitalize()}: no hay ninguna medida de género.",
            que_hacer="El diagnóstico del tema 6 propone una por cada pregunta sin resolver.",
        )
        return
    cumplidas = [m for m in medidas if m.estado is EstadoDeMedida.CUMPLIDA]
    abiertas = [m for m in medidas if m not in cumplidas]
    cuenta = f"{len(cumplidas)} de {len(medidas)}"
    yield Dicho(texto=f"Medidas de género en {nombre}: {cuenta} cumplidas.")
    if sin_dueno := sum(not (m.tiene_dueno and m.fecha) for m in abiertas):
        frase = contar(sin_dueno, "Una medida abierta", "medidas abiertas")
        yield alerta(f"{frase} en {nombre}, sin responsable o sin fecha.", _COMPLETE)
    if mudas := sum(not m.acredita for m in cumplidas):
        frase = contar(mudas, "Una medida cumplida", "medidas cumplidas")
        yield alerta(f"{frase} en {nombre}, sin decir cómo se sabe.", _COMPLETE)
