// La tarjeta de un actor: su nombre, que se arrastra o se toma con el teclado; lo que sigue, y su estado.
import { h } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import type { Actor } from "../lib/tipos.ts";
import type { Columna, Tarjeta } from "./tipos.ts";

export interface Gestos {
  elegir: (id: string) => void;
  mudar: (id: string, estado: string) => void;
  teclear: (id: string, s: KeyboardEvent) => void;
  arrastrar: (id: string, s: PointerEvent, boton: HTMLElement) => void;
}

export function tarjeta(actor: Actor, dato: Tarjeta, columnas: Columna[], estado: { elegida: boolean; tomada: boolean; fija: boolean }, gestos: Gestos): HTMLLIElement {
  const asa = h("span", { class: "asa", "aria-hidden": "true" }, "⠿");
  const nombre = h("button", {
    class: "nombre", type: "button", "aria-pressed": String(estado.tomada), data: { foco: `n-${actor.id}` },
    on: { click: () => gestos.elegir(actor.id), keydown: (s: Event) => gestos.teclear(actor.id, s as KeyboardEvent) },
  }, estado.fija ? null : asa, glifo(actor.sector), h("span", {}, actor.nombre));
  nombre.addEventListener("pointerdown", (s) => { if (s.pointerType === "mouse" || s.target === asa) gestos.arrastrar(actor.id, s, nombre); });
  return h("li", { class: ["tarjeta", dato.atrasado && "atrasada", estado.elegida && "elegida", estado.tomada && "tomada"].filter(Boolean).join(" "), data: { id: actor.id } },
    nombre, queSigue(dato), dato.silencio ? h("p", { class: "sigue alerta" }, senal(), dato.silencio) : null,
    selector(actor, columnas, estado.fija, gestos));
}

function queSigue(d: Tarjeta): HTMLElement | null {
  if (!d.sigue && !d.plazo) return null;
  const vencio = d.atrasado && d.plazo.startsWith("venció");
  return h("p", { class: vencio ? "sigue alerta" : "sigue" }, d.sigue || "Gestión sin descripción", h("span", { class: "plazo" }, vencio && senal(), d.plazo), d.cargo && h("span", { class: "cargo" }, d.cargo));
}

const senal = (): HTMLElement => h("span", { class: "senal" }, h("span", { "aria-hidden": "true" }, "!"), h("span", { class: "mt-oculto" }, "Atención: "));

function selector(actor: Actor, columnas: Columna[], fija: boolean, gestos: Gestos): HTMLSelectElement {
  const lista = h("select", { "aria-label": `Estado de ${actor.nombre}`, disabled: fija, data: { foco: `s-${actor.id}` } }, columnas.map((c) => h("option", { value: c.clave }, c.nombre)));
  lista.value = actor.estado;
  lista.addEventListener("change", () => gestos.mudar(actor.id, lista.value));
  return lista;
}
