"""Los códigos del acta de constitución: cómo se decide, quién hace qué y qué se declara."""

from enum import StrEnum


class ReglaDeDecision(StrEnum):
    """Cómo toma acuerdos la Mesa, de la que más une a la que más aparta."""

    CONSENSO = "consenso"
    UNANIMIDAD = "unanimidad"
    MAYORIA_CALIFICADA = "mayoria_calificada"
    MAYORIA_SIMPLE = "mayoria_simple"


class SinAcuerdo(StrEnum):
    """Qué se hace cuando la regla no alcanza para decidir."""

    VUELVE = "vuelve"
    COMITE = "comite"
    CALIFICADA = "calificada"
    DISENSO = "disenso"
    NO_AVANZA = "no_avanza"


class RolDeMesa(StrEnum):
    """Lo que alguien hace para que la Mesa funcione."""

    PRESIDE = "preside"
    SECRETARIA = "secretaria"
    MODERA = "modera"
    SIGUE = "sigue"
    VOCERIA = "voceria"
    ENLACE = "enlace"
    GENERO = "genero"
    OTRO = "otro"


class AsuntoDeRegla(StrEnum):
    """De qué trata una regla del juego."""

    PALABRA = "palabra"
    ASISTENCIA = "asistencia"
    REPRESENTACION = "representacion"
    CUIDADO = "cuidado"
    INFORMACION = "informacion"
    TRATO = "trato"
    CAMBIO = "cambio"
    OTRO = "otro"


class Instancia(StrEnum):
    """Quién sesiona: la Mesa entera o su Comité de Coordinación."""

    MESA = "mesa"
    COMITE = "comite"


class Modalidad(StrEnum):
    """Cómo se reúne."""

    PRESENCIAL = "presencial"
    REMOTA = "remota"
    MIXTA = "mixta"


class Asistencia(StrEnum):
    """Si el actor estuvo en la sesión de instalación."""

    ASISTE = "asiste"
    SE_EXCUSA = "se_excusa"
    NO_ASISTE = "no_asiste"


class Calidad(StrEnum):
    """En qué calidad vino quien representa al actor."""

    TITULAR = "titular"
    SUBROGANTE = "subrogante"


class Interes(StrEnum):
    """Lo que el actor declara sobre sus intereses; vacío es que no ha declarado."""

    NINGUNO = "ninguno"
    POSIBLE = "posible"
    TIENE = "tiene"


class Resguardo(StrEnum):
    """Lo que se acuerda cuando hay un conflicto de intereses."""

    INFORMA = "informa"
    SE_ABSTIENE = "se_abstiene"
    NO_PARTICIPA = "no_participa"
    NO_RECIBE = "no_recibe"


class Publicidad(StrEnum):
    """Quién puede leer el acta."""

    PUBLICA = "publica"
    RESUMEN = "resumen"
    INTEGRANTES = "integrantes"
