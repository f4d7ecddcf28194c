"""La pantalla de quien facilita una votación: crearla, conducirla, leerla y adoptarla."""

from typing import Any

import traitlets as t
from ipywidgets import widget_serialization

from mesa_territorial.analisis.consenso_adopcion import adoptar, frase_de_adopcion, proponer
from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.escala.votacion import adoptar_pesos, proponer_pesos
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.votacion import TipoConsulta
from mesa_territorial.intercambio.papeletas import planilla_de_papeletas
from mesa_territorial.intercambio.papeletas_hoja import hoja_de_papeletas
from mesa_territorial.intercambio.papeletas_lectura import leer_papeletas
from mesa_territorial_widgets.componentes.archivos import desde_base64, para_bajar
from mesa_territorial_widgets.componentes.exportador import nombre_de_archivo
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.componentes.votacion_fichas import (
    ADOPTABLES,
    ficha_de,
    ficha_de_peso,
    ficha_de_propuesta,
)
from mesa_territorial_widgets.componentes.votacion_guion import tipos_para_pantalla
from mesa_territorial_widgets.componentes.votacion_sala import RondasVivas, Sala
from mesa_territorial_widgets.componentes.votacion_vivo import VistaDeVotacion

MAX_MEGAS = 5
SOLO_MIRA = "Esta votación la conduce quien facilita el taller; usted puede mirarla."


class Votacion(VistaDeVotacion):
    """``valor`` es la votación que se conduce. La ``pizarra`` es la de la Mesa: se adopta en ella.

    ``en_vivo`` muestra los resultados en esta pantalla mientras se vota; nunca en el proyector.
    """

    modulo = "votacion"
    pizarra = t.Instance(Pizarra).tag(sync=True, **widget_serialization)
    tipos = t.List().tag(sync=True)
    actores = t.List().tag(sync=True)
    votaciones = t.List().tag(sync=True)
    en_vivo = t.Bool(False).tag(sync=True)
    puede_conducir = t.Bool(False).tag(sync=True)

    def __init__(self, sala: Sala, pizarra: Pizarra, *, clave: str = "") -> None:
        super().__init__(
            sala,
            pizarra=pizarra,
            tipos=tipos_para_pantalla(),
            puede_conducir=sala.puede_conducir,
        )
        pizarra.observe(lambda _: atender(self._refrescar_actores), "valor")
        self._refrescar_actores()
        self._listar()
        if clave:
            self.elegir(clave)

    def _refrescar_actores(self) -> None:
        self.actores = [
            {
                "id": a.id,
                "nombre": a.nombre,
                "sector": str(a.sector),
                "valorado": a.influencia is not None and a.interes is not None,
            }
            for a in self.pizarra.valor.actores.values()
        ]
        self._dibujar_mesa()

    def _listar(self) -> None:
        self.votaciones = [ficha_de(v) for v in self._sala.listar()]

    def _se_ve(self) -> bool:
        return super()._se_ve() or (self.en_vivo and self._conduce())

    def _conduce(self) -> bool:
        return self._sala.puede_conducir

    def _exigir_mirada(self) -> RondasVivas:
        exigir(self._vivas is not None, "Elija primero una votación.")
        assert self._vivas is not None
        return self._vivas

    def _exigir_conducir(self) -> RondasVivas:
        exigir(self._sala.puede_conducir, SOLO_MIRA)
        return self._exigir_mirada()

    def _al_crear(self, **campos: Any) -> str:
        exigir(self._sala.puede_conducir, SOLO_MIRA)
        nueva = self._sala.crear(**campos)
        self._listar()
        self.elegir(nueva.id)
        return nueva.id

    def _al_elegir(self, id: str) -> None:
        self.en_vivo = False
        self.elegir(str(id))

    def _al_volver(self) -> None:
        self._mirar_a(None)
        self._listar()

    def _al_pasar(self, paso: str) -> None:
        vivas = self._exigir_conducir()
        self._sala.pasar(vivas.votacion.id, str(paso))
        self.en_vivo = False
        vivas.mirar()
        self.publicar()

    def _al_mirar_en_vivo(self, si: bool) -> None:
        self._exigir_conducir().mirar()
        self.en_vivo = bool(si)
        self.publicar()

    def _adoptable(self) -> tuple[int, Conteo]:
        vivas = self._exigir_conducir()
        vistas = [r.numero for r in vivas.votacion.rondas if r.esta_a_la_vista]
        exigir(
            vivas.votacion.tipo in ADOPTABLES,
            "Sólo se adopta una de actores o de pesos de criterios.",
        )
        exigir(bool(vistas), "Revele la ronda antes de adoptar su resultado.")
        return vistas[-1], vivas.conteos[vistas[-1]]

    def _al_previsualizar(self) -> list[dict[str, Any]]:
        _, conteo = self._adoptable()
        mesa, votacion = self.pizarra.valor, self._exigir_mirada().votacion
        if votacion.tipo is TipoConsulta.PESOS:
            return [ficha_de_peso(conteo, p) for p in proponer_pesos(mesa, votacion, conteo)]
        return [ficha_de_propuesta(mesa, conteo, p) for p in proponer(mesa, conteo)]

    def _al_adoptar(self, ids: list[str]) -> str:
        ronda, conteo = self._adoptable()
        mesa, votacion = self.pizarra.valor, self._exigir_mirada().votacion
        if votacion.tipo is TipoConsulta.PESOS:
            frase, con_pesos = adoptar_pesos(mesa, votacion, ronda, conteo)
            self._sala.adoptar(frase, con_pesos)
            return frase
        propuestas, transicion = adoptar(mesa, conteo, [str(i) for i in ids])
        frase = frase_de_adopcion(votacion, ronda, conteo, len(propuestas))
        self._sala.adoptar(frase, transicion)
        return frase

    def _al_bajar_hoja(self) -> dict[str, str]:
        votacion = self._exigir_mirada().votacion
        mesa = self.pizarra.valor.nombre
        return para_bajar(
            f"{nombre_de_archivo(votacion.titulo)}_papeleta.html", hoja_de_papeletas(votacion, mesa)
        )

    def _al_bajar_planilla(self) -> dict[str, str]:
        votacion = self._exigir_mirada().votacion
        nombre = f"{nombre_de_archivo(votacion.titulo)}_papeletas.xlsx"
        return para_bajar(nombre, planilla_de_papeletas(votacion))

    def _al_importar_papeletas(self, nombre: str, base64: str) -> dict[str, Any]:
        vivas = self._exigir_conducir()
        if not vivas.ronda:
            raise ReglaRota("Abra la votación antes de traer las papeletas.")
        contenido = desde_base64(base64, megas=MAX_MEGAS)
        leidas = leer_papeletas(vivas.votacion, str(nombre), contenido)
        carga = self._sala.cargar(vivas.votacion.id, vivas.ronda, leidas.papeletas)
        malas = [f"Papeleta {e.testigo}: {e.frase}" for e in carga.errores]
        self.mirar()
        return {
            "guardadas": carga.guardadas,
            "errores": [*(p.frase for p in leidas.problemas), *malas],
        }
