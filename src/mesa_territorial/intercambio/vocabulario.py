"""Las palabras con que la gente escribe sectores, escalas, estados y tipos en sus planillas.

Todas en forma comparable: sin tildes ni mayúsculas (``nombre_comparable``).
"""

from collections.abc import Mapping

from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.intercambio.sinonimos import con_etiquetas
from mesa_territorial.textos import ESTADOS, NIVELES, PROCEDENCIAS, SECTORES, TIPOS_DE_RELACION

_VALORES = {
    "sector": {
        "publico": "gobierno; estado; estatal; municipal; municipio; municipalidad; fiscal; gob; "
        "servicio publico; sector publico; gubernamental; publica; ministerio; regional",
        "privado": "empresa; empresas; empresarial; sector privado; gremio; comercio; privada; "
        "comercial; pyme; gremial",
        "academia": "universidad; universidades; academico; academica; universitario; instituto; "
        "investigacion; educacion superior; cft; centro de estudios; mundo academico",
        "sociedad_civil": "ong; osc; fundacion; comunidad; organizacion social; ciudadania; civil; "
        "organizacion comunitaria; comunitario; junta de vecinos; tercer sector; corporacion; "
        "organizacion de la sociedad civil; vecinos; dirigencia; social; organizaciones sociales",
        "organismo_internacional": "internacional; cooperacion; onu; naciones unidas; "
        "cooperacion internacional; multilateral; agencia internacional",
    },
    "nivel": {
        "campamento": "toma; asentamiento; comite de campamento",
        "barrio": "barrial; poblacion; villa; vecinal; sector",
        "unidad_vecinal": "uv; u.v.; unidad vecinal",
        "comuna": "comunal; municipal; local; ciudad",
        "intercomunal": "provincia; provincial; area metropolitana; metropolitano; territorial",
        "region": "regional; gore",
        "nacional": "pais; nivel central; central; chile; internacional",
    },
    "estado": {
        "por_convocar": "por contactar; no contactado; sin contactar; por invitar; no convocado",
        "contactado": "invitado; contactada; convocado; invitada; convocada",
        "reunion": "en reunion; reunido; en reuniones; reunion agendada; en conversaciones",
        "comprometido": "comprometida; confirmado; confirmada; acepta; acepto; confirma",
        "integra": "integrante; miembro; participa; si; integra la mesa; activo; activa; integrado",
        "asesora": "asesor; asesoria; asesor tecnico; apoya tecnicamente",
        "observa": "observador; observadora; oyente; invitado permanente",
        "pendiente": "en espera; por confirmar; por definir",
        "sin_respuesta": "no responde; no contesta; no respondio; no contesto",
        "declina": "rechaza; rechazo; no participa; se resta; no; declinado; declino",
    },
    "tipo_relacion": {
        "coordinacion": "coordina; colaboracion; colabora; alianza; cooperacion; trabajo conjunto; "
        "trabaja con; convenio; articulacion; apoyo",
        "informacion": "informa; comunicacion; flujo de informacion; intercambio de informacion; "
        "comunica",
        "financiamiento": "financia; dinero; recursos; fondos; transferencia; financiera; plata; "
        "flujo de recursos; aporte; subsidio",
        "mandato": "autoridad; jerarquia; jerarquica; dependencia; manda; fiscaliza; mando; "
        "supervision; depende de; regula; orden",
        "conflicto": "tension; disputa; rivalidad; conflictiva; se opone; oposicion; quiebre; "
        "desacuerdo; competencia",
    },
    "procedencia": {
        "equipo": "nosotros; terreno; taller",
        "importado": "planilla; archivo; excel",
        "fuente": "publica; semilla; documento",
        "ilustrativo": "ejemplo; ejercicio; ficticio",
    },
    "posicion": {
        "1": "apoya; a favor; favorable; aliado; positiva; positivo; +; +1; promotor; si; apoyo",
        "0": "neutral; neutro; indiferente; indecisa; indeciso; neutra; sin posicion",
        "-1": "se opone; en contra; opositor; desfavorable; contrario; negativa; negativo; -; "
        "oponente; opuesto; no; rechaza; \u2212; \u22121",
    },
    "capital": {
        "0": "nulo; ninguno; nada; no tiene; sin; no",
        "1": "bajo; poco; baja; escaso; +",
        "2": "medio; mediano; media; regular; ++",
        "3": "alto; mucho; alta; fuerte; +++",
    },
    "intensidad": {
        "1": "baja; bajo; debil; poca; leve; +; x; si",
        "2": "media; medio; moderada; mediana; regular; ++",
        "3": "alta; alto; fuerte; mucha; intensa; +++",
    },
    "si_no": {
        "1": "si; verdadero; x; true; 1; s; yes; v; dirigida; ✓; ✔; un sentido; de ida",
        "0": "no; falso; false; 0; n; f; no dirigida; mutua; reciproca; ambos sentidos; "
        "bidireccional; simetrica",
    },
}


def _invertir(tabla: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """De palabra a clave; la primera clave que la nombra gana."""
    inversa: dict[str, str] = {}
    for posicion in range(max(len(palabras) for palabras in tabla.values())):
        for clave, palabras in tabla.items():
            for palabra in palabras[posicion : posicion + 1]:
                inversa.setdefault(palabra, clave)
    return inversa


_ETIQUETAS_DE_VALOR: Mapping[str, Mapping[str, str]] = {
    "sector": SECTORES,
    "nivel": NIVELES,
    "estado": ESTADOS,
    "tipo_relacion": TIPOS_DE_RELACION,
    "procedencia": PROCEDENCIAS,
    "posicion": {"1": "Apoya", "0": "Neutral", "-1": "Se opone"},
    "capital": {"0": "Nulo", "1": "Bajo", "2": "Medio", "3": "Alto"},
    "intensidad": {"1": "Baja", "2": "Media", "3": "Alta"},
    "si_no": {"1": "Sí", "0": "No"},
}
VALORES: Mapping[str, Mapping[str, str]] = {
    clase: _invertir(con_etiquetas(_VALORES[clase], etiquetas))
    for clase, etiquetas in _ETIQUETAS_DE_VALOR.items()
}
# Lo que se escribe cuando no se sabe; sólo en columnas de número o de lista.
SIN_DATO = frozenset(
    nombre_comparable(p)
    for p in ("s/i", "si/nc", "n/a", "na", "s/d", "sin informacion", "?", "-", "—", "ns/nr", ".")
)
# De qué sector habla el nombre; se propone y se avisa, nunca se da por sabido.
SECTOR_SEGUN_NOMBRE: Mapping[str, tuple[str, ...]] = {
    "academia": ("universidad", "pontificia", "instituto profesional", "cft", "centro de estudios"),
    "organismo_internacional": ("naciones unidas", "pnud", "unicef", "onu", "unesco", "cepal"),
    "sociedad_civil": (
        "junta de vecinos",
        "junta vecinal",
        "comite de",
        "fundacion",
        "ong",
        "club",
        "agrupacion",
        "corporacion",
        "centro de madres",
        "parroquia",
        "iglesia",
        "bomberos",
        "union comunal",
        "jj.vv",
        "jjvv",
        "asociacion de vecinos",
        "sindicato",
        "hogar de cristo",
        "techo",
    ),
    "publico": (
        "municipalidad",
        "municipio",
        "seremi",
        "ministerio",
        "servicio",
        "serviu",
        "fosis",
        "gobierno",
        "gore",
        "subsecretaria",
        "direccion",
        "cesfam",
        "hospital",
        "carabineros",
        "senda",
        "sernameg",
        "minvu",
        "delegacion",
        "escuela",
        "liceo",
        "jardin infantil",
        "sercotec",
    ),
    "privado": (
        "s.a",
        "spa",
        "ltda",
        "limitada",
        "empresa",
        "camara",
        "constructora",
        "inmobiliaria",
        "banco",
        "comercial",
        "esval",
        "chilquinta",
    ),
}
