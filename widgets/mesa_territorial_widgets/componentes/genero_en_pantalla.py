"""Lo que la estrategia de género dice en pantalla: razones, avisos por ficha y sugerencias."""

from collections.abc import Iterator
from datetime import date

from mesa_territorial.analisis.genero import (
    CuentasDeSesion,
    contar_sesiones,
    contrastar_gen,
    decir_cuenta,
    decir_rango,
    mirar_con_lente,
    techo_gres,
)
from mesa_territorial.analisis.genero.preguntas import PREGUNTAS
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.genero import Genero, MedidaDeGenero
from mesa_territorial.dominio.genero_codigos import Contestacion, EstadoDeMedida, EtapaDeMesa, Gres
from mesa_territorial.dominio.genero_sesion import CONTADOS, RegistroDeSesion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero_catalogos import CONTADOS as ROTULOS
from mesa_territorial.esquemas.genero_catalogos import ETAPAS, GRES, LONGWE
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.fichero import Dicho, Sugerencia
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase, Tono

_NOTA_DE_VOZ = (
    "Voz: la parte de lo hablado sobre la parte de la asistencia; 1 es hablar en proporción a la "
    "presencia. Con menos de diez casos se dice sólo la cuenta."
)


def leer_estrategia(mesa: Mesa) -> list[Bloque]:
    """Los bloques que acompañan a la herramienta: resultado, presencia y voz, medidas."""
    return [_resultado(mesa.genero), _voces(mesa.genero), _medidas(mesa.genero)]


def _resultado(genero: Genero) -> Bloque:
    techo = techo_gres(genero)
    razones = [Frase(texto=p) for p in techo.porque]
    if techo.faltan:
        hasta = f"Para «{GRES[techo.siguiente].lower()}» falta" if techo.siguiente else "Falta"
        razones += [Frase(texto=f"{hasta}: {f}.", tono="alerta") for f in techo.faltan]
    if contraste := contrastar_gen(genero):
        razones.append(Frase(texto=contraste))
    tono: Tono = "alerta" if techo.nivel in (None, Gres.NEGATIVO, Gres.CIEGO) else "dato"
    return Bloque(
        titulo="Lo que se puede mostrar (GRES)",
        veredicto=techo.frase,
        tono=tono,
        frases=tuple(razones),
    )


def _voces(genero: Genero) -> Bloque:
    cuentas = contar_sesiones(genero)
    if not cuentas:
        falta = Frase(
            texto="Todavía no hay sesiones registradas.",
            tono="alerta",
            que_hacer="Abra «Palabra» y lleve el cronómetro en la próxima.",
        )
        return Bloque(titulo="Presencia y voz", frases=(falta,))
    columnas = ("Sesión", "Asisten mujeres", "Palabra", "Voz")
    filas = tuple(_fila(c) for c in cuentas)
    return Bloque(
        titulo="Presencia y voz", cuadro=Cuadro(columnas=columnas, filas=filas), nota=_NOTA_DE_VOZ
    )


def _fila(c: CuentasDeSesion) -> tuple[str, ...]:
    palabra = f"{decir_cuenta(c.minutos)} min" if c.minutos else f"{decir_cuenta(c.turnos)} turnos"
    hubo = c.minutos or c.turnos
    return (
        c.sesion.nombre,
        decir_cuenta(c.asistencia),
        palabra if hubo else "sin medir",
        "—" if c.voz is None else numero(c.voz, 2),
    )


def _medidas(genero: Genero) -> Bloque:
    medidas = list(genero.medidas.values())
    cumplidas = [m for m in medidas if m.estado is EstadoDeMedida.CUMPLIDA]
    con_nivel = [m.longwe for m in cumplidas if m.longwe]
    frases = []
    if con_nivel:
        alto = max(con_nivel, key=list(LONGWE).index)
        frases.append(Frase(texto=f"Lo cumplido llega hasta «{LONGWE[alto]}» de Longwe."))
    sin_dueno = sum(not m.tiene_dueno for m in medidas)
    if sin_dueno:
        frases.append(
            Frase(texto=f"Medidas sin responsable: {sin_dueno}.", tono="alerta",
                  que_hacer="Ponga una organización o un rol.")
        )  # fmt: skip
    veredicto = f"{len(cumplidas)} de {len(medidas)} cumplidas." if medidas else "Ninguna todavía."
    return Bloque(titulo="Medidas", veredicto=veredicto, frases=tuple(frases))


def decir_por_etapa(mesa: Mesa) -> dict[str, list[dict[str, str]]]:
    """Lo que el lente calcula de cada etapa, para ponerlo junto a sus preguntas."""
    return {
        e: [
            {"texto": d.texto, "tono": str(d.tono), "que_hacer": d.que_hacer}
            for d in mirar_con_lente(mesa, e).dichos
        ]
        for e in EtapaDeMesa
    }


def decir_de_medidas(genero: Genero, hoy: date) -> dict[str, list[Dicho]]:
    """Lo que le falta a cada medida."""
    return {i: list(_de_medida(m, hoy)) for i, m in genero.medidas.items()}


def _de_medida(m: MedidaDeGenero, hoy: date) -> Iterator[Dicho]:
    cumplida = m.estado is EstadoDeMedida.CUMPLIDA
    if not m.tiene_dueno:
        yield Dicho(texto="Nadie responde por ella.", tono="alerta")
    if cumplida and not m.acredita:
        yield Dicho(texto="Falta decir cómo se sabe: así no acredita.", tono="alerta")
    if not cumplida and not m.fecha:
        yield Dicho(texto="No tiene fecha.", tono="alerta")
    if not cumplida and m.fecha and date.fromisoformat(m.fecha) < hoy:
        yield Dicho(texto="Su fecha ya pasó.", tono="alerta")


def decir_de_sesiones(genero: Genero) -> dict[str, list[Dicho]]:
    """Presencia y voz de cada sesión, y lo que quedó contado a medias."""
    return {c.sesion.id: list(_de_sesion(c)) for c in contar_sesiones(genero)}


def _de_sesion(c: CuentasDeSesion) -> Iterator[Dicho]:
    for que in CONTADOS:
        if _va_a_medias(c.sesion, que):
            falta = f"{ROTULOS[que]}: falta el número de mujeres o el de hombres."
            yield Dicho(texto=falta, tono="alerta")
    if c.asistencia is not None and c.asistencia.total:
        texto = f"Asisten mujeres: {decir_cuenta(c.asistencia)}, {decir_rango(c.asistencia)}."
        yield Dicho(texto=texto, tono="dato" if c.en_rango else "alerta")
    if c.voz is not None:
        yield Dicho(texto=f"Índice de voz: {numero(c.voz, 2)}.", tono="dato")
    if c.minutos_por_mujer is not None and c.minutos_por_hombre is not None:
        mujer, hombre = numero(c.minutos_por_mujer, 1), numero(c.minutos_por_hombre, 1)
        texto = f"Minutos por persona: {mujer} las mujeres y {hombre} los hombres."
        yield Dicho(texto=texto, tono="dato")


def _va_a_medias(sesion: RegistroDeSesion, que: str) -> bool:
    dados = [getattr(sesion, f"{que}_{g}") is not None for g in ("mujeres", "hombres", "otra")]
    return any(dados) and not (dados[0] and dados[1])


def sugerir_medidas(genero: Genero) -> list[Sugerencia]:
    """La medida de cada pregunta sin un «sí»; sin diagnóstico todavía, todas."""
    puestas = {m.medida.strip().casefold() for m in genero.medidas.values()}
    dadas = {i: r.respuesta for i, r in genero.respuestas.items() if r.respuesta}
    return [
        Sugerencia(
            rotulo=p.medida,
            campos={"medida": p.medida, "etapa": str(p.etapa), "longwe": str(p.longwe)},
            dice=f"{ETAPAS[p.etapa]} · {p.texto}",
        )
        for p in PREGUNTAS
        if p.medida.casefold() not in puestas
        and (not dadas or (p.id in dadas and dadas[p.id] is not Contestacion.SI))
    ]


def decir_de_representaciones(genero: Genero) -> dict[str, list[Dicho]]:
    """A qué organizaciones sigue el lente en los demás temas."""
    sigue = Dicho(texto="Liderada por mujeres: el lente la sigue en cada tema.", tono="fortaleza")
    notas = genero.representaciones.items()
    return {i: [sigue] for i, r in notas if r.es_liderada_por_mujeres}


def primero_las_comunitarias(mesa: Mesa) -> list[str]:
    """Los ids de actores, primero los de la sociedad civil."""
    actores = mesa.actores.values()
    return [a.id for a in sorted(actores, key=lambda a: a.sector is not Sector.SOCIEDAD_CIVIL)]
