// Un gráfico: la especificación llega una vez; cada cambio manda filas y la vista se conserva.
import type { View } from "vega";
import { bajarBlob } from "./lib/archivos.ts";
import { h, poner } from "./lib/dom.ts";
import { numero } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

type Fila = Record<string, unknown>;
interface Columna { campo: string; titulo: string; decimales?: number }

export default {
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-lamina");
    const dibujo = h("div", { class: "dibujo", "aria-hidden": "true" });
    const tabla = h("div", { class: "gemela" });
    let vista: View | undefined;
    const pintarTabla = () => poner(tabla, gemela(model));
    el.append(
      h("h3", {}, model.get("titulo")), h("p", { class: "bajada" }, model.get("bajada")),
      model.get("ilustrativa") && h("p", { class: "mt-ilustrativo" }, "Valores de ejercicio") || "",
      dibujo,
      h("div", { class: "acciones" }, boton("Bajar PNG", () => vista && bajarPng(vista, model)), boton("Bajar SVG", () => vista && bajarSvg(vista, model))),
      h("details", {}, h("summary", {}, "Ver como tabla"), tabla));
    pintarTabla();
    const { crearVista } = await import("./vega.ts");
    const espec = { ...model.get("especificacion"), width: Math.max(240, el.clientWidth - 24), autosize: { type: "fit", contains: "padding" } };
    vista = crearVista(espec, dibujo);
    vista.data("filas", model.get("filas"));
    await vista.runAsync();
    const actualizar = () => {
      pintarTabla();
      el.querySelector("h3")!.textContent = model.get("titulo");
      void vista!.data("filas", model.get("filas")).runAsync();
    };
    model.on("change:filas", actualizar);
    const ancho = new ResizeObserver(() => { if (el.clientWidth > 0) void vista!.width(Math.max(240, el.clientWidth - 24)).runAsync(); });
    ancho.observe(el);
    return () => { ancho.disconnect(); model.off("change:filas", actualizar); vista?.finalize(); };
  },
};

const boton = (texto: string, hacer: () => void) => h("button", { class: "mt-boton", type: "button", on: { click: hacer } }, texto);

function gemela(model: Modelo): HTMLElement {
  const columnas: Columna[] = model.get("columnas");
  const celda = (v: unknown, c: Columna) => (typeof v === "number" ? numero(v, c.decimales ?? 0) : String(v ?? ""));
  return h("table", {}, h("caption", { class: "mt-oculto" }, model.get("titulo")),
    h("thead", {}, h("tr", {}, columnas.map((c) => h("th", { scope: "col" }, c.titulo)))),
    h("tbody", {}, (model.get("filas") as Fila[]).map((f) => h("tr", {}, columnas.map((c, i) =>
      i ? h("td", { class: typeof f[c.campo] === "number" ? "cifra" : "" }, celda(f[c.campo], c)) : h("th", { scope: "row" }, celda(f[c.campo], c)))))));
}

async function bajarSvg(vista: View, model: Modelo): Promise<void> {
  bajarBlob(`${model.get("nombre")}.svg`, new Blob([await vista.toSVG()], { type: "image/svg+xml" }));
}

async function bajarPng(vista: View, model: Modelo): Promise<void> {
  const lienzo = (await vista.toCanvas(2)) as unknown as HTMLCanvasElement;
  lienzo.toBlob((blob) => blob && bajarBlob(`${model.get("nombre")}.png`, blob), "image/png");
}
