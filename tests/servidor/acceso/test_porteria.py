"""La portería: quién entra, quién vuelve, quién se frena y qué queda escrito."""

import itertools
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mesa_territorial.almacen.padron import Padron
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.acceso import codigos
from mesa_territorial.servidor.acceso.porteria import CodigoErrado, Porteria
from mesa_territorial.servidor.freno import Frenado, Freno

SECRETO = b"s" * 32
HOY = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Hora:
    """Un reloj que se mueve a mano."""

    def __init__(self) -> None:
        self.ahora = HOY

    def __call__(self) -> datetime:
        return self.ahora


@pytest.fixture
def hora() -> Hora:
    return Hora()


@pytest.fixture
def porteria(tmp_path: Path, hora: Hora) -> Iterator[Porteria]:
    segundos = itertools.count()
    with Padron.abrir(tmp_path / "mesas.sqlite", reloj=hora) as padron:
        una = Porteria(
            padron, SECRETO, freno=Freno(reloj=lambda: next(segundos) / 1000), reloj=hora
        )
        una.abrir("Taller de prueba")
        yield una


def _errado(porteria: Porteria) -> str:
    while (otro := codigos.sortear_codigo(secrets.choice)) == porteria.codigo:
        pass
    return otro


def test_con_el_codigo_y_un_nombre_se_entra_como_participante(porteria: Porteria) -> None:
    persona = porteria.entrar(porteria.codigo.upper(), " Rosa ", "ip")

    assert (persona.nombre, persona.rol) == ("Rosa", "participante")
    assert porteria.persona(persona.id) == persona


def test_dos_personas_con_el_mismo_nombre_son_dos(porteria: Porteria) -> None:
    una, otra = (porteria.entrar(porteria.codigo, "Rosa", "ip") for _ in range(2))

    assert una.id != otra.id
    assert porteria.codigo_de_retorno(una.id) != porteria.codigo_de_retorno(otra.id)


def test_sin_nombre_no_se_entra_ni_cuenta_como_fallo(porteria: Porteria) -> None:
    with pytest.raises(ReglaRota, match="nombre"):
        porteria.entrar(porteria.codigo, "  ", "ip")

    assert porteria.freno.fallos() == 0


def test_el_codigo_de_retorno_lleva_a_la_misma_persona(porteria: Porteria) -> None:
    rosa, _ = (porteria.entrar(porteria.codigo, n, "ip") for n in ("Rosa", "Juan"))

    assert porteria.volver(porteria.codigo_de_retorno(rosa.id).replace(" ", "-"), "ip") == rosa


def test_un_codigo_de_retorno_inventado_no_lleva_a_nadie(porteria: Porteria) -> None:
    porteria.entrar(porteria.codigo, "Rosa", "ip")

    with pytest.raises(CodigoErrado):
        porteria.volver(codigos.codigo_de_retorno(b"otro", "p1"), "ip")


def test_diez_fallos_frenan_a_esa_direccion_y_a_ninguna_otra(porteria: Porteria) -> None:
    for _ in range(10):
        with pytest.raises(CodigoErrado):
            porteria.entrar(_errado(porteria), "x", "mala")

    with pytest.raises(Frenado):
        porteria.entrar(porteria.codigo, "x", "mala")
    assert porteria.entrar(porteria.codigo, "Rosa", "buena")


def test_toda_una_sala_entra_desde_la_misma_direccion(porteria: Porteria) -> None:
    personas = [porteria.entrar(porteria.codigo, f"P{n}", "la-sala") for n in range(60)]

    assert len({p.id for p in personas}) == 60


def test_equivocarse_de_letra_no_frena_a_la_sala(porteria: Porteria) -> None:
    for _ in range(30):
        with pytest.raises(codigos.CodigoMalEscrito):
            porteria.entrar("copigue faro trigo nube", "x", "la-sala")

    assert porteria.entrar(porteria.codigo, "Rosa", "la-sala")


def test_escribir_mal_sin_parar_tambien_tiene_tope(porteria: Porteria) -> None:
    for _ in range(120):
        with pytest.raises(codigos.CodigoMalEscrito):
            porteria.entrar("nada", "x", "mala")

    with pytest.raises(Frenado):
        porteria.entrar(porteria.codigo, "x", "mala")


def test_el_enlace_de_quien_facilita_sirve_una_vez(porteria: Porteria) -> None:
    llave = porteria.llave("facilitador")

    persona = porteria.abrir_con_llave(llave, "ip")

    assert persona.rol == "facilitador"
    with pytest.raises(CodigoErrado):
        porteria.abrir_con_llave(llave, "ip")
    assert porteria.abrir_con_llave(porteria.llave("facilitador"), "ip") == persona


def test_el_enlace_de_tutoria_no_da_el_rol_de_quien_facilita(porteria: Porteria) -> None:
    assert porteria.abrir_con_llave(porteria.llave("tutor"), "ip").rol == "tutor"


def test_adivinar_el_enlace_tambien_se_frena(porteria: Porteria) -> None:
    for _ in range(10):
        with pytest.raises(CodigoErrado):
            porteria.abrir_con_llave("x", "mala")

    with pytest.raises(Frenado):
        porteria.abrir_con_llave(porteria.llave("facilitador"), "mala")


def test_cerrado_el_taller_el_codigo_no_sirve_y_quien_entro_sigue(porteria: Porteria) -> None:
    codigo = porteria.codigo
    rosa = porteria.entrar(codigo, "Rosa", "ip")

    porteria.cerrar()

    with pytest.raises(ReglaRota, match="ya cerró"):
        porteria.entrar(codigo, "Tarde", "ip")
    assert porteria.persona(rosa.id) == rosa


def test_el_mismo_dia_se_retoma_con_otro_codigo_y_la_misma_gente(
    porteria: Porteria, hora: Hora
) -> None:
    rosa = porteria.entrar(porteria.codigo, "Rosa", "ip")
    hora.ahora = HOY + timedelta(hours=3)
    otra = Porteria(porteria.padron, SECRETO, reloj=hora)

    otra.abrir("Otro título")

    assert otra.retomado
    assert otra.codigo != porteria.codigo
    assert otra.volver(porteria.codigo_de_retorno(rosa.id), "ip") == rosa


@pytest.mark.parametrize(("despues", "nuevo"), [(timedelta(hours=20), False), (timedelta(0), True)])
def test_otro_dia_o_si_se_pide_el_taller_es_otro_y_nadie_del_anterior_entra(
    porteria: Porteria, hora: Hora, despues: timedelta, nuevo: bool
) -> None:
    rosa = porteria.entrar(porteria.codigo, "Rosa", "ip")
    hora.ahora = HOY + despues
    otra = Porteria(porteria.padron, SECRETO, reloj=hora)

    otra.abrir("Otro taller", nuevo=nuevo)

    assert not otra.retomado
    assert otra.persona(rosa.id) is None
    with pytest.raises(CodigoErrado):
        otra.volver(porteria.codigo_de_retorno(rosa.id), "ip")


def test_en_el_disco_no_queda_ningun_codigo(porteria: Porteria, tmp_path: Path) -> None:
    rosa = porteria.entrar(porteria.codigo, "Rosa", "ip")
    secretos = [porteria.codigo, porteria.codigo_de_retorno(rosa.id), porteria.llave("tutor")]

    escrito = b"".join(a.read_bytes() for a in tmp_path.iterdir() if a.is_file())

    assert b"Rosa" in escrito
    assert not [s for s in secretos if s.encode() in escrito]
