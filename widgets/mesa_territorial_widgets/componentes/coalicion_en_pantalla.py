"""Lo que el tema 01 dice en pantalla: junto a cada condición, al lado y tipo por tipo."""

from mesa_territorial.analisis.coalicion import (
    TONOS,
    OrigenDelAlcance,
    Razon,
    RazonDeCondicion,
    Sentido,
    aconsejar_tipo,
    chequear,
    decir_condicion,
    leer_cambios,
    leer_coalicion,
    pugna_con_la_escala,
    que_lo_cambiaria,
)
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.dominio.coalicion import ELEMENTOS, TipoDeMesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.esquemas.coalicion_palabras import (
    ESTADOS_DE_ELEMENTO,
    NOMBRES_DE_ELEMENTO,
    TIPOS,
)
from mesa_territorial_widgets.componentes.fichero import Dicho
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase

_DE_CADA_SENTIDO = {
    Sentido.IMPIDE: (Tono.ALERTA, "Hoy lo impide: "),
    Sentido.A_FAVOR: (Tono.FORTALEZA, ""),
    Sentido.EN_CONTRA: (Tono.DATO, "En contra: "),
}
_DE_DONDE = {
    OrigenDelAlcance.RESPONDIDO: "",
    OrigenDelAlcance.ESCALA: "El alcance se tomó del nivel que decidieron para la Mesa en "
    "«Territorio y escala».",
    OrigenDelAlcance.TERRITORIO: "El alcance se tomó del nivel del territorio: respóndalo en «Tipo "
    "de Mesa» para afinar el consejo.",
}
NOMBRABLES = 4
"""Con más actores, la razón los cuenta y no los enumera uno por uno."""
_SIN_HECHO = "Falta el hecho que lo muestra: sin él, un «sí» es una esperanza."


def dichos_de_condiciones(mesa: Mesa) -> dict[str, list[Dicho]]:
    """Por condición respondida, su consecuencia; y siempre, lo que la Mesa ya muestra."""
    return {r.condicion: _dichos_de(r) for r in chequear(mesa).razones}


def _dichos_de(razon: RazonDeCondicion) -> list[Dicho]:
    dichos: list[Dicho] = []
    if razon.respuesta:
        consecuencia = f"{razon.consecuencia} {razon.que_hacer}"
        dichos.append({"texto": consecuencia, "tono": _sin_los_cruces(razon)})
    if razon.sin_hecho:
        dichos.append({"texto": _SIN_HECHO, "tono": Tono.ALERTA})
    if razon.cruce:
        tono = Tono.ALERTA if razon.contradice else Tono.DATO
        dichos.append({"texto": f"{_introducir(razon)}{razon.cruce.frase}", "tono": tono})
    return dichos


def _sin_los_cruces(razon: RazonDeCondicion) -> Tono:
    """El tono de la respuesta misma: lo que falta o contradice lleva su propio aviso."""
    return {"si": Tono.FORTALEZA, "no": Tono.ALERTA}.get(str(razon.respuesta), Tono.DATO)


def _introducir(razon: RazonDeCondicion) -> str:
    return "La Mesa muestra otra cosa: " if razon.contradice else "Lo que la Mesa ya muestra: "


def bloques_de_la_mesa(mesa: Mesa) -> list[Bloque]:
    """Los tres asuntos del tema: condiciones, coalición y tipo aconsejado."""
    return [_bloque_de_condiciones(mesa), _bloque_de_coalicion(mesa), _bloque_de_tipo(mesa)]


def _bloque_de_condiciones(mesa: Mesa) -> Bloque:
    """El veredicto y sólo lo que pide actuar: lo demás está junto a cada condición."""
    chequeo = chequear(mesa)
    urgentes = [r for r in chequeo.razones if r.tono is Tono.ALERTA]
    return Bloque(
        titulo="¿Hay condiciones?",
        veredicto=chequeo.frase,
        tono=TONOS[chequeo.veredicto].value,
        frases=tuple(_frase_de_condicion(r) for r in urgentes),
        nota="No hay puntaje: una condición no compensa a otra.",
    )


def _frase_de_condicion(razon: RazonDeCondicion) -> Frase:
    cruce = razon.cruce
    muestra = f"{_introducir(razon)}{cruce.frase}" if cruce else ""
    sin_hecho = f" {_SIN_HECHO}" if razon.sin_hecho else ""
    return Frase(
        texto=f"{decir_condicion(razon.condicion)}: {_en_medio(razon.consecuencia)}{sin_hecho}",
        tono=razon.tono.value,
        por_que=muestra,
        que_hacer=razon.que_hacer,
        ids=cruce.ids if cruce and cruce.apoya is False else (),
    )


def _bloque_de_coalicion(mesa: Mesa) -> Bloque:
    lecturas = (*leer_cambios(mesa), *leer_coalicion(mesa))
    frases = [_de_lectura(x) for x in lecturas if x.clave == "sin_observaciones" or _pide(x)]
    return Bloque(titulo="La coalición hoy", frases=tuple(frases), cuadro=_cuadro(mesa))


def _pide(lectura: Lectura) -> bool:
    return lectura.tono is Tono.ALERTA or lectura.clave == "sin_mirar"


def _cuadro(mesa: Mesa) -> Cuadro | None:
    observaciones = mesa.coalicion.observaciones_en_orden
    if not observaciones:
        return None
    ultima = observaciones[-1]
    filas = tuple(
        (NOMBRES_DE_ELEMENTO[e], ESTADOS_DE_ELEMENTO[estado] if estado else "Sin mirar")
        for e in ELEMENTOS
        for estado in (ultima.estado(e),)
    )
    return Cuadro(columnas=("Elemento", f"Al {fecha_larga(ultima.fecha)}"), filas=filas)


def _bloque_de_tipo(mesa: Mesa) -> Bloque:
    consejo = aconsejar_tipo(mesa)
    decidido = mesa.coalicion.tipo
    pugna = pugna_con_la_escala(mesa)
    frases = [Frase(texto=pugna, tono="alerta")] if pugna else []
    if decidido:
        frases.append(_frase_de_decision(mesa, decidido, consejo.aconsejado))
    en_contra = consejo.impedimentos(consejo.calza)
    frases += [_de_razon(r) for r in en_contra]
    return Bloque(
        titulo="Tipo de Mesa",
        veredicto=consejo.frase,
        tono="fortaleza" if consejo.se_puede else "dato",
        frases=tuple(frases),
        nota=_DE_DONDE[consejo.origen],
    )


def _frase_de_decision(mesa: Mesa, decidido: TipoDeMesa, consejo: TipoDeMesa | None) -> Frase:
    razon = mesa.coalicion.razon.strip()
    distinto = "" if decidido is consejo else ", distinto del consejo"
    if razon:
        return Frase(
            texto=f"El equipo decidió {TIPOS[decidido]}{distinto}.", tono="fortaleza", por_que=razon
        )
    return Frase(
        texto=f"El equipo decidió {TIPOS[decidido]}{distinto}, y falta escribir por qué.",
        tono="alerta",
        que_hacer="Anoten la razón en «Tipo de Mesa»: es lo que leerá quien llegue después.",
    )


def bloques_de_los_tipos(mesa: Mesa) -> list[Bloque]:
    """Un bloque por tipo, con sus razones a favor y en contra; primero el que pide el problema."""
    consejo = aconsejar_tipo(mesa)
    orden = sorted(TipoDeMesa, key=lambda tipo: tipo is not consejo.calza)
    cambios = tuple(Frase(texto=frase) for frase in que_lo_cambiaria(mesa))
    tipos = [
        Bloque(
            titulo=TIPOS[tipo],
            veredicto=_lo_que_se_puede(tipo, consejo.calza, bool(consejo.impedimentos(tipo))),
            tono="alerta" if consejo.impedimentos(tipo) else "dato",
            frases=tuple(_de_razon(r) for r in consejo.razones[tipo]),
        )
        for tipo in orden
    ]
    return [*tipos, Bloque(titulo="Qué cambiaría el consejo", frases=cambios)]


def _lo_que_se_puede(tipo: TipoDeMesa, calza: TipoDeMesa, esta_impedido: bool) -> str:
    pide = "Es el que pide el problema" if tipo is calza else ""
    impedido = "hoy no se puede" if esta_impedido else ""
    return ", y ".join(p for p in (pide, impedido) if p).capitalize()


def _de_razon(razon: Razon) -> Frase:
    tono, antes = _DE_CADA_SENTIDO[razon.sentido]
    return Frase(
        texto=f"{antes}{_en_medio(razon.frase) if antes else razon.frase}",
        tono=tono.value,
        por_que=razon.por_que,
        que_hacer=razon.que_hacer,
        ids=razon.ids if len(razon.ids) <= NOMBRABLES else (),
    )


def _de_lectura(lectura: Lectura) -> Frase:
    return Frase(texto=lectura.frase, tono=lectura.tono.value, por_que=lectura.por_que)


def _en_medio(frase: str) -> str:
    return frase[:1].lower() + frase[1:]
