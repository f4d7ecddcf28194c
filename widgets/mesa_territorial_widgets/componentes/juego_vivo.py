"""El juego de actores al día: se resuelve una vez por cambio y lo miran todas las piezas."""

from collections.abc import Callable
from typing import Any

from mesa_territorial.analisis.mactor import Resultado, plantear, resolver
from mesa_territorial.analisis.mactor.dicho import Asunto
from mesa_territorial.analisis.mactor.lectura import leer_juego
from mesa_territorial.analisis.mactor.papeles import Papel, papeles
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero
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
    """``resultado`` es el de la Mesa que se ve, o ``None`` con menos de dos actores; ``asuntos``,
    lo que dice."""

    resultado: Resultado | None = None
    asuntos: tuple[Asunto, ...] = ()

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
        self.asuntos = leer_juego(mesa, self.resultado)
        for mirar in self._miran:
            mirar(mesa, self.resultado)


def _lo_que_pesa(mesa: Mesa) -> Any:
    return mesa.juego, [(a.id, a.nombre, a.sector, a.influencia) for a in mesa.actores.values()]


def razones_del_juego(vivo: JuegoVivo) -> Razones:
    """Lo que el juego dice en palabras."""
    razones = Razones(vivo.pizarra, titulo="Lo que dice el juego")
    vivo.avisar_a(lambda *_: razones.decir([_bloque(a) for a in vivo.asuntos]))
    return razones


def veredictos_del_juego(vivo: JuegoVivo) -> Razones:
    """Lo mismo en una frase por asunto, para tenerlo al lado mientras se llena la matriz."""
    razones = Razones(vivo.pizarra, titulo="En breve")
    vivo.avisar_a(lambda *_: razones.decir([_breve(a) for a in vivo.asuntos]))
    return razones


def _breve(asunto: Asunto) -> Bloque:
    return Bloque(titulo=asunto.titulo, veredicto=asunto.veredicto, tono=asunto.tono.value)


def _bloque(asunto: Asunto) -> Bloque:
    frases = tuple(
        Frase(texto=d.texto, tono=d.tono.value, por_que=d.por_que, que_hacer=d.que_hacer, ids=d.ids)
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
    filas = tuple(_fila_de_actor(mesa, r, i) for i in range(len(r.planteo.ids)))
    cifras = ("Influencia", "Dependencia", "Fuerza R*", "Fuerza Q*", "Papel", "Ambivalencia")
    return Bloque(
        titulo="Por actor",
        cuadro=Cuadro(columnas=("Actor", *cifras), filas=filas),
        nota="R* suma lo directo y lo que pasa por terceros; Q* se queda con el camino más fuerte.",
    )


def _fila_de_actor(mesa: Mesa, r: Resultado, i: int) -> tuple[str, ...]:
    return (
        mesa.actores[r.planteo.ids[i]].nombre,
        numero(r.fuerzas.influencia[i]),
        numero(r.fuerzas.dependencia[i]),
        numero(r.fuerzas.fuerza[i], 2),
        numero(r.maximas.fuerza[i], 2),
        PAPELES[papeles(r.fuerzas)[i]],
        _o_raya(r.pesadas.ambivalencia[i] if r.pesadas else None),
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
