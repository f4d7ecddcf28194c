"""El lazo entre la Mesa guardada y la pizarra: guardar al instante y ver lo que otros cambian."""

import asyncio
from collections.abc import Callable
from typing import Any

from mesa_territorial.almacen import Almacen, Autor, Conflicto, FallaDeAlmacen, Registro
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.contexto.compania import Compania, contar_novedades

SEGUNDOS_ENTRE_MIRADAS = 1.0
ACOMODO = "Deshizo: Acomodó "
AFUERA = "Ya no está en esta Mesa: lo que se ve quedó detenido. Vuelva a la lista de sus Mesas."


class ConflictoEnPantalla(ReglaRota):
    """Otra persona cambió el mismo campo: la pantalla muestra ambas versiones y pregunta."""

    def __init__(self, conflicto: Conflicto) -> None:
        super().__init__(str(conflicto))
        self._datos = {
            "frase": str(conflicto),
            "autor": conflicto.autor,
            "hora": f"{conflicto.cuando.astimezone():%H:%M}",
            "campos": [
                {"ruta": list(c.ruta), "suyo": c.suyo, "mio": c.mio} for c in conflicto.campos
            ],
        }

    def para_pantalla(self) -> dict[str, Any]:
        """Lo que la pantalla necesita para preguntar con cuál se queda."""
        return {"conflicto": self._datos}


class Guardado:
    """Guarda cada cambio de la pizarra y le muestra los de otras personas.

    Con ``solo_lectura`` (la tutoría) sólo muestra. En un almacén abierto a nombre de una persona
    cuenta además quién más está en la Mesa y qué hizo.
    """

    def __init__(
        self,
        almacen: Almacen,
        registro: Registro,
        *,
        autor: Autor | str,
        solo_lectura: bool = False,
    ) -> None:
        self.almacen = almacen
        self.autor = Autor.de(autor)
        self.clave = registro.mesa.id
        self.version = registro.version
        self._al_cambiar: list[Callable[[], None]] = []
        self._novedades: list[dict[str, Any]] = []
        self._compania = Compania(almacen, self.clave) if almacen.persona else None
        self.pizarra = Pizarra(
            registro.mesa,
            guardar=self._guardar,
            historia=self._historia,
            solo_lectura=solo_lectura,
        )
        self._anunciar(registro)

    def avisar_cambios(self, hacer: Callable[[], None]) -> None:
        """Llama a ``hacer`` cada vez que la Mesa cambia, por mano propia o ajena."""
        self._al_cambiar.append(hacer)

    def _guardar(self, frase: str, transicion: Callable[[Mesa], Mesa], *, insistir: bool) -> Mesa:
        self._recibir(
            lambda: self.almacen.cambiar(
                self.clave,
                frase,
                transicion,
                autor=self.autor,
                vista=None if insistir else self.version,
            )
        )
        return self._ultima

    def _historia(self, paso: str) -> None:
        self._recibir(lambda: self._caminar(paso))

    def _caminar(self, paso: str) -> Registro:
        registro: Registro = getattr(self.almacen, paso)(self.clave, autor=self.autor)
        # El acomodo lo guarda el mapa solo, detrás de lo agregado: deshacer se lleva ambos.
        if paso == "deshacer" and registro.frase.startswith(ACOMODO) and registro.puede_deshacer:
            return self.almacen.deshacer(self.clave, autor=self.autor)
        return registro

    def _recibir(self, hacer: Callable[[], Registro]) -> None:
        try:
            registro = hacer()
        except Conflicto as conflicto:
            self.mirar()
            raise ConflictoEnPantalla(conflicto) from conflicto
        self._mostrar(registro, propios=1)

    def _mostrar(self, registro: Registro, *, propios: int = 0) -> None:
        self._novedades = self._enterarse(registro.version - self.version - propios)
        self.version = registro.version
        self._ultima = registro.mesa
        self.pizarra.mostrar(registro.mesa)
        self._anunciar(registro)
        for hacer in self._al_cambiar:
            atender(hacer)

    def _enterarse(self, ajenos: int) -> list[dict[str, Any]]:
        """Lo que hicieron otras personas desde lo último visto, aunque se sepa al guardar."""
        if self._compania is None or ajenos <= 0:
            return []
        sucesos = self.almacen.parche_desde(self.clave, self.version)
        return contar_novedades(sucesos, self.autor)

    def _anunciar(self, registro: Registro) -> None:
        self._registro = registro
        acompaniada = {}
        if self._compania:
            presentes = self._compania.para_pantalla(self.autor)
            acompaniada = {"presentes": presentes, "novedades": self._novedades}
        self.pizarra.anunciar(
            version=registro.version,
            hora=f"{registro.guardado.astimezone():%H:%M}",
            frase=registro.frase,
            deshacer=registro.puede_deshacer,
            rehacer=registro.puede_rehacer,
            **acompaniada,
        )

    def volver_a(self, numero: int) -> None:
        """Deja la Mesa como estaba tras el suceso ``numero``; es un cambio más, y se deshace."""
        pasada = self.almacen.mesa_en(self.clave, numero)
        self.pizarra.ordenar(f"Volvió al punto {numero}", lambda _: pasada)

    def mirar(self) -> bool:
        """Trae lo que otra persona guardó; dice si había algo nuevo."""
        alguien = bool(self._compania and self._compania.mirar(self.autor))
        if self.almacen.version(self.clave) == self.version:
            if alguien:
                self._anunciar(self._registro)
            return False
        self._mostrar(self.almacen.leer(self.clave, autor=self.autor))
        return True

    def vigilar(self) -> None:
        """Mira cada segundo si hay cambios ajenos, mientras el núcleo viva."""
        from tornado.ioloop import PeriodicCallback

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        self._vigia = PeriodicCallback(self._mirar_sin_fallar, SEGUNDOS_ENTRE_MIRADAS * 1_000)
        self._vigia.start()

    def _mirar_sin_fallar(self) -> None:
        atender(self._mirar_o_salir)

    def _mirar_o_salir(self) -> None:
        try:
            self.mirar()
        except ReglaRota as regla:
            if self._compania is None or isinstance(regla, FallaDeAlmacen):
                raise  # La base volverá: se sigue mirando.
            # La Mesa se eliminó, o la persona ya no llega a ella (la sentaron en otro grupo).
            self._vigia.stop()
            self.pizarra.solo_lectura = True
            self.pizarra.anunciar(
                version=self.version, deshacer=False, rehacer=False, salida=AFUERA
            )
