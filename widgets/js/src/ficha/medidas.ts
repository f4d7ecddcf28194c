// Las medidas de un actor en la red: el número, su puesto, qué dice y qué no dice.
import { h } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import type { Pizarra } from "../lib/pizarra.ts";

export interface Medida { clave: string; nombre: string; para_que: string; que_no_dice: string; decimales?: number }

/** El puesto de un valor entre todos (1 es el mayor); los empatados comparten puesto. */
export const puesto = (valor: number, todos: number[]): number => 1 + todos.filter((otro) => otro > valor + 1e-9).length;

const comoValor = (valor: number, m: Medida): string => numero(valor, Number.isInteger(valor) ? 0 : (m.decimales ?? 2));

export function medidasDe(pizarra: Pizarra, id: string, medidas: Medida[]): HTMLElement {
  const filas = medidas.map((m) => ({ m, valores: pizarra.metricas[m.clave] ?? {} })).filter(({ valores }) => typeof valores[id] === "number");
  if (!filas.length) return h("p", { class: "ayuda" }, "Aparecen cuando el actor tiene relaciones.");
  return h("ul", { class: "mt-medidas-de-actor" }, filas.map(({ m, valores }) => {
    const valor = valores[id]!, todos = Object.values(valores);
    return h("li", {}, h("details", {},
      h("summary", {}, h("span", {}, m.nombre), h("span", { class: "valor" }, comoValor(valor, m), h("small", {}, ` ${puesto(valor, todos)}.º de ${todos.length}`))),
      h("p", {}, h("strong", {}, "Qué dice: "), m.para_que), h("p", {}, h("strong", {}, "Qué no dice: "), m.que_no_dice)));
  }));
}
