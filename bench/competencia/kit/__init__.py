"""La aplicación de referencia en este kit."""
