// Un gráfico: la especificación llega una vez; cada cambio manda filas y la vista se conserva.
import type { View } from "vega";
import { bajarBlob } from "./lib/archivos.ts";
import { h, poner } from "./lib/dom.ts";
import { numero } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

type Fila = Record<string, unknown>;
interface Columna { campo: string; titulo: string; decimales?: number }

export default {
  render({ model, el }: Marco) {
    el.classList.add("mt", "mt-lamina");
    const dibujo = h("div", { class: "dibujo", "aria-hidden": "true" });
    const tabla = h("div", { class: "gemela", tabindex: 0, role: "region" }), titulo = h("h3"), bajada = h("p", { class: "bajada" });
    const marca = h("p", { class: "mt-ilustrativo" }, "Valores de ejercicio");
    let vista: View | undefined, retirada = false;
    const escribir = () => {
      titulo.textContent = model.get("titulo");
      bajada.textContent = model.get("bajada");
      tabla.setAttribute("aria-label", `Tabla: ${model.get("titulo") || "los datos del gráfico"}`);
      marca.hidden = !model.get("ilustrativa");
      poner(tabla, gemela(model));
    };
    const actualizar = () => { escribir(); void vista?.data("filas", model.get("filas")).runAsync(); };
    el.append(
      titulo, bajada, marca, dibujo,
      h("div", { class: "acciones" }, boton("Bajar PNG", () => vista && bajarPng(vista, model)), boton("Bajar SVG", () => vista && bajarSvg(vista, model))),
      h("details", {}, h("summary", {}, "Ver como tabla"), tabla));
    escribir();
    CAMBIOS.forEach((c) => model.on(c, actualizar));
    const ancho = new ResizeObserver(() => { if (el.clientWidth > 0) void vista?.width(anchoDe(el)).runAsync(); });
    const dejarDeMirar = alVerse(dibujo, async () => {
      const lista = await preparar(model, el, dibujo);
      if (retirada) return void lista.finalize();
      vista = lista;
      actualizar();
      ancho.observe(el);
    });
    return () => { retirada = true; dejarDeMirar(); ancho.disconnect(); CAMBIOS.forEach((c) => model.off(c, actualizar)); vista?.finalize(); };
  },
};

const CAMBIOS = ["change:filas", "change:titulo", "change:bajada", "change:ilustrativa"];
const anchoDe = (el: HTMLElement): number => Math.max(240, el.clientWidth - 24);

/** Vega pesa más que el resto de la página junta: se pide cuando su panel se abre, no cuando se arma. */
function alVerse(el: HTMLElement, hacer: () => void): () => void {
  const mirar = new IntersectionObserver((vistas) => {
    if (!vistas.some((v) => v.isIntersecting)) return;
    mirar.disconnect();
    hacer();
  }, { rootMargin: "20000px" });
  mirar.observe(el);
  return () => mirar.disconnect();
}

async function preparar(model: Modelo, el: HTMLElement, en: HTMLElement): Promise<View> {
  const { crearVista } = await import("./vega.ts");
  return crearVista({ ...model.get("especificacion"), width: anchoDe(el), autosize: { type: "fit-x", contains: "padding" } }, en);
}

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
