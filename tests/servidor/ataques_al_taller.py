"""Ataques entre participantes de un taller: cada función dice si el agujero existe."""

import re
import secrets
import socket
from concurrent.futures import ThreadPoolExecutor

from servidor.rafaga import Rafaga
from servidor.sala_de_prueba import Asistente, Taller

from mesa_territorial.almacen import Almacen
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.padron import Padron
from mesa_territorial.casos import cargar_caso
from mesa_territorial.servidor.acceso import codigos

CONDUCCION = (
    "/taller", "/taller/estado", "/taller/codigo", "/taller/anunciar", "/taller/formar",
    "/taller/sentar", "/taller/repartir", "/taller/cerrar", "/taller/borrar",
)  # fmt: skip


def adivinar_el_codigo(taller: Taller) -> bool:
    """Alguien manda miles de intentos por segundo, y entre ellos va el código verdadero."""
    rafaga = Rafaga(taller, segundos=2.0, conexiones=24)
    # Diez mil en dos segundos; una máquina ocupada demora más en ofrecerlos.
    while rafaga.ofrecidos < 10_000:
        rafaga.correr(rafaga.pedidos("/entrar", "codigo", taller.senas["codigo"]))
    return rafaga.entraron > 0


def adivinar_un_retorno(taller: Taller) -> bool:
    """Lo mismo con el código de retorno de otra persona."""
    retorno = taller.persona().retorno
    rafaga = Rafaga(taller, segundos=2.0, conexiones=24, desde="127.0.0.77")
    rafaga.correr(rafaga.pedidos("/volver", "retorno", retorno))
    return rafaga.entraron > 0


def frenar_a_toda_la_sala(taller: Taller) -> bool:
    """Mientras alguien insiste desde su aparato, las demás personas no pueden entrar."""
    rafaga = Rafaga(taller, segundos=1.0, conexiones=12, desde="127.0.0.78")
    rafaga.correr(rafaga.pedidos("/entrar", "codigo", ""))
    return not taller.persona().retorno


def volver_como_otra(taller: Taller) -> bool:
    """Con un retorno parecido al de la víctima, o el propio cambiado, se llega a lo de ella."""
    victima = taller.persona()
    *palabras, cifras = victima.retorno.split()
    intrusa = Asistente(taller, "127.0.0.79")
    for n in range(1, 6):
        intrusa.volver(" ".join([*palabras, f"{(int(cifras) + n) % 1000:03}"]))
    return intrusa.retorno == victima.retorno


def fijar_la_sesion(taller: Taller) -> bool:
    """La atacante le pone su propia cookie a la víctima; cuando ella entra, son la misma."""
    atacante = taller.persona()
    victima = Asistente(taller)
    victima.sesion.cookies.update(atacante.sesion.cookies)
    victima.entrar(taller.senas["codigo"], "Víctima")
    return victima.retorno in {"", atacante.retorno}


def heredar_la_sesion_al_volver(taller: Taller) -> bool:
    """Lo mismo cuando la víctima vuelve con su código de retorno."""
    atacante, original = taller.persona(), taller.persona()
    victima = Asistente(taller)
    victima.sesion.cookies.update(atacante.sesion.cookies)
    antes = dict(victima.sesion.cookies)
    victima.volver(original.retorno)
    cambiadas = [n for n, v in victima.sesion.cookies.items() if antes.get(n) != v]
    return victima.retorno != original.retorno or not any("territorial" in n for n in cambiadas)


def conducir_sin_serlo(taller: Taller) -> bool:
    """Una participante pide las páginas de quien facilita, o actúa como tal."""
    participante = taller.persona()
    leidas = [participante.pedir(r, allow_redirects=False).status_code for r in CONDUCCION]
    escritas = [participante.escribir(r, "POST", data={"texto": "x"}) for r in CONDUCCION]
    return 200 in leidas or any(r.status_code in {200, 204, 303} for r in escritas)


def conducir_siendo_tutora(taller: Taller) -> bool:
    """La tutora, que sólo mira, anuncia, forma mesas, cierra o borra el taller."""
    tutora = taller.conductora("tutor")
    escritas = [tutora.escribir(r, "POST", data={"texto": "x"}) for r in CONDUCCION[3:]]
    return any(r.status_code in {200, 204, 303} for r in escritas)


def subir_de_rol_por_la_direccion(taller: Taller) -> bool:
    """Lo que va después del «?» le cambia al núcleo el rol, la persona o el modo."""
    veneno = "MESA_ROL=facilitador&MESA_MODO=&MESA_PERSONA=local&rol=facilitador"
    dicho = taller.persona().entorno(veneno)
    seguro = dicho["MESA_ROL"] == "participante" and dicho["MESA_MODO"] == "taller"
    return not seguro or dicho["MESA_PERSONA"] in {"", "local", "nadie"}


def usar_un_enlace_ya_usado(taller: Taller) -> bool:
    """El enlace de quien facilita, copiado del historial, vuelve a abrir."""
    enlace = taller.senas["facilitador"].removeprefix(taller.base)
    taller.conductora()
    intrusa = Asistente(taller)
    intrusa.pedir(enlace)
    return intrusa.retorno != ""


def abrir_una_mesa_ajena_por_su_clave(taller: Taller) -> bool:
    """La intrusa conoce la clave de la Mesa de otra persona y la pone en la dirección."""
    victima, intrusa = taller.persona(), taller.persona()
    nombre = f"Mesa secreta {secrets.token_hex(4)}"
    clave = crear_mesa(taller, victima, nombre)
    respuestas = [q.pedir(f"/app/prueba?mesa={clave}") for q in (victima, intrusa)]
    for quien, respuesta in zip((victima, intrusa), respuestas, strict=True):
        quien.cerrar_pagina(respuesta)
    assert nombre in respuestas[0].text, "la dueña no ve su propia Mesa en el menú"
    return nombre in respuestas[1].text


def crear_mesa(taller: Taller, duenia: Asistente, nombre: str) -> str:
    """Guarda una Mesa a nombre de ``duenia``; su clave."""
    base = taller.datos / "mesas.sqlite"
    with Padron.abrir(base) as padron:
        gente = padron.participantes(taller.senas["taller"])
    persona = next(p.id for p in gente if p.nombre == duenia.nombre)
    with Almacen.abrir(base, persona=persona) as almacen:
        mesa = cargar_caso("mesa_campanilla").con(id=secrets.token_hex(8), nombre=nombre)
        almacen.crear(mesa, autor=Autor(duenia.nombre, persona))
    return mesa.id


def acaparar_lugares(taller: Taller) -> bool:
    """Una sola persona abre muchas pestañas a la vez y se queda con más de las que le tocan."""
    persona = taller.persona()
    with ThreadPoolExecutor(12) as hilos:
        paginas = list(hilos.map(lambda _: persona.pedir("/app/prueba", timeout=110), range(12)))
    nucleos = [m[1] for p in paginas if (m := re.search(r'data-nucleo="([0-9a-f-]{36})', p.text))]
    vivos = [n for n in nucleos if persona.pedir(f"/mesa/latido/{n}").status_code == 204]
    for nucleo in vivos:
        persona.cerrar(nucleo)
    return not 1 <= len(vivos) <= 3


def colarse_en_la_fila(taller: Taller) -> bool:
    """Con la sala llena y alguien esperando, quien llega después entra primero."""
    adentro = [taller.persona() for _ in range(taller.lugares)]
    nucleos = [p.abrir() for p in adentro]
    espera, colada = taller.persona(), taller.persona()
    assert espera.pedir("/app/prueba").status_code == 503
    adentro[0].salir()
    primera = colada.pedir("/app/prueba").status_code
    turno = espera.pedir("/espera/turno").json()
    segunda = espera.pedir("/app/prueba").status_code
    for quien in (*adentro, espera, colada):
        quien.salir()
    assert nucleos and turno["entra"] and segunda == 200, "quien esperaba no entró"
    return primera == 200


def hablar_sin_cifrar(taller: Taller) -> bool:
    """Por el mismo puerto, sin TLS, el servidor entrega algo más que «por aquí no»."""
    with socket.create_connection(("127.0.0.1", taller.puerto), 5) as enchufe:
        enchufe.sendall(b"GET /entrar HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        dicho = enchufe.recv(65536)
    return b" 301 " not in dicho.split(b"\r\n")[0] or b"<html" in dicho


def dejar_la_cookie_suelta(taller: Taller) -> bool:
    """La cookie se lee desde un guion, viaja sin cifrar o desde otro sitio, o se puede fijar."""
    respuesta = Asistente(taller).entrar(taller.senas["codigo"], "Rosa")
    galletas = respuesta.raw.headers.getlist("Set-Cookie")
    propias = [g for g in galletas if f"mesa-territorial-{taller.puerto}=" in g]
    rasgos = ("HttpOnly", "Secure", "SameSite=Strict", "Path=/")
    return not propias or not all(
        g.startswith("__Host-") and all(r in g for r in rasgos) for g in propias
    )


def dejar_la_identidad_en_la_direccion(taller: Taller) -> bool:
    """Después de entrar, alguna dirección lleva el código, el nombre o quién es."""
    persona = Asistente(taller)
    entrada = persona.entrar(taller.senas["codigo"], "Zunilda")
    retorno, quien = persona.retorno, persona.entorno()["MESA_PERSONA"]
    paginas = [persona.pedir(r) for r in ("/mi_codigo", "/app/prueba")]
    persona.cerrar_pagina(paginas[1])
    direcciones = [entrada.headers["Location"], *(p.url for p in paginas)]
    for pagina in paginas:
        direcciones += re.findall(r'(?:href|src|action)="([^"]+)"', pagina.text)
    secretas = ("Zunilda", quien, retorno, retorno.replace(" ", "-"), "llave=", "codigo=")
    return any(s in d for d in direcciones for s in secretas)


def mandar_a_otro_sitio_al_entrar(taller: Taller) -> bool:
    """Un enlace preparado hace que, al entrar, la persona termine en otro sitio."""
    venenos = ("https://evil.example/", "//evil.example/", "/\\evil.example", "/tema/../\n//evil")
    for veneno in venenos:
        respuesta = Asistente(taller).entrar(taller.senas["codigo"], "Rosa", sigue=veneno)
        if "evil" in respuesta.headers.get("Location", ""):
            return True
    return False


def inscribir_con_un_formulario_ajeno(taller: Taller) -> bool:
    """Otra página inscribe o saca a alguien sin el comprobante."""
    ajena = Asistente(taller)
    datos = {"codigo": taller.senas["codigo"], "nombre": "x"}
    entrada = ajena.pedir("/entrar", "POST", data=datos, allow_redirects=False)
    salida = taller.persona().pedir("/salir", "POST", allow_redirects=False)
    return 303 in {entrada.status_code, salida.status_code}


def firmar_con_marcas(taller: Taller) -> bool:
    """Un nombre con HTML se interpreta en alguna página."""
    persona = Asistente(taller)
    persona.entrar(taller.senas["codigo"], "<img src=x onerror=alert(1)>")
    paginas = [persona.pedir(r) for r in ("/mi_codigo", "/app/prueba")]
    persona.cerrar_pagina(paginas[1])
    return any("<img src=x" in p.text for p in paginas)


def salir_y_seguir_adentro(taller: Taller) -> bool:
    """Al salir en un aparato, ese aparato sigue pudiendo ver lo de la persona."""
    persona = taller.persona()
    nucleo = persona.abrir()
    persona.salir()
    latido = persona.pedir(f"/mesa/latido/{nucleo}", allow_redirects=False)
    return persona.retorno != "" or latido.status_code == 204


def entrar_con_codigo_de_otro_taller(taller: Taller) -> bool:
    """Un código bien escrito, pero de otra sala, abre."""
    otro = codigos.sortear_codigo(secrets.choice)
    return Asistente(taller, "127.0.0.80").entrar(otro, "Rosa").status_code == 303


ATAQUES_AL_TALLER = (
    volver_como_otra,
    fijar_la_sesion,
    heredar_la_sesion_al_volver,
    conducir_sin_serlo,
    conducir_siendo_tutora,
    subir_de_rol_por_la_direccion,
    usar_un_enlace_ya_usado,
    abrir_una_mesa_ajena_por_su_clave,
    acaparar_lugares,
    hablar_sin_cifrar,
    dejar_la_cookie_suelta,
    dejar_la_identidad_en_la_direccion,
    mandar_a_otro_sitio_al_entrar,
    inscribir_con_un_formulario_ajeno,
    firmar_con_marcas,
    salir_y_seguir_adentro,
    entrar_con_codigo_de_otro_taller,
    adivinar_el_codigo,
    adivinar_un_retorno,
    frenar_a_toda_la_sala,
    colarse_en_la_fila,
)
