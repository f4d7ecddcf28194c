"""El análisis: funciones puras sobre la Mesa. Sin reloj, sin azar propio, sin disco."""
