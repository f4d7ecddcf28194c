"""Cómo se pregunta lo de la sección «instalacion»: la sesión, las reglas y lo que se acuerda."""

from mesa_territorial.dominio.instalacion import CIEN, MITAD
from mesa_territorial.dominio.instalacion_fichas import LARGO_FRASE, LARGO_TEXTO
from mesa_territorial.esquemas.esquema import Campo, Esquema
from mesa_territorial.esquemas.instalacion_fichas import (
    ACUERDOS,
    COMPROMISOS,
    DECLARACIONES,
    JUEGO,
    PUNTOS,
    QUIENES,
    SESIONES,
)
from mesa_territorial.esquemas.instalacion_textos import (
    MODALIDADES,
    PUBLICIDAD,
    REGLAS,
    SIN_ACUERDO,
)

_SESION, _DECIDE = "La sesión de instalación", "Cómo se decide"
_ENCARGO, _PUBLICO = "El Comité", "Qué es público"

INSTALACION = Esquema(
    seccion="instalacion",
    uno="la instalación",
    varios="Instalación",
    campos=(
        Campo(clave="fecha", nombre="Fecha", clase="fecha", grupo=_SESION),
        Campo(clave="hora_inicio", nombre="Hora de inicio", clase="hora", grupo=_SESION),
        Campo(clave="hora_termino", nombre="Hora de término", clase="hora", grupo=_SESION),
        Campo(
            clave="modalidad",
            nombre="Modalidad",
            clase="opcion",
            opciones=MODALIDADES,
            grupo=_SESION,
        ),
        Campo(
            clave="lugar",
            nombre="Lugar o enlace",
            largo=LARGO_FRASE,
            grupo=_SESION,
            ayuda="La dirección que irá en el acta.",
        ),
        Campo(
            clave="regla",
            nombre="Regla de decisión",
            clase="opcion",
            opciones=REGLAS,
            grupo=_DECIDE,
            ayuda="Más abajo se lee qué implica para quien habla.",
        ),
        Campo(
            clave="umbral",
            nombre="Mayoría calificada, en porcentaje",
            clase="entero",
            minimo=MITAD,
            maximo=CIEN,
            grupo=_DECIDE,
            ayuda="Dos tercios son 67. Sólo hace falta si algo se decide así.",
        ),
        Campo(
            clave="sin_acuerdo",
            nombre="Si no hay acuerdo",
            clase="opcion",
            opciones=SIN_ACUERDO,
            grupo=_DECIDE,
        ),
        Campo(
            clave="quorum",
            nombre="Quórum, en porcentaje de integrantes",
            clase="entero",
            minimo=1,
            maximo=CIEN,
            grupo=_DECIDE,
            ayuda="Asistencia mínima para acordar. La mitad más uno se escribe 51.",
        ),
        Campo(
            clave="quorum_sectores",
            nombre="Sectores que deben estar",
            clase="entero",
            minimo=1,
            maximo=5,
            grupo=_DECIDE,
            ayuda="Para que un solo sector no pueda acordar por todos.",
        ),
        Campo(
            clave="encargo_al_comite",
            nombre="Qué se le encarga al Comité de Coordinación",
            clase="largo",
            largo=LARGO_TEXTO,
            grupo=_ENCARGO,
            ayuda="Vacío: prepara sesiones y sigue compromisos, y no decide por la Mesa.",
        ),
        Campo(
            clave="publicidad",
            nombre="Quién puede leer el acta",
            clase="opcion",
            opciones=PUBLICIDAD,
            grupo=_PUBLICO,
        ),
        Campo(
            clave="reserva",
            nombre="Qué queda en reserva",
            clase="largo",
            largo=LARGO_TEXTO,
            grupo=_PUBLICO,
            ayuda="Datos de familias, juicios sobre instituciones, negociaciones en curso…",
        ),
        Campo(clave="version", nombre="Versión del acta", largo=20, grupo=_PUBLICO),
    ),
)

ESQUEMAS: tuple[Esquema, ...] = (
    INSTALACION,
    QUIENES,
    JUEGO,
    SESIONES,
    PUNTOS,
    ACUERDOS,
    COMPROMISOS,
    DECLARACIONES,
)
