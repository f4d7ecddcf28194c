"""Formularios para Kobo: cada persona evalúa a los actores en su celular, sin red."""

import re

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.codigos_kobo import PREGUNTAS, codigo_de, pregunta_de
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.salida_xlsx import LibroDeSalida
from mesa_territorial.intercambio.tablas import texto_para_xml
from mesa_territorial.textos import SECTORES

_HOJA = ("type", "name", "label", "hint", "appearance", "required")
_LISTA = ("list_name", "name", "label")
_AJUSTES = ("form_title", "form_id", "version", "default_language")
_NOTAS = ("1 · Muy baja", "2 · Baja", "3 · Media", "4 · Alta", "5 · Muy alta")
_DICHO = {
    "influencia": ("Influencia", "¿Cuánto puede hacer que algo pase, o que no pase?"),
    "interes": ("Interés", "¿Cuánto le importa lo que trate la Mesa?"),
    "legitimidad": ("Legitimidad", "¿Cuánto se le reconoce el derecho a participar?"),
    "urgencia": ("Urgencia", "¿Cuánto le apremia lo que trate la Mesa?"),
}
_REFERENCIA = re.compile(r"\$\s*\{")


def exportar_xlsform(mesa: Mesa, preguntas: tuple[str, ...] = ("influencia", "interes")) -> bytes:
    """El formulario (XLSForm, xlsx): por actor, un grupo con una nota de 1 a 5 por pregunta.

    Ninguna respuesta es obligatoria: en blanco es «no sé». No pide el nombre de quien responde.
    Levanta ``ReglaRota`` si la Mesa no tiene actores.
    """
    exigir(bool(mesa.actores), "Agregue actores a la Mesa antes de hacer el formulario.")
    exigir(bool(preguntas) and set(preguntas) <= set(PREGUNTAS), "Elija al menos una pregunta.")
    with LibroDeSalida() as libro:
        libro.agregar_tabla("survey", _HOJA, _mismos(_HOJA), _preguntas(mesa, preguntas))
        opciones = [("nota", str(n), texto) for n, texto in enumerate(_NOTAS, start=1)]
        libro.agregar_tabla("choices", _LISTA, _mismos(_LISTA), opciones)
        titulo = _dicho(f"Actores de {mesa.nombre}")
        ajustes = (titulo, f"mesa_{codigo_de(mesa.id)}", "1", "Español (es)")
        libro.agregar_tabla("settings", _AJUSTES, _mismos(_AJUSTES), [ajustes])
    return libro.contenido


def _mismos(columnas: tuple[str, ...]) -> dict[str, str]:
    return {columna: columna for columna in columnas}


def _preguntas(mesa: Mesa, preguntas: tuple[str, ...]) -> list[tuple[Celda, ...]]:
    saludo = "Ponga una nota a cada actor. Si no lo conoce, deje la pregunta en blanco."
    filas: list[tuple[Celda, ...]] = [
        ("start", "inicio", None, None, None, None),
        ("note", "saludo", saludo, None, None, None),
    ]
    for actor in mesa.actores.values():
        grupo = f"actor__{codigo_de(actor.id)}"
        filas.append(("begin_group", grupo, _dicho(actor.nombre), None, "field-list", None))
        sector = SECTORES[actor.sector]
        for campo in preguntas:
            nombre, ayuda = _DICHO[campo]
            ficha = (f"{nombre} ({sector})", ayuda, "likert", "no")
            filas.append(("select_one nota", pregunta_de(campo, actor.id), *ficha))
        filas.append(("end_group", None, None, None, None, None))
    return filas


def _dicho(texto: str) -> str:
    """El texto sin lo que el formulario tomaría por referencia («${…}») o por marcas."""
    limpio = _REFERENCIA.sub("$ (", texto_para_xml(texto))
    limpio = limpio.replace("<", "‹").replace(">", "›").strip()
    return re.sub(r"([*_#\\`])", r"\\\1", limpio) or "(sin nombre)"
