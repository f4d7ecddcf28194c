// Los datos sueltos de una sección de la Mesa: cada uno se guarda solo al confirmarlo.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco } from "./lib/tipos.ts";
import { Campos } from "./fichero/campos.ts";
import { deLaSeccion, type Esquema } from "./fichero/esquema.ts";

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const pizarra = await Pizarra.de(model);
    const esquema: Esquema = model.get("esquema");
    const aviso = new Aviso();
    const guardar = async (clave: string, valor: unknown): Promise<string | null> => {
      let error = "";
      const hecho = await pedirCon(pizarra, aviso, "editar_seccion", { seccion: esquema.seccion, campos: { [clave]: valor } }, (frase) => { error = frase; });
      return hecho || error ? error : null;
    };
    const campos = new Campos(pizarra, esquema, guardar);
    const nota = h("p", { class: "nota" });
    el.classList.add("mt", "mt-formulario");
    poner(el, h("h3", {}, esquema.varios), nota, aviso.nodo, campos.nodo);
    const pintar = (): void => { nota.textContent = model.get("nota") || ""; campos.pintar(deLaSeccion(pizarra, esquema)); };
    model.on("change:nota", pintar);
    const dejar = pizarra.on("mesa", pintar);
    pintar();
    return () => { dejar(); model.off("change:nota", pintar); };
  },
};
