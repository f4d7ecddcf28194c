"""Componentes: cada uno un widget con un valor público; ninguno sabe dónde se guarda."""
