// Los puntos de avance: discretos, con forma y palabra además de color.
import { h } from "../lib/dom.ts";
import type { PuntoDeAvance } from "./tipos.ts";

const SIGNOS: Record<string, string> = { pendiente: "", en_curso: "…", a_la_primera: "✓", logrado: "✓", rendido: "↺", cambio: "!" };

export function pintarAvance(puntos: PuntoDeAvance[], actual: string | null, ir: (id: string) => void): HTMLElement {
  return h("nav", { class: "avance", "aria-label": "Ejercicios de este tema" }, h("ol", {}, puntos.map((p, i) => {
    const nombre = `${i + 1}. ${p.titulo} (${p.texto})`;
    return h("li", {}, h("button", {
      class: `punto ${p.estado}`, type: "button", title: nombre, "aria-label": nombre, "aria-current": p.id === actual ? "step" : null, on: { click: () => ir(p.id) },
    }, h("span", { "aria-hidden": "true" }, SIGNOS[p.estado] ?? "")));
  })));
}
