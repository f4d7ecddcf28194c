// Lo que se dice después de responder: cómo le fue, qué falta, qué sigue y dónde leerlo.
import { h } from "../lib/dom.ts";
import { signo, tono } from "./comentario.ts";
import type { Correccion, Turno } from "./tipos.ts";

/** La caja del resultado; recibe el foco al aparecer. */
export function resultado(turno: Turno, comentaAlLado: boolean): HTMLElement {
  const c = turno.correccion;
  const caja = h("div", { class: `resultado mt-aviso ${c ? color(c) : ""}`, role: "status", tabindex: "-1" });
  if (c) caja.append(...juicio(c, comentaAlLado));
  if (turno.solucion) caja.append(solucion(turno));
  if (c || turno.solucion) caja.append(h("p", {}, enlace(turno.item.ancla)));
  caja.hidden = !c && !turno.solucion;
  return caja;
}

const color = (c: Correccion): string => (c.acierto === true ? "exito" : c.acierto === false && !c.puntaje ? "error" : "");

function juicio(c: Correccion, comentaAlLado: boolean): HTMLElement[] {
  const palabra = c.acierto === true ? "✓ Correcto." : c.acierto === false ? (c.puntaje > 0 ? "◐ Va en parte." : "✗ Todavía no.") : "";
  const partes: HTMLElement[] = [h("p", {}, palabra ? h("strong", {}, `${palabra} `) : null, c.mensaje)];
  if (!comentaAlLado && c.detalles.length)
    partes.push(h("ul", { class: "revision" }, c.detalles.map((d) => h("li", { class: tono(d) }, signo(d), d.bien === null ? `${d.texto}: ${d.mensaje}` : d.mensaje))));
  if (comentaAlLado && c.falta.length) partes.push(h("p", {}, c.falta.join(" ")));
  if (c.proximo_paso) partes.push(h("p", {}, h("strong", {}, "Próximo paso. "), c.proximo_paso));
  return partes;
}

function solucion(turno: Turno): HTMLElement {
  const { frases, explicacion } = turno.solucion!;
  const abierta = turno.item.tipo === "abierta";
  const lista = turno.item.tipo === "ordenar" ? "ol" : "ul";
  const titulo = abierta ? "Un ejemplo" : "Solución";
  // A quien acertó le basta el porqué; la solución se muestra a quien la pidió.
  const mostrar = turno.rendida || abierta;
  return h("div", { class: "solucion" },
    mostrar ? h("h3", {}, titulo) : null,
    mostrar ? (frases.length === 1 ? h("p", {}, frases[0]) : h(lista, {}, frases.map((f) => h("li", {}, f)))) : null,
    h("p", {}, h("strong", {}, "Por qué. "), explicacion));
}

/** El enlace a la sección de la guía que trata del ejercicio. */
export function enlace(ancla: string): HTMLElement {
  const ir = (e: Event): void => {
    e.preventDefault();
    window.dispatchEvent(new CustomEvent("mesa:ir", { detail: { tiempo: "leer", ancla } }));
  };
  return h("a", { href: `#leer/${ancla}`, on: { click: ir } }, "Leer esta parte de la guía");
}
