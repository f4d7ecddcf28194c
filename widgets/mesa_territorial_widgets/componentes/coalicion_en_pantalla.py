"""Lo que el tema 01 dice en pantalla: junto a cada condición y al lado."""

from mesa_territorial.analisis.coalicion import (
    TONOS,
    RazonDeCondicion,
    chequear,
    decir_condicion,
    leer_cambios,
    leer_coalicion,
)
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.dominio.coalicion import ELEMENTOS
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import fecha_larga
from mesa_territorial.esquemas.coalicion_palabras import (
    ESTADOS_DE_ELEMENTO,
    NOMBRES_DE_ELEMENTO,
)
from mesa_territorial_widgets.componentes.fichero import Dicho
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase
from mesa_territorial_widgets.componentes.tipos_en_pantalla import bloque_de_tipo

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
    return [_bloque_de_condiciones(mesa), _bloque_de_coalicion(mesa), bloque_de_tipo(mesa)]


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


def _de_lectura(lectura: Lectura) -> Frase:
    return Frase(texto=lectura.frase, tono=lectura.tono.value, por_que=lectura.por_que)


def _en_medio(frase: str) -> str:
    return frase[:1].lower() + frase[1:]
