// Un comentario junto a lo respondido: signo, palabra y mensaje; nunca sólo color.
import { h } from "../lib/dom.ts";
import type { Detalle } from "./tipos.ts";

/** El comentario de una parte de la respuesta, o nada si no lo hay. */
export function comentario(detalles: Detalle[], id: string, nodoId?: string): HTMLElement | null {
  const d = detalles.find((x) => x.id === id);
  return d ? h("p", { class: `comentario ${tono(d)}`, id: nodoId }, signo(d), d.mensaje) : null;
}

export const signo = (d: { bien: boolean | null }): HTMLElement | null => {
  if (d.bien === null) return null;
  return h("strong", {}, h("span", { "aria-hidden": "true" }, d.bien ? "✓ " : "✗ "), d.bien ? "Bien. " : "Revise. ");
};

export const tono = (d: { bien: boolean | null }): string => (d.bien === null ? "" : d.bien ? "bien" : "mal");
