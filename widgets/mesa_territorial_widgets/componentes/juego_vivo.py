"""El juego de actores al día: se resuelve una vez por cambio y lo miran todas las piezas."""

from collections.abc import Callable, Sequence
from typing import Any

from mesa_territorial.analisis.mactor import Resultado, plantear, resolver
from mesa_territorial.analisis.mactor.dicho import Asunto
from mesa_territorial.analisis.mactor.lectura import leer_juego
from mesa_territorial.analisis.mactor.papeles import Papel, papeles
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.juego import (
    filas_de_convergencias,
    filas_del_plano,
    grafico_de_convergencias,
    grafico_del_plano,
)
from mesa_territorial.textos import numero
from mesa_territorial_widgets.componentes.juego_matrices import ver_distancias
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.matriz import Matriz
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Frase, Razones
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

PAPELES = {
    Papel.DOMINANTE: "dominante",
    Papel.DE_ENLACE: "de enlace",
    Papel.AUTONOMO: "autónomo",
    Papel.DOMINADO: "dominado",
}
Mirar = Callable[[Mesa, Resultado | None], None]
PRIVADO = (
    "Privado del equipo: son juicios sobre instituciones y no salen en lo que exporta el mapa."
)


class JuegoVivo:
    """``resultado`` es el de la Mesa que se ve, o ``None`` con menos de dos actores."""

    resultado: Resultado | None = None

    def __init__(self, pizarra: Pizarra) -> None:
        self.pizarra = pizarra
        self._miran: list[Mirar] = []
        mantener_al_dia(pizarra, self._resolver, mira=_lo_que_pesa)

    def avisar_a(self, mirar: Mirar) -> None:
        """Llama a ``mirar(mesa, resultado)`` ahora y cada vez que el juego cambie."""
        self._miran.append(mirar)
        mirar(self.pizarra.valor, self.resultado)

    def _resolver(self, mesa: Mesa) -> None:
        planteo = plantear(mesa)
        self.resultado = resolver(planteo) if planteo.se_puede_calcular else None
        for mirar in self._miran:
            mirar(mesa, self.resultado)


def _lo_que_pesa(mesa: Mesa) -> Any:
    return mesa.juego, [(a.id, a.nombre, a.sector, a.influencia) for a in mesa.actores.values()]


def razones_del_juego(vivo: JuegoVivo) -> Razones:
    """Lo que el juego dice en palabras."""
    razones = Razones(vivo.pizarra, titulo="Lo que dice el juego")
    vivo.avisar_a(lambda mesa, r: razones.decir([_bloque(a) for a in leer_juego(mesa, r)]))
    return razones


def _bloque(asunto: Asunto) -> Bloque:
    frases = tuple(
        Frase(
            texto=d.texto, tono=d.tono.value, por_que=d.por_que, que_hacer=d.que_hacer, ids=d.ids
        )
        for d in asunto.dichos
    )
    return Bloque(
        titulo=asunto.titulo,
        veredicto=asunto.veredicto,
        tono=asunto.tono.value,
        frases=frases,
        nota=asunto.nota,
    )


def cifras_del_juego(vivo: JuegoVivo) -> Razones:
    """Las cifras de MACTOR, actor por actor y objetivo por objetivo."""
    razones = Razones(
        vivo.pizarra,
        titulo="Las cifras",
        vacio="Las cifras aparecen con al menos dos actores.",
    )
    vivo.avisar_a(lambda mesa, r: razones.decir(_cifras(mesa, r) if r else []))
    return razones


def _cifras(mesa: Mesa, resultado: Resultado) -> list[Bloque]:
    bloques = [_por_actor(mesa, resultado)]
    return [*bloques, _por_objetivo(mesa, resultado)] if resultado.posiciones else bloques


def _por_actor(mesa: Mesa, r: Resultado) -> Bloque:
    suyos = papeles(r.fuerzas)
    ambivalencia = r.pesadas.ambivalencia if r.pesadas else (None,) * len(r.planteo.ids)
    filas = tuple(
        (
            mesa.actores[id_actor].nombre,
            numero(r.fuerzas.influencia[i]),
            numero(r.fuerzas.dependencia[i]),
            numero(r.fuerzas.fuerza[i], 2),
            numero(r.maximas.fuerza[i], 2),
            PAPELES[suyos[i]],
            _o_raya(ambivalencia[i]),
        )
        for i, id_actor in enumerate(r.planteo.ids)
    )
    cifras = ("Influencia", "Dependencia", "Fuerza R*", "Fuerza Q*", "Papel", "Ambivalencia")
    return Bloque(
        titulo="Por actor",
        cuadro=Cuadro(columnas=("Actor", *cifras), filas=filas),
        nota="R* suma lo directo y lo que pasa por terceros; Q* se queda con el camino más fuerte.",
    )


def _o_raya(valor: float | None) -> str:
    return "—" if valor is None else numero(valor, 2)


def _por_objetivo(mesa: Mesa, r: Resultado) -> Bloque:
    filas = tuple(
        (
            mesa.juego.objetivos[id_objetivo].nombre,
            *(numero(p.movilizacion[o], 0 if p.orden < 3 else 1) for p in r.posiciones),
            numero(r.posiciones[-1].a_favor[o], 1),
            numero(-r.posiciones[-1].en_contra[o], 1),
        )
        for o, id_objetivo in enumerate(r.planteo.objetivos)
    )
    grados = ", ".join(f"orden {p.orden}: {_o_raya(p.grado)}" for p in r.posiciones)
    titulos = ("Objetivo", "Actores que mueve", "Importancia", "Con fuerza", "A favor", "En contra")
    return Bloque(
        titulo="Por objetivo",
        cuadro=Cuadro(columnas=titulos, filas=filas),
        nota=f"Parte de los encuentros que son acuerdos, de 0 a 1: {grados}.",
    )


def lamina_del_plano(vivo: JuegoVivo) -> Lamina:
    """El plano de influencias y dependencias."""
    lamina = Lamina(
        especificacion=grafico_del_plano(),
        columnas=(
            Columna("actor", "Actor"),
            Columna("sector", "Sector"),
            Columna("influencia", "Influencia"),
            Columna("dependencia", "Dependencia"),
            Columna("fuerza", "Fuerza R*", 2),
        ),
        titulo="Quién influye y quién depende",
        bajada="Directo y por un tercero; las rayas cortadas son el promedio. " + PRIVADO,
        nombre="juego_plano_privado",
        ilustrativa=vivo.pizarra.valor.ilustrativa,
    )
    vivo.avisar_a(_llenar(lamina, filas_del_plano))
    return lamina


def lamina_de_convergencias(vivo: JuegoVivo) -> Lamina:
    """El grafo de quiénes coinciden y quiénes chocan."""
    lamina = Lamina(
        especificacion=grafico_de_convergencias(),
        columnas=(
            Columna("quien", "Actor"),
            Columna("con", "Con"),
            Columna("neta", "Distancia neta", 1),
        ),
        titulo="Quiénes coinciden y quiénes chocan",
        bajada="Convergencia menos divergencia, de orden 3; se dibujan los pares mayores. "
        + PRIVADO,
        nombre="juego_convergencias_privado",
        ilustrativa=vivo.pizarra.valor.ilustrativa,
    )
    vivo.avisar_a(_llenar(lamina, filas_de_convergencias))
    return lamina


def _llenar(
    lamina: Lamina, filas: Callable[[Mesa, Resultado], Sequence[dict[str, Any]]]
) -> Mirar:
    def mirar(mesa: Mesa, resultado: Resultado | None) -> None:
        lamina.valor = list(filas(mesa, resultado)) if resultado else []

    return mirar


def matriz_de_distancias(vivo: JuegoVivo) -> Matriz:
    """La distancia neta de cada par, para leerla como tabla."""
    matriz = Matriz(
        vivo.pizarra,
        lambda mesa: ver_distancias(mesa, vivo.resultado),
        titulo="Distancias netas",
        bajada="Convergencia menos divergencia de cada par (orden 3); positiva, coinciden más.",
        minimo=-10,
        maximo=10,
        paso=0.1,
        con_signo=True,
        diagonal=True,
        pregunta="{fila} y {columna}",
        vacio="Faltan actores u objetivos para calcular distancias.",
        archivos=False,
    )
    vivo.avisar_a(lambda *_: matriz.ver())
    return matriz
