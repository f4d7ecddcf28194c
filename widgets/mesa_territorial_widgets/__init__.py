"""La pantalla de la Mesa Territorial: temas, aplicaciones y componentes."""
