"""El territorio de la Mesa: su comuna por búsqueda, el lugar, el nivel y las otras comunas."""

from dataclasses import replace
from typing import Any

import traitlets as t
from ipywidgets import DOMWidget, widget_serialization

from mesa_territorial import textos
from mesa_territorial.casos import buscar_comunas, comuna
from mesa_territorial.casos.regiones import nombre_de_region, region_de
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import Indicador, OtraComuna
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.esquemas.ficha_territorial import LUGAR
from mesa_territorial_widgets.componentes.fichero import Formulario
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia

LARGO_LUGAR = 200
NIVELES = {c: n for c, n in textos.NIVELES.items() if c != "nacional"}


class TerritorioDeLaMesa(ComponenteDePizarra):
    """Dónde trabaja la Mesa. Cambiarlo es un paso que se deshace, como todo lo demás.

    ``dicho`` es lo que se muestra: la comuna con su código, su provincia y región, y las otras.
    """

    modulo = "territorio"
    niveles = t.List().tag(sync=True)
    dicho = t.Dict().tag(sync=True)
    lugar = t.Instance(DOMWidget).tag(sync=True, **widget_serialization)

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        niveles = [{"clave": c, "nombre": n} for c, n in NIVELES.items()]
        if isinstance(pizarra, Mesa):
            pizarra = Pizarra(pizarra)
        super().__init__(pizarra, niveles=niveles, lugar=Formulario(pizarra, LUGAR), **rasgos)
        mantener_al_dia(self.pizarra, self._decir, mira=_lo_que_se_dice)

    def _decir(self, mesa: Mesa) -> None:
        self.dicho = decir_territorio(mesa)

    def _al_buscar_comuna(self, texto: str) -> list[dict[str, str]]:
        halladas = buscar_comunas(str(texto)[:80], limite=8) if str(texto).strip() else ()
        return [{"cut": c.cut, "nombre": c.nombre, "region": c.region} for c in halladas]

    def _al_ubicar(self, campos: dict[str, Any], insistir: bool = False) -> None:
        """Cambia ``cut``, ``lugar`` o ``nivel``; lo que no viene queda igual."""
        self._exigir_que_se_pueda()
        nuevo = con_campos(self.valor.territorio, campos)
        frase = decir_cambio(self.valor.territorio, nuevo)
        if frase:
            self.pizarra.ordenar(
                frase, lambda m: ubicar(m, con_campos(m.territorio, campos)), insistir=insistir
            )

    def _al_sumar_comuna(self, cut: str) -> None:
        self._exigir_que_se_pueda()
        otra = comuna(cut)
        exigir(
            cut != self.valor.territorio.cut_comuna, f"{otra.nombre} ya es la comuna de la Mesa."
        )
        self.pizarra.ordenar(
            f"Territorio: sumó la comuna de {otra.nombre}", lambda m: con_comuna(m, cut)
        )

    def _al_quitar_comuna(self, cut: str) -> None:
        self._exigir_que_se_pueda()
        nombre = comuna(cut).nombre
        self.pizarra.ordenar(
            f"Territorio: quitó la comuna de {nombre}", lambda m: sin_comuna(m, cut)
        )

    def _exigir_que_se_pueda(self) -> None:
        exigir(not self.pizarra.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")


def _lo_que_se_dice(mesa: Mesa) -> Any:
    return mesa.territorio, mesa.ficha_territorial.comunas


def decir_territorio(mesa: Mesa) -> dict[str, Any]:
    """El territorio en palabras: comuna, provincia, región, código y las otras comunas."""
    cut = mesa.territorio.cut_comuna
    return {
        **_decir_comuna(cut),
        "cut": cut,
        "region": nombre_de_region(region_de(cut)),
        "lugar": mesa.territorio.lugar,
        "nivel": mesa.territorio.nivel,
        "descrito": bool(mesa.ficha_territorial.descripcion or mesa.ficha_territorial.limites),
        "otras": [_decir_otra(o) for o in mesa.ficha_territorial.comunas.values()],
    }


def _decir_comuna(cut: str) -> dict[str, Any]:
    """El nombre y la provincia; un código que no existe (de un archivo ajeno) se dice."""
    try:
        propia = comuna(cut)
    except ReglaRota as regla:
        return {"comuna": "sin reconocer", "provincia": "", "en_mapa": False, "falta": str(regla)}
    return {"comuna": propia.nombre, "provincia": propia.provincia, "en_mapa": propia.en_mapa}


def _decir_otra(otra: OtraComuna) -> dict[str, str]:
    return {"cut": otra.id, "nombre": _nombre(otra.id), "motivo": otra.motivo}


def con_campos(antes: Territorio, campos: dict[str, Any]) -> Territorio:
    """El territorio con los campos que llegan; levanta ``ReglaRota`` si alguno no sirve."""
    cut, lugar = str(campos.get("cut", antes.cut_comuna)), str(campos.get("lugar", antes.lugar))
    comuna(cut)
    exigir(len(lugar) <= LARGO_LUGAR, f"El lugar admite {LARGO_LUGAR} letras.")
    nivel = str(campos.get("nivel", antes.nivel))
    exigir(nivel in NIVELES, f"El nivel «{nivel}» no existe: elija uno de la lista.")
    return Territorio(cut_comuna=cut, lugar=" ".join(lugar.split()), nivel=Nivel(nivel))


def decir_cambio(antes: Territorio, despues: Territorio) -> str:
    """«Territorio: comuna Valparaíso → Viña del Mar»; vacío si nada cambia."""
    pares = (
        ("comuna", _nombre(antes.cut_comuna), _nombre(despues.cut_comuna)),
        ("lugar", antes.lugar or "(vacío)", despues.lugar or "(vacío)"),
        ("nivel", NIVELES.get(antes.nivel, antes.nivel), NIVELES[despues.nivel]),
    )
    cambios = [
        f"{que} {viejo[:60]} → {nuevo[:60]}" for que, viejo, nuevo in pares if viejo != nuevo
    ]
    return f"Territorio: {'; '.join(cambios)}" if cambios else ""


def _nombre(cut: str) -> str:
    try:
        return comuna(cut).etiqueta
    except ReglaRota:
        return cut


def ubicar(mesa: Mesa, territorio: Territorio) -> Mesa:
    """La Mesa en otro territorio; los indicadores de la comuna anterior recuerdan de cuál eran.

    El que trae el dato de la comuna nueva pasa a mostrar ése.
    """
    antes, ahora = mesa.territorio.cut_comuna, territorio.cut_comuna
    ficha = mesa.ficha_territorial
    if antes != ahora:
        indicadores = {i: _mudar(x, antes, ahora) for i, x in ficha.indicadores.items()}
        otras = {c: o for c, o in ficha.comunas.items() if c != ahora}
        ficha = replace(ficha, indicadores=indicadores, comunas=otras)
    return mesa.con(territorio=territorio, ficha_territorial=ficha)


def _mudar(indicador: Indicador, antes: str, ahora: str) -> Indicador:
    if indicador.nivel is not Nivel.COMUNA:
        return indicador
    if ahora not in indicador.valores:
        return replace(indicador, cut=indicador.cut or antes)
    return replace(
        indicador,
        cut=ahora,
        valor=indicador.valores[ahora],
        minimo=indicador.minimos.get(ahora),
        maximo=indicador.maximos.get(ahora),
    )


def con_comuna(mesa: Mesa, cut: str) -> Mesa:
    """La Mesa con otra comuna en su lista; pasa a ser intercomunal."""
    ficha = mesa.ficha_territorial
    comunas = {**ficha.comunas, cut: ficha.comunas.get(cut) or OtraComuna(id=cut)}
    return mesa.con(
        territorio=replace(mesa.territorio, nivel=Nivel.INTERCOMUNAL),
        ficha_territorial=replace(ficha, comunas=comunas),
    )


def sin_comuna(mesa: Mesa, cut: str) -> Mesa:
    """La Mesa sin esa comuna en su lista; levanta ``ReglaRota`` si ya no está."""
    ficha = mesa.ficha_territorial
    exigir(cut in ficha.comunas, "Esa comuna ya no está en la lista.")
    quedan = {c: o for c, o in ficha.comunas.items() if c != cut}
    return mesa.con(ficha_territorial=replace(ficha, comunas=quedan))
