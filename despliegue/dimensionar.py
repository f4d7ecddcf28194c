"""Cuántas máquinas, cuánta memoria y qué base hacen falta, y qué se llena primero.

    python despliegue/dimensionar.py              # la tabla de guia/desarrollo/escala.md
    python despliegue/dimensionar.py 500 0.4      # 500 personas, 40 % con una página abierta

Todo sale de las constantes de abajo. Cada una dice de dónde viene: medida (con qué guion), leída o
supuesta; al cambiar una, cambia la tabla.
"""

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass

GIB = 1024.0

# Medidas: bench/bench_hub.py 3, en 2 núcleos compartidos, 21-11-2026. MiB de PSS.
HUB_MIB = 112
PROXY_MIB = 56
SERVIDOR_MIB = 106  # el servidor de una persona, sin páginas
PAGINA_MIB = 61  # cada página abierta en él, sin proceso tibio
CPU_LLEGADA_HUB = 0.15  # segundos de procesador del Hub por persona que entra
CPU_LLEGADA_PERSONA = 1.7  # segundos de procesador de su servidor y su primera página
LATIDO_PROXY_MS = 1.1
LATIDO_SERVIDOR_MS = 1.3
# Medida: bench/bench_competencia.py, cinco rondas; el servidor único de «mesa taller».
TALLER_SESION_MIB = 24
# Calculada: el máximo de bench/ensayo_taller.py (1.365 MiB) menos 35 páginas de 24.
TALLER_FIJO_MIB = 525
# Medida: bench/bench_competencia.py; procesador por edición, con servidor, canal y latidos.
EDICION_MS = 13
# Medidas: bench/bench_contencion.py, sesiones que guardan sin parar. Milisegundos de procesador por
# cambio: los de quien guarda y los de PostgreSQL.
GUARDAR_MS = 6.1
GUARDAR_EN_LA_BASE_MS = 2.5
# Decidida con eso mismo: a 30 sesiones el p95 de SQLite es 0,1 s; a 200, 0,8 s.
SQLITE_HASTA = 50

# Decididas en el programa.
LATIDO_CADA_S = 6.0  # widgets/js/src/pagina/latido.ts, detrás del Hub
HUB_EN_UNA_MAQUINA_GIB = 64  # más que eso ya no se consigue en cualquier parte

# Supuestas: cámbielas por las suyas.
EDICION_CADA_S = 10.0
MINUTOS_DE_LLEGADA = 10.0  # en cuánto entran todas las de una jornada
CONEXIONES_POR_PERSONA = 2  # su servidor y su página
CONEXIONES_SIN_REPARTIDOR = 500
NODO_GIB, NODO_NUCLEOS = 16, 4
BASE_NUCLEOS = 2
HOLGURA = 0.75  # qué parte de una máquina se alcanza a usar

SITUACIONES = ((30, 1.0), (200, 1.0), (2_000, 0.25), (10_000, 0.15))


@dataclass(frozen=True)
class Dimension:
    """Lo que necesita un sitio: ``activas`` son las personas con una página abierta a la vez."""

    personas: int
    activas: int

    @property
    def memoria_taller(self) -> float:
        """GiB de un solo servidor para todas («mesa taller»)."""
        return (TALLER_FIJO_MIB + self.activas * TALLER_SESION_MIB) / GIB

    @property
    def memoria_hub(self) -> float:
        """GiB con un servidor por persona."""
        return (HUB_MIB + PROXY_MIB + self.activas * (SERVIDOR_MIB + PAGINA_MIB)) / GIB

    @property
    def nucleos(self) -> float:
        """Núcleos de procesador con un servidor por persona: el mayor entre llegar y trabajar."""
        llegada = CPU_LLEGADA_HUB + CPU_LLEGADA_PERSONA
        al_llegar = self.activas * llegada / (60 * MINUTOS_DE_LLEGADA)
        latido = (LATIDO_PROXY_MS + LATIDO_SERVIDOR_MS) / LATIDO_CADA_S
        edicion = (EDICION_MS + GUARDAR_MS) / EDICION_CADA_S
        al_trabajar = self.activas * (edicion + latido) / 1000
        return max(al_llegar, al_trabajar) / HOLGURA

    @property
    def maquinas(self) -> int:
        """Máquinas de ``NODO_GIB`` para los servidores de las personas."""
        por_memoria = self.memoria_hub / (NODO_GIB * HOLGURA)
        return max(1, math.ceil(max(por_memoria, self.nucleos / NODO_NUCLEOS)))

    @property
    def segundos_si_llegan_juntas(self) -> float:
        """Segundos hasta que entra la última si abren todas en el mismo instante.

        El Hub las atiende de a una; sus servidores se reparten los núcleos de las máquinas.
        """
        en_el_hub = self.activas * CPU_LLEGADA_HUB
        repartido = self.activas * CPU_LLEGADA_PERSONA / (self.maquinas * NODO_NUCLEOS * HOLGURA)
        return max(en_el_hub, repartido)

    @property
    def cambios_por_s(self) -> float:
        """Cambios que llegan a la base por segundo."""
        return self.activas / EDICION_CADA_S

    @property
    def conexiones(self) -> int:
        """Conexiones abiertas a la base."""
        return self.activas * CONEXIONES_POR_PERSONA

    @property
    def base(self) -> str:
        """Qué base corresponde."""
        if self.activas <= SQLITE_HASTA:
            return "SQLite o PostgreSQL"
        if self.conexiones <= CONEXIONES_SIN_REPARTIDOR:
            return "PostgreSQL"
        return "PostgreSQL y repartidor"

    def ocupacion(self) -> Iterator[tuple[float, str]]:
        """Qué parte de su tope ocupa cada cosa; pasa de 1 lo que no alcanza."""
        yield self.memoria_hub / (HUB_EN_UNA_MAQUINA_GIB * HOLGURA), "memoria de una sola máquina"
        escritura = self.cambios_por_s * GUARDAR_EN_LA_BASE_MS / 1000
        yield escritura / (BASE_NUCLEOS * HOLGURA), "escritura en la base"
        yield self.conexiones / CONEXIONES_SIN_REPARTIDOR, "conexiones a la base"
        latidos = self.activas / LATIDO_CADA_S
        yield latidos * LATIDO_PROXY_MS / 1000 / HOLGURA, "el proxy, que es un solo hilo"
        llegadas = self.activas / (60 * MINUTOS_DE_LLEGADA)
        yield llegadas * CPU_LLEGADA_HUB / HOLGURA, "el Hub, que es un solo proceso"

    def primer_tope(self) -> str:
        """Lo que se llena primero y cuánto ocupa ya."""
        parte, que = max(self.ocupacion())
        return f"{que} ({parte:.0%})".replace("%", " %")


def numero(valor: float, decimales: int = 0) -> str:
    """El número con coma decimal y punto de miles."""
    texto = f"{valor:,.{decimales}f}"
    return texto.replace(",", " ").replace(".", ",").replace(" ", ".")


def fila(d: Dimension) -> str:
    """La fila de la tabla, en Markdown."""
    celdas = (
        numero(d.personas),
        numero(d.activas),
        f"{numero(d.memoria_taller, 1)} GiB",
        f"{numero(d.memoria_hub, 1)} GiB",
        numero(d.nucleos, 1),
        f"{d.maquinas} de {NODO_GIB} GiB" if d.maquinas > 1 else "1",
        f"{numero(d.segundos_si_llegan_juntas)} s",
        f"{numero(d.cambios_por_s)}/s",
        d.base,
        d.primer_tope(),
    )
    return "| " + " | ".join(celdas) + " |"


TITULOS = (
    *("Personas", "A la vez", "Memoria, un servidor para todas", "Memoria, uno por persona"),
    *("Núcleos", "Máquinas", "Si llegan juntas", "Cambios", "Base", "Primer tope del Hub"),
)


def main() -> None:
    """Imprime la tabla."""
    pedido = [(int(sys.argv[1]), float(sys.argv[2]))] if len(sys.argv) > 2 else SITUACIONES
    print("| " + " | ".join(TITULOS) + " |")  # noqa: T201
    print("|" + "---|" * len(TITULOS))  # noqa: T201
    for personas, parte in pedido:
        print(fila(Dimension(personas, math.ceil(personas * parte))))  # noqa: T201


if __name__ == "__main__":
    main()
