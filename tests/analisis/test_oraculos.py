"""Las medidas, contra redes publicadas y resueltas."""

import pytest
from analisis.redes import grafo_de, oraculo, red_de

from mesa_territorial.analisis.caminos import cercania, intermediacion, medir_caminos
from mesa_territorial.analisis.huecos import restriccion, tamano_efectivo
from mesa_territorial.analisis.papeles import medir_papeles


def test_la_cometa_de_krackhardt_da_los_valores_publicados():
    dato = oraculo("05_sna_kite_krackhardt")
    grafo = grafo_de(red_de(dato["aristas"]))  # los números 0 a 9 ya van en orden alfabético

    caminos = medir_caminos(grafo)

    assert [len(otros) for otros in grafo.vecinos] == dato["grado"]
    assert intermediacion(caminos) == pytest.approx(dato["nx_intermediacion_norm"], abs=1e-6)
    assert intermediacion(caminos) == pytest.approx(dato["intermediacion_norm_3dec"], abs=5e-4)
    assert cercania(caminos) == pytest.approx(dato["nx_cercania"], abs=1e-6)


def test_en_la_cometa_tres_medidas_dan_tres_centros_distintos():
    dato = oraculo("05_sna_kite_krackhardt")
    grafo, nombres = grafo_de(red_de(dato["aristas"])), dato["nombres"]

    caminos = medir_caminos(grafo)
    grado = [len(otros) for otros in grafo.vecinos]

    assert _maximos(grado, nombres) == {"Diane"}
    assert _maximos(intermediacion(caminos), nombres) == {"Heather"}
    assert _maximos(cercania(caminos), nombres) == {"Fernando", "Garth"}


def _maximos(valores, nombres):
    return {nombre for nombre, v in zip(nombres, valores, strict=True) if v == max(valores)}


def test_los_medici_unen_a_las_familias_de_florencia():
    dato = oraculo("05_sna_florentinas_padgett")
    grafo = grafo_de(red_de(dato["aristas"]))

    caminos = medir_caminos(grafo)
    intermedia = dict(zip(grafo.ids, intermediacion(caminos), strict=True))
    cerca = dict(zip(grafo.ids, cercania(caminos), strict=True))

    assert intermedia == pytest.approx(dato["intermediacion_norm_3dec"], abs=5e-4)
    assert cerca == pytest.approx(dato["cercania_3dec"], abs=5.1e-4)
    assert intermedia["Medici"] == pytest.approx(
        dato["publicado"]["Medici_intermediacion"], abs=5e-4
    )


def test_la_red_de_burt_da_restriccion_y_tamano_efectivo_publicados():
    dato = oraculo("05_sna_burt_huecos")
    grafo = grafo_de(red_de(dato["aristas"]))

    restringe = {grafo.ids[i]: v for i, v in restriccion(grafo).items()}
    efectivo = {grafo.ids[i]: v for i, v in tamano_efectivo(grafo).items()}

    assert restringe == pytest.approx(dato["nx_restriccion"], abs=1e-6)
    assert efectivo == pytest.approx(dato["nx_tamano_efectivo"], abs=1e-6)
    for actor, publicado in dato["publicado"]["restriccion"].items():
        assert restringe[actor] == pytest.approx(publicado, abs=5e-4)
    for actor, publicado in dato["publicado"]["tamano_efectivo"].items():
        assert efectivo[actor] == pytest.approx(publicado, abs=5e-3)


def test_mujeres_y_reuniones_de_davis_dan_las_cifras_de_borgatti_y_halgin():
    """La red de dos modos usa las mismas sumas, normalizadas por lo posible en dos modos."""
    dato = oraculo("05_sna_davis_bipartita")
    grafo = grafo_de(red_de(dato["aristas"]))
    mujeres = set(dato["mujeres"])
    mias, otras = len(mujeres), grafo.nodos - len(mujeres)

    caminos = medir_caminos(grafo)

    for i, id_ in enumerate(grafo.ids):
        n, m = (mias, otras) if id_ in mujeres else (otras, mias)  # n: su modo; m: el otro
        minima = m + 2 * (n - 1)
        centro = _maxima_de_dos_modos(n, m)
        assert len(grafo.vecinos[i]) / m == pytest.approx(dato["grado_bip"][id_], abs=0.01)
        assert minima / caminos.distancia[i] == pytest.approx(dato["cercania_bip"][id_], abs=0.01)
        assert caminos.dependencia[i] / 2 / centro == pytest.approx(
            dato["intermediacion_bip"][id_], abs=0.01
        )


def _maxima_de_dos_modos(n: int, m: int) -> float:
    """La mayor intermediación posible de un nodo del modo de tamaño n: Borgatti y Everett 1997."""
    s, t = divmod(n - 1, m)
    return (m**2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def test_los_papeles_coinciden_con_sna_en_la_red_dirigida_de_cuatro():
    dato = oraculo("06b_gf_mini4")
    matriz, n = dato["adyacencia"], len(dato["adyacencia"])
    salidas = [{j for j in range(n) if matriz[i][j]} for i in range(n)]
    entradas = [{j for j in range(n) if matriz[j][i]} for i in range(n)]

    papeles = medir_papeles(entradas, salidas, [str(g) for g in dato["grupos"]])

    for i, suyos in enumerate(papeles):
        esperado = {k: v for k, v in dato["resultado"][str(i)].items() if k != "total"}
        assert suyos == esperado


def test_sin_direccion_cada_mediacion_se_cuenta_dos_veces():
    circulos = [{1}, {0, 2}, {1}]

    papeles = medir_papeles(circulos, circulos, ["publico", "privado", "academia"])

    assert papeles[1] == {
        "coordinador": 0,
        "consultor": 0,
        "representante": 0,
        "portero": 0,
        "enlace": 2,
    }
