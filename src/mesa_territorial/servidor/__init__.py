"""El servidor: la única parte de la casa que conoce Jupyter."""
