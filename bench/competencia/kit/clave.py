"""La clave con que el servidor del banco deja entrar a sus clientes."""

CLAVE = "clave-del-banco-de-pruebas"
