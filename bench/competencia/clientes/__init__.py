"""Un cliente sin navegador por contendor: habla su protocolo y comprueba lo que recibe."""
