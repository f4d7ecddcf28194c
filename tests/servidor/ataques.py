"""La batería de ataque: cada función dice si el agujero existe en ese servidor."""

import json
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import gettempdir

from servidor.objetivo import Objetivo, Persona

AJENO = "evil.example"
Ataque = Callable[[Objetivo], bool]


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


def entrar_sin_clave(objetivo: Objetivo) -> bool:
    """Alguien sin clave ni cookie abre una página."""
    intruso = objetivo.persona(entra=False)
    respuesta = intruso.pedir(objetivo.direcciones.pagina, stream=True)
    respuesta.close()
    return respuesta.status_code == 200


def entrar_con_cookie_inventada(objetivo: Objetivo) -> bool:
    """Alguien escribe su propia cookie, sin firma, donde se pide identidad."""
    intruso = objetivo.persona(entra=False)
    dicho = json.dumps({"username": "local", "name": "x"})
    for nombre in (f"mesa-territorial-{objetivo.puerto}", f"username-127-0-0-1-{objetivo.puerto}"):
        intruso.sesion.cookies.set(nombre, dicho)
    respuesta = intruso.pedir("/api/kernels/" + str(uuid.uuid4()))
    return respuesta.status_code == 200


def entrar_por_otro_host(objetivo: Objetivo) -> bool:
    """Una página ajena apunta su nombre a 127.0.0.1 (DNS rebinding) y lee una página."""
    ajeno = {"Host": f"{AJENO}:{objetivo.puerto}"}
    persona = objetivo.persona()
    respuesta = persona.pedir(objetivo.direcciones.pagina, headers=ajeno, stream=True)
    respuesta.close()
    return respuesta.status_code == 200


def abrir_el_canal_por_otro_host(objetivo: Objetivo) -> bool:
    """Lo mismo, por el canal: Host y Origin son los del atacante."""
    duenia = objetivo.persona()
    nucleo = duenia.abrir()
    host = f"{AJENO}:{objetivo.puerto}"
    entra = duenia.entra_al_canal(nucleo, host=host, origin=f"http://{host}")
    duenia.cerrar(nucleo)
    return entra


def abrir_el_canal_desde_otro_origen(objetivo: Objetivo) -> bool:
    """Una página ajena abre el canal con las cookies de la víctima."""
    duenia = objetivo.persona()
    nucleo = duenia.abrir()
    entra = any(duenia.entra_al_canal(nucleo, origin=o) for o in (f"http://{AJENO}", "null"))
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


def elegir_plantilla_o_tema(objetivo: Objetivo) -> bool:
    """Quien visita cambia la plantilla o el tema por la dirección."""
    persona = objetivo.persona()
    respuesta = persona.pedir(f"{objetivo.direcciones.pagina}?template=classic&theme=dark")
    return respuesta.status_code == 200 and 'lang="es-CL"' not in respuesta.text


def leer_archivos_sin_clave(objetivo: Objetivo) -> bool:
    """Alguien sin clave baja imágenes (o un SVG con guion) de la carpeta servida."""
    intruso = objetivo.persona(entra=False)
    return any(
        intruso.pedir(raiz + nombre).status_code == 200
        for raiz in ("/voila/files/", "/files/", objetivo.direcciones.archivos)
        for nombre in ("dibujo.svg", "foto.png")
    )


def leer_archivos_privados(objetivo: Objetivo) -> bool:
    """Alguien con clave baja cuadernos, datos o la base, o sube por la carpeta."""
    persona = objetivo.persona()
    raices = ("/voila/files/", "/files/", "/voila/static/", "/voila/templates/", "/mesa/estatico/")
    nombres = (
        "app_prueba.ipynb", "datos.csv", "mesas.sqlite", "secreto", "../secreto",
        "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "manifiesto.json/../x",
    )  # fmt: skip
    return any(persona.pedir(r + n).status_code == 200 for r in raices for n in nombres)


def listar_lo_que_hay(objetivo: Objetivo) -> bool:
    """Alguien sin clave lista cuadernos, núcleos, sesiones o terminales."""
    intruso = objetivo.persona(entra=False)
    rutas = (
        "/api/kernels", "/api/sessions", "/api/contents", "/api/terminals", "/lab", "/metrics",
        "/voila/api/contents/", "/voila/tree", "/api/kernelspecs", "/nbconvert/html/x.ipynb",
    )  # fmt: skip
    return any(intruso.pedir(r, allow_redirects=False).status_code == 200 for r in rutas)


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


def cambiar_la_contrasenia(objetivo: Objetivo) -> bool:
    """Con la clave, alguien fija una contraseña nueva por el formulario de entrada."""
    persona = objetivo.persona()
    datos = {"password": objetivo.clave, "new_password": "otra", "_xsrf": "x"}
    persona.sesion.cookies.set("_xsrf", "x")
    return persona.pedir("/login", "POST", data=datos).status_code in {200, 302}


def faltar_cabeceras(objetivo: Objetivo) -> bool:
    """La página llega sin política de guiones, de marcos, de tipos o de procedencia."""
    persona = objetivo.persona()
    respuesta = persona.pedir(objetivo.direcciones.pagina, stream=True)
    respuesta.close()
    politica = respuesta.headers.get("Content-Security-Policy", "")
    guiones = next((d for d in politica.split(";") if d.strip().startswith("script-src")), "")
    exigidas = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")
    completa = guiones.strip() == "script-src 'self'" and "frame-ancestors 'none'" in politica
    return not (completa and all(c in respuesta.headers for c in exigidas))


def dejar_la_cookie_al_alcance(objetivo: Objetivo) -> bool:
    """La cookie de identidad se puede leer desde un guion o viaja desde otro sitio."""
    persona = objetivo.persona(entra=False)
    respuesta = persona.pedir(
        f"{objetivo.direcciones.pagina}?clave={objetivo.clave}", allow_redirects=False, stream=True
    )
    galleta = respuesta.headers.get("Set-Cookie", "")
    respuesta.close()
    return not ("HttpOnly" in galleta and "SameSite=Strict" in galleta)


ATAQUES: tuple[Ataque, ...] = (
    secuestrar_un_nucleo_por_su_id,
    mirar_un_nucleo_ajeno,
    borrar_un_nucleo_ajeno,
    cerrar_un_nucleo_ajeno,
    entrar_sin_clave,
    entrar_con_cookie_inventada,
    entrar_por_otro_host,
    abrir_el_canal_por_otro_host,
    abrir_el_canal_desde_otro_origen,
    cerrar_sin_comprobante,
    elegir_plantilla_o_tema,
    leer_archivos_sin_clave,
    leer_archivos_privados,
    listar_lo_que_hay,
    correr_codigo_por_el_canal,
    correr_codigo_por_la_direccion,
    cambiar_la_contrasenia,
    faltar_cabeceras,
    dejar_la_cookie_al_alcance,
    dejar_nucleos_huerfanos,
    llenar_el_computador,
)
