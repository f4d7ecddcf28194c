// Lo que se lee sobre el lienzo: el estado vacío que enseña, el modo en curso, la marca de ejercicio y los avisos.
import { h, poner } from "../lib/dom.ts";
import { agregar } from "./acciones.ts";
import { limpiar } from "./filtros.ts";
import type { Mapa } from "./mapa.ts";
import { terminarUnion } from "./union.ts";

const boton = (texto: string, hacer: () => void, clase = ""): HTMLElement => h("button", { type: "button", class: `mt-boton ${clase}`, on: { click: hacer } }, texto);

/** Qué mostrar cuando no se ve ningún actor. */
export function vacio(m: Mapa): HTMLElement {
  const caja = h("div", { class: "vacio mt-vacio", hidden: true });
  m.on("red", () => {
    caja.hidden = m.red.nodos.size > 0;
    if (caja.hidden) return;
    const hay = Object.keys(m.pizarra.mesa.actores).length > 0;
    poner(caja, ...(hay ? [h("p", {}, "Ningún actor cumple lo que pidió ver."), boton("Ver todo", () => limpiar(m), "principal")] : sinActores(m)));
  });
  return caja;
}

function sinActores(m: Mapa): HTMLElement[] {
  if (m.soloLectura) return [h("p", {}, "Todavía no hay actores en esta Mesa.")];
  return [h("p", {}, h("strong", {}, "Todavía no hay actores."), " Empiece por quien convoca: ¿qué institución llamó a formar la Mesa?"),
    h("div", { class: "botones" }, boton("Agregar actor", () => agregar(m), "principal"), boton("Importar una lista", () => m.emitir("mesa:importar")))];
}

/** La instrucción del modo en curso, con su salida. */
export function modo(m: Mapa): HTMLElement {
  const franja = h("div", { class: "modo", hidden: true });
  m.on("modo", () => {
    franja.hidden = !m.uniendo && !m.herramienta;
    if (m.uniendo) poner(franja, h("span", {}, m.uniendo.de ? `Elija con quién se une ${m.nombre(m.uniendo.de)}.` : "Elija el primer actor que quiere unir."), boton("Cancelar", () => terminarUnion(m)));
    else if (m.herramienta) poner(franja, h("span", {}, m.herramienta === "lazo" ? "Dibuje un lazo alrededor de los actores." : "Arrastre un recuadro sobre los actores."), boton("Listo", () => { m.herramienta = ""; m.avisar("modo"); }));
  });
  return franja;
}

/** Lo ilustrativo se marca, siempre a la vista; y si no se puede cambiar nada, también. */
export function marcas(m: Mapa): HTMLElement {
  const caja = h("div", { class: "marcas" });
  m.on("red", () => poner(caja,
    m.pizarra.mesa.ilustrativa ? h("span", { class: "mt-ilustrativo" }, "Caso de práctica: valores de ejercicio") : null,
    m.soloLectura ? h("span", { class: "mt-ilustrativo" }, "Sólo lectura") : null));
  return caja;
}
