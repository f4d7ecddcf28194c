"""El certificado propio: sirve, se reutiliza, se renueva a tiempo y nadie más lo lee."""

import socket
import ssl
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.tls import Certificado, certificado_propio

AHORA = datetime.now(UTC)
NOMBRES = ("127.0.0.1", "localhost", "192.168.1.20")


def test_un_navegador_que_confia_en_el_se_conecta_cifrado(tmp_path: Path) -> None:
    par = certificado_propio(tmp_path, NOMBRES, AHORA)
    servidor, cliente = socket.socketpair()
    conoce = ssl.create_default_context(cafile=str(par.certificado))
    atiende = threading.Thread(
        target=lambda: par.contexto().wrap_socket(servidor, server_side=True).close()
    )
    atiende.start()

    with conoce.wrap_socket(cliente, server_hostname="192.168.1.20") as canal:
        version = canal.version()

    atiende.join(5)
    assert version == "TLSv1.3"


def test_la_llave_la_lee_solo_su_duenio(tmp_path: Path) -> None:
    par = certificado_propio(tmp_path / "tls", NOMBRES, AHORA)

    assert stat.S_IMODE(par.llave.stat().st_mode) == 0o600
    assert stat.S_IMODE(par.llave.parent.stat().st_mode) == 0o700


def test_se_reutiliza_mientras_sirva(tmp_path: Path) -> None:
    antes = certificado_propio(tmp_path, NOMBRES, AHORA).huella()

    despues = certificado_propio(tmp_path, NOMBRES[:2], AHORA + timedelta(days=300)).huella()

    assert antes == despues


@pytest.mark.parametrize(
    ("nombres", "cuando"),
    [((*NOMBRES, "10.0.0.9"), AHORA), (NOMBRES, AHORA + timedelta(days=392))],
    ids=["otra red", "por vencer"],
)
def test_se_hace_otro_si_la_direccion_cambia_o_esta_por_vencer(
    tmp_path: Path, nombres: tuple[str, ...], cuando: datetime
) -> None:
    antes = certificado_propio(tmp_path, NOMBRES, AHORA).huella()

    assert certificado_propio(tmp_path, nombres, cuando).huella() != antes


def test_un_archivo_daniado_se_reemplaza(tmp_path: Path) -> None:
    par = certificado_propio(tmp_path, NOMBRES, AHORA)
    par.certificado.write_bytes(b"basura")

    assert certificado_propio(tmp_path, NOMBRES, AHORA).contexto()


def test_un_par_que_no_calza_se_dice(tmp_path: Path) -> None:
    uno = certificado_propio(tmp_path / "a", NOMBRES, AHORA)
    otro = certificado_propio(tmp_path / "b", NOMBRES, AHORA)

    with pytest.raises(ReglaRota, match="no sirven juntos"):
        Certificado(uno.certificado, otro.llave).contexto()
