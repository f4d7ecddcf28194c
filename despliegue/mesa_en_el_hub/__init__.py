"""Lo que el Hub necesita saber del kit. No importa el kit: cabe en cualquier imagen del Hub."""
