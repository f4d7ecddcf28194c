// La lista de Mesas y la papelera.
import { h, idUnico } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import { enRaiz } from "../lib/raiz.ts";

export interface FichaMesa { clave: string; nombre: string; comuna: string; lugar: string; actores: number; relaciones: number; cambiada: string; abierta: boolean; ilustrativa: boolean; vence: string }
export interface Acciones {
  duplicar(m: FichaMesa): void; borrar(m: FichaMesa): void; recuperar(m: FichaMesa): void;
  exportar(m: FichaMesa): void; renombrar(m: FichaMesa, nombre: string): void;
}

export function lista(mesas: FichaMesa[], acciones: Acciones): HTMLElement {
  if (!mesas.length)
    return h("section", { class: "mt-vacio" }, h("h2", {}, "Todavía no hay Mesas"),
      h("p", {}, "Cree la primera: basta el nombre y la comuna. También puede copiar el caso Campanilla para ensayar."));
  return h("section", { "aria-label": "Sus Mesas" }, h("h2", {}, "Sus Mesas"), h("ul", { class: "mesas" }, mesas.map((m) => ficha(m, acciones))));
}

function ficha(m: FichaMesa, acciones: Acciones): HTMLElement {
  const abrir = enRaiz(`/tema/03_mapa_de_actores?mesa=${encodeURIComponent(m.clave)}#aplicar`);
  return h("li", { class: m.abierta ? "abierta" : "" },
    h("h3", {}, h("a", { href: abrir }, m.nombre), m.abierta && h("span", { class: "marca" }, "Abierta")),
    h("p", {}, [m.lugar, m.comuna].filter(Boolean).join(", "), ` · ${cuantos(m.actores, "actor", "actores")} · ${cuantos(m.relaciones, "relación", "relaciones")} · ${m.cambiada}`),
    m.ilustrativa && h("p", { class: "mt-ilustrativo" }, "Caso de ejercicio: valores ilustrativos"),
    h("p", { class: "acciones" },
      h("a", { class: "mt-boton", href: abrir }, "Abrir"),
      h("a", { class: "mt-boton", href: enRaiz(`/app/votacion?mesa=${encodeURIComponent(m.clave)}`), "aria-label": `Votar: ${m.nombre}` }, "Votar"),
      boton("Duplicar", m, () => acciones.duplicar(m)),
      boton("Bajar .mesa", m, () => acciones.exportar(m)),
      boton("Borrar", m, () => acciones.borrar(m))),
    renombrar(m, acciones));
}

const boton = (texto: string, m: FichaMesa, hacer: () => void) =>
  h("button", { class: "mt-boton", type: "button", "aria-label": `${texto}: ${m.nombre}`, on: { click: hacer } }, texto);

function renombrar(m: FichaMesa, acciones: Acciones): HTMLElement {
  const id = idUnico("nombre");
  const campo = h("input", { id, value: m.nombre, maxlength: 200 });
  return h("details", {}, h("summary", {}, "Cambiar el nombre"),
    h("form", { on: { submit: (e: Event) => { e.preventDefault(); acciones.renombrar(m, campo.value); } } },
      h("label", { for: id, class: "mt-oculto" }, `Nombre nuevo de ${m.nombre}`), campo,
      h("button", { class: "mt-boton", type: "submit" }, "Guardar nombre")));
}

export function papelera(mesas: FichaMesa[], acciones: Acciones): HTMLElement | null {
  if (!mesas.length) return null;
  return h("details", { class: "papelera" }, h("summary", {}, `Papelera (${mesas.length})`),
    h("ul", { class: "mesas" }, mesas.map((m) => h("li", {}, h("h3", {}, m.nombre),
      h("p", {}, `Se borrará para siempre el ${m.vence}. `, boton("Recuperar", m, () => acciones.recuperar(m)))))));
}
