"""El tipo con que Jupyter nombra la vista de un widget."""

VISTA = "application/vnd.jupyter.widget-view+json"
