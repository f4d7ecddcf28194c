// Pestañas con flechas, según el patrón de WAI-ARIA.
import { h } from "../lib/dom.ts";

export function pestanas(base: string, fichas: { nombre: string; panel: HTMLElement }[], alCambiar: (i: number) => void): { lista: HTMLElement; paneles: HTMLElement[] } {
  const paneles = fichas.map((f, i) => h("div", { role: "tabpanel", id: `${base}-p${i}`, "aria-labelledby": `${base}-t${i}`, hidden: i > 0 }, f.panel));
  const ir = (i: number): void => {
    botones.forEach((b, j) => { b.setAttribute("aria-selected", String(i === j)); b.tabIndex = i === j ? 0 : -1; });
    paneles.forEach((p, j) => { p.hidden = i !== j; });
    alCambiar(i);
  };
  const alTeclear = (s: KeyboardEvent, i: number): void => {
    const paso = { ArrowRight: 1, ArrowLeft: -1 }[s.key];
    if (!paso) return;
    const destino = (i + paso + fichas.length) % fichas.length;
    ir(destino);
    botones[destino]!.focus();
  };
  const botones = fichas.map((f, i) => h("button", {
    role: "tab", type: "button", class: "mt-pestana", id: `${base}-t${i}`, "aria-controls": `${base}-p${i}`, "aria-selected": i === 0 ? "true" : "false",
    tabindex: i ? -1 : 0, on: { click: () => ir(i), keydown: (s: Event) => alTeclear(s as KeyboardEvent, i) },
  }, f.nombre));
  return { lista: h("div", { role: "tablist", class: "mt-pestanas", "aria-label": "Qué se ve en la tabla" }, botones), paneles };
}
