// El cierre: lo dominado, lo que vuelve y por dónde seguir.
import { h } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import type { Cierre } from "./tipos.ts";

export interface AlCerrar { repetir(item: string): void; seguir(): void }

export function pintarCierre(c: Cierre, hacer: AlCerrar): HTMLElement {
  const aplicar = (): boolean => window.dispatchEvent(new CustomEvent("mesa:ir", { detail: { tiempo: "aplicar" } }));
  return h("section", { class: "cierre" },
    h("h2", { tabindex: "-1", "data-foco": true }, c.completo ? "Terminó los ejercicios" : "Así va"),
    h("p", {}, `${cuantos(c.terminados, "ejercicio terminado", "ejercicios terminados")} de ${c.total}. Un objetivo queda dominado cuando tres de cada cuatro salen a la primera.`),
    h("ul", { class: "objetivos" }, c.objetivos.map((o) => h("li", { class: o.dominado ? "bien" : "" },
      h("strong", {}, o.dominado ? "✓ Dominado. " : "◐ En camino. "), `${o.texto}: ${o.frase}.`))),
    c.vuelven.length ? [h("h3", {}, "Lo que conviene practicar otra vez"), h("ul", { class: "vuelven" }, c.vuelven.map((v) => vuelve(v, hacer)))] : null,
    h("div", { class: "acciones" },
      c.completo ? null : h("button", { class: "mt-boton principal", type: "button", on: { click: () => hacer.seguir() } }, "Seguir practicando →"),
      h("button", { class: `mt-boton ${c.completo ? "principal" : ""}`, type: "button", on: { click: aplicar } }, "Aplicarlo en mi Mesa →")));
}

function vuelve(v: { id: string; titulo: string; por_que: string }, hacer: AlCerrar): HTMLElement {
  return h("li", {}, h("span", {}, h("strong", {}, v.titulo), ` ${v.por_que}`),
    h("button", { class: "mt-boton", type: "button", "aria-label": `Practicar otra vez: ${v.titulo}`, on: { click: () => hacer.repetir(v.id) } }, "Practicar otra vez"));
}
