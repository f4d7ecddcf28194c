// Un tiempo del tema (explorar, practicar, aplicar): se construye la primera vez que se ve.
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import { cargando, montar } from "./lib/hijos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

export default {
  render({ model, el }: Marco) {
    el.classList.add("mt", "mt-tiempo");
    const { pedir, callar } = conversar(model);
    let quitar: (() => void) | undefined;
    const pintar = async () => {
      const hijo: string | null = model.get("hijo");
      quitar?.();
      if (!hijo) return void pintarEspera(model, el, pedir);
      poner(el);
      quitar = await montar(model, hijo, el);
    };
    const mirar = new IntersectionObserver((vistas) => {
      if (!vistas.some((v) => v.isIntersecting)) return;
      mirar.disconnect();
      if (!model.get("hijo")) void pedir("abrir");
    });
    model.on("change:hijo", pintar);
    model.on("change:falla", pintar);
    void pintar();
    mirar.observe(el);
    return () => { mirar.disconnect(); callar(); quitar?.(); };
  },
};

function pintarEspera(model: Modelo, el: HTMLElement, pedir: Pedir): void {
  const falla: string = model.get("falla");
  if (!falla) return poner(el, cargando(`${model.get("titulo")}…`));
  poner(
    el,
    h("div", { class: "mt-aviso error", role: "alert" }, h("p", {}, falla),
      h("button", { class: "mt-boton", type: "button", on: { click: () => void pedir("abrir") } }, "Volver a intentarlo")),
  );
}
