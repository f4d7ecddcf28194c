"""El cuaderno de ejercicios de un tema, escrito desde su banco: dicen siempre lo mismo."""

from collections.abc import Iterator
from dataclasses import dataclass

from mesa_territorial.formacion.ejercicios import Banco
from mesa_territorial.formacion.items import ItemDeBanco

IGNORAR_SALIDA = "nbval-ignore-output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Celda:
    """Una celda: su id estable, si es código, su fuente y sus etiquetas."""

    id: str
    fuente: str
    es_codigo: bool = True
    etiquetas: tuple[str, ...] = ()


def escribir_cuaderno(banco: Banco) -> tuple[Celda, ...]:
    """Las celdas del cuaderno de ``banco``: presentación, un ejemplo y cada ejercicio."""
    return (
        *_presentar(banco),
        *_ejemplificar(banco.items[0]),
        *(c for item in banco.items for c in _preguntar(item)),
        Celda(
            id="botones",
            es_codigo=False,
            fuente="## Lo mismo, con botones\n\nLo que responda aquí no se guarda; para guardarlo, "
            "practique desde la página del tema.",
        ),
        Celda(
            id="practica",
            fuente="from mesa_territorial_widgets.componentes.practica import Practica\n\n"
            "Practica(ejercicios.banco)",
            etiquetas=(IGNORAR_SALIDA,),
        ),
    )


def _presentar(banco: Banco) -> Iterator[Celda]:
    objetivos = "\n".join(f"- {o.texto}" for o in banco.objetivos)
    yield Celda(
        id="presentacion",
        es_codigo=False,
        fuente=f"# Ejercicios: {banco.titulo}\n\nAl terminar usted podrá:\n\n{objetivos}\n\n"
        "Cada ejercicio tiene dos celdas: una pregunta y otra espera su respuesta. Cambie `None` "
        "por lo que responda, ejecute la celda con Mayúsculas + Entrar y lea lo que le contesta. "
        "Puede repetirlo cuantas veces quiera. Si necesita ayuda, agregue una celda con "
        '`print(ejercicios.pista("…"))` o, cuando ya lo haya intentado, con '
        '`print(ejercicios.solucion("…"))`.',
    )
    yield Celda(
        id="preparar",
        fuente="from mesa_territorial.formacion.por_escrito import PorEscrito\n\n"
        f'ejercicios = PorEscrito("{banco.clave}")\n'
        'print(len(ejercicios.banco.items), "ejercicios")',
    )


def _ejemplificar(item: ItemDeBanco) -> Iterator[Celda]:
    yield Celda(
        id="ejemplo",
        es_codigo=False,
        fuente="## Así se practica\n\nAlguien responde el primero, se equivoca y lee la respuesta.",
    )
    opciones = getattr(item, "opciones", ())
    equivocada = next((o.id for o in opciones if not o.correcta), None)
    yield Celda(
        id="ejemplo-equivocado", fuente=f'print(ejercicios.responder("{item.id}", {equivocada!r}))'
    )
    yield Celda(id="ejemplo-pista", fuente=f'print(ejercicios.pista("{item.id}"))')


def _preguntar(item: ItemDeBanco) -> Iterator[Celda]:
    yield Celda(id=f"{item.id}-titulo", es_codigo=False, fuente=f"## {item.titulo}")
    yield Celda(id=f"{item.id}-pregunta", fuente=f'print(ejercicios.preguntar("{item.id}"))')
    yield Celda(
        id=f"{item.id}-respuesta",
        fuente=f'respuesta = None\nprint(ejercicios.responder("{item.id}", respuesta))',
    )
