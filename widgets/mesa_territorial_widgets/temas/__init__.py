"""Un módulo por tema, con ``explorar(contexto)`` y ``aplicar(contexto)``."""
