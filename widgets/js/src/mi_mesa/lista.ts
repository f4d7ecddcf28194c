// La lista de Mesas y la papelera.
import { h, idUnico } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import { enRaiz } from "../lib/raiz.ts";

export interface FichaMesa { clave: string; nombre: string; comuna: string; lugar: string; actores: number; relaciones: number; cambiada: string; abierta: boolean; ilustrativa: boolean; vence: string; papel: string }

/** De quién es una Mesa que no es propia: no se borra, y la que sólo se acompaña tampoco se cambia. */
const DE_QUIEN: Record<string, string> = { integrante: "La Mesa de su grupo", tutoria: "Usted la acompaña: sólo para mirar" };
export interface Acciones {
  duplicar(m: FichaMesa): void; borrar(m: FichaMesa): void; recuperar(m: FichaMesa): void;
  exportar(m: FichaMesa, conPrivado: boolean): void; renombrar(m: FichaMesa, nombre: string): void;
}

export function lista(mesas: FichaMesa[], acciones: Acciones): HTMLElement {
  if (!mesas.length)
    return h("section", { class: "mt-vacio" }, h("h2", {}, "Todavía no hay Mesas"),
      h("p", {}, "Cree la primera: basta el nombre y la comuna. También puede copiar el caso Campanilla para ensayar."));
  const privado = h("input", { type: "checkbox", checked: conPrivado, on: { change: () => { conPrivado = privado.checked; } } });
  return h("section", { "aria-label": "Sus Mesas" }, h("h2", {}, "Sus Mesas"), h("ul", { class: "mesas" }, mesas.map((m) => ficha(m, acciones))),
    h("p", {}, h("label", { class: "mt-opcion" }, privado, " Al bajar una .mesa, llevar también lo privado")),
    h("p", { class: "ayuda" }, "Sin esa marca, la copia no lleva el juego de actores ni las notas de cada evaluador: es la que se puede enviar. Márquela para su respaldo."));
}

/** Se recuerda mientras la página esté abierta: la lista se rehace con cada cambio. */
let conPrivado = false;

function ficha(m: FichaMesa, acciones: Acciones): HTMLElement {
  const abrir = enRaiz(`/tema/03_mapa_de_actores?mesa=${encodeURIComponent(m.clave)}#aplicar`);
  return h("li", { class: m.abierta ? "abierta" : "" },
    h("h3", {}, h("a", { href: abrir }, m.nombre), m.abierta && h("span", { class: "marca" }, "Abierta")),
    DE_QUIEN[m.papel] && h("p", { class: "de-quien" }, DE_QUIEN[m.papel]),
    h("p", {}, [m.lugar, m.comuna].filter(Boolean).join(", "), ` · ${cuantos(m.actores, "actor", "actores")} · ${cuantos(m.relaciones, "relación", "relaciones")} · ${m.cambiada}`),
    m.ilustrativa && h("p", { class: "mt-ilustrativo" }, "Caso de ejercicio: valores ilustrativos"),
    h("p", { class: "acciones" },
      h("a", { class: "mt-boton", href: abrir }, "Abrir"),
      h("a", { class: "mt-boton", href: enRaiz(`/app/votacion?mesa=${encodeURIComponent(m.clave)}`), "aria-label": `Votar: ${m.nombre}` }, "Votar"),
      boton("Duplicar", m, () => acciones.duplicar(m)),
      boton("Bajar .mesa", m, () => acciones.exportar(m, conPrivado)),
      !DE_QUIEN[m.papel] && boton("Borrar", m, () => acciones.borrar(m))),
    m.papel !== "tutoria" && renombrar(m, acciones));
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
