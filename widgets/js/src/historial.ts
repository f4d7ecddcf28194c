// El historial: quién cambió qué y cuándo; se filtra, se deshace y se vuelve a un punto.
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import type { Guardado, Marco, Modelo } from "./lib/tipos.ts";
import { fechaLarga, porDia, renglon, type Suceso } from "./historial/lista.ts";

const ESPERA = 250;

function filtro(modelo: Modelo, pedir: (datos: Record<string, string>) => void): { nodo: HTMLElement; pintar: () => void } {
  let espera: ReturnType<typeof setTimeout> | undefined;
  const alCambiar = (): void => {
    clearTimeout(espera);
    espera = setTimeout(() => pedir({ texto: texto.value, autor: autor.value, desde: desde.value, hasta: hasta.value }), ESPERA);
  };
  const texto = h("input", { type: "search", autocomplete: "off", placeholder: "Por ejemplo: SERVIU", on: { input: alCambiar } });
  const autor = h("select", { on: { change: alCambiar } });
  const desde = h("input", { type: "date", on: { change: alCambiar } });
  const hasta = h("input", { type: "date", on: { change: alCambiar } });
  const campo = (nombre: string, control: HTMLElement): HTMLElement => h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, nombre), control);
  const pintar = (): void => {
    const elegido = autor.value;
    poner(autor, h("option", { value: "" }, "Todas las personas"), (modelo.get("autores") as string[]).map((a) => h("option", { value: a }, a)));
    autor.value = elegido;
  };
  const nodo = h("form", { class: "mt-historial-filtro", role: "search", "aria-label": "Filtrar el historial", on: { submit: (s: Event) => s.preventDefault() } },
    campo("Qué dice", texto), campo("Quién", autor), campo("Desde", desde), campo("Hasta", hasta));
  return { nodo, pintar };
}

/** Deshacer y rehacer, los mismos de la barra de la página. */
function pasos(): { nodo: HTMLElement; callar: () => void } {
  const boton = (texto: string, suceso: string): HTMLButtonElement =>
    h("button", { class: "mt-boton", type: "button", on: { click: () => window.dispatchEvent(new CustomEvent(suceso)) } }, texto);
  const deshacer = boton("Deshacer", "mesa:deshacer"), rehacer = boton("Rehacer", "mesa:rehacer");
  const alGuardar = (s: Event): void => {
    const g = (s as CustomEvent<Guardado>).detail;
    deshacer.disabled = !g.deshacer;
    rehacer.disabled = !g.rehacer;
  };
  window.addEventListener("mesa:guardado", alGuardar);
  return { nodo: h("div", { class: "mt-acciones" }, deshacer, rehacer), callar: () => window.removeEventListener("mesa:guardado", alGuardar) };
}

function armar(modelo: Modelo, el: HTMLElement, pedir: Pedir): () => void {
  const recado = h("p", { class: "mt-cuenta", role: "status" });
  const lista = h("div", { class: "mt-historial-lista" });
  const contar = async (orden: string, datos: unknown = {}, bien = ""): Promise<void> => {
    const r = await pedir(orden, datos);
    recado.textContent = r.error ?? bien;
    recado.classList.toggle("error", Boolean(r.error));
  };
  const filtra = filtro(modelo, (datos) => void contar("filtrar", datos));
  const botones = pasos();
  const volver = (s: Suceso): void => void contar("volver", { numero: s.numero }, `La Mesa quedó como estaba el ${fechaLarga(s.cuando)} a las ${s.hora}. Se puede deshacer.`);
  const pintar = (): void => {
    filtra.pintar();
    const sucesos: Suceso[] = modelo.get("sucesos");
    const ultimo: number = modelo.get("ultimo");
    if (!sucesos.length) return poner(lista, h("div", { class: "mt-vacio" }, h("p", {}, "Aquí queda escrito cada cambio: quién lo hizo, a qué hora y qué cambió. No hay ninguno que calce con lo que busca.")));
    const mas = h("button", { class: "mt-boton", type: "button", on: { click: () => void contar("mas") } }, "Ver anteriores");
    poner(lista, porDia(sucesos).map((d) => h("section", { "aria-label": fechaLarga(d.cuando) }, h("p", { class: "dia" }, fechaLarga(d.cuando)), h("ol", {}, d.sucesos.map((s) => renglon(s, s.numero === ultimo ? null : () => volver(s)))))), modelo.get("hay_mas") && mas);
  };
  el.classList.add("mt", "mt-historial");
  poner(el, h("div", { class: "mt-historial-barra" }, filtra.nodo, botones.nodo), recado, lista);
  const rasgos = ["change:sucesos", "change:autores", "change:hay_mas"];
  rasgos.forEach((r) => modelo.on(r, pintar));
  pintar();
  return () => { rasgos.forEach((r) => modelo.off(r, pintar)); botones.callar(); };
}

export default {
  render({ model, el }: Marco): () => void {
    const { pedir, callar } = conversar(model);
    const dejar = armar(model, el, pedir);
    return () => { dejar(); callar(); };
  },
};
