"""El dominio: valores inmutables de la biblioteca estándar y las reglas que cumplen."""
