"""``mesa taller``: una orden, sin preguntas, y todo lo que la sala necesita en la ventana."""

import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mesa_territorial.consola import app
from mesa_territorial.consola.anuncio import dibujar_qr
from mesa_territorial.servidor.acceso import codigos


@dataclass
class Ventana:
    """La orden corriendo y lo que va diciendo."""

    proceso: "subprocess.Popen[str]"
    registro: Path
    casa: Path
    dicho: str = field(default="")

    def leer(self, hasta: str, plazo: float = 60) -> str:
        """Lo dicho, cuando ya aparece ``hasta``."""
        limite = time.monotonic() + plazo
        while time.monotonic() < limite:
            self.dicho = self.registro.read_text(encoding="utf-8")
            if hasta in self.dicho:
                return self.dicho
            assert self.proceso.poll() is None, self.dicho
            time.sleep(0.1)
        raise AssertionError(self.dicho)

    def pedir(self, direccion: str) -> tuple[int, str]:
        """Pide una página confiando en el certificado del taller."""
        (par,) = self.casa.rglob("certificado.pem")
        confia = ssl.create_default_context(cafile=str(par))
        abre = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=confia)
        )
        with abre.open(direccion, timeout=30) as respuesta:
            return respuesta.status, respuesta.read().decode()


@pytest.fixture(scope="module")
def ventana(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ventana]:
    casa = tmp_path_factory.mktemp("casa")
    registro = casa / "ventana.txt"
    entorno = {**os.environ, "HOME": str(casa), "XDG_DATA_HOME": str(casa / "datos")}
    entorno |= {"MESAS_BD": str(casa / "mesas.sqlite"), "PYTHONUNBUFFERED": "1"}
    orden = [str(Path(sys.executable).with_name("mesa")), "taller", "--titulo", "Cerro Alto"]
    with registro.open("w") as salida:
        proceso = subprocess.Popen(
            [*orden, "--direccion", "127.0.0.1", "--puerto", "9760", "--lugares", "4"],
            stdout=salida,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            env=entorno,
        )
    yield Ventana(proceso, registro, casa)
    if proceso.poll() is None:
        proceso.terminate()
        proceso.wait(20)


def test_dice_todo_lo_que_hace_falta_sin_preguntar_nada(ventana: Ventana) -> None:
    dicho = ventana.leer("Ctrl+C")

    codigo = re.search(r"Código +(.+)", dicho)
    assert codigo and codigos.leer_codigo_del_taller(codigo[1])
    assert "Taller abierto: Cerro Alto" in dicho
    assert re.search(r"https://127\.0\.0\.1:97\d\d\n", dicho)
    assert dicho.count("/facilitar?llave=") == 2
    assert len(re.findall(r"(?:[0-9A-F]{2}:){15}[0-9A-F]{2}", dicho)) == 2
    assert "█" in dicho


def test_el_enlace_de_quien_facilita_abre_y_la_ventana_da_otro(ventana: Ventana) -> None:
    dicho = ventana.leer("Ctrl+C")
    enlaces = re.findall(r"https://\S+/facilitar\?llave=\S+", dicho)

    estado, _ = ventana.pedir(re.sub(r"/facilitar.*", "/entrar", enlaces[0]))
    with pytest.raises(urllib.error.HTTPError) as rechazo:
        ventana.pedir(enlaces[0][:-1] + "x")
    rechazo.value.close()
    # Sin guardar cookies, la página de conducir manda a entrar: lo que importa es la llave.
    ventana.pedir(enlaces[0])
    despues = ventana.leer("entró desde 127.0.0.1")

    assert estado == 200
    assert len(set(re.findall(r"llave=(\S+)", despues))) == 3


def test_la_votacion_atiende_al_lado_con_el_mismo_certificado(ventana: Ventana) -> None:
    dicho = ventana.leer("Ctrl+C")
    votos = re.search(r"votan en:\s+(https://\S+)", dicho)

    assert votos
    assert ventana.pedir(votos[1] + "/")[0] == 200


def test_la_llave_y_el_secreto_los_lee_solo_su_duenio(ventana: Ventana) -> None:
    ventana.leer("Ctrl+C")

    for nombre in ("llave.pem", "secreto", "registro.log"):
        (archivo,) = ventana.casa.rglob(nombre)
        assert archivo.stat().st_mode & 0o077 == 0, nombre


def test_se_detiene_con_control_c_y_lo_dice(ventana: Ventana) -> None:
    ventana.leer("Ctrl+C")

    ventana.proceso.send_signal(signal.SIGINT)
    ventana.proceso.wait(30)

    assert "El taller se detuvo" in ventana.registro.read_text(encoding="utf-8")
    assert "Traceback" not in ventana.registro.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("opciones", "frase"),
    [
        (["--direccion", "203.0.113.9"], "no tiene la dirección 203.0.113.9"),
        (["--direccion", "127.0.0.1", "--certificado", "x.pem"], "van juntos"),
        (
            ["--direccion", "127.0.0.1", "--certificado", "x.pem", "--llave", "y.pem"],
            "no sirven juntos",
        ),
    ],
    ids=["dirección ajena", "sin llave", "no existen"],
)
def test_lo_que_no_sirve_se_explica(
    opciones: list[str],
    frase: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("MESAS_BD", str(tmp_path / "m.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    with pytest.raises(SystemExit) as salida:
        app(["taller", *opciones])

    assert salida.value.code == 1
    assert frase in capsys.readouterr().err


def test_el_qr_cabe_en_una_ventana_de_80_columnas() -> None:
    lineas = dibujar_qr("https://192.168.100.200:8866/entrar?codigo=" + "mandarina-" * 4).split(
        "\n"
    )

    assert max(map(len, lineas)) <= 80
    assert len(lineas) <= 30


def test_mesa_servir_no_carga_nada_del_taller() -> None:
    guion = (
        "import json, sys; import mesa_territorial.consola; "
        "import mesa_territorial.servidor.aplicacion; "
        "print(json.dumps([m for m in sys.modules if m.split('.')[-1] in "
        "('porteria', 'puerta', 'tls', 'segno', 'cryptography')]))"
    )

    salida = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, text=True, check=True
    )

    assert json.loads(salida.stdout) == []
