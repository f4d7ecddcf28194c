// Sobre el lienzo: acercar, alejar, ver todo, ayuda; y elegir con recuadro o lazo.
import { h, s } from "../lib/dom.ts";
import { abrirAyuda } from "./ayuda.ts";
import type { Mapa } from "./mapa.ts";

const ICONOS: Record<string, string> = {
  mas: "M10,4V16M4,10H16", menos: "M4,10H16",
  ajustar: "M3,7V3H7M13,3H17V7M17,13V17H13M7,17H3V13",
  recuadro: "M3,5V3H5M8,3H12M15,3H17V5M17,8V12M17,15V17H15M12,17H8M5,17H3V15M3,12V8",
  lazo: "M10,3C15,3 18,5 18,8S14,13 10,13S2,11 2,8S5,3 10,3M6,12.5C4,14 5,16 6.5,15.5S8,17 7,18",
};

export function controles(m: Mapa): HTMLElement[] {
  const boton = (nombre: string, icono: string, hacer: (b: HTMLElement) => void): HTMLButtonElement => {
    const b = h("button", { type: "button", class: "mt-boton icono", "aria-label": nombre, title: nombre, on: { click: () => hacer(b) } },
      icono === "?" ? "?" : s("svg", { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" }, s("path", { d: ICONOS[icono]! })));
    return b;
  };
  const vista = h("div", { class: "controles-vista", role: "group", "aria-label": "Acercamiento" },
    boton("Acercar", "mas", () => m.camara.acercar(1.3)), boton("Alejar", "menos", () => m.camara.acercar(1 / 1.3)),
    boton("Ver todo el mapa", "ajustar", () => m.encuadrar(true)), boton("Ayuda y atajos", "?", (b) => abrirAyuda(m, b)));
  const alternar = (cual: "recuadro" | "lazo") => (): void => { m.herramienta = m.herramienta === cual ? "" : cual; m.avisar("modo"); };
  const trazar = { recuadro: boton("Elegir con recuadro", "recuadro", alternar("recuadro")), lazo: boton("Elegir con lazo", "lazo", alternar("lazo")) };
  const refrescar = (): void => {
    for (const [cual, b] of Object.entries(trazar)) b.setAttribute("aria-pressed", String(m.herramienta === cual));
    m.marco.classList.toggle("trazando", !!m.herramienta);
  };
  m.on("modo", refrescar);
  refrescar();
  return [vista, h("div", { class: "controles-elegir", role: "group", "aria-label": "Elegir varios" }, trazar.recuadro, trazar.lazo)];
}
