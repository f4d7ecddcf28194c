"""Lo que le falta a un indicador para usarlo: apellidos, comuna vigente o con qué comparar."""

from collections.abc import Iterator

from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.analisis.territorio import comunas_de_la_mesa
from mesa_territorial.casos.division import comuna
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import NIVELES

_SIN_COMPARAR = {
    "sin_su_dato": (
        "El archivo no trae este dato para la comuna de la Mesa.",
        "Vea en la fuente por qué falta antes de buscar otro número.",
    ),
    "sin_region": (
        "No hay con qué compararlo: falta el dato de las demás comunas de la región.",
        "Importe el archivo oficial que lo trae y se comparará solo.",
    ),
}


def decir(clave: str, frase: str, por_que: str, tono: Tono = Tono.DATO) -> Lectura:
    """Una lectura sobre el territorio, que no destaca a ningún actor."""
    return Lectura(clave=clave, frase=frase, ids=(), tono=tono, por_que=por_que)


def leer_faltas(mesa: Mesa, indicador: Indicador, *, comparo: bool) -> Iterator[Lectura]:
    """Lo que falta, y por qué no se compara si no hubo comparación (``comparo``)."""
    yield from _apellidos(indicador)
    yield from _de_otra_comuna(mesa, indicador)
    if not comparo:
        yield _sin_comparar(indicador)


def _apellidos(indicador: Indicador) -> Iterator[Lectura]:
    apellidos = {
        "la unidad": indicador.unidad,
        "el año": indicador.anio,
        "la fuente": indicador.fuente,
    }
    if faltan := [nombre for nombre, esta in apellidos.items() if not esta]:
        yield decir(
            "apellidos",
            f"A «{indicador.nombre}» le falta {enumerar(faltan)}.",
            "Sin eso nadie puede comprobar el dato. Búsquelo o anote quién lo dijo.",
            Tono.ALERTA,
        )


def _de_otra_comuna(mesa: Mesa, indicador: Indicador) -> Iterator[Lectura]:
    if indicador.cut and indicador.cut not in comunas_de_la_mesa(mesa):
        otra = comuna(indicador.cut).nombre
        yield decir(
            "otra_comuna",
            f"«{indicador.nombre}» es de {otra}, que no es comuna de la Mesa.",
            "El territorio de la Mesa cambió después de anotarlo. Quítelo o busque el de ahora.",
            Tono.ALERTA,
        )


def _sin_comparar(indicador: Indicador) -> Lectura:
    if indicador.nivel is not Nivel.COMUNA:
        return decir(
            "otro_nivel",
            f"Es un dato de «{NIVELES[indicador.nivel].lower()}»: no se compara con comunas.",
            "Comparar un lugar con comunas enteras confunde dos niveles.",
        )
    clave = "sin_su_dato" if indicador.valores else "sin_region"
    return decir(clave, *_SIN_COMPARAR[clave])
