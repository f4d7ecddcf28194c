"""Lo que se dice de cada problema, los que se sugieren, las notas por nivel y el catálogo."""

from collections.abc import Iterator, Mapping

from mesa_territorial.analisis.escala.lente import Asiento, Llave, decir_estado, mirar_escala
from mesa_territorial.analisis.escala.niveles import EL
from mesa_territorial.analisis.escala.puntajes import contar_escala
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.escala import ProblemaDelTerritorio
from mesa_territorial.dominio.escala_criterios import CriterioDeEscala
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.competencias import Competencia, competencias
from mesa_territorial.textos import NIVELES, numero
from mesa_territorial_widgets.componentes.fichero import Dicho, Sugerencia
from mesa_territorial_widgets.componentes.matriz import Resumen, Rotulo, VistaDeMatriz
from mesa_territorial_widgets.componentes.razones import Bloque, Cuadro, Tono

_CORTOS: Mapping[str, str] = {
    "competencia": "Ley",
    "recurso": "Recurso",
    "alcance": "Alcance",
    "participacion": "Participar",
    "coordinacion": "Coordinar",
}
SUGERIDOS = (
    ("Radicación o solución habitacional", "vivienda_ejecucion"),
    ("Tenencia del suelo", "suelo_fiscal"),
    ("Agua potable y alcantarillado", "agua_urbana"),
    ("Energía eléctrica segura", "electricidad"),
    ("Riesgo de incendio, inundación o remoción", "riesgo_comuna"),
    ("Basura y aseo", "aseo"),
    ("Espacio comunitario", "funcional"),
    ("Salud cerca", "salud_primaria"),
)


def dichos_de_problemas(mesa: Mesa) -> dict[str, list[Dicho]]:
    """Por problema, la norma que da la competencia y cómo está cada llave."""
    lente = mirar_escala(mesa)
    return {
        p.id: [
            *_de_la_norma(p),
            *(_de_llave(mesa, x) for x in lente.llaves if x.problema == p.id),
        ]
        for p in mesa.escala.problemas.values()
    }


def _de_la_norma(problema: ProblemaDelTerritorio) -> Iterator[Dicho]:
    competencia = competencias().get(problema.competencia)
    if competencia is None:
        return
    aviso = "" if competencia.esta_leida else " Por verificar: el kit no leyó el artículo."
    puede = f"{competencia.puede[0].lower()}{competencia.puede[1:]}"
    texto = f"{competencia.institucion}: {puede} ({competencia.norma}).{aviso}"
    yield Dicho(texto=texto, tono="dato")
    if problema.nivel_decide and problema.nivel_decide != competencia.nivel:
        yield _en_otro_nivel(competencia.nivel, problema.nivel_decide)


def _en_otro_nivel(del_catalogo: Nivel, anotado: Nivel) -> Dicho:
    texto = (
        f"El catálogo pone esa competencia en {EL[del_catalogo]} y aquí dice que se decide en "
        f"{EL[anotado]}: revise cuál vale."
    )
    return Dicho(texto=texto, tono="dato")


_ASIENTOS: Mapping[Asiento, Tono] = {
    Asiento.SENTADO: "fortaleza",
    Asiento.EN_CAMINO: "dato",
    Asiento.FUERA: "alerta",
    Asiento.SIN_MAPA: "alerta",
}


def _de_llave(mesa: Mesa, llave: Llave) -> Dicho:
    actor = mesa.actores.get(llave.actor)
    donde = decir_estado(actor.estado) if actor else "no está en el mapa"
    que = llave.papel.value.capitalize()
    return Dicho(texto=f"{que}: {llave.nombre}, {donde}.", tono=_ASIENTOS[llave.asiento])


def sugerencias_de_problemas(mesa: Mesa) -> list[Sugerencia]:
    """Problemas frecuentes en un campamento que todavía no están, con su competencia."""
    puestas = {p.competencia for p in mesa.escala.problemas.values()}
    catalogo = competencias()
    return [
        Sugerencia(
            rotulo=nombre,
            campos={"nombre": nombre, "competencia": clave},
            dice=f"{catalogo[clave].institucion} · {catalogo[clave].norma}",
        )
        for nombre, clave in SUGERIDOS
        if clave not in puestas
    ]


def vista_de_notas(mesa: Mesa) -> VistaDeMatriz:
    """Los siete niveles por criterio, con el peso de cada criterio y el puntaje de cada nivel."""
    escala = mesa.escala
    cuenta = contar_escala(escala)
    dichos = {n: numero(p, 2) for n, p in cuenta.orden.puntajes.items()} if cuenta else {}
    pesos = {c.id: f"{numero(c.peso, _decimales(c.peso))}" for c in escala.criterios.values()}
    return VistaDeMatriz(
        filas=[Rotulo(id=n.value, nombre=NIVELES[n]) for n in Nivel],
        columnas=[_rotulo(c) for c in escala.criterios.values()],
        valores={n: dict(suyas.notas) for n, suyas in escala.niveles.items()},
        resumen_filas=[Resumen(titulo="Puntaje", textos=dichos)],
        resumen_columnas=[Resumen(titulo="Peso", textos=pesos)],
    )


def _rotulo(criterio: CriterioDeEscala) -> Rotulo:
    corto = _CORTOS.get(criterio.id, "")
    return Rotulo(id=criterio.id, nombre=criterio.nombre, corto=corto, ayuda=criterio.pregunta)


def _decimales(valor: float) -> int:
    return 0 if float(valor).is_integer() else 1


def bloques_del_catalogo() -> list[Bloque]:
    """El catálogo de competencias, un bloque por nivel."""
    return [
        Bloque(
            titulo=NIVELES[nivel],
            cuadro=Cuadro(
                columnas=("Materia", "Qué puede decidir", "Quién", "Norma", "Qué se leyó"),
                filas=tuple(_fila(c) for c in competencias().values() if c.nivel is nivel),
            ),
        )
        for nivel in Nivel
    ]


def _fila(competencia: Competencia) -> tuple[str, ...]:
    return (
        competencia.materia,
        competencia.puede,
        competencia.institucion,
        competencia.norma,
        competencia.fuente if competencia.esta_leida else f"POR VERIFICAR: {competencia.fuente}",
    )
