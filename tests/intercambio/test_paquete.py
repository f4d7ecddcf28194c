"""El archivo .mesa rechaza lo dañado, lo alterado, lo ajeno, las bombas y lo futuro."""

import hashlib
import io
import json
import random
import zipfile

import pytest
from intercambio.ayudas import actor, mesa_con

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio import desempaquetar, empaquetar, leer_archivo

MESA = mesa_con(actor("a", "FOSIS"))
SUCESOS = [{"numero": 1, "autor": "Ana", "frase": "Agregó a FOSIS", "parche": []}]


def _partes(contenido: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(contenido)) as atado:
        return {nombre: atado.read(nombre) for nombre in atado.namelist()}


def _atar(partes: dict[str, bytes]) -> bytes:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as atado:
        for nombre, contenido in partes.items():
            atado.writestr(nombre, contenido)
    return memoria.getvalue()


def _con(**cambios: bytes) -> bytes:
    return _atar(_partes(empaquetar(MESA, SUCESOS)) | cambios)


def _con_manifiesto(**cambios: object) -> bytes:
    partes = _partes(empaquetar(MESA, SUCESOS))
    manifiesto = json.loads(partes["manifest.json"]) | cambios
    return _atar(partes | {"manifest.json": json.dumps(manifiesto).encode()})


def _falsificado(datos: bytes) -> bytes:
    """Otro datos.json con su huella bien puesta: quien rehace el manifiesto."""
    partes = _partes(empaquetar(MESA, SUCESOS)) | {"datos.json": datos}
    manifiesto = json.loads(partes["manifest.json"])
    huella = {"sha256": hashlib.sha256(datos).hexdigest(), "bytes": len(datos)}
    manifiesto["partes"]["datos.json"] = huella
    return _atar(partes | {"manifest.json": json.dumps(manifiesto).encode()})


MALOS = {
    "vacio": (lambda: b"", "dañado"),
    "texto": (lambda: b"hola", "dañado"),
    "cortado": (lambda: empaquetar(MESA, [])[:-40], "dañado"),
    "otro_zip": (lambda: _atar({"a.txt": b"x"}), "no es una Mesa"),
    "sin_datos": (lambda: _atar({"manifest.json": b"{}"}), "cambiado por fuera"),
    "datos_cambiados": (lambda: _con(**{"datos.json": b"{}"}), "cambiado por fuera"),
    "bitacora_cambiada": (lambda: _con(**{"bitacora.jsonl": b""}), "cambiado por fuera"),
    "parte_de_mas": (lambda: _con(**{"extra.bin": b"x"}), "cambiado por fuera"),
    "bomba": (lambda: _con(**{"LEGIBLE.xlsx": b"\x00" * 110_000_000}), "se infla demasiado"),
    "otro_formato": (lambda: _con_manifiesto(formato="otro"), "no es una Mesa"),
    "paquete_futuro": (lambda: _con_manifiesto(version=2), "versión más nueva"),
    "datos_futuros": (lambda: _con_manifiesto(version_de_datos=99), "versión más nueva"),
    "version_rara": (lambda: _con_manifiesto(version="uno"), "dañado"),
    "mesa_invalida": (lambda: _falsificado(b'{"id": "m"}'), "no corresponde a una Mesa"),
    "mesa_no_json": (lambda: _falsificado(b"\xff\xfe{"), "dañado"),
    "json_hondo": (lambda: _falsificado(b"[" * 200_000), "dañado"),
}


@pytest.mark.parametrize("caso", MALOS)
def test_un_archivo_mesa_malo_se_rechaza_con_una_frase_clara(caso):
    fabricar, frase = MALOS[caso]

    with pytest.raises(ReglaRota, match=frase):
        desempaquetar(fabricar())


def test_ningun_byte_cambiado_pasa_por_bueno_con_otros_datos():
    original = empaquetar(MESA, SUCESOS)
    azar = random.Random(7)

    for _ in range(300):
        roto = bytearray(original)
        roto[azar.randrange(len(roto))] ^= 1 << azar.randrange(8)
        try:
            paquete = desempaquetar(bytes(roto))
        except ReglaRota:
            continue
        assert (paquete.mesa, list(paquete.sucesos)) == (MESA, SUCESOS)


def test_el_paquete_trae_una_copia_que_se_abre_sin_el_programa():
    partes = _partes(empaquetar(MESA, SUCESOS))

    assert leer_archivo("LEGIBLE.xlsx", partes["LEGIBLE.xlsx"]).hojas[0].filas[1][0] == "FOSIS"


def test_un_suceso_que_no_es_json_se_explica():
    with pytest.raises(ReglaRota, match="no se puede guardar"):
        empaquetar(MESA, [{"cuando": object()}])
