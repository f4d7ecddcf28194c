"""El servidor: la única parte de la casa que conoce Jupyter."""

import sys

# Jupyter carga con esto una gramática para revisar un formato de dirección que nadie usa aquí:
# a cada proceso le cuesta un segundo y 16 MB.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
