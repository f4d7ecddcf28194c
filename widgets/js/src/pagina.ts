// La página propia: pestañas, barra, núcleo y avisos.
import { Administrador } from "./pagina/administrador.ts";
import { animarAvisos } from "./pagina/avisos.ts";
import { animarBarra } from "./pagina/barra.ts";
import { conectar } from "./pagina/canal.ts";
import { nucleoAnunciado } from "./pagina/datos.ts";
import { darVida } from "./pagina/partes.ts";
import { animarPestanas, avisarMontadas, seguirDireccion } from "./pagina/pestanas.ts";
import { avisar } from "./pagina/sucesos.ts";
import { despedirse, vigilar } from "./pagina/vida.ts";
import { montar } from "./pagina/vistas.ts";

/** Se cumple cuando la página terminó de llegar: el servidor la escribe mientras corren las celdas. */
const completa = new Promise<void>((listo) => {
  if (document.readyState !== "loading") listo();
  else document.addEventListener("DOMContentLoaded", () => listo(), { once: true });
});

async function abrirNucleo(): Promise<void> {
  const id = nucleoAnunciado();
  if (!id) return;
  despedirse(id);
  await completa;
  if (document.querySelector(".pagina-caida")) return;
  const canal = conectar(id);
  const administrador = new Administrador(canal);
  let cargada = false;
  vigilar(id, canal, () => { if (cargada) void ponerAlDia(administrador); });
  await administrador.cargar();
  cargada = true;
  await montar(administrador, document);
}

/** Lo que se dijo mientras el canal estuvo cortado pudo perderse, de ida o de vuelta: se trae y se repite. */
async function ponerAlDia(administrador: Administrador): Promise<void> {
  await administrador.cargar();
  avisar("mesa:canal");
}

animarBarra();
animarAvisos();
animarPestanas();
void completa.then(seguirDireccion);
void completa.then(darVida);
void abrirNucleo().finally(avisarMontadas);
