"""La decisión de escala como documento de una o dos páginas (Word o PDF)."""

from collections.abc import Sequence

from mesa_territorial.analisis.criterios.suma import PUNTOS
from mesa_territorial.analisis.escala.decision import Consejo, aconsejar
from mesa_territorial.analisis.escala.lente import (
    CAMPOS,
    Asiento,
    Papel,
    centrales,
    decir_estado,
    mirar_escala,
    nivel_de_decision,
)
from mesa_territorial.analisis.escala.niveles import nombrar_niveles, ordenar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta
from mesa_territorial.analisis.escala.respuesta import Respuesta
from mesa_territorial.analisis.frases import con_mayuscula, contar
from mesa_territorial.dominio.escala import ProblemaDelTerritorio
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
from mesa_territorial.textos import NIVELES, numero

_POR_DECIDIR = "por decidir"
_METODO = (
    "Método: suma ponderada de notas de 1 a 5 (Hwang y Yoon 1981), moviendo cada peso diez puntos; "
    "nivel de la Mesa por subsidiariedad (Marshall 2008; el corte es del kit)."
)


def decision_de_escala(mesa: Mesa, fecha: str) -> Escrito:
    """La decisión del equipo, las razones de la cuenta y los problemas, a una ``fecha``."""
    consejo = aconsejar(mesa)
    bloques: tuple[Bloque, ...] = (
        *_objetivo(mesa),
        Titulo("Lo que decidió el equipo", 2),
        _decidido(mesa),
        *_compuerta(consejo),
        *_problemas(mesa),
        Titulo("Lo que aconseja la cuenta", 2),
        *_aconsejado(consejo),
    )
    return escrito_de_mesa(mesa, "Decisión de escala", bloques, fecha=fecha)


def _aconsejado(consejo: Consejo) -> list[Bloque]:
    return [
        *_respuesta("Dónde se ancla el objetivo", consejo.objetivo),
        *_respuesta("En qué nivel conviene la Mesa", consejo.mesa),
        *_respuesta("Qué niveles van en el Comité de Coordinación", consejo.comite),
        *_puntajes(consejo.cuenta),
        Parrafo(_METODO, suave=True),
    ]


def _objetivo(mesa: Mesa) -> list[Bloque]:
    return [Parrafo(("Objetivo de la Mesa: ", mesa.objetivo))] if mesa.objetivo.strip() else []


def _decidido(mesa: Mesa) -> Bloque:
    escala = mesa.escala
    comite = nombrar_niveles(ordenar_niveles(escala.niveles_comite))
    campos = (
        ("Objetivo anclado en", NIVELES.get(escala.nivel_objetivo or "", _POR_DECIDIR)),
        ("Nivel de la Mesa", NIVELES.get(escala.nivel_mesa or "", _POR_DECIDIR)),
        ("Comité de Coordinación", con_mayuscula(comite) or _POR_DECIDIR),
        ("Por qué", escala.razon),
        ("Fecha", fecha_larga(escala.fecha) if escala.fecha else ""),
        ("Quiénes decidieron", escala.quienes),
    )
    return Campos(campos)


def _compuerta(consejo: Consejo) -> list[Bloque]:
    compuerta = consejo.compuerta
    titulo = f"Compuerta en {compuerta.luz}" if compuerta.hallazgos else "Compuerta"
    puntos = [
        (f"{h.frase} ", negrita("Qué hacer: "), h.que_hacer) for h in compuerta.hallazgos if h.grave
    ]
    tono: Tono = "error" if consejo.provisorio else "dato"
    aviso = Aviso(compuerta.frase, tono=tono, titulo=titulo)
    return [aviso, Lista(puntos)] if puntos else [aviso]


def _respuesta(titulo: str, respuesta: Respuesta) -> list[Bloque]:
    if not respuesta.niveles:
        return [Parrafo((negrita(f"{titulo}: "), "falta información para aconsejar."))]
    niveles = nombrar_niveles(respuesta.niveles)
    puntos = [
        *respuesta.razones,
        *((negrita("La cambiaría: "), " ".join(dos)) for dos in (respuesta.cambiaria[:2],) if dos),
    ]
    return [Parrafo((negrita(f"{titulo}: "), f"{niveles}.")), Lista(puntos)]


def _puntajes(cuenta: Cuenta | None) -> list[Bloque]:
    """Los puntajes con su rango y los pesos con que se contó."""
    if cuenta is None:
        return []
    cuantos = f"Puntajes de 1 a 5, y entre qué valores quedan con ±{numero(100 * PUNTOS)} puntos"
    return [
        Parrafo((negrita(f"{cuantos}: "), f"{'; '.join(_decir_rangos(cuenta))}.")),
        Parrafo((negrita("Pesos: "), f"{'; '.join(_decir_pesos(cuenta))}.")),
    ]


def _decir_rangos(cuenta: Cuenta) -> list[str]:
    return [
        f"{NIVELES[r.nivel].lower()} {numero(r.puntaje, 2)} "
        f"({numero(r.minimo, 2)} a {numero(r.maximo, 2)})"
        for r in cuenta.rangos
    ]


def _decir_pesos(cuenta: Cuenta) -> list[str]:
    return [
        f"{c.nombre.lower()} {_nota(round(100 * p, 1))} %"
        for c, p in zip(cuenta.criterios, cuenta.pesos, strict=True)
    ]


def _nota(valor: float) -> str:
    return numero(valor, 0 if float(valor).is_integer() else 1)


def _problemas(mesa: Mesa) -> list[Bloque]:
    """Las llaves de los problemas centrales; los demás se cuentan, y siguen en la Mesa."""
    suyos = centrales(mesa)
    if not suyos:
        return []
    otros = len(mesa.escala.problemas) - len(suyos)
    nota = contar(otros, "Otro problema está anotado en la Mesa.", "problemas más en la Mesa.", "")
    tabla = Tabla(
        _COLUMNAS,
        [_fila(mesa, p) for p in suyos],
        anchos=(3, 1.8, 2.6, 2.6, 1.8),
        titulo="Quién tiene cada llave",
        nota=nota if otros else "",
    )
    return [tabla]


_COLUMNAS = ("Problema central", "Se decide en", "Competencia", "Recurso crítico", "Paga")


def _fila(mesa: Mesa, problema: ProblemaDelTerritorio) -> tuple[str, ...]:
    nivel = NIVELES.get(nivel_de_decision(mesa, problema) or "", "no se sabe")
    return (problema.nombre, nivel, *(_quien(mesa, problema.id, papel) for papel in CAMPOS))


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
    return decir_estado(mesa.actores[actor].estado)
