// El tablero de trabajo: lienzo (mapa o cuadrícula) y ficha al lado; tabla e historial debajo.
import { h } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Pieza { clave: string; titulo: string; referencia: string }

export default {
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-tablero");
    const zonas: Record<string, Pieza[]> = model.get("zonas");
    const retiros: Promise<() => void>[] = [];
    const armar = (pieza: Pieza, en: HTMLElement) => retiros.push(montar(model, pieza.referencia, en));
    const lienzo = h("div", { class: "lienzo" });
    const lado = h("aside", { class: "lado", "aria-label": model.get("rotulo_lado") });
    const abajo = h("div", { class: "abajo" });
    const hayLado = Boolean(zonas.lado?.length);
    el.classList.toggle("sin-lado", !hayLado);
    el.append(lienzo, ...(hayLado ? [lado] : []), abajo);
    alternar(model, zonas.lienzo ?? [], lienzo, armar);
    for (const pieza of zonas.lado ?? []) armar(pieza, lado.appendChild(h("div", {})));
    for (const pieza of zonas.abajo ?? []) plegar(pieza, abajo, armar);
    for (const pieza of zonas.sueltas ?? []) armar(pieza, el);
    return () => { for (const r of retiros) void r.then((quitar) => quitar()); };
  },
};

/** Botones que cambian lo que se ve en el lienzo; cada vista se arma al verse por primera vez. */
function alternar(model: Modelo, piezas: Pieza[], en: HTMLElement, armar: (p: Pieza, en: HTMLElement) => void): void {
  const barra = h("div", { class: "vistas", role: "group", "aria-label": "Ver como" });
  const llave = `mesa-vista-${model.get("recuerdo")}`;
  const cajas = piezas.map(() => h("div", { hidden: true }));
  const botones = piezas.map((p, i) => h("button", { class: "mt-boton", type: "button", on: { click: () => ver(i) } }, p.titulo));
  const ver = (cual: number) => {
    cajas.forEach((caja, i) => (caja.hidden = i !== cual));
    botones.forEach((b, i) => b.setAttribute("aria-pressed", String(i === cual)));
    const caja = cajas[cual]!;
    if (!caja.childElementCount) armar(piezas[cual]!, caja);
    sessionStorage.setItem(llave, piezas[cual]!.clave);
  };
  if (piezas.length > 1) { barra.append(...botones); en.append(barra); }
  en.append(...cajas);
  ver(Math.max(0, piezas.findIndex((p) => p.clave === sessionStorage.getItem(llave))));
}

function plegar(pieza: Pieza, en: HTMLElement, armar: (p: Pieza, en: HTMLElement) => void): void {
  const caja = h("div", {});
  const detalle = h("details", { class: "plegable" }, h("summary", {}, pieza.titulo), caja);
  detalle.addEventListener("toggle", () => { if (detalle.open && !caja.childElementCount) armar(pieza, caja); });
  en.append(detalle);
}
