"""La batería de ataque entera, en el orden en que conviene correrla."""

from collections.abc import Callable

from servidor import ataques_a_la_pagina as p
from servidor import ataques_al_nucleo as n
from servidor.objetivo import Objetivo

Ataque = Callable[[Objetivo], bool]

ATAQUES: tuple[Ataque, ...] = (
    n.secuestrar_un_nucleo_por_su_id,
    n.mirar_un_nucleo_ajeno,
    n.borrar_un_nucleo_ajeno,
    n.cerrar_un_nucleo_ajeno,
    p.entrar_sin_clave,
    p.entrar_con_cookie_inventada,
    p.entrar_por_otro_host,
    n.abrir_el_canal_por_otro_host,
    n.abrir_el_canal_desde_otro_origen,
    n.cerrar_sin_comprobante,
    p.elegir_plantilla_o_tema,
    p.leer_archivos_sin_clave,
    p.leer_archivos_privados,
    p.listar_lo_que_hay,
    n.correr_codigo_por_el_canal,
    n.correr_codigo_por_la_direccion,
    p.cambiar_la_contrasenia,
    p.faltar_cabeceras,
    p.dejar_la_cookie_al_alcance,
    n.dejar_nucleos_huerfanos,
    n.llenar_el_computador,
)
