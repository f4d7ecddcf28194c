"""Ataques a los núcleos: cada función dice si el agujero existe en ese servidor."""

import json
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import gettempdir

from servidor.objetivo import Objetivo, Persona

AJENO = "evil.example"


def _con_victima(objetivo: Objetivo, atacar: Callable[[Persona, str], bool]) -> bool:
    victima, intruso = objetivo.persona(), objetivo.persona()
    nucleo = victima.abrir()
    try:
        return atacar(intruso, nucleo)
    finally:
        victima.cerrar(nucleo)


def secuestrar_un_nucleo_por_su_id(objetivo: Objetivo) -> bool:
    """Otra identidad abre el canal de un núcleo ajeno."""
    return _con_victima(objetivo, lambda intruso, n: intruso.entra_al_canal(n))


def mirar_un_nucleo_ajeno(objetivo: Objetivo) -> bool:
    """Otra identidad consulta un núcleo ajeno."""
    return _con_victima(objetivo, lambda i, n: i.pedir(f"/api/kernels/{n}").status_code == 200)


def borrar_un_nucleo_ajeno(objetivo: Objetivo) -> bool:
    """Otra identidad borra un núcleo ajeno."""
    return _con_victima(
        objetivo, lambda i, n: i.escribir(f"/api/kernels/{n}", "DELETE").status_code == 204
    )


def cerrar_un_nucleo_ajeno(objetivo: Objetivo) -> bool:
    """Otra identidad manda el aviso de cierre de una página ajena."""
    return _con_victima(objetivo, lambda i, n: i.cerrar(n) == 204)


def abrir_el_canal_por_otro_host(objetivo: Objetivo) -> bool:
    """Lo mismo, por el canal: Host y Origin son los del atacante."""
    duenia = objetivo.persona()
    nucleo = duenia.abrir()
    host = f"{AJENO}:{objetivo.puerto}"
    entra = duenia.entra_al_canal(nucleo, host=host, origin=f"{objetivo.esquema}://{host}")
    duenia.cerrar(nucleo)
    return entra


def abrir_el_canal_desde_otro_origen(objetivo: Objetivo) -> bool:
    """Una página ajena abre el canal con las cookies de la víctima."""
    duenia = objetivo.persona()
    nucleo = duenia.abrir()
    entra = any(
        duenia.entra_al_canal(nucleo, origin=o)
        for o in (f"http://{AJENO}", f"https://{AJENO}", "null")
    )
    duenia.cerrar(nucleo)
    return entra


def cerrar_sin_comprobante(objetivo: Objetivo) -> bool:
    """Un formulario ajeno manda el cierre sin el comprobante (XSRF)."""
    duenia = objetivo.persona()
    nucleo = duenia.abrir()
    respuesta = duenia.pedir(objetivo.direcciones.cerrar.format(nucleo), "POST")
    duenia.cerrar(nucleo)
    return respuesta.status_code == 204


def llenar_el_computador(objetivo: Objetivo) -> bool:
    """Llegan más páginas juntas que lugares y se cuela alguna (carrera en el tope)."""
    personas = [objetivo.persona() for _ in range(objetivo.lugares + 3)]
    with ThreadPoolExecutor(len(personas)) as hilos:
        pagina = objetivo.direcciones.pagina
        respuestas = list(hilos.map(lambda p: p.pedir(pagina, timeout=110), personas))
    for persona, respuesta in zip(personas, respuestas, strict=True):
        persona.cerrar_pagina(respuesta)
    return sum(r.status_code == 200 for r in respuestas) > objetivo.lugares


def dejar_nucleos_huerfanos(objetivo: Objetivo) -> bool:
    """Una página que se abandona deja su núcleo corriendo."""
    persona = objetivo.persona()
    nucleo = persona.abrir()
    for _ in range(24):
        if persona.pedir(f"/api/kernels/{nucleo}").status_code != 200:
            return False
        time.sleep(0.5)
    persona.cerrar(nucleo)
    return True


def correr_codigo_por_el_canal(objetivo: Objetivo) -> bool:
    """La dueña (o quien la suplante) manda código a correr por cualquiera de los canales."""
    rastro = Path(gettempdir()) / f"mesa-{uuid.uuid4().hex}"
    persona = objetivo.persona()
    nucleo = persona.abrir()
    canal = persona.conectar(nucleo)
    for tipo in ("execute_request", "complete_request", "inspect_request", "debug_request"):
        for via in ("shell", "control", "stdin"):
            canal.send(json.dumps(_mensaje(tipo, via, f"open({str(rastro)!r}, 'w').close()")))
    time.sleep(2)
    canal.close()
    persona.cerrar(nucleo)
    return rastro.exists()


def _mensaje(tipo: str, via: str, codigo: str) -> dict[str, object]:
    cabecera = {
        "msg_id": uuid.uuid4().hex, "msg_type": tipo, "username": "", "session": "x",
        "version": "5.3", "date": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    contenido = {"code": codigo, "silent": False, "cursor_pos": 0, "command": "evaluate"}
    return {
        "header": cabecera, "parent_header": {}, "metadata": {}, "content": contenido,
        "channel": via, "buffers": [],
    }  # fmt: skip


def correr_codigo_por_la_direccion(objetivo: Objetivo) -> bool:
    """Lo que viene después del «?» llega al núcleo y trata de correr."""
    rastro = Path(gettempdir()) / f"mesa-{uuid.uuid4().hex}"
    persona = objetivo.persona()
    veneno = f"mesa='}});open({str(rastro)!r},'w').close()#"
    nucleo = persona.abrir(f"{objetivo.direcciones.pagina}?{veneno}")
    persona.cerrar(nucleo)
    return rastro.exists()
