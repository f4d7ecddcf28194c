"""Por dónde se entra: códigos individuales, OIDC (ClaveÚnica, Google…) o LTI 1.3 (Moodle…)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mesa_en_el_hub.codigos import archivo_de_codigos
from mesa_en_el_hub.grupos import FACILITA, TUTORIA, Grupo, grupos_de, leer_grupos

ENTRADAS = ("codigos", "oidc", "lti")
_CONTEXTO = "https://purl.imsglobal.org/spec/lti/claim/context"
_ROLES = "https://purl.imsglobal.org/spec/lti/claim/roles"
_DOCENTE = "membership#Instructor"


def _exigir(entorno: Mapping[str, str], *nombres: str) -> list[str]:
    faltan = [n for n in nombres if not entorno.get(n)]
    if faltan:
        raise ValueError(f"Para esta entrada faltan las variables: {', '.join(faltan)}.")
    return [entorno[n] for n in nombres]


def _entrar_con_codigos(c: Any, entorno: Mapping[str, str], _: Iterable[Grupo]) -> None:
    c.JupyterHub.authenticator_class = "mesa_en_el_hub.autenticador.EntradaConCodigo"
    c.EntradaConCodigo.archivo = str(archivo_de_codigos(entorno).resolve())
    c.EntradaConCodigo.grupos = entorno.get("MESA_GRUPOS", "")
    # Quien no tiene código no entra: el código es el permiso.
    c.EntradaConCodigo.allow_all = True


def _entrar_con_oidc(c: Any, entorno: Mapping[str, str], grupos: Iterable[Grupo]) -> None:
    emisor = _exigir(entorno, "OIDC_AUTORIZA", "OIDC_CANJEA", "OIDC_PERSONA", "OIDC_VUELTA")
    cliente, secreto = _exigir(entorno, "OIDC_CLIENTE", "OIDC_SECRETO")
    c.JupyterHub.authenticator_class = "generic-oauth"
    opciones = c.GenericOAuthenticator
    opciones.authorize_url, opciones.token_url, opciones.userdata_url = emisor[:3]
    opciones.oauth_callback_url = emisor[3]
    opciones.client_id, opciones.client_secret = cliente, secreto
    opciones.scope = (entorno.get("OIDC_PIDE") or "openid").split()
    opciones.username_claim = entorno.get("OIDC_NOMBRE") or "sub"
    opciones.login_service = entorno.get("OIDC_TITULO") or "su cuenta"
    _dejar_entrar_a_los_grupos(opciones, entorno, tuple(grupos))


def _dejar_entrar_a_los_grupos(
    opciones: Any, entorno: Mapping[str, str], grupos: tuple[Grupo, ...]
) -> None:
    """Sólo entra quien está en un grupo: la cuenta dice quién es, no que venga a este trabajo."""
    if entorno.get("OIDC_GRUPOS"):
        opciones.auth_state_groups_key = f"oauth_user.{entorno['OIDC_GRUPOS']}"
        opciones.allowed_groups = {
            n for g in grupos for n in (g.nombre, g.nombre + FACILITA, g.nombre + TUTORIA)
        }
        return
    opciones.allowed_users = {p for g in grupos for p in (*g.personas, *g.facilitan, *g.tutoras)}
    opciones.post_auth_hook = _agrupar_por_archivo(entorno.get("MESA_GRUPOS", ""))


def _agrupar_por_archivo(archivo: str) -> Callable[..., dict[str, Any]]:
    """El gancho que pone a la persona en los grupos que el archivo dice al entrar."""

    def al_entrar(_autenticador: Any, _pagina: Any, modelo: dict[str, Any]) -> dict[str, Any]:
        return {**modelo, "groups": grupos_de(modelo["name"], leer_grupos(archivo))}

    return al_entrar


def _entrar_con_lti(c: Any, entorno: Mapping[str, str], grupos: Iterable[Grupo]) -> None:
    emisor, cliente, autoriza, llaves = _exigir(
        entorno, "LTI_EMISOR", "LTI_CLIENTE", "LTI_AUTORIZA", "LTI_LLAVES"
    )
    c.JupyterHub.authenticator_class = "ltiauthenticator.lti13.auth.LTI13Authenticator"
    opciones = c.LTI13Authenticator
    opciones.issuer, opciones.authorize_url, opciones.jwks_endpoint = emisor, autoriza, llaves
    opciones.client_id = {cliente}
    opciones.username_key = entorno.get("LTI_NOMBRE") or "sub"
    opciones.uri_scheme = entorno.get("LTI_ESQUEMA") or "https"
    opciones.tool_name = "Mesa Territorial"
    opciones.tool_description = "Arme y conduzca su Mesa Territorial"
    # Quien viene firmado por la plataforma está inscrito en ella: la firma es el permiso.
    opciones.allow_all = True
    opciones.post_auth_hook = _agrupar_por_curso({g.contexto: g.nombre for g in grupos})


def _agrupar_por_curso(por_contexto: Mapping[str, str]) -> Callable[..., dict[str, Any]]:
    """El gancho que pone a la persona en el grupo de su curso; si enseña en él, en su tutoría."""

    def al_entrar(_autenticador: Any, _pagina: Any, modelo: dict[str, Any]) -> dict[str, Any]:
        datos = modelo.get("auth_state") or {}
        curso = (datos.get(_CONTEXTO) or {}).get("id")
        grupo = por_contexto.get(curso, "") if curso else ""
        ensenia = any(str(rol).endswith(_DOCENTE) for rol in datos.get(_ROLES, ()))
        suyo = grupo + TUTORIA if ensenia else grupo
        return {**modelo, "groups": [suyo] if grupo else []}

    return al_entrar


def opciones_de_galletas(entorno: Mapping[str, str]) -> dict[str, Any]:
    """Las opciones de las cookies del Hub que pide la entrada elegida.

    Una plataforma LTI vuelve con un formulario desde otro sitio: sin ``SameSite=None`` el navegador
    no manda la cookie que prueba que el viaje partió aquí.
    """
    por_formulario = entorno.get("MESA_ENTRADA") == "lti"
    segura = (entorno.get("LTI_ESQUEMA") or "https") == "https"
    return {"samesite": "None", "secure": True} if por_formulario and segura else {}


_COMO: Mapping[str, Callable[[Any, Mapping[str, str], Iterable[Grupo]], None]] = {
    "codigos": _entrar_con_codigos,
    "oidc": _entrar_con_oidc,
    "lti": _entrar_con_lti,
}


def configurar_entrada(c: Any, entorno: Mapping[str, str], grupos: Iterable[Grupo]) -> None:
    """Deja en ``c`` la entrada que pide ``MESA_ENTRADA``; ``ValueError`` si no se conoce."""
    cual = entorno.get("MESA_ENTRADA") or ENTRADAS[0]
    if cual not in _COMO:
        raise ValueError(f"MESA_ENTRADA puede ser {', '.join(ENTRADAS)}; dice «{cual}».")
    # Los grupos se ponen al entrar: sacar a alguien del archivo le quita lo que tenía.
    c.Authenticator.manage_groups = True
    _COMO[cual](c, entorno, tuple(grupos))
