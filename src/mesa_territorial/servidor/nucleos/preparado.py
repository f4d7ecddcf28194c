"""La aplicación de ipykernel partida en dos: lo que se hace una vez y lo que hace cada brote.

Antes de bifurcar queda todo lo que no tiene dueño: configuración, intérprete, registro de widgets.
Después, lo que sólo puede existir en un proceso vivo: canales, hilos, sesión e identidad.
"""

import sys
import uuid
from typing import Any

import zmq
from ipykernel import debugger  # noqa: F401 — se importa tarde en cada núcleo: mejor una sola vez
from ipykernel.control import ControlThread
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.shellchannel import ShellChannelThread
from IPython.core.application import BaseIPythonApplication
from jupyter_client.session import Session
from tornado.platform import asyncio as _asyncio  # noqa: F401 — ídem
from zmq.eventloop.zmqstream import ZMQStream

OPCIONES = (
    "--HistoryManager.enabled=False",
    # Copiar lo que se escriba por debajo de Python cuesta dos hilos por núcleo.
    "--IPKernelApp.capture_fd_output=False",
)


_SALIDAS = ("display_data", "execute_result")


class SesionMuda(Session):
    """La sesión de un núcleo que todavía no tiene canales: anota lo que se mostraría."""

    def __init__(self, **campos: Any) -> None:
        super().__init__(**campos)
        self.salidas: list[dict[str, Any]] = []

    def send(self, stream: Any, msg_or_type: Any, *partes: Any, **campos: Any) -> Any:
        """Guarda las salidas; los mensajes de widgets no van a nadie: se leen al conectar."""
        if isinstance(msg_or_type, dict) and msg_or_type["msg_type"] in _SALIDAS:
            datos = msg_or_type["content"]["data"]
            self.salidas.append({"output_type": "display_data", "data": datos})
        return msg_or_type


class NucleoSinDepurador(IPythonKernel):
    """El núcleo de siempre, sin la tarea que espera a un depurador."""

    shell: Any

    def start(self) -> None:
        """Empieza a atender sus canales."""
        self.shell.exit_now = False
        Kernel.start(self)


class NucleoPreparado(IPKernelApp):
    """``preparar`` corre en el almácigo, una vez; ``brotar`` corre en cada brote."""

    kernel_class = NucleoSinDepurador

    def preparar(self) -> None:
        """Deja listo el núcleo y su intérprete, sin canales ni hilos."""
        BaseIPythonApplication.initialize(self, list(OPCIONES))
        self.init_pdb()
        self.muda = SesionMuda(parent=self)
        self.kernel = self.kernel_class.instance(
            parent=self,
            session=self.muda,
            log=self.log,
            profile_dir=self.profile_dir,
            user_ns=self.user_ns,
        )
        self.init_path()
        self.init_shell()
        # ipywidgets sólo se anota solo si lo cargan dentro de un intérprete.
        from ipywidgets import register_comm_target

        register_comm_target()

    def brotar(self, conexion: str) -> None:
        """Abre los canales que dice el archivo ``conexion`` y ata a ellos el núcleo preparado."""
        self.connection_file = conexion
        # La clave y el nombre de la sesión se hacen después de bifurcar: nadie los comparte.
        self.session = Session(parent=self, session=str(uuid.uuid4()))
        self.load_connection_file()
        self.init_sockets()
        self.init_heartbeat()
        self._ports = {
            canal: getattr(self, f"{canal}_port")
            for canal in ("shell", "iopub", "stdin", "hb", "control")
        }
        self.init_io()
        self.init_signal()
        self.init_kernel()

    def init_control(self, context: zmq.Context[Any]) -> None:
        """El canal de control, sin los del depurador, que aquí no existe."""
        self.control_socket = context.socket(zmq.ROUTER)
        self.control_socket.linger = 1000
        self.control_port = self._bind_socket(self.control_socket, self.control_port)
        self.control_socket.router_handover = 1
        self.control_thread = ControlThread(daemon=True)
        self.shell_channel_thread = ShellChannelThread(context, daemon=True)

    def configure_tornado_logger(self) -> None:
        """Nada: el registro del almácigo ya sirve."""

    def init_kernel(self) -> None:
        """Da sus canales y su identidad al núcleo que venía preparado."""
        hilo = self.shell_channel_thread
        hilo.shell_stream = ZMQStream(self.shell_socket, hilo.io_loop)
        control = ZMQStream(self.control_socket, self.control_thread.io_loop)
        self.control_thread.start()
        hilo.start()
        nucleo = self.kernel
        nucleo.ident = str(uuid.uuid4())
        nucleo.session = self.session
        nucleo.control_stream, nucleo.shell_stream = control, hilo.shell_stream
        nucleo.control_thread, nucleo.shell_channel_thread = self.control_thread, hilo
        nucleo.iopub_thread, nucleo.iopub_socket = self.iopub_thread, self.iopub_socket
        nucleo.stdin_socket = self.stdin_socket
        nucleo._stdout, nucleo._stderr = sys.stdout, sys.stderr
        nucleo.record_ports({f"{nombre}_port": puerto for nombre, puerto in self._ports.items()})
        self._atar_interprete()

    def _atar_interprete(self) -> None:
        nucleo, shell = self.kernel, self.kernel.shell
        shell.displayhook.session = shell.display_pub.session = self.session
        shell.displayhook.pub_socket = shell.display_pub.pub_socket = self.iopub_socket
        shell.displayhook.topic = nucleo._topic("execute_result")
        self.displayhook.get_execution_count = lambda: nucleo.execution_count
