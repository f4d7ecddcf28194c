"""La formación: temas, ejercicios, corrección y avance."""
