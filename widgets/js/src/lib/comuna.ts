// Buscar una comuna: un combobox según la pauta de ARIA. Se escribe, se baja con la flecha, se elige con Enter.
import { h, idUnico, poner } from "./dom.ts";
import type { Pedir } from "./conversacion.ts";

export interface Comuna { cut: string; nombre: string; region: string }

/** Un campo con su etiqueta y su ayuda. */
export function campo(titulo: string, ayuda: string, atributos: Record<string, unknown>) {
  const id = idUnico("campo");
  const entrada = h("input", { id, autocomplete: "off", "aria-describedby": `${id}-ayuda`, ...atributos });
  const caja = h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, titulo), h("span", { class: "ayuda", id: `${id}-ayuda` }, ayuda), entrada);
  return { entrada, caja };
}

/** El buscador. `alElegir` se llama con cada comuna escogida; `elegida` da el CUT, o vacío. */
export function buscadorDeComuna(pedir: Pedir, { titulo = "Comuna", obligatorio = true, alElegir = (_: Comuna): void => {} } = {}) {
  const { entrada, caja } = campo(titulo, "Escriba las primeras letras, o el código CUT, y elija de la lista.", { required: obligatorio, role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" });
  const id = idUnico("comunas");
  const opciones = h("ul", { class: "mt-opciones", role: "listbox", id, hidden: true, "aria-label": "Comunas" });
  const falta = h("span", { class: "mt-aviso error", role: "alert", hidden: true }, "Elija la comuna de la lista: así el mapa y los datos calzan.");
  entrada.setAttribute("aria-controls", id);
  caja.append(opciones, falta);
  let halladas: Comuna[] = [], activa = -1, elegida = "", turno = 0;

  const cerrar = () => { opciones.hidden = true; entrada.setAttribute("aria-expanded", "false"); entrada.removeAttribute("aria-activedescendant"); activa = -1; };
  const elegir = (c: Comuna) => { elegida = c.cut; entrada.value = `${c.nombre}, ${c.region}`; falta.hidden = true; entrada.removeAttribute("aria-invalid"); cerrar(); alElegir(c); };
  const pintar = () => {
    poner(opciones, halladas.map((c, i) => h("li", { role: "option", id: `${id}-${i}`, "aria-selected": String(i === activa), on: { mousedown: (e: Event) => { e.preventDefault(); elegir(c); } } }, `${c.nombre} · ${c.region} · ${c.cut}`)));
    opciones.hidden = !halladas.length;
    entrada.setAttribute("aria-expanded", String(!!halladas.length));
    if (activa >= 0) entrada.setAttribute("aria-activedescendant", `${id}-${activa}`);
  };
  entrada.addEventListener("input", async () => {
    elegida = "";
    const mio = ++turno;
    const r = await pedir("buscar_comuna", { texto: entrada.value });
    if (mio !== turno) return;
    halladas = r.datos ?? []; activa = -1; pintar();
  });
  entrada.addEventListener("keydown", (e) => {
    if (opciones.hidden) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); activa = (activa + (e.key === "ArrowDown" ? 1 : -1) + halladas.length) % halladas.length; pintar(); }
    else if (e.key === "Enter") { e.preventDefault(); elegir(halladas[Math.max(activa, 0)]!); }
    else if (e.key === "Escape") cerrar();
  });
  entrada.addEventListener("blur", cerrar);
  const reclamar = () => { falta.hidden = false; entrada.setAttribute("aria-invalid", "true"); entrada.focus(); };
  const limpiar = () => { entrada.value = ""; elegida = ""; };
  return { caja, entrada, elegida: () => elegida, reclamar, limpiar };
}
