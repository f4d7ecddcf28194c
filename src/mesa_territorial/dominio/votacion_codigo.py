"""El código con que se entra a una votación: corto, para dictarlo y escribirlo a mano."""

from random import Random

# Ni vocales (para que no salgan palabras) ni letras que se confundan al verlas o al dictarlas.
LETRAS_DE_CODIGO = "BCDFGHJKMNPRSTXZ"
LARGO_DE_CODIGO = 5


def es_codigo(texto: str) -> bool:
    """Si ``texto`` puede ser el código de una votación (4 a 6 letras permitidas).

    >>> es_codigo("BCDFG"), es_codigo("hola")
    (True, False)
    """
    return 4 <= len(texto) <= 6 and set(texto) <= set(LETRAS_DE_CODIGO)


def leer_codigo(escrito: str) -> str:
    """El código tal como se guarda, de lo que alguien escribió: con espacios, guion o minúsculas.

    >>> leer_codigo(" bcd-fg ")
    'BCDFG'
    """
    return "".join(c for c in escrito.upper() if c.isalpha())[:12]


def inventar_codigo(azar: Random, largo: int = LARGO_DE_CODIGO) -> str:
    """Un código al azar; con 5 letras hay un millón."""
    return "".join(azar.choice(LETRAS_DE_CODIGO) for _ in range(largo))
