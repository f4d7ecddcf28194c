"""El método de la Mesa Territorial: dominio, análisis, almacén, intercambio y servidor.

Nada de aquí conoce Jupyter, salvo ``servidor``.
"""

__version__ = "0.1.0"
