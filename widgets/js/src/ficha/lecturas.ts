// Sin nadie elegido: lo que dice el mapa, calculado de los datos; cada frase muestra de quién habla.
import { h } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { cuantos } from "../lib/textos.ts";

const TONOS: Record<string, [string, string]> = { alerta: ["!", "Para actuar"], fortaleza: ["✓", "A favor"], dato: ["i", "Dato"] };
type Lectura = Pizarra["lecturas"][number] & { por_que?: string };

export function lecturas(pizarra: Pizarra, nuevo: () => void): HTMLElement {
  const total = Object.keys(pizarra.mesa.actores).length;
  const frases = pizarra.lecturas as Lectura[];
  return h("section", { class: "mt-lecturas" }, h("h2", {}, "Lo que dice el mapa"),
    frases.length ? h("ul", {}, frases.map((l) => unaLectura(l, pizarra))) : h("p", {}, vacio(total)),
    h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton", type: "button", disabled: pizarra.soloLectura, on: { click: nuevo } }, "Agregar un actor")),
    frases.length ? h("p", { class: "ayuda" }, "Elija un actor en el mapa, la tabla o la cuadrícula para ver su ficha.") : null);
}

const vacio = (total: number): string =>
  total ? `${cuantos(total, "actor", "actores")} en la Mesa. Elija uno para ver su ficha; al unirlos, aquí aparece lo que dice el mapa.`
    : "Todavía no hay actores. Empiece por quien convoca: ¿qué institución llamó a formar la Mesa?";

function unaLectura(l: Lectura, pizarra: Pizarra): HTMLElement {
  const [signo, palabra] = TONOS[l.tono] ?? TONOS["dato"]!;
  const ids = l.ids.filter((id) => pizarra.mesa.actores[id]);
  const cabeza = [h("span", { class: "signo", "aria-hidden": "true" }, signo), h("span", { class: "palabra" }, palabra)];
  const frase = h("span", { class: "frase" }, l.frase);
  const cuerpo = ids.length
    ? h("button", { type: "button", on: { click: () => pizarra.elegir(ids) } }, cabeza, frase, h("span", { class: "ver" }, `Ver ${ids.length === 1 ? "en el mapa" : `a los ${ids.length} en el mapa`}`))
    : h("div", { class: "sin-boton" }, cabeza, frase);
  const porQue = l.por_que && h("details", {}, h("summary", {}, "De dónde sale"), h("p", {}, l.por_que));
  return h("li", { class: `tono-${l.tono}` }, cuerpo, porQue);
}
