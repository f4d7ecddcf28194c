"""Los ejercicios de un tema, con las respuestas de la persona guardadas al instante."""

from dataclasses import asdict
from typing import Any

from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.respuestas import RespuestaDada
from mesa_territorial.formacion.temas import Tema
from mesa_territorial_widgets.componentes.practica import Practica
from mesa_territorial_widgets.contexto import Contexto


def practica_de(tema: Tema, contexto: Contexto) -> Practica:
    """La práctica del tema, donde la persona la dejó; levanta ``ReglaRota`` si no tiene banco."""

    def guardar(dada: RespuestaDada) -> None:
        contexto.anotar(tema.nombre, asdict(dada))

    a_medias = f"borradores_{tema.nombre}"

    def guardar_borrador(item: str, respuesta: Any) -> None:
        # Se vuelve a leer: en otra pestaña puede haber otro texto a medias.
        otros = {k: v for k, v in contexto.recordado(a_medias, {}).items() if k != item}
        nuevo = {} if respuesta is None else {item: respuesta}
        contexto.apuntar(a_medias, {**otros, **nuevo})

    return Practica(
        cargar_banco(tema.clave),
        contexto.respuestas(tema.nombre),
        borradores=contexto.recordado(a_medias, {}),
        al_responder=guardar,
        al_escribir=guardar_borrador,
    )
