"""La vida de una página abierta: late mientras su núcleo vive y lo cierra al irse."""

from jupyter_server.auth.decorator import authorized
from tornado.web import authenticated

from mesa_territorial.servidor.respuestas import Respuesta


class Latido(Respuesta):
    """``GET /mesa/latido/<núcleo>``: 204 si vive, 410 si ya no."""

    auth_resource = "kernels"

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """Responde sin contar como actividad: un latido no mantiene vivo a nadie."""
        suyo = self.nucleos.duenio(kernel_id) == self.current_user.username
        vive = suyo and await self.nucleos.vive(kernel_id)
        self.set_header("Cache-Control", "no-store")
        self.set_status(204 if vive else 410)
        self.finish()


class Cierre(Respuesta):
    """``POST /mesa/cerrar/<núcleo>``: el aviso que manda la página al irse."""

    auth_resource = "kernels"

    @authenticated
    @authorized
    async def post(self, kernel_id: str) -> None:
        """Termina el núcleo; 403 si es de otra identidad."""
        await self.nucleos.cerrar(kernel_id)
        self.set_status(204)
        self.finish()
