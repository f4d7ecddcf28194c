"""La portería: quién puede entrar al taller y con qué se le reconoce después."""

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from mesa_territorial.almacen.padron import Padron, Participante, Rol, Taller
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.servidor.acceso import codigos
from mesa_territorial.servidor.freno import Freno

RETOMA = timedelta(hours=12)
"""Un taller que quedó abierto hace menos se retoma; uno más viejo se cierra."""
_NOMBRES: dict[Rol, str] = {"facilitador": "Quien facilita", "tutor": "Tutoría"}


class CodigoErrado(ReglaRota):
    """El código está bien escrito, pero no abre."""


class Porteria:
    """Abre y cierra el taller, inscribe, reconoce y frena.

    Los códigos sólo viven en memoria y en la pantalla: al padrón va su huella.
    """

    def __init__(
        self,
        padron: Padron,
        secreto: bytes,
        *,
        freno: Freno | None = None,
        reloj: Callable[[], datetime],
    ) -> None:
        self.padron = padron
        self.freno = freno or Freno()
        # Escribir mal una palabra no es adivinar: tiene su propio tope, más alto.
        self.tropiezos = Freno(por_direccion=120, en_total=3000, reloj=self.freno.reloj)
        self._secreto = secreto
        self._reloj = reloj
        self._conocidas: dict[str, Participante] = {}
        self._llaves: dict[Rol, str] = {}
        self.codigo = ""
        self.retomado = False

    def abrir(self, titulo: str, *, nuevo: bool = False) -> None:
        """Retoma el taller que quedó abierto hoy o abre uno; en ambos casos, código nuevo."""
        abierto = self.padron.taller_abierto()
        if abierto and (nuevo or self._reloj() - abierto.creado > RETOMA):
            self.padron.cerrar(abierto.id)
            abierto = None
        self.retomado = abierto is not None
        self.taller: Taller = abierto or self.padron.crear_taller(titulo, huella_codigo=b"")
        self.codigo = codigos.sortear_codigo(secrets.choice)
        self._huella = self._huella_de(self.codigo)
        self.padron.cambiar_huella(self.taller.id, self._huella)
        for rol in _NOMBRES:
            self.renovar_llave(rol)

    def cerrar(self) -> None:
        """Cierra el taller: el código deja de servir; quien ya está adentro sigue."""
        if self.esta_abierto:
            self.padron.cerrar(self.taller.id)
        self.codigo = ""

    @property
    def esta_abierto(self) -> bool:
        """Si todavía se puede entrar con el código."""
        return bool(self.codigo)

    def entrar(self, escrito: str, nombre: str, direccion: str) -> Participante:
        """Inscribe a quien trae el código. Levanta ``ReglaRota`` con lo que hay que corregir."""
        codigo = self._leer(codigos.leer_codigo_del_taller, escrito, direccion)
        exigir(self.esta_abierto, "Este taller ya cerró. Pregunte a quien facilita.")
        if not hmac.compare_digest(self._huella_de(codigo), self._huella):
            self.freno.fallar(direccion)
            raise CodigoErrado(
                "Ese no es el código de este taller. Mire la pantalla o pídaselo a quien facilita."
            )
        return self._inscribir(nombre, "participante")

    def volver(self, escrito: str, direccion: str) -> Participante:
        """La persona de ese código de retorno; levanta ``ReglaRota`` si no es de nadie."""
        codigo = self._leer(codigos.leer_codigo_de_retorno, escrito, direccion)
        hallada = self.padron.por_huella(self.taller.id, self._huella_de(codigo))
        if hallada is None:
            self.freno.fallar(direccion)
            raise CodigoErrado(
                "Ese código de retorno no es de este taller. Revise cada palabra y el número."
            )
        return hallada

    def abrir_con_llave(self, llave: str, direccion: str) -> Participante:
        """Quien conduce o acompaña, por su enlace; la llave sirve una sola vez."""
        self.freno.exigir_paso(direccion)
        rol = next((r for r, v in self._llaves.items() if _iguales(llave, v)), None)
        if rol is None:
            self.freno.fallar(direccion)
            raise CodigoErrado("Ese enlace ya se usó o no es de este taller.")
        self.renovar_llave(rol)
        mismo = (p for p in self.padron.participantes(self.taller.id) if p.rol == rol)
        return next(mismo, None) or self._inscribir(_NOMBRES[rol], rol)

    def llave(self, rol: Rol) -> str:
        """La llave vigente del enlace de ese rol."""
        return self._llaves[rol]

    def renovar_llave(self, rol: Rol) -> None:
        """Cambia la llave de ese rol por otra; la anterior deja de servir."""
        self._llaves[rol] = secrets.token_urlsafe(24)

    def persona(self, id_: str) -> Participante | None:
        """La participante de este taller con ese id, o ``None``."""
        if id_ not in self._conocidas:
            hallada = self.padron.participante(id_)
            if hallada is None or hallada.taller != self.taller.id:
                return None
            self._conocidas[id_] = hallada
        return self._conocidas[id_]

    def renombrar(self, id_: str, nombre: str) -> Participante:
        """Cambia cómo se llama; levanta ``ReglaRota`` si falta el nombre."""
        self._conocidas[id_] = self.padron.renombrar(id_, nombre)
        return self._conocidas[id_]

    def olvidar_a_todos(self) -> None:
        """Deja de reconocer a quienes estaban inscritos: el taller se borró."""
        self._conocidas.clear()

    def codigo_de_retorno(self, id_: str) -> str:
        """El código con que esa persona vuelve a su trabajo desde otro aparato."""
        return codigos.codigo_de_retorno(self._secreto, id_)

    def _leer(self, leer: Callable[[str], str], escrito: str, direccion: str) -> str:
        self.freno.exigir_paso(direccion)
        self.tropiezos.exigir_paso(direccion)
        try:
            return leer(escrito)
        except codigos.CodigoMalEscrito:
            self.tropiezos.fallar(direccion)
            raise

    def _inscribir(self, nombre: str, rol: Rol) -> Participante:
        id_ = "p" + secrets.token_hex(8)
        huella = self._huella_de(self.codigo_de_retorno(id_))
        nueva = self.padron.inscribir(
            self.taller.id, id=id_, nombre=nombre, rol=rol, huella_retorno=huella
        )
        self._conocidas[id_] = nueva
        return nueva

    def _huella_de(self, codigo: str) -> bytes:
        return codigos.huella(self._secreto, self.taller.id, codigo)


def _iguales(una: str, otra: str) -> bool:
    return hmac.compare_digest(una.encode(), otra.encode())
