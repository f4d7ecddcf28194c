// La barra: estado de lo guardado, nombre de la Mesa, deshacer y rehacer, y el menú de temas.
import { h, poner } from "../lib/dom.ts";
import { anotar, guardadoDe, guardadoPropio } from "./guardado.ts";
import { tiempoALaVista } from "./pestanas.ts";
import { alSuceder, avisar, type DetalleDeGuardado } from "./sucesos.ts";

const PACIENCIA = 400;
const porId = <T extends HTMLElement>(id: string): T | null => document.getElementById(id) as T | null;
let pendientes = 0;

/** Deja la barra escuchando. */
export function animarBarra(): void {
  alSuceder<DetalleDeGuardado>("mesa:guardado", (noticia) => { anotar(noticia); pintar(); });
  alSuceder("mesa:tiempo", pintar);
  alSuceder<number>("mesa:guardando", (cuantos) => { pendientes = Math.max(0, pendientes + cuantos); setTimeout(pintar, cuantos > 0 ? PACIENCIA : 0); });
  for (const orden of ["deshacer", "rehacer"] as const) porId(`mesa-${orden}`)?.addEventListener("click", () => pedir(orden));
  document.addEventListener("keydown", atajo);
  animarMenus();
}

function pintar(): void {
  const propio = guardadoPropio();
  const aqui = guardadoDe(tiempoALaVista());
  escribir("mesa-nombre", propio?.nombre ?? "");
  decirEstado(pendientes > 0 ? "Guardando…" : propio?.hora ? "Guardado" : "", pendientes > 0 ? "" : propio?.hora ?? "");
  porId<HTMLButtonElement>("mesa-deshacer")?.toggleAttribute("disabled", !aqui?.deshacer);
  porId<HTMLButtonElement>("mesa-rehacer")?.toggleAttribute("disabled", !aqui?.rehacer);
}

function escribir(id: string, texto: string): void {
  const lugar = porId(id);
  if (lugar && lugar.textContent !== texto) lugar.textContent = texto;
}

/** «Guardado 14:03»; en pantallas angostas la palabra queda sólo para quien escucha. */
function decirEstado(palabra: string, hora: string): void {
  const lugar = porId("mesa-estado");
  if (!lugar || lugar.textContent === `${palabra} ${hora}`.trim()) return;
  poner(lugar, palabra && h("span", { class: hora ? "palabra" : "" }, palabra), hora && ` ${hora}`);
}

/** Pide deshacer o rehacer en la Mesa que se está viendo. */
export function pedir(orden: "deshacer" | "rehacer"): void {
  const aqui = guardadoDe(tiempoALaVista());
  if (aqui?.[orden]) avisar(`mesa:${orden}`, { mesa: aqui.mesa });
}

const ESCRIBE = "input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [contenteditable]";

/** Si la persona está escribiendo en un campo: ahí Ctrl+Z deshace letras, no cambios. */
export const escribiendo = (): boolean => Boolean((document.activeElement as HTMLElement | null)?.matches(ESCRIBE));

function atajo(tecla: KeyboardEvent): void {
  if (!(tecla.ctrlKey || tecla.metaKey) || tecla.altKey || escribiendo()) return;
  const letra = tecla.key.toLowerCase();
  if (letra !== "z" && letra !== "y") return;
  tecla.preventDefault();
  pedir(letra === "y" || tecla.shiftKey ? "rehacer" : "deshacer");
}

function animarMenus(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>("#mesa-barra details");
  const cerrar = (menu: HTMLDetailsElement) => { menu.open = false; };
  document.addEventListener("click", (s) => menus.forEach((m) => { if (!m.contains(s.target as Node)) cerrar(m); }));
  for (const menu of menus) {
    menu.addEventListener("toggle", () => menu.querySelectorAll<HTMLAnchorElement>("a[data-aqui]").forEach((a) => { a.hash = location.hash; }));
    menu.addEventListener("keydown", (s) => {
      if (s.key !== "Escape" || !menu.open) return;
      cerrar(menu);
      menu.querySelector("summary")?.focus();
    });
    menu.addEventListener("focusout", (s) => { if (s.relatedTarget && !menu.contains(s.relatedTarget as Node)) cerrar(menu); });
  }
}
