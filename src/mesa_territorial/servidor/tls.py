"""El cifrado del taller: un certificado hecho aquí (o uno dado) y su huella."""

import ipaddress
import os
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from mesa_territorial.dominio.reglas import ReglaRota

VIGENCIA = timedelta(days=397)
"""Los teléfonos rechazan certificados de más de trece meses."""
MARGEN = timedelta(days=7)


@dataclass(frozen=True)
class Certificado:
    """Los dos archivos con que el servidor cifra."""

    certificado: Path
    llave: Path

    def contexto(self) -> ssl.SSLContext:
        """El contexto del servidor; levanta ``ReglaRota`` si los archivos no sirven juntos."""
        contexto = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        contexto.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            contexto.load_cert_chain(self.certificado, self.llave)
        except (OSError, ssl.SSLError) as falla:
            raise ReglaRota(
                f"El certificado {self.certificado} y la llave {self.llave} no sirven juntos: "
                f"revise que existan y que sean del mismo par ({falla})."
            ) from falla
        return contexto

    def huella(self) -> str:
        """La huella SHA-256 en pares, como la muestran los navegadores."""
        leido = x509.load_pem_x509_certificate(self.certificado.read_bytes())
        return leido.fingerprint(hashes.SHA256()).hex(":").upper()


def certificado_propio(carpeta: Path, direcciones: Sequence[str], ahora: datetime) -> Certificado:
    """El certificado de ``carpeta`` para esas direcciones (IP o nombres); lo hace si falta.

    Se reutiliza mientras le quede una semana y nombre a todas: así el navegador que ya lo aceptó
    no vuelve a preguntar. La llave queda legible sólo por su dueño.
    """
    par = Certificado(carpeta / "certificado.pem", carpeta / "llave.pem")
    if _sirve(par, direcciones, ahora):
        return par
    carpeta.mkdir(parents=True, exist_ok=True, mode=0o700)
    llave = ec.generate_private_key(ec.SECP256R1())
    _escribir(par.llave, _en_pem(llave))
    _escribir(
        par.certificado,
        _firmar(llave, direcciones, ahora).public_bytes(serialization.Encoding.PEM),
    )
    return par


def _sirve(par: Certificado, direcciones: Sequence[str], ahora: datetime) -> bool:
    try:
        leido = x509.load_pem_x509_certificate(par.certificado.read_bytes())
        nombres = leido.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        par.contexto()
    except (OSError, ValueError, x509.ExtensionNotFound, ReglaRota):
        return False
    vigente = leido.not_valid_before_utc <= ahora < leido.not_valid_after_utc - MARGEN
    return vigente and {_nombre(d) for d in direcciones} <= set(nombres)


def _firmar(
    llave: ec.EllipticCurvePrivateKey, direcciones: Sequence[str], ahora: datetime
) -> x509.Certificate:
    quien = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mesa Territorial")])
    return (
        x509.CertificateBuilder()
        .subject_name(quien)
        .issuer_name(quien)
        .public_key(llave.public_key())
        .serial_number(x509.random_serial_number())
        # Un reloj de teléfono algo atrasado no lo rechaza.
        .not_valid_before(ahora - timedelta(days=1))
        .not_valid_after(ahora + VIGENCIA)
        .add_extension(x509.SubjectAlternativeName([_nombre(d) for d in direcciones]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
        .sign(llave, hashes.SHA256())
    )


def _nombre(direccion: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(direccion))
    except ValueError:
        return x509.DNSName(direccion)


def _en_pem(llave: ec.EllipticCurvePrivateKey) -> bytes:
    return llave.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _escribir(archivo: Path, datos: bytes) -> None:
    archivo.unlink(missing_ok=True)
    abierto = os.open(archivo, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(abierto, "wb") as salida:
        salida.write(datos)
