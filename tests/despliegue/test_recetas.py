"""La imagen, el compose y los valores del chart: lo que se puede comprobar sin levantarlos."""

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from coherencia.arbol import RAIZ
from traitlets.config import Config

from mesa_territorial import __version__

sys.path.insert(0, str(RAIZ / "despliegue"))

import candado
from mesa_en_el_hub.espacios import PASAN

DESPLIEGUE = RAIZ / "despliegue"
RECETA = (DESPLIEGUE / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((DESPLIEGUE / "compose.yaml").read_text(encoding="utf-8"))
CHART = yaml.safe_load((DESPLIEGUE / "zero-to-jupyterhub.yaml").read_text(encoding="utf-8"))


def instrucciones(receta: str) -> list[tuple[str, str]]:
    """Cada instrucción del Dockerfile con su texto, sin comentarios y con las líneas unidas."""
    sin_comentarios = "\n".join(f for f in receta.splitlines() if not f.startswith("#"))
    unidas = re.sub(r"\\\n\s*", " ", sin_comentarios)
    return [tuple(f.split(maxsplit=1)) for f in unidas.splitlines() if f.strip()]


def test_la_imagen_corre_sin_privilegios():
    finales = instrucciones(RECETA[RECETA.rindex("\nFROM ") :])
    ordenes = [nombre for nombre, _ in finales]

    assert ("USER", "10001") in finales
    assert ordenes.index("USER") < ordenes.index("CMD")
    assert "USER" not in ordenes[ordenes.index("USER") + 1 :]
    assert "HEALTHCHECK" in ordenes


def test_la_imagen_no_pide_nada_fuera_de_los_registros():
    corridas = [texto for nombre, texto in instrucciones(RECETA) if nombre == "RUN"]
    prohibidas = re.compile(r"\b(curl|wget|git|apt-get|apk|npx|uvx)\b|https?://")

    assert len(corridas) >= 5
    assert [t for t in corridas if prohibidas.search(t)] == []
    assert [t for n, t in instrucciones(RECETA) if n == "ADD"] == []


def test_todo_lo_que_se_instala_trae_huella():
    corridas = " ".join(texto for nombre, texto in instrucciones(RECETA) if nombre == "RUN")
    instalaciones = re.findall(r"pip install [^&]*", corridas)

    sin_huella = [i.strip() for i in instalaciones if "--require-hashes" not in i]

    assert sin_huella == ["pip install --no-deps /tmp/rueda/*.whl"]
    assert "npm install" not in corridas
    assert corridas.count("npm ci") == 2


def test_todo_lo_que_copia_la_imagen_existe_y_no_lo_deja_afuera_el_filtro():
    filtro = (DESPLIEGUE / "Dockerfile.dockerignore").read_text(encoding="utf-8")
    permitidos = {f[1:] for f in filtro.splitlines() if f.startswith("!")}
    copias = [t for n, t in instrucciones(RECETA) if n == "COPY" and "--from" not in t]
    fuentes = {f for t in copias for f in t.split()[:-1] if f != "."}

    assert fuentes
    assert [f for f in fuentes if not (RAIZ / f).exists()] == []
    assert [f for f in fuentes if Path(f).parts[0] not in permitidos] == []
    assert [p for p in permitidos if not (RAIZ / p).exists()] == []


def test_el_candado_del_hub_es_el_que_corresponde():
    escrito = candado.leer_candado(candado.DESTINO)
    base = candado.leer_candado(RAIZ / "requirements.lock")

    assert list(escrito.values()) == candado.del_hub()
    assert {"jupyterhub", "oauthenticator", "psycopg", "pyjwt"} <= set(escrito)
    assert set(escrito) & set(base) == set()
    assert [n for n, entrada in escrito.items() if "--hash=sha256:" not in entrada] == []


def test_el_compose_cumple_la_especificacion():
    esquema = json.loads((Path(__file__).parent / "esquemas" / "compose.json").read_text())
    # El esquema guardado es anterior a «name» y a env_file con «required»: se revisan aparte.
    actual = json.loads(json.dumps(COMPOSE))
    (archivo,) = actual["services"]["hub"].pop("env_file")
    nombre = actual.pop("name")

    jsonschema.Draft7Validator(esquema).validate(actual)
    assert archivo == {"path": "entrada.env", "required": False}
    assert nombre == "mesa-territorial"


def test_el_esquema_rechaza_un_compose_malo():
    esquema = json.loads((Path(__file__).parent / "esquemas" / "compose.json").read_text())
    malo = {"services": {"hub": {**COMPOSE["services"]["hub"], "puertos": ["80:80"]}}}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(esquema).validate(malo)


def test_la_base_no_se_alcanza_desde_afuera():
    servicios = COMPOSE["services"]

    assert COMPOSE["networks"]["interna"]["internal"] is True
    assert servicios["base"]["networks"] == ["interna"]
    assert [n for n, s in servicios.items() if "ports" in s] == ["entrada"]
    assert "interna" not in servicios["entrada"]["networks"]


def test_el_hub_no_puede_escribir_la_imagen_ni_ganar_privilegios():
    hub = COMPOSE["services"]["hub"]

    assert hub["read_only"] is True
    assert hub["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in hub["security_opt"]
    assert not any("docker.sock" in str(v) for v in hub["volumes"])


def test_ninguna_clave_va_escrita():
    textos = [(DESPLIEGUE / n).read_text() for n in ("compose.yaml", ".env.ejemplo")]

    assert re.findall(r"(?<!\{MESAS_)CLAVE[:=] *[^$\s{]\S*", " ".join(textos)) == []
    assert "MESAS_CLAVE=\n" in textos[1]


def test_las_variables_que_da_el_compose_son_las_que_la_configuracion_lee():
    fuentes = [DESPLIEGUE / "jupyterhub_config.py", *(DESPLIEGUE / "mesa_en_el_hub").glob("*.py")]
    leidas = set(
        re.findall(r'"((?:MESA|MESAS|HUB)_[A-Z]+)"', "".join(f.read_text() for f in fuentes))
    )
    dadas = set(COMPOSE["services"]["hub"]["environment"])

    assert dadas - leidas == set()
    assert set(CHART["singleuser"]["extraEnv"]) <= set(PASAN)


def _llaves_del_chart(valores: dict, conocidas: dict, camino: str = "") -> list[str]:
    """Las llaves de ``valores`` que no están en ``conocidas`` (``None`` es «lo que sea»)."""
    malas = []
    for llave, valor in valores.items():
        if llave not in conocidas:
            malas.append(f"{camino}{llave}")
        elif isinstance(conocidas[llave], dict) and isinstance(valor, dict):
            malas += _llaves_del_chart(valor, conocidas[llave], f"{camino}{llave}.")
    return malas


# Leídas de los valores del chart; no es su esquema completo, que aquí no está.
DEL_CHART = {
    "hub": {
        **dict.fromkeys(("concurrentSpawnLimit", "allowNamedServers", "extraEnv", "extraConfig")),
        "db": dict.fromkeys(("type", "url", "password")),
        "extraFiles": None,
    },
    "proxy": {"service": {"type": None}},
    "ingress": dict.fromkeys(("enabled", "hosts", "tls")),
    "singleuser": {
        "image": dict.fromkeys(("name", "tag")),
        **dict.fromkeys(("cmd", "defaultUrl", "startTimeout", "uid", "fsGid", "extraEnv")),
        "allowPrivilegeEscalation": None,
        "storage": {"type": None},
        "cpu": dict.fromkeys(("guarantee", "limit")),
        "memory": dict.fromkeys(("guarantee", "limit")),
        "cloudMetadata": {"blockWithIptables": None},
        "networkPolicy": {"enabled": None, "egressAllowRules": {"nonPrivateIPs": None}},
    },
    "cull": dict.fromkeys(("enabled", "timeout", "every", "maxAge")),
    "scheduling": {"userScheduler": {"enabled": None}, "podPriority": {"enabled": None}},
}


def test_los_valores_del_chart_usan_llaves_que_el_chart_tiene():
    assert _llaves_del_chart(CHART, DEL_CHART) == []
    assert _llaves_del_chart({"hub": {"bd": 1}}, DEL_CHART) == ["hub.bd"]


def test_la_configuracion_del_chart_corre_y_deja_la_entrada_y_los_roles(monkeypatch):
    codigo = CHART["hub"]["extraConfig"]["mesa"]
    for nombre, valor in CHART["hub"]["extraEnv"].items():
        monkeypatch.setenv(nombre, valor if isinstance(valor, str) else "x")
    monkeypatch.setenv("MESA_GRUPOS", str(DESPLIEGUE / "grupos.ejemplo.toml"))
    c = Config()
    c.JupyterHub.load_roles = [{"name": "culler"}]

    exec(compile(codigo, "extraConfig", "exec"), {"c": c})

    nombres = [r["name"] for r in c.JupyterHub.load_roles]
    assert nombres == ["culler", "tutoria-los-aromos", "tutoria-curso-de-otonio"]
    assert c.JupyterHub.authenticator_class == "generic-oauth"
    assert c.Spawner.pre_spawn_hook.__name__ == "poner_entorno"


def test_el_chart_pide_la_imagen_de_esta_version():
    assert CHART["singleuser"]["image"]["tag"] == __version__


def test_el_chart_monta_cada_modulo_que_la_configuracion_importa():
    montados = {Path(f["mountPath"]).name for f in CHART["hub"]["extraFiles"].values()}
    propios = {f.name for f in (DESPLIEGUE / "mesa_en_el_hub").glob("*.py")} - {"espacios.py"}

    assert propios <= montados
