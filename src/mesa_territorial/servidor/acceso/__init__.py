"""Entrar a un taller: códigos de palabras, inscripción, identidad, fila de espera y puerta.

Nada de esto se carga con «mesa servir»: en un computador propio no hay a quién pedirle código.
"""
