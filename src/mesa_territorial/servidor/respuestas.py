"""Lo común a todas las respuestas: cabeceras, plantillas y errores en castellano."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

if TYPE_CHECKING:
    from jinja2 import Environment

    from mesa_territorial.servidor.ajustes import Ajustes
    from mesa_territorial.servidor.estaticos import Estaticos
    from mesa_territorial.servidor.nucleos import Nucleos

POLITICA = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Los gráficos ponen estilos en línea; ninguno sale de un texto que escriba alguien.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
CABECERAS: Mapping[str, str] = {
    "Content-Security-Policy": POLITICA,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_ERRORES: Mapping[int, tuple[str, str]] = {
    403: (
        "Esta página pide su llave",
        "Abra el kit desde la ventana donde corre «mesa servir»: ahí está la dirección completa, "
        "con la llave de esta sesión.",
    ),
    404: (
        "Aquí no hay nada",
        "La dirección no lleva a ninguna página del kit. Puede volver a la ruta de temas.",
    ),
    429: (
        "Hubo demasiados intentos",
        "Espere un minuto y pruebe de nuevo, con la dirección completa que muestra la ventana "
        "donde corre el kit.",
    ),
    503: (
        "Hay muchas páginas abiertas",
        "Su computador ya tiene todas las páginas del kit que puede atender a la vez. Cierre "
        "alguna pestaña que no esté usando; esta página volverá a intentarlo sola.",
    ),
}
_FALLA = (
    "Algo falló de nuestro lado",
    "Lo que ya estaba guardado sigue guardado. Vuelva a cargar la página; si se repite, avise a "
    "quien le ayuda con el kit.",
)


class Respuesta(JupyterHandler):
    """La base de las páginas: exige Host permitido e identidad, y habla castellano."""

    @property
    def nucleos(self) -> "Nucleos":
        """Los núcleos de este servidor."""
        return self.settings["kernel_manager"]  # type: ignore[no-any-return]

    @property
    def estaticos(self) -> "Estaticos":
        """Los archivos de la pantalla."""
        return self.settings["mesa_estaticos"]  # type: ignore[no-any-return]

    @property
    def ajustes(self) -> "Ajustes":
        """Los ajustes de este servidor."""
        return self.settings["mesa_ajustes"]  # type: ignore[no-any-return]

    @property
    def plantillas(self) -> "Environment":
        """Las plantillas de página."""
        return self.settings["mesa_plantillas"]  # type: ignore[no-any-return]

    def get_login_url(self) -> str:
        """Donde se entra al taller; en un computador propio no hay formulario: 403."""
        entrada: str = self.settings.get("mesa_entrada", "")
        if not entrada:
            raise HTTPError(403)
        return f"{entrada}?{urlencode({'sigue': self.request.uri})}"

    def write_error(self, status_code: int, **campos: Any) -> None:
        """La página de error, con la misma cara que las demás."""
        errores = {**_ERRORES, **self.settings["mesa_errores"]}
        titulo, texto = errores.get(status_code, _FALLA)
        if status_code == 405:
            titulo, texto = errores[404]
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.plantillas.get_template("error.html.j2").render(
                titulo=titulo,
                texto=texto,
                vuelve=status_code != 403 or bool(self.settings.get("mesa_entrada")),
                reintenta=status_code == 503,
                huellas=self.estaticos.huellas(),
            )
        )


class NoExiste(Respuesta):
    """Cualquier dirección que no sea del kit."""

    async def prepare(self, **opciones: Any) -> None:
        """Revisa el Host e identidad y responde 404 a cualquier verbo."""
        await super().prepare(**opciones)
        raise HTTPError(404)
