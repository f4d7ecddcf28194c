// La votación, para quien facilita: crear, conducir, leer y adoptar.
import { conversar } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { Conduccion } from "./votacion/conduccion.ts";
import { formularioDeVotacion } from "./votacion/crear.ts";
import { salaDe } from "./votacion/sala.ts";
import type { Ficha, Hacer } from "./votacion/tipos.ts";

export default {
  initialize({ model }: { model: Modelo }) { salaDe(model); },
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-votacion");
    const sala = salaDe(model), { pedir, callar } = conversar(model), pizarra = await Pizarra.de(model);
    const aviso = h("div", { class: "avisos", role: "status" }), cuerpo = h("div", {});
    const hacer: Hacer = async (orden, datos, exito = "") => {
      const r = await pedir(orden, datos);
      poner(aviso, r.error ? h("div", { class: "mt-aviso error" }, h("strong", {}, "No se pudo: "), r.error) : exito && h("div", { class: "mt-aviso exito" }, exito));
      return r.error || r.conflicto ? null : r.datos ?? true;
    };
    el.append(aviso, cuerpo);
    let abierta = "sin abrir", vista: { pintar(): void; soltar(): void } = { pintar: () => {}, soltar: () => {} };
    const pintar = (): void => {
      const cual = sala.actual?.id ?? "";
      if (cual !== abierta) {
        vista.soltar();
        vista = cual ? new Conduccion(model, sala, hacer, pizarra, cuerpo) : portada(model, cuerpo, hacer);
        abierta = cual;
      }
      vista.pintar();
    };
    const dejar = sala.alCambiar(pintar);
    for (const rasgo of ["votaciones", "atendida"]) model.on(`change:${rasgo}`, pintar);
    pintar();
    return () => { dejar(); vista.soltar(); callar(); for (const rasgo of ["votaciones", "atendida"]) model.off(`change:${rasgo}`, pintar); };
  },
};

function portada(model: Modelo, en: HTMLElement, hacer: Hacer) {
  const lista = h("div", {}), conduce: boolean = model.get("puede_conducir");
  poner(en, h("div", { class: conduce ? "columnas" : "" }, conduce && formularioDeVotacion(model, hacer), lista));
  return { soltar: () => {}, pintar: () => poner(lista, listado(model.get("votaciones"), conduce, (id) => void hacer("elegir", { id }))) };
}

function listado(fichas: Ficha[], conduce: boolean, elegir: (id: string) => void): HTMLElement {
  if (!fichas.length)
    return h("section", { class: "mt-vacio" }, h("h2", {}, "Todavía no hay votaciones"),
      h("p", {}, conduce ? "Parta por los actores que nadie ha valorado: cada persona los ubica a ciegas, se revela, se conversa y se vuelve a votar." : "Cuando quien facilita abra una, aparecerá aquí."));
  return h("section", { "aria-label": "Votaciones de esta Mesa" }, h("h2", {}, "Votaciones de esta Mesa"), h("ul", { class: "lista" }, fichas.map((f) => h("li", {},
    h("h3", {}, h("button", { class: "mt-boton texto", type: "button", on: { click: () => elegir(f.id) } }, f.titulo)), h("p", {}, [f.tipo, f.estado, f.cuando].filter(Boolean).join(" · "))))));
}
