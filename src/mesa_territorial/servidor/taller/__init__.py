"""La página de quien conduce un taller, lo que oyen las demás páginas y la despedida."""
