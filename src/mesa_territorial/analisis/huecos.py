"""Huecos estructurales de Burt: cuánto se repiten entre sí los contactos de un actor.

Quien no tiene relaciones no tiene restricción ni tamaño efectivo: queda fuera, no en cero.
"""

from mesa_territorial.analisis.grafo import Grafo


def restriccion(grafo: Grafo) -> dict[int, float]:
    """Cuánto depende cada actor de contactos que se conocen entre sí; 1 con un solo contacto.

    Fuente: Burt (1992), Structural Holes, cap. 2, con enlaces sin peso: la suma, sobre los
    contactos j, de (p_ij + Σ_q p_iq·p_qj)², con p_ij = 1 / grado de i y q contacto de ambos.
    En redes muy pequeñas puede pasar de 1.
    """
    peso = [1 / len(otros) if otros else 0.0 for otros in grafo.vecinos]
    circulo = [set(otros) for otros in grafo.vecinos]
    return {
        i: peso[i] ** 2
        * sum((1 + sum(peso[q] for q in sorted(circulo[i] & circulo[j]))) ** 2 for j in otros)
        for i, otros in enumerate(grafo.vecinos)
        if otros
    }


def tamano_efectivo(grafo: Grafo) -> dict[int, float]:
    """Cuántos contactos distintos tiene cada actor, descontados los que se repiten.

    Fuente: Borgatti (1997), Connections 20(1): n − 2t/n, con n contactos y t enlaces entre ellos.
    """
    circulo = [set(otros) for otros in grafo.vecinos]
    return {
        i: len(otros) - sum(len(circulo[i] & circulo[j]) for j in otros) / len(otros)
        for i, otros in enumerate(grafo.vecinos)
        if otros
    }
