"""El territorio se nombra con el código único de la comuna."""

import pytest

from mesa_territorial.casos.division import comunas
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio


@pytest.mark.parametrize("cut", ["", "5101", "051010", "0510a", " 5101", "05101\n", "٠٥١٠١"])
def test_un_codigo_que_no_tiene_cinco_cifras_se_rechaza_con_un_ejemplo(cut):
    with pytest.raises(ReglaRota, match="cinco cifras, por ejemplo 05101"):
        Territorio(cut_comuna=cut)


def test_todas_las_comunas_de_chile_sirven():
    territorios = [Territorio(cut_comuna=c.cut) for c in comunas()]

    assert len(territorios) == 346
