// La página de quien conduce: se mantiene al día sola, sin núcleo y sin perder lo que se haya marcado.
import { pintarPersonas } from "./taller/personas.ts";
import { pintarMesas } from "./taller/mesas.ts";
import { h, poner } from "./lib/dom.ts";
import type { Vista } from "./taller/vista.ts";

const CADA = 2000;
const FALLAS = 2;
const pagina = document.querySelector<HTMLElement>("[data-estado]");
const senal = document.getElementById("taller-senal");
let fallas = 0;

async function consultar(): Promise<Vista | null> {
  try {
    const r = await fetch(pagina?.dataset["estado"] ?? "", { cache: "no-store", signal: AbortSignal.timeout(CADA * 2) });
    return r.ok ? ((await r.json()) as Vista) : null;
  } catch {
    return null;
  }
}

function pintar(vista: Vista): void {
  const cifras = document.querySelector(".taller-cifras");
  if (cifras) poner(cifras, vista.cifras.map((c) => h("div", {}, h("dt", {}, c.que), h("dd", {}, c.cuanto))));
  pintarPersonas(vista.personas, pagina?.dataset["mirar"] ?? "");
  pintarMesas(vista.grupos, pagina?.dataset["mirar"] ?? "");
}

function decir(texto: string): void {
  if (senal && senal.textContent !== texto) senal.textContent = texto;
}

async function ponerAlDia(): Promise<void> {
  if (!document.hidden) {
    const vista = await consultar();
    fallas = vista ? 0 : fallas + 1;
    if (vista) pintar(vista);
    decir(fallas >= FALLAS ? "El programa no contesta: lo que se ve puede estar atrasado." : "");
  }
  setTimeout(() => void ponerAlDia(), CADA);
}

/** Marca a todas las que están de pie: lo que se hace al llegar alguien tarde. */
function animarMarcar(): void {
  const boton = document.getElementById("marcar-de-pie");
  if (!boton) return;
  boton.hidden = false;
  boton.addEventListener("click", () => {
    for (const fila of document.querySelectorAll<HTMLElement>("#personas tr")) {
      const caja = fila.querySelector<HTMLInputElement>("input[type=checkbox]");
      const grupo = fila.querySelector("[data-campo=grupo]")?.textContent;
      if (caja && !caja.disabled) caja.checked = !grupo;
    }
  });
}

if (pagina) {
  animarMarcar();
  setTimeout(() => void ponerAlDia(), CADA);
}
