// El formulario de una Mesa nueva, con búsqueda de la comuna.
import { h, idUnico, poner } from "../lib/dom.ts";
import type { Pedir } from "../lib/conversacion.ts";
import { enRaiz } from "../lib/raiz.ts";

interface Comuna { cut: string; nombre: string; region: string }
type Hacer = (orden: string, datos: unknown, exito?: string) => Promise<any>;

export function formularioNueva(pedir: Pedir, niveles: { clave: string; nombre: string }[], hacer: Hacer): HTMLElement {
  const nombre = campo("Nombre de la Mesa", "Por ejemplo: Mesa Territorial Los Aromos.", { required: true, maxlength: 200 });
  const lugar = campo("Lugar", "Campamento, barrio o sector. Puede quedar vacío.", { maxlength: 200 });
  const comuna = buscadorDeComuna(pedir);
  const idNivel = idUnico("nivel");
  const nivel = h("select", { id: idNivel }, niveles.map((n) => h("option", { value: n.clave }, n.nombre)));
  const crear = h("button", { class: "mt-boton principal", type: "submit" }, "Crear la Mesa");
  const enviar = async (e: Event) => {
    e.preventDefault();
    if (!comuna.elegida()) return comuna.reclamar();
    crear.disabled = true; // un doble clic no crea dos
    const clave = await hacer("crear", { nombre: nombre.entrada.value, lugar: lugar.entrada.value, cut: comuna.elegida(), nivel: nivel.value });
    crear.disabled = false;
    if (typeof clave === "string") location.assign(enRaiz(`/tema/03_mapa_de_actores?mesa=${encodeURIComponent(clave)}#aplicar`));
  };
  return h("form", { class: "nueva", on: { submit: enviar } }, h("h2", {}, "Nueva Mesa"),
    nombre.caja, comuna.caja, lugar.caja,
    h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: idNivel }, "¿A qué escala parte?"), h("span", { class: "ayuda" }, "Se puede cambiar: el tema 2 ayuda a decidirlo."), nivel),
    h("p", {}, crear));
}

function campo(titulo: string, ayuda: string, atributos: Record<string, unknown>) {
  const id = idUnico("campo");
  const entrada = h("input", { id, autocomplete: "off", "aria-describedby": `${id}-ayuda`, ...atributos });
  const caja = h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: id }, titulo), h("span", { class: "ayuda", id: `${id}-ayuda` }, ayuda), entrada);
  return { entrada, caja };
}

/** Un combobox según la pauta de ARIA: se escribe, se baja con la flecha, se elige con Enter. */
function buscadorDeComuna(pedir: Pedir) {
  const { entrada, caja } = campo("Comuna", "Escriba las primeras letras, o el código CUT, y elija de la lista.", { required: true, role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" });
  const id = idUnico("comunas");
  const opciones = h("ul", { class: "opciones", role: "listbox", id, hidden: true, "aria-label": "Comunas" });
  const falta = h("span", { class: "mt-aviso error", role: "alert", hidden: true }, "Elija la comuna de la lista: así el mapa y los datos calzan.");
  entrada.setAttribute("aria-controls", id);
  caja.append(opciones, falta);
  let halladas: Comuna[] = [], activa = -1, elegida = "", turno = 0;

  const cerrar = () => { opciones.hidden = true; entrada.setAttribute("aria-expanded", "false"); entrada.removeAttribute("aria-activedescendant"); activa = -1; };
  const elegir = (c: Comuna) => { elegida = c.cut; entrada.value = `${c.nombre}, ${c.region}`; falta.hidden = true; entrada.removeAttribute("aria-invalid"); cerrar(); };
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
  return { caja, elegida: () => elegida, reclamar };
}
