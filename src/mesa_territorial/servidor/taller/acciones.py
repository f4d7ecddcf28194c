"""Lo que quien facilita manda a hacer: cada botón de su página es un formulario."""

from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.servidor.acceso.identidad import exigir_rol
from mesa_territorial.servidor.taller.paginas import PaginaDeConduccion

LARGO = 500


class Accion(PaginaDeConduccion):
    """Un formulario de la página: hace lo suyo y la vuelve a mostrar con lo que pasó."""

    @exigir_rol("facilitador")
    def get(self) -> None:
        """Volver a cargar después de una acción vuelve a la página."""
        self.redirect("/taller")

    @exigir_rol("facilitador")
    def post(self) -> None:
        """Hace la acción; 422 con la explicación si no se puede. El comprobante ya se revisó."""
        try:
            hecho = self.hacer()
        except ReglaRota as regla:
            self.set_status(422)
            self.conducir(falla=str(regla))
            return
        self.conducir(hecho=hecho)

    def hacer(self) -> str:
        """Lo que hace, y la frase que lo cuenta."""
        raise NotImplementedError

    def escrito(self, campo: str) -> str:
        """Lo escrito en ese campo, recortado."""
        return str(self.get_body_argument(campo, ""))[:LARGO]


class Anuncio(Accion):
    """``/taller/anunciar``."""

    def hacer(self) -> str:
        """Lo dice a todas las páginas."""
        self.anfitrion.anunciar(self.escrito("texto"))
        return "Anunciado: aparece en todas las páginas en unos segundos."


class Formacion(Accion):
    """``/taller/formar``: una mesa nueva."""

    def hacer(self) -> str:
        """La forma, vacía o desde un caso."""
        grupo = self.anfitrion.formar(
            self.escrito("nombre"), self.escrito("base"), self.escrito("comuna"), autor=self.firma
        )
        return f"Se formó «{grupo.nombre}». Marque a las personas y siéntelas en ella."


class Asiento(Accion):
    """``/taller/sentar``: las personas marcadas, en una mesa o de pie."""

    def hacer(self) -> str:
        """Las sienta o las levanta."""
        cuantas = self.anfitrion.sentar(
            self.get_body_arguments("persona"), self.escrito("grupo") or None
        )
        personas = "1 persona" if cuantas == 1 else f"{cuantas} personas"
        return f"{'Sentó a' if self.escrito('grupo') else 'Levantó a'} {personas}."


class Reparto(Accion):
    """``/taller/repartir``: quienes están de pie, en mesas nuevas."""

    def hacer(self) -> str:
        """Reparte."""
        tamano = self.escrito("tamano")
        mesas = self.anfitrion.repartir(
            int(tamano) if tamano.isdecimal() and len(tamano) < 3 else 0,
            self.escrito("base"),
            self.escrito("comuna"),
            autor=self.firma,
        )
        return f"Se formaron {mesas} mesas." if mesas > 1 else "Se formó una mesa."


class Cierre(Accion):
    """``/taller/cerrar``."""

    def hacer(self) -> str:
        """Cierra el taller."""
        self.anfitrion.cerrar()
        return "El taller quedó cerrado. Cada persona ve cómo llevarse su copia."


class Borrado(Accion):
    """``/taller/borrar``: lo que se hizo en el taller, para siempre."""

    @exigir_rol("facilitador")
    async def post(self) -> None:
        """Cierra las páginas de todas y borra; 422 si falta confirmar o cerrar."""
        try:
            exigir(self.escrito("confirma") == "si", "Para borrar, marque que lo tiene claro.")
            exigir(not self.porteria.esta_abierto, "Primero cierre el taller.")
        except ReglaRota as regla:
            self.set_status(422)
            self.conducir(falla=str(regla))
            return
        datos: dict[str, Any] = {"quien": self.persona, "taller": self.porteria.taller}
        for persona in self.padron.participantes(self.anfitrion.taller):
            for nucleo in self.nucleos.tenencia(persona.id).abiertas:
                await self.nucleos.cerrar(nucleo)
        idas = self.anfitrion.borrar()
        self.settings["identity_provider"].clear_login_cookie(self)
        plantilla = self.plantillas.get_template("taller_borrado.html.j2")
        self.set_header("Cache-Control", "no-store")
        self.finish(plantilla.render(huellas=self.estaticos.huellas(), idas=idas, **datos))
