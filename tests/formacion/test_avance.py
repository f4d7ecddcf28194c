"""El avance: qué está dominado, qué vuelve y por dónde seguir."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.almacen import Respuesta
from mesa_territorial.formacion.avance import Estado, medir_avance
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.respuestas import RespuestaDada

BANCO = cargar_banco("03_mapa_de_actores")
INICIO = datetime(2026, 3, 14, 10, tzinfo=UTC)
ULTIMO = "quien-falta-en-el-suyo"


def dar(item: str, minuto: int = 0, *, correcta: bool | None = True, **otros) -> RespuestaDada:
    campos = {
        "intento": 1,
        "pistas": 0,
        "rendida": False,
        "version_contenido": "1",
        "puntaje": 1.0,
        **otros,
    }
    return RespuestaDada(
        evento=f"{item}-{minuto}",
        item=item,
        dada=None,
        correcta=correcta,
        cuando=INICIO + timedelta(minutes=minuto),
        **campos,
    )


def objetivo(avance, id_objetivo):
    return next(o for o in avance.objetivos if o.objetivo.id == id_objetivo)


def test_sin_respuestas_se_parte_por_el_primero():
    avance = medir_avance(BANCO, [])

    assert avance.siguiente == BANCO.items[0].id
    assert avance.terminados == 0
    assert avance.vuelven == ()


def test_tres_de_cuatro_a_la_primera_dominan_un_objetivo():
    bien = [dar(i, n) for n, i in enumerate(["actor-o-no", "sectores", "niveles"])]

    avance = medir_avance(BANCO, bien)

    assert objetivo(avance, "reconocer").frase == "3 de 4 a la primera"
    assert objetivo(avance, "reconocer").esta_dominado
    assert not objetivo(medir_avance(BANCO, bien[1:]), "reconocer").esta_dominado


def test_con_pistas_o_al_segundo_intento_queda_logrado_y_vuelve():
    con_pista = [dar("sectores", pistas=1)]
    al_segundo = [dar("niveles", 1, correcta=False), dar("niveles", 2, intento=2)]

    avance = medir_avance(BANCO, con_pista + al_segundo)

    assert avance.estados["sectores"] is Estado.LOGRADO
    assert avance.estados["niveles"] is Estado.LOGRADO
    assert avance.vuelven == ("sectores", "niveles")


def test_lo_rendido_vuelve_primero_y_no_detiene_el_camino():
    respuestas = [dar("para-que", pistas=2), dar("actor-o-no", 1, correcta=False, rendida=True)]

    avance = medir_avance(BANCO, respuestas)

    assert avance.vuelven == ("actor-o-no", "para-que")
    assert avance.siguiente == "sectores"


def test_un_ejercicio_que_vuelve_y_sale_a_la_primera_queda_dominado():
    antes = [dar("sectores", 0, correcta=False, rendida=True)]
    vuelta = [dar("sectores", 60)]

    avance = medir_avance(BANCO, antes + vuelta)

    assert avance.estados["sectores"] is Estado.A_LA_PRIMERA
    assert avance.vuelven == ()


def test_si_el_ejercicio_cambio_lo_respondido_queda_y_el_item_vuelve():
    avance = medir_avance(BANCO, [dar("sectores", version_contenido="0")])

    assert avance.estados["sectores"] is Estado.CAMBIO
    assert avance.vuelven == ("sectores",)


def test_las_respuestas_a_items_que_ya_no_estan_no_molestan():
    avance = medir_avance(BANCO, [dar("un-item-retirado")])

    assert avance == medir_avance(BANCO, [])


def test_un_borrador_deja_en_curso_y_con_rubrica_queda_terminado():
    borrador = dar(ULTIMO, correcta=None, puntaje=None)
    mirado = dar(ULTIMO, 5, correcta=None, puntaje=0.6)

    assert medir_avance(BANCO, [borrador]).estados[ULTIMO] is Estado.EN_CURSO
    assert medir_avance(BANCO, [mirado]).estados[ULTIMO] is Estado.A_LA_PRIMERA


def test_el_texto_abierto_no_cuenta_para_dominar_ni_vuelve():
    mirado = dar(ULTIMO, 5, correcta=None, puntaje=0.2, intento=1, pistas=2)

    avance = medir_avance(BANCO, [mirado])

    assert objetivo(avance, "ausentes").de == len(BANCO.items_de("ausentes")) - 1
    assert avance.vuelven == ()


def test_con_todo_terminado_no_queda_siguiente():
    todo = [dar(i.id, n) for n, i in enumerate(BANCO.items)]

    avance = medir_avance(BANCO, todo)

    assert avance.esta_completo
    assert avance.terminados == len(BANCO.items)
    assert all(o.esta_dominado for o in avance.objetivos)


def test_sirve_la_respuesta_tal_como_la_guarda_el_almacen():
    guardada = Respuesta(
        evento="e1",
        persona="p",
        tema="mapa_de_actores",
        item="sectores",
        version_contenido="1",
        dada={},
        correcta=True,
        puntaje=1.0,
        intento=1,
        pistas=0,
        rendida=False,
        cuando=INICIO,
    )

    assert medir_avance(BANCO, [guardada]).estados["sectores"] is Estado.A_LA_PRIMERA


@given(
    st.lists(
        st.builds(
            dar,
            st.sampled_from([i.id for i in BANCO.items] + ["retirado"]),
            st.integers(0, 500),
            correcta=st.sampled_from([True, False, None]),
            intento=st.integers(1, 4),
            pistas=st.integers(0, 3),
            rendida=st.booleans(),
            version_contenido=st.sampled_from(["0", "1", "2", "x"]),
            puntaje=st.none() | st.floats(0, 1),
        ),
        max_size=40,
        unique_by=lambda r: r.cuando,
    ),
    st.randoms(),
)
def test_el_orden_en_que_llegan_las_respuestas_no_cambia_el_avance(respuestas, azar):
    revueltas = list(respuestas)
    azar.shuffle(revueltas)

    avance = medir_avance(BANCO, respuestas)

    assert medir_avance(BANCO, revueltas) == avance
    assert set(avance.estados) == {i.id for i in BANCO.items}
    assert set(avance.vuelven) <= set(avance.estados)
