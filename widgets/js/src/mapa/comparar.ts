// Antes y después: dos momentos superpuestos, o deslizándose de uno a otro, y el cambio dicho en palabras.
import { h, idNuevo, poner } from "../lib/dom.ts";
import { abrir, cerrar } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";
import { enPalabras } from "./momentos.ts";

export function abrirComparacion(m: Mapa, boton: HTMLElement): void {
  if (m.comparando) return terminar(m);
  const momentos = m.momentos;
  if (momentos.length < 2) return unSoloMomento(m, boton);
  m.comparando = { desde: momentos.at(-2)!.id, hasta: momentos.at(-1)!.id };
  m.sincronizar();
  m.avisar("comparacion");
  m.decir(frases(m).join(" "));
}

function terminar(m: Mapa): void {
  m.comparando = null;
  m.sincronizar();
  m.avisar("comparacion");
}

function frases(m: Mapa): string[] {
  const c = m.comparando, nombre = (id: string) => m.pizarra.mesa.momentos[id]?.nombre ?? id;
  return c?.resultado ? enPalabras(c.resultado, m.pizarra.mesa, nombre(c.desde), nombre(c.hasta)) : [];
}

/** La franja que aparece sobre el mapa mientras se compara. */
export function franjaDeComparacion(m: Mapa): HTMLElement {
  const franja = h("section", { class: "comparacion", hidden: true, "aria-label": "Antes y después" });
  const lista = h("ul", { class: "cambios" });
  m.on("comparacion", () => {
    franja.hidden = !m.comparando;
    poner(franja, ...(m.comparando ? controles(m) : []), lista);
    deslizarA(m, null);
  });
  m.on("red", () => poner(lista, ...frases(m).map((f) => h("li", {}, f))));
  return franja;
}

function controles(m: Mapa): HTMLElement[] {
  const elegir = (cual: "desde" | "hasta", rotulo: string): HTMLElement => {
    const s = h("select", { on: { change: () => { m.comparando![cual] = s.value; m.sincronizar(); } } },
      ...m.momentos.map((x) => h("option", { value: x.id, selected: x.id === m.comparando![cual] }, x.nombre)));
    return h("label", {}, h("span", {}, rotulo), s);
  };
  const regla = h("input", { type: "range", min: 0, max: 100, value: 50, "aria-label": "De antes a después", on: { input: () => deslizarA(m, Number(regla.value) / 100) } });
  const juntos = h("button", { type: "button", class: "mt-boton", on: { click: () => { regla.value = "50"; deslizarA(m, null); } } }, "Superponer");
  return [h("div", { class: "controles" }, elegir("desde", "Antes"), elegir("hasta", "Después"),
    h("span", { class: "regla" }, h("span", { "aria-hidden": "true" }, "Antes"), regla, h("span", { "aria-hidden": "true" }, "Después")), juntos, clave())];
}

const clave = (): HTMLElement => h("span", { class: "clave" },
  h("span", { class: "suerte-nueva" }, h("b", { "aria-hidden": "true" }, "+"), " nueva"),
  h("span", { class: "suerte-perdida" }, h("b", { "aria-hidden": "true" }, "−"), " se perdió"),
  h("span", { class: "suerte-sigue" }, h("b", { "aria-hidden": "true" }, "—"), " sigue"));

/** 0 muestra sólo el antes, 1 sólo el después; nulo, los dos. */
function deslizarA(m: Mapa, t: number | null): void {
  const { style } = m.escena.capas.aristas;
  style.setProperty("--perdida", String(t === null ? 1 : Math.min(1, 2 - 2 * t)));
  style.setProperty("--nueva", String(t === null ? 1 : Math.min(1, 2 * t)));
}

function unSoloMomento(m: Mapa, boton: HTMLElement): void {
  const nombre = h("input", { type: "text", maxlength: 120, required: true, placeholder: "Después de instalar la Mesa" });
  const enviar = async (e: Event): Promise<void> => {
    e.preventDefault();
    const texto = nombre.value.trim();
    if (!texto) return nombre.focus();
    if (await m.pedir("agregar_momento", { id: idNuevo("m"), nombre: texto, orden: m.momentos.length, copiar_de: m.momento })) cerrar();
  };
  abrir(m, {
    titulo: "Comparar momentos", boton, clase: "menu ancho",
    contenido: [h("p", { class: "nota" }, `Esta Mesa tiene un solo momento: «${m.momentos[0]?.nombre ?? "Hoy"}». Para ver qué cambia, agregue otro; parte como copia de éste y usted anota lo nuevo.`),
      m.soloLectura ? null : h("form", { on: { submit: (e: Event) => void enviar(e) } },
        h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Nombre del nuevo momento"), nombre),
        h("button", { class: "mt-boton principal" }, "Agregar momento"))],
  });
}
