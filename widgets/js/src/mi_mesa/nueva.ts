// El formulario de una Mesa nueva, con búsqueda de la comuna.
import { buscadorDeComuna, campo } from "../lib/comuna.ts";
import { h, idUnico } from "../lib/dom.ts";
import type { Pedir } from "../lib/conversacion.ts";
import { enRaiz } from "../lib/raiz.ts";

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
