"""Una sala de votaciones en memoria: se comporta como la urna y cuenta lo que se le pide."""

from datetime import UTC, datetime
from types import SimpleNamespace

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion
from mesa_territorial.dominio.votacion_votos import Voto
from mesa_territorial_widgets.componentes.pizarra import Pizarra

AHORA = datetime(2026, 3, 14, 10, 30, tzinfo=UTC)
ACTORES = ("A01", "A02", "A10")
REPARTO = ((4, 5), (4, 5), (4, 4), (5, 5), (4, 5), (3, 4))
ABIERTO = ((1, 1), (5, 5), (1, 5), (5, 1), (3, 3), (2, 4))


class SalaDePrueba:
    """Cumple el protocolo ``Sala``; ``marca`` crece con cada cambio, como en la urna."""

    def __init__(self, *, conduce: bool = True, direccion: str = "") -> None:
        self.pizarra = Pizarra(cargar_caso("mesa_campanilla"))
        self.puede_conducir = conduce
        self.raiz = direccion
        self.votaciones: list[Votacion] = []
        self.votos: dict[int, list[tuple[int, Voto]]] = {1: [], 2: []}
        self.marca = 1
        self.cargadas: list = []

    @property
    def mesa(self):
        return self.pizarra.valor

    def listar(self):
        return tuple(self.votaciones)

    def crear(self, *, tipo, titulo, ayuda="", ids=(), textos=(), puntos=10):
        opciones = [(i, self.mesa.actor(i).nombre) for i in ids]
        opciones += [(f"o{n}", t) for n, t in enumerate(textos, 1)]
        nueva = Votacion(
            id=f"v{len(self.votaciones)}",
            tipo=TipoConsulta(tipo),
            titulo=titulo,
            ayuda=ayuda,
            codigo="BCDFG",
            puntos=puntos,
            opciones=tuple(Opcion(id=i, nombre=n) for i, n in opciones),
        )
        self.votaciones.insert(0, nueva)
        return nueva

    def pasar(self, clave, paso):
        pasos = {
            "abrir_ronda": lambda v: v.con_ronda_nueva(AHORA),
            "segunda_ronda": lambda v: v.con_ronda_nueva(AHORA),
            "revelar": lambda v: v.con_ronda_revelada(AHORA),
            "conversar": lambda v: v.con_conversacion(),
            "cerrar": lambda v: v.con_cierre(AHORA),
        }
        exigir(paso in pasos, "Este paso no existe.")
        self.marca += 1
        lugar = self._lugar(clave)
        self.votaciones[lugar] = pasos[paso](self.votaciones[lugar])
        return self.votaciones[lugar]

    def _lugar(self, clave):
        return [v.id for v in self.votaciones].index(clave)

    def votar(self, ronda, ficha, opcion, *notas, sector=None):
        """Anota un voto: (interés, influencia) o un solo valor."""
        self.marca += 1
        par = notas if len(notas) == 2 else (None, None)
        valor = notas[0] if len(notas) == 1 else None
        voto = Voto(
            ficha=ficha, sector=sector, opcion=opcion, interes=par[0], influencia=par[1],
            valor=valor, cuando=AHORA,
        )  # fmt: skip
        self.votos[ronda].append((self.marca, voto))

    def votar_todos(self, ronda, reparto=REPARTO):
        """Seis personas: a los dos primeros actores casi igual; en el tercero no hay acuerdo."""
        for n, par in enumerate(reparto):
            for opcion in ACTORES[:2]:
                self.votar(ronda, f"f{n}", opcion, *par, sector="publico")
            self.votar(ronda, f"f{n}", ACTORES[2], *ABIERTO[n], sector="publico")

    def novedades(self, clave, ronda, marca):
        if marca == self.marca:
            return None
        nuevos = tuple(v for m, v in self.votos[ronda] if m > marca)
        votacion = self.votaciones[self._lugar(clave)]
        return SimpleNamespace(votacion=votacion, votos=nuevos, marca=self.marca)

    def cargar(self, clave, ronda, papeletas):
        self.cargadas.append((ronda, papeletas))
        return SimpleNamespace(guardadas=len(papeletas), errores=())

    def adoptar(self, frase, transicion):
        self.pizarra.ordenar(frase, transicion)

    def direccion(self, votacion):
        return f"{self.raiz}/v/{votacion.codigo}" if self.raiz else ""

    def esta_atendida(self):
        return bool(self.raiz)
