"""Cómo se pregunta lo de la sección «juego»: el carné de cada actor y los objetivos."""

from mesa_territorial.dominio.juego import LARGO_CORTO, LARGO_TEXTO
from mesa_territorial.esquemas.esquema import Campo, Esquema


def _texto(clave: str, nombre: str, ayuda: str) -> Campo:
    return Campo(
        clave=clave, nombre=nombre, clase="largo", ayuda=ayuda, largo=LARGO_TEXTO, en_tabla=True
    )


CARNES = Esquema(
    seccion="juego",
    coleccion="carnes",
    por_actor=True,
    uno="un carné",
    varios="Carnés",
    vacio=(
        "Todavía no entra nadie al juego. Elija arriba de diez a veinte actores: los que pueden "
        "mover o detener lo que la Mesa busca."
    ),
    campos=(
        _texto("fines", "Fines", "Qué busca y por qué, más allá de lo que dice en reuniones."),
        _texto("problemas", "Problemas y retos", "Qué lo aprieta hoy: plazos, metas, quejas."),
        _texto("medios", "Medios", "Con qué puede actuar: presupuesto, firma, gente, saber."),
        _texto("fortalezas", "Fortalezas", "Qué le reconocen los demás."),
        _texto("debilidades", "Debilidades", "Qué le falta o de quién depende."),
    ),
)

OBJETIVOS = Esquema(
    seccion="juego",
    coleccion="objetivos",
    uno="un objetivo en juego",
    varios="Objetivos en juego",
    titulo="nombre",
    agregar="Agregar objetivo",
    prefijo="ob",
    vacio=(
        "Todavía no hay objetivos. Escriba uno que alguien quiera y otro no: «Urbanizar en el "
        "mismo lugar», «Abrir el comité a las organizaciones de mujeres»."
    ),
    campos=(
        Campo(
            clave="nombre",
            nombre="Objetivo",
            ayuda="Algo concreto ante lo que se puede estar a favor o en contra.",
            obligatorio=True,
            largo=200,
        ),
        Campo(
            clave="corto",
            nombre="Nombre corto",
            ayuda="Una o dos palabras: así se ve en la matriz.",
            largo=LARGO_CORTO,
        ),
        _texto("detalle", "Detalle", "Qué se logra y cómo se sabría."),
    ),
)

SECCION = Esquema(
    seccion="juego",
    uno="el juego de actores",
    varios="Juego de actores",
    campos=(
        Campo(
            clave="actores",
            nombre="Quiénes entran al juego",
            clase="actores",
            ayuda="Entre diez y veinte: con más, nadie termina de llenar la matriz.",
        ),
        _texto(
            "resguardo",
            "Quiénes pueden ver estos juicios",
            "Anote el acuerdo del equipo: quién los lee y hasta cuándo se guardan.",
        ),
    ),
)

ESQUEMAS: tuple[Esquema, ...] = (SECCION, CARNES, OBJETIVOS)
