// Varios componentes uno bajo otro, como una sola pieza del tablero.
import { h } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import type { Marco } from "./lib/tipos.ts";

export default {
  render({ model, el }: Marco): () => void {
    el.classList.add("mt", "mt-pila");
    const retiros = (model.get("piezas") as string[]).map((referencia) => {
      const caja = h("div", { class: "pieza" });
      el.append(caja);
      return montar(model, referencia, caja);
    });
    return () => { for (const r of retiros) void r.then((quitar) => quitar()); };
  },
};
