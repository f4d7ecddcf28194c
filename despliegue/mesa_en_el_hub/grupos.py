"""Los grupos: quién participa, quién facilita y quién acompaña, y lo que eso permite en el Hub."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TUTORIA = "-tutoria"
FACILITA = "-facilita"
# El orden decide: quien es tutora de un grupo y participa en otro entra como tutora.
_ROLES = ((TUTORIA, "tutor"), (FACILITA, "facilitador"))


@dataclass(frozen=True)
class Grupo:
    """Un grupo de trabajo; ``contexto`` es el curso de la plataforma LTI, si lo hay."""

    nombre: str
    personas: tuple[str, ...] = ()
    facilitan: tuple[str, ...] = ()
    tutoras: tuple[str, ...] = ()
    contexto: str = ""


def leer_grupos(archivo: str | Path) -> tuple[Grupo, ...]:
    """Los grupos de un TOML con una tabla por grupo; ``ValueError`` si algo no se entiende.

    Sin archivo (cadena vacía) no hay grupos.
    """
    if not archivo:
        return ()
    with Path(archivo).open("rb") as entrada:
        tablas = tomllib.load(entrada)
    return tuple(_leer(nombre, tabla) for nombre, tabla in tablas.items())


def _leer(nombre: str, tabla: Mapping[str, Any]) -> Grupo:
    sobra = set(tabla) - set(Grupo.__dataclass_fields__) | ({"nombre"} & set(tabla))
    if sobra or nombre.endswith((TUTORIA, FACILITA)):
        raise ValueError(f"El grupo «{nombre}» no se entiende: revise {sorted(sobra) or nombre}.")
    listas = {k: tuple(v) for k, v in tabla.items() if k != "contexto"}
    return Grupo(nombre=nombre, contexto=str(tabla.get("contexto", "")), **listas)


def grupos_de(persona: str, grupos: Iterable[Grupo]) -> list[str]:
    """Los grupos del Hub en que está la persona: los suyos, los que facilita y los que acompaña."""
    return sorted(
        nombre
        for g in grupos
        for nombre, personas in (
            (g.nombre, g.personas),
            (g.nombre + FACILITA, g.facilitan),
            (g.nombre + TUTORIA, g.tutoras),
        )
        if persona in personas
    )


def como_roles(grupos: Iterable[Grupo]) -> list[dict[str, Any]]:
    """Lo que va en ``JupyterHub.load_roles``: cada tutoría entra a los servidores de su grupo."""
    return [
        {
            "name": f"tutoria-{g.nombre}",
            "description": f"Acompaña al grupo {g.nombre}: entra a sus servidores y sólo mira.",
            "scopes": [f"access:servers!group={g.nombre}", f"list:users!group={g.nombre}"],
            "groups": [g.nombre + TUTORIA],
        }
        for g in grupos
    ]


def rol_de(grupos_de_la_persona: Iterable[str]) -> str:
    """El ``MESA_ROL`` de quien está en esos grupos del Hub."""
    suyos = tuple(grupos_de_la_persona)
    return next((rol for fin, rol in _ROLES if any(g.endswith(fin) for g in suyos)), "participante")


def poner_entorno(spawner: Any) -> None:
    """Gancho ``pre_spawn_hook``: el rol de la persona y, si es tutora, a quiénes acompaña."""
    suyos = {g.name: g for g in spawner.user.groups}
    acompana = {n.removesuffix(TUTORIA) for n in suyos if n.endswith(TUTORIA)}
    miembros = _miembros(spawner, acompana) - {spawner.user.name}
    spawner.environment = {
        **spawner.environment,
        "MESA_ROL": rol_de(suyos),
        "MESA_ACOMPANA": "\n".join(sorted(miembros)),
    }


def _miembros(spawner: Any, nombres: Iterable[str]) -> set[str]:
    from jupyterhub import orm

    hallados = (orm.Group.find(spawner.db, nombre) for nombre in nombres)
    return {persona.name for grupo in hallados if grupo for persona in grupo.users}
