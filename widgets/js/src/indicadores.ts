// Un indicador a la vez: sus apellidos, dónde está la comuna entre las demás, el mapa y los puntos.
import { h, idUnico, poner } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Opcion { clave: string; nombre: string }
interface Apellido { nombre: string; valor: string }
interface Frase { clave: string; frase: string; por_que: string; tono: string }
const LAMINAS = ["region", "lugar", "puestos"] as const;
const VACIO = "Todavía no hay indicadores. Escriba uno con su fuente y su año, o importe un archivo oficial: aquí se verá en el mapa y entre las comunas de la región.";

export default {
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-indicadores");
    const id = idUnico("indicador");
    const eleccion = h("select", { id, on: { change: () => { model.set("elegido", eleccion.value); model.save_changes(); } } });
    const cabeza = h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, "Indicador"), eleccion);
    const vacio = h("div", { class: "mt-vacio" }, h("p", {}, VACIO));
    const apellidos = h("dl", { class: "apellidos" }), frases = h("ul", { class: "frases", "aria-live": "polite" });
    const aviso = h("p", { class: "mt-aviso" });
    const huecos = { region: h("div"), lugar: h("div"), puestos: h("div") };
    el.append(cabeza, vacio, apellidos, frases, aviso, h("div", { class: "mapas" }, huecos.region, huecos.lugar), huecos.puestos);

    const pintar = () => {
      const opciones: Opcion[] = model.get("opciones"), hay = opciones.length > 0;
      poner(eleccion, opciones.map((o) => h("option", { value: o.clave }, o.nombre)));
      eleccion.value = model.get("elegido");
      cabeza.hidden = apellidos.hidden = frases.hidden = huecos.puestos.hidden = !hay;
      vacio.hidden = hay;
      poner(apellidos, (model.get("apellidos") as Apellido[]).map((a) => h("div", { class: a.valor === "falta" ? "falta" : null }, h("dt", {}, a.nombre), h("dd", {}, a.valor))));
      poner(frases, (model.get("frases") as Frase[]).map((f) => h("li", { class: `tono-${f.tono}` }, f.tono === "alerta" ? h("strong", {}, "Atención: ") : null, f.frase, h("p", { class: "por-que" }, f.por_que))));
      aviso.textContent = model.get("aviso_mapa");
      aviso.hidden = !aviso.textContent;
    };
    const rasgos = ["opciones", "elegido", "apellidos", "frases", "aviso_mapa"].map((r) => `change:${r}`);
    rasgos.forEach((r) => model.on(r, pintar));
    pintar();
    const soltar = LAMINAS.map((clave) => alternar(model, clave, huecos[clave]));
    return () => { rasgos.forEach((r) => model.off(r, pintar)); soltar.forEach((s) => s()); };
  },
};

/** Monta la lámina de ese rasgo y la cambia por otra cuando el rasgo cambia (otra comuna, otro mapa). */
function alternar(modelo: Modelo, clave: string, en: HTMLElement): () => void {
  let quitar: Promise<() => void> | null = null;
  const retirar = () => { void quitar?.then((q) => q()); quitar = null; };
  const poner1 = () => {
    retirar();
    en.replaceChildren();
    const referencia: string | null = modelo.get(clave);
    if (referencia) quitar = montar(modelo, referencia, en);
  };
  modelo.on(`change:${clave}`, poner1);
  poner1();
  return () => { modelo.off(`change:${clave}`, poner1); retirar(); };
}
