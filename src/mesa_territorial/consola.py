"""El comando ``mesa``."""

import typer

app = typer.Typer(help="Mesa Territorial: el kit en su computador.", no_args_is_help=True)
