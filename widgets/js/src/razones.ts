// Lo que la herramienta dice en palabras: veredictos con sus razones; tocar un actor nombrado lo elige.
import { h, poner, type Hijo } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco } from "./lib/tipos.ts";

interface Frase { texto: string; tono: string; por_que: string; que_hacer: string; ids: string[] }
interface Cuadro { columnas: string[]; filas: string[][] }
interface Bloque { titulo: string; veredicto: string; tono: string; frases: Frase[]; cuadro: Cuadro | null; nota: string }

const SIGNOS: Record<string, string> = { freno: "✕", alerta: "!", fortaleza: "✓", dato: "i" };
const PALABRAS: Record<string, string> = { freno: "Freno", alerta: "Atención", fortaleza: "A favor", dato: "Dato" };

const signo = (tono: string): Hijo => [h("span", { class: "signo", "aria-hidden": "true" }, SIGNOS[tono] ?? "i"), h("span", { class: "palabra" }, `${PALABRAS[tono] ?? "Dato"} `)];

function frase(f: Frase, pizarra: Pizarra): HTMLElement {
  const ids = f.ids.filter((id) => pizarra.mesa.actores[id]);
  return h("li", { class: `tono-${f.tono}` },
    h("p", { class: "frase" }, signo(f.tono), f.texto),
    f.que_hacer && h("p", { class: "que-hacer" }, h("strong", {}, "Qué hacer: "), f.que_hacer),
    ids.length ? h("p", { class: "actores" }, ids.map((id) => h("button", { class: "mt-boton texto", type: "button", on: { click: () => pizarra.elegir([id]) } }, pizarra.mesa.actores[id]!.nombre))) : null,
    f.por_que && h("details", {}, h("summary", {}, "Por qué se dice"), h("p", {}, f.por_que)));
}

const cuadro = (c: Cuadro, titulo: string): HTMLElement =>
  h("div", { class: "cuadro", tabindex: 0, role: "region", "aria-label": titulo }, h("table", {},
    h("thead", {}, h("tr", {}, c.columnas.map((x) => h("th", { scope: "col" }, x)))),
    h("tbody", {}, c.filas.map((f) => h("tr", {}, f.map((x, i) => (i ? h("td", {}, x) : h("th", { scope: "row" }, x))))))));

function bloque(b: Bloque, pizarra: Pizarra): HTMLElement {
  return h("section", { class: "bloque", "aria-label": b.titulo },
    h("h4", {}, b.titulo),
    b.veredicto && h("p", { class: `veredicto tono-${b.tono}` }, signo(b.tono), b.veredicto),
    b.frases.length ? h("ul", {}, b.frases.map((f) => frase(f, pizarra))) : null,
    b.cuadro && b.cuadro.filas.length ? cuadro(b.cuadro, b.titulo) : null,
    b.nota && h("p", { class: "ayuda" }, b.nota));
}

/** Qué «Por qué» están abiertos, para no cerrarlos al poner al día. */
const abiertos = (el: HTMLElement): Set<string> =>
  new Set([...el.querySelectorAll("details[open]")].map((d) => d.closest("li")?.querySelector(".frase")?.textContent ?? ""));

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const pizarra = await Pizarra.de(model);
    const titulo = h("h3"), cuerpo = h("div", { class: "cuerpo" });
    el.classList.add("mt", "mt-razones");
    poner(el, titulo, cuerpo);
    const pintar = (): void => {
      titulo.textContent = model.get("titulo");
      const bloques: Bloque[] = model.get("bloques") ?? [];
      const estaban = abiertos(cuerpo);
      poner(cuerpo, bloques.length ? bloques.map((b) => bloque(b, pizarra)) : h("div", { class: "mt-vacio" }, h("p", {}, model.get("vacio") || "Todavía no hay nada que decir: falta información.")));
      for (const d of cuerpo.querySelectorAll("details")) d.open = estaban.has(d.closest("li")?.querySelector(".frase")?.textContent ?? "-");
    };
    const rasgos = ["change:bloques", "change:titulo", "change:vacio"];
    rasgos.forEach((r) => model.on(r, pintar));
    pintar();
    return () => rasgos.forEach((r) => model.off(r, pintar));
  },
};
