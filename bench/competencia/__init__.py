"""Bancos de prueba contra otros marcos, con la misma aplicación escrita en cada uno."""
