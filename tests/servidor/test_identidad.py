"""El secreto que firma las cookies."""

import stat
from pathlib import Path

from mesa_territorial.servidor.identidad import leer_secreto


def test_el_secreto_se_conserva_entre_partidas_y_solo_lo_lee_su_duenio(tmp_path: Path) -> None:
    primero = leer_secreto(tmp_path / "datos")

    segundo = leer_secreto(tmp_path / "datos")

    assert primero == segundo
    assert len(primero) == 32
    assert stat.S_IMODE((tmp_path / "datos" / "secreto").stat().st_mode) == 0o600


def test_un_secreto_cortado_se_cambia_por_otro(tmp_path: Path) -> None:
    (tmp_path / "secreto").write_bytes(b"corto")

    assert len(leer_secreto(tmp_path)) == 32
