// Sin Mesa abierta: una puerta, no un error.
import { h } from "./lib/dom.ts";
import type { Marco } from "./lib/tipos.ts";
import { enRaiz } from "./lib/raiz.ts";

export default {
  render({ model, el }: Marco) {
    el.classList.add("mt", "mt-vacio");
    el.append(
      h("h2", {}, "Este es el lugar de su Mesa"),
      h("p", {}, model.get("frase")),
      h("p", {}, h("a", { class: "mt-boton principal mt-puerta", href: enRaiz("/app/mi_mesa") }, "Crear o abrir una Mesa")),
      h("p", {}, "Toma un minuto: el nombre y la comuna bastan para empezar."));
  },
};
