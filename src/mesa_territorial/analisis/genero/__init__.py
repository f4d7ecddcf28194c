"""La estrategia de género: cuentas por sesión, nivel GRES y el lente sobre los demás temas."""

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.genero.cuentas import (
    CuentasDeSesion,
    contar_sesion,
    contar_sesiones,
    decir_cuenta,
    decir_rango,
    sumar,
)
from mesa_territorial.analisis.genero.gres import TechoGres, contrastar_gen, techo_gres
from mesa_territorial.analisis.genero.lente import (
    TEMAS_CON_LENTE,
    Lente,
    mirar_con_lente,
    tiene_lente,
)

__all__ = [
    "TEMAS_CON_LENTE",
    "CuentasDeSesion",
    "Dicho",
    "Lente",
    "TechoGres",
    "contar_sesion",
    "contar_sesiones",
    "contrastar_gen",
    "decir_cuenta",
    "decir_rango",
    "mirar_con_lente",
    "sumar",
    "techo_gres",
    "tiene_lente",
]
