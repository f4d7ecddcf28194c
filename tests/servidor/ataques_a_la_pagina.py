"""Ataques a las páginas y archivos: cada función dice si el agujero existe en ese servidor."""

import json
import uuid

from servidor.objetivo import Objetivo

AJENO = "evil.example"


def entrar_sin_clave(objetivo: Objetivo) -> bool:
    """Alguien sin clave ni cookie abre una página."""
    intruso = objetivo.persona(entra=False)
    respuesta = intruso.pedir(objetivo.direcciones.pagina, stream=True, allow_redirects=False)
    respuesta.close()
    return respuesta.status_code == 200


def entrar_con_cookie_inventada(objetivo: Objetivo) -> bool:
    """Alguien escribe su propia cookie, sin firma, donde se pide identidad."""
    intruso = objetivo.persona(entra=False)
    dicho = json.dumps({"username": "local", "name": "x"})
    propia = f"mesa-territorial-{objetivo.puerto}"
    for nombre in (propia, f"__Host-{propia}", f"username-127-0-0-1-{objetivo.puerto}"):
        intruso.sesion.cookies.set(nombre, dicho)
    respuesta = intruso.pedir("/api/kernels/" + str(uuid.uuid4()), allow_redirects=False)
    return respuesta.status_code == 200


def entrar_por_otro_host(objetivo: Objetivo) -> bool:
    """Una página ajena apunta su nombre a 127.0.0.1 (DNS rebinding) y lee una página."""
    ajeno = {"Host": f"{AJENO}:{objetivo.puerto}"}
    persona = objetivo.persona()
    respuesta = persona.pedir(objetivo.direcciones.pagina, headers=ajeno, stream=True)
    respuesta.close()
    return respuesta.status_code == 200


def elegir_plantilla_o_tema(objetivo: Objetivo) -> bool:
    """Quien visita cambia la plantilla o el tema por la dirección."""
    persona = objetivo.persona()
    respuesta = persona.pedir(f"{objetivo.direcciones.pagina}?template=classic&theme=dark")
    return respuesta.status_code == 200 and 'lang="es-CL"' not in respuesta.text


def leer_archivos_sin_clave(objetivo: Objetivo) -> bool:
    """Alguien sin clave baja imágenes (o un SVG con guion) de la carpeta servida."""
    intruso = objetivo.persona(entra=False)
    return any(
        intruso.pedir(raiz + nombre, allow_redirects=False).status_code == 200
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
