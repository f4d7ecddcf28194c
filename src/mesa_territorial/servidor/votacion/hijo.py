"""El servidor de votos como hijo de otro: lo levanta «mesa taller» y muere con él."""

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos

PLAZO = 30
DESPEDIDA = 5
_SENIAL = "ATIENDE "


class HijoDeVotos:
    """Un servidor de votos en su propio proceso.

    Si este proceso muere, aunque sea de golpe, el hijo lo nota y termina.
    """

    def __init__(self, ajustes: AjustesDeVotos) -> None:
        self._ajustes = ajustes
        self._proceso: subprocess.Popen[str] | None = None
        self.direccion = ""

    def levantar(self) -> str:
        """Lo levanta y devuelve su dirección pública; levanta ``ReglaRota`` si no parte."""
        self._proceso = subprocess.Popen(
            [sys.executable, "-m", "mesa_territorial.servidor.votacion.hijo", *self._datos()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.direccion = self._esperar(self._proceso)
        return self.direccion

    @property
    def vive(self) -> bool:
        """Si el proceso sigue en pie."""
        return self._proceso is not None and self._proceso.poll() is None

    @property
    def pid(self) -> int:
        """El número de su proceso; 0 si no se ha levantado."""
        return self._proceso.pid if self._proceso else 0

    def detener(self) -> None:
        """Le pide terminar, y a los 5 segundos lo termina."""
        if self._proceso is None:
            return
        self._proceso.terminate()
        try:
            self._proceso.wait(DESPEDIDA)
        except subprocess.TimeoutExpired:
            self._proceso.kill()
            self._proceso.wait()
        for tubo in (self._proceso.stdin, self._proceso.stdout):
            if tubo:
                tubo.close()

    def _datos(self) -> list[str]:
        a = self._ajustes
        fijos = [str(a.urna), a.direccion, str(a.puerto), a.anfitrion]
        return [*fijos, str(a.certificado or ""), str(a.llave or "")]

    def _esperar(self, proceso: subprocess.Popen[str]) -> str:
        vigia = threading.Timer(PLAZO, proceso.kill)
        vigia.start()
        try:
            for linea in proceso.stdout or ():
                if linea.startswith(_SENIAL):
                    return linea.removeprefix(_SENIAL).strip()
                dicho = linea.strip()
                if dicho:
                    self.detener()
                    raise ReglaRota(dicho)
        finally:
            vigia.cancel()
        self.detener()
        raise ReglaRota("El servidor de votos no partió. Revise el registro del taller.")


def _morir_con_el_padre() -> None:
    """Cuando el padre muere se corta la entrada, y este proceso se va."""
    sys.stdin.read()
    os._exit(0)


def _correr(datos: list[str]) -> None:
    import asyncio

    from mesa_territorial.servidor.votacion.aplicacion import atender

    urna, direccion, puerto, anfitrion, certificado, llave = datos
    ajustes = AjustesDeVotos(
        urna=Path(urna),
        direccion=direccion,
        puerto=int(puerto),
        anfitrion=anfitrion,
        certificado=Path(certificado) if certificado else None,
        llave=Path(llave) if llave else None,
    )
    threading.Thread(target=_morir_con_el_padre, daemon=True).start()
    try:
        asyncio.run(atender(ajustes, lambda donde: _decir(f"{_SENIAL}{donde}")))
    except ReglaRota as regla:
        _decir(str(regla))
        sys.exit(1)


def _decir(linea: str) -> None:
    with contextlib.suppress(OSError):
        sys.stdout.write(linea + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _correr(sys.argv[1:])
