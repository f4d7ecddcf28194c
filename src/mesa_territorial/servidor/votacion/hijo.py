"""El servidor de votos como hijo de otro: lo levanta «mesa taller» y muere con él."""

import contextlib
import logging
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos

registro = logging.getLogger("mesa_territorial")
PLAZO = 30
DESPEDIDA = 5
VIDA_MINIMA = 5
MUERTES_SEGUIDAS = 5
_SENIAL = "ATIENDE "


class HijoDeVotos:
    """Un servidor de votos en su propio proceso.

    Si el hijo muere, se vuelve a levantar solo en el mismo puerto (salvo ``vigilado=False``): los
    celulares reintentan y nadie tiene que hacer nada. Si muere este proceso, aunque sea de golpe,
    el hijo lo nota y termina.
    """

    def __init__(self, ajustes: AjustesDeVotos, *, vigilado: bool = True) -> None:
        self._ajustes = ajustes
        self._vigilado = vigilado
        self._proceso: subprocess.Popen[str] | None = None
        self._fin = threading.Event()
        self._turno = threading.Lock()
        self.direccion = ""

    def levantar(self) -> str:
        """Lo levanta y devuelve su dirección pública; levanta ``ReglaRota`` si no parte."""
        self.direccion = self._partir()
        puerto = urlsplit(self.direccion).port or self._ajustes.puerto
        self._ajustes = replace(self._ajustes, puerto=puerto)
        if self._vigilado:
            threading.Thread(target=self._vigilar, name="vigía de votos", daemon=True).start()
        return self.direccion

    @property
    def vive(self) -> bool:
        """Si el proceso sigue en pie."""
        return self._proceso is not None and self._proceso.poll() is None

    @property
    def pid(self) -> int:
        """El número de su proceso; 0 si no se ha levantado."""
        return self._proceso.pid if self._proceso else 0

    def esperar(self) -> None:
        """Espera a que lo detengan, o a que el vigía se dé por vencido."""
        # Con plazo, para que Ctrl+C se atienda también en Windows.
        while not self._fin.wait(1) and (self._vigilado or self.vive):
            pass

    def detener(self) -> None:
        """Le pide terminar, y a los 5 segundos lo termina."""
        self._fin.set()
        with self._turno:
            if self._proceso is not None:
                _terminar(self._proceso)

    def _partir(self) -> str:
        a = self._ajustes
        datos = [str(a.urna), a.direccion, str(a.puerto), a.anfitrion]
        datos += [str(a.certificado or ""), str(a.llave or "")]
        with self._turno:
            if self._fin.is_set():
                return self.direccion
            self._proceso = subprocess.Popen(
                [sys.executable, "-m", "mesa_territorial.servidor.votacion.hijo", *datos],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                # Ctrl+C llega a todo el grupo; al hijo lo detiene su padre, en orden.
                start_new_session=True,
            )
        return _esperar_direccion(self._proceso)

    def _vigilar(self) -> None:
        seguidas = 0
        while self._proceso is not None and seguidas < MUERTES_SEGUIDAS:
            desde = time.monotonic()
            self._proceso.wait()
            if self._fin.is_set():
                return
            seguidas = seguidas + 1 if time.monotonic() - desde < VIDA_MINIMA else 0
            registro.error("El servidor de votos murió; se levanta otra vez")
            _terminar(self._proceso)
            time.sleep(0.2 * seguidas)
            try:
                self._partir()
            except ReglaRota:
                registro.exception("El servidor de votos no volvió a partir")
        self._fin.set()


def _terminar(proceso: "subprocess.Popen[str]") -> None:
    proceso.terminate()
    try:
        proceso.wait(DESPEDIDA)
    except subprocess.TimeoutExpired:
        proceso.kill()
        proceso.wait()
    for tubo in (proceso.stdin, proceso.stdout):
        if tubo:
            tubo.close()


def _esperar_direccion(proceso: "subprocess.Popen[str]") -> str:
    vigia = threading.Timer(PLAZO, proceso.kill)
    vigia.start()
    try:
        dichas = (linea.strip() for linea in proceso.stdout or ())
        dicho = next(filter(None, dichas), "")
    finally:
        vigia.cancel()
    if dicho.startswith(_SENIAL):
        return dicho.removeprefix(_SENIAL)
    _terminar(proceso)
    raise ReglaRota(dicho or "El servidor de votos no partió. Revise el registro del taller.")


def _morir_con_el_padre() -> None:
    """Cuando el padre muere se corta la entrada, y este proceso se va."""
    sys.stdin.read()
    os._exit(0)


def _correr(datos: list[str]) -> None:
    import asyncio

    from mesa_territorial.servidor.registro import registrar_en
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
    # Su propio archivo: dos procesos no pueden rotar el mismo.
    registrar_en(ajustes.urna.with_suffix(".log"))
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
