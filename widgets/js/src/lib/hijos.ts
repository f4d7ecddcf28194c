// Montar dentro de un componente otro widget, que llega como referencia «IPY_MODEL_<id>».
import { h } from "./dom.ts";
import type { Modelo } from "./tipos.ts";

export async function montar(modelo: Modelo, referencia: string, en: HTMLElement): Promise<() => void> {
  const hijo = await modelo.widget_manager.get_model(referencia.replace("IPY_MODEL_", ""));
  const vista = await modelo.widget_manager.create_view(hijo);
  en.appendChild(vista.el);
  return () => vista.remove();
}

/** Un hueco que dice qué se está preparando. */
export const cargando = (texto: string) => h("p", { class: "mt-cargando", role: "status" }, texto);
