// Un panel pequeño sobre el mapa: menús, filtros, ayuda. Hay uno a la vez; Esc lo cierra y devuelve el foco.
import { h, type Hijo } from "../lib/dom.ts";
import type { Mapa } from "./mapa.ts";

export interface Flotante { titulo: string; contenido: Hijo[]; clase?: string; donde?: [number, number]; boton?: HTMLElement; alCerrar?: () => void }

let cerrarAbierto: (() => void) | null = null;

/** Abre el panel. `donde` son px de la ventana; sin él se pega arriba a la izquierda del marco, bajo su botón. */
export function abrir(m: Mapa, f: Flotante): HTMLElement {
  cerrar();
  const regreso = (f.boton ?? document.activeElement) as HTMLElement | SVGElement | null;
  const cruz = h("button", { type: "button", class: "mt-boton texto cerrar", "aria-label": "Cerrar", on: { click: () => cerrar() } }, "✕");
  const panel = h("div", { class: `flotante ${f.clase ?? ""}`, role: "dialog", "aria-label": f.titulo, tabindex: -1 },
    h("div", { class: "cabeza" }, h("strong", {}, f.titulo), cruz), ...f.contenido);
  const afuera = (e: Event): void => { if (!panel.contains(e.target as Node) && !f.boton?.contains(e.target as Node)) cerrar(false); };
  panel.addEventListener("keydown", (e) => alTeclear(panel, e));
  m.marco.append(panel);
  f.boton?.setAttribute("aria-expanded", "true");
  situar(m, panel, f);
  document.addEventListener("pointerdown", afuera, true);
  cerrarAbierto = (): void => {
    document.removeEventListener("pointerdown", afuera, true);
    const teniaFoco = panel.contains(document.activeElement);
    panel.remove();
    f.boton?.setAttribute("aria-expanded", "false");
    f.alCerrar?.();
    if (teniaFoco) regreso?.focus({ preventScroll: true });
  };
  (panel.querySelector<HTMLElement>(".opciones button, input, select, button:not(.cerrar)") ?? panel).focus({ preventScroll: true });
  return panel;
}

/** Cierra el panel abierto; dice si había uno. */
export function cerrar(_conFoco = true): boolean {
  const hacer = cerrarAbierto;
  cerrarAbierto = null;
  hacer?.();
  return hacer !== null;
}

function alTeclear(panel: HTMLElement, e: KeyboardEvent): void {
  e.stopPropagation();
  if (e.key === "Escape") return void cerrar();
  const enLista = (e.target as Element).closest(".opciones");
  if (!enLista || (e.key !== "ArrowDown" && e.key !== "ArrowUp")) return;
  e.preventDefault();
  const botones = [...panel.querySelectorAll<HTMLElement>(".opciones button")];
  const i = botones.indexOf(document.activeElement as HTMLElement) + (e.key === "ArrowDown" ? 1 : -1);
  botones.at(i % botones.length)?.focus();
}

function situar(m: Mapa, panel: HTMLElement, f: Flotante): void {
  const marco = m.marco.getBoundingClientRect(), ancho = panel.offsetWidth, alto = panel.offsetHeight;
  const ancla = f.boton?.getBoundingClientRect();
  const x = f.donde ? f.donde[0] - marco.left + 12 : ancla ? ancla.left - marco.left : 12;
  const y = f.donde ? f.donde[1] - marco.top + 12 : 8;
  panel.style.left = `${Math.max(8, Math.min(x, marco.width - ancho - 8))}px`;
  panel.style.top = `${Math.max(8, Math.min(y, marco.height - alto - 8))}px`;
}

/** Una opción de menú: lo que hace, y debajo para qué. */
export function opcion(texto: Hijo[], hacer: () => void, ayuda = "", pulsada?: boolean): HTMLButtonElement {
  return h("button", { type: "button", class: "opcion", "aria-pressed": pulsada === undefined ? null : String(pulsada), on: { click: () => { cerrar(); hacer(); } } },
    h("span", { class: "linea" }, ...texto), ayuda ? h("span", { class: "ayuda" }, ayuda) : null);
}
export const opciones = (...hijos: Hijo[]): HTMLDivElement => h("div", { class: "opciones" }, ...hijos);
