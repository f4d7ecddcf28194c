"""Los códigos de la estrategia de género: etapas, estados y las escalas GEN, GRES y Longwe."""

from enum import StrEnum


class EtapaDeMesa(StrEnum):
    """Las etapas en que se mira el género, de la primera a la última."""

    MAPEO = "mapeo"
    CONVOCATORIA = "convocatoria"
    INSTALACION = "instalacion"
    SESIONES = "sesiones"
    COMPROMISOS = "compromisos"
    CARTERA = "cartera"
    SEGUIMIENTO = "seguimiento"


class Contestacion(StrEnum):
    """Cómo se responde una pregunta: «no se sabe» es una respuesta honesta."""

    SI = "si"
    EN_PARTE = "en_parte"
    NO = "no"
    NO_SE_SABE = "no_se_sabe"


class EstadoDeMedida(StrEnum):
    """En qué va una medida."""

    PENDIENTE = "pendiente"
    EN_CURSO = "en_curso"
    PARCIAL = "parcial"
    CUMPLIDA = "cumplida"


class Conduccion(StrEnum):
    """Quiénes dirigen una organización o hablan por ella, sin nombrar a nadie."""

    MUJERES = "mujeres"
    PARITARIA = "paritaria"
    HOMBRES = "hombres"
    NO_SE_SABE = "no_se_sabe"


class Cuidado(StrEnum):
    """Qué se ofrece para que quien cuida pueda venir."""

    INFANTIL = "infantil"
    MAYORES = "mayores"
    CON_NINOS = "con_ninos"
    REEMBOLSO = "reembolso"
    TURNOS = "turnos"
    NADA = "nada"


class LugarDeReunion(StrEnum):
    """Lo que tiene el lugar donde se reúne la Mesa."""

    CERCA = "cerca"
    TRASLADO = "traslado"
    ACCESO = "acceso"
    SEGURO = "seguro"
    A_DISTANCIA = "a_distancia"


class ReglaDePalabra(StrEnum):
    """Cómo se reparte la palabra en una sesión."""

    RONDA = "ronda"
    ALTERNADA = "alternada"
    TIEMPO_IGUAL = "tiempo_igual"
    PRIMERO_QUIEN_FALTA = "primero_quien_falta"
    MODERACION_ROTA = "moderacion_rota"
    VOCERIA_ROTA = "voceria_rota"
    SIN_INTERRUPCION = "sin_interrupcion"
    SE_MIDE = "se_mide"


class NivelLongwe(StrEnum):
    """Los niveles de Longwe, del primero al último."""

    BIENESTAR = "bienestar"
    ACCESO = "acceso"
    CONCIENTIZACION = "concientizacion"
    PARTICIPACION = "participacion"
    CONTROL = "control"


class Gen(StrEnum):
    """El marcador de género: cuánto se propone contribuir un proyecto a la igualdad."""

    GEN0 = "gen0"
    GEN1 = "gen1"
    GEN2 = "gen2"
    GEN3 = "gen3"


class Gres(StrEnum):
    """La escala de resultados de género, de lo que daña a lo que transforma."""

    NEGATIVO = "negativo"
    CIEGO = "ciego"
    DIRIGIDO = "dirigido"
    RESPONSIVO = "responsivo"
    TRANSFORMADOR = "transformador"
