"""Del acta: participación, reserva, declaraciones de intereses y la hoja de firmas."""

from collections.abc import Iterator

from mesa_territorial.analisis.instalacion import integrantes, sesion_de_instalacion
from mesa_territorial.dominio.genero_codigos import Cuidado
from mesa_territorial.dominio.genero_sesion import Conteo, RegistroDeSesion
from mesa_territorial.dominio.instalacion_codigos import RolDeMesa
from mesa_territorial.dominio.instalacion_fichas import Declaracion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.genero_catalogos import CUIDADOS
from mesa_territorial.esquemas.instalacion_textos import INTERESES, PUBLICIDAD, RESGUARDOS
from mesa_territorial.intercambio.acta_de_la_sesion import nombre_de, quien_tiene
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Campos,
    Firma,
    Firmas,
    Parrafo,
    Tabla,
    negrita,
)
from mesa_territorial.textos import numero

_FIRMAN = (
    (RolDeMesa.PRESIDE, "Preside"),
    (RolDeMesa.SECRETARIA, "Secretaría y fe de lo acordado"),
)


def participacion(mesa: Mesa) -> Iterator[Bloque]:
    """Lo contado en la sesión, sólo en números, y las condiciones para participar."""
    sesion = sesion_de_instalacion(mesa)
    cuidados = "; ".join(CUIDADOS[c].lower() for c in mesa.genero.cuidados)
    sin_cuidado = mesa.genero.cuidados == (Cuidado.NADA,)
    yield Campos(
        (
            ("Asistieron", _decir(sesion, "asistentes")),
            ("Turnos de palabra", _decir(sesion, "turnos")),
            ("Minutos de palabra", _decir(sesion, "minutos")),
            ("Compromisos a cargo", _decir(sesion, "compromisos")),
            ("Horario acordado", mesa.genero.horario),
            ("Cuidado durante la sesión", "No hubo" if sin_cuidado else cuidados),
            ("Quién moderó", quien_tiene(mesa, RolDeMesa.MODERA)),
        )
    )
    yield Parrafo(
        "Son cuentas del total: nadie está obligado a declarar su género, y con pocas personas se "
        "muestran cantidades y no porcentajes.",
        suave=True,
    )


def _decir(sesion: RegistroDeSesion | None, que: str) -> str:
    contado = sesion.contado(que) if sesion else None
    return _decir_conteo(contado) if contado else ""


def _decir_conteo(contado: Conteo) -> str:
    dicho = f"mujeres {numero(contado.mujeres)}, hombres {numero(contado.hombres)}"
    otra = f", otra o no declara {numero(contado.otra)}" if contado.otra else ""
    return f"{dicho}{otra}"


def probidad(mesa: Mesa) -> Iterator[Bloque]:
    """Qué es público, quién declaró y con qué resguardo, y quién no ha declarado."""
    i = mesa.instalacion
    yield Campos(
        (
            ("Quién puede leer esta acta", PUBLICIDAD[i.publicidad] if i.publicidad else ""),
            ("Qué queda en reserva", i.reserva),
        )
    )
    dichas = [(a, i.declaraciones.get(a.id)) for a in integrantes(mesa)]
    filas = [_fila(mesa, d) for _, d in dichas if d and d.interes]
    if filas:
        yield Tabla(
            ("Organización", "Conflicto de intereses", "De qué se trata", "Resguardo"),
            filas,
            anchos=(4, 2.6, 4, 3),
            titulo="Declaraciones",
        )
    callan = [a.nombre for a, d in dichas if not d or not d.interes]
    if callan:
        yield Parrafo((negrita("No han declarado: "), "; ".join(callan), "."))


def _fila(mesa: Mesa, declara: Declaracion) -> tuple[str, ...]:
    resguardo = RESGUARDOS[declara.resguardo] if declara.resguardo else ""
    interes = INTERESES[declara.interes] if declara.interes else ""
    return nombre_de(mesa, declara.id), interes, declara.detalle, resguardo


def firmas(mesa: Mesa) -> Iterator[Bloque]:
    """Quienes dan fe y una línea por integrante, con el nombre para escribirlo a mano."""
    dan_fe = [
        Firma(cargo=cargo, en_nombre_de=nombre_de(mesa, r.actor))
        for rol, cargo in _FIRMAN
        for r in mesa.instalacion.con_rol(rol)
    ]
    yield Firmas(dan_fe or [Firma(cargo=cargo) for _, cargo in _FIRMAN])
    if quienes := integrantes(mesa):
        yield Tabla(
            ("Organización", "Nombre", "Género (si quiere declararlo)", "Firma"),
            [(f"{a.nombre}\n", "", "", "") for a in quienes],
            anchos=(4, 4, 2.4, 3.4),
            titulo="Por las organizaciones que constituyen la Mesa",
            nota="Los nombres y las firmas se escriben a mano: el kit no los guarda.",
        )
