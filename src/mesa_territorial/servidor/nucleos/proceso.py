"""El proceso de un núcleo que brotó, visto desde el servidor."""

import contextlib
import os
import signal
import socket

from mesa_territorial.servidor.nucleos.linea import se_corto


class Brote:
    """El proceso de un núcleo, con los gestos de ``subprocess.Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, linea: socket.socket) -> None:
        self.pid = pid
        self._linea = linea
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """``None`` mientras vive. No es hijo del servidor: se sabe porque la línea se corta."""
        if self.returncode is None and se_corto(self._linea):
            self._linea.close()
            self.returncode = 0
        return self.returncode

    def wait(self) -> int | None:
        """El código de salida de un proceso que ya terminó."""
        return self.poll()

    def send_signal(self, signum: int) -> None:
        """Manda la señal al grupo del núcleo, si sigue vivo."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signum)

    def kill(self) -> None:
        """Lo mata sin aviso."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Le pide que termine."""
        self.send_signal(signal.SIGTERM)
