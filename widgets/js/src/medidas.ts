// El cuadro de medidas: elegir una, verla por actor, saber qué dice, qué no dice y qué tan firme es.
import { h, idUnico, poner } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import { numero } from "./lib/textos.ts";
import type { Marco } from "./lib/tipos.ts";

interface Medida { clave: string; nombre: string; para_que: string; que_no_dice: string }
interface Cifra { nombre: string; valor: number | null; decimales: number }

export default {
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-medidas");
    const medidas: Medida[] = model.get("medidas");
    const id = idUnico("medida");
    const eleccion = h("select", { id, on: { change: () => { model.set("medida", eleccion.value); model.save_changes(); } } },
      medidas.map((m) => h("option", { value: m.clave }, m.nombre)));
    eleccion.value = model.get("medida");
    const cifras = h("dl", { class: "cifras" }), notas = h("div", { "aria-live": "polite" }), grafico = h("div");
    el.append(cifras, h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, "Medida"), eleccion), notas, grafico);
    const pintar = () => {
      const m = medidas.find((x) => x.clave === model.get("medida")) ?? medidas[0]!;
      poner(cifras, (model.get("cifras") as Cifra[]).map((c) => h("div", {}, h("dt", {}, c.nombre), h("dd", {}, c.valor === null ? "—" : numero(c.valor, c.decimales)))));
      poner(notas,
        h("p", {}, h("strong", {}, "Qué no dice: "), m.que_no_dice),
        h("p", {}, h("strong", {}, "Qué tan firme es este orden: "), model.get("firmeza")),
        (model.get("avisos") as string[]).map((a) => h("p", { class: "mt-aviso" }, a)));
    };
    for (const rasgo of ["medida", "cifras", "firmeza", "avisos"]) model.on(`change:${rasgo}`, pintar);
    pintar();
    return montar(model, model.get("lamina"), grafico);
  },
};
