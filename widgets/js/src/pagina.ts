// La página propia: pestañas, barra, núcleo y avisos.
import { Administrador } from "./pagina/administrador.ts";
import { conectar } from "./pagina/canal.ts";
import { nucleoAnunciado } from "./pagina/datos.ts";
import { montar } from "./pagina/vistas.ts";

const lista = new Promise<void>((listo) => {
  if (document.readyState !== "loading") listo();
  else document.addEventListener("DOMContentLoaded", () => listo(), { once: true });
});

async function abrir(): Promise<void> {
  await lista;
  const id = nucleoAnunciado();
  if (!id) return;
  const administrador = new Administrador(conectar(id));
  await administrador.cargar();
  await montar(administrador, document);
}

void abrir();
