"""Cómo caen los votos: revisados, sin repetirse y sin que uno viejo pise a uno nuevo."""

import sqlite3
from collections.abc import Sequence

from mesa_territorial.almacen.urna.filas import leer_votacion
from mesa_territorial.almacen.urna.valores import Acuse, Carga, Envio, FilaMala, Motivo
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_votos import Marca, Papeleta, revisar_marcas

PAPEL = "papel-"
"""Con esto empieza la ficha de una papeleta de papel; la de un aparato es hexadecimal."""
_GUARDAR = """INSERT INTO voto VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET sector = excluded.sector, influencia = excluded.influencia,
    interes = excluded.interes, valor = excluded.valor, minuto = excluded.minuto,
    orden = excluded.orden, serie = excluded.serie WHERE excluded.orden > voto.orden"""
_CAMBIAR_SECTOR = """UPDATE voto SET sector = ?, serie = ?
    WHERE votacion = ? AND ronda = ? AND ficha = ? AND sector IS NOT ?"""
_ORDEN = "SELECT max(orden) FROM voto WHERE votacion = ? AND ronda = ? AND ficha = ?"
_TARDE = {
    0: "Todavía no se abre la votación. Espere a que quien facilita la abra.",
    1: "Esta ronda ya no recibe respuestas: lo que llegó antes está guardado.",
}


class Deposito:
    """Un turno de escritura en la urna, con las votaciones ya leídas una vez.

    ``minuto`` es la hora en minutos desde 1970.
    """

    def __init__(self, conexion: sqlite3.Connection, minuto: int) -> None:
        self._conexion = conexion
        self._minuto = minuto
        self._votaciones: dict[str, tuple[Votacion, int]] = {}
        self._tocadas: set[str] = set()

    def votacion(self, clave: str) -> Votacion:
        """La votación con ese id; levanta ``ReglaRota`` si no existe."""
        if clave not in self._votaciones:
            self._votaciones[clave] = leer_votacion(self._conexion, clave)
        return self._votaciones[clave][0]

    def recibir(self, envio: Envio) -> Acuse:
        """Guarda el envío si vale y su ronda está abierta; si no, el acuse dice por qué no."""
        try:
            votacion = self.votacion(envio.votacion)
            frase = _no_recibe(votacion, envio.ronda)
            if frase:
                return Acuse(motivo=Motivo.FUERA_DE_RONDA, frase=frase)
            # Sin marcas sólo cambia el sector: no hay papeleta que exigir completa.
            marcas = revisar_marcas(votacion, envio.marcas) if envio.marcas else ()
        except ReglaRota as regla:
            return Acuse(motivo=Motivo.NO_VALE, frase=str(regla))
        return Acuse(orden=self.guardar(envio, marcas))

    def guardar(self, envio: Envio, marcas: tuple[Marca, ...]) -> int:
        """Escribe las marcas ya revisadas; devuelve el mayor orden que se conoce de la ficha."""
        de_quien = (envio.votacion, envio.ronda, envio.ficha)
        previo = self._conexion.execute(_ORDEN, de_quien).fetchone()[0] or 0
        orden = previo + 1 if envio.orden is None else envio.orden
        sector = envio.sector.value if envio.sector else None
        serie = self._votaciones[envio.votacion][1] + 1
        comun = (self._minuto, orden, serie)
        filas = [
            (*de_quien, m.opcion, sector, m.influencia, m.interes, m.valor, *comun) for m in marcas
        ]
        self._conexion.executemany(_GUARDAR, filas)
        if orden > previo:
            self._conexion.execute(_CAMBIAR_SECTOR, (sector, serie, *de_quien, sector))
        self._tocadas.add(envio.votacion)
        return max(orden, previo)

    def terminar(self) -> None:
        """Sube la versión de cada votación que recibió votos."""
        self._conexion.executemany(
            "UPDATE votacion SET version = version + 1 WHERE id = ?",
            [(clave,) for clave in self._tocadas],
        )


def _no_recibe(votacion: Votacion, ronda: int) -> str:
    if votacion.recibe_votos and votacion.rondas[-1].numero == ronda:
        return ""
    return _TARDE[bool(votacion.rondas) or votacion.esta_cerrada]


def cargar(deposito: Deposito, clave: str, ronda: int, papeletas: Sequence[Papeleta]) -> Carga:
    """Guarda las papeletas que valen, cada una en lugar de lo que ya tenía su testigo.

    Levanta ``ReglaRota`` si esa ronda no existe o ya se cerró.
    """
    votacion = deposito.votacion(clave)
    _exigir_que_reciba_papel(votacion, ronda)
    errores, vistas = [], set[str]()
    for fila, papeleta in enumerate(papeletas, start=1):
        try:
            ficha = _ficha(papeleta)
            exigir(ficha not in vistas, "Ese número de papeleta ya viene en otra fila.")
            vistas.add(ficha)
            marcas = revisar_marcas(votacion, papeleta.marcas)
        except ReglaRota as regla:
            errores.append(FilaMala(fila=fila, testigo=papeleta.testigo, frase=str(regla)))
            continue
        completas = (*marcas, *_en_blanco(votacion, marcas))
        envio = Envio(votacion=clave, ronda=ronda, ficha=ficha, marcas=(), sector=papeleta.sector)
        deposito.guardar(envio, completas)
    return Carga(guardadas=len(papeletas) - len(errores), errores=tuple(errores))


def _exigir_que_reciba_papel(votacion: Votacion, ronda: int) -> None:
    exigir(1 <= ronda <= len(votacion.rondas), f"La ronda {ronda} todavía no se abre.")
    exigir(
        votacion.rondas[ronda - 1].cerrada is None,
        f"La ronda {ronda} ya se cerró: sus papeletas no se cambian.",
    )


def _ficha(papeleta: Papeleta) -> str:
    limpio = papeleta.testigo.strip().lower()
    return limpio if limpio.startswith(PAPEL) else PAPEL + limpio


def _en_blanco(votacion: Votacion, marcas: tuple[Marca, ...]) -> tuple[Marca, ...]:
    marcadas = {m.opcion for m in marcas}
    return tuple(Marca(opcion=o.id) for o in votacion.opciones if o.id not in marcadas)
