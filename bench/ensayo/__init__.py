"""El ensayo de un taller: quienes trabajan, quienes votan y quienes miran la pantalla."""
