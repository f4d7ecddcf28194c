// Lo que la persona se lleva: cada documento se hace al pedirlo y baja sin salir de la máquina.
import { bajar } from "./lib/archivos.ts";
import { conversar } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import type { Marco } from "./lib/tipos.ts";

interface Documento { clave: string; titulo: string; descripcion: string; privado: boolean; formatos: string[] }

export default {
  render({ model, el }: Marco): () => void {
    const { pedir, callar } = conversar(model);
    const recado = h("p", { class: "mt-recado", role: "status" });
    const llevar = async (boton: HTMLButtonElement, d: Documento, formato: string): Promise<void> => {
      boton.disabled = true;
      recado.className = "mt-recado";
      recado.textContent = `Preparando ${d.titulo} (${formato})…`;
      const r = await pedir("bajar", { clave: d.clave, formato });
      boton.disabled = false;
      recado.textContent = r.error ?? `Listo: «${r.datos.nombre}» quedó en sus descargas.`;
      recado.classList.toggle("error", Boolean(r.error));
      if (!r.error) bajar(r.datos);
    };
    const uno = (d: Documento): HTMLElement => h("li", {},
      h("div", { class: "que" }, h("strong", {}, d.titulo), d.privado && h("span", { class: "privado" }, "Privado del equipo"), d.descripcion && h("span", { class: "ayuda" }, d.descripcion)),
      h("div", { class: "mt-acciones" }, d.formatos.map((f) => { const b = h("button", { class: "mt-boton", type: "button", "aria-label": `Bajar ${d.titulo} en ${f}`, on: { click: () => void llevar(b, d, f) } }, f); return b; })));
    const pintar = (): void => poner(el, h("h3", {}, "Para llevar"), model.get("nota") && h("p", { class: "nota" }, model.get("nota")), h("ul", {}, (model.get("documentos") as Documento[]).map(uno)), recado);
    el.classList.add("mt", "mt-entrega");
    const rasgos = ["change:documentos", "change:nota"];
    rasgos.forEach((r) => model.on(r, pintar));
    pintar();
    return () => { rasgos.forEach((r) => model.off(r, pintar)); callar(); };
  },
};
