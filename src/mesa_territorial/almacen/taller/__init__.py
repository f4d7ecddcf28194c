"""Las salas del padrón de un taller."""
