"""La decisión de escala como documento de una o dos páginas (Word o PDF)."""

from collections.abc import Sequence

from mesa_territorial.analisis.escala.decision import Consejo, aconsejar
from mesa_territorial.analisis.escala.lente import CAMPOS, Asiento, Papel, mirar_escala
from mesa_territorial.analisis.escala.niveles import nombrar_niveles, ordenar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.frases import con_mayuscula
from mesa_territorial.dominio.mesa import Mesa
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
    negrita,
)
from mesa_territorial.intercambio.escritos.modelo import Tono
from mesa_territorial.textos import ESTADOS, NIVELES, numero

_POR_DECIDIR = "por decidir"
_METODO = (
    "Cómo se hizo: la compuerta revisa si está quien tiene la competencia y el recurso crítico de "
    "los problemas centrales. Después, suma ponderada de notas de 1 a 5 (Hwang y Yoon 1981); "
    "la sensibilidad mueve cada peso diez puntos y reescala los demás. El nivel de la Mesa es el "
    "más cercano a las familias con 4 o más en alcance y participación (Marshall 2008; el corte es "
    "del kit). La cuenta aconseja; la decisión es del equipo."
)


def decision_de_escala(mesa: Mesa, fecha: str) -> Escrito:
    """La decisión del equipo, las razones de la cuenta y los problemas, a una ``fecha``."""
    consejo = aconsejar(mesa)
    bloques: tuple[Bloque, ...] = (
        *_objetivo(mesa),
        Titulo("Lo que decidió el equipo", 2),
        _decidido(mesa),
        *_compuerta(consejo),
        Titulo("Lo que aconseja la cuenta", 2),
        *_respuesta("Dónde se ancla el objetivo", consejo.objetivo),
        *_respuesta("En qué nivel conviene la Mesa", consejo.mesa),
        *_respuesta("Qué niveles van en el Comité de Coordinación", consejo.comite),
        *_puntajes(consejo.cuenta),
        *_problemas(mesa),
        Parrafo(_METODO, suave=True),
    )
    return escrito_de_mesa(mesa, "Decisión de escala", bloques, fecha=fecha)


def _objetivo(mesa: Mesa) -> list[Bloque]:
    return [Parrafo(("Objetivo de la Mesa: ", mesa.objetivo))] if mesa.objetivo.strip() else []


def _decidido(mesa: Mesa) -> Bloque:
    escala = mesa.escala
    comite = nombrar_niveles(ordenar_niveles(escala.niveles_comite))
    return Campos(
        (
            ("Objetivo anclado en", NIVELES.get(escala.nivel_objetivo or "", _POR_DECIDIR)),
            ("Nivel de la Mesa", NIVELES.get(escala.nivel_mesa or "", _POR_DECIDIR)),
            ("Comité de Coordinación", con_mayuscula(comite) or _POR_DECIDIR),
            ("Por qué", escala.razon),
            ("Fecha", fecha_larga(escala.fecha) if escala.fecha else ""),
            ("Quiénes decidieron", escala.quienes),
        )
    )


def _compuerta(consejo: Consejo) -> list[Bloque]:
    compuerta = consejo.compuerta
    titulo = f"Compuerta en {compuerta.luz}" if compuerta.hallazgos else "Compuerta"
    puntos = [(f"{h.frase} ", negrita("Qué hacer: "), h.que_hacer) for h in compuerta.hallazgos]
    tono: Tono = "error" if consejo.provisorio else "dato"
    aviso = Aviso(compuerta.frase, tono=tono, titulo=titulo)
    return [aviso, Lista(puntos)] if puntos else [aviso]


def _respuesta(titulo: str, respuesta: Respuesta) -> list[Bloque]:
    if not respuesta.niveles:
        return [Parrafo((negrita(f"{titulo}: "), "falta información para aconsejar."))]
    niveles = nombrar_niveles(respuesta.niveles)
    puntos = [
        *respuesta.razones,
        *((negrita("La cambiaría: "), frase) for frase in respuesta.cambiaria),
    ]
    return [Parrafo((negrita(f"{titulo}: "), f"{niveles}.")), Lista(puntos)]


def _puntajes(cuenta: Cuenta | None) -> list[Bloque]:
    if cuenta is None:
        return []
    filas = [
        (
            NIVELES[r.nivel],
            *(_nota(n) for n in cuenta.notas[r.nivel]),
            numero(r.puntaje, 2),
            f"{numero(r.minimo, 2)} a {numero(r.maximo, 2)}",
        )
        for r in cuenta.rangos
    ]
    pesos = [
        f"{c.nombre} ({numero(100 * p, 1)} %)"
        for c, p in zip(cuenta.criterios, cuenta.pesos, strict=True)
    ]
    columnas = ("Nivel", *pesos, "Puntaje", "Con ±10 puntos")
    derecha = range(1, len(columnas))
    return [Tabla(columnas, filas, derecha=tuple(derecha), titulo="Notas y puntajes")]


def _nota(valor: float) -> str:
    return numero(valor, 0 if float(valor).is_integer() else 1)


def _problemas(mesa: Mesa) -> list[Bloque]:
    if not mesa.escala.problemas:
        return []
    filas = [
        (
            f"{p.nombre}{' (central)' if p.central else ''}",
            NIVELES.get(p.nivel_decide or "", "—"),
            *(_quien(mesa, p.id, papel) for papel in CAMPOS),
        )
        for p in sorted(mesa.escala.problemas.values(), key=lambda p: not p.central)
    ]
    columnas = ("Problema", "Se decide en", "Competencia", "Recurso crítico", "Paga")
    return [Tabla(columnas, filas, anchos=(3, 1.6, 2.6, 2.6, 2), titulo="Quién tiene cada llave")]


def _quien(mesa: Mesa, problema: str, papel: Papel) -> str:
    llaves: Sequence[str] = [
        f"{x.nombre} ({_donde(mesa, x.actor, x.asiento)})"
        for x in mirar_escala(mesa).llaves
        if x.problema == problema and x.papel is papel
    ]
    return llaves[0] if llaves else "no se sabe"


def _donde(mesa: Mesa, actor: str, asiento: Asiento) -> str:
    if asiento is Asiento.SIN_MAPA:
        return "no está en el mapa"
    return ESTADOS[mesa.actores[actor].estado].lower()
